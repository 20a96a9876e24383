// Customers: never over one that is there, and only the fields that were given.
using System;

namespace SConnect.Gateway
{
    sealed class Customers
    {
        readonly Gateway gateway;

        public Customers(Gateway gateway)
        {
            this.gateway = gateway;
        }

        public object Create(Question question)
        {
            int code = question.Int("code");
            Question fields = question.Inner("fields");
            return Write(code, true, delegate(Late customer)
            {
                if (Exists(customer, code)) throw new CallFailed("taken", "customer " + code + " exists", GatewayNames.CustomerRead, null);
                customer.Call(GatewayNames.CustomerClear);
                customer.Set(GatewayNames.CustomerCode, code);
                Fill(customer, fields);
            });
        }

        public object Update(Question question)
        {
            int code = question.Int("code");
            Question fields = question.Inner("fields");
            return Write(code, false, delegate(Late customer)
            {
                if (!Exists(customer, code)) throw new CallFailed("gone", "there is no customer " + code, GatewayNames.CustomerRead, null);
                Fill(customer, fields);
            });
        }

        object Write(int code, bool isNew, Action<Late> prepare)
        {
            gateway.Save<object>(false, delegate(Saving saving)
            {
                using (Late customer = gateway.Create(GatewayNames.Customer))
                {
                    prepare(customer);
                    if (isNew) saving.IsThere = delegate { return Exists(code); };
                    saving.Started = true;
                    object answer = customer.Call(GatewayNames.CustomerWrite);
                    // A plain no is no doubt.
                    saving.Started = !(answer is bool) || (bool)answer;
                    gateway.Demand(answer, GatewayNames.CustomerWrite);
                    return null;
                }
            });
            return Gateway.Result("code", code);
        }

        bool Exists(int code)
        {
            using (Late customer = gateway.Create(GatewayNames.Customer)) return Exists(customer, code);
        }

        static bool Exists(Late customer, int code)
        {
            return Convert.ToBoolean(customer.Call(GatewayNames.CustomerRead, code));
        }

        static void Fill(Late customer, Question fields)
        {
            SetText(customer, GatewayNames.CustomerName, fields.MaybeText("name"));
            SetText(customer, GatewayNames.CustomerEmail, fields.MaybeText("email"));
            SetText(customer, GatewayNames.CustomerPhone, fields.MaybeText("phone"));
            SetText(customer, GatewayNames.CustomerMobile, fields.MaybeText("mobile"));
            SetText(customer, GatewayNames.CustomerVatNumber, fields.MaybeText("vatNumber"));
            if (fields.Has("cocNumber")) customer.Set(GatewayNames.CustomerCocNumber, ToNumber(fields.Text("cocNumber")));
            if (fields.Has("paymentTermDays")) customer.Set(GatewayNames.CustomerTerm, fields.Int("paymentTermDays"));
            if (fields.Has("emailInvoice")) customer.Set(GatewayNames.CustomerEmailInvoice, fields.Flag("emailInvoice"));
            if (fields.Has("emailReminder")) customer.Set(GatewayNames.CustomerEmailReminder, fields.Flag("emailReminder"));
            if (fields.Has("establishment")) Addresses.Set(customer, GatewayNames.Establishment, fields.Inner("establishment"));
            if (!fields.Has("correspondence")) return;
            customer.Call(GatewayNames.CustomerHasCorrespondence, true);
            Addresses.Set(customer, GatewayNames.Correspondence, fields.Inner("correspondence"));
        }

        static void SetText(Late customer, string name, string value)
        {
            if (value != null) customer.Set(name, value);
        }

        static int ToNumber(string digits)
        {
            int number;
            if (digits == "") return 0;
            if (!int.TryParse(digits, out number)) throw CallFailed.Request("'cocNumber' is no number");
            return number;
        }
    }

    static class Addresses
    {
        public static void Set(Late target, AddressNames names, Question address)
        {
            if (names.Name != null) target.Set(names.Name, address.Text("name"));
            target.Set(names.Contact, address.Text("contact"));
            target.Set(names.Street, address.Text("street"));
            target.Set(names.Postcode, address.Text("postcode"));
            target.Set(names.City, address.Text("city"));
            int? country = address.MaybeInt("countryId");
            if (country != null) target.Set(names.Country, country.Value);
        }
    }
}
