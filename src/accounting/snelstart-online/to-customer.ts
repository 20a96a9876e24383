// Our customer fields → SnelStart's relation. Pure. A new relation is made of these alone; an existing one is changed only
// where a field is given, because a PUT replaces the whole record (reference A11).
import type { CustomerFields, PostalAddress } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { CustomerCode } from '../../core/ids.ts'
import type { Countries } from './countries.ts'

/** A record as it came, numbers kept exactly (exact-json.ts). */
export type RawRecord = Readonly<Record<string, unknown>>

/** Body of POST /relaties. Throws Refused 'snelstart.countryUnknown'. */
export const toNewRelatie = (code: CustomerCode, fields: CustomerFields, countries: Countries): RawRecord =>
  toChangedRelatie({ relatiesoort: ['Klant'], relatiecode: Number(code) }, fields, countries)

/** `relatie` with the given fields changed and all else as it was. Throws Refused 'snelstart.countryUnknown'. */
export function toChangedRelatie(
  relatie: RawRecord,
  changes: Partial<CustomerFields>,
  countries: Countries,
): RawRecord {
  const changed: Record<string, unknown> = { ...relatie }
  const set = (name: string, value: unknown): void => {
    if (value !== undefined && !(value === '' && relatie[name] == null)) changed[name] = value
  }
  set('naam', changes.name)
  set('vestigingsAdres', toChangedAdres(relatie['vestigingsAdres'], changes.establishment, countries))
  set('correspondentieAdres', toChangedAdres(relatie['correspondentieAdres'], changes.correspondence, countries))
  set('email', changes.email)
  set('telefoon', changes.phone)
  set('mobieleTelefoon', changes.mobile)
  set('btwNummer', changes.vatNumber)
  set('kvkNummer', changes.cocNumber)
  set('krediettermijn', changes.paymentTermDays ?? undefined)
  const email = changes.email ?? String(relatie['email'] ?? '')
  set('factuurEmailVersturen', toSwitch(relatie['factuurEmailVersturen'], changes.emailInvoice, email))
  set('aanmaningEmailVersturen', toSwitch(relatie['aanmaningEmailVersturen'], changes.emailReminder, email))
  return changed
}

/** undefined: nothing to say about this address. One with a country alone is none: SnelStart wants it whole (REL-0060). */
function toChangedAdres(
  adres: unknown,
  address: PostalAddress | null | undefined,
  countries: Countries,
): RawRecord | undefined {
  if (address == null || !(address.street || address.postcode || address.city || address.contact)) return undefined
  return { ...(isRecord(adres) ? adres : {}), ...toAdres(address, countries) }
}

/** Throws Refused 'snelstart.countryUnknown' for a country that SnelStart's list does not have. */
export const toAdres = (address: PostalAddress, countries: Countries): RawRecord => ({
  contactpersoon: address.contact,
  straat: address.street,
  postcode: address.postcode,
  plaats: address.city,
  ...(address.country === null ? {} : { land: { id: countryId(address.country, countries) } }),
})

function countryId(code: NonNullable<PostalAddress['country']>, countries: Countries): string {
  const id = countries.idOf(code)
  if (id !== null) return id
  throw new Refused('snelstart.countryUnknown', `no country ${code}`, [{ code: '', text: code }], { country: code })
}

/** CUST-7. Sending needs an address (REL-0029 and its like), so without one there is nothing to switch on. */
function toSwitch(group: unknown, send: boolean | undefined, email: string): RawRecord | undefined {
  if (send === undefined) return undefined
  const before = isRecord(group) ? group : null
  if (!send) return before === null ? undefined : { ...before, shouldSend: false }
  const address = before?.['email'] || email
  return address === '' ? undefined : { ...before, shouldSend: true, email: address }
}

const isRecord = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null
