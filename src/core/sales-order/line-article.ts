// SALE-10, ART-1 … ART-3: the article on a line, existing, to be made, or the default one, and that its VAT is the shop's.
import type { Article, VatKind } from '../administration.ts'
import { findArticle } from '../article/find-article.ts'
import { planNewArticle } from '../article/new-article.ts'
import type { ArticleProblemCode } from '../article/problems.ts'
import { vatKindOfArticle } from '../article/revenue-group.ts'
import { planArticleUpdate } from '../article/update-article.ts'
import type { ArticleCode } from '../ids.ts'
import { absolute, add, compare, type Decimal, equals, inclOf, isZero, multiply, subtract } from '../money.ts'
import type { OrderLine } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { expectedVatPercent, regionOf } from '../vat.ts'
import { type Context, explain } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { dataOf, findSettingArticle, type Need } from './setting-article.ts'

export type LineArticle = {
  readonly code: ArticleCode
  /** null: it is to be made. */
  readonly article: Article | null
  readonly vatKind: VatKind
  /** What SnelStart charges on it, which is what the shop charged. */
  readonly vatPercent: Decimal
}

type LineProblemCode = SalesProblemCode | ArticleProblemCode

export function decideLineArticle(line: OrderLine, context: Context): Outcome<LineArticle, LineProblemCode> {
  if (line.kind === 'giftCardSold') return fromSetting('giftCardArticle', giftCardWords, line, context)
  const code = line.articleCode?.trim() ?? ''
  if (code === '') return fromSetting('defaultArticle', noCodeWords, line, context)
  const found = findArticle(code, context.choices, context.known.articles)
  if (!found.ok) return found
  if (found.value !== null) return useKnown(found.value, line, context)
  if (context.choices.articleHandling === 'manual') {
    return fromSetting('defaultArticle', unknownWords(code), line, context)
  }
  return makeNew(code, line, context)
}

const giftCardWords = { nl: 'een verkochte cadeaubon', en: 'a gift card sold' }
const noCodeWords = { nl: 'een regel zonder artikelcode', en: 'a line without article code' }
const unknownWords = (code: string): Need['what'] => ({
  nl: `het in SnelStart onbekende artikel ${code}`,
  en: `article ${code}, unknown in SnelStart`,
})

function fromSetting(
  setting: Need['setting'],
  what: Need['what'],
  line: OrderLine,
  context: Context,
): Outcome<LineArticle, LineProblemCode> {
  const need: Need = { setting, what, amount: line.totalIncl }
  const found = findSettingArticle(need, isFree(line) ? null : line.vatPercent, context)
  if (!found.ok) return found
  if (!rateFits(line, found.value.vatPercent)) return stopSale('sale.chargeVatUnknown', dataOf(need))
  const { article, vatKind, vatPercent } = found.value
  explain(
    context.trail,
    `sale.article.${setting}`,
    setting === 'defaultArticle' ? 'SALE-10' : 'SALE-8',
    `Regel ‘${line.description}’ is ${what.nl}: op artikel ${article.code} volgens de instelling`,
    `Line ‘${line.description}’ is ${what.en}: on article ${article.code} as set`,
  )
  return ok({ code: article.code, article, vatKind, vatPercent })
}

function useKnown(article: Article, line: OrderLine, context: Context): Outcome<LineArticle, LineProblemCode> {
  const { choices, known, order, situation, trail } = context
  const checked = checkVat(article.code, vatKindOfArticle(article, known.lists), line, context)
  if (!checked.ok) return checked
  const { vatKind, vatPercent } = checked.value
  // A credit tells of an older price; it changes no article.
  const mayChange = choices.articleHandling === 'addAndUpdate' && order.creditOf === null
  if (mayChange && !trail.articles.has(article.code)) {
    // Where SnelStart's prices lead (SALE-5), the shop's do not overwrite them.
    const takePrice = choices.orderLines !== 'codeAndQuantity'
    const update = planArticleUpdate(article, line, vatKind, situation, takePrice)
    if (update !== null) {
      trail.articles.set(article.code, update)
      explain(
        trail,
        'article.update',
        'ART-3',
        `Artikel ${article.code} wordt bijgewerkt`,
        `Article ${article.code} is updated`,
      )
    }
  }
  return ok({ code: article.code, article, vatKind, vatPercent })
}

