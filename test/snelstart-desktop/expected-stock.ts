// The answers of expected.json about stock.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database, Row } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { readStockSums } from '../../src/accounting/snelstart-desktop/stock.ts'
import type { OpenOrder } from '../../src/core/administration.ts'
import type { RemoteId } from '../../src/core/ids.ts'
import { type Decimal, sum } from '../../src/core/money.ts'
import { findTaken, nothingTaken } from '../../src/core/stock/taken.ts'
import { computeWebStock } from '../../src/core/stock/web-stock.ts'
import type { Demo } from './demo.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { gather, never, readingOf } from './reading.ts'

/** The same database with another count level in its settings. */
const atCountLevel = (database: Database, level: number): Database => ({
  ...database,
  read: async function* (ask, signal) {
    for await (const rows of database.read(ask, signal))
      yield rows.map(
        (row): Row =>
          'fldVerkooporderVoorraadTellingNiveau' in row ? { ...row, fldVerkooporderVoorraadTellingNiveau: level } : row,
      )
  },
})

export function stockAnswers(demo: Demo, expected: ExpectedAnswers): void {
  // With 'alle' an unprinted order is off the free stock already; the core takes it off only below the count level, so it
  // counts once. That is `webStockCountedOnce`, not the literal `webStock`.
  describe.each(['alle', 'factuur'] as const)('STOCK-2 stock counted from ‘%s’', (level) => {
    const free = new Map<RemoteId, Decimal>()
    let sums: Awaited<ReturnType<typeof readStockSums>>
    let taken: ReturnType<typeof findTaken>
    let takenUnprinted: typeof taken
    beforeAll(async () => {
      const changed = readingOf(atCountLevel(demo.database, expected.stock.levels[level]))
      const { company } = await changed.readLists(never)
      expect(company.stockCountLevel).toBe(level === 'alle' ? 'all' : 'invoice')
      for (const { id, freeStock } of await gather(changed.readStock(never))) free.set(id, freeStock)
      sums = await readStockSums(changed.reader, never)
      const ours = new Set(demo.openOrders.filter((order) => order.paymentReference !== '').map(({ id }) => id))
      const choices = {
        negativeStock: 'asIs',
        articleCodeField: '',
        recipes: 'never',
        webTemplates: new Set<RemoteId>(),
      } as const
      const take = (orders: readonly OpenOrder[]) =>
        findTaken({ open: orders, ours, waiting: [] }, demo.shelf, choices, company)
      taken = take(demo.openOrders)
      takenUnprinted = take(demo.openOrders.filter(({ withoutPrint }) => withoutPrint))
    })

    test('gives stock, free stock and web stock as the rules say', () => {
      for (const row of expected.stock.articles) {
        const { id } = demo.shelf.byCode(row.article)!
        const free_ = free.get(id)!
        expect([row.article, Number(sums.stock(Number(id))), Number(free_)]).toEqual([
          row.article,
          row[level].stock,
          row[level].freeStock,
        ])
        const web = computeWebStock(free_, takenUnprinted.byArticle.get(id) ?? nothingTaken, {
          negativeStock: 'asIs',
        })
        expect([row.article, web.quantity]).toEqual([row.article, Math.floor(row[level].webStockCountedOnce)])
        // A web order that was printed but is below the level is not off the free stock either, so the core takes it off too.
        const all = computeWebStock(free_, taken.byArticle.get(id) ?? nothingTaken, { negativeStock: 'asIs' })
        if (level === 'alle') expect(all.quantity).toBe(web.quantity)
        else expect(all.quantity).toBeLessThanOrEqual(web.quantity)
      }
    })

    test('gives every active article that is kept in stock, once', () => {
      const kept = demo.articles.filter(({ stockControlled, inactive }) => stockControlled && !inactive)
      expect([...free.keys()].toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
    })
  })

  test('STOCK-2 what unprinted web orders take is the sum of what they deliver', () => {
    for (const { article, onUnprintedWebOrders } of expected.stock.articles) {
      const { id } = demo.shelf.byCode(article)!
      const lines = demo.openOrders
        .filter((order) => order.withoutPrint && order.paymentReference !== '')
        .flatMap((order) => order.lines)
      const quantity = sum(lines.filter(({ articleId }) => articleId === id).map((line) => line.quantity))
      expect([article, Number(quantity)]).toEqual([article, onUnprintedWebOrders])
    }
  })
}
