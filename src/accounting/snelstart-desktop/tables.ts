// Which of SnelStart's own tables and columns are read. This is the only place that spells them out as data. `seen`: read in
// public scripts (reference/snelstart.md, B3); `presumed`: never seen written down, named after the Gateway's words.
import type { RemoteId } from '../../core/ids.ts'

/** `without`: what is lost where the column is not there; null: nothing can be read without it. */
type Column = { readonly presumed: boolean; readonly without: string | null }
/** 'always': no reading without it. 'whenUsed': what needs it says so when it is asked. Else what is lost without it. */
type WantedTable = {
  readonly table: string
  readonly key: string
  readonly needed: 'always' | 'whenUsed' | { readonly without: string }
  readonly columns: Readonly<Record<string, Column>>
}

const wanted = <const Names extends WantedTable['columns']>(
  table: string,
  key: string,
  needed: WantedTable['needed'],
  columns: Names,
) => ({ table, key, needed, columns })

type Columns<Name extends string> = Readonly<Record<Name, Column>>

const columns = <Name extends string>(column: Column, names: readonly Name[]): Columns<Name> =>
  Object.fromEntries(names.map((name) => [name, column])) as Columns<Name>
const seen = <const Name extends string>(...names: readonly Name[]): Columns<Name> =>
  columns({ presumed: false, without: null }, names)
const presumed = <const Name extends string>(...names: readonly Name[]): Columns<Name> =>
  columns({ presumed: true, without: null }, names)
const seenOr = <const Name extends string>(without: string, ...names: readonly Name[]): Columns<Name> =>
  columns({ presumed: false, without }, names)
const presumedOr = <const Name extends string>(without: string, ...names: readonly Name[]): Columns<Name> =>
  columns({ presumed: true, without }, names)

const emailGroup = 'these addresses of a customer are not known'
const correspondence = 'the correspondence address is not known'

