// A credit slip as an order of its own with negative quantities and amounts, which refers to the order it credits (BEY-3).
import type { ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import {
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  toCents,
  vatOfIncl,
} from '../../core/money.ts'
import type { Charge, OrderLine, ReadingNote, ShopOrder } from '../../core/order.ts'
import { basesOf } from './charges.ts'
import { toCalendarDate, toInstant, toZone } from './dates.ts'
import { type Amount, type Convert, converterOf, numberIn, numberOrZero } from './figures.ts'
import { toCharge } from './shipping.ts'
import { splitOverRates } from './taxes.ts'
import { Unreadable } from './unreadable.ts'
import { toVat } from './vat.ts'
import type { OrderRaw, Row } from './wire.ts'

/** `order`: the order that is credited, translated. */
export function toCreditOrder(raw: OrderRaw, order: ShopOrder): ShopOrder {
  const slip = raw.slips.find(({ row }) => row['id_order_slip'] === raw.slip)
  if (slip === undefined) throw new Unreadable('prestashop.noSlip', { slip: raw.slip ?? '' })
  const convert = converterOf(order.paidIn?.rate ?? null)
  const lines = slip.lists.details.flatMap((row) => toCreditLine(row, order, convert))
  const shipping = toCreditShipping(slip.row, order, convert)
  const { charge: discount, notes } = toCreditDiscount(slip.row, lines, convert)
  const charges = [shipping, discount].filter((charge) => charge !== null)
  const total = sum([...lines.map((line) => line.totalIncl), ...charges.map((charge) => charge.amountIncl)])
  const { row } = slip
  const at = toInstant(row['date_add'], toZone(raw.settings['timezone'])) ?? order.placedAt
  return {
    ...order,
    id: `slip:${order.id}-${row['id_order_slip']}` as ShopOrderId,
    number: `CN${row['id_order_slip']}` as ShopOrderNumber,
    placedAt: at,
    changedAt: at,
    orderDate: toCalendarDate(row['date_add'] ?? order.orderDate),
    paidIn: order.paidIn === null ? null : { ...order.paidIn, total: toCents(multiply(total, order.paidIn.rate)) },
    lines,
    charges,
    vat: toVat(lines, charges),
    totalInclUnrounded: total,
    totalIncl: toCents(total),
    payment: { ...order.payment, paidAmount: null },
    remarks: '',
    invoiceNumber: null,
    creditOf: order.id,
    readingNotes: notes,
  }
}

/** A line of the slip points at the line of the order, and has its own amounts. */
function toCreditLine(row: Row, order: ShopOrder, convert: Convert): OrderLine[] {
  const line = order.lines.find(({ id }) => id === row['id_order_detail'])
  if (line === undefined) throw new Unreadable('prestashop.slipLineUnknown', { line: row['id_order_detail'] ?? '' })
  const quantity = numberIn(row, 'product_quantity')
  const given = {
    excl: convert(numberOrZero(row, 'amount_tax_excl')),
    incl: convert(numberOrZero(row, 'amount_tax_incl')),
  }
  if (isZero(quantity) && isZero(given.incl)) return []
  // A sum that is given back without a piece coming back is one of that sum.
  const pieces = isZero(quantity) ? decimal(1) : quantity
  return [
    {
      ...line,
      quantity: negate(pieces),
      ...unitsOf(given, pieces),
      totalExcl: negate(given.excl),
      totalIncl: negate(given.incl),
    },
  ]
}

const unitsOf = ({ excl, incl }: Amount, pieces: Decimal) => ({
  unitPriceExcl: divide(excl, pieces),
  unitPriceIncl: divide(incl, pieces),
})

function toCreditShipping(slip: Row, order: ShopOrder, convert: Convert): Charge | null {
  const incl = convert(numberOrZero(slip, 'total_shipping_tax_incl'))
  const excl = convert(numberOrZero(slip, 'total_shipping_tax_excl'))
  if (isZero(incl)) return null
  const charged = order.charges.find(({ kind }) => kind === 'shipping')
  const vatPercent = charged?.parts[0]?.vatPercent ?? null
  // The slip has six decimals where the order has cents; the cents are what was charged.
  const amountExcl =
    charged !== undefined && isZero(subtract(toCents(excl), charged.amountExcl)) ? charged.amountExcl : toCents(excl)
  const parts = [{ vatPercent, amountExcl: negate(amountExcl), vatAmount: negate(subtract(incl, amountExcl)) }]
  return toCharge('shipping', 'shipping', charged?.title ?? 'Verzendkosten', { parts, vatKnown: vatPercent !== null })
}

/** Vouchers that the shop took off the refund (`order_slip_type` 1): the slip's amount is then less than its lines. */
function toCreditDiscount(
  slip: Row,
  lines: readonly OrderLine[],
  convert: Convert,
): { charge: Charge | null; notes: readonly ReadingNote[] } {
  const products = convert(numberOrZero(slip, 'total_products_tax_incl'))
  const given = negate(sum(lines.map((line) => line.totalIncl)))
  const rest = toCents(subtract(given, products))
  if (lines.length === 0 || isZero(products) || Math.abs(Number(rest)) <= 0.02) return { charge: null, notes: [] }
  const excl = subtract(
    negate(sum(lines.map((line) => line.totalExcl))),
    convert(numberOrZero(slip, 'total_products_tax_excl')),
  )
  const amount = isZero(excl)
    ? { incl: rest, excl: subtract(rest, vatOfIncl(rest, lines[0]?.vatPercent ?? decimal(0))) }
    : { incl: rest, excl }
  const charge = toCharge('discount', 'discount', 'Korting', {
    parts: splitOverRates(amount, basesOf(lines)),
    vatKnown: false,
  })
  return { charge, notes: [{ code: 'prestashop.slipDiscount', data: { amount: rest } }] }
}
