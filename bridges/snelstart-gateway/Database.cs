// The administration's database on SQL Server for what only Windows can reach: LocalDB and Windows authentication. Fixed
// questions, SELECT only; the statements are those of src/accounting/snelstart-desktop/database/statement.ts, which leads.
using System;
using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.Globalization;
using System.IO;

namespace SConnect.Gateway
{
    sealed class Database
    {
        const int ConnectSeconds = 15;
        const int AnswerSeconds = 120;
        SqlConnection connection;
        SqlSchema schema;

        public object Databases(Question question)
        {
            return Guard(delegate
            {
                SqlConnectionStringBuilder to = Connect(question);
                to.InitialCatalog = "master";
                using (SqlConnection server = new SqlConnection(to.ConnectionString))
                {
                    server.Open();
                    List<object> names = new List<object>();
                    foreach (object[] row in Ask(server, SqlStatements.Databases)) names.Add(row[0]);
                    return Gateway.Result("databases", names);
                }
            });
        }

        public object Open(Question question)
        {
            Close();
            return Guard(delegate
            {
                connection = new SqlConnection(ToConnectionString(question));
                connection.Open();
                List<object[]> rows = Ask(connection, SqlStatements.Describe);
                return Gateway.Result("version", Convert.ToString(rows[0][0]), "database", Convert.ToString(rows[0][2]));
            });
        }

        public object ReadSchema(Question question)
        {
            return Guard(delegate
            {
                List<object> columns = new List<object>();
                schema = new SqlSchema(Ask(Opened(), SqlStatements.Schema));
                foreach (SqlTable table in schema.Tables)
                    foreach (SqlColumn column in table.Columns)
                        columns.Add(new object[] { table.Name, column.Name, column.DataType });
                return Gateway.Result("columns", columns);
            });
        }

        public object Rows(Question question)
        {
            return Guard(delegate
            {
                SqlTable table = Schema().Find(question.Text("table"));
                List<SqlColumn> columns = new List<SqlColumn>();
                foreach (string name in question.Texts("columns")) columns.Add(table.Find(name));
                List<object> rows = new List<object>();
                foreach (object[] row in Ask(Opened(), SqlStatements.Page(table, columns, question))) rows.Add(ToCells(columns, row));
                return Gateway.Result("rows", rows);
            });
        }

        public object Fingerprint(Question question)
        {
            return Guard(delegate
            {
                List<string> parts = new List<string>();
                Opened();
                foreach (string name in question.Texts("tables"))
                {
                    List<string> cells = new List<string>();
                    foreach (object cell in Ask(Opened(), SqlStatements.Fingerprint(Schema().Find(name)))[0])
                        cells.Add(cell == null ? "0" : Convert.ToString(cell, CultureInfo.InvariantCulture));
                    parts.Add(string.Join(",", cells.ToArray()));
                }
                return Gateway.Result("fingerprint", string.Join(" ", parts.ToArray()));
            });
        }

        public void Close()
        {
            if (connection != null) connection.Dispose();
            connection = null;
            schema = null;
        }

        SqlConnection Opened()
        {
            if (connection == null) throw new CallFailed("closed", "no database is open", null, null);
            return connection;
        }

        SqlSchema Schema()
        {
            if (schema == null) schema = new SqlSchema(Ask(Opened(), SqlStatements.Schema));
            return schema;
        }

        static SqlConnectionStringBuilder Connect(Question question)
        {
            SqlConnectionStringBuilder to = new SqlConnectionStringBuilder();
            to.DataSource = question.Text("server");
            to.ApplicationName = "S-Connect";
            to.ConnectTimeout = ConnectSeconds;
            to.Pooling = false;
            // Who asks decides whether to try again; by itself it would wait ten seconds first.
            to.ConnectRetryCount = 0;
            to.IntegratedSecurity = question.Text("user") == "";
            if (!to.IntegratedSecurity)
            {
                to.UserID = question.Text("user");
                to.Password = question.Text("password");
            }
            return to;
        }

        /// <summary>A file that the instance has already, because SnelStart opened it, is read under the name it has there:
        /// attaching it once more would fail.</summary>
        static string ToConnectionString(Question question)
        {
            SqlConnectionStringBuilder to = Connect(question);
            string file = question.Text("file");
            if (file == "") to.InitialCatalog = question.Text("database");
            else
            {
                to.InitialCatalog = "master";
                using (SqlConnection server = new SqlConnection(to.ConnectionString))
                {
                    server.Open();
                    List<object[]> attached = Ask(server, SqlStatements.AttachedAs(Path.GetFullPath(file)));
                    to.InitialCatalog = attached.Count == 0 ? "" : Convert.ToString(attached[0][0]);
                }
                if (to.InitialCatalog == "") to.AttachDBFilename = file;
            }
            return to.ConnectionString;
        }

        static List<object[]> Ask(SqlConnection to, SqlStatement statement)
        {
            using (SqlCommand command = new SqlCommand(statement.Text, to))
            {
                command.CommandTimeout = AnswerSeconds;
                foreach (SqlParameter parameter in statement.Parameters) command.Parameters.Add(parameter);
                using (SqlDataReader reader = command.ExecuteReader())
                {
                    List<object[]> rows = new List<object[]>();
                    while (reader.Read())
                    {
                        object[] row = new object[reader.FieldCount];
                        reader.GetValues(row);
                        for (int at = 0; at < row.Length; at++) if (row[at] is DBNull) row[at] = null;
                        rows.Add(row);
                    }
                    return rows;
                }
            }
        }

        static object[] ToCells(List<SqlColumn> columns, object[] row)
        {
            object[] cells = new object[columns.Count];
            for (int at = 0; at < cells.Length; at++) cells[at] = ToCell(columns[at], row[at]);
            return cells;
        }

        static object ToCell(SqlColumn column, object value)
        {
            if (column.Type == "boolean") return value is bool && (bool)value;
            if (value == null) return null;
            if (column.Type == "integer") return Convert.ToInt64(value);
            // A real has seven digits; what a double makes of the rest is noise.
            if (value is float) return double.Parse(((float)value).ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (column.Type == "float") return Convert.ToDouble(value);
            string text = Convert.ToString(value, CultureInfo.InvariantCulture);
            return column.Type == "moment" && text.Length == 10 ? text + "T00:00:00" : text;
        }

        object Guard(Func<object> work)
        {
            try
            {
                return work();
            }
            catch (SqlException failed)
            {
                // A connection that broke is not used again; asked once more, the caller hears that it is closed.
                if (connection != null && connection.State != ConnectionState.Open) Close();
                string text = "";
                foreach (SqlError error in failed.Errors) text = Words.Join(text, error.Message);
                bool isLogin = Array.IndexOf(SqlStatements.LoginErrors, failed.Number) >= 0;
                string code = failed.Number.ToString(CultureInfo.InvariantCulture);
                throw new CallFailed(isLogin ? "login" : "database", text == "" ? Words.Of(failed) : text, null, code);
            }
            catch (InvalidOperationException failed) { throw Unforeseen(failed); }
            catch (ArgumentException failed) { throw Unforeseen(failed); }
            catch (NotSupportedException failed) { throw Unforeseen(failed); }
            catch (NotImplementedException failed) { throw Unforeseen(failed); }
            catch (IOException failed) { throw Unforeseen(failed); }
        }

        CallFailed Unforeseen(Exception failed)
        {
            if (connection != null && connection.State != ConnectionState.Open) Close();
            return new CallFailed("database", Words.Of(failed), null, Words.CodeOf(failed));
        }
    }
}
