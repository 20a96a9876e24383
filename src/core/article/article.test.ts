// ART-1 … ART-3: finding, making and updating articles, every choice of every setting, through whole orders.
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { decimal } from '../money.ts'
import { articleOf } from '../sales-order/testing/administration.ts'
import { articleWork, type Case, plan, problem } from '../sales-order/testing/book.ts'

const codeOf = (given: Case) => plan(given).document.lines[0]?.articleCode
const newLine = { code: 'NIEUW', price: '12.5', description: 'Nieuw artikel' }
const order = { lines: [newLine] }

describe('ART-1 field of the article code', () => {
  const ean = { articleCodeField: 'EAN' }
  const mug = articleOf('M1', 'high', { customFields: { EAN: '8712345000011' } })
  const eanOrder = { lines: [{ code: '8712345000011', price: '10' }] }

  test('the article code itself', () => {
    expect(codeOf({ order: { lines: [{ code: ' MOK ', price: '10' }] } })).toBe('MOK')
  })

  test('another field: the article that has the code there', () => {
    expect(codeOf({ order: eanOrder, settings: ean, known: { articles: [mug] } })).toBe('M1')
  })

  test('several articles with that value are a problem that names them', () => {
    const articles = [mug, articleOf('M2', 'high', { customFields: { EAN: '8712345000011' } })]
    const found = problem({ order: eanOrder, settings: ean, known: { articles } })
    expect(found).toMatchObject({ code: 'article.ambiguous', data: { codes: 'M1, M2', field: 'EAN' } })
  })

  test('an inactive one beside an active one does no harm', () => {
    const articles = [{ ...mug, inactive: true, code: 'OUD' as never }, mug]
    expect(codeOf({ order: eanOrder, settings: ean, known: { articles } })).toBe('M1')
  })

  test('a new article gets the shop’s code, in that field as well', () => {
    const expected = ['nieuw 8712345000011: Artikel 8712345000011, 10, group-high, EAN 8712345000011']
    expect(articleWork({ order: eanOrder, settings: ean })).toEqual(expected)
  })

  test('a new article whose code another article has is a problem', () => {
    const found = problem({ order: { lines: [{ code: 'MOK', price: '10' }] }, settings: ean })
    expect(found).toMatchObject({ code: 'article.codeTaken', data: { code: 'MOK', field: 'EAN' } })
  })
})

describe('ART-2 revenue group of new articles', () => {
  test.each([
    ['21', 'group-high'],
    ['9', 'group-low'],
    ['0', 'group-none'],
  ])('a line at %s percent: %s', (percent, group) => {
    expect(articleWork({ order: { lines: [{ ...newLine, percent }] } })).toEqual([
      `nieuw NIEUW: Nieuw artikel, 12.5, ${group}`,
    ])
  })

  test.each(['group-high', '1', 'HOOG BTW (goederen)'])('the setting may be id, number or name: %s', (revenueGroup) => {
    expect(articleWork({ order, settings: { revenueGroup } })).toEqual(['nieuw NIEUW: Nieuw artikel, 12.5, group-high'])
  })

  test.each([
    [{ revenueGroup: '' }, '21', 'article.revenueGroupMissing'],
    [{ revenueGroup: 'Weg' }, '21', 'article.revenueGroupUnknown'],
    [{ revenueGroupLow: '' }, '9', 'article.revenueGroupVat'],
    [{ revenueGroupNone: 'Weg' }, '0', 'article.revenueGroupVat'],
    [{}, '19', 'article.revenueGroupVat'],
  ])('%j and a line at %s percent give %s', (settings, percent, code) => {
    expect(problem({ order: { lines: [{ ...newLine, percent }] }, settings }).code).toBe(code)
  })

  test('an exported article gets the main group, and a step says why', () => {
    const made = plan({
      order: { lines: [{ ...newLine, percent: '0' }] },
      known: { customer: { country: 'US' as CountryCode } },
    })
    expect(made.articles).toMatchObject([{ fields: { revenueGroupId: 'group-high' } }])
    expect(made.steps.find((step) => step.key === 'article.create')?.text.nl).toContain('niet af te lezen')
  })

  test('a free article gets the main group', () => {
    const free = { ...newLine, price: '0', vatPercent: null }
    expect(articleWork({ order: { lines: [free] } })).toEqual(['nieuw NIEUW: Nieuw artikel, 0, group-high'])
  })
})

