// SALE-8 … SALE-10: the article that a setting names for an amount. A setting may hold several article codes, one per VAT
// rate; the first whose rate is the shop's is taken. Looked at only when an order needs it.
import type { Article, VatKind } from '../administration.ts'
import { vatKindOfArticle } from '../article/revenue-group.ts'
import type { SalesChoices } from '../choices.ts'
import type { ArticleCode } from '../ids.ts'
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
  const entries = entriesOf(context.choices[need.setting])
  if (entries.length === 0) return stopSale('sale.settingArticleEmpty', dataOf(need))
  for (const entry of entries) {
    const found = findFitting(entry, vatPercent, context)
    if (found !== null) return ok(found)
  }
  return stopFor(entries, need, vatPercent, context)
}

/** The cost type (order footer) that the setting names instead of an article; null: none. Problem: 'sale.costTypesMissing'. */
export function findCostType(need: Need, context: Context): Outcome<1 | 2 | null, SalesProblemCode> {
  const costType = entriesOf(context.choices[need.setting])
    .map(costTypeOf)
    .find((each) => each !== null)
  if (costType === undefined) return ok(null)
  return context.known.capabilities.costTypes ? ok(costType) : stopSale('sale.costTypesMissing', dataOf(need))
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
