// The lines of an order: what a line costs incl. and excl. VAT, at which rate, with which options.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
  sum,
  zero,
} from '../core/money.ts'
import type { LineOption, OrderLine, ReadingNote } from '../core/order.ts'
import { bothWays } from './both-ways.ts'
import type { LineRule } from './document.ts'
import type { Look } from './look.ts'
import type { RecordNode } from './record.ts'
import { amountAt } from './to-vat.ts'
import { Unplaced } from './unplaced.ts'

type Lines = { readonly lines: readonly OrderLine[]; readonly notes: readonly ReadingNote[] }

export function toLines(record: RecordNode, look: Look, priceEntry: 'incl' | 'excl'): Lines {
  const found = look.mapping.lines.flatMap((rule) => look.nodes(record, rule.select).map((row) => ({ rule, row })))
  const lines = found.map(({ rule, row }, index) =>
    toLine(record, row, look, rule, { priceEntry, id: String(index + 1) }),
  )
  const without = lines.filter((line) => line.vatPercent === null && !isZero(line.totalIncl))
  return {
    lines,
    notes: without.map((line) => ({ code: 'mapping.lineWithoutRate', data: { article: line.description } })),
  }
}

type Place = { readonly priceEntry: 'incl' | 'excl'; readonly id: string }

function toLine(record: RecordNode, row: RecordNode, look: Look, rule: LineRule, place: Place): OrderLine {
  const description = look.text(row, rule.description)
  const what = (name: string): string => `${name} (${description.slice(0, 40)})`
  const quantity = look.amount(row, rule.quantity, what('line.quantity')) ?? ('1' as Decimal)
  const options = readOptions(row, look, rule, what('option.price'))
  const discountPercent = look.amount(row, rule.discountPercent, what('line.discountPercent'))
  const price = priceOf(row, look, rule, { quantity, options, discountPercent, what })
  const vatPercent = readRate(record, row, look, rule)
  const given = rule.prices === 'order' ? place.priceEntry : rule.prices
  const unit = bothWays(price.unit, given, vatPercent)
  const total = bothWays(price.total, given, vatPercent)
  const ean = look.text(row, rule.ean)
  return {
    id: place.id,
    kind: rule.kind === 'giftCardSold' ? 'giftCardSold' : 'article',
    articleCode: look.text(row, rule.code) || null,
    alternativeCodes: ean === '' ? {} : { ean },
    articleId: null,
    description,
    quantity,
    unitPriceExcl: unit.excl,
    unitPriceIncl: unit.incl,
    totalExcl: total.excl,
    totalIncl: total.incl,
    vatPercent,
    discountPercent,
    options: options.map(({ option }) => option),
  }
}

type Pricing = {
  readonly quantity: Decimal
  readonly options: readonly PricedOption[]
  readonly discountPercent: Decimal | null
  readonly what: (name: string) => string
}

/** The line's own total is the truth; the unit price follows from it where the two do not agree. */
function priceOf(row: RecordNode, look: Look, rule: LineRule, pricing: Pricing): { unit: Decimal; total: Decimal } {
  if (rule.kind === 'free') return { unit: zero, total: zero }
  const { quantity, what } = pricing
  const told = look.amount(row, rule.unitPrice, what('line.unitPrice'))
  const total = look.amount(row, rule.total, what('line.total'))
  if (told === null && total === null)
    throw new Unplaced('mapping.noPrice', { article: look.text(row, rule.description) })
  const unit = told === null ? null : finalPrice(told, rule, pricing)
  if (total === null) return { unit: unit ?? zero, total: multiply(unit ?? zero, quantity) }
  if (isZero(quantity)) return { unit: total, total }
  if (unit !== null && isRoundedTotal(unit, quantity, total)) return { unit, total }
  return { unit: divide(total, quantity), total }
}

function finalPrice(told: Decimal, rule: LineRule, { options, discountPercent }: Pricing): Decimal {
  const extra = rule.options?.addToPrice === true ? sum(options.map(({ price }) => price ?? zero)) : zero
  const whole = add(told, extra)
  if (!rule.priceBeforeDiscount || discountPercent === null) return whole
  return divide(multiply(whole, subtract(decimal(100), discountPercent)), decimal(100))
}

const isRoundedTotal = (unit: Decimal, quantity: Decimal, total: Decimal): boolean =>
  compare(absolute(subtract(multiply(unit, quantity), total)), decimal('0.01')) < 0

function readRate(record: RecordNode, row: RecordNode, look: Look, rule: LineRule): Decimal | null {
  const own = look.amount(row, rule.vatPercent, 'line.vatPercent')
  if (own !== null || rule.vatByKey === undefined) return own
  const { key, rows, rowKey, rowPercent, divider } = rule.vatByKey
  const keys = look
    .at(row, key)
    .split(divider)
    .map((each) => each.trim())
    .filter(Boolean)
  const rates = look.nodes(record, rows).flatMap((taxRow) => {
    const percent = keys.includes(look.at(taxRow, rowKey)) ? amountAt(look, taxRow, rowPercent, 'vat.percent') : null
    return percent === null ? [] : [percent]
  })
  return rates.length === 0 ? null : sum(rates)
}

type PricedOption = { readonly option: LineOption; readonly price: Decimal | null }

function readOptions(row: RecordNode, look: Look, rule: LineRule, what: string): readonly PricedOption[] {
  const { options } = rule
  if (options === undefined) return []
  return look.nodes(row, options.select).flatMap((node) => {
    const value = look.text(node, options.value)
    const price = look.amount(node, options.price, what)
    const option = { name: look.text(node, options.name), value, kind: 'text', unitPriceExcl: null }
    return value === '' ? [] : [{ option, price }]
  })
}
