// The answers of expected.json about articles and recipes.
import { expect, test } from 'vitest'
import type { Article } from '../../src/core/administration.ts'
import { findArticle } from '../../src/core/article/find-article.ts'
import { type Decimal, decimal, multiply } from '../../src/core/money.ts'
import { isExpanded } from '../../src/core/sales-order/recipes.ts'
import type { Demo } from './demo.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { never } from './reading.ts'

export function articleAnswers(demo: Demo, expected: ExpectedAnswers): void {
  test.each(expected.articlesByEan)('ART-1 articles by EAN $ean in an extra field', ({ ean, active, inactive }) => {
    const found = demo.shelf.byCustomField('EAN', ean)
    const codes = (wanted: boolean) =>
      found
        .filter((article) => article.inactive === wanted)
        .map(({ code }) => String(code))
        .toSorted()
    expect(codes(false)).toEqual(active)
    expect(codes(true)).toEqual(inactive)
    const answer = findArticle(ean, { articleCodeField: 'EAN' }, demo.shelf)
    const single =
      active.length === 1 ? { ok: true, value: { code: active[0] } } : { ok: active.length + inactive.length === 0 }
    expect(answer).toMatchObject(single)
  })

  test('ART-1 article codes with leading zeros stay apart, and the line of words is no article', async () => {
    const codes = expected.articleCodesThatMustStayApart
    const found = await Promise.all(codes.map((code) => demo.reading.findArticle(code as Article['code'], never)))
    expect(found.map((article) => article?.code)).toEqual(codes)
    expect(new Set(found.map((article) => article?.id)).size).toBe(codes.length)
    expect(await demo.reading.findArticle('-1' as Article['code'], never)).toBeNull()
    expect(demo.articles).toHaveLength((expected.rowsPerTable['tblArtikel'] ?? 0) - 1)
    expect(demo.articles.some(({ customFields }) => 'Webshop code' in customFields)).toBe(true)
    expect(found[0]).toEqual({ ...demo.shelf.byId(found[0]!.id), modifiedAt: null })
    expect(await demo.reading.articleById(found[0]!.id, never)).toEqual(found[0])
  })

  test.each(expected.recipes)('SALE-6 recipe $article', async (recipe) => {
    const article = demo.shelf.byCode(recipe.article)!
    expect(article.recipeMode).toBe(recipe.article === 'R-LEEG' ? 'none' : recipe.mode)
    expect((await demo.reading.findArticle(article.code, never))?.components).toEqual(article.components)
    const expand = (
      one: Article,
      quantity: Decimal,
      recipes: 'never' | 'always' | 'choiceOrAlways',
      nested: boolean,
    ): Part[] => {
      if (!isExpanded(one, { choices: { recipes } }) || one.components.length === 0)
        return [{ code: one.code, quantity: Number(quantity) }]
      return one.components.flatMap((part) => {
        const partQuantity = multiply(quantity, part.quantity)
        if (nested) return expand(demo.shelf.byId(part.articleId)!, partQuantity, recipes, true)
        return [{ code: part.code, quantity: Number(partQuantity) }]
      })
    }
    const given = (recipes: 'never' | 'always' | 'choiceOrAlways', nested: boolean) =>
      expand(article, decimal(recipe.orderQuantity), recipes, nested)
    expect(given('never', false)).toEqual(recipe.expandNever)
    expect(given('always', false)).toEqual(recipe.expandAlways)
    expect(given('choiceOrAlways', false)).toEqual(recipe.expandChoiceOrAlways)
    expect(given('always', true)).toEqual(recipe.expandAlwaysNested)
    expect(given('choiceOrAlways', true)).toEqual(recipe.expandChoiceOrAlwaysNested)
  })
}

type Part = { readonly code: string; readonly quantity: number }
