// PrestaShop's rows → ShopOrder. Pure; with its parts (lines, charges, customer, address, dates) the only code that knows
// both languages. Facts: reference/prestashop.md.
import type { CurrencyCode, Instant, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import { add, type Decimal, parseDecimal, subtract, sum, toCents, zero } from '../../core/money.ts'
import type { Charge, OrderLine, ReadingNote, ShopOrder, VatAmount } from '../../core/order.ts'
import type { ReadOrder } from '../shop.ts'
import { toAddress } from './address.ts'
import { readCharges } from './charges.ts'
import { toCreditOrder } from './credit-slip.ts'
import { toCustomer } from './customer.ts'
import { toCalendarDate, toInstant, toZone } from './dates.ts'
import { type Convert, converterOf, numberIn } from './figures.ts'
import { toLine } from './lines.ts'
import type { Mapping } from './mapping.ts'
import { numberOf } from './number.ts'
import { readPayment } from './payment.ts'
import { toStatus } from './statuses.ts'
import { decodeMessage, plainText } from './text.ts'
import { readTotals } from './totals.ts'
import { Unreadable } from './unreadable.ts'
import { toVat } from './vat.ts'
import { type OrderRaw, orderRawSchema } from './wire.ts'

/** Translates one order, or one credit slip of it, as it was kept. `ok` false with a code of `problems.ts` where it cannot be
 *  understood. */
export function toOrder(raw: unknown, mapping: Mapping): ReadOrder {
  const parsed = orderRawSchema.safeParse(raw)
  const id = findId(raw)
  const refuse = (reason: ReadingNote): ReadOrder => ({ ok: false, id: id as ShopOrderId, number: id, reason, raw })
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    return refuse({ code: 'prestashop.badOrder', data: { where } })
  }
  try {
    const order = translate(parsed.data, mapping)
    return { ok: true, order: parsed.data.slip === undefined ? order : toCreditOrder(parsed.data, order), raw }
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason)
    throw error
  }
}

function findId(raw: unknown): string {
  const { order, slip } = (raw ?? {}) as { order?: { id_order?: unknown }; slip?: unknown }
  const id = String(order?.id_order ?? '?')
  return typeof slip === 'string' ? `slip:${id}-${slip}` : id
}

function translate(raw: OrderRaw, mapping: Mapping): ShopOrder {
  const { order } = raw
  const { convert, ...money } = readMoney(raw)
  const totals = readTotals(order, convert)
  const lines = raw.details.map((detail) => toLine(detail, convert, mapping.articleCode))
  const { charges, notes } = readCharges(raw, lines, totals, convert)
  const status = toStatus(order['current_state'] ?? '0', raw.state)
  const totalIncl = toCents(totals.paid.incl)
  const paid = readPayment(raw, totalIncl, convert)
  const vat = toVat(lines, charges)
  return {
    id: (order['id_order'] ?? '') as ShopOrderId,
    number: numberOf(raw, mapping) as ShopOrderNumber,
    status,
    ...readDates(raw),
    ...money.fields,
    priceEntry: mapping.priceEntry === 'auto' ? readPriceEntry(raw) : mapping.priceEntry,
    shop: {
      storeId: order['id_shop'] ?? '1',
      name: plainText(raw.settings['shop_name']),
      url: plainText(raw.settings['shop_url']),
    },
    language: plainText(order['language_iso']),
    customer: toCustomer(raw),
    invoiceAddress: toAddress(raw.invoice_address),
    deliveryAddress: toAddress(raw.delivery_address),
    lines,
    charges,
    vat,
    totalInclUnrounded: totals.paid.incl,
    totalIncl,
    payment: paid.payment,
    shipping: { code: order['id_carrier'] ?? '', method: plainText(raw.carrier?.['name']) },
    remarks: readRemarks(raw),
    invoiceNumber: readInvoiceNumber(order['invoice_number']),
    creditOf: null,
    readingNotes: [
      ...(status.meaning === 'unknown' ? [{ code: 'prestashop.statusUnknown', data: { status: status.code } }] : []),
      ...notes,
      ...paid.notes,
      ...unknownRates(lines, charges),
      ...vatNote(vat, subtract(totals.paid.incl, totals.paid.excl), lines.length + charges.length),
    ],
  }
}

