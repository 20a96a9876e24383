import { describe, expect, test } from 'vitest'
import type { Article, ArticleStock, OpenOrder } from '../administration.ts'
import type { KnownArticles } from '../article/find-article.ts'
import type { ArticleCode, CalendarDate, RemoteId } from '../ids.ts'
import { decimal } from '../money.ts'
import type { OrderLine, OrderStatus } from '../order.ts'
import { type StockCase, stockCases } from './cases.ts'
import { decideStock, type KnownLine } from './decide-stock.ts'
import { stockProblems } from './problems.ts'
import type { StockChoices } from './stock-choices.ts'
import { findTaken, nothingTaken, type StockOrders } from './taken.ts'
import { computeWebStock } from './web-stock.ts'

const id = (code: string): RemoteId => `id-${code}` as RemoteId

const article = (code: string, more: Partial<Article> = {}): Article => ({
  id: id(code),
  code: code as ArticleCode,
  description: `Artikel ${code}`,
  revenueGroupId: null,
  salesPrice: null,
  unit: '',
  inactive: false,
  stockControlled: true,
  physicalStock: null,
  freeStock: null,
  customFields: {},
  recipeMode: 'none',
  components: [],
  modifiedAt: null,
  ...more,
})

const recipe = article('R', {
  recipeMode: 'content',
  components: [
    { articleId: id('A'), code: 'A' as ArticleCode, quantity: decimal('2') },
    { articleId: id('R'), code: 'R' as ArticleCode, quantity: decimal('1') },
  ],
})
const all = [article('A', { customFields: { EAN: '871' } }), article('B'), article('N'), recipe]

const knownOf = (articles: readonly Article[]): KnownArticles => ({
  byCode: (code) => articles.find((one) => one.code.toLowerCase() === code.trim().toLowerCase()) ?? null,
  byId: (wanted) => articles.find((one) => one.id === wanted) ?? null,
  byCustomField: (name, value) => articles.filter((one) => one.customFields[name] === value),
})
const known = knownOf(all)

const choices: StockChoices = {
  negativeStock: 'zero',
  articleCodeField: '',
  recipes: 'never',
  webTemplates: new Set(['template-web' as RemoteId]),
}

const shopLine = (code: string, quantity: string) =>
  ({ kind: 'article', articleCode: code, quantity: decimal(quantity) }) as OrderLine

function ordersOf({ open = [], waiting = [] }: StockCase): StockOrders {
  return {
    open: open.map(
      (order): OpenOrder => ({
        id: id(order.number),
        number: order.number,
        paymentReference: order.reference ?? '',
        templateId: `template-${order.template ?? 'web'}` as RemoteId,
        date: '2026-11-20' as CalendarDate,
        withoutPrint: order.printed !== true,
        ...(order.reached === undefined ? {} : { reached: order.reached }),
        lines: Object.entries(order.lines).map(([code, quantity]) => ({
          articleId: id(code),
          quantity: decimal(quantity),
        })),
      }),
    ),
    ours: new Set(open.filter((order) => order.ours).map((order) => id(order.number))),
    waiting: waiting.map(({ number, lines, status = 'paid' }) => ({
      number,
      order:
        lines === null
          ? null
          : {
              status: { code: '1', text: '', meaning: status } satisfies OrderStatus,
              lines: Object.entries(lines).map(([code, quantity]) => shopLine(code, quantity)),
            },
    })),
  }
}

const takenOf = (one: StockCase) =>
  findTaken(
    ordersOf(one),
    known,
    { ...choices, recipes: one.expandsRecipes ? 'expand' : 'never' },
    one.countLevel === undefined ? {} : { stockCountLevel: one.countLevel },
  )

describe('STOCK-2 web stock', () => {
  test.each(stockCases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const taken = takenOf(one)
    const ofA = taken.byArticle.get(id('A')) ?? nothingTaken
    const { quantity, reason } = computeWebStock(decimal(one.free), ofA, {
      negativeStock: one.negativeStock ?? 'zero',
    })
    expect(quantity).toBe(one.gives)
    expect(reason.open.map(({ number }) => number)).toEqual(one.because?.open ?? [])
    expect(reason.waiting.map(({ number }) => number)).toEqual(one.because?.waiting ?? [])
    expect(taken.notUnderstood).toEqual(one.notUnderstood ?? [])
    expect(reason.free).toBe(one.free)
  })
})

const line = (code: string, confirmed: number | null, more: Partial<KnownLine> = {}): KnownLine => ({
  key: `key-${code}`,
  code,
  name: `Winkel ${code}`,
  notManaged: null,
  confirmed,
  intended: null,
  ...more,
})

