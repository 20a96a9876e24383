// Tables and columns as SQL Server itself names them. Whatever is asked for is looked up here, so that no text of a question
// ever becomes part of a statement.
using System;
using System.Collections.Generic;

namespace SConnect.Gateway
{
    sealed class SqlColumn
    {
        public string Name;
        /// <summary>As INFORMATION_SCHEMA.COLUMNS names it.</summary>
        public string DataType;
        /// <summary>As ColumnType of database.ts.</summary>
        public string Type;

        public string Quoted { get { return SqlSchema.Quote(Name); } }
    }

    sealed class SqlTable
    {
        public string Name;
        public string Schema;
        public readonly List<SqlColumn> Columns = new List<SqlColumn>();

        public string Quoted { get { return SqlSchema.Quote(Schema) + "." + SqlSchema.Quote(Name); } }

        public SqlColumn Find(string name)
        {
            foreach (SqlColumn column in Columns) if (string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)) return column;
            throw CallFailed.Request("table " + Name + " has no column '" + name + "'");
        }
    }

    sealed class SqlSchema
    {
        static readonly Dictionary<string, string> types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            { "int", "integer" }, { "bigint", "integer" }, { "smallint", "integer" }, { "tinyint", "integer" },
            { "decimal", "money" }, { "numeric", "money" }, { "money", "money" }, { "smallmoney", "money" },
            { "float", "float" }, { "real", "float" }, { "bit", "boolean" },
            { "nvarchar", "text" }, { "varchar", "text" }, { "nchar", "text" }, { "char", "text" }, { "ntext", "text" }, { "text", "text" },
            { "datetime", "moment" }, { "smalldatetime", "moment" }, { "datetime2", "moment" }, { "date", "moment" },
        };

        readonly Dictionary<string, SqlTable> tables = new Dictionary<string, SqlTable>(StringComparer.OrdinalIgnoreCase);

        /// <summary>Of a name that stands in several schemas the one in dbo, where SnelStart has its tables.</summary>
        public SqlSchema(List<object[]> rows)
        {
            foreach (object[] row in rows)
            {
                string schema = Convert.ToString(row[0]);
                string name = Convert.ToString(row[1]);
                SqlTable table;
                bool isKnown = tables.TryGetValue(name, out table);
                if (isKnown && table.Schema != schema && schema != "dbo") continue;
                if (!isKnown || table.Schema != schema) tables[name] = table = new SqlTable { Name = name, Schema = schema };
                string dataType = Convert.ToString(row[3]).ToLowerInvariant();
                string type;
                if (!types.TryGetValue(dataType, out type)) type = "other";
                table.Columns.Add(new SqlColumn { Name = Convert.ToString(row[2]), DataType = dataType, Type = type });
            }
        }

        public IEnumerable<SqlTable> Tables { get { return tables.Values; } }

        public SqlTable Find(string name)
        {
            SqlTable table;
            if (tables.TryGetValue(name, out table)) return table;
            throw CallFailed.Request("there is no table '" + name + "'");
        }

        public static string Quote(string name)
        {
            return "[" + name.Replace("]", "]]") + "]";
        }
    }
}