describe('ART-3 handling of articles', () => {
  test('add: an unknown article is made once, however many lines it has', () => {
    expect(articleWork({ order: { lines: [newLine, { ...newLine, qty: '5' }] } })).toHaveLength(1)
  })

  test('add: two lines of a new article at two rates are a problem', () => {
    const lines = [newLine, { ...newLine, percent: '9' }]
    expect(problem({ order: { lines } }).code).toBe('sale.lineVat')
  })

  test('add: an existing article is left as it is', () => {
    expect(articleWork({ order: { lines: [{ price: '12.5' }] } })).toEqual([])
  })

  test('add: the price is in the way of the article file', () => {
    const incl = { company: { articlePricesExclVat: false } }
    expect(articleWork({ order, known: incl })).toEqual(['nieuw NIEUW: Nieuw artikel, 15.13, group-high'])
    const abroad = { ...incl, customer: { country: 'US' as CountryCode } }
    const exported = { lines: [{ ...newLine, percent: '0' }] }
    expect(articleWork({ order: exported, known: abroad })).toEqual(['nieuw NIEUW: Nieuw artikel, 15.13, group-high'])
  })

  test('manual: an unknown article becomes the default one, and nothing is made', () => {
    const given = { order, settings: { articleHandling: 'manual' } } as const
    expect(codeOf(given)).toBe('STANDAARD-high')
    expect(articleWork(given)).toEqual([])
  })

  test('manual: without a default article it is a problem that names the code', () => {
    const found = problem({ order, settings: { articleHandling: 'manual', defaultArticle: '' } })
    expect(found.code).toBe('sale.settingArticleEmpty')
    expect(found.data['whatNl']).toContain('NIEUW')
  })

  test.each(['add', 'addAndUpdate', 'manual'] as const)('%s: an inactive article is a problem', (articleHandling) => {
    const known = { articles: [articleOf('NIEUW', 'high', { inactive: true })] }
    expect(problem({ order, settings: { articleHandling }, known }).code).toBe('article.inactive')
  })

  test.each([
    ['NIEUW', { articleCodeNumeric: true }, 'article.codeNotNumeric'],
    ['1'.repeat(21), {}, 'article.codeTooLong'],
  ])('a code that the administration does not take is a problem: %s', (code, company, expected) => {
    expect(problem({ order: { lines: [{ ...newLine, code }] }, known: { company } }).code).toBe(expected)
  })

  test('the description is shortened to 250 with a warning', () => {
    const made = plan({ order: { lines: [{ ...newLine, description: 'A'.repeat(300) }] } })
    expect(made.articles).toMatchObject([{ fields: { description: `${'A'.repeat(249)}…` } }])
    expect(made.warnings.map((warning) => warning.code)).toContain('article.descriptionShortened')
  })

  const update = (line: object, more: Partial<Case> = {}) =>
    articleWork({
      order: { lines: [{ price: '12.5', description: 'Nieuwe naam', ...line }] },
      settings: { articleHandling: 'addAndUpdate', orderLines: 'full', ...more.settings },
      ...(more.known ? { known: more.known } : {}),
      ...(more.facts ? { facts: more.facts } : {}),
    })

  const option = { name: 'Maat', value: 'XL', kind: 'select', unitPriceExcl: null }

  test('addAndUpdate: description and price where they differ', () => {
    expect(update({})).toEqual(['wijzig MOK: Nieuwe naam, 12.5'])
    expect(update({ price: '10' })).toEqual(['wijzig MOK: Nieuwe naam'])
    expect(update({ description: 'SnelStart MOK' })).toEqual(['wijzig MOK: 12.5'])
    expect(update({ price: '10', description: 'SnelStart MOK' })).toEqual([])
  })

  test.each([
    ['options inside it', { options: [option] }],
    ['a discount on it', { discountPercent: decimal(10) }],
    ['no price at all', { price: '0', vatPercent: null }],
  ])('addAndUpdate: a line with %s does not change the price', (_, line) => {
    expect(update(line)).toEqual(['wijzig MOK: Nieuwe naam'])
  })

  test('addAndUpdate: an order from abroad does not change the price', () => {
    const known = { customer: { country: 'US' as CountryCode } }
    expect(update({ percent: '0' }, { known })).toEqual(['wijzig MOK: Nieuwe naam'])
  })

  test('addAndUpdate: where SnelStart’s prices lead, the shop’s do not overwrite them', () => {
    const facts = {
      lastTemplates: new Map(),
      paymentReferences: new Map(),
      agreedPrices: new Map([['id-MOK|customer-1|1', null]]),
    }
    expect(update({}, { settings: { orderLines: 'codeAndQuantity' }, facts })).toEqual(['wijzig MOK: Nieuwe naam'])
  })

  test('addAndUpdate: the default article is never changed', () => {
    expect(update({ code: null })).toEqual([])
  })
})
