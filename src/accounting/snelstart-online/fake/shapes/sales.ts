// The models of articles, sales orders, quotations, bookings and invoices (reference/snelstart.md A7).
import {
  boolean,
  dateTime,
  decimalNumber,
  double,
  guid,
  int,
  list,
  object,
  oneOf,
  type Row,
  reference,
  type Stored,
  shape,
  text,
  uri,
} from '../shape.ts'
import { adresShape, documentShape, extraVeldShape } from './relation.ts'

const subartikelShape = shape('Artikelen.SubartikelModel', {
  artikelcode: text(),
  aantal: double(),
  id: guid(),
  uri: uri(),
})
export type Subartikel = Row<typeof subartikelShape.fields>

export const artikelShape = shape('Artikelen.ArtikelQueryModel', {
  isHoofdartikel: boolean(),
  subartikelen: list(subartikelShape),
  artikelcode: text(),
  omschrijving: text(),
  artikelOmzetgroep: reference(),
  verkoopprijs: decimalNumber(),
  inkoopprijs: double(),
  eenheid: text(),
  modifiedOn: dateTime(),
  relatie: reference(),
  isNonActief: boolean(),
  voorraadControle: boolean(),
  technischeVoorraad: decimalNumber(),
  vrijeVoorraad: decimalNumber(),
  extraVelden: list(extraVeldShape),
  id: guid(),
  uri: uri(),
})
export type Artikel = Stored<typeof artikelShape.fields>

const ingaveGegevenShape = shape('Verkooporders.IngaveGegevenModel', {
  veldNummer: int(),
  omschrijving: text(),
  waarde: text(),
})
export type IngaveGegeven = Row<typeof ingaveGegevenShape.fields>
const regelShape = shape('Verkooporders.VerkooporderRegelModel', {
  artikel: reference(),
  omschrijving: text(250),
  stuksprijs: double(),
  aantal: decimalNumber(),
  kortingsPercentage: decimalNumber(),
  totaal: decimalNumber(),
  extraRegelVelden: list(ingaveGegevenShape),
})
export type Regel = Row<typeof regelShape.fields>

const procesStatus = () =>
  oneOf('Order', 'Offerte', 'Bevestiging', 'Werkbon', 'Pakbon', 'Afhaalbon', 'Contantbon', 'Factuur')

export const verkooporderShape = shape('Verkooporders.VerkoopOrderModel', {
  relatie: reference(),
  procesStatus: procesStatus(),
  nummer: int(),
  modifiedOn: dateTime(),
  datum: dateTime(),
  krediettermijn: int(),
  geblokkeerd: boolean(),
  omschrijving: text(),
  betalingskenmerk: text(),
  incassomachtiging: reference(),
  afleveradres: object(adresShape),
  factuuradres: object(adresShape),
  verkooporderBtwIngaveModel: oneOf('Inclusief', 'Exclusief'),
  kostenplaats: reference(),
  regels: list(regelShape),
  memo: text(),
  orderreferentie: text(),
  factuurkorting: double(),
  verkoopfactuur: reference(),
  verkoopordersjabloon: reference(),
  verkoopOrderStatus: oneOf('InBehandeling', 'Uitgevoerd', 'Service'),
  totaalExclusiefBtw: decimalNumber(),
  totaalInclusiefBtw: decimalNumber(),
  extraHoofdVelden: list(ingaveGegevenShape),
  id: guid(),
  uri: uri(),
})
export type Verkooporder = Stored<typeof verkooporderShape.fields>

const {
  verkoopordersjabloon: _1,
  geblokkeerd: _2,
  verkoopOrderStatus: _3,
  extraHoofdVelden: _4,
  ...shared
} = verkooporderShape.fields
export const offerteShape = shape('Verkooporders.OfferteModel', { ...shared, isOfferte: boolean() })

export const procesStatusShape = shape('Verkooporders.VerkooporderUpdateProcesStatusModel', {
  id: guid(),
  procesStatus: procesStatus(),
})

const machtigingShape = shape('VerkoopBoekingen.VerkoopBoekingEenmaligeIncassoMachtigingModel', {
  kenmerk: text(50),
  omschrijving: text(250),
  datum: dateTime(),
})
// The two VAT vocabularies of a booking are read as plain text: mixing them up is BOE-0082, not a binding error.
const boekingsregelShape = shape('VerkoopBoekingen.VerkoopBoekingRegelModel', {
  omschrijving: text(),
  grootboek: reference(),
  kostenplaats: reference(),
  bedrag: decimalNumber(),
  btwSoort: text(),
})
export type Boekingsregel = Row<typeof boekingsregelShape.fields>
const boekingBtwShape = shape('VerkoopBoekingen.VerkoopBoekingBtwRegelModel', {
  btwSoort: text(),
  btwBedrag: decimalNumber(),
})
export const verkoopboekingShape = shape('VerkoopBoekingen.VerkoopBoekingModel', {
  modifiedOn: dateTime(),
  boekstuk: text(),
  gewijzigdDoorAccountant: boolean(),
  markering: boolean(),
  factuurdatum: dateTime(),
  factuurnummer: text(),
  klant: reference(),
  omschrijving: text(),
  factuurbedrag: decimalNumber(),
  betalingstermijn: int(),
  eenmaligeIncassoMachtiging: object(machtigingShape),
  doorlopendeIncassoMachtiging: reference(),
  boekingsregels: list(boekingsregelShape),
  btw: list(boekingBtwShape),
  documents: list(documentShape),
  id: guid(),
  uri: uri(),
})
export type Verkoopboeking = Stored<typeof verkoopboekingShape.fields>

const orderReferenceShape = shape('Verkooporders.VerkoopOrderIdentifierModel', { id: guid(), uri: uri() })
export const verkoopfactuurShape = shape('Verkoopfacturen.VerkoopfactuurModel', {
  verkoopBoeking: reference(),
  modifiedOn: dateTime(),
  openstaandSaldo: decimalNumber(),
  factuurnummer: text(),
  vervalDatum: dateTime(),
  relatie: reference(),
  factuurDatum: dateTime(),
  factuurBedrag: decimalNumber(),
  verkoopOrders: list(orderReferenceShape),
  id: guid(),
  uri: uri(),
})
export type Verkoopfactuur = Stored<typeof verkoopfactuurShape.fields>
