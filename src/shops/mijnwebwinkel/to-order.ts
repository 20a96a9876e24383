// The shop's order → ShopOrder. Pure; with its parts (figures, lines, customer, statuses, dates) the only code that knows both
// languages. Facts: reference/mijnwebwinkel.md.
import type { CurrencyCode, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import type { ReadingNote, ShopOrder } from '../../core/order.ts'
import type { ReadOrder } from '../shop.ts'
import type { ShopContext } from './context.ts'
import { toAddresses, toCustomer } from './customer.ts'
import { dayOf, toInstant, toWall } from './dates.ts'
import { type Figures, readFigures } from './figures.ts'
import { note } from './notes.ts'
import type { MijnwebwinkelSettings } from './settings.ts'
import { isPaymentFailed, toStatus } from './statuses.ts'
import { Unreadable } from './unreadable.ts'
import { type OrderRaw, orderSchema } from './wire.ts'

/** What the translation needs of the settings. */
export type Mapping = Pick<MijnwebwinkelSettings, 'lineKinds' | 'priceEntry' | 'timeZone'>

/** Translates one order as the interface sent it. `ok` false with a code of `problems.ts` where it cannot be understood. */
export function toOrder(raw: unknown, context: ShopContext, mapping: Mapping): ReadOrder {
  const id = numberOf(raw)
  const refuse = (reason: ReadingNote): ReadOrder => ({ ok: false, id: id as ShopOrderId, number: id, reason, raw })
  const parsed = orderSchema.safeParse(raw)
  if (!parsed.success) return refuse(note('badOrder', { where: parsed.error.issues[0]?.path.join('.') ?? '' }))
  try {
    return { ok: true, order: translate(parsed.data, context, mapping), raw }
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason)
    throw error
  }
}

/** The number, which is the key of every other question; '?' where there is none. */
export function numberOf(raw: unknown): string {
  const number = (raw as { number?: unknown } | null)?.number
  return typeof number === 'string' || typeof number === 'number' ? String(number).trim() || '?' : '?'
}

const isCreditOrder = (raw: OrderRaw, context: ShopContext): boolean =>
  creditedNumber(raw) !== null || (context.statuses.get(raw.status)?.credit ?? false)

/** 0 and '' both mean that it credits nothing. */
const creditedNumber = (raw: OrderRaw): string | null =>
  ['', '0'].includes(raw.credited_order_number) ? null : raw.credited_order_number

function translate(raw: OrderRaw, context: ShopContext, mapping: Mapping): ShopOrder {
  const figures = readFigures(raw, isCreditOrder(raw, context), mapping.lineKinds)
  const status = toStatus(raw.status, context.statuses.get(raw.status), raw.payment_status)
  const customer = toCustomer(raw)
  return {
    id: raw.number as ShopOrderId,
    number: raw.number as ShopOrderNumber,
    status,
    ...readDates(raw, mapping.timeZone),
    currency: readCurrency(raw, context),
    paidIn: null,
    priceEntry: readPriceEntry(raw, context, mapping),
    shop: { storeId: context.store.id, name: context.store.name, url: context.store.primary_domain },
    language: raw.locale || context.store.default_language,
    customer,
    ...toAddresses(raw.debtor),
    lines: figures.lines,
    charges: figures.charges,
    vat: figures.vat,
    totalInclUnrounded: figures.total,
    totalIncl: figures.total,
    payment: readPayment(raw, figures),
    shipping: { code: '', method: figures.charges.find((charge) => charge.kind === 'shipping')?.title ?? '' },
    remarks: [raw.comments?.customer ?? '', raw.reference && `Ref.: ${raw.reference}`].filter(Boolean).join('\n'),
    invoiceNumber: null,
    creditOf: creditedNumber(raw) as ShopOrderId | null,
    readingNotes: [...noteOrder(raw, status, customer.vatNumber), ...figures.notes],
  }
}

function readDates(raw: OrderRaw, zone: string): Pick<ShopOrder, 'placedAt' | 'changedAt' | 'orderDate'> {
  const placed = toWall(raw.date, raw.time)
  if (placed === null) throw new Unreadable('mijnwebwinkel.noDate')
  const changed = toWall(raw.status_changed_date, raw.status_changed_time)
  const placedAt = toInstant(placed, zone)
  const changedAt = changed !== null && changed > placed ? toInstant(changed, zone) : placedAt
  return { placedAt, changedAt, orderDate: dayOf(placed) }
}

/** An order's currency follows the shop's (reference, 4). */
function readCurrency(raw: OrderRaw, { store }: ShopContext): CurrencyCode {
  const code = (raw.currency || store.currency).toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) throw new Unreadable('mijnwebwinkel.noCurrency')
  return code as CurrencyCode
}

/** The order's own word has one published value ('include'), so the shop's setting goes first. */
function readPriceEntry(raw: OrderRaw, { store }: ShopContext, { priceEntry }: Mapping): 'incl' | 'excl' {
  if (priceEntry !== 'auto') return priceEntry
  if (typeof store.prices_include_tax === 'boolean') return store.prices_include_tax ? 'incl' : 'excl'
  return raw.taxed === 'exclude' ? 'excl' : 'incl'
}

/** Gift cards are ways to pay here, not deductions (reference, 6). The transaction's own number needs a call per order. */
function readPayment(raw: OrderRaw, { total }: Figures): ShopOrder['payment'] {
  const isPaid = raw.payment_status === 'captured'
  const { gateway_name: code = '', method_name: method = '' } = raw.payment ?? {}
  return { code, method: method || code, reference: null, paidAmount: isPaid ? total : null }
}

function noteOrder(raw: OrderRaw, status: ShopOrder['status'], vatNumber: string | null): readonly ReadingNote[] {
  const failed = isPaymentFailed(status.meaning, raw.payment_status)
  const reversed = raw.tax_strategy === 'reverse_charged_vat' && vatNumber === null
  return [
    ...(status.meaning === 'unknown' ? [note('statusUnknown', { status: status.text })] : []),
    ...(failed ? [note('paymentFailed', { status: raw.payment_status })] : []),
    ...(reversed ? [note('reverseWithoutNumber')] : []),
  ]
}
