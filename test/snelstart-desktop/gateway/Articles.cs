// The stand-in's articles.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public class clsGWArtikel
    {
        Row row = NewRow();
        readonly Row extra = new Row();

        static Row NewRow()
        {
            Row row = new Row();
            foreach (string column in "ArtikelID Artikelcode Omschrijving Eenheid ArtikelOmzetgroepID LeverancierRelatieID ArtikelKortingGroepID".Split(' '))
                row["fld" + column] = null;
            row["fldVerkoopprijs"] = "0.0000";
            row["fldInkoopprijs"] = "0.0000";
            row["fldVoorraadControle"] = false;
            row["fldNonActief"] = false;
            row["fldReceptPlaatsen"] = 0;
            return row;
        }

        public string prpArtikelcodeSet { set { row["fldArtikelcode"] = value; } }
        public string prpOmschrijvingSet { set { row["fldOmschrijving"] = value; } }
        public int prpArtikelOmzetgroepIDSet { set { row["fldArtikelOmzetgroepID"] = value; } }
        public decimal prpVerkoopprijsSet { set { row["fldVerkoopprijs"] = Rules.Money(value); } }

        public bool mtdGWayArtikelRead(string parArtikelcode)
        {
            return Member.Do("mtdGWayArtikelRead", delegate
            {
                clsGWaySnelStart.MustBeOpen();
                Row found = State.Find("tblArtikel", "fldArtikelcode", parArtikelcode);
                if (found == null) return Member.No("");
                row = new Row(found);
                return true;
            });
        }

        public void mtdGWayArtikelClear()
        {
            Member.Do("mtdGWayArtikelClear", delegate { row = NewRow(); });
        }

        public void mtdExtraVeldDataOpNaamSet(string parNaam, object parValue)
        {
            Member.Do("mtdExtraVeldDataOpNaamSet", delegate
            {
                string column = parNaam.StartsWith("fld") ? parNaam : "fld" + parNaam;
                List<Row> known = State.Rows("tblX_Artikel");
                if (known.Count > 0 && !known[0].ContainsKey(column)) throw new Exception("Extra veld " + parNaam + " bestaat niet.");
                extra[column] = parValue;
            });
        }

        public decimal mtdGWayVerkoopprijsGet(int parRelatiecodeKlant, decimal parVerkoopAantal, DateTime parDatum)
        {
            return Member.Do("mtdGWayVerkoopprijsGet", delegate
            {
                Row customer = parRelatiecodeKlant == 0 ? null : Rules.ActiveCustomer(parRelatiecodeKlant);
                decimal price = Rules.Price(row, customer, parVerkoopAantal, parDatum);
                return Rules.Currency(price * (1 - Rules.Discount(row, customer, parVerkoopAantal, parDatum) / 100));
            });
        }

        public bool mtdGWayArtikelWrite()
        {
            return Member.Do("mtdGWayArtikelWrite", delegate
            {
                clsGWaySnelStart.MustBeOpen();
                string wrong = FindWrong();
                if (wrong != null) return Member.No(wrong);
                if (row["fldArtikelID"] == null) row["fldArtikelID"] = State.NextKey("tblArtikel");
                List<object> changes = new List<object> { State.Change("tblArtikel", new Row(row)) };
                if (extra.Count > 0) changes.Add(State.Change("tblX_Artikel", WithExtra()));
                State.Save(changes);
                return true;
            });
        }

        Row WithExtra()
        {
            Row known = State.Find("tblX_Artikel", "fldArtikelID", row["fldArtikelID"]);
            Row whole = known == null ? new Row() : new Row(known);
            List<Row> others = State.Rows("tblX_Artikel");
            if (known == null && others.Count > 0) foreach (string column in others[0].Keys) whole[column] = null;
            whole["fldArtikelID"] = row["fldArtikelID"];
            foreach (KeyValuePair<string, object> field in extra) whole[field.Key] = field.Value;
            return whole;
        }

        string FindWrong()
        {
            string code = Convert.ToString(row["fldArtikelcode"]);
            bool isNew = row["fldArtikelID"] == null;
            if (code == "") return "De artikelcode is niet ingevuld.";
            if (code.Length > 30) return "De artikelcode is te lang: maximaal 30 tekens.";
            if (isNew && State.Find("tblArtikel", "fldArtikelcode", code) != null) return "Artikelcode " + code + " bestaat al.";
            if (Convert.ToString(row["fldOmschrijving"]).Length > 100) return "De omschrijving is te lang: maximaal 100 tekens.";
            object group = row["fldArtikelOmzetgroepID"];
            if (group == null || State.Find("tblArtikelOmzetGroep", "fldArtikelOmzetgroepID", group) == null) return "De artikelomzetgroep bestaat niet.";
            return null;
        }
    }
}
