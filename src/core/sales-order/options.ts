// SALE-7: the options chosen with an article: left out, in the line's description, or as lines of their own.
import type { ArticleCode } from '../ids.ts'
import { type Decimal, inclOf, isZero, multiply, subtract, sum, zero } from '../money.ts'
import type { LineOption, OrderLine } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { type Context, type DraftLine, explain, ownPriceMark } from './known.ts'
import type { LineArticle } from './line-article.ts'
import { lineDescription } from './line-description.ts'
import type { SalesProblemCode } from './problems.ts'
import { findSettingArticle, type Need } from './setting-article.ts'
import { findSnelStartPrice } from './snelstart-price.ts'

const inWords = (option: LineOption): string => (option.name === '' ? option.value : `${option.name}: ${option.value}`)

/** 'T-shirt - Maat: XXL, Kleur: Blauw'; as it was where options do not go on the line. */
export function withOptions(description: string, line: OrderLine, { choices }: Context): string {
  if (choices.productOptions !== 'onLine' || line.options.length === 0) return description
  return [description, line.options.map(inWords).join(', ')].filter((part) => part !== '').join(' - ')
}

/** Lines for the options of a line; none unless the setting says so. Their own prices are to be taken off the line's. */
export function optionLines(
  line: OrderLine,
  parent: LineArticle,
  context: Context,
): Outcome<readonly DraftLine[], SalesProblemCode> {
  if (context.choices.productOptions !== 'separateLine') return ok([])
  const drafts: DraftLine[] = []
  for (const [index, option] of line.options.entries()) {
    const draft = optionLine(option, index, line, parent, context)
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  return ok(drafts)
}

function optionLine(
  option: LineOption,
  index: number,
  line: OrderLine,
  parent: LineArticle,
  context: Context,
): Outcome<DraftLine, SalesProblemCode> {
  const ref = `${line.id}/${index + 1}`
  if (isWordsAlone(option, context)) return ok(wordsLine(option, ref, parent, context))
  const amountExcl = multiply(option.unitPriceExcl ?? zero, line.quantity)
  const amountIncl = inclOf(amountExcl, parent.vatPercent)
  const found = findOptionArticle(option, amountIncl, parent.vatPercent, context)
  if (!found.ok) return found
  const { article, vatKind, vatPercent } = found.value
  const fromSnelStart = context.choices.orderLines === 'codeAndQuantity'
  const price = fromSnelStart ? findSnelStartPrice(article, vatKind, vatPercent, line.quantity, context) : ok(null)
  if (!price.ok) return price
  explain(
    context.trail,
    'sale.option',
    'SALE-7',
    `Optie ‘${inWords(option)}’ op artikel ${article.code}`,
    `Option ‘${inWords(option)}’ on article ${article.code}`,
  )
  return ok({
    articleCode: article.code,
    description: lineDescription(inWords(option), context),
    quantity: line.quantity,
    amountExcl,
    amountIncl,
    unitPrice: price.value,
    vatKind,
    vatPercent,
    origin: { kind: 'option', ref },
    costType: null,
    ...ownPriceMark(price.value !== null),
  })
}

/** Words need no article where the administration has lines of text; an amount does. */
const isWordsAlone = (option: LineOption, { choices, known }: Context): boolean =>
  known.capabilities.textLines &&
  isZero(option.unitPriceExcl ?? zero) &&
  choices.optionArticle.trim() === '' &&
  choices.defaultArticle.trim() === ''

/** The rate of its article, so that it makes no group of its own in the VAT. */
function wordsLine(option: LineOption, ref: string, parent: LineArticle, context: Context): DraftLine {
  const words = inWords(option)
  const [nl, en] = [`Optie ‘${words}’ als tekstregel`, `Option ‘${words}’ as a line of text`]
  explain(context.trail, 'sale.option', 'SALE-7', nl, en)
  return {
    articleCode: '' as ArticleCode,
    description: lineDescription(words, context),
    quantity: zero,
    amountExcl: zero,
    amountIncl: zero,
    unitPrice: zero,
    vatKind: parent.vatKind,
    vatPercent: parent.vatPercent,
    origin: { kind: 'option', ref },
    costType: null,
    text: true,
  }
}

/** The article with the rate of the line; an option without a price of its own may stand on any. */
function findOptionArticle(option: LineOption, amount: Decimal, vatPercent: Decimal, context: Context) {
  const setting = context.choices.optionArticle.trim() === '' ? 'defaultArticle' : 'optionArticle'
  const words = inWords(option)
  const need: Need = { setting, what: { nl: `de optie ‘${words}’`, en: `the option ‘${words}’` }, amount }
  const fitting = findSettingArticle(need, vatPercent, context)
  return fitting.ok || !isZero(amount) ? fitting : findSettingArticle(need, null, context)
}

/** The line's amounts less those of its option lines. */
export const lessOptions = (line: OrderLine, options: readonly DraftLine[]) => ({
  amountExcl: subtract(line.totalExcl, sum(options.map((option) => option.amountExcl))),
  amountIncl: subtract(line.totalIncl, sum(options.map((option) => option.amountIncl))),
})
