// What was asked, read strictly: a field that is missing or of another kind is a mistake of whoever asks ('request').
using System;
using System.Collections.Generic;
using System.Globalization;

namespace SConnect.Gateway
{
    /// <summary>What goes back as an error. The kinds are those of protocol.ts.</summary>
    public sealed class CallFailed : Exception
    {
        public string Kind;
        public readonly string Member;
        public readonly string Code;

        public CallFailed(string kind, string text, string member, string code) : base(text)
        {
            Kind = kind;
            Member = member;
            Code = code;
        }

        public static CallFailed Request(string text)
        {
            return new CallFailed("request", text, null, null);
        }
    }

    public sealed class Question
    {
        readonly Dictionary<string, object> fields;

        public Question(object value)
        {
            fields = value as Dictionary<string, object>;
            if (fields == null) throw CallFailed.Request("an object was expected");
        }

        /// <summary>There, and not null.</summary>
        public bool Has(string name)
        {
            object value;
            return fields.TryGetValue(name, out value) && value != null;
        }

        T Get<T>(string name)
        {
            object value;
            if (!fields.TryGetValue(name, out value)) throw CallFailed.Request("'" + name + "' is missing");
            if (!(value is T)) throw CallFailed.Request("'" + name + "' is of another kind");
            return (T)value;
        }

        public string Text(string name) { return Get<string>(name); }

        public bool Flag(string name) { return Get<bool>(name); }

        public int Int(string name)
        {
            long value = Get<long>(name);
            if (value < int.MinValue || value > int.MaxValue) throw CallFailed.Request("'" + name + "' is too large");
            return (int)value;
        }

        /// <summary>null and absent: none.</summary>
        public int? MaybeInt(string name) { return Has(name) ? (int?)Int(name) : null; }

        public string MaybeText(string name) { return Has(name) ? Text(name) : null; }

        public decimal? MaybeDecimal(string name) { return Has(name) ? (decimal?)Decimal(name) : null; }

        /// <summary>At most four decimals: the Gateway takes VB6's Currency, which drops the rest in silence.</summary>
        public decimal Decimal(string name)
        {
            decimal value;
            NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(Text(name), styles, CultureInfo.InvariantCulture, out value)) throw CallFailed.Request("'" + name + "' is no number");
            if (decimal.Round(value, 4) != value) throw new CallFailed("refused", "'" + name + "' has more than four decimals: " + Text(name), null, null);
            return value;
        }

        public DateTime Date(string name)
        {
            DateTime value;
            if (!DateTime.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value))
                throw CallFailed.Request("'" + name + "' is no day");
            return value;
        }

        public Question Inner(string name) { return new Question(Get<object>(name)); }

        public Question MaybeInner(string name) { return Has(name) ? Inner(name) : null; }

        public List<object> List(string name) { return Get<List<object>>(name); }

        public List<string> Texts(string name)
        {
            List<string> found = new List<string>();
            foreach (object item in List(name))
            {
                if (!(item is string)) throw CallFailed.Request("'" + name + "' holds something else than text");
                found.Add((string)item);
            }
            return found;
        }

        public object Raw(string name)
        {
            object value;
            return fields.TryGetValue(name, out value) ? value : null;
        }
    }
}
