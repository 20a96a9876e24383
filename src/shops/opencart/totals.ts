// The rows of `order_total`: which is what (reference/opencart.md, 3).
import { type Decimal, isNegative, parseDecimal, zero } from '../../core/money.ts'
import type { ChargeKind } from '../../core/order.ts'
import { decodeTitle } from './text.ts'
import type { Row } from './wire.ts'

/** What a row is: one of the three that frame an order, or a charge. */
export type RowRole = 'subTotal' | 'tax' | 'total' | ChargeKind

export type TotalRow = {
  readonly code: string
  readonly title: string
  readonly value: Decimal
  readonly sortOrder: number
  readonly role: RowRole
  /** false: an extension's code that nobody told us about; the sign decided. */
  readonly known: boolean
}

/** Core rows and the extensions that the reference names. */
const roles: Readonly<Record<string, RowRole>> = {
  sub_total: 'subTotal',
  tax: 'tax',
  total: 'total',
  shipping: 'shipping',
  low_order_fee: 'fee',
  handling: 'fee',
  coupon: 'discount',
  reward: 'discount',
  credit: 'giftCard',
  voucher: 'giftCard',
  klarna_fee: 'payment',
  cod_fee: 'payment',
  codfee: 'payment',
  cod_order_fee_total: 'payment',
  payment_fee: 'payment',
  paymentfee: 'payment',
  payment_feediscount: 'payment',
  mollie_payment_fee: 'payment',
}

const patterns: readonly (readonly [RegExp, RowRole])[] = [
  [/^xfee|payment.?fee|betaal|paypal|klarna|rembours/, 'payment'],
  [/gift.?wrap|wrapping|inpak/, 'wrapping'],
  [/^round|afrond/, 'rounding'],
]

/** Rows in the shop's order. `chargeKinds`: the user's own choice per row code. */
export function readTotalRows(
  rows: readonly Row[],
  chargeKinds: Readonly<Record<string, ChargeKind>>,
): readonly TotalRow[] {
  const chosen = new Map(Object.entries(chargeKinds).map(([code, kind]) => [code.toLowerCase(), kind]))
  const facts = rows.map((row) => ({
    code: row['code'] ?? '',
    title: decodeTitle(row['title']).replace(/\s*:$/, ''),
    value: parseDecimal(row['value'] ?? '') ?? zero,
    sortOrder: Number(row['sort_order'] ?? 0),
  }))
  const codeless = facts.length > 0 && facts.every((row) => row.code === '')
  return facts.map((row, index) => {
    const code = row.code.toLowerCase()
    const role = chosen.get(code) ?? (codeless ? roleByTitle(row, index, facts.length) : roleByCode(code))
    if (role !== null) return { ...row, role, known: true }
    return { ...row, role: isNegative(row.value) ? 'discount' : 'fee', known: codeless }
  })
}

const roleByCode = (code: string): RowRole | null =>
  roles[code] ?? patterns.find(([pattern]) => pattern.test(code))?.[1] ?? null

const titlePatterns: readonly (readonly [RegExp, RowRole])[] = [
  [/btw|\bvat\b|\btax\b|mwst|\btva\b|\d\s*%/, 'tax'],
  [/coupon|korting|discount|kortingsbon/, 'discount'],
  [/voucher|cadeaubon|tegoed|store credit/, 'giftCard'],
  [/verzend|shipping|bezorg|delivery|afhal|pickup|postnl|levering/, 'shipping'],
  [/betaal|payment|rembours|cash on delivery/, 'payment'],
]

/** 1.0–1.4 have no codes: the first row is the sub-total, the last the total, the title tells the rest. */
function roleByTitle(row: { title: string; value: Decimal }, index: number, count: number): RowRole | null {
  if (index === 0) return 'subTotal'
  if (index === count - 1) return 'total'
  const title = row.title.toLowerCase()
  // A discount such as 'Korting 10%' has a percent sign too; only its sign tells it from a tax.
  const found = titlePatterns.find(
    ([pattern, role]) => pattern.test(title) && (role !== 'tax' || !isNegative(row.value)),
  )
  return found?.[1] ?? null
}
