// Sales orders of the stand-in that are there already: opened by number or id, changed, saved.
using System;
using System.Collections.Generic;
using StandIn;

namespace SnelStartGateWay
{
    using Row = Dictionary<string, object>;

    public class clsGWayVerkoopOrder
    {
        internal readonly Row Row;

        internal clsGWayVerkoopOrder(Row row)
        {
            Row = new Row(row);
        }

        void Put(string column, string value) { Row[column] = Rules.OrNull(Rules.NotLonger(column, value, column == "fldVerzendPostcode" ? 25 : 50)); }

        public int prpOrderNummerGet { get { return Rules.Int(Row, "fldOrdernummer"); } }
        public int prpOrderIDGet { get { return Rules.Int(Row, "fldVerkoopOrderID"); } }
        public string prpBetalingsKenmerkGet { get { return Convert.ToString(Row["fldBetalingskenmerk"]); } }
        public string prpOmschrijvingGet { get { return Convert.ToString(Row["fldOmschrijving"]); } }
        public int prpRelatieCodeGet { get { return Rules.Int(State.Find("tblRelatie", "fldRelatieID", Row["fldRelatieID"]), "fldRelatiecode"); } }
        public decimal prpKostenBedragALet { set { Row["fldKostenBedragA"] = Rules.Money(value); } }
        public decimal prpKostenBedragBLet { set { Row["fldKostenBedragB"] = Rules.Money(value); } }
        public string prpVerzendAdresNaam { get { return Convert.ToString(Row["fldVerzendNaam"]); } set { Put("fldVerzendNaam", value); } }
        public string prpVerzendContactpersoon { get { return Convert.ToString(Row["fldVerzendContactpersoon"]); } set { Put("fldVerzendContactpersoon", value); } }
        public string prpVerzendAdres { get { return Convert.ToString(Row["fldVerzendAdres"]); } set { Put("fldVerzendAdres", value); } }
        public string prpVerzendAdresPostcode { get { return Convert.ToString(Row["fldVerzendPostcode"]); } set { Put("fldVerzendPostcode", value); } }
        public string prpVerzendAdresPlaats { get { return Convert.ToString(Row["fldVerzendPlaats"]); } set { Put("fldVerzendPlaats", value); } }
        public int prpVerzendAdresLandID { get { return Rules.Int(Row, "fldVerzendLandID"); } set { Row["fldVerzendLandID"] = Rules.Country(value); } }
    }

    public partial class clsGWaySnelStart
    {
        static clsGWayVerkoopOrder FindOrder(string column, int value)
        {
            MustBeOpen();
            Row found = State.Find("tblVerkoopOrder", column, value);
            if (found == null) throw new Exception("Verkooporder " + value + " is niet gevonden.");
            return new clsGWayVerkoopOrder(found);
        }

        public clsGWayVerkoopOrder mtdGWayVerkoopOrderByIDGet(int parOrderId)
        {
            return Member.Do("mtdGWayVerkoopOrderByIDGet", delegate { return FindOrder("fldVerkoopOrderID", parOrderId); });
        }

        public clsGWayVerkoopOrder mtdGWayVerkoopOrderByNummerGet(int parOrderNummer, object parBackOrderVolgNummer)
        {
            return Member.Do("mtdGWayVerkoopOrderByNummerGet", delegate { return FindOrder("fldOrdernummer", parOrderNummer); });
        }

        public void mtdGWayVerkoopOrderOpslaan(clsGWayVerkoopOrder parVerkoopOrder)
        {
            Member.Do("mtdGWayVerkoopOrderOpslaan", delegate
            {
                MustBeOpen();
                if (parVerkoopOrder.Row["fldVerkoopFactuurID"] != null) throw new Exception("De order is gefactureerd en kan niet meer gewijzigd worden.");
                State.Save(new List<object> { State.Change("tblVerkoopOrder", new Row(parVerkoopOrder.Row)) });
            });
        }
    }
}
