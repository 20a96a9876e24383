// Every statement this program can say to SQL Server, plain enough for any since 2005. Names come from the looked-up schema, in
// brackets; values are parameters.
using System;
using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SConnect.Gateway
{
    sealed class SqlStatement
    {
        public string Text = "";
        public readonly List<SqlParameter> Parameters = new List<SqlParameter>();

        public string Add(SqlDbType type, object value)
        {
            SqlParameter parameter = new SqlParameter("@p" + (Parameters.Count + 1), type);
            if (type == SqlDbType.NVarChar) parameter.Size = 4000;
            parameter.Value = value;
            Parameters.Add(parameter);
            return parameter.ParameterName;
        }
    }

    static class SqlStatements
    {
        const int LargestPage = 5000;
        const string Never = "1 = 0";
        const string IgnoringCase = "COLLATE Latin1_General_CI_AS";
        static readonly string[] uncomparable = { "text", "ntext", "image", "xml", "geometry", "geography", "sql_variant" };

        /// <summary>The user or the password was refused.</summary>
        public static readonly int[] LoginErrors = { 18452, 18456, 18470, 18486, 18487, 18488 };

        public static SqlStatement Databases
        {
            get { return Fixed("SELECT [name] FROM [sys].[databases] WHERE [database_id] > 4 AND [state] = 0 AND HAS_DBACCESS([name]) = 1 ORDER BY [name]"); }
        }

        public static SqlStatement Describe
        {
            get { return Fixed("SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)), CAST(SERVERPROPERTY('Edition') AS nvarchar(128)), DB_NAME()"); }
        }

        public static SqlStatement Schema
        {
            get { return Fixed("SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"); }
        }

        /// <summary>Under which name the instance has this file; no row: it has not.</summary>
        public static SqlStatement AttachedAs(string path)
        {
            SqlStatement statement = new SqlStatement();
            string file = statement.Add(SqlDbType.NVarChar, path);
            statement.Text = "SELECT DB_NAME([database_id]) FROM [sys].[master_files] WHERE [physical_name] " + IgnoringCase + " = " + file;
            return statement;
        }

        public static SqlStatement Page(SqlTable table, List<SqlColumn> columns, Question question)
        {
            int limit = question.Int("limit");
            if (limit < 1 || limit > LargestPage) throw CallFailed.Request("'limit' is not between 1 and " + LargestPage);
            SqlColumn key = table.Find(question.Text("key"));
            SqlStatement statement = new SqlStatement();
            List<string> expressions = new List<string>();
            foreach (SqlColumn column in columns) expressions.Add(Expression(column));
            // Named, because the key may have been asked for as well, and ORDER BY would not know which of the two.
            expressions.Add(key.Quoted + " AS [after]");
            List<string> conditions = new List<string>();
            object after = question.Raw("after");
            if (after is long) conditions.Add(key.Quoted + " > " + statement.Add(key.DataType == "bigint" ? SqlDbType.BigInt : SqlDbType.Int, after));
            foreach (object condition in question.List("where")) conditions.Add(Condition(table, new Question(condition), statement));
            string where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions.ToArray());
            statement.Text = "SELECT TOP (" + limit.ToString(CultureInfo.InvariantCulture) + ") " + string.Join(", ", expressions.ToArray())
                + " FROM " + table.Quoted + where + " ORDER BY " + key.Quoted;
            return statement;
        }

        public static SqlStatement Fingerprint(SqlTable table)
        {
            List<string> columns = new List<string>();
            foreach (SqlColumn column in table.Columns)
                if (Array.IndexOf(uncomparable, column.DataType) < 0) columns.Add(column.Type == "money" ? Expression(column) : column.Quoted);
            string row = "BINARY_CHECKSUM(" + string.Join(", ", columns.ToArray()) + ")";
            return Fixed("SELECT COUNT_BIG(*), CHECKSUM_AGG(" + row + "), SUM(CAST(" + row + " AS bigint)) FROM " + table.Quoted);
        }

        static SqlStatement Fixed(string text)
        {
            SqlStatement statement = new SqlStatement();
            statement.Text = text;
            return statement;
        }

        static string Expression(SqlColumn column)
        {
            if (column.Type == "other") throw CallFailed.Request("column '" + column.Name + "' is of a type that is not read: " + column.DataType);
            if (column.Type == "moment") return "CONVERT(varchar(19), " + column.Quoted + ", 126)";
            if (column.Type != "money") return column.Quoted;
            return column.DataType.EndsWith("money") ? "CONVERT(varchar(40), " + column.Quoted + ", 2)" : "CAST(" + column.Quoted + " AS varchar(40))";
        }

        static string Condition(SqlTable table, Question condition, SqlStatement statement)
        {
            if (!condition.Has("anyOf")) return One(table.Find(condition.Text("column")), condition, statement);
            List<string> parts = new List<string>();
            foreach (object one in condition.List("anyOf"))
            {
                Question inner = new Question(one);
                parts.Add(One(table.Find(inner.Text("column")), inner, statement));
            }
            return parts.Count == 0 ? Never : "(" + string.Join(" OR ", parts.ToArray()) + ")";
        }

        static string One(SqlColumn column, Question condition, SqlStatement statement)
        {
            string how = condition.Text("is");
            if (how == "oneOf") return OneOf(column, condition.List("values"), statement);
            object value = condition.Raw("value");
            if (how == "contains")
            {
                string pattern = "%" + Regex.Replace(condition.Text("value"), @"[!%_\[]", "!$&") + "%";
                return Operand(column) + " LIKE " + statement.Add(SqlDbType.NVarChar, pattern) + " ESCAPE '!'";
            }
            if (how != "equal" && how != "atLeast") throw CallFailed.Request("there is no comparison '" + how + "'");
            if (value == null) return how == "atLeast" || column.Type == "boolean" ? Never : column.Quoted + " IS NULL";
            string parameter = Parameter(column, value, statement);
            return parameter == null ? Never : Operand(column) + (how == "equal" ? " = " : " >= ") + parameter;
        }

        static string OneOf(SqlColumn column, List<object> values, SqlStatement statement)
        {
            List<string> parts = new List<string>();
            foreach (object value in values)
            {
                string parameter = Parameter(column, value, statement);
                if (parameter != null) parts.Add(parameter);
            }
            return parts.Count == 0 ? Never : Operand(column) + " IN (" + string.Join(", ", parts.ToArray()) + ")";
        }

        /// <summary>The column as one side of a comparison. An empty flag counts as no, as it is read.</summary>
        static string Operand(SqlColumn column)
        {
            if (column.Type == "boolean") return "ISNULL(" + column.Quoted + ", 0)";
            if (column.Type != "text") return column.Quoted;
            bool isLong = column.DataType == "text" || column.DataType == "ntext";
            return (isLong ? "CAST(" + column.Quoted + " AS nvarchar(max))" : column.Quoted) + " " + IgnoringCase;
        }

        /// <summary>null: no value of this column can be that.</summary>
        static string Parameter(SqlColumn column, object value, SqlStatement statement)
        {
            string text = value is bool ? ((bool)value ? "1" : "0") : Convert.ToString(value, CultureInfo.InvariantCulture);
            switch (column.Type)
            {
                case "integer":
                    long whole;
                    if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)) return null;
                    bool isInt = column.DataType != "bigint" && whole == (int)whole;
                    return statement.Add(isInt ? SqlDbType.Int : SqlDbType.BigInt, isInt ? (object)(int)whole : whole);
                case "float":
                    double real;
                    bool isReal = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out real);
                    return isReal ? statement.Add(SqlDbType.Float, real) : null;
                case "boolean":
                    return statement.Add(SqlDbType.Bit, text == "1");
                case "money":
                    if (!Regex.IsMatch(text, @"^-?\d{1,15}(\.\d{1,4})?$")) return null;
                    return "CAST(" + statement.Add(SqlDbType.NVarChar, text) + " AS decimal(19,4))";
                case "moment":
                    if (Regex.IsMatch(text, @"^\d{4}-\d\d-\d\d$")) text += "T00:00:00";
                    if (!Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")) return null;
                    // Style 126 is the same in every language of the server, given day and time.
                    return "CONVERT(datetime, " + statement.Add(SqlDbType.NVarChar, text) + ", 126)";
                default:
                    return statement.Add(SqlDbType.NVarChar, text);
            }
        }
    }
}
