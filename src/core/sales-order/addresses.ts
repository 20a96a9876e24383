// SALE-4: the addresses of the sales order, as complete as SnelStart's fields allow.
import type { PostalAddress } from '../administration.ts'
import { cutAtWord, nameLimit } from '../customer/fit-field.ts'
import type { Address } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { shorten } from '../shorten.ts'
import type { Context } from './known.ts'
import { type SalesProblemCode, stopSale, warning } from './problems.ts'

/** SnelStart's field limits (reference/snelstart.md, A7: adres). */
const limits = { contact: 50, street: 50, postcode: 25, city: 50, name: 50 } as const

type Words = { readonly nl: string; readonly en: string }
const invoiceWords: Words = { nl: 'factuuradres', en: 'invoice address' }
const deliveryWords: Words = { nl: 'afleveradres', en: 'delivery address' }
const fieldWords: Readonly<Record<keyof typeof limits, Words>> = {
  contact: { nl: 'de contactpersoon', en: 'the contact' },
  street: { nl: 'de straat', en: 'the street' },
  postcode: { nl: 'de postcode', en: 'the postcode' },
  city: { nl: 'de plaats', en: 'the city' },
  name: { nl: 'de naam', en: 'the name' },
}

/** Countries where mail needs the state or province beside the city. */
const countriesWithState: ReadonlySet<string> = new Set(['US', 'CA', 'AU'])

export type OrderAddresses = { readonly invoice: PostalAddress | null; readonly delivery: PostalAddress | null }

/** null: SnelStart takes the address from the customer card. Problem: 'address.countryMissing'. */
export function decideAddresses(context: Context): Outcome<OrderAddresses, SalesProblemCode> {
  if (context.choices.addresses === 'fromCustomer') return ok({ invoice: null, delivery: null })
  const invoice = toPostalAddress(context.order.invoiceAddress, invoiceWords, context)
  if (!invoice.ok) return invoice
  const delivery = toPostalAddress(context.order.deliveryAddress, deliveryWords, context)
  if (!delivery.ok) return delivery
  return ok({ invoice: invoice.value, delivery: delivery.value })
}

function toPostalAddress(
  address: Address | null,
  which: Words,
  context: Context,
): Outcome<PostalAddress | null, SalesProblemCode> {
  if (address === null || isBlank(address)) return ok(null)
  const { countries } = context.known.lists
  if (address.country === null || !countries.some((country) => country.code === address.country)) {
    const country = address.countryName || address.country || '?'
    return stopSale('address.countryMissing', { whichNl: which.nl, whichEn: which.en, country })
  }
  const fitted = (field: keyof typeof limits, parts: readonly string[], separator: string): string =>
    fitField(field, joined(parts, separator), which, context)
  const person = joined([address.firstName, address.lastName], ' ')
  const hasName = context.known.capabilities.deliveryName
  const state = countriesWithState.has(address.country) ? address.region : ''
  return ok({
    ...(hasName ? { name: fitted('name', [address.company || person], '') } : {}),
    contact: fitted('contact', hasName ? [person] : [companyOf(address, context), person], ', '),
    street: fitted('street', [address.street, address.street2], ' '),
    postcode: fitted('postcode', [address.postcode], ''),
    city: fitted('city', [address.city, state], ', '),
    country: address.country,
  })
}

const joined = (parts: readonly string[], separator: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator)

const isBlank = (address: Address): boolean =>
  joined([address.street, address.street2, address.postcode, address.city, address.company, address.lastName], '') ===
  ''

/** The company goes before the contact where it is not the customer's own name, which SnelStart prints above it anyway. */
function companyOf(address: Address, { customer }: Context): string {
  const planned = customer.customer
  const customerName = planned.action === 'use' ? planned.name : planned.fields.name
  // A card holds no more of a long name than its limit.
  const same = cutAtWord(address.company.trim(), nameLimit).toLowerCase() === customerName.trim().toLowerCase()
  return same ? '' : address.company
}

function fitField(field: keyof typeof limits, full: string, which: Words, { trail }: Context): string {
  const { text, cut } = shorten(full, limits[field])
  if (cut) {
    const words = fieldWords[field]
    trail.warnings.push(
      warning('address.shortened', {
        fieldNl: words.nl,
        fieldEn: words.en,
        whichNl: which.nl,
        whichEn: which.en,
        limit: String(limits[field]),
        full,
      }),
    )
  }
  return text
}