export const wantedTables = {
  settings: wanted('tblInstelling', 'fldInstellingID', 'always', {
    ...presumed('fldInstellingID', 'fldVerkoopprijsExclusiefBtw'),
    ...presumedOr('the administration is called as its database is', 'fldAdministratieNaam'),
    ...presumedOr('the version is not known', 'fldVersie'),
    ...seen('fldVoorraadBeginDatum', 'fldVerkooporderVoorraadTellingNiveau'),
    ...presumedOr('prices have two decimals', 'fldAantalDecimalenPrijzen'),
  }),
  customers: wanted('tblRelatie', 'fldRelatieID', 'always', {
    ...seen(
      'fldRelatieID',
      'fldRelatieSoort',
      'fldRelatiecode',
      'fldNaam',
      'fldNonactief',
      'fldAdres',
      'fldPostcode',
      'fldPlaats',
      'fldLandID',
      'fldEmail',
      'fldBtwNummer',
    ),
    ...seenOr('contacts are empty', 'fldContactpersoon'),
    ...seenOr(
      correspondence,
      'fldCorrespondentieAdresContactpersoon',
      'fldCorrespondentieAdres',
      'fldCorrespondentieAdresPostcode',
      'fldCorrespondentieAdresPlaats',
      'fldCorrespondentieAdresLandID',
    ),
    ...seenOr('telephone numbers are empty', 'fldTelefoon'),
    ...seenOr('mobile numbers are empty', 'fldMobieleTelefoon'),
    ...seenOr('customers are not recognised by chamber of commerce number', 'fldKvkNummer'),
    ...seenOr('payment terms are not known', 'fldKrediettermijn'),
    ...seenOr(
      emailGroup,
      'fldElektronischFactureren',
      'fldFactuurEmailAdres',
      'fldFactuurCcEmailAdres',
      'fldOfferteEmailen',
      'fldOfferteEmailAdres',
      'fldOfferteCcEmailAdres',
      'fldBevestigingEmailen',
      'fldBevestigingEmailAdres',
      'fldBevestigingCcEmailAdres',
      'fldAanmaningEmailen',
      'fldAanmaningEmailAdres',
      'fldAanmaningCcEmailAdres',
    ),
  }),
  countries: wanted('tblLand', 'fldLandID', 'always', {
    ...seen('fldLandID'),
    ...presumed('fldLandcode'),
    ...presumedOr('countries have no names', 'fldNaam'),
  }),
  articles: wanted('tblArtikel', 'fldArtikelID', 'always', {
    ...seen(
      'fldArtikelID',
      'fldArtikelcode',
      'fldOmschrijving',
      'fldVerkoopprijs',
      'fldArtikelOmzetgroepID',
      'fldNonActief',
      'fldReceptPlaatsen',
    ),
    ...presumedOr('units are empty', 'fldEenheid'),
    ...presumedOr('no article counts as kept in stock, so no stock is exported', 'fldVoorraadControle'),
  }),
  /** Its other columns are the user's own extra fields, whatever they are called. */
  articleFields: wanted(
    'tblX_Artikel',
    'fldArtikelID',
    { without: 'articles have no extra fields' },
    { ...seen('fldArtikelID') },
  ),
  recipes: wanted(
    'tblRecept',
    'fldReceptID',
    { without: 'articles have no recipes' },
    {
      ...presumed('fldReceptID', 'fldArtikelID', 'fldAantal'),
      ...seen('fldReceptArtikelID'),
      ...presumedOr('components come in order of their keys', 'fldVolgorde'),
    },
  ),
  revenueGroups: wanted('tblArtikelOmzetGroep', 'fldArtikelOmzetgroepID', 'always', {
    ...seen('fldArtikelOmzetgroepID'),
    ...presumed('fldNummer', 'fldOmschrijving', 'fldBtwSoort'),
  }),
  templates: wanted('tblOrderSjabloonVerkoop', 'fldOrderSjabloonVerkoopID', 'always', {
    ...seen('fldOrderSjabloonVerkoopID'),
    ...presumed('fldOmschrijving', 'fldPrijzenInclusiefBtw'),
    ...presumedOr('every template counts as active', 'fldNonactief'),
  }),
  costTypes: wanted(
    'tblOrderSjabloonKostenRekening',
    'fldOrderSjabloonKostenRekeningID',
    { without: 'cost amounts on orders count with the high VAT rate' },
    {
      ...presumed('fldOrderSjabloonKostenRekeningID', 'fldOrderSjabloonVerkoopID', 'fldVolgnummer', 'fldBtwSoort'),
      ...presumedOr('cost types have no names', 'fldOmschrijving'),
      ...presumedOr('default cost amounts are not known', 'fldStandaardBedrag'),
    },
  ),
  orders: wanted('tblVerkoopOrder', 'fldVerkoopOrderID', 'always', {
    ...seen(
      'fldVerkoopOrderID',
      'fldOrdernummer',
      'fldRelatieID',
      'fldDatum',
      'fldVerkoopFactuurID',
      'fldContantbonID',
      'fldPakbonAfgedrukt',
      'fldAfhaalbonAfgedrukt',
      'fldWerkbonAfgedrukt',
      'fldBevestigingAfgedrukt',
      'fldBackorderVolgnummer',
    ),
    ...presumedOr('a printed quotation counts as an order without print', 'fldOfferteAfgedrukt'),
    ...presumed('fldOrderSjabloonVerkoopID', 'fldBetalingskenmerk'),
    ...presumedOr('totals of orders are without cost type 1', 'fldKostenBedragA'),
    ...presumedOr('totals of orders are without cost type 2', 'fldKostenBedragB'),
    ...presumedOr('totals of orders are without the discount on the whole order', 'fldFactuurkorting'),
    ...presumedOr(
      'the delivery address of an order that is found back is set again',
      'fldVerzendAdres',
      'fldVerzendPostcode',
      'fldVerzendPlaats',
    ),
  }),
  orderLines: wanted('tblVerkoopOrderRegel', 'fldVerkoopOrderRegelID', 'always', {
    ...seen(
      'fldVerkoopOrderRegelID',
      'fldArtikelID',
      'fldAantalLeveren',
      'fldAantalReserveren',
      'fldBedragNaKortingen',
      'fldArtikelOmzetgroepID',
    ),
    ...presumed('fldVerkoopOrderID'),
  }),
  invoices: wanted('tblVerkoopFactuur', 'fldVerkoopFactuurID', 'whenUsed', {
    ...seen('fldVerkoopFactuurID', 'fldFactuurNummerID', 'fldDatum', 'fldOrderSjabloonVerkoopID'),
    ...presumed('fldRelatieID'),
    ...presumedOr('totals of invoices come from the journal only', 'fldTotaalInclusiefBtw'),
  }),
  cashNotes: wanted('tblContantbon', 'fldContantbonID', 'whenUsed', { ...seen('fldContantbonID', 'fldDatumTijd') }),
  invoiceNumbers: wanted('tblFactuurNummer', 'fldFactuurNummerID', 'whenUsed', {
    ...seen('fldFactuurNummerID', 'fldFactuurnummer'),
    ...presumed('fldRelatieID'),
  }),
  entries: wanted('tblJournaalpost', 'fldJournaalpostID', 'whenUsed', {
    ...presumed('fldJournaalpostID', 'fldDatum'),
    ...presumedOr('an entry of any journal counts as the sales entry', 'fldDagboekGrootboekID'),
  }),
  entryLines: wanted('tblJournaalpostRegel', 'fldJournaalpostRegelID', 'whenUsed', {
    ...presumed('fldJournaalpostRegelID', 'fldJournaalpostID', 'fldFactuurNummerID'),
    ...seen('fldDebet', 'fldCredit'),
  }),
  ledgerAccounts: wanted(
    'tblGrootboek',
    'fldGrootboekID',
    { without: 'there are no ledger accounts, so nothing can be booked in the journal' },
    {
      ...presumed('fldGrootboekID', 'fldGrootboekFunctieID'),
      ...seen('fldNummer', 'fldOmschrijving'),
      ...presumedOr('no account asks for a cost centre', 'fldKostenplaatsVerplicht'),
      ...presumedOr('every account counts as active', 'fldNonactief'),
    },
  ),
  ledgerFunctions: wanted(
    'tblGrootboekFunctie',
    'fldGrootboekFunctieID',
    { without: 'functions of accounts that are not known by number have no name' },
    { ...presumed('fldGrootboekFunctieID', 'fldOmschrijving') },
  ),
  vatRates: wanted('tblBtw', 'fldBtwID', 'always', {
    ...presumed('fldBtwID', 'fldBtwSoort', 'fldPercentage', 'fldDatumVanaf', 'fldDatumTotEnMet'),
  }),
  receipts: wanted('tblInkoopOrder', 'fldInkoopOrderID', 'whenUsed', {
    ...presumed('fldInkoopOrderID', 'fldArtikelVoorraadMutatieRedenID'),
    ...seen('fldOntvangst', 'fldDatumOntvangen', 'fldDatumJournaalpost'),
  }),
  receiptLines: wanted('tblInkoopOrderRegel', 'fldInkoopOrderregelID', 'whenUsed', {
    ...presumed('fldInkoopOrderregelID', 'fldInkoopOrderID', 'fldArtikelID', 'fldAantal'),
  }),
  stockReasons: wanted('tblArtikelVoorraadMutatieReden', 'fldArtikelVoorraadMutatieRedenID', 'whenUsed', {
    ...seen('fldArtikelVoorraadMutatieRedenID', 'fldVoorraadAf'),
  }),
} as const satisfies Readonly<Record<string, WantedTable>>

export type TableName = keyof typeof wantedTables
export type ColumnOf<Name extends TableName> = keyof (typeof wantedTables)[Name]['columns'] & string

/** Without one of these it is no administration of SnelStart at all. */
export const markOfAnAdministration: readonly TableName[] = ['settings', 'customers', 'articles']

/** The newest version whose tables were described; a newer one is read all the same where the columns are there. */
export const newestKnownVersion = 12

/** Of one row's key: RemoteIds of the desktop are the database's own keys as text. */
export const toRemoteId = (key: number): RemoteId => String(key) as RemoteId
