// The VAT of an order as the shop tells it, per rate, beside what its lines come to.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  equals,
  isNegative,
  multiply,
  parseDecimal,
  subtract,
  sum,
  toCents,
  toFixed,
  zero,
} from '../../core/money.ts'
import type { ReadingNote, VatAmount } from '../../core/order.ts'
import type { ReadLine } from './lines.ts'
import { note } from './notes.ts'
import { Unreadable } from './unreadable.ts'
import type { OrderRaw } from './wire.ts'

/** None where the shop tells none, so that the lines are believed. `areTurned`: the lines got the other sign than was sent.
 *  Throws Unreadable ('mijnwebwinkel.badNumber'). */
export function readVat(
  raw: OrderRaw,
  lines: readonly ReadLine[],
  areTurned: boolean,
): { readonly vat: readonly VatAmount[]; readonly notes: readonly ReadingNote[] } {
  const told = readTax(raw)
  const parts = lines.filter((line) => line.kind !== 'giftCard').flatMap((line) => line.parts)
  const partsAt = (percent: Decimal) => parts.filter((part) => equals(part.vatPercent, percent))
  const ofLines = (percent: Decimal) => sum(partsAt(percent).map((part) => subtract(part.incl, part.excl)))
  const both = [...told].map(([percent, amount]) => ({ shop: amount, lines: ofLines(percent) }))
  const doubled = isDoubled(raw.date, both)
  const sign = isOpposite(both, areTurned) ? minusOne : one
  const factor = doubled ? divide(sign, two) : sign
  const vat = [...told].map(([vatPercent, amount]) => ({
    vatPercent,
    baseExcl: sum(partsAt(vatPercent).map((part) => part.excl)),
    vatAmount: multiply(amount, factor),
    title: `${vatPercent} %`,
  }))
  // Half a cent for every line, and a cent for the sum.
  const slackOf = (percent: Decimal) => multiply(halfCent, decimal(partsAt(percent).length + 2))
  const isOff = ({ vatPercent, vatAmount }: VatAmount) =>
    compare(absolute(subtract(vatAmount, ofLines(vatPercent))), slackOf(vatPercent)) > 0
  const differs = vat.filter(isOff).map(({ vatPercent, vatAmount }) =>
    note('vatDiffers', {
      percent: vatPercent,
      shop: toFixed(toCents(vatAmount), 2),
      lines: toFixed(toCents(ofLines(vatPercent)), 2),
    }),
  )
  return { vat, notes: doubled ? [note('vatDoubled'), ...differs] : differs }
}

const one = decimal(1)
const minusOne = decimal(-1)
const two = decimal(2)
const halfCent = decimal('0.005')
const twoCents = decimal('0.02')

function readTax(raw: OrderRaw): ReadonlyMap<Decimal, Decimal> {
  const perRate = new Map<Decimal, Decimal>()
  for (const { rate, amount } of raw.price.tax) {
    const [percent, vatAmount] = [parseDecimal(rate ?? '0'), parseDecimal(amount ?? '0')]
    if (percent === null || vatAmount === null) throw new Unreadable('mijnwebwinkel.badNumber', { line: 'tax' })
    perRate.set(percent, add(perRate.get(percent) ?? zero, vatAmount))
  }
  return perRate
}

type Both = readonly { readonly shop: Decimal; readonly lines: Decimal }[]

/** Whether the shop's VAT has the other sign than the lines now have; where both are next to nothing, as the lines had. */
function isOpposite(both: Both, areTurned: boolean): boolean {
  const shop = sum(both.map((each) => each.shop))
  const lines = sum(both.map((each) => each.lines))
  const tells = [shop, lines].every((amount) => compare(absolute(amount), twoCents) > 0)
  return tells ? isNegative(shop) !== isNegative(lines) : areTurned
}

/** A mistake of the shop system in the orders of these days, which it has mended since (reference/mijnwebwinkel.md, 4). */
function isDoubled(date: string, both: Both): boolean {
  if (date < '2019-01-23' || date > '2019-02-07') return false
  const taxed = both.filter(({ lines }) => compare(absolute(lines), twoCents) > 0)
  const isTwice = ({ shop, lines }: Both[number]) =>
    compare(absolute(subtract(absolute(shop), multiply(absolute(lines), two))), twoCents) <= 0
  return taxed.length > 0 && taxed.every(isTwice)
}
