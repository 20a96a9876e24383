// The bridge on the oldest and the newest PHP, as WebAssembly builds: syntax on all of them, the same answers as on the
// machine's own PHP on some.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { checkPhpSyntax } from '../../test/support/php.ts'
import { configFor, startTestSite, type TestSite } from './test-shop.ts'

const bridge = join(import.meta.dirname, 'sconnect.php')
const versions = ['5.2', '5.6', '7.0', '7.1', '7.2', '7.3', '7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'] as const

test.each(versions)('SHOP-8 PHP %s takes the file', { timeout: 60_000 }, async (version) => {
  expect(await checkPhpSyntax(version, bridge)).toBeNull()
})

describe('PHP 5.2, which has no MySQL here', { timeout: 60_000 }, () => {
  let site: TestSite

  beforeAll(async () => {
    site = await startTestSite({ version: '5.2' })
  }, 60_000)

  afterAll(() => site?.stop())

  const config = `<?php define('DB_HOSTNAME', 'x'); define('DB_USERNAME', 'x'); define('DB_PASSWORD', 'secret'); define('DB_DATABASE', 'x');`
  const body = '{"question":"identify","prefix":"oc_"}'

  test('knows who asks, what was asked before and what is missing', async () => {
    const shop = site.addShop('shop', config)
    const again = { nonce: '5'.repeat(32) }
    const first = await shop.send(body, again)
    expect(first.signed).toBe(true)
    expect(JSON.parse(first.text).error).toEqual({ code: 'database', detail: 'PHP has no MySQL extension' })
    expect(JSON.parse((await shop.send(body, again)).text).error.code).toBe('replay')
    expect((await shop.send(body, { key: 'a'.repeat(64) })).status).toBe(403)
    expect((await site.addShop('bare', null).ask({ question: 'identify', prefix: 'oc_' })).error.code).toBe('config')
    expect((await shop.ask({ question: 'orders', prefix: "'" })).error.detail).toBe('wrong argument prefix')
  })

  test('makes valid JSON of any bytes', async () => {
    const odd = config.replace("define('DB_HOSTNAME', 'x'); ", '')
    const detail = `<?php class Odd extends Exception {} throw new SConnectProblem('odd', "caf\\xE9 \\x80 \\xE2\\x82 \\xF0\\x9F\\x8C\\xB1 \\\\ \\"\\n");`
    const answer = await site.addShop('odd', detail).ask({ question: 'identify', prefix: 'oc_' })
    expect(answer.error).toEqual({ code: 'odd', detail: 'café € â‚ 🌱 \\ "\n' })
    expect((await site.addShop('none', odd).ask({ question: 'identify', prefix: '' })).error.code).toBe('config')
  })

  test('ends half-way: says so', async () => {
    const dies = `${config} function sconnect_json_never() {} register_shutdown_function('exit'); exit;`
    const answer = await site.addShop('dies', dies).ask({ question: 'identify', prefix: 'oc_' })
    expect(answer.error.code).toBe('config')
  })
})

describeWith({ servers: ['mariadb', 'php'] }, 'the same answers on other versions of PHP', () => {
  const layouts: readonly (readonly [layout: string, prefix: string])[] = [
    ['1.0', ''],
    ['1.5', 'oc_'],
    ['3.0', 'oc_'],
    ['4.1', 'shop1_'],
  ]
  let db: MariaDb
  let reference: TestSite

  beforeAll(async () => {
    db = await startMariaDb()
    reference = await startTestSite()
    for (const [layout] of layouts) await db.createDatabase(layout, join(import.meta.dirname, `samples/${layout}.sql`))
    // Bytes that are no UTF-8, for the repair.
    await db.query(
      `ALTER TABLE oc_order MODIFY comment VARBINARY(99) NOT NULL; UPDATE oc_order SET comment = x'E9208020F09F8CB1' WHERE order_id = 2`,
      '3.0',
    )
  })

  afterAll(async () => {
    await reference?.stop()
    await db?.stop()
  })

  test.each(['5.6', '7.0', '7.4', '8.0', '8.4', '8.5'] as const)('SHOP-8 PHP %s', async (version) => {
    const site = await startTestSite({ version })
    try {
      for (const [layout, prefix] of layouts) {
        const config = configFor(db, layout, { DB_PREFIX: prefix })
        const [one, other] = [reference.addShop(layout, config), site.addShop(layout, config)]
        const identity = await other.ask({ question: 'identify', prefix })
        expect(identity.answer.php).toMatch(new RegExp(`^${version}`))
        for (const question of ['identify', 'context', 'orders', 'orders_from', 'order']) {
          const asked = { question, prefix, from_id: 1, id: 2, after: { changed: '2026-02-04 00:00:00', id: '9' } }
          const [wanted, given] = [await one.ask(asked), await other.ask(asked)]
          expect(given.error).toBeUndefined()
          const same = { php: null, zone: null }
          expect({ ...given.answer, ...same }, `${layout} ${question}`).toEqual({ ...wanted.answer, ...same })
        }
        expect((await other.ask({ question: 'orders', prefix: 'wrong_' })).error.code).toBe('prefix')
      }
      const broken = site.addShop('broken', configFor(db, '3.0', { DB_PASSWORD: 'wrong' }))
      expect((await broken.ask({ question: 'identify', prefix: 'oc_' })).error).toMatchObject({ code: 'database' })
    } finally {
      await site.stop()
    }
  })
})
