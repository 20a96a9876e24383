// The description of the entry, from a small template with places in Dutch or English.
import type { ShopOrder } from '../order.ts'
import { shorten } from '../shorten.ts'
import { fillIn } from '../text.ts'
import { invoiceNumberOf } from './invoice-number.ts'
import type { EntryContext } from './known.ts'
import { entryWarning } from './problems.ts'

/** BOE-0071. */
const descriptionLimit = 250

/** The places of the template, each with its Dutch and its English name. docs/bookkeeping.md lists them. */
export const descriptionPlaces = [
  { nl: 'ordernummer', en: 'number' },
  { nl: 'naam', en: 'name' },
  { nl: 'betalingskenmerk', en: 'reference' },
  { nl: 'betaalwijze', en: 'payment' },
  { nl: 'status', en: 'status' },
  { nl: 'datum', en: 'date' },
  { nl: 'webshop', en: 'shop' },
  { nl: 'opmerking', en: 'remarks' },
  { nl: 'origineel', en: 'original' },
] as const

type Place = (typeof descriptionPlaces)[number]['nl']

/** Never empty (BOE-0084); a credit order always names the order that it takes back. */
export function decideDescription(context: EntryContext): string {
  const { order, choices, trail } = context
  const original = originalOf(context)
  const template = choices.entryDescription.trim()
  const named = /\{(origineel|original)\}/.test(template)
  const filled = fillIn(
    original === '' || named ? template : `${template} (credit op {origineel})`,
    placesOf(order, original),
  )
  const full = filled.trim() === '' ? order.number : filled
  const { text, cut } = shorten(full, descriptionLimit)
  if (cut) trail.warnings.push(entryWarning('entry.descriptionShortened', { full, limit: String(descriptionLimit) }))
  return text
}

/** Invoice number of the original: as it was booked, else as it would be. */
function originalOf({ order, choices, known }: EntryContext): string {
  if (order.creditOf === null) return ''
  return known.invoiceNumberOf?.(order.creditOf) ?? invoiceNumberOf(order.creditOf, choices)
}

function placesOf(order: ShopOrder, original: string): Readonly<Record<string, string>> {
  const { customer, payment } = order
  const values: Readonly<Record<Place, string>> = {
    ordernummer: order.number,
    naam: customer.company || `${customer.firstName} ${customer.lastName}`.trim(),
    betalingskenmerk: payment.reference ?? '',
    betaalwijze: payment.method,
    status: order.status.text,
    datum: order.orderDate,
    webshop: order.shop.name,
    opmerking: order.remarks,
    origineel: original,
  }
  return Object.fromEntries(
    descriptionPlaces.flatMap(({ nl, en }) => [[nl, values[nl]] as const, [en, values[nl]] as const]),
  )
}
