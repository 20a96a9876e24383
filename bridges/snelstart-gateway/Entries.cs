// Journal entries, line by line with debit and credit, as the Gateway takes them.
using System;
using System.Collections.Generic;

namespace SConnect.Gateway
{
    sealed class Entries
    {
        readonly Gateway gateway;

        public Entries(Gateway gateway)
        {
            this.gateway = gateway;
        }

        public object Create(Question entry)
        {
            List<Question> lines = new List<Question>();
            foreach (object line in entry.List("lines")) lines.Add(new Question(line));
            return gateway.Save<object>(true, delegate(Saving saving)
            {
                Late main = gateway.Administration();
                bool isMarked = entry.Int("marking") != 0;
                DemandMembers(main, entry, isMarked);
                Begin(main, entry);
                if (isMarked) main.Call(GatewayNames.EntryMark, entry.Int("marking"));
                foreach (Question line in lines) AddLine(main, line);
                saving.Started = true;
                return Gateway.Result("id", Finish(main));
            });
        }

        static void DemandMembers(Late main, Question entry, bool isMarked)
        {
            List<string> wanted = new List<string> { CreateCall(entry), GatewayNames.EntryLine };
            if (isMarked) wanted.Add(GatewayNames.EntryMark);
            foreach (string name in wanted)
                if (!main.Has(name)) throw new CallFailed("member", "SnelStart's Gateway has no '" + name + "'", name, null);
        }

        static string CreateCall(Question entry)
        {
            return entry.Has("paymentTermDays") ? GatewayNames.EntryCreateWithTerm : GatewayNames.EntryCreate;
        }

        static void Begin(Late main, Question entry)
        {
            List<object> arguments = new List<object>
            {
                entry.Date("date"),
                entry.Int("journal"),
                entry.Text("documentNumber"),
                entry.Text("description"),
            };
            if (entry.Has("paymentTermDays")) arguments.Add(entry.Int("paymentTermDays"));
            main.Call(CreateCall(entry), arguments.ToArray());
        }

        /// <summary>V750 holds all we have; V1000 only adds the number of a sales order.</summary>
        static void AddLine(Late main, Question line)
        {
            bool hasInvoice = line.Has("customerCode");
            main.Call(
                GatewayNames.EntryLine,
                line.Int("account"),
                line.Text("description"),
                line.Decimal("debit"),
                line.Decimal("credit"),
                line.Int("vatId"),
                hasInvoice ? (object)GatewayNames.CustomerKind : Type.Missing,
                hasInvoice ? (object)line.Int("customerCode") : Type.Missing,
                hasInvoice ? (object)line.Text("invoiceNumber") : Type.Missing,
                line.Has("costCentre") ? (object)line.Int("costCentre") : Type.Missing);
        }

        static object Finish(Late main)
        {
            if (main.Has(GatewayNames.EntrySaveGivingId)) return Convert.ToInt32(main.Call(GatewayNames.EntrySaveGivingId));
            main.Call(GatewayNames.EntrySave);
            return null;
        }
    }
}
