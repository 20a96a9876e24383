// The fixtures' administration 'Demo BV', read once from whatever database it stands in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../src/accounting/snelstart-desktop/database/database.ts'
import type { Article, Customer, OpenOrder } from '../../src/core/administration.ts'
import { buildCustomerIndex, type CustomerIndex } from '../../src/core/customer/customer-index.ts'
import { type ArticleShelf, createArticleShelf } from '../../src/runs/article-shelf.ts'
import { fixturesFolder } from '../support/fixtures.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { gather, never, readingOf } from './reading.ts'

export const demoFolder = join(fixturesFolder, 'snelstart-desktop')

/** null: the fixtures are not here. */
export const readExpected = (): ExpectedAnswers | null =>
  existsSync(demoFolder)
    ? (JSON.parse(readFileSync(join(demoFolder, 'expected.json'), 'utf8')) as ExpectedAnswers)
    : null

/** Filled before the first test. */
export type Demo = {
  database: Database
  reading: ReturnType<typeof readingOf>
  customers: readonly Customer[]
  articles: readonly Article[]
  openOrders: readonly OpenOrder[]
  index: CustomerIndex
  shelf: ArticleShelf
}

export async function readDemo(database: Database): Promise<Demo> {
  const reading = readingOf(database)
  const customers = await gather(reading.readCustomers(null, never))
  const articles = await gather(reading.readArticles(null, never))
  const shelf = createArticleShelf()
  for (const article of articles) shelf.put(article)
  const openOrders = await gather(reading.readOpenOrders(never))
  return { database, reading, customers, articles, openOrders, index: buildCustomerIndex(customers), shelf }
}