function makeNew(code: string, line: OrderLine, context: Context): Outcome<LineArticle, LineProblemCode> {
  const { choices, known, situation, trail } = context
  const planned = trail.newVatKinds.get(code as ArticleCode)
  if (planned === undefined) {
    const made = planNewArticle(code, line, choices, known, situation)
    if (!made.ok) return made
    const { fields, vatKind, warnings } = made.value
    trail.articles.set(fields.code, { action: 'create', fields })
    trail.newVatKinds.set(fields.code, vatKind)
    trail.warnings.push(...warnings)
    explainNew(fields.code, vatKind, line, context)
  }
  const checked = checkVat(code, trail.newVatKinds.get(code as ArticleCode) ?? null, line, context)
  return checked.ok ? ok({ code: code as ArticleCode, article: null, ...checked.value }) : checked
}

function explainNew(code: ArticleCode, vatKind: VatKind, line: OrderLine, { situation, trail }: Context): void {
  const unreadable = line.vatPercent === null || (isZero(line.vatPercent) && regionOf(situation.country) !== 'nl')
  const [nl, en] = unreadable
    ? [
        'het tarief is uit deze order niet af te lezen, daarom de algemene omzetgroep',
        'the rate cannot be read from this order, hence the general revenue group',
      ]
    : [`omzetgroep met btw-soort ${kindWords[vatKind].nl}`, `revenue group with VAT kind ${kindWords[vatKind].en}`]
  explain(trail, 'article.create', 'ART-2', `Artikel ${code} wordt aangemaakt: ${nl}`, `Article ${code} is made: ${en}`)
}

const kindWords: Readonly<Record<VatKind, Need['what']>> = {
  high: { nl: 'hoog', en: 'high' },
  low: { nl: 'laag', en: 'low' },
  none: { nl: 'geen', en: 'none' },
  other: { nl: 'overig', en: 'other' },
}

type Rate = { readonly vatKind: VatKind; readonly vatPercent: Decimal }

/** SnelStart takes VAT from the article and the customer; the line of the shop must have the same. */
function checkVat(
  code: string,
  vatKind: VatKind | null,
  line: OrderLine,
  context: Context,
): Outcome<Rate, LineProblemCode> {
  const percent = vatKind === null ? null : expectedVatPercent(vatKind, context.situation)
  if (vatKind === null || percent === null) return stopSale('sale.articleGroup', { code })
  if (rateFits(line, percent)) return ok({ vatKind, vatPercent: percent })
  const data = { code, shopPercent: line.vatPercent ?? '?', percent }
  const { country, customerHasVatNumber } = context.situation
  if (regionOf(country) === 'nl') return stopSale('sale.lineVat', data)
  const [vatNumberNl, vatNumberEn] = customerHasVatNumber ? ['met', 'with'] : ['zonder geldig', 'without a valid']
  return stopSale('sale.lineVatAbroad', { ...data, country: country ?? '?', vatNumberNl, vatNumberEn })
}

const isFree = (line: OrderLine): boolean => isZero(line.totalExcl) && isZero(line.totalIncl)

/**
 * Whether the shop's figures allow this rate: the same as told; any for a free line; and where the shop could not tell one,
 * the rate that leads from excl. to incl., to half a cent and the noise of four decimals.
 */
function rateFits(line: OrderLine, percent: Decimal): boolean {
  if (isFree(line)) return true
  if (line.vatPercent !== null) return equals(line.vatPercent, percent)
  const off = absolute(subtract(line.totalIncl, inclOf(line.totalExcl, percent)))
  const noise = multiply('0.0001' as Decimal, absolute(line.quantity))
  return compare(off, add('0.005' as Decimal, noise)) <= 0
}
