// The stand-in of SnelStart's Gateway: the same classes and members as the real library, over a text file. This part opens.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    public class clsGWayLoginSettings
    {
        internal string Administration = "";
        internal bool IsMdb;
        internal string Folder = "";
        internal string Server = "";
        internal bool IsWindows;
        internal string SqlUser = "";
        internal string SqlPassword = "";
        internal string User = "";
        internal string Password = "";

        public string prpGWayDbAdministratieNaamSet { set { Administration = value; } }
        public bool prpGWayDbTypeJetSet { set { IsMdb = value; } }
        public string prpGWayDbJetFolderSet { set { Folder = value; } }
        public string prpGWayDbSqlServerNameSet { set { Server = value; } }
        public bool prpGWayDbSqlConnectTypeWindowsSet { set { IsWindows = value; } }
        public string prpGWayDbSqlUserNameSet { set { SqlUser = value; } }
        public string prpGWayDbSqlPasswordSet { set { SqlPassword = value; } }
        public string prpGWayAdmiUserNameSet { set { User = value; } }
        public string prpGWayAdmiUserPasswordSet { set { Password = value; } }
    }

    public class clsGwaySupport
    {
        public string mtdGWayFoutBoodschap(string parMethodNaam)
        {
            return Member.LastError;
        }
    }

    public partial class clsGWaySnelStart
    {
        internal static bool IsOpen;

        public string prpGWayVersieGateWayGet { get { return State.Setting("gatewayVersion") ?? "12.17.0"; } }

        public string prpGWayVersieSnelStartGet()
        {
            return State.Setting("snelStartVersion") ?? "12.17";
        }

        public bool prpGWayAdmiInEuroGet
        {
            get
            {
                MustBeOpen();
                return true;
            }
        }

        public bool mtdGWayAdmiOpenenViaLoginSettings(int parhWnd, clsGWayLoginSettings parGWayLoginSettings)
        {
            return Member.Do("mtdGWayAdmiOpenenViaLoginSettings", delegate
            {
                clsGWayLoginSettings with = parGWayLoginSettings;
                State.Forget();
                IsOpen = false;
                CheckSystem(with);
                if (!IsUser(with.User, with.Password)) return Member.No("De gebruikersnaam of het wachtwoord is onjuist: " + with.User + ".");
                IsOpen = true;
                return true;
            });
        }

        static void CheckSystem(clsGWayLoginSettings with)
        {
            string name = State.Setting("administration");
            if (name != null && name != with.Administration) throw new Exception("Administratie ‘" + with.Administration + "’ is niet gevonden.");
            string version = State.Setting("wrongVersion");
            if (version != null) throw new Exception("De administratie is van een nieuwere versie van SnelStart: " + version + ".");
            if (State.Setting("noIntegration") != null) throw new Exception("De module Integratie ontbreekt in uw licentie; neem contact op met uw beheerder – coördinatie.");
            string other = State.Setting("otherUser");
            if (other != null) throw new Exception("Een andere gebruiker heeft de administratie geopend: " + other + ".");
            string sqlPassword = State.Setting("sqlPassword");
            bool isSql = !with.IsMdb && !with.IsWindows;
            if (isSql && sqlPassword != null && sqlPassword != with.SqlPassword) throw new Exception("Login failed for user '" + with.SqlUser + "'.");
        }

        static bool IsUser(string user, string password)
        {
            Dictionary<string, object> known = State.Find("tblGebruiker", "fldLoginNaam", user);
            if (known == null && State.Rows("tblGebruiker").Count > 0) return false;
            if (known != null && Rules.IsTrue(known, "fldNonactief")) return false;
            Dictionary<string, object> secret = State.Find("standin.password", "login", user);
            return password == (secret == null ? "" : Convert.ToString(secret["password"]));
        }

        public void mtdGWayAdmiSluiten()
        {
            Member.Do("mtdGWayAdmiSluiten", delegate
            {
                IsOpen = false;
                State.Forget();
            });
        }

        internal static void MustBeOpen()
        {
            if (!IsOpen) throw new Exception("Er is geen administratie geopend.");
        }

#if !NO_mtdGWayTransactionBegin
        public void mtdGWayTransactionBegin()
        {
            Member.Do("mtdGWayTransactionBegin", delegate { MustBeOpen(); State.Begin(); });
        }

        public void mtdGWayTransactionCommit()
        {
            Member.Do("mtdGWayTransactionCommit", delegate { State.Commit(); });
        }

        public void mtdGWayTransactionRollback()
        {
            Member.Do("mtdGWayTransactionRollback", delegate { State.Rollback(); });
        }
#endif
    }
}
