// Our own administration, made up whole: what the contract of accounting/ asks for, in the tables of SnelStart. Everybody and
// everything in it is invented.
import { columnsOf, rowsOf, sampleTables } from './sample-columns.ts'
import type { Administration, SampleCell, SampleRow } from './tables.ts'

type Given = Readonly<Record<string, SampleCell>>
type Rows = Readonly<Record<string, readonly Given[]>>

/** How many there are of each; the contract's numbers, unless a measure asks for more. */
export type SampleSize = { readonly customers: number; readonly articles: number; readonly stocked: number }

const contractSize: SampleSize = { customers: 620, articles: 600, stocked: 550 }

/** The user 'Beheerder' has no password. The stock is counted from the packing slip on. */
export const sampleAdministration = (size: SampleSize = contractSize): Administration =>
  fill({ ...smallTables, ...bookTables, ...customerRows(size), ...articleRows(size) })

/** Every table of the sample; columns that a row does not name are empty: null, or false for a flag. */
const fill = (rows: Rows): Administration =>
  Object.entries(sampleTables).map(([name, words]) => {
    const columns = columnsOf(words)
    const complete = (row: Given): SampleRow =>
      Object.fromEntries(
        columns.map((column) => [column.name, row[column.name] ?? (column.type === 'boolean' ? false : null)]),
      )
    return { name, columns, rows: (rows[name] ?? []).map(complete) }
  })

const numbers = (count: number, from: number): number[] => Array.from({ length: count }, (_, index) => from + index)

/** Keys 1 to 3 are the own company and SnelStart's two unknowns; customer 10001 has key 4, the last row is a supplier. */
const firstCustomerKey = 4

function customerRows({ customers }: SampleSize): Rows {
  const nobody = [
    { fldRelatieID: 1, fldRelatieSoort: 2, fldRelatiecode: 0, fldNaam: 'Proefwinkel BV' },
    { fldRelatieID: 2, fldRelatieSoort: 1, fldRelatiecode: -1, fldNaam: 'Leverancier onbekend' },
    { fldRelatieID: 3, fldRelatieSoort: 0, fldRelatiecode: -2, fldNaam: 'Klant onbekend' },
  ]
  const supplier = {
    fldRelatieID: firstCustomerKey + customers,
    fldRelatieSoort: 1,
    fldRelatiecode: 10_001,
    fldNaam: 'Groothandel Noord',
    fldEmail: 'klant10001@voorbeeld.example',
  }
  return { tblRelatie: [...nobody, ...numbers(customers, 10_001).map(customer), supplier] }
}

/** Half of them have their address as the last of several that the invoice goes to. */
function customer(code: number): Given {
  const email = `klant${code}@voorbeeld.example`
  const addresses =
    code % 2 === 0
      ? {
          fldElektronischFactureren: true,
          fldFactuurEmailAdres: 'boek@voorbeeld.example',
          fldFactuurCcEmailAdres: `x@y.example;${email}`,
        }
      : { fldEmail: email }
  return {
    fldRelatieID: code - 10_001 + firstCustomerKey,
    fldRelatieSoort: 0,
    fldRelatiecode: code,
    fldNaam: `Klant ${code}`,
    fldAdres: `Proefstraat ${code - 10_000}`,
    fldPostcode: `${1000 + (code % 9000)} AB`,
    fldPlaats: 'Proefdorp',
    fldLandID: 1,
    fldKrediettermijn: 14,
    ...addresses,
  }
}

const articleCode = (number: number): string => `ART-${String(number).padStart(3, '0')}`

