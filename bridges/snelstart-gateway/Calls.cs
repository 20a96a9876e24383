// From a line to an answer: which call it is, who does it, and every failure as an answer. Nothing a line holds ends the
// program.
using System;
using System.Collections.Generic;

namespace SConnect.Gateway
{
    sealed class Calls
    {
        delegate object Handler(Question question);

        readonly Dictionary<string, Handler> handlers = new Dictionary<string, Handler>();
        readonly Gateway gateway;
        readonly Database database = new Database();

        public Calls(string library)
        {
            gateway = new Gateway(library);
            Customers customers = new Customers(gateway);
            Articles articles = new Articles(gateway);
            Orders orders = new Orders(gateway);
            Entries entries = new Entries(gateway);
            handlers["gateway.versions"] = gateway.Versions;
            handlers["gateway.open"] = gateway.Open;
            handlers["gateway.close"] = gateway.Close;
            handlers["customer.create"] = customers.Create;
            handlers["customer.update"] = customers.Update;
            handlers["article.create"] = articles.Create;
            handlers["article.update"] = articles.Update;
            handlers["article.price"] = articles.Price;
            handlers["order.create"] = orders.Create;
            handlers["order.deliverTo"] = orders.DeliverTo;
            handlers["entry.create"] = entries.Create;
            handlers["sql.databases"] = database.Databases;
            handlers["sql.open"] = database.Open;
            handlers["sql.schema"] = database.ReadSchema;
            handlers["sql.rows"] = database.Rows;
            handlers["sql.fingerprint"] = database.Fingerprint;
        }

        public string Answer(string line)
        {
            Dictionary<string, object> answer = new Dictionary<string, object>();
            answer["id"] = 0;
            try
            {
                Question request = new Question(Json.Parse(line));
                answer["id"] = request.Int("id");
                Handler handler;
                string call = request.Text("call");
                if (!handlers.TryGetValue(call, out handler)) throw CallFailed.Request("there is no call '" + call + "'");
                object result = handler(request.Inner("question"));
                answer["ok"] = true;
                answer["result"] = result;
                return Json.Write(answer);
            }
            catch (FormatException wrong)
            {
                return Refuse(answer, CallFailed.Request(wrong.Message));
            }
            catch (CallFailed failed)
            {
                return Refuse(answer, failed);
            }
            catch (Exception unforeseen)
            {
                Console.Error.WriteLine(unforeseen.ToString());
                // Of a writing call nothing can be promised any more; for one that reads it is an error like any other.
                return Refuse(answer, new CallFailed("doubt", Words.Of(unforeseen), null, Words.CodeOf(unforeseen)));
            }
        }

        static string Refuse(Dictionary<string, object> answer, CallFailed failed)
        {
            Dictionary<string, object> error = new Dictionary<string, object>();
            error["kind"] = failed.Kind;
            error["text"] = failed.Message;
            error["member"] = failed.Member;
            error["code"] = failed.Code;
            answer["ok"] = false;
            answer["error"] = error;
            answer.Remove("result");
            return Json.Write(answer);
        }

        public void Close()
        {
            try { gateway.Close(null); }
            catch (Exception failed) { Console.Error.WriteLine(Words.Of(failed)); }
            database.Close();
        }
    }
}
