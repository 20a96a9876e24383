// Shipping, payment costs, discounts and what else stands below the lines, with the VAT inside each.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  zero,
} from '../core/money.ts'
import type { Charge, ChargePart, OrderLine, ReadingNote, VatAmount } from '../core/order.ts'
import { bothWays } from './both-ways.ts'
import type { ChargeRule } from './document.ts'
import type { Look } from './look.ts'
import type { RecordNode } from './record.ts'
import { amountAt, baseOf } from './to-vat.ts'

type Order = {
  readonly priceEntry: 'incl' | 'excl'
  readonly lines: readonly OrderLine[]
  readonly vat: readonly VatAmount[]
}

/** An amount before its VAT is known. */
type Found = {
  readonly rule: ChargeRule
  readonly code: string
  readonly title: string
  readonly amount: Decimal
  readonly given: 'incl' | 'excl'
  /** null: the file does not tell. */
  readonly parts: readonly ChargePart[] | null
}

export function toCharges(
  record: RecordNode,
  look: Look,
  order: Order,
): { readonly charges: readonly Charge[]; readonly notes: readonly ReadingNote[] } {
  const found = look.mapping.charges.flatMap((rule, index) =>
    (rule.select === undefined ? [record] : look.nodes(record, rule.select)).flatMap((row, place) => {
      const amount = look.amount(row, rule.amount, `charge.${rule.kind}`)
      if (amount === null || isZero(amount)) return []
      return [toFound(row, look, rule, order, { amount, code: `${rule.kind}-${index + 1}.${place + 1}` })]
    }),
  )
  const rates = ratesOf(found, order)
  const charges = found.map((each) => toCharge(each, rates))
  const guessed = charges.filter((charge) => !charge.vatKnown)
  return {
    charges,
    notes: guessed.map((charge) => ({ code: 'mapping.chargeRateGuessed', data: { charge: charge.title } })),
  }
}

function toFound(
  row: RecordNode,
  look: Look,
  rule: ChargeRule,
  order: Order,
  { amount, code }: { amount: Decimal; code: string },
): Found {
  const signed = rule.negative && !isNegative(amount) ? negate(amount) : amount
  const given = rule.prices === 'order' ? order.priceEntry : rule.prices
  const title = look.text(row, rule.title) || rule.kind
  return { rule, code, title, amount: signed, given, parts: toldParts(row, look, rule, signed, given) }
}

function toldParts(
  row: RecordNode,
  look: Look,
  rule: ChargeRule,
  amount: Decimal,
  given: 'incl' | 'excl',
): readonly ChargePart[] | null {
  // A payment and a rounding hold no VAT.
  if (rule.kind === 'giftCard' || rule.kind === 'rounding') return [part(null, amount, zero)]
  const vatPercent = look.amount(row, rule.vatPercent, `charge.${rule.kind}.vatPercent`)
  if (vatPercent !== null) return [partOf(amount, given, vatPercent)]
  if (rule.vatRows === undefined) return null
  const { select, percent, amount: vatPath } = rule.vatRows
  const rows = look.nodes(row, select).flatMap((vatRow) => {
    const rate = amountAt(look, vatRow, percent, `charge.${rule.kind}.vatPercent`)
    const vatAmount = amountAt(look, vatRow, vatPath, `charge.${rule.kind}.vat`)
    return rate === null || vatAmount === null || isZero(vatAmount) ? [] : [{ rate, vatAmount }]
  })
  if (rows.length === 0) return [part(zero, amount, zero)]
  return partsByRows(rows, given === 'incl' ? amount : add(amount, sum(rows.map((each) => each.vatAmount))))
}

/** The last row takes what the others leave, so that the parts add up to the charge. */
function partsByRows(
  rows: readonly { readonly rate: Decimal; readonly vatAmount: Decimal }[],
  amountIncl: Decimal,
): readonly ChargePart[] {
  const parts = rows.map(({ rate, vatAmount }) => part(rate, baseOf(vatAmount, rate) ?? zero, vatAmount))
  const others = sum(parts.slice(0, -1).map((each) => add(each.amountExcl, each.vatAmount)))
  const last = parts.at(-1)
  if (last === undefined) return []
  const rest = subtract(subtract(amountIncl, others), last.vatAmount)
  return [...parts.slice(0, -1), { ...last, amountExcl: rest }]
}

