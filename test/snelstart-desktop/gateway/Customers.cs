// The stand-in's customers.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public class clsGWKlant
    {
        Row row = NewRow();

        static Row NewRow()
        {
            Row row = new Row();
            foreach (string column in "RelatieID Relatiecode Naam Contactpersoon Adres Postcode Plaats LandID CorrespondentieAdresContactpersoon CorrespondentieAdres CorrespondentieAdresPostcode CorrespondentieAdresPlaats CorrespondentieAdresLandID FactuurRelatieID Telefoon MobieleTelefoon Fax Email BtwNummer Krediettermijn KlantKortinggroepID KredietLimiet Memo KvkNummer WebsiteUrl OfferteEmailAdres OfferteCcEmailAdres BevestigingEmailAdres BevestigingCcEmailAdres FactuurEmailAdres FactuurCcEmailAdres AanmaningEmailAdres AanmaningCcEmailAdres Iban Bic".Split(' '))
                row["fld" + column] = null;
            foreach (string column in "Bankieren Nonactief ElektronischFactureren OfferteEmailen BevestigingEmailen AanmaningEmailen OfferteAanvraagEmailen BestellingEmailen UblBestandAlsBijlage".Split(' '))
                row["fld" + column] = false;
            row["fldRelatieSoort"] = 0;
            row["fldFactuurkorting"] = 0.0;
            row["fldAanmanen"] = 1;
            row["fldIncasseren"] = 0;
            return row;
        }

        string Text(string column) { return Convert.ToString(Rules.Cell(row, column)); }

        void Put(string column, string value) { row[column] = Rules.OrNull(value); }

        public int prpRelatieCode { get { return Rules.Int(row, "fldRelatiecode"); } set { row["fldRelatiecode"] = value; } }
        public string prpNaam { get { return Text("fldNaam"); } set { Put("fldNaam", value); } }
        public string prpVestigingAdresContactpersoon { get { return Text("fldContactpersoon"); } set { Put("fldContactpersoon", value); } }
        public string prpVestigingAdres { get { return Text("fldAdres"); } set { Put("fldAdres", value); } }
        public string prpVestigingAdresPostcode { get { return Text("fldPostcode"); } set { Put("fldPostcode", value); } }
        public string prpVestigingAdresPlaats { get { return Text("fldPlaats"); } set { Put("fldPlaats", value); } }
        public int prpVestigingAdresLandID { get { return Rules.Int(row, "fldLandID"); } set { row["fldLandID"] = value; } }
        public string prpCorrespondentieAdresContactpersoon { get { return Text("fldCorrespondentieAdresContactpersoon"); } set { Put("fldCorrespondentieAdresContactpersoon", value); } }
        public string prpCorrespondentieAdres { get { return Text("fldCorrespondentieAdres"); } set { Put("fldCorrespondentieAdres", value); } }
        public string prpCorrespondentieAdresPostcode { get { return Text("fldCorrespondentieAdresPostcode"); } set { Put("fldCorrespondentieAdresPostcode", value); } }
        public string prpCorrespondentieAdresPlaats { get { return Text("fldCorrespondentieAdresPlaats"); } set { Put("fldCorrespondentieAdresPlaats", value); } }
        public int prpCorrespondentieAdresLandID { get { return Rules.Int(row, "fldCorrespondentieAdresLandID"); } set { row["fldCorrespondentieAdresLandID"] = value; } }
        public string prpTelefoon { get { return Text("fldTelefoon"); } set { Put("fldTelefoon", value); } }
        public string prpTelefoonMobiel { get { return Text("fldMobieleTelefoon"); } set { Put("fldMobieleTelefoon", value); } }
        public string prpEmail { get { return Text("fldEmail"); } set { Put("fldEmail", value); } }
        public string prpBtwNummer { get { return Text("fldBtwNummer"); } set { Put("fldBtwNummer", value); } }
        /// <summary>Presumed: eight digits again in the database.</summary>
        public int prpKvkNummer { get { return Convert.ToInt32(Text("fldKvkNummer") == "" ? "0" : Text("fldKvkNummer")); } set { row["fldKvkNummer"] = value == 0 ? null : value.ToString("D8"); } }
        public int prpKrediettermijn { get { return Rules.Int(row, "fldKrediettermijn"); } set { row["fldKrediettermijn"] = value; } }
        public bool prpElektronischFactureren { get { return Rules.IsTrue(row, "fldElektronischFactureren"); } set { row["fldElektronischFactureren"] = value; } }
        public bool prpAanmaningEmailen { get { return Rules.IsTrue(row, "fldAanmaningEmailen"); } set { row["fldAanmaningEmailen"] = value; } }

        public bool mtdCorrespondentieAdresAfwijkendInstellen(bool parCorrespondentieAdresAfwijkend)
        {
            return Member.Do("mtdCorrespondentieAdresAfwijkendInstellen", delegate { return true; });
        }

        public bool mtdGWayKlantRead(int parRelatieCode)
        {
            return Member.Do("mtdGWayKlantRead", delegate
            {
                clsGWaySnelStart.MustBeOpen();
                Row found = Rules.Customer(parRelatieCode);
                if (found == null) return Member.No("");
                row = new Row(found);
                return true;
            });
        }

        public void mtdGWayKlantClear()
        {
            Member.Do("mtdGWayKlantClear", delegate { row = NewRow(); });
        }

        public bool mtdGWayKlantWrite()
        {
            return Member.Do("mtdGWayKlantWrite", delegate
            {
                clsGWaySnelStart.MustBeOpen();
                string wrong = FindWrong();
                if (wrong != null) return Member.No(wrong);
                if (row["fldRelatieID"] == null) row["fldRelatieID"] = State.NextKey("tblRelatie");
                State.Save(new List<object> { State.Change("tblRelatie", new Row(row)) });
                return true;
            });
        }

        string FindWrong()
        {
            bool isNew = row["fldRelatieID"] == null;
            if (row["fldRelatiecode"] == null) return "De relatiecode is niet ingevuld.";
            if (isNew && Rules.Customer(prpRelatieCode) != null) return "Relatiecode " + prpRelatieCode + " bestaat al.";
            if (prpNaam == "") return "De naam is niet ingevuld.";
            if (prpNaam.Length > 50) return "De naam is te lang: maximaal 50 tekens.";
            if (prpBtwNummer != "" && State.Find("standin.refusedVat", "number", prpBtwNummer) != null) return "Het btw-nummer " + prpBtwNummer + " is ongeldig.";
            foreach (string column in new string[] { "fldLandID", "fldCorrespondentieAdresLandID" })
            {
                object country = Rules.Cell(row, column);
                if (country != null && State.Find("tblLand", "fldLandID", country) == null) return "Land " + country + " bestaat niet.";
            }
            return null;
        }
    }
}
