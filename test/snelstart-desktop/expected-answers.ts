// Every answer of the fixtures' expected.json, asked of whatever database holds 'Demo BV'. One suite for all ways of reading.
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Database } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { type Demo, readDemo, readExpected } from './demo.ts'
import { articleAnswers } from './expected-articles.ts'
import { customerAnswers } from './expected-customers.ts'
import { listAnswers } from './expected-lists.ts'
import { orderAnswers } from './expected-orders.ts'
import { stockAnswers } from './expected-stock.ts'

/** To be called within `describeWith({ fixtures: ['snelstart-desktop'] }, …)`. `open`: a connection of its own, closed here. */
export function expectedAnswers(name: string, open: () => Promise<Database>): void {
  const expected = readExpected()
  // Left out by `describeWith`, which names it.
  if (expected === null) {
    test(name, () => {})
    return
  }
  describe(`${name}: the answers of expected.json`, () => {
    const demo = {} as Demo
    beforeAll(async () => void Object.assign(demo, await readDemo(await open())), 60_000)
    afterAll(() => demo.database.close())
    customerAnswers(demo, expected)
    articleAnswers(demo, expected)
    stockAnswers(demo, expected)
    orderAnswers(demo, expected)
    listAnswers(demo, expected)
  })
}
