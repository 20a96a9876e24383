// SnelStart's relation → our customer. Pure.
import type { Customer, EmailGroup, PostalAddress } from '../../core/administration.ts'
import type { CustomerCode, RemoteId } from '../../core/ids.ts'
import type { Countries } from './countries.ts'
import type { Adres, EmailVersturen, Relatie } from './wire.ts'

/** null: a relation that is no customer: a supplier, the own company, or one of SnelStart's own with a code below zero. */
export function fromRelatie(relatie: Relatie, countries: Countries): Customer | null {
  const code = relatie.relatiecode ?? -1
  if (code < 0 || !relatie.relatiesoort?.includes('Klant')) return null
  return {
    id: relatie.id as RemoteId,
    code: String(code) as CustomerCode,
    name: relatie.naam ?? '',
    inactive: relatie.nonactief ?? false,
    establishment: fromAdres(relatie.vestigingsAdres, countries),
    correspondence: fromAdres(relatie.correspondentieAdres, countries),
    email: relatie.email ?? '',
    invoiceEmail: fromEmail(relatie.factuurEmailVersturen),
    quotationEmail: fromEmail(relatie.offerteEmailVersturen),
    confirmationEmail: fromEmail(relatie.bevestigingsEmailVersturen),
    reminderEmail: fromEmail(relatie.aanmaningEmailVersturen),
    phone: relatie.telefoon ?? '',
    mobile: relatie.mobieleTelefoon ?? '',
    vatNumber: relatie.btwNummer ?? '',
    cocNumber: relatie.kvkNummer ?? '',
    paymentTermDays: relatie.krediettermijn ?? null,
    modifiedAt: relatie.modifiedOn ?? null,
  }
}

const fromAdres = (adres: Adres, countries: Countries): PostalAddress => ({
  contact: adres?.contactpersoon ?? '',
  street: adres?.straat ?? '',
  postcode: adres?.postcode ?? '',
  city: adres?.plaats ?? '',
  country: adres?.land ? countries.codeOf(adres.land.id) : null,
})

const fromEmail = (email: EmailVersturen): EmailGroup => ({
  send: email?.shouldSend ?? false,
  to: email?.email ?? '',
  cc: email?.ccEmail ?? '',
})

/** Whether the customer has this e-mail address in any field; case and the other addresses of a field do not matter. */
export function hasEmail(customer: Customer, email: string): boolean {
  const groups = [customer.invoiceEmail, customer.quotationEmail, customer.confirmationEmail, customer.reminderEmail]
  const wanted = email.trim().toLowerCase()
  return [customer.email, ...groups.flatMap(({ to, cc }) => [to, cc])].some((field) =>
    field.split(/[;,]/).some((address) => address.trim().toLowerCase() === wanted),
  )
}
