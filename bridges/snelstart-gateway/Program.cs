// SnelStart's Gateway and database for S-Connect: one JSON question a line on standard input, one answer a line on standard
// output. All calls run on this one thread, which is an STA as VB6's libraries want it.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text;

[assembly: AssemblyTitle("S-Connect: helper for SnelStart's Gateway")]
[assembly: AssemblyProduct("S-Connect")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.8")]

namespace SConnect.Gateway
{
    public static class Program
    {
        const int Protocol = 1;
        const string Version = "1.0.0";

        [STAThread]
        public static int Main(string[] arguments)
        {
            UTF8Encoding utf8 = new UTF8Encoding(false);
            StreamWriter answers = new StreamWriter(Console.OpenStandardOutput(), utf8);
            answers.NewLine = "\n";
            answers.AutoFlush = true;
            // Whatever a library prints may not come between the answers.
            Console.SetOut(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
            Options options;
            try { options = new Options(arguments); }
            catch (ArgumentException wrong)
            {
                Console.Error.WriteLine(wrong.Message);
                return 2;
            }
            Watch watch = new Watch(options.GraceSeconds);
            BlockingCollection<string> lines = new BlockingCollection<string>();
            watch.ReadLines(Console.OpenStandardInput(), lines);
            if (options.Parent != null) watch.Follow(options.Parent.Value);
            Calls calls = new Calls(options.Library);
            try
            {
                answers.WriteLine(Json.Write(Hello()));
                foreach (string line in lines.GetConsumingEnumerable())
                {
                    if (watch.ParentIsGone()) break;
                    answers.WriteLine(calls.Answer(line));
                }
            }
            catch (IOException) { } // Nobody reads the answers any more.
            calls.Close();
            return 0;
        }

        static Dictionary<string, object> Hello()
        {
            Dictionary<string, object> hello = new Dictionary<string, object>();
            hello["hello"] = "s-connect-gateway";
            hello["protocol"] = Protocol;
            hello["version"] = Version;
            hello["bits"] = IntPtr.Size * 8;
            hello["system"] = Environment.OSVersion.VersionString + ", .NET " + Environment.Version;
            return hello;
        }
    }

    sealed class Options
    {
        public readonly int? Parent;
        public readonly string Library;
        public readonly double GraceSeconds = 10;

        public Options(string[] arguments)
        {
            for (int at = 0; at < arguments.Length; at += 2)
            {
                if (at + 1 >= arguments.Length) throw new ArgumentException("a value is missing behind " + arguments[at]);
                string value = arguments[at + 1];
                int number;
                if (arguments[at] == "--library") Library = value;
                else if (arguments[at] == "--parent" && int.TryParse(value, out number)) Parent = number;
                else if (arguments[at] == "--grace" && int.TryParse(value, out number)) GraceSeconds = number / 1000.0;
                else throw new ArgumentException("use: [--parent <process>] [--library <assembly>] [--grace <milliseconds>]");
            }
        }
    }
}
