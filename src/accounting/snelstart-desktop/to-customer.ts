// Our customer → what the Gateway's card is filled with. Pure.
import type { CustomerFields, PostalAddress } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { CountryCode } from '../../core/ids.ts'
import type { HelperAddress, HelperCustomer } from './gateway/protocol.ts'

/** fldLandID of a country; null: this administration does not list it. */
export type CountryIds = (code: CountryCode) => number | null

/** `name`: where the address has none of its own. Throws Refused 'desktop.countryUnknown' before anything is sent. */
export function toAddress(address: PostalAddress, name: string, countryIds: CountryIds): HelperAddress {
  const { contact, street, postcode, city, country } = address
  const countryId = country === null ? null : countryIds(country)
  if (country !== null && countryId === null)
    throw new Refused('desktop.countryUnknown', 'country not listed', [{ code: '', text: `Land ${country}` }], {
      country,
    })
  return { name: address.name ?? name, contact, street, postcode, city, countryId }
}

/** Only what is given; a card's own addresses have no name of their own. */
export function toCustomer(fields: Partial<CustomerFields>, countryIds: CountryIds): HelperCustomer {
  const { establishment, correspondence, cocNumber, ...same } = fields
  const coc = cocNumber === undefined ? null : toCocNumber(cocNumber)
  return {
    ...same,
    ...(establishment === undefined ? {} : { establishment: toAddress(establishment, '', countryIds) }),
    ...(correspondence == null ? {} : { correspondence: toAddress(correspondence, '', countryIds) }),
    ...(coc === null ? {} : { cocNumber: coc }),
  }
}

const largest = 2 ** 31 - 1

/** SnelStart keeps a whole number. null: this one is none that fits, such as a German 'HRB 12345', whose digits alone are another's. */
function toCocNumber(text: string): string | null {
  const plain = text.replace(/[\s.-]/g, '')
  return /^\d*$/.test(plain) && Number(plain) <= largest ? plain : null
}
