// The run as a whole, on the fake shop and the simulator: what is read, decided and written, and what an interruption does.
import { afterEach, describe, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../../test/support/scene.ts'
import { instantOf } from './context.ts'
import type { Point } from './points.ts'
import { profileOf } from './program.ts'
import { saveSettings } from './save-settings.ts'

const scenes: Scene[] = []
const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
async function begin(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, ...options })
  scenes.push(scene)
  return scene
}
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const twoOrders = [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bram'))]

describe('reading, deciding and writing', () => {
  test('BEY-1 what is imported twice is written once', async () => {
    const scene = await begin({ orders: twoOrders })
    const first = await scene.import()
    expect(first).toMatchObject({ read: { added: 2 }, written: { done: 2, newCustomers: 2 }, stoppedBy: null })
    expect(scene.writes()).toEqual(
      expect.arrayContaining(['POST relaties', 'POST verkooporders', 'POST relaties', 'POST verkooporders']),
    )
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 16, omschrijving: expect.any(String) }])
    const second = await scene.import()
    expect(second).toMatchObject({ read: { added: 0, same: 2 }, written: { done: 0 } })
    expect(scene.writes()).toHaveLength(4)
  })

  test('USE-3 the log names what was made: number, customer, code and amount', async () => {
    const scene = await begin({ orders: [twoOrders[0]!] })
    await scene.import()
    const normal = (await scene.log()).filter((line) => line.level === 'normal')
    expect(normal.map((line) => [line.code, line.order])).toEqual([
      ['customer.made', '1'],
      ['order.made', '1'],
    ])
    expect(normal[1]?.data).toEqual({ orderNumber: '1', customer: 'Anna Jansen', code: '1', amount: '16.00' })
  })

  test('design 4: a known customer with known articles costs one call', async () => {
    const scene = await begin({ orders: twoOrders })
    await scene.import()
    scene.shop.put(mugOrder(3, guest('Anna')))
    const [before] = [scene.simulator.calls().length]
    await scene.import()
    const calls = scene.simulator.calls().slice(before)
    // Besides the log-in and the two questions that bring the mirror up to date.
    expect(calls.map(({ kind, method }) => `${kind} ${method}`)).toEqual([
      'token POST',
      'api GET',
      'api GET',
      'api POST',
    ])
  })

  test('BEY-1 an order with a problem does not stop the next, and is decided anew once the setting is changed', async () => {
    const scene = await begin({
      orders: [mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' }), twoOrders[1]!],
    })
    expect(await scene.import()).toMatchObject({ written: { done: 1, problem: 1 } })
    expect(await scene.entry(1)).toMatchObject({ state: 'problem', problem: { code: 'sale.settingArticleEmpty' } })
    expect(scene.made(2)).toHaveLength(1)
    await scene.set('sales', { paymentArticle: 'VERZ' })
    expect(await scene.import()).toMatchObject({ written: { done: 1, problem: 0 } })
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 18.5 }])
  })

  test('USE-3 a problem that stays the same is told once', async () => {
    const scene = await begin({ orders: [mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' })] })
    for (let run = 0; run < 3; run++) await scene.import()
    expect((await scene.log()).filter((line) => line.code === 'order.problem')).toHaveLength(1)
  })

  test('BEY-1 an order that the shop mends while it waits is decided with the newest data', async () => {
    const wrong = mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' })
    const scene = await begin({ orders: [wrong] })
    await scene.import()
    const { paymentFeeExcl: _, ...mended } = wrong
    scene.shop.put({ ...mended, changed: '2026-03-03 10:00:00' })
    expect(await scene.import()).toMatchObject({ read: { changed: 1 }, written: { done: 1 } })
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 16 }])
  })

  test('BEY-1 a dismissed order is left alone until a person retries it', async () => {
    const scene = await begin({ orders: [mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' })] })
    await scene.import()
    expect(await scene.dismiss(1)).toBe(1)
    await scene.set('sales', { paymentArticle: 'VERZ' })
    await scene.import()
    expect([(await scene.entry(1)).state, scene.made(1)]).toEqual(['dismissed', []])
    expect(await scene.retry(1)).toBe(1)
    await scene.import()
    expect([(await scene.entry(1)).state, scene.made(1).length]).toEqual(['done', 1])
  })

  test('SALE-9 a total that SnelStart computes otherwise is a visible warning on the order', async () => {
    // Over twenty lines together the VAT is a cent more than line by line, as this SnelStart rounds it.
    const lines = Array.from({ length: 20 }, (_, index) => ({ article: 4 * index + 11, quantity: 1 }))
    const differences = [seedArticle('VERSCHIL', 'Verschil', 1), seedArticle('VERSCHILGEEN', 'Verschil zonder btw', 3)]
    const scene = await begin({
      orders: [mugOrder(1, guest('Anna'), { lines })],
      simulator: { seed: { artikelen: [...seed.artikelen, ...differences] }, rounding: 'perLine' },
      settings: {
        sales: { salesTemplate: 'Factuur exclusief btw', differenceArticle: 'VERSCHIL, VERSCHILGEEN' },
        shop: { priceEntry: 'excl' },
      },
    })
    await scene.import()
    const { state, warnings } = await scene.entry(1)
    expect([state, warnings.map(({ code }) => code)]).toEqual(['done', ['sale.writtenTotalDiffers']])
    const told = (await scene.log()).find((line) => line.code === 'order.warning')
    expect(told?.data).toMatchObject({ problem: 'sale.writtenTotalDiffers', amount: expect.any(String) })
  })
})

test('SHOP-1 a start point that is set back brings in the orders before it, and none twice', async () => {
  const scene = await begin({
    orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bram'), { added: '2026-03-10 10:00:00' })],
    settings: { general: { startAt: '2026-03-05T00:00:00Z' } },
  })
  expect(await scene.import()).toMatchObject({ read: { added: 1 }, written: { done: 1 } })
  const { store } = scene.program
  const profile = await profileOf(scene.program, scene.profile)
  await saveSettings(
    store,
    profile,
    'general',
    { startAt: '2026-03-01T00:00:00Z' },
    'test',
    instantOf(scene.clock.now()),
  )
  expect(await scene.import()).toMatchObject({ read: { added: 1, same: 1 }, written: { done: 1 } })
  expect([scene.made(1).length, scene.made(2).length]).toEqual([1, 1])
})

describe('SALE-2 with ‘Betalingskenmerk uniek’', () => {
  const unique = { sales: { paymentReferenceUnique: true } }

  test('an order whose reference SnelStart has already, made by hand, is skipped and said so', async () => {
    const scene = await begin({ orders: twoOrders, settings: unique })
    await scene.typeIn({
      relaties: [{ relatiecode: 77, relatiesoort: ['Klant'], naam: 'Iemand anders' }],
      verkooporders: [{ nummer: 9001, relatie: 77, betalingskenmerk: '1', datum: '2026-03-01T00:00:00' }],
    })
    expect(await scene.import()).toMatchObject({ written: { done: 1, skipped: 1 } })
    const skipped = await scene.entry(1)
    expect(skipped).toMatchObject({ state: 'skipped', problem: { code: 'sale.referenceTaken' } })
    expect(skipped.problem?.data).toEqual({ snelStartNumber: '9001' })
    expect((await scene.log()).filter((line) => line.code === 'order.skipped')).toHaveLength(1)
    expect(scene.made(1)).toHaveLength(1)
    expect(await scene.import()).toMatchObject({ written: { skipped: 0 } })
  })

  test('an order that another program of the owner made is skipped, and retried once its reference is changed', async () => {
    const scene = await begin({ orders: [twoOrders[0]!], settings: unique })
    await scene.typeIn({
      relaties: [{ relatiecode: 77, relatiesoort: ['Klant'], naam: 'Iemand anders' }],
      verkooporders: [{ nummer: 9001, relatie: 77, betalingskenmerk: '1', datum: '2026-03-01T00:00:00' }],
    })
    await scene.import()
    await scene.typeIn({ verkooporders: [{ nummer: 9001, betalingskenmerk: 'anders' }] })
    expect(await scene.retry(1)).toBe(1)
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect(scene.made(1)).toHaveLength(1)
  })
})

describe('what stops a run', () => {
  test('a connection that goes in the middle stops it, says why, and the next run goes on', async () => {
    const scene = await begin({
      orders: [1, 2, 3].map((id) => mugOrder(id, guest(`Klant${id}`))),
      tuning: { ordersAtOnce: 1 },
    })
    // The second order's customer is not made, nor can it be asked about.
    scene.fault('POST relaties', { cutBefore: true }, { nth: 2, times: 'always' })
    scene.fault('GET relaties', { cutBefore: true }, { nth: 2, times: 'always' })
    const stopped = await scene.import()
    expect(stopped).toMatchObject({ written: { done: 1 }, stoppedBy: { code: 'snelstart.noAnswer' } })
    expect((await scene.log()).some((line) => line.code === 'run.stopped')).toBe(true)
    expect([scene.made(1).length, scene.made(2).length, scene.made(3).length]).toEqual([1, 0, 0])
    scene.simulator.clearFaults()
    scene.clock.advance(3 * 60_000)
    expect(await scene.import()).toMatchObject({ written: { done: 2 }, stoppedBy: null })
    expect(scene.simulator.state().verkooporders).toHaveLength(3)
    expect(scene.simulator.state().relaties.filter(({ email }) => email)).toHaveLength(3)
  })

  test('USE-3 what was made for an order before a right turned out to be missing is told, and the order simply waits', async () => {
    const scene = await begin({ orders: [mugOrder(1, guest('Anna'))] })
    scene.fault('POST verkooporders', { status: 403, body: '' })
    expect(await scene.import()).toMatchObject({ written: { done: 0 }, stoppedBy: { code: 'snelstart.scopeMissing' } })
    const codes = (await scene.log()).map(({ code }) => code)
    expect(codes.filter((code) => code === 'customer.made')).toHaveLength(1)
    expect(await scene.entry(1)).toMatchObject({ state: 'waiting' })
    expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
    expect((await scene.log()).filter(({ code }) => code === 'customer.made')).toHaveLength(1)
  })

  test('a shop that is down does not keep back the orders that wait, and is told', async () => {
    const scene = await begin({ orders: [mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' })] })
    await scene.import()
    await scene.set('sales', { paymentArticle: 'VERZ' })
    scene.shop.misbehave('serverError')
    const result = await scene.import()
    expect(result.written).toMatchObject({ done: 1 })
    expect(result.stoppedBy?.code).toMatch(/^opencart\./)
    expect((await scene.log()).some((line) => line.code === 'run.shopFailed')).toBe(true)
    expect(scene.made(1)).toHaveLength(1)
  })

  test('what the shop gave before it broke off stays, and the rest comes next time', async () => {
    const orders = Array.from({ length: 150 }, (_, index) => mugOrder(index + 1, guest('Anna')))
    const scene = await begin({ orders })
    const pages = scene.shop.asked
    let broken = false
    const at = (point: Point): void => {
      if (point !== 'read.pageStored' || broken) return
      broken = true
      scene.shop.misbehave('cutLine')
    }
    const first = await scene.import({ at })
    expect(first.read.added).toBe(100)
    expect(first.written.done).toBe(100)
    expect(first.stoppedBy?.code).toMatch(/^opencart\./)
    scene.shop.misbehave(null)
    expect(await scene.import()).toMatchObject({ read: { added: 50 }, written: { done: 50 }, stoppedBy: null })
    expect(new Set(scene.simulator.state().verkooporders.map((made) => made.betalingskenmerk)).size).toBe(150)
    expect(pages().length).toBeGreaterThan(3)
  })

  test('too many requests: it waits as long as SnelStart says and goes on', async () => {
    const scene = await begin({ orders: twoOrders })
    const before = scene.clock.now()
    scene.fault('POST verkooporders', { status: 429, headers: { 'Retry-After': '37' } })
    expect(await scene.import()).toMatchObject({ written: { done: 2 }, stoppedBy: null })
    expect(scene.clock.now() - before).toBeGreaterThanOrEqual(37_000)
    expect(scene.simulator.state().verkooporders).toHaveLength(2)
  })

  test('a token that expires in the middle is renewed without anybody noticing', async () => {
    const scene = await begin({ orders: twoOrders, tuning: { ordersAtOnce: 1 } })
    scene.fault('POST verkooporders', { expireToken: true }, { nth: 2 })
    expect(await scene.import()).toMatchObject({ written: { done: 2 }, stoppedBy: null })
    expect(scene.simulator.state().verkooporders).toHaveLength(2)
    expect(scene.simulator.calls().filter((call) => call.kind === 'token')).toHaveLength(2)
  })

  test('a stop that is asked for (SIGTERM) lets the current call end and begins nothing new', async () => {
    const stop = new AbortController()
    const scene = await begin({
      orders: [1, 2, 3].map((id) => mugOrder(id, guest('Anna'))),
      tuning: { ordersAtOnce: 1 },
    })
    const at = (point: Point): void => {
      if (point === 'salesOrder.intended') stop.abort()
    }
    await expect(scene.import({ at, signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
    expect((await scene.entries()).map((entry) => entry.state)).toEqual(['done', 'waiting', 'waiting'])
    expect(await scene.import()).toMatchObject({ written: { done: 2 } })
    expect(scene.simulator.state().verkooporders).toHaveLength(3)
  })
})

describe('PLAN-4 one worker per profile', () => {
  test('a second run is refused while the first is at work, also in the same process', async () => {
    const scene = await begin({ orders: twoOrders })
    scene.fault('POST relaties', { delayMs: 200 })
    const first = scene.import()
    await expect.poll(() => scene.writes().length).toBeGreaterThan(0)
    await expect(scene.import()).rejects.toMatchObject({ code: 'store.busy' })
    expect(await first).toMatchObject({ written: { done: 2 }, stoppedBy: null })
    expect(await scene.import()).toMatchObject({ stoppedBy: null })
  })

  test('a worker whose lease was taken over cannot write any more', async () => {
    const scene = await begin({ orders: twoOrders, tuning: { ordersAtOnce: 1 } })
    const { leases } = scene.program.store
    let taken: Promise<unknown> = Promise.resolve(null)
    const at = (point: Point): void => {
      if (point !== 'customer.beforeIntend') return
      scene.clock.advance(3_600_000)
      taken = leases.take(scene.profile, 'another', scene.clock.now(), 60_000)
    }
    await expect(scene.import({ at })).rejects.toMatchObject({ code: 'store.leaseLost' })
    expect(await taken).not.toBeNull()
    expect(scene.writes()).toEqual([])
  })
})
