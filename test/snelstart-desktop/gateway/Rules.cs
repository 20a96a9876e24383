// What SnelStart refuses, in sentences as it might say them; which ones it says is not known.
using System;
using System.Collections.Generic;
using System.Globalization;

namespace StandIn
{
    using Row = Dictionary<string, object>;

    static class Rules
    {
        public static bool IsTrue(Row row, string column)
        {
            object value;
            return row.TryGetValue(column, out value) && value is bool && (bool)value;
        }

        public static object Cell(Row row, string column)
        {
            object value;
            return row != null && row.TryGetValue(column, out value) ? value : null;
        }

        public static int Int(Row row, string column)
        {
            return Convert.ToInt32(Cell(row, column) ?? 0);
        }

        public static decimal Amount(Row row, string column)
        {
            object value = Cell(row, column);
            if (value == null) return 0;
            return value is string ? decimal.Parse((string)value, CultureInfo.InvariantCulture) : Convert.ToDecimal(value);
        }

        /// <summary>As the database has it: four decimals.</summary>
        public static string Money(decimal value)
        {
            return decimal.Round(value, 4).ToString("0.0000", CultureInfo.InvariantCulture);
        }

        /// <summary>VB6's Currency.</summary>
        public static decimal Currency(decimal value)
        {
            return decimal.Round(value, 4);
        }

        public static string Day(DateTime date)
        {
            return date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        }

        public static string OrNull(string text)
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        public static string NotLonger(string what, string text, int longest)
        {
            if ((text ?? "").Length > longest) throw new Exception(what + " is te lang: maximaal " + longest + " tekens.");
            return text ?? "";
        }

        public static Row Customer(int code)
        {
            foreach (Row row in State.Rows("tblRelatie"))
                if (Int(row, "fldRelatieSoort") == 0 && Int(row, "fldRelatiecode") == code) return row;
            return null;
        }

        public static Row ActiveCustomer(int code)
        {
            Row found = Customer(code);
            if (found == null) throw new Exception("Klant " + code + " bestaat niet.");
            if (IsTrue(found, "fldNonactief")) throw new Exception("Klant " + code + " is niet actief.");
            return found;
        }

        public static Row ActiveArticle(string code)
        {
            Row found = State.Find("tblArtikel", "fldArtikelcode", code);
            if (found == null) throw new Exception("Artikel " + code + " bestaat niet.");
            if (IsTrue(found, "fldNonActief")) throw new Exception("Artikel " + code + " is niet actief.");
            return found;
        }

        public static Row OpenTemplate(int id)
        {
            Row found = State.Find("tblOrderSjabloonVerkoop", "fldOrderSjabloonVerkoopID", id);
            if (found == null) throw new Exception("Verkoopsjabloon " + id + " bestaat niet.");
            if (IsTrue(found, "fldNonactief")) throw new Exception("Verkoopsjabloon " + id + " is niet actief.");
            if (IsTrue(found, "fldNieuweOrdersBlokkeren")) throw new Exception("Verkoopsjabloon " + id + " is geblokkeerd voor nieuwe orders.");
            return found;
        }

        public static Row ActiveLedger(int number)
        {
            Row found = State.Find("tblGrootboek", "fldNummer", number);
            if (found == null) throw new Exception("Grootboekrekening " + number + " bestaat niet.");
            if (IsTrue(found, "fldNonactief")) throw new Exception("Grootboekrekening " + number + " is niet actief.");
            return found;
        }

        /// <summary>The key; null for number 0.</summary>
        public static object CostCentre(int number)
        {
            if (number == 0) return null;
            Row found = State.Find("tblKostenplaats", "fldNummer", number);
            if (found == null) throw new Exception("Kostenplaats " + number + " bestaat niet.");
            return found["fldKostenplaatsID"];
        }

        public static object Country(int id)
        {
            if (id == 0) return null;
            if (State.Find("tblLand", "fldLandID", id) == null) throw new Exception("Land " + id + " bestaat niet.");
            return id;
        }

        /// <summary>The agreement for this customer with the highest quantity reached, or null.</summary>
        static Row Agreement(Row article, Row customer, decimal quantity, DateTime date)
        {
            Row best = null;
            foreach (Row row in State.Rows("tblPrijsAfspraakArtikelKlant"))
            {
                bool isOfThem = customer != null
                    && Int(row, "fldArtikelID") == Int(article, "fldArtikelID")
                    && Int(row, "fldRelatieID") == Int(customer, "fldRelatieID");
                if (!isOfThem || Amount(row, "fldVanafAantal") > quantity) continue;
                if (string.CompareOrdinal(Convert.ToString(Cell(row, "fldDatumVanaf")), Day(date)) > 0) continue;
                string last = Convert.ToString(Cell(row, "fldDatumTotEnMet"));
                if (last != "" && string.CompareOrdinal(last, Day(date)) < 0) continue;
                if (best == null || Amount(row, "fldVanafAantal") > Amount(best, "fldVanafAantal")) best = row;
            }
            return best;
        }

        public static decimal Price(Row article, Row customer, decimal quantity, DateTime date)
        {
            Row agreed = Agreement(article, customer, quantity, date);
            return agreed == null || Cell(agreed, "fldVerkoopprijs") == null ? Amount(article, "fldVerkoopprijs") : Amount(agreed, "fldVerkoopprijs");
        }

        public static decimal Discount(Row article, Row customer, decimal quantity, DateTime date)
        {
            return Amount(Agreement(article, customer, quantity, date) ?? new Row(), "fldKorting");
        }
    }
}
