// SALE-8 … SALE-10: the article that a setting names for an amount. A setting may hold several article codes, one per VAT
// rate; the first whose rate is the shop's is taken. Looked at only when an order needs it.
import type { Article, VatKind } from '../administration.ts'
import { vatKindOfArticle } from '../article/revenue-group.ts'
import type { SalesChoices } from '../choices.ts'
import type { ArticleCode, RemoteId } from '../ids.ts'
import { type Decimal, equals, toFixed } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { expectedVatPercent } from '../vat.ts'
import type { Context } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'

export type ArticleSetting = {
  [Key in keyof SalesChoices]: Key extends `${string}Article` ? Key : never
}[keyof SalesChoices]

type Words = { readonly nl: string; readonly en: string }

/** Labels as in src/settings/sales.ts. */
const settingWords: Readonly<Record<ArticleSetting, Words>> = {
  optionArticle: { nl: 'Artikelcode voor opties', en: 'Article code for options' },
  shippingArticle: { nl: 'Verzendkosten', en: 'Shipping costs' },
  discountArticle: { nl: 'Kortingsbedrag', en: 'Discount' },
  paymentArticle: { nl: 'Betalingskosten', en: 'Payment costs' },
  otherCostsArticle: { nl: 'Overige kosten', en: 'Other costs' },
  giftCardArticle: { nl: 'Cadeaubonnen en tegoed', en: 'Gift cards and store credit' },
  differenceArticle: { nl: 'Verschil ordertotaal', en: 'Order total difference' },
  defaultArticle: { nl: 'Standaard artikelcode', en: 'Default article code' },
}

/** What an article is needed for: words for the message, and the amount. */
export type Need = { readonly setting: ArticleSetting; readonly what: Words; readonly amount: Decimal }

export type SettingArticle = {
  readonly article: Article
  readonly vatKind: VatKind
  readonly vatPercent: Decimal
}

/**
 * The article for an amount at this rate; `vatPercent` null: any rate is right.
 * Problems: 'sale.settingArticleEmpty', '…Unknown', '…Inactive', 'sale.chargeVat'.
 */
export function findSettingArticle(
  need: Need,
  vatPercent: Decimal | null,
  context: Context,
): Outcome<SettingArticle, SalesProblemCode> {
  const entries = articlesFirst(entriesOf(context.choices[need.setting]))
  if (entries.length === 0) return stopSale('sale.settingArticleEmpty', dataOf(need))
  for (const entry of entries) {
    const found = findFitting(entry, vatPercent, context)
    if (found !== null) return ok(found)
  }
  return stopFor(entries, need, vatPercent, context)
}

type CostType = { readonly costType: 1 | 2; readonly vatKind: VatKind | null }

/**
 * The cost type (order footer of the template) that the setting names instead of an article, with its VAT where that is told; null:
 * none, or articles beside it have to do for this rate. Problems: 'sale.costTypesMissing', 'sale.chargeVat'.
 */
export function findCostType(
  need: Need,
  vatPercent: Decimal,
  templateId: RemoteId,
  { choices, known, situation }: Context,
): Outcome<CostType | null, SalesProblemCode> {
  const entries = entriesOf(choices[need.setting])
  const costTypes = entries.map(costTypeOf).filter((each) => each !== null)
  if (costTypes.length === 0) return ok(null)
  if (!known.capabilities.costTypes) return stopSale('sale.costTypesMissing', dataOf(need))
  const told = known.lists.templates.find(({ id }) => id === templateId)?.costTypeVat ?? {}
  for (const costType of costTypes) {
    const vatKind = told[costType] ?? null
    const percent = vatKind === null ? vatPercent : expectedVatPercent(vatKind, situation)
    if (percent !== null && equals(percent, vatPercent)) return ok({ costType, vatKind })
  }
  if (costTypes.length < entries.length) return ok(null)
  return stopSale('sale.chargeVat', { ...dataOf(need), codes: entries.join(', '), shopPercent: vatPercent })
}

/** Cost types are no articles; by themselves they are named as what is not known. */
function articlesFirst(entries: readonly string[]): readonly string[] {
  const articles = entries.filter((entry) => costTypeOf(entry) === null)
  return articles.length === 0 ? entries : articles
}

function findFitting(code: string, vatPercent: Decimal | null, context: Context): SettingArticle | null {
  const article = context.known.articles.byCode(code as ArticleCode)
  if (article === null || article.inactive) return null
  const vatKind = vatKindOfArticle(article, context.known.lists)
  const percent = vatKind === null ? null : expectedVatPercent(vatKind, context.situation)
  if (vatKind === null || percent === null) return null
  const fits = vatPercent === null || equals(percent, vatPercent)
  return fits ? { article, vatKind, vatPercent: percent } : null
}

/** Why none of the entries would do: an unknown code first, then an inactive one, then the rate. */
function stopFor(entries: readonly string[], need: Need, vatPercent: Decimal | null, { known }: Context) {
  const unknown = entries.filter((code) => known.articles.byCode(code as ArticleCode) === null)
  const data = dataOf(need)
  if (unknown.length > 0) return stopSale('sale.settingArticleUnknown', { ...data, codes: unknown.join(', ') })
  const codes = entries.join(', ')
  const allInactive = entries.every((code) => known.articles.byCode(code as ArticleCode)?.inactive === true)
  if (allInactive) return stopSale('sale.settingArticleInactive', { ...data, codes })
  return stopSale('sale.chargeVat', { ...data, codes, shopPercent: vatPercent ?? '?' })
}

/** Places for the messages about a setting. */
export const dataOf = ({ setting, what, amount }: Need): Readonly<Record<string, string>> => ({
  setting,
  settingNl: settingWords[setting].nl,
  settingEn: settingWords[setting].en,
  whatNl: what.nl,
  whatEn: what.en,
  part: toFixed(amount, 2),
})

const entriesOf = (setting: string): readonly string[] =>
  setting
    .split(/[,;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

function costTypeOf(entry: string): 1 | 2 | null {
  const match = /^(?:kosten|cost)\s*(?:soort|type)\s*([12])$/i.exec(entry)
  if (match === null) return null
  return match[1] === '1' ? 1 : 2
}
