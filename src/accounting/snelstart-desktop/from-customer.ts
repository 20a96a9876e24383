// A row of tblRelatie → our customer. Pure.
import type { Customer, EmailGroup, PostalAddress } from '../../core/administration.ts'
import type { CustomerCode } from '../../core/ids.ts'
import { flagOf, integerOf, keyOf, textOf } from './cells.ts'
import type { Countries } from './countries.ts'
import { meanings } from './meanings.ts'
import type { RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

type Relatie = RowOf<ColumnOf<'customers'>>

/** null: a relation that is no customer: a supplier, the own company, or one of SnelStart's own with a code below 1. */
export function fromRelatie(row: Relatie, countries: Countries, modifiedAt: string | null): Customer | null {
  const [key, code] = [integerOf(row, 'fldRelatieID'), integerOf(row, 'fldRelatiecode')]
  const isCustomer = integerOf(row, 'fldRelatieSoort') === meanings.customerKind
  if (!isCustomer || key === null || code === null || code < 1) return null
  return {
    id: toRemoteId(key),
    code: String(code) as CustomerCode,
    name: textOf(row, 'fldNaam'),
    inactive: flagOf(row, 'fldNonactief'),
    establishment: fromAddress(row, countries, {
      contact: 'fldContactpersoon',
      street: 'fldAdres',
      postcode: 'fldPostcode',
      city: 'fldPlaats',
      country: 'fldLandID',
    }),
    correspondence: fromAddress(row, countries, {
      contact: 'fldCorrespondentieAdresContactpersoon',
      street: 'fldCorrespondentieAdres',
      postcode: 'fldCorrespondentieAdresPostcode',
      city: 'fldCorrespondentieAdresPlaats',
      country: 'fldCorrespondentieAdresLandID',
    }),
    email: textOf(row, 'fldEmail'),
    invoiceEmail: fromEmail(row, 'fldElektronischFactureren', 'fldFactuurEmailAdres', 'fldFactuurCcEmailAdres'),
    quotationEmail: fromEmail(row, 'fldOfferteEmailen', 'fldOfferteEmailAdres', 'fldOfferteCcEmailAdres'),
    confirmationEmail: fromEmail(
      row,
      'fldBevestigingEmailen',
      'fldBevestigingEmailAdres',
      'fldBevestigingCcEmailAdres',
    ),
    reminderEmail: fromEmail(row, 'fldAanmaningEmailen', 'fldAanmaningEmailAdres', 'fldAanmaningCcEmailAdres'),
    phone: textOf(row, 'fldTelefoon'),
    mobile: textOf(row, 'fldMobieleTelefoon'),
    vatNumber: textOf(row, 'fldBtwNummer'),
    cocNumber: textOf(row, 'fldKvkNummer'),
    paymentTermDays: integerOf(row, 'fldKrediettermijn'),
    modifiedAt,
  }
}

type Column = ColumnOf<'customers'>

function fromAddress(
  row: Relatie,
  countries: Countries,
  at: Readonly<Record<'contact' | 'street' | 'postcode' | 'city' | 'country', Column>>,
): PostalAddress {
  const country = keyOf(row, at.country)
  return {
    contact: textOf(row, at.contact),
    street: textOf(row, at.street),
    postcode: textOf(row, at.postcode),
    city: textOf(row, at.city),
    country: country === null ? null : countries.codeOf(country),
  }
}

const fromEmail = (row: Relatie, send: Column, to: Column, cc: Column): EmailGroup => ({
  send: flagOf(row, send),
  to: textOf(row, to),
  cc: textOf(row, cc),
})

/** Whether the customer has this e-mail address in any field; case and the other addresses of a field do not matter. */
export function hasEmail(customer: Customer, email: string): boolean {
  const groups = [customer.invoiceEmail, customer.quotationEmail, customer.confirmationEmail, customer.reminderEmail]
  const wanted = email.trim().toLowerCase()
  return [customer.email, ...groups.flatMap(({ to, cc }) => [to, cc])].some((field) =>
    field.split(/[;,]/).some((address) => address.trim().toLowerCase() === wanted),
  )
}
