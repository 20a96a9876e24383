// One record → ShopOrder, by the rules of a mapping document. Pure. What cannot be understood is a reason that the order waits
// with, never a guess in silence.
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, CurrencyCode, Instant, ShopOrderId, ShopOrderNumber } from '../core/ids.ts'
import { toCents } from '../core/money.ts'
import type { OrderStatus, ShopOrder, StatusMeaning } from '../core/order.ts'
import { createCountryNames } from './countries.ts'
import type { Mapping } from './document.ts'
import { createLook, type Look } from './look.ts'
import type { RecordNode } from './record.ts'
import { toCharges } from './to-charges.ts'
import { toAddress, toCustomer } from './to-customer.ts'
import { toLines } from './to-lines.ts'
import { toVat } from './to-vat.ts'
import { Unplaced } from './unplaced.ts'

export type MappedOrder =
  | { readonly ok: true; readonly order: ShopOrder; readonly unused: Unused }
  | {
      readonly ok: false
      readonly id: ShopOrderId
      readonly number: string
      readonly reason: { readonly code: string; readonly data: Readonly<Record<string, string>> }
      readonly unused: Unused
    }

/** Filled-in values that no rule has looked at; empty unless asked for. */
export type Unused = readonly { readonly path: string; readonly value: string }[]

export type ShopOfFile = { readonly storeId: string; readonly name: string; readonly url: string }

/** `watch`: also tell what was not used, for trying out a mapping. */
export type Translate = (record: RecordNode, options?: { readonly watch?: boolean }) => MappedOrder

export function createTranslation(mapping: Mapping, shop: ShopOfFile): Translate {
  const countries = createCountryNames()
  return (record, options = {}) => {
    const look = createLook(mapping, countries, options.watch === true)
    const number = look.text(record, mapping.order.number)
    const id = (look.text(record, mapping.order.id) || number) as ShopOrderId
    const unused = (): Unused => (options.watch === true ? look.unused(record) : [])
    try {
      if (number === '') throw new Unplaced('mapping.noNumber')
      const order = translate(record, look, shop, { id, number: number as ShopOrderNumber })
      return { ok: true, order, unused: unused() }
    } catch (error) {
      if (!(error instanceof Unplaced)) throw error
      return {
        ok: false,
        id: (id || '?') as ShopOrderId,
        number: number || '?',
        reason: error.reason,
        unused: unused(),
      }
    }
  }
}

function translate(
  record: RecordNode,
  look: Look,
  shop: ShopOfFile,
  ids: { id: ShopOrderId; number: ShopOrderNumber },
): ShopOrder {
  const { order: rules, customer, invoiceAddress, deliveryAddress } = look.mapping
  const text = (rule: Parameters<Look['text']>[1]): string => look.text(record, rule)
  const placedAt = look.moment(record, rules.placedAt, 'order.placedAt')
  if (placedAt === null) throw new Unplaced('mapping.noDate')
  const total = look.amount(record, rules.total, 'order.total')
  if (total === null) throw new Unplaced('mapping.noTotal')
  const priceEntry = readPriceEntry(text(rules.pricesIncludeVat))
  const status = readStatus(look.mapping, text(rules.status), text(rules.paymentStatus))
  const vat = toVat(record, look)
  const lines = toLines(record, look, priceEntry)
  const charges = toCharges(record, look, { priceEntry, lines: lines.lines, vat })
  const changedAt = look.moment(record, rules.changedAt, 'order.changedAt')
  return {
    ...ids,
    status,
    placedAt,
    changedAt: changedAt !== null && changedAt > placedAt ? changedAt : placedAt,
    orderDate: dayOf(placedAt, look.mapping.zone),
    currency: readCurrency(text(rules.currency)),
    paidIn: null,
    priceEntry,
    shop,
    language: text(rules.language),
    customer: toCustomer(record, look, customer),
    invoiceAddress: toAddress(record, look, invoiceAddress),
    deliveryAddress: toAddress(record, look, deliveryAddress),
    lines: lines.lines,
    charges: charges.charges,
    vat,
    totalInclUnrounded: total,
    totalIncl: toCents(total),
    payment: {
      code: text(rules.paymentCode) || text(rules.paymentMethod),
      method: text(rules.paymentMethod),
      reference: text(rules.paymentReference) || null,
      paidAmount: look.amount(record, rules.paidAmount, 'order.paidAmount'),
    },
    shipping: { code: text(rules.shippingMethod), method: text(rules.shippingMethod) },
    remarks: text(rules.remarks),
    invoiceNumber: text(rules.invoiceNumber) || null,
    creditOf: (text(rules.creditOf) || null) as ShopOrderId | null,
    readingNotes: [
      ...(status.meaning === 'unknown' && status.text !== ''
        ? [{ code: 'mapping.statusUnknown', data: { status: status.text } }]
        : []),
      ...lines.notes,
      ...charges.notes,
    ],
  }
}

const yes = new Set(['1', 'true', 'yes', 'ja', 'y', 'j', 'incl', 'inclusief', 'including', 'waar', ''])

/** Nothing filled in: prices as consumers see them. */
const readPriceEntry = (text: string): 'incl' | 'excl' => (yes.has(text.toLowerCase()) ? 'incl' : 'excl')

function readCurrency(text: string): CurrencyCode {
  const code = text.toUpperCase()
  if (code === '' || code === '€') return 'EUR' as CurrencyCode
  if (!/^[A-Z]{3}$/.test(code)) throw new Unplaced('mapping.notACurrency', { value: text.slice(0, 20) })
  return code as CurrencyCode
}

const final: readonly StatusMeaning[] = ['unfinished', 'cancelled', 'refunded', 'shipped', 'complete']

/** The order's own status counts where it ends the matter; else whether it was paid says more. */
function readStatus(mapping: Mapping, status: string, payment: string): OrderStatus {
  const meaningOf = (text: string): StatusMeaning => mapping.statuses[text.toLowerCase()] ?? 'unknown'
  const [own, paid] = [meaningOf(status), meaningOf(payment)]
  const meaning = final.includes(own) || paid === 'unknown' ? own : paid
  const text = [status, payment].filter((part) => part !== '').join(' / ')
  return { code: status.toLowerCase() || payment.toLowerCase(), text, meaning }
}

/** The calendar's day of placing, where the shop is. */
const dayOf = (at: Instant, zone: string): CalendarDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate
