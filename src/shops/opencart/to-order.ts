// OpenCart's rows → ShopOrder. Pure; with its parts (lines, totals, vat, customer, address, dates) the only code that
// knows both languages. Facts: reference/opencart.md.
import type { CurrencyCode, Instant, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import { type Decimal, multiply, parseDecimal, toCents } from '../../core/money.ts'
import type { ReadingNote, ShopOrder } from '../../core/order.ts'
import type { ReadOrder } from '../shop.ts'
import { readAddressFields, toAddress } from './address.ts'
import type { ShopContext } from './context.ts'
import { toCustomer } from './customer.ts'
import { toCalendarDate, toInstant } from './dates.ts'
import { readFigures } from './figures.ts'
import { readJsonColumn } from './json-column.ts'
import type { Mapping } from './mapping.ts'
import { decodeText, decodeTitle } from './text.ts'
import { Unreadable } from './unreadable.ts'
import { type OrderRaw, orderRawSchema } from './wire.ts'

/** Translates one order as the bridge sent it. `ok` false with a code of the problems catalogue where it cannot be understood. */
export function toOrder(raw: unknown, context: ShopContext, mapping: Mapping): ReadOrder {
  const parsed = orderRawSchema.safeParse(raw)
  const id = findId(raw)
  const refuse = (reason: ReadingNote): ReadOrder => ({ ok: false, id: id as ShopOrderId, number: id, reason, raw })
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    return refuse({ code: 'opencart.badOrder', data: { where } })
  }
  try {
    return { ok: true, order: translate(parsed.data, context, mapping), raw }
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason)
    throw error
  }
}

const findId = (raw: unknown): string =>
  String((raw as { order?: { order_id?: unknown } } | null)?.order?.order_id ?? '?')

function translate(raw: OrderRaw, context: ShopContext, mapping: Mapping): ShopOrder {
  const { order } = raw
  const storeId = order['store_id'] ?? '0'
  const figures = readFigures(raw, context, mapping)
  const dates = readDates(raw, context)
  const money = readMoney(raw, context)
  const paymentFields = readAddressFields(raw, 'payment', context)
  const shippingFields = readAddressFields(raw, 'shipping', context)
  const payment = readMethod(order['payment_method'], order['payment_code'])
  const status = context.status(order['order_status_id'] ?? '0', order['language_id'] ?? '')
  return {
    id: (order['order_id'] ?? '') as ShopOrderId,
    number: (order['order_id'] ?? '') as ShopOrderNumber,
    status,
    ...dates,
    ...money.fields,
    priceEntry: figures.vatInside ? 'incl' : readPriceEntry(storeId, context, mapping),
    shop: { storeId, name: decodeText(order['store_name']), url: decodeText(order['store_url']) },
    language: order['language_code'] || context.languages.get(order['language_id'] ?? '') || '',
    customer: toCustomer(raw, context, [...paymentFields, ...shippingFields]),
    invoiceAddress: toAddress(raw, 'payment', context, paymentFields),
    deliveryAddress: toAddress(raw, 'shipping', context, shippingFields),
    lines: figures.lines,
    charges: figures.charges,
    vat: figures.vat.vat,
    payment: { ...payment, reference: order['transaction_id'] || null, paidAmount: null },
    shipping: readMethod(order['shipping_method'], order['shipping_code']),
    // 1.0 keeps the customer's remark with the first history row.
    remarks: decodeText('comment' in order ? order['comment'] : raw.first_history?.['comment']),
    invoiceNumber: readInvoiceNumber(raw),
    creditOf: null,
    readingNotes: [
      ...(status.meaning === 'unknown'
        ? [{ code: 'opencart.statusUnknown', data: { status: status.text || status.code } }]
        : []),
      ...money.notes,
      ...figures.notes,
      ...figures.vat.notes,
    ],
  }
}

function readDates(raw: OrderRaw, context: ShopContext): Pick<ShopOrder, 'placedAt' | 'changedAt' | 'orderDate'> {
  const stored = raw.order['date_added'] ?? null
  // In the autumn hour an order that follows one with a later wall time is in the second, winter round.
  const placedAt = toInstant(stored, context.zone, () => (raw.previous_added ?? '') > (stored ?? ''))
  if (placedAt === null || stored === null) throw new Unreadable('opencart.noDate')
  const changed = toInstant(raw.order['date_modified'] ?? null, context.zone, (first) => first < placedAt)
  const changedAt: Instant = changed !== null && changed > placedAt ? changed : placedAt
  return { placedAt, changedAt, orderDate: toCalendarDate(stored) }
}

function readMoney(raw: OrderRaw, context: ShopContext) {
  const { order } = raw
  const total = parseDecimal(order['total'] ?? '')
  if (total === null) throw new Unreadable('opencart.badNumber', { article: '' })
  const paidCode = (order['currency_code'] ?? order['currency'] ?? '').toUpperCase()
  const rate = parseDecimal(order['currency_value'] ?? order['value'] ?? '') ?? ('1' as Decimal)
  const shopCode = (context.setting(order['store_id'] ?? '0', 'config_currency') ?? '').toUpperCase()
  // A rate of exactly 1 is the default currency of that day; another default today means that the shop changed it since.
  const currency = rate === '1' && paidCode !== '' ? paidCode : shopCode
  if (!/^[A-Z]{3}$/.test(currency)) throw new Unreadable('opencart.noCurrency', { currency: paidCode })
  const foreign = paidCode !== '' && paidCode !== currency
  const fields = {
    currency: currency as CurrencyCode,
    paidIn: foreign ? { currency: paidCode as CurrencyCode, rate, total: toCents(multiply(total, rate)) } : null,
    totalInclUnrounded: total,
    totalIncl: toCents(total),
  }
  const changed = shopCode !== '' && currency !== shopCode
  return { fields, notes: changed ? [{ code: 'opencart.currencyChanged', data: { currency, today: shopCode } }] : [] }
}

/** 'incl' where the shop shows its prices with tax. */
function readPriceEntry(storeId: string, context: ShopContext, mapping: Mapping): 'incl' | 'excl' {
  if (mapping.priceEntry !== 'auto') return mapping.priceEntry
  return context.setting(storeId, 'config_tax') === '1' ? 'incl' : 'excl'
}

/** 4.0.2 and later keep code and name as JSON in the method itself. */
function readMethod(
  method: string | null | undefined,
  code: string | null | undefined,
): { code: string; method: string } {
  const json = readJsonColumn(method)
  if (json === null) return { code: code ?? '', method: decodeTitle(method === '[]' ? '' : method) }
  return { code: String(json['code'] ?? ''), method: decodeTitle(String(json['name'] ?? json['title'] ?? '')) }
}

function readInvoiceNumber(raw: OrderRaw): string | null {
  const number = raw.order['invoice_no'] ?? raw.order['invoice_id'] ?? '0'
  return number === '0' || number === '' ? null : `${decodeText(raw.order['invoice_prefix'])}${number}`
}