function readDates({ order, settings }: OrderRaw): Pick<ShopOrder, 'placedAt' | 'changedAt' | 'orderDate'> {
  const zone = toZone(settings['timezone'])
  const stored = order['date_add'] ?? ''
  const placedAt = toInstant(stored, zone)
  if (placedAt === null) throw new Unreadable('prestashop.noDate')
  const changed = toInstant(order['date_upd'], zone)
  const changedAt: Instant = changed !== null && changed > placedAt ? changed : placedAt
  return { placedAt, changedAt, orderDate: toCalendarDate(stored) }
}

function readMoney(raw: OrderRaw) {
  const paidIn = plainText(raw.currency?.['iso_code']).toUpperCase()
  const own = plainText(raw.settings['default_currency']).toUpperCase() || paidIn
  if (!/^[A-Z]{3}$/.test(paidIn))
    throw new Unreadable('prestashop.noCurrency', { currency: raw.order['id_currency'] ?? '' })
  const rate = parseDecimal(raw.order['conversion_rate'] ?? '')
  if (paidIn === own || rate === null || Number(rate) <= 0)
    return { convert: converterOf(null), fields: { currency: paidIn as CurrencyCode, paidIn: null } }
  const total = toCents(numberIn(raw.order, 'total_paid_tax_incl'))
  const convert: Convert = converterOf(rate)
  return {
    convert,
    fields: { currency: own as CurrencyCode, paidIn: { currency: paidIn as CurrencyCode, rate, total } },
  }
}

/** The customer's group says which prices it is shown (reference/prestashop.md, 2); the order has both. */
const readPriceEntry = (raw: OrderRaw): 'incl' | 'excl' =>
  raw.customer?.lists.group?.['price_display_method'] === '1' ? 'excl' : 'incl'

/** What the customer wrote with the order and the text for the gift; not what is between employees, the order's note included. */
function readRemarks(raw: OrderRaw): string {
  const messages = raw.messages.filter((row) => row['private'] !== '1').map((row) => decodeMessage(row['message']))
  const gift = plainText(raw.order['gift_message'])
  const all = [...messages, ...(gift === '' ? [] : [`Cadeautekst: ${gift}`])]
  return [...new Set(all.filter((text) => text !== ''))].join('\n')
}

const readInvoiceNumber = (stored: string | null | undefined): string | null =>
  stored === null || stored === undefined || stored === '' || stored === '0' ? null : stored

function unknownRates(lines: readonly OrderLine[], charges: readonly Charge[]): readonly ReadingNote[] {
  const unknown = lines.filter((line) => line.vatPercent === null).length
  const guessed = charges.filter((charge) => !charge.vatKnown && charge.kind !== 'payment')
  return [
    ...(unknown === 0 ? [] : [{ code: 'prestashop.lineVatUnknown', data: { lines: String(unknown) } }]),
    ...guessed.map((charge) => ({ code: 'prestashop.chargeVatGuessed', data: { title: charge.title } })),
  ]
}

/** The shop's own VAT is its total incl. less excl.; each part was rounded by itself, so a cent a part may be lost. */
function vatNote(vat: readonly VatAmount[], shopVat: Decimal, parts: number): readonly ReadingNote[] {
  const ours = sum(vat.map((each) => each.vatAmount))
  const off = Math.abs(Number(subtract(shopVat, ours)))
  if (off <= 0.011 * Math.max(2, parts)) return []
  return [{ code: 'prestashop.vatDiffers', data: { shop: toCents(shopVat), ours: toCents(add(ours, zero)) } }]
}
