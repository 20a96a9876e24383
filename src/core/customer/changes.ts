// What an existing customer is changed to (CUST-5, 'add and update'): only what differs, never blanking what is filled, never
// the payment term (CUST-6) or the e-mail switches, which are for new customers.
import type { Customer, CustomerFields, PostalAddress } from '../administration.ts'
import { cocNumberKey } from './coc-numbers.ts'
import { readEmails } from './emails.ts'
import { placeholder } from './fields.ts'
import type { Said } from './fit-field.ts'
import { joinWords } from './order-customer.ts'
import { phoneKey } from './phones.ts'
import { postcodeKey } from './postcodes.ts'
import { type CustomerProblemCode, customerProblem } from './problems.ts'
import { countryOfCard } from './search-keys.ts'
import { readVatNumber } from './vat-numbers.ts'

type Changes = Partial<CustomerFields>

const isNew = (value: string, existing: string): boolean => value !== '' && value !== joinWords(existing)

/** Merged with what stands there; the same object where nothing is new. A postcode written otherwise is the same. */
function toAddress(existing: PostalAddress, found: PostalAddress): PostalAddress {
  const country = found.country ?? existing.country
  const pick = (part: 'contact' | 'street' | 'postcode' | 'city'): string =>
    isNew(found[part], existing[part]) && !(found[part] === placeholder && existing[part] !== '')
      ? found[part]
      : existing[part]
  const samePostcode = postcodeKey(found.postcode, country) === postcodeKey(existing.postcode, country)
  const merged = {
    contact: pick('contact'),
    street: pick('street'),
    postcode: samePostcode ? existing.postcode : pick('postcode'),
    city: pick('city'),
    country,
  }
  const parts = ['contact', 'street', 'postcode', 'city', 'country'] as const
  return parts.every((part) => merged[part] === existing[part]) ? existing : { ...existing, ...merged }
}

/** REL-0087: an address in another country than that of the VAT number would be refused, and the order with it. */
function addressChange(existing: Customer, fields: CustomerFields): Said<Changes> {
  const establishment = toAddress(existing.establishment, fields.establishment)
  if (establishment === existing.establishment) return { value: {}, warnings: [] }
  const vatNumber = fields.vatNumber || existing.vatNumber
  const vatCountry = readVatNumber(vatNumber, countryOfCard(existing))?.country
  const moves = establishment.country !== null && establishment.country !== countryOfCard(existing)
  if (!moves || vatCountry === undefined || vatCountry === establishment.country) {
    return { value: { establishment }, warnings: [] }
  }
  const data = { code: existing.code, country: establishment.country ?? '?', vatNumber }
  return { value: {}, warnings: [customerProblem('customer.addressKept', data)] }
}

function phoneChanges(existing: Customer, fields: CustomerFields): Changes {
  const known = new Set([phoneKey(existing.phone), phoneKey(existing.mobile)])
  const isUnknown = (phone: string): boolean => phone !== '' && !known.has(phoneKey(phone))
  return {
    ...(isUnknown(fields.phone) && { phone: fields.phone }),
    ...(isUnknown(fields.mobile) && { mobile: fields.mobile }),
  }
}

function numberChanges(existing: Customer, fields: CustomerFields): Changes {
  const country = countryOfCard(existing)
  const sameVatNumber = readVatNumber(existing.vatNumber, country)?.text === fields.vatNumber
  const sameCocNumber = cocNumberKey(existing.cocNumber) === cocNumberKey(fields.cocNumber)
  return {
    ...(fields.vatNumber !== '' && !sameVatNumber && { vatNumber: fields.vatNumber }),
    ...(fields.cocNumber !== '' && !sameCocNumber && { cocNumber: fields.cocNumber }),
  }
}

/** Warnings about fields, said only where that field is changed; the others say what was left out. */
const fieldsOfWarning: Readonly<Partial<Record<CustomerProblemCode, readonly (keyof CustomerFields)[]>>> = {
  'customer.nameShortened': ['name'],
  'customer.contactShortened': ['establishment'],
  'customer.streetShortened': ['establishment'],
  'customer.postcodeShortened': ['establishment'],
  'customer.cityShortened': ['establishment'],
  'customer.addressIncomplete': ['establishment'],
  'customer.phoneShortened': ['phone', 'mobile'],
  'customer.addressMissing': [],
  'customer.emailSwitchesOff': [],
}

/**
 * What to change on the card; null: nothing. Applying it and asking again gives null. Numbers, postcodes and e-mail
 * addresses that are only written otherwise are no difference, nor is an address that stands among several.
 * `said`: as `toCustomerFields` gives it; what it warns of is passed on where it concerns the change.
 */
export function changesFor(existing: Customer, said: Said<CustomerFields>): Said<Changes | null> {
  const fields = said.value
  const address = addressChange(existing, fields)
  const changes: Changes = {
    ...(isNew(fields.name, existing.name) && { name: fields.name }),
    ...address.value,
    ...(fields.email !== '' && !readEmails(existing.email).includes(fields.email) && { email: fields.email }),
    ...phoneChanges(existing, fields),
    ...numberChanges(existing, fields),
  }
  const about = said.warnings.filter(({ code }) => fieldsOfWarning[code]?.some((field) => field in changes) ?? true)
  return { value: Object.keys(changes).length === 0 ? null : changes, warnings: [...about, ...address.warnings] }
}
