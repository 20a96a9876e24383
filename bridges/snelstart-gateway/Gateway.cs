// The Gateway itself: found and made by name, holding one open administration, and the way every writing call goes: within a
// transaction where there is one, and with a clear word on whether anything may have been saved.
using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SConnect.Gateway
{
    /// <summary>How far a writing call has come.</summary>
    sealed class Saving
    {
        /// <summary>Set right before the call that saves: from here on a failure is doubt.</summary>
        public bool Started;
        /// <summary>Looks whether it is there after all, once it should have been undone; null: that cannot be looked up.</summary>
        public Func<bool> IsThere;
    }

    sealed class Gateway
    {
        readonly string library;
        Assembly assembly;
        Late main;
        bool isOpen;
        Question settings;

        /// <param name="library">An assembly with the Gateway's classes; null: the registered COM library.</param>
        public Gateway(string library)
        {
            this.library = library;
        }

        public object Versions(Question question)
        {
            return Result("gateway", Version(GatewayNames.VersionOfGateway), "snelStart", Version(GatewayNames.VersionOfSnelStart));
        }

        public object Open(Question question)
        {
            Close(null);
            OpenWith(question);
            settings = question;
            return Result(
                "gateway", Version(GatewayNames.VersionOfGateway),
                "snelStart", Version(GatewayNames.VersionOfSnelStart),
                "administration", question.Text("administration"));
        }

        public object Close(Question question)
        {
            settings = null;
            Drop();
            return Result();
        }

        /// <summary>The open administration; opened again when a refused order or entry was thrown away with its object.</summary>
        public Late Administration()
        {
            if (isOpen) return main;
            if (settings == null) throw new CallFailed("closed", "no administration is open", null, null);
            OpenWith(settings);
            return main;
        }

        public Late Create(string className)
        {
            Type type = FindType(className);
            try
            {
                return new Late(Activator.CreateInstance(type));
            }
            catch (Exception failed)
            {
                Exception cause = failed is TargetInvocationException && failed.InnerException != null ? failed.InnerException : failed;
                throw new CallFailed("noGateway", Words.Of(cause), className, Words.CodeOf(cause));
            }
        }

        /// <summary>Refused: surely nothing is saved. Doubt: failed in or behind the call that saves, and not surely undone.</summary>
        /// <param name="keepsPending">What was begun and not saved lives on in the object, and would be part of the next one.</param>
        public T Save<T>(bool keepsPending, Func<Saving, T> work)
        {
            Late administration = Administration();
            Saving saving = new Saving();
            bool hasTransaction = administration.Has(GatewayNames.Begin);
            bool isCommitting = false;
            try
            {
                if (hasTransaction) administration.Call(GatewayNames.Begin);
                T result = work(saving);
                isCommitting = true;
                if (hasTransaction) administration.Call(GatewayNames.Commit);
                return result;
            }
            catch (Exception failed)
            {
                CallFailed whole = WithErrorText(failed as CallFailed ?? new CallFailed("refused", Words.Of(failed), null, Words.CodeOf(failed)));
                bool isRolledBack = hasTransaction && !isCommitting && TryRollback(administration);
                bool isUndone = !saving.Started || (isRolledBack && !IsThere(saving));
                if (keepsPending || !isUndone) Drop();
                if (!isUndone) whole.Kind = "doubt";
                throw whole;
            }
        }

        static bool IsThere(Saving saving)
        {
            try { return saving.IsThere != null && saving.IsThere(); }
            catch (CallFailed) { return true; }
        }

        /// <summary>For calls whose false means no.</summary>
        public void Demand(object answer, string member)
        {
            if (answer is bool && !(bool)answer) throw new CallFailed("refused", "", member, null);
        }

        static bool TryRollback(Late administration)
        {
            try
            {
                administration.Call(GatewayNames.Rollback);
                return true;
            }
            catch (CallFailed) { return false; }
        }

        void OpenWith(Question question)
        {
            try
            {
                if (main == null) main = Create(GatewayNames.Main);
                using (Late login = ToLoginSettings(question))
                    Demand(main.Call(GatewayNames.Open, GatewayNames.NoWindow, login), GatewayNames.Open);
                if (main.Has(GatewayNames.ProofOfOpen)) main.Get(GatewayNames.ProofOfOpen);
                isOpen = true;
            }
            catch (CallFailed failed)
            {
                CallFailed whole = WithErrorText(failed);
                Drop();
                throw whole;
            }
        }

        Late ToLoginSettings(Question question)
        {
            bool isMdb = question.Text("database") == "mdb";
            Late login = Create(GatewayNames.LoginSettings);
            login.Set(GatewayNames.SettingAdministration, question.Text("administration"));
            login.Set(GatewayNames.SettingIsMdb, isMdb);
            if (question.Text("folder") != "") login.Set(GatewayNames.SettingFolder, WithSlash(question.Text("folder")));
            if (!isMdb)
            {
                login.Set(GatewayNames.SettingServer, question.Text("server"));
                login.Set(GatewayNames.SettingWindows, question.Flag("windows"));
                if (!question.Flag("windows"))
                {
                    login.Set(GatewayNames.SettingSqlUser, question.Text("sqlUser"));
                    login.Set(GatewayNames.SettingSqlPassword, question.Text("sqlPassword"));
                }
            }
            login.Set(GatewayNames.SettingUser, question.Text("user"));
            login.Set(GatewayNames.SettingPassword, question.Text("password"));
            return login;
        }

        /// <summary>The vendor's example: the path 'inclusief \'.</summary>
        static string WithSlash(string folder)
        {
            return folder.EndsWith("\\") || folder.EndsWith("/") ? folder : folder + Path.DirectorySeparatorChar;
        }

        /// <summary>Closes whatever is open and lets the object go, without a word when that fails.</summary>
        void Drop()
        {
            if (main == null) return;
            try { if (isOpen) main.Call(GatewayNames.Close); }
            catch (CallFailed failed) { Console.Error.WriteLine(failed.Message); }
            isOpen = false;
            main.Dispose();
            main = null;
        }

        string Version(string member)
        {
            if (main == null) main = Create(GatewayNames.Main);
            return Convert.ToString(main.Get(member)) ?? "";
        }

        /// <summary>A call that said no and nothing else: the Gateway has a text for it. One that threw has said its own; what
        /// is asked for then may be the text of an older failure.</summary>
        CallFailed WithErrorText(CallFailed failed)
        {
            if (failed.Message != "" || failed.Member == null) return failed;
            string text = "";
            try
            {
                using (Late support = Create(GatewayNames.Support))
                    text = Convert.ToString(support.Call(GatewayNames.ErrorText, failed.Member)) ?? "";
            }
            catch (CallFailed none) { Console.Error.WriteLine(none.Message); }
            return new CallFailed(failed.Kind, text == "" ? failed.Member + ": no" : text, failed.Member, failed.Code);
        }

        Type FindType(string className)
        {
            if (library != null) return FindInLibrary(className);
            try
            {
                Type type = Type.GetTypeFromProgID(GatewayNames.ProgIdPrefix + className);
                return type ?? Type.GetTypeFromCLSID(GatewayNames.ClassIds[className], true);
            }
            catch (Exception failed)
            {
                throw new CallFailed("noGateway", Words.Of(failed), className, Words.CodeOf(failed));
            }
        }

        Type FindInLibrary(string className)
        {
            try
            {
                if (assembly == null) assembly = Assembly.LoadFrom(library);
                foreach (Type type in assembly.GetExportedTypes()) if (type.Name == className) return type;
            }
            catch (Exception failed)
            {
                throw new CallFailed("noGateway", Words.Of(failed), className, null);
            }
            throw new CallFailed("noGateway", "the library has no " + className, className, null);
        }

        public static Dictionary<string, object> Result(params object[] namesAndValues)
        {
            Dictionary<string, object> result = new Dictionary<string, object>();
            for (int at = 0; at < namesAndValues.Length; at += 2) result[(string)namesAndValues[at]] = namesAndValues[at + 1];
            return result;
        }
    }
}