/** Key 1 is the line of words, article 1 has key 2; the last one is a recipe of six times the second. */
function articleRows({ articles, stocked }: SampleSize): Rows {
  const own = numbers(articles, 1)
  return {
    tblArtikel: [
      {
        fldArtikelID: 1,
        fldArtikelcode: '-1',
        fldOmschrijving: 'Tekstregel',
        fldVerkoopprijs: '0.0000',
        fldReceptPlaatsen: 0,
      },
      ...own.map((number) => ({
        fldArtikelID: number + 1,
        fldArtikelcode: articleCode(number),
        fldOmschrijving: `Artikel ${number}`,
        fldVerkoopprijs: '10.0000',
        fldEenheid: 'stuk',
        fldArtikelOmzetgroepID: 1,
        fldVoorraadControle: number <= stocked,
        fldReceptPlaatsen: number === articles ? 2 : 0,
      })),
    ],
    tblX_Artikel: [{ fldArtikelID: 2, fldEAN: '2300000000012' }],
    tblRecept: [{ fldReceptID: 1, fldReceptArtikelID: articles + 1, fldArtikelID: 3, fldAantal: 6, fldVolgorde: 1 }],
    tblPrijsAfspraakArtikelKlant: [
      {
        fldPrijsAfspraakArtikelKlantID: 1,
        fldArtikelID: 6,
        fldRelatieID: firstCustomerKey + 4,
        fldVanafAantal: 0,
        fldVerkoopprijs: '7.5000',
      },
    ],
    tblInkoopOrder: [
      {
        fldInkoopOrderID: 1,
        fldOrdernummer: 5001,
        fldDatumOntvangen: '2026-01-02T00:00:00',
        fldOntvangst: true,
        fldArtikelVoorraadMutatieRedenID: 10,
      },
    ],
    tblInkoopOrderRegel: numbers(stocked, 1).map((number) => ({
      fldInkoopOrderregelID: number,
      fldInkoopOrderID: 1,
      fldArtikelID: number + 1,
      fldAantal: 40,
    })),
  }
}

const countries =
  'NL:NLD:Nederland BE:BEL:België DE:DEU:Duitsland FR:FRA:Frankrijk GR:GRC:Griekenland LU:LUX:Luxemburg AT:AUT:Oostenrijk ES:ESP:Spanje IT:ITA:Italië GB:GBR:Groot-Brittannië US:USA:Verenigde_Staten CH:CHE:Zwitserland'

const smallTables: Rows = {
  tblInstelling: [
    {
      fldInstellingID: 1,
      fldAdministratieNaam: 'Proefwinkel BV',
      fldVersie: '12.00',
      fldVoorraadBeginDatum: '2026-01-01T00:00:00',
      fldVerkooporderVoorraadTellingNiveau: 50,
      fldVerkoopprijsExclusiefBtw: true,
      fldAantalDecimalenPrijzen: 2,
      fldPrijsafspraakArtikelPerKlant: true,
      fldPrijsafspraakRangorde: 'BCDE',
      fldVolgendOrdernummer: 20_260_001,
      fldVolgendFactuurnummer: 20_260_001,
    },
  ],
  tblLand: rowsOf(
    'tblLand',
    'fldLandID fldLandcode fldLandcodeISO fldNaam',
    countries.split(' ').map((country, at) => `${at + 1} ${country.replaceAll(':', ' ')}`),
  ),
  tblOrderSjabloonVerkoop: rowsOf(
    'tblOrderSjabloonVerkoop',
    'fldOrderSjabloonVerkoopID fldOmschrijving fldPrijzenInclusiefBtw',
    ['1 Webshop_(excl._btw) 0', '2 Webshop_(incl._btw) 1'],
  ),
  tblOrderSjabloonKostenRekening: rowsOf(
    'tblOrderSjabloonKostenRekening',
    'fldOrderSjabloonKostenRekeningID fldOrderSjabloonVerkoopID fldVolgnummer fldOmschrijving fldGrootboekID fldStandaardBedrag fldBtwSoort',
    [
      '1 1 1 Verzendkosten 14 0.0000 2',
      '2 1 2 Betalingskosten 14 0.0000 2',
      '3 2 1 Verzendkosten 14 0.0000 2',
      '4 2 2 Betalingskosten 14 0.0000 2',
    ],
  ),
  tblArtikelVoorraadMutatieReden: rowsOf(
    'tblArtikelVoorraadMutatieReden',
    'fldArtikelVoorraadMutatieRedenID fldOmschrijving fldVoorraadAf',
    ['0 Verkoop 0', '1 Telverschil_bij 0', '2 Telverschil_af 1', '10 Inkoop 1', '11 Retour 0'],
  ),
  tblKostenplaats: rowsOf('tblKostenplaats', 'fldKostenplaatsID fldNummer fldOmschrijving', [
    '1 100 Winkel',
    '2 200 Webshop',
  ]),
  tblGebruiker: rowsOf('tblGebruiker', 'fldGebruikerID fldLoginNaam fldNaam fldNonactief', [
    '1 Beheerder Beheerder 0',
    '2 oud Oud-medewerker 1',
  ]),
  tblGebruikerRecht: rowsOf('tblGebruikerRecht', 'fldGebruikerRechtID fldGebruikerID fldRecht', ['1 1 1', '2 2 1']),
}

