// The tasks beside importing orders, as the service runs them: by plan, by hand, and one after the other on one profile.
import { afterEach, expect, test } from 'vitest'
import { startStockScene } from '../../../test/support/stock-scene.ts'
import { stockShopKind } from '../../../test/support/stock-shop.ts'
import { decimal } from '../../core/money.ts'
import type { ShopArticle } from '../../shops/shop.ts'
import { instantOf } from '../context.ts'
import type { Program } from '../program.ts'
import { createService } from './service.ts'
import { createFakeTimers, nextEvent } from './testing/timers.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function begin(change: (program: Program) => Program = (program) => program) {
  const scene = await startStockScene()
  ends.push(scene.stop)
  const timers = createFakeTimers(scene.clock)
  const service = createService(change(scene.program), { clock: scene.clock.now, timers, report: () => {} })
  ends.push(service.stop)
  return { scene, service, timers, tasks: service.program.store.tasks, profile: scene.profile }
}

const minutes = 60_000
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('PLAN-2 exporting stock, planned, imports the orders as well and takes the turn of the import with it', async () => {
  const { scene, service, timers, tasks, profile } = await begin()
  scene.shop.sell('1001', { 'ART-1': 2 })
  await service.start()
  const nextAt = instantOf(scene.clock.now() + 5 * minutes)
  await service.setPlan({ profile, task: 'exportStock', interval: '1h', nextAt })
  await service.setPlan({ profile, task: 'importOrders', interval: '15m', nextAt })
  const ended = nextEvent(service, 'status', ({ status }) => status.state === 'idle')
  for (let passed = 0; passed < 5 * minutes; passed += 30_000) {
    await settled()
    timers.pass(30_000)
  }
  expect((await ended).run).toMatchObject({
    task: 'exportStock',
    by: 'plan',
    outcome: 'well',
    counts: { read: 1, done: 1, stockWritten: 0 },
  })
  expect((await tasks.plan(profile, 'exportStock')).nextAt).toBe(instantOf(Date.parse(nextAt) + 60 * minutes))
  expect((await tasks.plan(profile, 'importOrders')).nextAt).toBe(instantOf(Date.parse(nextAt) + 15 * minutes))
  expect(await tasks.last(profile, 'importOrders')).toBeNull()
})

test('PLAN-4 two tasks of one profile never overlap', async () => {
  const { service, profile } = await begin()
  const first = await service.runNow(profile, { task: 'exportStock' })
  expect(await service.runNow(profile)).toEqual({ started: false, why: 'running' })
  expect(first.started && (await first.finished)?.outcome).toBe('well')
})

test('STOCK-1 an export that could not read the orders has failed, with its reason', async () => {
  const { scene, service, profile } = await begin()
  scene.shop.misbehave.ordersFail = true
  const run = await service.runNow(profile, { task: 'exportStock' })
  expect(run.started && (await run.finished)).toMatchObject({
    task: 'exportStock',
    outcome: 'failed',
    failure: { code: 'stockShop.gone' },
  })
})

test('an export that is stopped on its way goes on where it was', async () => {
  const { scene, service, profile } = await begin()
  for (const line of scene.shop.stock.values()) line.quantity = 1
  const run = await service.runNow(profile, { task: 'exportStock' })
  service.stopRun(profile)
  expect(run.started && (await run.finished)?.outcome).toBe('stopped')
  const again = await service.runNow(profile, { task: 'exportStock' })
  expect(again.started && (await again.finished)?.outcome).toBe('well')
  expect(scene.shop.quantities()).toEqual({ 'ART-1': 10, 'ART-2': 20, 'ART-3': 30 })
})

test('ART articles are synchronised by plan, and the run tells how many', async () => {
  const article: ShopArticle = {
    ...{ key: '1', code: 'NIEUW', alternativeCodes: {}, name: 'Nieuw artikel', active: true },
    ...{ priceExcl: decimal('10'), priceIncl: decimal('12.1'), vatPercent: decimal('21') },
    changedAt: instantOf(Date.UTC(2026, 2, 1)),
  }
  const withArticles: Program['shops'][number] = {
    ...stockShopKind,
    capabilities: { ...stockShopKind.capabilities, articles: true },
    connect: async (settings, environment) => ({
      ...(await stockShopKind.connect(settings as never, environment)),
      readArticles: async function* (from) {
        if (from === null) yield { articles: [article], cursor: '1' }
      },
    }),
  }
  const { service, profile, scene } = await begin((program) => ({ ...program, shops: [withArticles] }))
  const run = await service.runNow(profile, { task: 'syncArticles' })
  expect(run.started && (await run.finished)).toMatchObject({
    task: 'syncArticles',
    outcome: 'well',
    counts: { read: 1, articlesWritten: 1 },
  })
  expect(scene.simulator.state().artikelen.map(({ artikelcode }) => artikelcode)).toContain('NIEUW')
})
