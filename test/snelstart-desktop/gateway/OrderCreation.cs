// The calls that begin a sales order in the stand-in: A to G, each with more arguments than the one before (E is not used).
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public enum enmGWayAbonnementInterval
    {
        encGWayAbonnementIntervalGeen = 0,
        encGWayAbonnementIntervalPerDagen = 1,
    }

    public partial class clsGWaySnelStart
    {
        static void WithoutSubscription(enmGWayAbonnementInterval kind, params object[] others)
        {
            bool isNone = kind == enmGWayAbonnementInterval.encGWayAbonnementIntervalGeen;
            foreach (object other in others) isNone = isNone && other is DBNull;
            if (!isNone) throw new Exception("Het abonnement is onvolledig.");
        }

        public void mtdGWayVerkoopOrderAanmakenA(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenA", delegate { BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, "", 0, "", null); });
        }

        public void mtdGWayVerkoopOrderAanmakenB(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving, string parOrderMemo, int parKostenplaatsenNummer)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenB", delegate { BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, parOrderMemo, parKostenplaatsenNummer, "", null); });
        }

#if !NO_mtdGWayVerkoopOrderAanmakenC
        public void mtdGWayVerkoopOrderAanmakenC(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving, string parOrderMemo, int parKostenplaatsenNummer, string parBetalingsKenmerk)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenC", delegate { BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, parOrderMemo, parKostenplaatsenNummer, parBetalingsKenmerk, null); });
        }
#endif

#if !NO_mtdGWayVerkoopOrderAanmakenD
        public void mtdGWayVerkoopOrderAanmakenD(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving, string parOrderMemo, int parKostenplaatsenNummer, string parBetalingsKenmerk, string parVerkoperLoginNaam)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenD", delegate { BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, parOrderMemo, parKostenplaatsenNummer, parBetalingsKenmerk, null); });
        }
#endif

#if !NO_mtdGWayVerkoopOrderAanmakenF
        public void mtdGWayVerkoopOrderAanmakenF(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving, string parOrderMemo, int parKostenplaatsenNummer, string parBetalingsKenmerk, string parVerkoperLoginNaam, enmGWayAbonnementInterval parAbonnementIntervalSoort, object parAbonnementIntervalAantal, object parAbonnementTijdstipMaand, object parAbonnementTijdstipWeekDag, object parAbonnementTijdstipMaandDag, object parAbonnementTijdstipWeekVanMaandDag, object parAbonnementBegindatum, object parAbonnementEindDatum, object parAbonnementEindeNaAantal, object parBetalingsTermijn)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenF", delegate
            {
                WithoutSubscription(parAbonnementIntervalSoort, parAbonnementIntervalAantal, parAbonnementTijdstipMaand, parAbonnementTijdstipWeekDag, parAbonnementTijdstipMaandDag, parAbonnementTijdstipWeekVanMaandDag, parAbonnementBegindatum, parAbonnementEindDatum, parAbonnementEindeNaAantal);
                BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, parOrderMemo, parKostenplaatsenNummer, parBetalingsKenmerk, parBetalingsTermijn);
            });
        }
#endif

#if !NO_mtdGWayVerkoopOrderAanmakenG
        public void mtdGWayVerkoopOrderAanmakenG(int parSjabloonID, int parRelatieCode, DateTime parDatum, string parOmschrijving, string parOrderMemo, int parKostenplaatsenNummer, string parBetalingsKenmerk, string parVerkoperLoginNaam, enmGWayAbonnementInterval parAbonnementIntervalSoort, object parAbonnementIntervalAantal, object parAbonnementTijdstipMaand, object parAbonnementTijdstipWeekDag, object parAbonnementTijdstipMaandDag, object parAbonnementTijdstipWeekVanMaandDag, object parAbonnementBegindatum, object parAbonnementEindDatum, object parAbonnementEindeNaAantal, object parBetalingsTermijn, object parDoorlopendeMachtigingID, object parEenmaligeMachtigingsOmschrijving, object parEenmaligeMachtigingsDatum, object parEenmaligeMachtigingsKenmerk)
        {
            Member.Do("mtdGWayVerkoopOrderAanmakenG", delegate
            {
                WithoutSubscription(parAbonnementIntervalSoort, parAbonnementIntervalAantal, parAbonnementTijdstipMaand, parAbonnementTijdstipWeekDag, parAbonnementTijdstipMaandDag, parAbonnementTijdstipWeekVanMaandDag, parAbonnementBegindatum, parAbonnementEindDatum, parAbonnementEindeNaAantal, parDoorlopendeMachtigingID, parEenmaligeMachtigingsOmschrijving, parEenmaligeMachtigingsDatum, parEenmaligeMachtigingsKenmerk);
                BeginOrder(parSjabloonID, parRelatieCode, parDatum, parOmschrijving, parOrderMemo, parKostenplaatsenNummer, parBetalingsKenmerk, parBetalingsTermijn);
            });
        }
#endif
    }
}