/** Number, name and function of each account; the key is its place. Account 3 is the sales journal. */
const accounts = [
  '1000 Kas 1',
  '1100 Bank 2',
  '1300 Debiteuren 4',
  '1600 Crediteuren 5',
  '1670 Btw_af_te_dragen_laag 21',
  '1671 Btw_af_te_dragen_hoog 22',
  '1672 Btw_af_te_dragen_overig 23',
  '1673 Btw_af_te_dragen_verlegd 24',
  '2000 Memoriaal 7',
  '8000 Omzet_hoog 12',
  '8010 Omzet_laag 11',
  '8020 Omzet_overig 13',
  '8030 Omzet_vrijgesteld 15',
  '8300 Verzendkosten_hoog 12',
  '8060 Omzet_buiten_de_EU 81',
  '8070 Omzet_binnen_de_EU 80',
]

const functions =
  '0 Diversen|1 DagboekKas|2 DagboekBank|4 DagboekVerkoop|5 DagboekInkoop|7 DagboekMemoriaal|11 VerkopenOmzetLaag|12 VerkopenOmzetHoog|13 VerkopenOmzetOverig|15 VerkopenBtwVrij|21 BtwAfteDragenLaag|22 BtwAfTeDragenHoog|23 BtwAfTeDragenOverig|24 BtwAfTeDragenVerlegdVerkopen|80 VerkopenExportBinnenEU|81 VerkopenExportBuitenEU'

const bookTables: Rows = {
  tblGrootboek: rowsOf(
    'tblGrootboek',
    'fldGrootboekID fldNummer fldOmschrijving fldGrootboekFunctieID',
    accounts.map((account, at) => `${at + 1} ${account}`),
  ),
  tblGrootboekFunctie: rowsOf('tblGrootboekFunctie', 'fldGrootboekFunctieID fldOmschrijving', functions.split('|')),
  tblArtikelOmzetGroep: rowsOf('tblArtikelOmzetGroep', 'fldArtikelOmzetgroepID fldNummer fldOmschrijving fldBtwSoort', [
    '1 1 Hoog_btw 2',
    '2 2 Laag_btw 1',
    '3 3 Geen_btw 0',
    '4 7 Overig_btw 3',
  ]),
  tblArtikelOmzetgroepGrootboek: rowsOf(
    'tblArtikelOmzetgroepGrootboek',
    'fldArtikelOmzetgroepGrootboekID fldArtikelOmzetgroepID fldRegio fldGrootboekID',
    ['1 1 0 10', '2 2 0 11', '3 3 0 13', '4 4 0 12'],
  ),
  tblBtw: rowsOf('tblBtw', 'fldBtwID fldBtwSoort fldOmschrijving fldPercentage fldDatumVanaf fldDatumTotEnMet', [
    '1 0 Geen 0 1901-01-01T00:00:00 -',
    '2 1 Laag 6 2001-01-01T00:00:00 2018-12-31T00:00:00',
    '3 1 Laag 9 2019-01-01T00:00:00 -',
    '4 2 Hoog 19 2001-01-01T00:00:00 2012-09-30T00:00:00',
    '5 2 Hoog 21 2012-10-01T00:00:00 -',
    '6 3 Overig 0 2001-01-01T00:00:00 -',
  ]),
}
