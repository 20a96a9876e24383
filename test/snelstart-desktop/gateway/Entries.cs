// The stand-in's journal entries.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public enum enmGWayBtwID { encGWayBtwIDGeen = 0, encGWayBtwIDLaag = 1, encGWayBtwIDHoog = 2, encGWayBtwIDOverig = 3 }

    public enum enmGWayRelatieSoort { encGWayRSKlant = 0, encGWayRSLeverancier = 1 }

    public partial class clsGWaySnelStart
    {
        Row entry;
        decimal entryBalance;
        readonly List<Row> entryLines = new List<Row>();
        /// <summary>Not in this table: another relation may have the same number.</summary>
        readonly List<object> entryInvoices = new List<object>();

        void BeginEntry(DateTime date, int journal, string document, string description)
        {
            MustBeOpen();
            if (entry != null) throw new Exception("Er is nog een journaalpost in bewerking.");
            entryLines.Clear();
            entryInvoices.Clear();
            entryBalance = 0;
            Row row = new Row();
            row["fldJournaalpostID"] = null;
            row["fldDatum"] = Rules.Day(date);
            row["fldDagboekGrootboekID"] = Rules.ActiveLedger(journal)["fldGrootboekID"];
            row["fldBoekstuk"] = Rules.NotLonger("Het boekstuk", document, 25);
            row["fldOmschrijving"] = Rules.NotLonger("De omschrijving", description, 250);
            row["fldMarkering"] = 0;
            entry = row;
        }

        void MustHaveEntry()
        {
            if (entry == null) throw new Exception("Er is geen journaalpost in bewerking.");
        }

        public void mtdGWayJpAanmaken(DateTime parDate, int parGrootboekNummerDagboek, string parBoekstuk, string parOmschrijving)
        {
            Member.Do("mtdGWayJpAanmaken", delegate { BeginEntry(parDate, parGrootboekNummerDagboek, parBoekstuk, parOmschrijving); });
        }

#if !NO_mtdGWayJpAanmakenB
        /// <summary>The column of the term is not known, so it goes to a table of the stand-in's own.</summary>
        public void mtdGWayJpAanmakenB(DateTime parDate, int parGrootboekNummerDagboek, string parBoekstuk, string parOmschrijving, object parVerkoopBetalingsTermijn)
        {
            Member.Do("mtdGWayJpAanmakenB", delegate
            {
                BeginEntry(parDate, parGrootboekNummerDagboek, parBoekstuk, parOmschrijving);
                entryTerm = Convert.ToInt32(parVerkoopBetalingsTermijn);
            });
        }
#endif
        int? entryTerm;

#if !NO_mtdMarkeringInstellen
        public void mtdMarkeringInstellen(object parMarkering)
        {
            Member.Do("mtdMarkeringInstellen", delegate { MustHaveEntry(); entry["fldMarkering"] = Convert.ToInt32(parMarkering); });
        }
#endif

#if !NO_mtdGWayJpRegelToevoegenV750
        public void mtdGWayJpRegelToevoegenV750(int parGrootboekNummer, string parOmschrijving, decimal parDebetBedrag, decimal parCreditBedrag, enmGWayBtwID parBtwID, enmGWayRelatieSoort parFactuurRelatieSoort, int parFactuurRelatieCode, string parFactuurNummer, int parKostenplaatsenNummer)
        {
            Member.Do("mtdGWayJpRegelToevoegenV750", delegate
            {
                MustHaveEntry();
                Row ledger = Rules.ActiveLedger(parGrootboekNummer);
                object costCentre = Rules.CostCentre(parKostenplaatsenNummer);
                if (costCentre == null && Rules.IsTrue(ledger, "fldKostenplaatsVerplicht")) throw new Exception("Grootboekrekening " + parGrootboekNummer + " vraagt een kostenplaats.");
                Row line = new Row();
                line["fldJournaalpostRegelID"] = null;
                line["fldJournaalpostID"] = null;
                line["fldGrootboekID"] = ledger["fldGrootboekID"];
                line["fldOmschrijving"] = Rules.NotLonger("De omschrijving van de regel", parOmschrijving, 250);
                line["fldDebet"] = Rules.Money(parDebetBedrag);
                line["fldCredit"] = Rules.Money(parCreditBedrag);
                line["fldFactuurNummerID"] = string.IsNullOrEmpty(parFactuurNummer) ? null : InvoiceNumber(parFactuurNummer, parFactuurRelatieCode);
                line["fldBtwSoort"] = (int)parBtwID;
                line["fldKostenplaatsID"] = costCentre;
                entryLines.Add(line);
                entryBalance += Rules.Currency(parDebetBedrag) - Rules.Currency(parCreditBedrag);
            });
        }
#endif

        /// <summary>A number that this customer has already is used again, without a word.</summary>
        object InvoiceNumber(string number, int customerCode)
        {
            number = Cut(number);
            object customer = Rules.ActiveCustomer(customerCode)["fldRelatieID"];
            foreach (Row row in State.Rows("tblFactuurNummer"))
                if (Convert.ToString(row["fldFactuurnummer"]) == number && Convert.ToInt32(row["fldRelatieID"]) == Convert.ToInt32(customer)) return row["fldFactuurNummerID"];
            foreach (object change in entryInvoices)
            {
                Row row = (Row)((Row)change)["row"];
                if (Convert.ToString(row["fldFactuurnummer"]) == number) return row["fldFactuurNummerID"];
            }
            Row made = new Row();
            made["fldFactuurNummerID"] = State.NextKey("tblFactuurNummer") + entryInvoices.Count;
            made["fldFactuurnummer"] = number;
            made["fldRelatieID"] = customer;
            entryInvoices.Add(State.Change("tblFactuurNummer", made));
            return made["fldFactuurNummerID"];
        }

        int CloseEntry()
        {
            MustHaveEntry();
            if (entryLines.Count < 2) throw new Exception("De journaalpost heeft te weinig regels.");
            if (entryBalance != 0) throw new Exception("De journaalpost is niet in balans: verschil " + Rules.Money(entryBalance) + ".");
            int id = State.NextKey("tblJournaalpost");
            int lineId = State.NextKey("tblJournaalpostRegel");
            entry["fldJournaalpostID"] = id;
            List<object> changes = new List<object>(entryInvoices);
            changes.Add(State.Change("tblJournaalpost", entry));
            for (int at = 0; at < entryLines.Count; at++)
            {
                entryLines[at]["fldJournaalpostRegelID"] = lineId + at;
                entryLines[at]["fldJournaalpostID"] = id;
                changes.Add(State.Change("tblJournaalpostRegel", entryLines[at]));
            }
            if (entryTerm != null) changes.Add(State.Change("standin.entryTerm", new Row { { "fldJournaalpostID", id }, { "days", entryTerm.Value } }));
            State.Save(changes);
            entry = null;
            entryTerm = null;
            return id;
        }

        public void mtdGWayJpSluiten()
        {
            Member.Do("mtdGWayJpSluiten", delegate { CloseEntry(); });
        }

#if !NO_mtdGWayJpSluitenMetID
        public int mtdGWayJpSluitenMetID()
        {
            return Member.Do("mtdGWayJpSluitenMetID", delegate { return CloseEntry(); });
        }
#endif
    }
}
