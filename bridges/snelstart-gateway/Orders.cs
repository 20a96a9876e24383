// Sales orders: one transaction from the create call to the delivery address, which can only be set on an order that is there.
using System;
using System.Collections.Generic;

namespace SConnect.Gateway
{
    sealed class Orders
    {
        readonly Gateway gateway;

        public Orders(Gateway gateway)
        {
            this.gateway = gateway;
        }

        public object Create(Question order)
        {
            List<Question> lines = new List<Question>();
            foreach (object line in order.List("lines")) lines.Add(new Question(line));
            Question delivery = order.MaybeInner("deliveryAddress");
            decimal? costA = order.MaybeDecimal("costA");
            decimal? costB = order.MaybeDecimal("costB");
            // One of the two alone can only be set afterwards: the call for both would wipe the template's amount of the other.
            bool changesAfterwards = delivery != null || (costA == null) != (costB == null);
            return gateway.Save<object>(true, delegate(Saving saving)
            {
                Late main = gateway.Administration();
                DemandMembers(main, order, lines, changesAfterwards);
                Begin(main, order);
                foreach (Question line in lines) AddLine(main, line);
                if (costA != null && costB != null) main.Call(GatewayNames.OrderCosts, costA.Value, costB.Value);
                if (order.Has("invoiceAddress")) SetInvoiceAddress(main, order.Inner("invoiceAddress"));
                saving.Started = true;
                int number = Finish(main);
                saving.IsThere = delegate { using (Late found = FindSaved(main, number, order)) return found != null; };
                if (changesAfterwards)
                {
                    using (Late saved = FindSaved(main, number, order))
                    {
                        if (saved == null) throw new CallFailed("refused", "the order just saved, " + number + ", cannot be opened again", GatewayNames.OrderByNumber, null);
                        if (delivery != null) Addresses.Set(saved, GatewayNames.Delivery, delivery);
                        if (costA != null && costB == null) saved.Set(GatewayNames.OrderCostA, costA.Value);
                        if (costB != null && costA == null) saved.Set(GatewayNames.OrderCostB, costB.Value);
                        main.Call(GatewayNames.OrderSaveChanged, saved);
                    }
                }
                return Gateway.Result("number", number);
            });
        }

        public object DeliverTo(Question question)
        {
            int id = question.Int("id");
            Question delivery = question.Inner("deliveryAddress");
            return gateway.Save<object>(false, delegate(Saving saving)
            {
                Late main = gateway.Administration();
                using (Late order = TryFind(main, GatewayNames.OrderById, id))
                {
                    if (order == null) throw new CallFailed("gone", "there is no order with id " + id, GatewayNames.OrderById, null);
                    Addresses.Set(order, GatewayNames.Delivery, delivery);
                    saving.Started = true;
                    main.Call(GatewayNames.OrderSaveChanged, order);
                }
                return Gateway.Result("id", id);
            });
        }

        /// <summary>Says what this version lacks before anything is begun.</summary>
        static void DemandMembers(Late main, Question order, List<Question> lines, bool changesAfterwards)
        {
            List<string> wanted = new List<string>();
            foreach (Question line in lines) wanted.Add(LineCall(line));
            if (order.Has("costA") && order.Has("costB")) wanted.Add(GatewayNames.OrderCosts);
            if (order.Has("invoiceAddress")) wanted.Add(GatewayNames.OrderInvoiceAddress);
            if (changesAfterwards) wanted.AddRange(new string[] { GatewayNames.OrderSaveGivingNumber, GatewayNames.OrderByNumber, GatewayNames.OrderSaveChanged });
            wanted.Add(CreateCall(main, order));
            foreach (string name in wanted)
                if (!main.Has(name)) throw new CallFailed("member", "SnelStart's Gateway has no '" + name + "'", name, null);
        }

        /// <summary>The payment reference is what an order is found back by, so A and B will not do. C holds all we have;
        /// D only adds a seller. A payment term came with F, whose subscription is then said to be none.</summary>
        static string CreateCall(Late main, Question order)
        {
            if (order.Has("paymentTermDays")) return main.Has(GatewayNames.OrderCreateF) ? GatewayNames.OrderCreateF : GatewayNames.OrderCreateG;
            return main.Has(GatewayNames.OrderCreateC) || !main.Has(GatewayNames.OrderCreateD) ? GatewayNames.OrderCreateC : GatewayNames.OrderCreateD;
        }

