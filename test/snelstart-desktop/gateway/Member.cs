// Around every member of the stand-in: what the fault file has in store for it, and the text of its last failure.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using SConnect.Gateway;

namespace StandIn
{
    using Row = Dictionary<string, object>;

    static class Member
    {
        public static string LastError = "";

        public static void Do(string name, Action work)
        {
            Do<object>(name, delegate { work(); return null; });
        }

        public static T Do<T>(string name, Func<T> work)
        {
            Row fault = TakeFault(name);
            string how = fault == null ? "" : Text(fault, "do");
            string text = fault == null ? "" : Text(fault, "text");
            try
            {
                if (how == "throw") throw new Exception(text);
                if (how == "hang") Thread.Sleep(Timeout.Infinite);
                if (how == "dieBefore") Die();
                if (how == "false")
                {
                    if (typeof(T) != typeof(bool)) throw new Exception(text);
                    LastError = text;
                    return default(T);
                }
                T result = work();
                if (how == "dieAfter") Die();
                if (how == "throwAfter") throw new Exception(text);
                return result;
            }
            catch (Exception failed)
            {
                LastError = failed.Message;
                throw;
            }
        }

        /// <summary>False with a text: how the calls with a yes or no refuse.</summary>
        public static bool No(string text)
        {
            LastError = text;
            return false;
        }

        static void Die()
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        static string Text(Row row, string name)
        {
            object value;
            return row.TryGetValue(name, out value) ? Convert.ToString(value) : "";
        }

        static Row TakeFault(string name)
        {
            string path = Environment.GetEnvironmentVariable("SCONNECT_STANDIN_FAULTS") ?? "";
            if (path == "" || !File.Exists(path)) return null;
            List<string> kept = new List<string>();
            Row taken = null;
            foreach (string line in File.ReadAllLines(path))
            {
                if (line.Trim() == "") continue;
                Row fault = (Row)Json.Parse(line);
                if (taken != null || Text(fault, "member") != name) { kept.Add(line); continue; }
                taken = fault;
                object times;
                long left = fault.TryGetValue("times", out times) ? Convert.ToInt64(times) - 1 : 0;
                if (left <= 0) continue;
                fault["times"] = left;
                kept.Add(Json.Write(fault));
            }
            if (taken != null) File.WriteAllText(path, string.Join("\n", kept.ToArray()) + (kept.Count == 0 ? "" : "\n"));
            return taken;
        }
    }
}
