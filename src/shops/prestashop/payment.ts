// How an order was paid. Payments belong to the reference, so to all orders of a split basket together.
import { absolute, compare, type Decimal, decimal, subtract, sum, toCents } from '../../core/money.ts'
import type { ReadingNote, ShopOrder } from '../../core/order.ts'
import { type Convert, numberOrZero } from './figures.ts'
import { plainText } from './text.ts'
import type { OrderRaw } from './wire.ts'

type Payment = { readonly payment: ShopOrder['payment']; readonly notes: readonly ReadingNote[] }

export function readPayment(raw: OrderRaw, total: Decimal, convert: Convert): Payment {
  const method = { code: plainText(raw.order['module']), method: plainText(raw.order['payment']) }
  const reference = raw.payments.map((row) => plainText(row['transaction_id'])).find((id) => id !== '') ?? null
  const paid = sum(raw.payments.map((row) => convert(numberOrZero(row, 'amount'))))
  if (raw.payments.length === 0) return { payment: { ...method, reference, paidAmount: null }, notes: [] }
  if (raw.siblings.length < 2) return { payment: { ...method, reference, paidAmount: toCents(paid) }, notes: [] }
  const whole = sum(raw.siblings.map((row) => convert(numberOrZero(row, 'total_paid_tax_incl'))))
  if (compare(absolute(subtract(whole, paid)), decimal('0.01')) <= 0)
    return { payment: { ...method, reference, paidAmount: total }, notes: [] }
  // A voucher of a fixed amount is taken off each order while it was given once (reference/prestashop.md, 5).
  const data = { paid: toCents(paid), orders: toCents(whole), number: plainText(raw.order['reference']) }
  return {
    payment: { ...method, reference, paidAmount: null },
    notes: [{ code: 'prestashop.splitPayment', data }],
  }
}
