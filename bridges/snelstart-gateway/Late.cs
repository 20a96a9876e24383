// An object of the Gateway, called by name: a COM object through IDispatch, or one of a .NET assembly through reflection.
using System;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SConnect.Gateway
{
    sealed class Late : IDisposable
    {
        const int UnknownName = unchecked((int)0x80020006);
        const int MemberNotFound = unchecked((int)0x80020003);
        readonly object target;
        readonly Type type;

        public Late(object target)
        {
            this.target = target;
            type = target.GetType();
        }

        bool IsCom { get { return Marshal.IsComObject(target); } }

        public bool Has(string name)
        {
            if (!IsCom) return type.GetMember(name, BindingFlags.Public | BindingFlags.Instance).Length > 0;
            INames names = target as INames;
            // Cannot be asked: the call itself will tell.
            if (names == null) return true;
            Guid none = Guid.Empty;
            int[] found = new int[1];
            return names.GetIDsOfNames(ref none, new string[] { name }, 1, 0, found) >= 0;
        }

        public object Call(string name, params object[] arguments)
        {
            return Invoke(name, BindingFlags.InvokeMethod, arguments);
        }

        /// <summary>A property or a method without arguments: which of the two it is differs per member and way in.</summary>
        public object Get(string name)
        {
            bool isMethod = !IsCom && type.GetMethod(name, Type.EmptyTypes) != null;
            return Invoke(name, isMethod ? BindingFlags.InvokeMethod : IsCom ? BindingFlags.GetProperty | BindingFlags.InvokeMethod : BindingFlags.GetProperty, new object[0]);
        }

        public void Set(string name, object value)
        {
            Invoke(name, BindingFlags.SetProperty, new object[] { value });
        }

        /// <summary>Another object of the Gateway, or null.</summary>
        public Late Object(string name, params object[] arguments)
        {
            object found = Call(name, arguments);
            return found == null ? null : new Late(found);
        }

        object Invoke(string name, BindingFlags how, object[] arguments)
        {
            if (!IsCom && !Has(name)) throw Missing(name);
            for (int at = 0; at < arguments.Length; at++) arguments[at] = Unwrap(arguments[at]);
            try
            {
                if (!IsCom && how == BindingFlags.InvokeMethod) return InvokeManaged(name, arguments);
                return type.InvokeMember(name, how, null, target, arguments);
            }
            catch (MissingMemberException)
            {
                throw Missing(name);
            }
            catch (Exception failed)
            {
                Exception cause = failed is TargetInvocationException && failed.InnerException != null ? failed.InnerException : failed;
                int code = cause is COMException ? ((COMException)cause).ErrorCode : 0;
                if (code == UnknownName || code == MemberNotFound) throw Missing(name);
                throw new CallFailed("refused", Words.Of(cause), name, Words.CodeOf(cause));
            }
        }

        /// <summary>VB6 knows no decimal: its Currency holds the same four decimals, without a detour over a double.</summary>
        object Unwrap(object value)
        {
            if (value is Late) return ((Late)value).target;
            return IsCom && value is decimal ? new CurrencyWrapper((decimal)value) : value;
        }

        /// <summary>Reflection wants each argument, and each of its parameter's own type; COM sees to that itself.</summary>
        object InvokeManaged(string name, object[] arguments)
        {
            MethodInfo method = type.GetMethod(name);
            ParameterInfo[] parameters = method.GetParameters();
            if (arguments.Length > parameters.Length) throw Missing(name);
            object[] all = new object[parameters.Length];
            for (int at = 0; at < all.Length; at++) all[at] = Fit(parameters[at], at < arguments.Length ? arguments[at] : Type.Missing);
            return method.Invoke(target, all);
        }

        static object Fit(ParameterInfo parameter, object value)
        {
            Type wanted = parameter.ParameterType;
            if (value == Type.Missing) return wanted.IsValueType ? Activator.CreateInstance(wanted) : null;
            return wanted.IsEnum ? Enum.ToObject(wanted, value) : value;
        }

        static CallFailed Missing(string name)
        {
            return new CallFailed("member", "SnelStart's Gateway has no '" + name + "'", name, null);
        }

        public void Dispose()
        {
            if (IsCom) Marshal.ReleaseComObject(target);
            else if (target is IDisposable) ((IDisposable)target).Dispose();
        }

        /// <summary>IDispatch, for the one question whether a name exists.</summary>
        [ComImport, Guid("00020400-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
        interface INames
        {
            [PreserveSig]
            int GetTypeInfoCount(out int count);
            [PreserveSig]
            int GetTypeInfo(int index, int language, out IntPtr info);
            [PreserveSig]
            int GetIDsOfNames(ref Guid reserved, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPWStr)] string[] names, int count, int language, [Out, MarshalAs(UnmanagedType.LPArray)] int[] found);
        }
    }

    /// <summary>What an exception says, whole: its inner ones too.</summary>
    static class Words
    {
        public static string Of(Exception failed)
        {
            string text = "";
            for (Exception one = failed; one != null; one = one.InnerException) text = Join(text, one.Message);
            return text == "" ? failed.GetType().Name : text;
        }

        public static string Join(string text, string more)
        {
            if (string.IsNullOrEmpty(more) || text.Contains(more)) return text;
            return text == "" ? more : text + " · " + more;
        }

        public static string CodeOf(Exception failed)
        {
            ExternalException external = failed as ExternalException;
            return external == null ? null : "0x" + external.ErrorCode.ToString("X8");
        }
    }
}
