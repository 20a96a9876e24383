// That paging and counting stay cheap with many orders: asked of SQLite's own plan, not of a clock.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { at, orderId, profileId } from '../contract/samples.ts'
import { openDatabase } from './database.ts'
import { pageKeys } from './inbox.ts'
import { openIn, testFolder } from './test-folder.ts'

const after = { placedAt: at(5), id: orderId(5) }

for (const [what, ask] of [
  ['everything', { limit: 100, after }],
  ['one state', { limit: 100, after, states: ['waiting'] }],
  ['several states', { limit: 100, after, states: ['waiting', 'problem', 'unknown'] }],
] as const)
  test(`a page of ${what} is read from an index from its start on, without sorting`, () => {
    const folder = testFolder()
    openIn(folder)
    const path = join(folder, 's-connect.db')
    const db = openDatabase(path, { busyTimeoutMs: 100 })
    const { sql, parameters } = pageKeys(db, profileId, ask)?.compile() ?? expect.unreachable('no query')
    db.close()
    const connection = new DatabaseSync(path)
    const plan = connection.prepare(`explain query plan ${sql}`).all(...(parameters as string[]))
    connection.close()
    const steps = plan.map((step) => String(step['detail'])).filter((step) => /SEARCH|SCAN|TEMP/.test(step))
    expect(steps.length).toBeGreaterThan(0)
    for (const step of steps) expect(step).toMatch(/^SEARCH inbox USING COVERING INDEX .*\(placed_at,id\)>\(\?,\?\)/)
  })
