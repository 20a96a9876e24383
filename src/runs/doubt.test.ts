// Answers that are lost (design 3): what was made is found back and never made again; what was not is made once, and only
// when the other side has surely finished.
import { hostname } from 'node:os'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../../test/support/scene.ts'
import { usualTuning } from './context.ts'
import { declareAbsent } from './declare-absent.ts'
import { profileOf } from './program.ts'

const scenes: Scene[] = []
const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
const anna = mugOrder(1, guest('Anna'))
const bram = mugOrder(2, guest('Bram'))
/** Anna's order of an article that SnelStart does not have. */
const withNewArticle = mugOrder(1, guest('Anna'), { lines: [{ article: 7, quantity: 1 }] })

async function begin(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, orders: [anna], ...options })
  scenes.push(scene)
  return scene
}
afterEach(async () => {
  vi.restoreAllMocks()
  for (const scene of scenes.splice(0)) await scene.stop()
})

const counts = ({ simulator }: Scene) => {
  const { relaties, artikelen, verkooporders } = simulator.state()
  return {
    customers: relaties.filter(({ email }) => email).length,
    articles: artikelen.filter(({ artikelcode }) => artikelcode?.startsWith('ART-')).length,
    orders: verkooporders.length,
  }
}
const settled = 3 * 60_000

const ways = {
  'the line is cut after SnelStart did it': { cutAfterCommit: true },
  'the answer breaks off halfway': { halfAnswer: true },
  'an error page comes although SnelStart did it': { status: 502, commit: true },
  'a web page comes although SnelStart did it': { garbage: true, commit: true },
} as const

describe.each(Object.entries(ways))('BEY-1 where %s', (_way, action) => {
  test.each(['relaties', 'artikelen', 'verkooporders'])(
    'what was posted to %s is found and made once',
    async (what) => {
      const scene = await begin({ orders: [withNewArticle] })
      scene.fault(`POST ${what}`, action)
      expect(await scene.import()).toMatchObject({ written: { done: 1, unknown: 0 }, stoppedBy: null })
      expect(counts(scene)).toEqual({ customers: 1, articles: 2, orders: 1 })
      expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1' })
      expect(await scene.import()).toMatchObject({ written: { done: 0 } })
    },
  )
})

describe('BEY-1 where the line is cut before SnelStart got it', () => {
  test.each([
    ['relaties', 'customer', { customers: 0, articles: 1, orders: 0 }],
    ['artikelen', 'article', { customers: 1, articles: 1, orders: 0 }],
    ['verkooporders', 'salesOrder', { customers: 1, articles: 2, orders: 0 }],
  ])(
    'what was to go to %s waits as unknown until it is surely absent, and is then made once',
    async (what, step, made) => {
      const scene = await begin({ orders: [withNewArticle] })
      scene.fault(`POST ${what}`, { cutBefore: true })
      expect(await scene.import()).toMatchObject({ written: { done: 0, unknown: 1 }, stoppedBy: null })
      expect(await scene.entry(1)).toMatchObject({ state: 'unknown', problem: { code: `write.unknown.${step}` } })
      // Too early to say that SnelStart will not do it after all.
      scene.clock.advance(60_000)
      expect(await scene.import()).toMatchObject({ written: { done: 0 } })
      expect(await scene.entry(1)).toMatchObject({ state: 'unknown' })
      expect(counts(scene)).toEqual(made)
      scene.clock.advance(settled)
      expect(await scene.import()).toMatchObject({ written: { done: 1 } })
      expect(counts(scene)).toEqual({ customers: 1, articles: 2, orders: 1 })
    },
  )

  test('the other orders of the run go on', async () => {
    const scene = await begin({ orders: [anna, bram], tuning: { ordersAtOnce: 1 } })
    scene.fault('POST verkooporders', { cutBefore: true })
    expect(await scene.import()).toMatchObject({ written: { done: 1, unknown: 1 }, stoppedBy: null })
    expect(scene.made(2)).toHaveLength(1)
  })
})

