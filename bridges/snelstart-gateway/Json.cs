// JSON, as much as the protocol needs, so that the program needs no package: objects are Dictionary<string, object>, lists
// are List<object>; whole numbers are long, others double. Money never travels as a number.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SConnect.Gateway
{
    public static class Json
    {
        const int MaxDepth = 40;

        /// <summary>Throws FormatException on anything that is not one JSON value.</summary>
        public static object Parse(string text)
        {
            int at = 0;
            object value = ReadValue(text, ref at, 0);
            SkipBlanks(text, ref at);
            if (at != text.Length) throw Wrong(at);
            return value;
        }

        static object ReadValue(string text, ref int at, int depth)
        {
            if (depth > MaxDepth) throw new FormatException("too deep");
            SkipBlanks(text, ref at);
            if (at >= text.Length) throw Wrong(at);
            char first = text[at];
            if (first == '{') return ReadObject(text, ref at, depth);
            if (first == '[') return ReadList(text, ref at, depth);
            if (first == '"') return ReadString(text, ref at);
            if (ReadWord(text, ref at, "true")) return true;
            if (ReadWord(text, ref at, "false")) return false;
            if (ReadWord(text, ref at, "null")) return null;
            return ReadNumber(text, ref at);
        }

        static object ReadObject(string text, ref int at, int depth)
        {
            Dictionary<string, object> found = new Dictionary<string, object>();
            at++;
            SkipBlanks(text, ref at);
            if (at < text.Length && text[at] == '}') { at++; return found; }
            while (true)
            {
                SkipBlanks(text, ref at);
                string name = ReadString(text, ref at);
                SkipBlanks(text, ref at);
                Expect(text, ref at, ':');
                found[name] = ReadValue(text, ref at, depth + 1);
                SkipBlanks(text, ref at);
                if (at < text.Length && text[at] == ',') { at++; continue; }
                Expect(text, ref at, '}');
                return found;
            }
        }

        static object ReadList(string text, ref int at, int depth)
        {
            List<object> found = new List<object>();
            at++;
            SkipBlanks(text, ref at);
            if (at < text.Length && text[at] == ']') { at++; return found; }
            while (true)
            {
                found.Add(ReadValue(text, ref at, depth + 1));
                SkipBlanks(text, ref at);
                if (at < text.Length && text[at] == ',') { at++; continue; }
                Expect(text, ref at, ']');
                return found;
            }
        }

        static string ReadString(string text, ref int at)
        {
            Expect(text, ref at, '"');
            StringBuilder found = new StringBuilder();
            while (at < text.Length)
            {
                char c = text[at++];
                if (c == '"') return found.ToString();
                if (c < ' ') throw Wrong(at);
                found.Append(c == '\\' ? ReadEscape(text, ref at) : c);
            }
            throw Wrong(at);
        }

        static char ReadEscape(string text, ref int at)
        {
            if (at >= text.Length) throw Wrong(at);
            char c = text[at++];
            int simple = "\"\\/bfnrt".IndexOf(c);
            if (simple >= 0) return "\"\\/\b\f\n\r\t"[simple];
            ushort code;
            if (c != 'u' || at + 4 > text.Length) throw Wrong(at);
            if (!ushort.TryParse(text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)) throw Wrong(at);
            at += 4;
            return (char)code;
        }

        static object ReadNumber(string text, ref int at)
        {
            int from = at;
            while (at < text.Length && "+-0123456789.eE".IndexOf(text[at]) >= 0) at++;
            string number = text.Substring(from, at - from);
            long whole;
            double real;
            if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)) return whole;
            if (number != "" && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out real)) return real;
            throw Wrong(from);
        }

        static bool ReadWord(string text, ref int at, string word)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) return false;
            at += word.Length;
            return true;
        }

        static void SkipBlanks(string text, ref int at)
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0) at++;
        }

        static void Expect(string text, ref int at, char wanted)
        {
            if (at >= text.Length || text[at] != wanted) throw Wrong(at);
            at++;
        }

        static FormatException Wrong(int at)
        {
            return new FormatException("not JSON at position " + at.ToString(CultureInfo.InvariantCulture));
        }

        /// <summary>On one line; non-ASCII stays as it is.</summary>
        public static string Write(object value)
        {
            StringBuilder text = new StringBuilder();
            WriteValue(text, value);
            return text.ToString();
        }

        static void WriteValue(StringBuilder text, object value)
        {
            if (value == null) text.Append("null");
            else if (value is bool) text.Append((bool)value ? "true" : "false");
            else if (value is string) WriteString(text, (string)value);
            else if (value is double) text.Append(((double)value).ToString("R", CultureInfo.InvariantCulture));
            else if (value is IDictionary) WriteObject(text, (IDictionary)value);
            else if (value is IEnumerable) WriteList(text, (IEnumerable)value);
            else if (value is int || value is long || value is short || value is byte) text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            else throw new ArgumentException("no JSON for " + value.GetType().Name);
        }

        static void WriteObject(StringBuilder text, IDictionary value)
        {
            string between = "{";
            foreach (DictionaryEntry entry in value)
            {
                text.Append(between);
                WriteString(text, (string)entry.Key);
                text.Append(':');
                WriteValue(text, entry.Value);
                between = ",";
            }
            text.Append(value.Count == 0 ? "{}" : "}");
        }

        static void WriteList(StringBuilder text, IEnumerable value)
        {
            text.Append('[');
            bool isFirst = true;
            foreach (object item in value)
            {
                if (!isFirst) text.Append(',');
                WriteValue(text, item);
                isFirst = false;
            }
            text.Append(']');
        }

        static void WriteString(StringBuilder text, string value)
        {
            text.Append('"');
            for (int at = 0; at < value.Length; at++)
            {
                char c = value[at];
                if (c == '"' || c == '\\') text.Append('\\').Append(c);
                else if (c < ' ' || c == '\u2028' || c == '\u2029' || IsHalf(value, at)) text.Append("\\u").Append(((int)c).ToString("x4"));
                else text.Append(c);
            }
            text.Append('"');
        }

        /// <summary>Half of a surrogate pair without the other: UTF-8 has no bytes for it.</summary>
        static bool IsHalf(string value, int at)
        {
            if (char.IsHighSurrogate(value[at])) return at + 1 >= value.Length || !char.IsLowSurrogate(value[at + 1]);
            return char.IsLowSurrogate(value[at]) && (at == 0 || !char.IsHighSurrogate(value[at - 1]));
        }
    }
}
