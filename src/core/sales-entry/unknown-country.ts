// A sale without VAT is an export, a reverse charge or simply untaxed, and the VAT return asks which: an address whose country is not
// known cannot be taken for Dutch then.
import type { Address, ShopOrder } from '../order.ts'
import type { Problem } from '../problem.ts'
import type { CustomerChoice } from '../sales-order/known.ts'
import { isUntaxed } from './treatment.ts'

const addresses = [
  { key: 'invoiceAddress', whichNl: 'factuuradres', whichEn: 'invoice address' },
  { key: 'deliveryAddress', whichNl: 'afleveradres', whichEn: 'delivery address' },
] as const

/** null: nothing in the way. 'address.countryMissing' as on sales orders. */
export function findUnknownCountry(order: ShopOrder, customer: CustomerChoice): Problem | null {
  if (customer.country !== null || !isUntaxed(order)) return null
  const found = addresses.find(({ key }) => hasNoCountry(order[key]))
  if (found === undefined) return null
  const { key, whichNl, whichEn } = found
  return { code: 'address.countryMissing', data: { whichNl, whichEn, country: order[key]?.countryName || '?' } }
}

const hasNoCountry = (address: Address | null): boolean =>
  address !== null &&
  address.country === null &&
  [address.street, address.postcode, address.city, address.countryName].some((part) => part !== '')