test('BEY-1 what a killed worker may have sent only just now is not made again before it is surely absent', async () => {
  const scene = await begin()
  scene.fault('POST verkooporders', { cutBefore: true })
  await scene.import()
  const { store } = scene.program
  // The intent is old, but its worker waited for SnelStart until it was killed a moment ago.
  scene.clock.advance(settled)
  await store.leases.take(scene.profile, `999999999@${hostname()}#1.x`, scene.clock.now(), usualTuning.leaseMs)
  expect(await scene.import()).toMatchObject({ written: { done: 0 } })
  expect(await scene.entry(1)).toMatchObject({ state: 'unknown' })
  scene.clock.advance(settled)
  expect(await scene.import()).toMatchObject({ written: { done: 1 } })
  expect(counts(scene).orders).toBe(1)
})

describe('BEY-1 where SnelStart takes longer than we wait', () => {
  /** Nothing of ours is replaced: the machine's own alarm clock goes off early. */
  function waitAtMost(ms: number): void {
    const real = setTimeout
    const early: typeof setTimeout = Object.assign(
      (alarm: () => void, given = 0, ...rest: []) => real(alarm, Math.min(given, ms), ...rest),
      { __promisify__: setTimeout.__promisify__ },
    )
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(early)
  }

  test('an order that it made without ever answering is found', async () => {
    const scene = await begin()
    waitAtMost(300)
    scene.fault('POST verkooporders', { hang: true, commit: true })
    expect(await scene.import()).toMatchObject({ written: { done: 1, unknown: 0 } })
    expect(counts(scene).orders).toBe(1)
  })

  test('an order that it makes after we gave up is found next time', async () => {
    const scene = await begin()
    waitAtMost(300)
    scene.fault('POST verkooporders', { delayMs: 700 })
    expect(await scene.import()).toMatchObject({ written: { done: 0, unknown: 1 } })
    await expect.poll(() => counts(scene).orders).toBe(1)
    scene.clock.advance(60_000)
    await scene.import()
    expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '1' })
    expect((await scene.log()).map((line) => line.code)).toContain('order.foundBack')
    expect(counts(scene).orders).toBe(1)
  })

  test('CUST-5 a customer that it makes after we gave up is not made again for the next order of the same person', async () => {
    const scene = await begin({ orders: [anna, mugOrder(2, guest('Anna'))], tuning: { ordersAtOnce: 1 } })
    waitAtMost(300)
    scene.fault('POST relaties', { delayMs: 700 })
    await scene.import()
    // Only now SnelStart is ready with what we gave up.
    await expect.poll(() => scene.simulator.state().relaties.map(({ relatiecode }) => relatiecode)).toContain(1)
    scene.clock.advance(settled)
    await scene.import()
    expect(counts(scene)).toMatchObject({ customers: 1, orders: 2 })
    const held = scene.simulator.state().verkooporders.map((order) => order.relatie?.id)
    expect(new Set(held).size).toBe(1)
  })
})

describe('an order that the shop changes while it is in doubt', () => {
  const twoMugs = { ...anna, lines: [{ article: 1, quantity: 2 }], changed: '2026-03-03 10:00:00' }

  test('BEY-1 is made with the newest data where it was not there', async () => {
    const scene = await begin()
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    scene.shop.put(twoMugs)
    scene.clock.advance(settled)
    await scene.import()
    // What was read in this run is decided in this run or the next.
    await scene.import()
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 26 }])
    expect(await scene.entry(1)).toMatchObject({ state: 'done', changedSince: false })
  })

  test('BEY-1 is marked as changed where it was there', async () => {
    const scene = await begin()
    scene.fault('POST verkooporders', { status: 502, commit: true })
    // Nor can it be found just now.
    scene.fault('GET verkooporders?', { cutBefore: true }, { times: 4 })
    expect(await scene.import()).toMatchObject({ written: { done: 0 }, stoppedBy: { code: 'snelstart.noAnswer' } })
    scene.shop.put(twoMugs)
    scene.clock.advance(settled)
    await scene.import()
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 16 }])
    expect(await scene.entry(1)).toMatchObject({ state: 'done', changedSince: true })
  })
})