const part = (vatPercent: Decimal | null, amountExcl: Decimal, vatAmount: Decimal): ChargePart => ({
  vatPercent,
  amountExcl,
  vatAmount,
})

function partOf(amount: Decimal, given: 'incl' | 'excl', vatPercent: Decimal): ChargePart {
  const { excl, incl } = bothWays(amount, given, vatPercent)
  return part(vatPercent, excl, subtract(incl, excl))
}

/** How charges without a rate of their own are divided: shares per rate, and whether the shop's own VAT bears it out. */
type Rates = {
  readonly shares: readonly { readonly rate: Decimal; readonly share: Decimal }[]
  readonly known: boolean
}

function ratesOf(found: readonly Found[], order: Order): Rates {
  const goods = perRate(order.lines)
  if (found.every((each) => each.parts !== null)) return { shares: goods, known: true }
  const ways: readonly Rates['shares'][] = [goods, ...goods.map(({ rate }) => [{ rate, share: decimal(1) }])]
  const fitting = order.vat.length === 0 ? undefined : ways.find((shares) => fitsVat(found, order, shares))
  if (fitting !== undefined) return { shares: fitting, known: true }
  return { shares: goods, known: goods.length === 1 && order.vat.length === 0 }
}

/** As the goods are divided: a side service follows what it belongs to. Without priced goods: no VAT. */
function perRate(lines: readonly OrderLine[]): Rates['shares'] {
  const amounts = new Map<Decimal, Decimal>()
  for (const line of lines) {
    const rate = line.vatPercent ?? zero
    if (!isZero(line.totalExcl)) amounts.set(rate, add(amounts.get(rate) ?? zero, line.totalExcl))
  }
  const total = sum(amounts.values())
  if (isZero(total)) return [{ rate: zero, share: decimal(1) }]
  return [...amounts].map(([rate, amount]) => ({ rate, share: divide(amount, total) }))
}

/** Within two cents for each rate: a shop rounds per line, per rate or at the end. */
function fitsVat(found: readonly Found[], order: Order, shares: Rates['shares']): boolean {
  const ours = new Map<string, Decimal>()
  const count = (rate: Decimal, vatAmount: Decimal): void =>
    void ours.set(decimal(rate), add(ours.get(decimal(rate)) ?? zero, vatAmount))
  for (const line of order.lines) count(line.vatPercent ?? zero, subtract(line.totalIncl, line.totalExcl))
  for (const each of found)
    for (const piece of each.parts ?? divided(each, shares)) count(piece.vatPercent ?? zero, piece.vatAmount)
  for (const row of order.vat) count(row.vatPercent, negate(row.vatAmount))
  return [...ours.values()].every((difference) => compare(absolute(difference), decimal('0.02')) <= 0)
}

const divided = ({ amount, given }: Found, shares: Rates['shares']): readonly ChargePart[] => {
  if (given === 'excl') return shares.map(({ rate, share }) => partOf(multiply(amount, share), 'excl', rate))
  // The shares are of amounts excl.; incl. they weigh with their VAT.
  const weights = shares.map(({ rate, share }) => multiply(share, add(decimal(100), rate)))
  const whole = sum(weights)
  return shares.map(({ rate }, index) => partOf(divide(multiply(amount, weights[index] ?? zero), whole), 'incl', rate))
}

function toCharge(found: Found, rates: Rates): Charge {
  const parts = found.parts ?? divided(found, rates.shares)
  const amountExcl = sum(parts.map((each) => each.amountExcl))
  const amountIncl = add(amountExcl, sum(parts.map((each) => each.vatAmount)))
  return {
    code: found.code,
    kind: found.rule.kind,
    title: found.title,
    // What the file itself says stays exact; only the other side of it is computed.
    amountExcl: found.given === 'excl' ? found.amount : amountExcl,
    amountIncl: found.given === 'incl' ? found.amount : amountIncl,
    parts,
    vatKnown: found.parts !== null || rates.known,
  }
}
