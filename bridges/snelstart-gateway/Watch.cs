// Ends the program with whoever started it: when standard input ends, or the process named by --parent is gone. A call under
// way gets a moment to finish; one that hangs (a question on the screen, say) does not keep the administration open for ever. None
// is begun for a parent that is gone.
using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace SConnect.Gateway
{
    sealed class Watch
    {
        const int PollMilliseconds = 500;
        readonly double graceSeconds;
        int? parent;
        BlockingCollection<string> lines;

        public Watch(double graceSeconds)
        {
            this.graceSeconds = graceSeconds;
        }

        public void ReadLines(Stream input, BlockingCollection<string> into)
        {
            lines = into;
            Start(delegate
            {
                StreamReader reader = new StreamReader(input, new UTF8Encoding(false), false);
                string line;
                try
                {
                    while ((line = reader.ReadLine()) != null) if (line.Trim() != "") into.Add(line);
                }
                catch (IOException) { }
                catch (InvalidOperationException) { return; } // The parent was gone first.
                End();
            });
        }

        public void Follow(int process)
        {
            parent = process;
            Start(delegate
            {
                while (IsThere(process)) Thread.Sleep(PollMilliseconds);
                End();
            });
        }

        // Whose questions nobody waits for any more; only of a parent that was named.
        public bool ParentIsGone()
        {
            return parent != null && !IsThere(parent.Value);
        }

        void End()
        {
            try { lines.CompleteAdding(); } catch (ObjectDisposedException) { }
            Thread.Sleep(TimeSpan.FromSeconds(graceSeconds));
            Console.Error.WriteLine("a call was still under way");
            Process.GetCurrentProcess().Kill();
        }

        static bool IsThere(int process)
        {
            try
            {
                using (Process found = Process.GetProcessById(process)) return !found.HasExited;
            }
            catch (ArgumentException) { return false; }
            catch (InvalidOperationException) { return false; }
            catch (System.ComponentModel.Win32Exception) { return true; } // There, but another user's.
        }

        static void Start(ThreadStart work)
        {
            Thread thread = new Thread(work);
            thread.IsBackground = true;
            thread.Start();
        }
    }
}
