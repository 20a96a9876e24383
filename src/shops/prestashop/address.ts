// Invoice and delivery address of an order. One that was deleted stays readable, and old orders point to it.
import type { CountryCode } from '../../core/ids.ts'
import type { Address } from '../../core/order.ts'
import { plainText } from './text.ts'
import type { Row } from './wire.ts'

/** null: the order has none. */
export function toAddress(row: Row | null): Address | null {
  if (row === null) return null
  const text = (column: string) => plainText(row[column])
  const iso = text('country_iso').toUpperCase()
  return {
    company: text('company'),
    firstName: text('firstname'),
    lastName: text('lastname'),
    street: text('address1'),
    street2: text('address2'),
    postcode: text('postcode'),
    city: text('city'),
    region: text('state_name'),
    country: /^[A-Z]{2}$/.test(iso) ? (iso as CountryCode) : null,
    countryName: text('country_name'),
    customFields: filled({ dni: text('dni'), other: text('other') }),
  }
}

export const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
