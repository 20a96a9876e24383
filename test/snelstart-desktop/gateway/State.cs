// The stand-in's administration: a text file, one line per transaction, each a JSON list of { table, row }. Read anew when
// it has grown; a last line without an end never happened.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using SConnect.Gateway;

namespace StandIn
{
    using Row = Dictionary<string, object>;

    static class State
    {
        static readonly UTF8Encoding utf8 = new UTF8Encoding(false);
        static readonly Dictionary<string, string> keys = new Dictionary<string, string>
        {
            { "tblRelatie", "fldRelatieID" },
            { "tblArtikel", "fldArtikelID" },
            { "tblX_Artikel", "fldArtikelID" },
            { "tblVerkoopOrder", "fldVerkoopOrderID" },
            { "tblVerkoopOrderRegel", "fldVerkoopOrderRegelID" },
            { "tblJournaalpost", "fldJournaalpostID" },
            { "tblJournaalpostRegel", "fldJournaalpostRegelID" },
            { "tblFactuurNummer", "fldFactuurNummerID" },
        };

        static readonly Dictionary<string, List<Row>> tables = new Dictionary<string, List<Row>>(StringComparer.OrdinalIgnoreCase);
        static readonly Dictionary<string, Row> byKey = new Dictionary<string, Row>();
        static long readTo;
        /// <summary>Not null: within a transaction; what it changed so far.</summary>
        static List<object> pending;

        static string Path
        {
            get { return Environment.GetEnvironmentVariable("SCONNECT_STANDIN_STATE") ?? ""; }
        }

        public static List<Row> Rows(string table)
        {
            Refresh();
            List<Row> rows;
            return tables.TryGetValue(table, out rows) ? rows : new List<Row>();
        }

        public static Row Find(string table, string column, object value)
        {
            foreach (Row row in Rows(table)) if (Same(row, column, value)) return row;
            return null;
        }

        static bool Same(Row row, string column, object value)
        {
            object found;
            if (!row.TryGetValue(column, out found) || found == null) return false;
            return string.Equals(Convert.ToString(found), Convert.ToString(value), StringComparison.OrdinalIgnoreCase);
        }

        public static int NextKey(string table)
        {
            return Next(table, keys[table], 1);
        }

        public static int Next(string table, string column, int first)
        {
            int largest = first - 1;
            foreach (Row row in Rows(table))
            {
                object value;
                if (row.TryGetValue(column, out value) && value != null) largest = Math.Max(largest, Convert.ToInt32(value));
            }
            return largest + 1;
        }

        public static object Change(string table, Row row)
        {
            Row change = new Row();
            change["table"] = table;
            change["row"] = row;
            return change;
        }

        /// <summary>All of it or nothing.</summary>
        public static void Save(List<object> changes)
        {
            Refresh();
            if (pending != null && Setting("transactionsCover") != "nothing") pending.AddRange(changes);
            else Append(changes);
            Apply(changes);
        }

        public static void Begin()
        {
            if (pending != null) throw new Exception("Er loopt al een transactie.");
            Refresh();
            pending = new List<object>();
        }

        public static void Commit()
        {
            if (pending == null) throw new Exception("Er loopt geen transactie.");
            List<object> changes = pending;
            pending = null;
            if (changes.Count > 0) Append(changes);
        }

        public static void Rollback()
        {
            if (pending == null) throw new Exception("Er loopt geen transactie.");
            pending = null;
            Forget();
        }

        public static void Forget()
        {
            pending = null;
            tables.Clear();
            byKey.Clear();
            readTo = 0;
        }

        static void Append(List<object> changes)
        {
            using (FileStream file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
            {
                byte[] line = utf8.GetBytes(Json.Write(changes) + "\n");
                // What a process that died left half written is cut off.
                file.SetLength(readTo);
                file.Seek(0, SeekOrigin.End);
                file.Write(line, 0, line.Length);
                file.Flush(true);
                readTo = file.Length;
            }
        }

        static void Refresh()
        {
            if (pending != null || !File.Exists(Path)) return;
            using (FileStream file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            {
                if (file.Length < readTo) Forget();
                if (file.Length == readTo) return;
                file.Seek(readTo, SeekOrigin.Begin);
                byte[] bytes = new byte[file.Length - readTo];
                int got = 0;
                while (got < bytes.Length) got += file.Read(bytes, got, bytes.Length - got);
                int end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
                foreach (string line in utf8.GetString(bytes, 0, end).Split('\n'))
                    if (line != "") Apply((List<object>)Json.Parse(line));
                readTo += end;
            }
        }

        static void Apply(List<object> changes)
        {
            foreach (object item in changes)
            {
                Row change = (Row)item;
                string table = (string)change["table"];
                Row row = (Row)change["row"];
                List<Row> rows;
                if (!tables.TryGetValue(table, out rows)) tables[table] = rows = new List<Row>();
                string key;
                Row known = null;
                string place = keys.TryGetValue(table, out key) ? table + " " + Convert.ToString(row[key]) : null;
                if (place != null) byKey.TryGetValue(place, out known);
                if (known != null) rows[rows.IndexOf(known)] = row;
                else rows.Add(row);
                if (place != null) byKey[place] = row;
            }
        }

        /// <summary>How this administration is meant to behave, from the seed; null: not said.</summary>
        public static string Setting(string name)
        {
            Row row = Find("standin.setting", "name", name);
            return row == null ? null : Convert.ToString(row["value"]);
        }
    }
}
