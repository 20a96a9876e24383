// What an order says about its customer, in the words that recognising and filling in need. Reads, translates nothing.
import type { CountryCode } from '../ids.ts'
import type { Address, CustomFields, ShopOrder } from '../order.ts'
import { customerCodeKey } from './customer-codes.ts'
import { readEmails } from './emails.ts'
import { toPlainLetters } from './names.ts'
import { postcodeKey } from './postcodes.ts'

export type OrderCustomer = {
  /** null: no field for it, or nothing in it (SHOP-8). */
  readonly code: string | null
  /** The company, else first and last name; '' where the order has neither. */
  readonly name: string
  /** The person of a company; '' where `name` is the person. */
  readonly contact: string
  readonly email: string | null
  readonly phone: string
  readonly vatNumber: string
  readonly cocNumber: string
  /** The invoice address, else the delivery address; null: the order has none. */
  readonly address: Address | null
  readonly country: CountryCode | null
  /** Of `address`, as `postcodeKey` gives it; '' where there is none. */
  readonly postcode: string
  /** Of the delivery address, or of the only address that there is. */
  readonly deliveryPostcode: string
}

const codeFields: ReadonlySet<string> = new Set(['klantcode', 'klantnr', 'klantnummer', 'debiteurnr', 'debiteurnummer'])

/** The customer code in a set of custom fields, whatever case, spaces and signs its name has; null: none (SHOP-8). */
function findCustomerCode(fields: CustomFields): string | null {
  for (const [name, value] of Object.entries(fields)) {
    if (!codeFields.has(toPlainLetters(name).replace(/[^a-z0-9]/g, ''))) continue
    const code = [value].flat().map(customerCodeKey).find(Boolean)
    if (code !== undefined) return code
  }
  return null
}

/** Joined with one space, without empty parts and double spaces. */
export const joinWords = (...parts: readonly string[]): string => parts.join(' ').replace(/\s+/g, ' ').trim()

const hasPlace = (address: Address | null): address is Address =>
  address !== null && joinWords(address.street, address.street2, address.postcode, address.city) !== ''

const firstFilled = (...texts: readonly (string | undefined)[]): string =>
  texts.map((text) => joinWords(text ?? '')).find(Boolean) ?? ''

function findCode(order: ShopOrder): string | null {
  const own = customerCodeKey(order.customer.code ?? '')
  if (own !== '') return own
  const sets = [order.customer, order.invoiceAddress, order.deliveryAddress].map((from) => from?.customFields ?? {})
  return sets.map(findCustomerCode).find((code) => code !== null) ?? null
}

/** Source: manuals, chapter 2.6; the invoice side goes first, as it is whom SnelStart bills. */
export function readOrderCustomer(order: ShopOrder): OrderCustomer {
  const { customer, invoiceAddress: invoice, deliveryAddress: delivery } = order
  const address = [invoice, delivery].find(hasPlace) ?? null
  const goesTo = [delivery, invoice].find(hasPlace) ?? null
  const company = firstFilled(invoice?.company, customer.company, invoice === null ? delivery?.company : '')
  const person = firstFilled(
    joinWords(invoice?.firstName ?? '', invoice?.lastName ?? ''),
    joinWords(customer.firstName, customer.lastName),
    joinWords(delivery?.firstName ?? '', delivery?.lastName ?? ''),
  )
  return {
    code: findCode(order),
    name: company || person,
    contact: company === '' ? '' : person,
    email: readEmails(customer.email)[0] ?? null,
    phone: joinWords(customer.phone),
    vatNumber: joinWords(customer.vatNumber ?? ''),
    cocNumber: joinWords(customer.cocNumber ?? ''),
    address,
    country: address?.country ?? null,
    postcode: address === null ? '' : postcodeKey(address.postcode, address.country),
    deliveryPostcode: goesTo === null ? '' : postcodeKey(goesTo.postcode, goesTo.country),
  }
}