const stockOf = (free: Readonly<Record<string, string>>): ReadonlyMap<RemoteId, ArticleStock> =>
  new Map(Object.entries(free).map(([code, amount]) => [id(code), { id: id(code), freeStock: decimal(amount) }]))

const decide = (
  lines: readonly KnownLine[],
  free: Readonly<Record<string, string>>,
  one: Partial<StockCase> = {},
  more: Partial<StockChoices> = {},
  articles = known,
) =>
  decideStock({
    lines,
    stock: stockOf(free),
    taken: takenOf({ title: '', free: '', gives: 0, ...one }),
    articles,
    choices: { ...choices, ...more },
  })

const codesOf = ({ problems }: ReturnType<typeof decide>) => problems.map(({ code, about }) => `${code} ${about}`)

describe('STOCK-3 what is written', () => {
  test('only differences', () => {
    const plan = decide([line('A', 4), line('B', 7)], { A: '5', B: '7' })
    expect(plan.changes).toMatchObject([{ key: 'key-A', from: 4, to: 5 }])
    expect(plan.matched).toBe(2)
  })

  test('what was written without an answer is written again, also where nothing seems to differ', () => {
    expect(decide([line('A', 5, { intended: 5 })], { A: '5' }).changes).toMatchObject([{ key: 'key-A', to: 5 }])
  })

  test('what is not known to be in the shop is written', () => {
    expect(decide([line('A', null)], { A: '5' }).changes).toMatchObject([{ from: null, to: 5 }])
  })

  test('an article whose stock SnelStart does not keep is neither exported nor reported', () => {
    expect(decide([line('A', 4), line('N', 4)], { A: '4' })).toMatchObject({ changes: [], problems: [] })
  })

  test('combinations go by their own code, without regard to case and outer spaces', () => {
    const plan = decide([line(' a ', 1, { key: '7-13' })], { A: '5' })
    expect(plan.changes).toMatchObject([{ key: '7-13', to: 5 }])
    expect(plan.problems).toEqual([])
  })

  test('ART-1 goes by the custom field where the shop’s code stands there', () => {
    const plan = decide([line('871', 1)], { A: '5' }, {}, { articleCodeField: 'EAN' })
    expect(plan.changes).toMatchObject([{ key: 'key-871', to: 5 }])
  })

  test('names what is unknown or double on either side, and writes none of it', () => {
    const twin = article('A2', { customFields: { EAN: '871' } })
    expect(codesOf(decide([line('X', 1), line('A', 4)], { A: '4', B: '1' }))).toEqual([
      'stock.unknownInSnelStart X',
      'stock.unknownInShop B',
    ])
    const double = decide([line('A', 1, { key: '1' }), line('a', 1, { key: '2' })], { A: '4' })
    expect([double.changes, codesOf(double)]).toEqual([[], ['stock.doubleInShop A']])
    const ambiguous = decide([line('871', 1)], {}, {}, { articleCodeField: 'EAN' }, knownOf([...all, twin]))
    expect([ambiguous.changes, codesOf(ambiguous)]).toEqual([[], ['stock.doubleInSnelStart 871']])
    const nameless = decide([line('', 1, { key: '1' }), line(' ', 1, { key: '2' })], {})
    expect(codesOf(nameless)).toEqual(['stock.noCode 1', 'stock.noCode 2'])
    const inactive = decide([line('B', 1)], {}, {}, {}, knownOf([article('B', { inactive: true })]))
    expect(codesOf(inactive)).toEqual(['stock.inactive B'])
  })

  test('what the shop says that it does not manage is reported and not written', () => {
    const plan = decide([line('A', 1, { notManaged: 'shop.advanced' })], { A: '4' })
    expect([plan.changes, codesOf(plan)]).toEqual([[], ['stock.notManaged A']])
  })

  test('while an order is not understood, stock is lowered but not raised', () => {
    const lines = [line('A', 4), line('B', 4), line('R', null)]
    const plan = decide(lines, { A: '5', B: '3', R: '2' }, { waiting: [{ number: '9', lines: null }] })
    expect(plan.changes).toMatchObject([{ key: 'key-B', to: 3 }])
    expect(plan.heldBack).toBe(2)
    expect(codesOf(plan)).toContain('stock.orderNotUnderstood 9')
  })

  test('every problem has its words in both languages, with what to do', () => {
    for (const { text, todo } of Object.values(stockProblems))
      for (const words of [text.nl, text.en, todo.nl, todo.en]) expect(words.length).toBeGreaterThan(10)
  })
})
