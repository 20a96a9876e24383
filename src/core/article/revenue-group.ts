// ART-2: the revenue group of an article, and the one that a new article gets.
import type { AdministrationLists, Article, RevenueGroup, VatKind } from '../administration.ts'
import type { ArticleChoices } from '../choices.ts'
import { type Decimal, equals } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { expectedVatPercent, regionOf, type VatSituation } from '../vat.ts'
import { type ArticleProblemCode, stopArticle } from './problems.ts'

/** By id, number or name, whatever the setting holds; null: no such group. */
function findRevenueGroup(groups: readonly RevenueGroup[], setting: string): RevenueGroup | null {
  const wanted = setting.trim().toLowerCase()
  if (wanted === '') return null
  const keys: readonly ((group: RevenueGroup) => string)[] = [
    (group) => group.id,
    (group) => group.number,
    (group) => group.name,
  ]
  for (const key of keys) {
    const group = groups.find((each) => key(each).trim().toLowerCase() === wanted)
    if (group !== undefined) return group
  }
  return null
}

/** null: the article has no revenue group that the lists know. */
export const vatKindOfArticle = (article: Article, lists: AdministrationLists): VatKind | null =>
  lists.revenueGroups.find((group) => group.id === article.revenueGroupId)?.vatKind ?? null

/**
 * The first of the three groups of the settings with which SnelStart charges `vatPercent` to this customer; the main one
 * where the shop tells no rate (price 0). A reverse-charged or exported article fits every group, hence gets the main one.
 * Problems: 'article.revenueGroupMissing', 'article.revenueGroupUnknown', 'article.revenueGroupVat', 'article.vatAbroad'.
 */
export function decideRevenueGroup(
  code: string,
  vatPercent: Decimal | null,
  choices: ArticleChoices,
  lists: AdministrationLists,
  situation: VatSituation,
): Outcome<RevenueGroup, ArticleProblemCode> {
  if (choices.revenueGroup.trim() === '') return stopArticle('article.revenueGroupMissing', { code })
  const main = findRevenueGroup(lists.revenueGroups, choices.revenueGroup)
  if (main === null) return stopArticle('article.revenueGroupUnknown', { code, group: choices.revenueGroup })
  if (vatPercent === null) return ok(main)
  const others = [choices.revenueGroupLow, choices.revenueGroupNone].map((setting) =>
    findRevenueGroup(lists.revenueGroups, setting),
  )
  const fitting = [main, ...others].find((group) => {
    const percent = group === null ? null : expectedVatPercent(group.vatKind, situation)
    return percent !== null && equals(percent, vatPercent)
  })
  if (fitting) return ok(fitting)
  if (regionOf(situation.country) === 'nl') return stopArticle('article.revenueGroupVat', { code, vatPercent })
  return stopArticle('article.vatAbroad', { code, vatPercent, country: situation.country ?? '?' })
}
