// The models around a relation (customer or supplier), with SnelStart's own field names (reference/snelstart.md A7).
import {
  anyValue,
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
  texts,
  uri,
} from '../shape.ts'

export const adresShape = shape('Relaties.AdresModel', {
  contactpersoon: text(),
  straat: text(),
  postcode: text(),
  plaats: text(),
  land: reference(),
})
export type Adres = Row<typeof adresShape.fields>

const emailVersturenShape = shape('Relaties.EmailVersturenModel', {
  shouldSend: boolean(),
  email: text(),
  ccEmail: text(),
})
export type EmailVersturen = Row<typeof emailVersturenShape.fields>

export const extraVeldShape = shape('ExtraVeldModel', { naam: text(), waarde: text() })

export const documentShape = shape('Documenten.DocumentModel', {
  parentIdentifier: guid(),
  fileName: text(),
  readOnly: boolean(),
  id: guid(),
  uri: uri(),
})

export const relatieShape = shape('Relaties.RelatieModel', {
  relatiesoort: texts('Klant', 'Leverancier', 'Eigen'),
  modifiedOn: dateTime(),
  relatiecode: int(),
  naam: text(),
  vestigingsAdres: object(adresShape),
  correspondentieAdres: object(adresShape),
  telefoon: text(),
  mobieleTelefoon: text(),
  fax: text(),
  email: text(),
  btwNummer: text(),
  factuurkorting: double(),
  krediettermijn: int(),
  bankieren: boolean(),
  nonactief: boolean(),
  kredietLimiet: double(),
  memo: text(),
  kvkNummer: text(),
  oin: text(),
  websiteUrl: text(),
  aanmaningsoort: oneOf('Nee', 'Onderneming', 'Consument'),
  offerteEmailVersturen: object(emailVersturenShape),
  bevestigingsEmailVersturen: object(emailVersturenShape),
  factuurEmailVersturen: object(emailVersturenShape),
  aanmaningEmailVersturen: object(emailVersturenShape),
  offerteAanvraagEmailVersturen: object(emailVersturenShape),
  bestellingEmailVersturen: object(emailVersturenShape),
  ublBestandAlsBijlage: boolean(),
  iban: text(),
  bic: text(15),
  incassoSoort: oneOf('Geen', 'Core', 'B2B'),
  factuurRelatie: reference(),
  inkoopBoekingenUri: uri(),
  verkoopBoekingenUri: uri(),
  documents: list(documentShape),
  id: guid(),
  uri: uri(),
  extraVeldenKlant: list(extraVeldShape),
})
export type Relatie = Stored<typeof relatieShape.fields>

const updatedCustomFieldShape = shape('CustomFields.UpdatedCustomFieldModel', { name: text(), value: anyValue() })
export const updatedCustomFieldsShape = shape('CustomFields.RelatieUpdatedCustomFieldsModel', {
  klantCustomFields: list(updatedCustomFieldShape),
  leverancierCustomFields: list(updatedCustomFieldShape),
})
/** For a bare array of custom fields, as articles take it; wrapped so that one reader serves both. */
export const customFieldListShape = shape('CustomFields.UpdatedCustomFieldModel', {
  items: list(updatedCustomFieldShape),
})
export type UpdatedCustomField = Row<typeof updatedCustomFieldShape.fields>

const prijsAfspraakShape = shape('Artikelen.PrijsAfspraakModel', {
  vanaf: double(),
  korting: double(),
  verkoopprijs: double(),
})
const klantAfsprakenShape = shape('Artikelen.KlantAfsprakenModel', {
  relatiePublicIdentifier: guid(),
  relatieCode: int(),
  relatieNaam: text(),
  startdatum: dateTime(),
  einddatum: dateTime(),
  prijsIngave: oneOf('Bedrag', 'StaffelBedrag', 'Korting', 'StaffelKorting'),
  status: oneOf('Verlopen', 'Gepland', 'Actief'),
  prijsAfspraken: list(prijsAfspraakShape),
})
export const artikelPrijsAfsprakenShape = shape('Artikelen.ArtikelPrijsAfsprakenModel', {
  artikelCode: text(),
  artikelOmschrijving: text(),
  basisprijs: double(),
  klantAfspraken: list(klantAfsprakenShape),
})
export type ArtikelPrijsAfspraken = Row<typeof artikelPrijsAfsprakenShape.fields>

export const prijsafspraakShape = shape('Prijsafspraken.PrijsafspraakModel', {
  relatie: reference(),
  artikel: reference(),
  datum: dateTime(),
  aantal: decimalNumber(),
  korting: decimalNumber(),
  verkoopprijs: decimalNumber(),
  basisprijs: decimalNumber(),
  datumVanaf: dateTime(),
  datumTotEnMet: dateTime(),
  prijsBepalingSoort: oneOf(
    'NormaleVerkoopprijs',
    'ActieprijzenPerArtikel',
    'ActieprijzenPerArtikelkortingsgroep',
    'AfspraakPerArtikelklant',
    'AfspraakPerArtikelPerKlantkortingsgroep',
    'AfspraakPerKlantPerArtikelkortingsgroep',
    'AfspraakPerArtikelkortingsgroepPerKlantkortingsgroep',
  ),
})
export type Prijsafspraak = Row<typeof prijsafspraakShape.fields>
