// The models that a connector only reads, mostly: the company's settings and the lists that belong to them
// (reference/snelstart.md A7).
import {
  boolean,
  dateTime,
  decimalNumber,
  double,
  guid,
  int,
  list,
  oneOf,
  type Row,
  reference,
  type Stored,
  shape,
  text,
  texts,
  uri,
} from '../shape.ts'

const btwSoort = () => oneOf('Geen', 'Laag', 'Hoog', 'Overig')

export const omzetgroepShape = shape('Artikelen.ArtikelOmzetGroepModel', {
  nummer: int(),
  omschrijving: text(50),
  verkoopGrootboekNederlandIdentifier: reference(),
  verkoopNederlandBtwSoort: btwSoort(),
  id: guid(),
  uri: uri(),
})
export type Omzetgroep = Stored<typeof omzetgroepShape.fields>

const grootboekfuncties = [
  'Diversen',
  'DagboekKas',
  'DagboekBank',
  'DagboekGiro',
  'DagboekVerkoop',
  'DagboekInkoop',
  'DagboekMemoriaal',
  'DagboekBalans',
  'VerkopenOmzetOnbelastVerlegd',
  'VerkopenOmzetLaag',
  'VerkopenOmzetHoog',
  'VerkopenOmzetOverig',
  'VerkopenBtwVrij',
  'BtwAfteDragenLaag',
  'BtwAfTeDragenHoog',
  'BtwAfTeDragenOverig',
  'BtwAfTeDragenVerlegdVerkopen',
  'BtwTeVorderenVerlegd',
  'InkopenKostenAlleBtwTarieven',
  'InkopenVraagPosten',
  'BtwTeVorderenLaag',
  'BtwTeVorderenHoog',
  'BtwTeVorderenOverig',
  'VerkopenExportBinnenEU',
  'VerkopenExportBuitenEU',
  'InstallatieTeleverkoopBinnenEUgeen',
  'DienstverleningBinnenEU',
  'KredietbeperkingVerkopen',
  'Betalingskorting',
  'TussenrekeningBetalingen',
  'OnbekendeBetalingen',
  'Kruisposten',
  'ContanteBetaling',
  'ElectronischeBetaling',
] as const

const rgsShape = shape('Grootboeken.RgsModel', { versie: text(), rgsCode: text() })
export const grootboekShape = shape('Grootboeken.GrootboekModel', {
  modifiedOn: dateTime(),
  omschrijving: text(),
  kostenplaatsVerplicht: boolean(),
  rekeningCode: oneOf('Balans', 'WinstEnVerlies'),
  nonactief: boolean(),
  nummer: int(),
  grootboekfunctie: oneOf(...grootboekfuncties),
  grootboekRubriek: text(),
  rgsCode: list(rgsShape),
  btwSoort: texts('Geen', 'Laag', 'Hoog', 'Overig'),
  vatRateCode: text(),
  id: guid(),
  uri: uri(),
})
export type Grootboek = Stored<typeof grootboekShape.fields>

const sjabloonVeldShape = shape('Verkoopordersjablonen.IngaveGegevenSjabloonModel', {
  veldNummer: int(),
  omschrijving: text(),
  ingaveMasker: text(),
  soortVeld: oneOf(
    'GeheelGetal',
    'Bedrag',
    'Datum',
    'Tekst',
    'Klant',
    'Leverancier',
    'Artikel',
    'Artikelgroep',
    'Land',
    'Factuur',
    'Grootboekrekening',
  ),
  maximumTekstLengte: int(),
})
export type SjabloonVeld = Row<typeof sjabloonVeldShape.fields>
export const sjabloonShape = shape('Verkoopordersjablonen.VerkoopOrderSjabloonModel', {
  omschrijving: text(),
  nonactief: boolean(),
  prijsIngaveExclusiefBtw: boolean(),
  nieuweOrdersBlokkeren: boolean(),
  extraHoofdVelden: list(sjabloonVeldShape),
  extraRegelVelden: list(sjabloonVeldShape),
  id: guid(),
  uri: uri(),
})
export type Sjabloon = Stored<typeof sjabloonShape.fields>

export const dagboekShape = shape('Dagboeken.DagboekModel', {
  omschrijving: text(),
  soort: oneOf('Geen', 'Kas', 'Bank', 'Verkoop', 'Inkoop', 'Memoriaal', 'Balans'),
  nonactief: boolean(),
  nummer: int(),
  id: guid(),
  uri: uri(),
})
export type Dagboek = Stored<typeof dagboekShape.fields>

export const landShape = shape('Landen.LandModel', {
  naam: text(),
  landcodeISO: text(),
  landcode: text(),
  id: guid(),
  uri: uri(),
})
export type Land = Stored<typeof landShape.fields>

export const kostenplaatsShape = shape('Kostenplaatsen.KostenplaatsModel', {
  omschrijving: text(),
  nonactief: boolean(),
  nummer: int(),
  id: guid(),
  uri: uri(),
})
export type Kostenplaats = Stored<typeof kostenplaatsShape.fields>

export const btwTariefShape = shape('BtwTarieven.BtwTariefModel', {
  btwSoort: btwSoort(),
  btwPercentage: decimalNumber(),
  datumVanaf: dateTime(),
  datumTotEnMet: dateTime(),
})
export type BtwTarief = Row<typeof btwTariefShape.fields>

const vatRateShape = shape('VatRates.VatRateModel', { rateCode: text(), rate: decimalNumber(), validFrom: dateTime() })
export const vatRatesShape = shape('VatRates.VatRatesModel', { countryCode: text(), vatRates: list(vatRateShape) })
export type VatRates = Row<typeof vatRatesShape.fields>

export const vatRateDefinitionShape = shape('VatRates.VatRateDefinitionModel', {
  rateCode: text(),
  shortName: text(),
  name: text(),
})
export type VatRateDefinition = Row<typeof vatRateDefinitionShape.fields>

const prijsShape = shape('Actieprijzen.PrijsModel', {
  vanaf: double(),
  korting: double(),
  verkoopprijs: double(),
  basisprijs: double(),
})
const artikelPrijsShape = shape('Actieprijzen.ArtikelPrijsModel', {
  artikelcode: text(),
  artikelOmschrijving: text(),
  prijsIngave: oneOf('Bedrag', 'StaffelBedrag', 'Korting', 'StaffelKorting'),
  prijzen: list(prijsShape),
})
export const actieprijzenShape = shape('Actieprijzen.ActieprijzenModel', {
  omschrijving: text(),
  startdatum: dateTime(),
  einddatum: dateTime(),
  status: oneOf('Verlopen', 'Gepland', 'Actief'),
  artikelPrijzen: list(artikelPrijsShape),
})
export type Actieprijzen = Row<typeof actieprijzenShape.fields>
