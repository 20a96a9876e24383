// Order lines: which is an article and which a cost, with the amounts of each as the shop gives them.
import { type Decimal, divide, isNegative, isZero, negate, parseDecimal, subtract, sum } from '../../core/money.ts'
import type { Charge, ChargeKind, LineOption, OrderLine } from '../../core/order.ts'
import { type PricePart, toParts } from './tax-prices.ts'
import { Unreadable } from './unreadable.ts'
import type { OptionRaw, OrderLineRaw } from './wire.ts'

/** What a line of the shop is for us. */
export type LineKind = 'article' | Exclude<ChargeKind, 'fixedTax'>

export type ReadLine = {
  readonly raw: OrderLineRaw
  readonly kind: LineKind
  /** false: the shop's name of the type says nothing to us. */
  readonly known: boolean
  readonly title: string
  readonly quantity: Decimal
  /** Whole line, one per rate. */
  readonly parts: readonly PricePart[]
}

/** Names that are documented, seen, or used for the same thing in the payment's own lines (reference, 4 and 6). */
const kinds: Readonly<Record<string, LineKind>> = {
  ...{ article: 'article', custom: 'article', physical: 'article', digital: 'article' },
  ...{ shipping: 'shipping', shipping_fee: 'shipping', shipping_costs: 'shipping', delivery: 'shipping' },
  ...{ payment: 'payment', payment_fee: 'payment', payment_costs: 'payment', transaction: 'payment' },
  ...{ discount: 'discount', discountcode: 'discount', discount_code: 'discount', coupon: 'discount' },
  ...{ gift_card: 'giftCard', giftcard: 'giftCard', store_credit: 'giftCard' },
  ...{ surcharge: 'fee', fee: 'fee', wrapping: 'wrapping', rounding: 'rounding' },
}

/** `chosen`: what the user said of types. Throws Unreadable ('mijnwebwinkel.badNumber'). */
export function readLine(raw: OrderLineRaw, chosen: Readonly<Record<string, LineKind>>): ReadLine {
  const title = raw.articles?.[0]?.description || raw.description || raw.type
  const parts = toParts(raw.price, title)
  const quantity = raw.quantity === null ? ('1' as Decimal) : parseDecimal(raw.quantity)
  if (quantity === null) throw new Unreadable('mijnwebwinkel.badNumber', { line: title })
  const kind = chosen[raw.type] ?? kinds[raw.type.toLowerCase()]
  const guess = (raw.articles ?? []).length > 0 ? 'article' : isNegative(inclOf(parts)) ? 'discount' : 'fee'
  return { raw, kind: kind ?? guess, known: kind !== undefined, title, quantity, parts }
}

export const inclOf = (parts: readonly PricePart[]): Decimal => sum(parts.map((part) => part.incl))

/** The same line with every amount times −1; the quantity is the caller's to decide. */
export const turned = (line: ReadLine): ReadLine => ({
  ...line,
  parts: line.parts.map(({ vatPercent, excl, incl }) => ({ vatPercent, excl: negate(excl), incl: negate(incl) })),
})

/** An order line per rate; only the first carries the quantity and the code, so that no stock goes twice. */
export function toOrderLines(line: ReadLine, id: string, isCredit: boolean): readonly OrderLine[] {
  const parts = line.parts.length === 0 ? [emptyPart] : line.parts
  return parts.map((part, index) => {
    const article = index === 0 ? line.raw.articles?.[0] : undefined
    const quantity = toQuantity(index === 0 ? line.quantity : one, part, isCredit)
    const sku = article?.sku ?? ''
    return {
      id: index === 0 ? id : `${id}/${index + 1}`,
      kind: 'article',
      articleCode: sku === '' ? null : sku,
      alternativeCodes: sku === '' ? {} : { sku },
      articleId: article?.id || null,
      description: index === 0 ? line.title : `${line.title} (${part.vatPercent} %)`,
      quantity,
      unitPriceExcl: divide(part.excl, quantity),
      unitPriceIncl: divide(part.incl, quantity),
      totalExcl: part.excl,
      totalIncl: part.incl,
      vatPercent: part.vatPercent,
      discountPercent: null,
      options: (article?.options ?? []).filter((option) => !isActionPrice(option)).map(toOption),
    }
  })
}

const one = '1' as Decimal
const emptyPart: PricePart = { vatPercent: '0' as Decimal, excl: '0' as Decimal, incl: '0' as Decimal }

/** Never 0. On a credit order what comes back counts negative and its price stays positive. */
function toQuantity(quantity: Decimal, { incl }: PricePart, isCredit: boolean): Decimal {
  if (isZero(quantity)) return one
  const shouldBeNegative = isCredit && isNegative(incl)
  return shouldBeNegative !== isNegative(quantity) && isCredit && !isZero(incl) ? negate(quantity) : quantity
}

/** The action price of an article is written as an option that takes off: no choice of the customer. */
const isActionPrice = (option: OptionRaw): boolean =>
  /^(action ?price|actie ?prijs|aktionspreis)/i.test(option.description)

/** 'Kleur: Rood' is how the shop joins list and choice. */
function toOption({ description, price }: OptionRaw): LineOption {
  const [, name = '', value = ''] = /^([^:]{1,60}):\s*(.+)$/s.exec(description) ?? []
  const figure = Array.isArray(price) ? (price[0]?.amount ?? null) : (price ?? null)
  const unitPriceExcl = figure === null ? null : parseDecimal(figure)
  return { name: name.trim(), value: value.trim() || description, kind: '', unitPriceExcl }
}

/** A cost or deduction: its own rates are given, so they are never a guess. */
export function toCharge(line: ReadLine, kind: ChargeKind): Charge {
  const excl = kind === 'giftCard' ? inclOf(line.parts) : sum(line.parts.map((part) => part.excl))
  const incl = inclOf(line.parts)
  const taxed = line.parts.map((part) => ({
    vatPercent: part.vatPercent,
    amountExcl: part.excl,
    vatAmount: subtract(part.incl, part.excl),
  }))
  const untaxed = [{ vatPercent: null, amountExcl: incl, vatAmount: '0' as Decimal }]
  return {
    code: line.raw.type,
    kind,
    title: line.title,
    amountExcl: excl,
    amountIncl: incl,
    parts: kind === 'giftCard' || taxed.length === 0 ? untaxed : taxed,
    vatKnown: true,
  }
}
