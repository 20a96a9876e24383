// Every name of SnelStart's Gateway that this program says aloud, and what is presumed of their meaning; nowhere else. Classes,
// members and arguments are those of the public interop assembly of version 12.17; the README lists what nobody outside
// SnelStart has confirmed.
using System;
using System.Collections.Generic;

namespace SConnect.Gateway
{
    static class GatewayNames
    {
        public const string ProgIdPrefix = "SnelStartGateWay.";

        public const string Main = "clsGWaySnelStart";
        public const string LoginSettings = "clsGWayLoginSettings";
        public const string Support = "clsGwaySupport";
        public const string Customer = "clsGWKlant";
        public const string Article = "clsGWArtikel";

        /// <summary>Second way in, should a version be registered without ProgIDs.</summary>
        public static readonly Dictionary<string, Guid> ClassIds = new Dictionary<string, Guid>
        {
            { Main, new Guid("C1FDB121-0990-4AD6-BC18-D779B7CF1F16") },
            { LoginSettings, new Guid("0A4CA491-E6BF-48E8-81F7-F9233DE2C8F1") },
            { Support, new Guid("F21F1682-F4FC-4CE8-9739-A1A5750DF52C") },
            { Customer, new Guid("32DB22CA-AD1D-420D-9A7B-149BF481CEAC") },
            { Article, new Guid("9FF10C5F-5358-4901-A7CB-410686E5EACE") },
        };

        // Presumed: what stands for 'not given' where an argument is an object; the vendor's own example passes VB's Null.
        public static readonly object LeftOut = DBNull.Value;
        public const int NoCostCentre = 0;
        public const int NoCountry = 0;
        public const int NoCustomer = 0;
        public const int NoSubscription = 0;
        public const int CustomerKind = 0;
        public const int NoWindow = 0;
        public const string NoSeller = "";

        // Opening.
        public const string VersionOfGateway = "prpGWayVersieGateWayGet";
        public const string VersionOfSnelStart = "prpGWayVersieSnelStartGet";
        public const string Open = "mtdGWayAdmiOpenenViaLoginSettings";
        /// <summary>Fails when nothing is open: how the vendor's example makes sure.</summary>
        public const string ProofOfOpen = "prpGWayAdmiInEuroGet";
        public const string Close = "mtdGWayAdmiSluiten";
        public const string ErrorText = "mtdGWayFoutBoodschap";
        public const string SettingAdministration = "prpGWayDbAdministratieNaamSet";
        public const string SettingIsMdb = "prpGWayDbTypeJetSet";
        public const string SettingFolder = "prpGWayDbJetFolderSet";
        public const string SettingServer = "prpGWayDbSqlServerNameSet";
        public const string SettingWindows = "prpGWayDbSqlConnectTypeWindowsSet";
        public const string SettingSqlUser = "prpGWayDbSqlUserNameSet";
        public const string SettingSqlPassword = "prpGWayDbSqlPasswordSet";
        public const string SettingUser = "prpGWayAdmiUserNameSet";
        public const string SettingPassword = "prpGWayAdmiUserPasswordSet";

        public const string Begin = "mtdGWayTransactionBegin";
        public const string Commit = "mtdGWayTransactionCommit";
        public const string Rollback = "mtdGWayTransactionRollback";

        // Customers.
        public const string CustomerRead = "mtdGWayKlantRead";
        public const string CustomerClear = "mtdGWayKlantClear";
        public const string CustomerWrite = "mtdGWayKlantWrite";
        public const string CustomerCode = "prpRelatieCode";
        public const string CustomerName = "prpNaam";
        public const string CustomerEmail = "prpEmail";
        public const string CustomerPhone = "prpTelefoon";
        public const string CustomerMobile = "prpTelefoonMobiel";
        public const string CustomerVatNumber = "prpBtwNummer";
        /// <summary>A whole number: leading zeros are SnelStart's to show.</summary>
        public const string CustomerCocNumber = "prpKvkNummer";
        public const string CustomerTerm = "prpKrediettermijn";
        /// <summary>Presumed: invoices by e-mail.</summary>
        public const string CustomerEmailInvoice = "prpElektronischFactureren";
        public const string CustomerEmailReminder = "prpAanmaningEmailen";
        public const string CustomerHasCorrespondence = "mtdCorrespondentieAdresAfwijkendInstellen";
        public static readonly AddressNames Establishment = new AddressNames(
            null, "prpVestigingAdresContactpersoon", "prpVestigingAdres", "prpVestigingAdresPostcode", "prpVestigingAdresPlaats", "prpVestigingAdresLandID");
        public static readonly AddressNames Correspondence = new AddressNames(
            null, "prpCorrespondentieAdresContactpersoon", "prpCorrespondentieAdres", "prpCorrespondentieAdresPostcode", "prpCorrespondentieAdresPlaats", "prpCorrespondentieAdresLandID");