describe('what nobody but a person can tell', () => {
  /** Anna's order in doubt, and two orders in SnelStart that it can be. */
  async function twoCandidates(): Promise<Scene> {
    const scene = await begin()
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    const [customer] = scene.simulator.state().relaties.filter(({ email }) => email)
    const same = { relatie: customer?.relatiecode, betalingskenmerk: '1', datum: '2026-03-02T00:00:00' }
    const totals = { totaalInclusiefBtw: 16, totaalExclusiefBtw: 13.22 }
    await scene.typeIn({ verkooporders: [9001, 9002].map((nummer) => ({ nummer, ...same, ...totals })) })
    scene.clock.advance(settled)
    return scene
  }

  test('with several orders that it can be, an order stays unknown and says so', async () => {
    const scene = await twoCandidates()
    for (let run = 0; run < 2; run++) await scene.import()
    expect(await scene.entry(1)).toMatchObject({ state: 'unknown', problem: { code: 'write.unknown.several' } })
    expect(counts(scene).orders).toBe(2)
  })

  test('a person who finds it there dismisses it, and it is never made', async () => {
    const scene = await twoCandidates()
    await scene.import()
    expect(await scene.dismiss(1)).toBe(1)
    scene.clock.advance(settled)
    await scene.import()
    expect([(await scene.entry(1)).state, counts(scene).orders]).toEqual(['dismissed', 2])
  })

  test('a person who says that it is not there has it made by the next run', async () => {
    const scene = await begin()
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    const { program, clock } = scene
    const profile = await profileOf(program, scene.profile)
    const parts = { store: program.store, profile, clock: clock.now, at: () => {}, tuning: usualTuning }
    expect(await declareAbsent(parts, await scene.entry(1))).toBe(true)
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect(counts(scene).orders).toBe(1)
    expect(await declareAbsent(parts, await scene.entry(1))).toBe(false)
  })

  test('a person who mends it in SnelStart gets it settled by itself', async () => {
    const scene = await twoCandidates()
    await scene.import()
    await scene.typeIn({ verkooporders: [{ nummer: 9002, betalingskenmerk: 'dubbel' }] })
    await scene.import()
    expect(await scene.entry(1)).toMatchObject({ state: 'done', remoteNumber: '9001' })
    expect(counts(scene).orders).toBe(2)
  })

  test('an order that was typed in by hand meanwhile is taken for ours, not made beside it', async () => {
    const scene = await begin()
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    const [customer] = scene.simulator.state().relaties.filter(({ email }) => email)
    const byHand = { relatie: customer?.relatiecode, betalingskenmerk: '1', datum: '2026-03-02T00:00:00' }
    await scene.typeIn({ verkooporders: [{ nummer: 9001, ...byHand, totaalInclusiefBtw: 16 }] })
    scene.clock.advance(settled)
    await scene.import()
    expect([await scene.entry(1), counts(scene).orders]).toMatchObject([{ state: 'done', remoteNumber: '9001' }, 1])
  })

  test('a question that SnelStart refuses leaves the order unknown, with the words for that', async () => {
    const scene = await begin()
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    scene.clock.advance(settled)
    scene.fault(
      'GET verkooporders?',
      { status: 400, body: [{ errorCode: 'ALG-0001', message: 'kan niet' }] },
      { times: 'always' },
    )
    await scene.import()
    expect(await scene.entry(1)).toMatchObject({ state: 'unknown', problem: { code: 'write.unknown.salesOrder' } })
  })
})
