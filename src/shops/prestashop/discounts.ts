// Vouchers: each cart rule of the order is a discount of its own, with the VAT that the shop gave back on it.
import { absolute, add, compare, type Decimal, isZero, negate, sum, toCents } from '../../core/money.ts'
import type { Charge, ChargePart, ReadingNote } from '../../core/order.ts'
import { type Amount, type Convert, numberOrZero } from './figures.ts'
import { toCharge } from './shipping.ts'
import { type Base, partOf, splitOverRates } from './taxes.ts'
import { plainText } from './text.ts'
import { minus, type Totals } from './totals.ts'
import type { OrderRaw, Row } from './wire.ts'

type Discounts = { readonly charges: readonly Charge[]; readonly notes: readonly ReadingNote[] }

const twoCents = '0.02' as Decimal

/** `shipping`: the order's shipping charge, which a free-shipping voucher takes back whole. */
export function readDiscounts(
  raw: OrderRaw,
  totals: Totals,
  { shipping, bases, convert }: { shipping: Charge | null; bases: readonly Base[]; convert: Convert },
): Discounts {
  const rules = raw.cart_rules.filter((rule) => rule['deleted'] !== '1')
  let freeShipping = shipping
  const charges: Charge[] = []
  for (const rule of rules) {
    const amount = readAmount(rule, convert)
    if (isZero(amount.incl)) continue
    const isFree = rule['free_shipping'] === '1' && freeShipping !== null
    const parts =
      isFree && freeShipping !== null ? withShipping(amount, freeShipping, bases) : splitOverRates(amount, bases)
    if (isFree) freeShipping = null
    charges.push(toDiscount(rule, parts))
  }
  return withRest(charges, totals, bases)
}

const readAmount = (rule: Row, convert: Convert): Amount => ({
  incl: convert(numberOrZero(rule, 'value')),
  excl: convert(numberOrZero(rule, 'value_tax_excl')),
})

/** Shipping stays charged and comes back in the voucher (reference/prestashop.md, 2); what the voucher has more is on products. */
function withShipping(amount: Amount, shipping: Charge, bases: readonly Base[]): readonly ChargePart[] {
  const own = { excl: shipping.amountExcl, incl: shipping.amountIncl }
  const rest = minus(amount, own)
  if (compare(rest.incl, twoCents) > 0) return [...shipping.parts, ...splitOverRates(rest, bases)]
  const [only, ...others] = shipping.parts
  return only !== undefined && others.length === 0 ? [partOf(amount, only.vatPercent)] : shipping.parts
}

const toDiscount = (rule: Row, parts: readonly ChargePart[]): Charge => {
  const code = plainText(rule['code']) || (rule['id_cart_rule'] ?? '')
  return toCharge(`voucher:${code}`, 'discount', plainText(rule['name']) || 'Korting', {
    parts: parts.map(negated),
    vatKnown: true,
  })
}

const negated = ({ vatPercent, amountExcl, vatAmount }: ChargePart): ChargePart => ({
  vatPercent,
  amountExcl: negate(amountExcl),
  vatAmount: negate(vatAmount),
})

/** A discount in the total that no cart rule has: a module's own, or a rule that was taken off afterwards. */
function withRest(charges: readonly Charge[], totals: Totals, bases: readonly Base[]): Discounts {
  const given = {
    excl: sum(charges.map((charge) => charge.amountExcl)),
    incl: sum(charges.map((charge) => charge.amountIncl)),
  }
  const rest: Amount = { excl: add(totals.discounts.excl, given.excl), incl: add(totals.discounts.incl, given.incl) }
  if (compare(absolute(rest.incl), twoCents) <= 0) return { charges, notes: [] }
  const parts = splitOverRates(rest, bases).map(negated)
  const amount = toCents(rest.incl)
  const code = compare(rest.incl, twoCents) > 0 ? 'prestashop.discountWithoutVoucher' : 'prestashop.vouchersTooLarge'
  return {
    charges: [...charges, toCharge('discount', 'discount', 'Korting', { parts, vatKnown: false })],
    notes: [{ code, data: { amount: toCents(absolute(amount)) } }],
  }
}

/** Cents that the shop lost between vouchers, lines and total go with the last voucher: the total is what was paid. */
export function absorbCents(charges: readonly Charge[], cents: Decimal): readonly Charge[] | null {
  const last = charges.findLastIndex((charge) => charge.kind === 'discount')
  const charge = charges[last]
  const part = charge?.parts[0]
  if (charge === undefined || part === undefined) return null
  const parts = [{ ...part, vatAmount: add(part.vatAmount, cents) }, ...charge.parts.slice(1)]
  return charges.with(last, { ...charge, amountIncl: add(charge.amountIncl, cents), parts })
}

/** Whether an amount is what rounding can leave: a cent or two. */
export const isRounding = (amount: Decimal): boolean => compare(absolute(toCents(amount)), twoCents) <= 0