        // Articles.
        public const string ArticleRead = "mtdGWayArtikelRead";
        public const string ArticleClear = "mtdGWayArtikelClear";
        public const string ArticleWrite = "mtdGWayArtikelWrite";
        public const string ArticleCode = "prpArtikelcodeSet";
        public const string ArticleDescription = "prpOmschrijvingSet";
        public const string ArticleRevenueGroup = "prpArtikelOmzetgroepIDSet";
        public const string ArticlePrice = "prpVerkoopprijsSet";
        public const string ArticleExtraField = "mtdExtraVeldDataOpNaamSet";
        public const string ArticlePriceWithAgreements = "mtdGWayVerkoopprijsGet";

        // Sales orders. The create call grew from A to G: B memo and cost centre, C payment reference, D seller, E
        // subscription, F payment term, G mandate.
        public const string OrderCreateC = "mtdGWayVerkoopOrderAanmakenC";
        public const string OrderCreateD = "mtdGWayVerkoopOrderAanmakenD";
        public const string OrderCreateF = "mtdGWayVerkoopOrderAanmakenF";
        public const string OrderCreateG = "mtdGWayVerkoopOrderAanmakenG";
        public const int SubscriptionArguments = 8;
        public const int MandateArguments = 4;
        /// <summary>Followed by A, B, C or D.</summary>
        public const string OrderLine = "mtdGWayVerkoopOrderRegelToevoegenArtikel";
        public const string OrderTextLine = "mtdGWayVerkoopOrderRegelToevoegenTekst";
        public const string OrderCosts = "mtdGWayVerkoopOrderKostenBedragenSet";
        public const string OrderInvoiceAddress = "mtdAfwijkendVerkoopFactuurAdresInstellen";
        public const string OrderSaveGivingNumber = "mtdGWayVerkoopOrderSluitenGet";
        public const string OrderSave = "mtdGWayVerkoopOrderSluiten";
        public const string OrderById = "mtdGWayVerkoopOrderByIDGet";
        public const string OrderByNumber = "mtdGWayVerkoopOrderByNummerGet";
        public const string OrderSaveChanged = "mtdGWayVerkoopOrderOpslaan";
        public const string OrderCustomer = "prpRelatieCodeGet";
        public const string OrderReference = "prpBetalingsKenmerkGet";
        public const string OrderDescription = "prpOmschrijvingGet";
        public const string OrderCostA = "prpKostenBedragALet";
        public const string OrderCostB = "prpKostenBedragBLet";
        public static readonly AddressNames Delivery = new AddressNames(
            "prpVerzendAdresNaam", "prpVerzendContactpersoon", "prpVerzendAdres", "prpVerzendAdresPostcode", "prpVerzendAdresPlaats", "prpVerzendAdresLandID");

        // Journal entries.
        public const string EntryCreate = "mtdGWayJpAanmaken";
        public const string EntryCreateWithTerm = "mtdGWayJpAanmakenB";
        public const string EntryMark = "mtdMarkeringInstellen";
        public const string EntryLine = "mtdGWayJpRegelToevoegenV750";
        public const string EntrySaveGivingId = "mtdGWayJpSluitenMetID";
        public const string EntrySave = "mtdGWayJpSluiten";
    }

    /// <summary>The properties of one address; null: it has no such property.</summary>
    sealed class AddressNames
    {
        public readonly string Name;
        public readonly string Contact;
        public readonly string Street;
        public readonly string Postcode;
        public readonly string City;
        public readonly string Country;

        public AddressNames(string name, string contact, string street, string postcode, string city, string country)
        {
            Name = name;
            Contact = contact;
            Street = street;
            Postcode = postcode;
            City = city;
            Country = country;
        }
    }
}