        static void Begin(Late main, Question order)
        {
            string call = CreateCall(main, order);
            List<object> arguments = new List<object>
            {
                order.Int("templateId"),
                order.Int("customerCode"),
                order.Date("date"),
                order.Text("description"),
                order.Text("memo"),
                order.MaybeInt("costCentre") ?? GatewayNames.NoCostCentre,
                order.Text("paymentReference"),
            };
            if (call != GatewayNames.OrderCreateC) arguments.Add(GatewayNames.NoSeller);
            if (order.Has("paymentTermDays"))
            {
                arguments.Add(GatewayNames.NoSubscription);
                for (int at = 0; at < GatewayNames.SubscriptionArguments; at++) arguments.Add(GatewayNames.LeftOut);
                arguments.Add(order.Int("paymentTermDays"));
                for (int at = 0; call == GatewayNames.OrderCreateG && at < GatewayNames.MandateArguments; at++) arguments.Add(GatewayNames.LeftOut);
            }
            main.Call(call, arguments.ToArray());
        }

        static string LineCall(Question line)
        {
            string call = line.Text("call");
            if (call == "text") return GatewayNames.OrderTextLine;
            if (call != "A" && call != "B" && call != "C" && call != "D") throw CallFailed.Request("there is no line call '" + call + "'");
            return GatewayNames.OrderLine + call;
        }

        static void AddLine(Late main, Question line)
        {
            string call = line.Text("call");
            List<object> arguments = new List<object>();
            if (call != "text") arguments.Add(line.Text("articleCode"));
            if (call == "text" || call == "B" || call == "D") arguments.Add(line.Text("description"));
            if (call != "text") arguments.Add(line.Decimal("quantity"));
            if (call == "B" || call == "C") arguments.Add(line.Decimal("price"));
            if (call == "B" || call == "C" || call == "D") arguments.Add(line.Decimal("discountPercent"));
            main.Call(LineCall(line), arguments.ToArray());
        }

        static void SetInvoiceAddress(Late main, Question address)
        {
            main.Call(
                GatewayNames.OrderInvoiceAddress,
                address.Text("name"),
                address.Text("contact"),
                address.Text("street"),
                address.Text("postcode"),
                address.Text("city"),
                address.MaybeInt("countryId") ?? GatewayNames.NoCountry);
        }

        /// <summary>What closing gave: a number or an id, nobody has written which. 0: this version gives nothing.</summary>
        static int Finish(Late main)
        {
            if (main.Has(GatewayNames.OrderSaveGivingNumber)) return Convert.ToInt32(main.Call(GatewayNames.OrderSaveGivingNumber));
            main.Call(GatewayNames.OrderSave);
            return 0;
        }

        /// <summary>Read as number first, then as id; only one with our customer, reference and description is ours. null: not there.</summary>
        static Late FindSaved(Late main, int number, Question order)
        {
            foreach (string call in new string[] { GatewayNames.OrderByNumber, GatewayNames.OrderById })
            {
                Late found = main.Has(call) ? TryFind(main, call, number) : null;
                if (found == null) continue;
                bool isOurs = Convert.ToInt32(found.Get(GatewayNames.OrderCustomer)) == order.Int("customerCode")
                    && Says(found, GatewayNames.OrderReference, order.Text("paymentReference"))
                    && Says(found, GatewayNames.OrderDescription, order.Text("description"));
                if (isOurs) return found;
                found.Dispose();
            }
            return null;
        }

        static bool Says(Late order, string name, string text)
        {
            return Convert.ToString(order.Get(name)).Trim() == text.Trim();
        }

        static Late TryFind(Late main, string call, int number)
        {
            try
            {
                return main.Object(call, number);
            }
            catch (CallFailed failed)
            {
                // An order that is not there may be nothing or an error: both mean that this is not the one.
                if (failed.Kind != "refused") throw;
                Console.Error.WriteLine(failed.Message);
                return null;
            }
        }
    }
}
