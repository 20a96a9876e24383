// The same main job on the project's own samples, one per layout of OpenCart's tables, so that a clone without the dumps of
// real shops goes the same way: MariaDB, the bridge on PHP, the real adapters, SQLite, the simulator.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configFor, startTestSite, type TestSite, testKey } from '../../bridges/opencart/test-shop.ts'
import { decimal, toCents, toFixed } from '../../src/core/money.ts'
import { describeWith } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { type Scene, startScene } from '../support/scene.ts'
import { administration, sensibleSettings } from './administration.ts'
import { type Booked, bookedOf, chargedBy } from './booked.ts'

const folder = join(import.meta.dirname, '../../bridges/opencart/samples')
const layouts = readdirSync(folder).map((file) => file.replace('.sql', ''))
const prefixOf = (layout: string) => ({ '1.0': '', '4.1': 'shop1_' })[layout] ?? 'oc_'
/** Order 3 of each sample was never confirmed. */
const sales = [1, 2, 4]

describeWith({ servers: ['mariadb', 'php'] }, 'samples of every layout', () => {
  let db: MariaDb
  let site: TestSite
  beforeAll(async () => {
    db = await startMariaDb()
    site = await startTestSite()
  }, 60_000)
  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  async function startOn(layout: string): Promise<Scene> {
    await db.createDatabase(layout, join(folder, `${layout}.sql`))
    const prefix = prefixOf(layout)
    const shop = site.addShop(layout, configFor(db, layout, { DB_PREFIX: prefix }))
    return startScene({
      simulator: { seed: administration },
      settings: sensibleSettings,
      realClock: true,
      realShop: {
        settings: { transport: 'none', shopUrl: site.url, tablePrefix: prefix === '' ? '-' : prefix },
        secrets: { 'memory.endpointUrl': site.url + shop.path, 'memory.key': testKey },
      },
    })
  }

  /** Asked of the database itself, so that no line of ours stands between the shop and what is expected. */
  async function charged(layout: string, id: number): Promise<Booked> {
    const table = `\`${prefixOf(layout)}order_total\``
    const rows = await db.query(`SELECT title, value FROM ${table} WHERE order_id = ${id} ORDER BY sort_order`, layout)
    const totals = rows.map(([title = '', value = '']) => ({ code: /%/.test(title) ? 'tax' : '', title, value }))
    const total = toFixed(toCents(decimal(totals.at(-1)?.value ?? '')), 2)
    return chargedBy({ order_id: id, import: true, status: '', total_incl_rounded: total, totals })
  }

  test.each(layouts)('SHOP-3 the orders of OpenCart %s come into SnelStart once, to the cent', async (layout) => {
    const scene = await startOn(layout)
    try {
      const first = await scene.import()
      expect(first).toMatchObject({ read: { added: 3 }, written: { done: 3, problem: 0, unknown: 0 }, stoppedBy: null })
      const writes = scene.writes().length
      for (const id of sales) {
        const booked = scene.made(id).map((made) => bookedOf(scene.simulator, made))
        expect([id, booked]).toEqual([id, [await charged(layout, id)]])
      }
      const second = await scene.import()
      expect(second).toMatchObject({ read: { added: 0, changed: 0, same: 3 }, written: { done: 0 } })
      expect(scene.writes()).toHaveLength(writes)

      // The order that was left at the last step is paid after all; another, made already, is shipped.
      const now = 'date_modified = UTC_TIMESTAMP() - INTERVAL 1 HOUR'
      const edit = (id: number) =>
        `UPDATE \`${prefixOf(layout)}order\` SET order_status_id = 2, ${now} WHERE order_id = ${id}`
      await db.query([3, 1].map(edit).join(';'), layout)
      expect(await scene.import()).toMatchObject({ read: { added: 1, changed: 1 }, written: { done: 1 } })
      expect(scene.made(3).map((made) => bookedOf(scene.simulator, made))).toEqual([await charged(layout, 3)])
      expect(scene.simulator.state().verkooporders).toHaveLength(4)
    } finally {
      await scene.stop()
    }
  })
})
