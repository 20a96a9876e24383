// The stand-in's sales orders: begun, filled and closed on the main class.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public partial class clsGWaySnelStart
    {
        Row order;
        Row orderCustomer;
        DateTime orderDate;
        Row orderInvoiceAddress;
        readonly List<Row> orderLines = new List<Row>();

        void BeginOrder(int template, int customer, DateTime date, string description, string memo, int costCentre, string reference, object term)
        {
            MustBeOpen();
            if (order != null) throw new Exception("Er is nog een verkooporder in bewerking.");
            Rules.OpenTemplate(template);
            orderCustomer = Rules.ActiveCustomer(customer);
            orderDate = date;
            orderInvoiceAddress = null;
            orderLines.Clear();
            Row row = new Row();
            foreach (string column in "VerkoopOrderID Ordernummer VerzendRelatieID VerzendNaam VerzendContactpersoon VerzendAdres VerzendPostcode VerzendPlaats VerzendLandID VerkoopFactuurID ContantbonID BackorderVolgnummer".Split(' '))
                row["fld" + column] = null;
            foreach (string column in "Offerte Bevestiging Werkbon Pakbon Afhaalbon".Split(' ')) row["fld" + column + "Afgedrukt"] = false;
            row["fldRelatieID"] = orderCustomer["fldRelatieID"];
            row["fldDatum"] = Rules.Day(date);
            row["fldAfhandelStatus"] = 0;
            row["fldArtikelVoorraadMutatieRedenID"] = 0;
            row["fldOrderSjabloonVerkoopID"] = template;
            row["fldBetalingskenmerk"] = Rules.OrNull(Cut(Rules.NotLonger("Het betalingskenmerk", reference, 50)));
            row["fldOmschrijving"] = Rules.OrNull(Rules.NotLonger("De omschrijving", description, 50));
            row["fldMemo"] = Rules.OrNull(memo);
            row["fldKrediettermijn"] = term == null || term is DBNull ? Rules.Cell(orderCustomer, "fldKrediettermijn") : Convert.ToInt32(term);
            row["fldFactuurkorting"] = Rules.Cell(orderCustomer, "fldFactuurkorting") ?? 0.0;
            row["fldKostenBedragA"] = DefaultCost(template, 1);
            row["fldKostenBedragB"] = DefaultCost(template, 2);
            row["fldGeblokkeerd"] = false;
            row["fldKostenplaatsID"] = Rules.CostCentre(costCentre);
            order = row;
        }

        /// <summary>Where the seed says so: without a word.</summary>
        static string Cut(string reference)
        {
            string longest = State.Setting("referenceLength");
            return string.IsNullOrEmpty(longest) ? reference : reference.Substring(0, Math.Min(reference.Length, int.Parse(longest)));
        }

        static string DefaultCost(int template, int number)
        {
            foreach (Row row in State.Rows("tblOrderSjabloonKostenRekening"))
                if (Rules.Int(row, "fldOrderSjabloonVerkoopID") == template && Rules.Int(row, "fldVolgnummer") == number)
                    return Rules.Money(Rules.Amount(row, "fldStandaardBedrag"));
            return "0.0000";
        }

        void MustHaveOrder()
        {
            if (order == null) throw new Exception("Er is geen verkooporder in bewerking.");
        }

        /// <summary>Each null: SnelStart's own.</summary>
        void AddLine(string code, string description, decimal quantity, decimal? price, decimal? discount)
        {
            MustHaveOrder();
            Row article = Rules.ActiveArticle(code);
            decimal amount = Rules.Currency(quantity);
            decimal unit = Rules.Currency(price ?? Rules.Price(article, orderCustomer, amount, orderDate));
            decimal percent = Rules.Currency(discount ?? Rules.Discount(article, orderCustomer, amount, orderDate));
            Row line = new Row();
            line["fldArtikelID"] = article["fldArtikelID"];
            line["fldOmschrijving"] = Rules.NotLonger("De omschrijving van de regel", description ?? Convert.ToString(article["fldOmschrijving"]), 250);
            line["fldAantal"] = (double)amount;
            line["fldAantalLeveren"] = (double)amount;
            line["fldAantalReserveren"] = 0.0;
            line["fldPrijs"] = Rules.Money(unit);
            line["fldKorting"] = (double)percent;
            line["fldBedragNaKortingen"] = Rules.Money(decimal.Round(amount * unit * (1 - percent / 100), 2, MidpointRounding.AwayFromZero));
            line["fldArtikelOmzetgroepID"] = Rules.Cell(article, "fldArtikelOmzetgroepID");
            orderLines.Add(line);
        }

        public void mtdGWayVerkoopOrderRegelToevoegenArtikelA(string parArtikelcode, decimal parAantal)
        {
            Member.Do("mtdGWayVerkoopOrderRegelToevoegenArtikelA", delegate { AddLine(parArtikelcode, null, parAantal, null, null); });
        }

        public void mtdGWayVerkoopOrderRegelToevoegenArtikelB(string parArtikelcode, string parOmschrijving, decimal parAantal, decimal parVerkoopprijs, decimal parRegelKortingPercentage)
        {
            Member.Do("mtdGWayVerkoopOrderRegelToevoegenArtikelB", delegate { AddLine(parArtikelcode, parOmschrijving, parAantal, parVerkoopprijs, parRegelKortingPercentage); });
        }

#if !NO_mtdGWayVerkoopOrderRegelToevoegenArtikelC
        public void mtdGWayVerkoopOrderRegelToevoegenArtikelC(string parArtikelcode, decimal parAantal, decimal parVerkoopprijs, decimal parRegelKortingPercentage)
        {
            Member.Do("mtdGWayVerkoopOrderRegelToevoegenArtikelC", delegate { AddLine(parArtikelcode, null, parAantal, parVerkoopprijs, parRegelKortingPercentage); });
        }
#endif

#if !NO_mtdGWayVerkoopOrderRegelToevoegenArtikelD
        public void mtdGWayVerkoopOrderRegelToevoegenArtikelD(string parArtikelcode, string parOmschrijving, decimal parAantal, decimal parRegelKortingPercentage)
        {
            Member.Do("mtdGWayVerkoopOrderRegelToevoegenArtikelD", delegate { AddLine(parArtikelcode, parOmschrijving, parAantal, null, parRegelKortingPercentage); });
        }
#endif

        public void mtdGWayVerkoopOrderRegelToevoegenTekst(string parOmschrijving)
        {
            Member.Do("mtdGWayVerkoopOrderRegelToevoegenTekst", delegate
            {
                MustHaveOrder();
                Row line = new Row();
                line["fldArtikelID"] = null;
                line["fldOmschrijving"] = Rules.NotLonger("De tekstregel", parOmschrijving, 250);
                line["fldAantal"] = line["fldAantalLeveren"] = line["fldAantalReserveren"] = line["fldKorting"] = 0.0;
                line["fldPrijs"] = line["fldBedragNaKortingen"] = "0.0000";
                line["fldArtikelOmzetgroepID"] = null;
                orderLines.Add(line);
            });
        }

#if !NO_mtdGWayVerkoopOrderKostenBedragenSet
        public void mtdGWayVerkoopOrderKostenBedragenSet(decimal parKostenBedragA, decimal parKostenBedragB)
        {
            Member.Do("mtdGWayVerkoopOrderKostenBedragenSet", delegate
            {
                MustHaveOrder();
                order["fldKostenBedragA"] = Rules.Money(parKostenBedragA);
                order["fldKostenBedragB"] = Rules.Money(parKostenBedragB);
            });
        }
#endif

        /// <summary>The columns of it are not known, so it goes to a table of the stand-in's own.</summary>
        public void mtdAfwijkendVerkoopFactuurAdresInstellen(string parAfwijkendFactuurNaam, string parAfwijkendFactuurContactpersoon, string parAfwijkendFactuurAdres, string parAfwijkendFactuurPostcode, string parAfwijkendFactuurPlaats, int parAfwijkendFactuurLandID)
        {
            Member.Do("mtdAfwijkendVerkoopFactuurAdresInstellen", delegate
            {
                MustHaveOrder();
                orderInvoiceAddress = new Row
                {
                    { "name", parAfwijkendFactuurNaam },
                    { "contact", parAfwijkendFactuurContactpersoon },
                    { "street", parAfwijkendFactuurAdres },
                    { "postcode", parAfwijkendFactuurPostcode },
                    { "city", parAfwijkendFactuurPlaats },
                    { "countryId", Rules.Country(parAfwijkendFactuurLandID) },
                };
            });
        }

        int CloseOrder()
        {
            MustHaveOrder();
            if (orderLines.Count == 0) throw new Exception("De order heeft geen regels.");
            int id = State.NextKey("tblVerkoopOrder");
            int number = State.Next("tblVerkoopOrder", "fldOrdernummer", Rules.Int(FirstSetting(), "fldVolgendOrdernummer"));
            order["fldVerkoopOrderID"] = id;
            order["fldOrdernummer"] = number;
            List<object> changes = new List<object> { State.Change("tblVerkoopOrder", order) };
            int lineId = State.NextKey("tblVerkoopOrderRegel");
            for (int at = 0; at < orderLines.Count; at++)
            {
                orderLines[at]["fldVerkoopOrderRegelID"] = lineId + at;
                orderLines[at]["fldVerkoopOrderID"] = id;
                orderLines[at]["fldRegelnummer"] = at + 1;
                changes.Add(State.Change("tblVerkoopOrderRegel", orderLines[at]));
            }
            if (orderInvoiceAddress != null)
            {
                orderInvoiceAddress["fldVerkoopOrderID"] = id;
                changes.Add(State.Change("standin.invoiceAddress", orderInvoiceAddress));
            }
            State.Save(changes);
            order = null;
            return number;
        }

        static Row FirstSetting()
        {
            List<Row> rows = State.Rows("tblInstelling");
            return rows.Count == 0 ? new Row { { "fldVolgendOrdernummer", 1 } } : rows[0];
        }

        public void mtdGWayVerkoopOrderSluiten()
        {
            Member.Do("mtdGWayVerkoopOrderSluiten", delegate { CloseOrder(); });
        }

#if !NO_mtdGWayVerkoopOrderSluitenGet
        /// <summary>Which of the two it gives is not known; the seed may say 'id'.</summary>
        public int mtdGWayVerkoopOrderSluitenGet()
        {
            return Member.Do("mtdGWayVerkoopOrderSluitenGet", delegate
            {
                int number = CloseOrder();
                return State.Setting("closingGives") == "id" ? Rules.Int(State.Find("tblVerkoopOrder", "fldOrdernummer", number), "fldVerkoopOrderID") : number;
            });
        }
#endif
    }
}
