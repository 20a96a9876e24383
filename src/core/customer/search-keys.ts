// The keys under which a customer is found, written the same way for SnelStart's customers and for orders. A key is a
// kind, a colon and a normalised value; nothing else in the recognition knows how they are made up.
import type { Customer, EmailGroup } from '../administration.ts'
import type { CountryCode } from '../ids.ts'
import { cocNumberKey } from './coc-numbers.ts'
import { customerCodeKey } from './customer-codes.ts'
import { readEmails } from './emails.ts'
import { nameKey } from './names.ts'
import { postcodeKey } from './postcodes.ts'
import { readVatNumber } from './vat-numbers.ts'

/** The three rounds of CUST-2: main address; invoice (to, cc); quotation, confirmation and reminder (to, cc). */
export type EmailRound = 'main' | 'invoice' | 'other'

/** A card without a country is a Dutch one: SnelStart fills in Nederland (reference/snelstart.md A7, adres). */
export const countryOfCard = (customer: Customer): CountryCode =>
  customer.establishment.country ?? ('NL' as CountryCode)
export const postcodeOfCard = (customer: Customer): string =>
  postcodeKey(customer.establishment.postcode, countryOfCard(customer))

const filled = (kind: string, ...values: readonly string[]): string | null =>
  values.includes('') ? null : `${kind}:${values.join('|')}`

/** null in each: the value says nothing to search with. */
export const searchKey = {
  id: (id: string): string => `id:${id}`,
  code: (code: string): string | null => filled('code', customerCodeKey(code)),
  email: (round: EmailRound, address: string): string => `${round}:${address}`,
  vatNumber: (text: string, country: CountryCode): string | null =>
    filled('vat', readVatNumber(text, country)?.text ?? '', country),
  cocNumber: (text: string, country: CountryCode): string | null => filled('coc', cocNumberKey(text), country),
  name: (name: string): string | null => filled('name', nameKey(name)),
  place: (country: CountryCode, postcode: string): string | null => filled('place', postcode, country),
  nameAndPlace: (name: string, country: CountryCode, postcode: string): string | null =>
    filled('both', nameKey(name), country, postcode),
} as const

const addressesOf = (groups: readonly EmailGroup[]): readonly string[] =>
  groups.flatMap((group) => (group.to === '' && group.cc === '' ? [] : readEmails(`${group.to};${group.cc}`)))

/**
 * An address counts in its first round only: who has it in an earlier round was found there, and a later round is asked
 * only when the earlier one left that customer out.
 */
function emailKeys(customer: Customer): readonly string[] {
  const rounds: readonly [EmailRound, readonly string[]][] = [
    ['main', readEmails(customer.email)],
    ['invoice', addressesOf([customer.invoiceEmail])],
    ['other', addressesOf([customer.quotationEmail, customer.confirmationEmail, customer.reminderEmail])],
  ]
  const keys = new Map<string, string>()
  for (const [round, addresses] of rounds) {
    for (const address of addresses) if (!keys.has(address)) keys.set(address, searchKey.email(round, address))
  }
  return [...keys.values()]
}

/** Every key of a customer in SnelStart, each once. */
export function keysOfCard(customer: Customer): readonly string[] {
  const country = countryOfCard(customer)
  const postcode = postcodeOfCard(customer)
  const keys = [
    searchKey.id(customer.id),
    searchKey.code(customer.code),
    searchKey.vatNumber(customer.vatNumber, country),
    searchKey.cocNumber(customer.cocNumber, country),
    searchKey.name(customer.name),
    searchKey.place(country, postcode),
    searchKey.nameAndPlace(customer.name, country, postcode),
  ].filter((key) => key !== null)
  return [...keys, ...emailKeys(customer)]
}
