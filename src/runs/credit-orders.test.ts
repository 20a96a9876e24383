// BEY-3: refunds and cancellations, from the stand-in shop to the simulator.
import { afterEach, describe, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import { negated } from '../core/credit/credit-order.ts'
import type { ShopOrderId, ShopOrderNumber } from '../core/ids.ts'
import { decimal } from '../core/money.ts'
import type { ShopOrder } from '../core/order.ts'
import type { SettingsPart } from '../store/store.ts'
import { instantOf } from './context.ts'

const articles = [
  seedArticle('ART-0001', 'Koffiemok', 1, '8.26'),
  seedArticle('VERZ', 'Verzendkosten', 8),
  seedArticle('KORT', 'Korting', 1),
  seedArticle('HOOG', 'Verschil', 1),
  seedArticle('GEEN', 'Verschil', 3),
]
let scene: Scene
afterEach(() => scene.stop())

const minute = 60_000
const bothMade = { refunds: 'creditOrder', cancellations: 'creditOrder' }
const mugs = mugOrder(1001, guest('Anna'), { lines: [{ article: 1, quantity: 3 }] })
const begin = async (sales: object, orders = [mugs]) => {
  scene = await startScene({
    orders,
    simulator: { seed: { artikelen: articles } },
    settings: {
      sales: { salesTemplate: 'Factuur inclusief btw', shippingArticle: 'VERZ', ...sales },
    } satisfies Partial<Record<SettingsPart, object>>,
  })
  return scene
}

/** OpenCart's 'Geannuleerd', and 'In behandeling' again. */
const cancelled = '7'
const processing = '2'
const setStatus = (statusId: string): void => {
  scene.clock.advance(10 * minute)
  scene.shop.put({ ...mugs, statusId })
}

/** What a shop with credit slips gives beside its orders. */
async function giveSlip(slip: number, make: (order: ShopOrder) => Partial<ShopOrder>, of = '1001'): Promise<void> {
  const { store } = scene.program
  const order = await store.inbox.newest(scene.profile, of as ShopOrderId)
  if (order === null) throw new Error('no such order')
  const at = instantOf(scene.clock.now())
  const credit: ShopOrder = {
    ...negated(order),
    ...make(order),
    id: `slip:${of}-${slip}` as ShopOrderId,
    number: `CN${slip}` as ShopOrderNumber,
    creditOf: of as ShopOrderId,
    placedAt: instantOf(scene.clock.now() + slip),
  }
  const lease = await store.leases.take(scene.profile, 'test', scene.clock.now(), minute)
  if (lease === null) throw new Error('busy')
  const { cursor, upTo } = await store.inbox.cursor(scene.profile)
  const incoming = { id: credit.id, number: credit.number, order: credit, problem: null, raw: {} }
  await store.inbox.storePage(lease, { orders: [incoming], cursor: cursor ?? '', upTo, at })
  await store.leases.release(lease)
}

/** One of the three mugs, without shipping. */
const oneMug = (order: ShopOrder): Partial<ShopOrder> => {
  const line = order.lines[0] as ShopOrder['lines'][number]
  const [excl, incl] = [line.unitPriceExcl, line.unitPriceIncl]
  const back = { ...line, quantity: decimal(-1), totalExcl: decimal(`-${excl}`), totalIncl: decimal(`-${incl}`) }
  return {
    lines: [back],
    charges: [],
    vat: [],
    totalInclUnrounded: back.totalIncl,
    totalIncl: decimal(-Number(incl).toFixed(2)),
  }
}

const totals = (): readonly string[] =>
  scene.simulator
    .state()
    .verkooporders.map((order) => `${order.betalingskenmerk} ${Number(order.totaalInclusiefBtw).toFixed(2)}`)

const stateOf = async (number: string) => {
  const { state, problem } = await scene.entry(number)
  return problem === null ? state : `${state} ${problem.code}`
}

describe('BEY-3 an order that is cancelled after it was made', () => {
  test('becomes a credit order with negative quantities that names the first one, once', async () => {
    await begin(bothMade)
    await scene.import()
    setStatus(cancelled)
    for (const _ of [1, 2, 3]) await scene.import()
    expect(totals()).toEqual(['1001 36.00', '1001-C1 -36.00'])
    const [credit] = scene.made('1001-C1')
    expect(credit?.omschrijving).toBe('Credit van order 1001')
    expect(credit?.regels?.map(({ aantal }) => Number(aantal))).toEqual([-3, -1])
    expect(await stateOf('1001-C1')).toBe('done')
    expect((await scene.entry('1001-C1')).order?.creditOf).toBe('1001')
  })

  test('is a message that a person can dismiss, and a credit order once it is set so', async () => {
    await begin({})
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    expect(await stateOf('1001-C1')).toBe('problem credit.cancelled')
    expect(totals()).toEqual(['1001 36.00'])
    await scene.set('sales', bothMade)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', '1001-C1 -36.00'])
  })

  test('is left out where it is set so, with the reason', async () => {
    await begin({ cancellations: 'ignore' })
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    expect(await stateOf('1001-C1')).toBe('skipped credit.ignored')
    expect(totals()).toEqual(['1001 36.00'])
  })

  test('and goes on again before the credit was made: the credit lapses', async () => {
    await begin({})
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    setStatus(processing)
    await scene.import()
    expect(await stateOf('1001-C1')).toBe('skipped credit.noLonger')
    setStatus(cancelled)
    await scene.import()
    expect(await stateOf('1001-C1')).toBe('problem credit.cancelled')
  })

  test('and goes on again after the credit was made: a person is told', async () => {
    await begin(bothMade)
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    setStatus(processing)
    await scene.import()
    expect(await stateOf('1001-R1')).toBe('problem credit.restored')
    expect(totals()).toHaveLength(2)
  })

  test('while it is in doubt whether it was made: that is settled first', async () => {
    await begin(bothMade)
    scene.fault('POST verkooporders', { status: 502, commit: true })
    scene.fault('GET verkooporders?', { cutBefore: true }, { times: 4 })
    await scene.import()
    expect((await scene.entry(1001)).state).not.toBe('done')
    setStatus(cancelled)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', '1001-C1 -36.00'])
  })

  test('while it is in doubt, and it turns out not to be made: it is made no more', async () => {
    await begin(bothMade)
    scene.fault('POST verkooporders', { cutBefore: true })
    await scene.import()
    expect((await scene.entry(1001)).state).toBe('unknown')
    setStatus(cancelled)
    await scene.import()
    expect(await stateOf('1001')).toBe('skipped sale.withdrawn')
    expect(totals()).toEqual([])
  })
})

describe('BEY-3 an order that is cancelled before it was made', () => {
  const broken = { shippingArticle: '' }

  test('is not made, with the reason', async () => {
    await begin({ ...bothMade, ...broken })
    await scene.import()
    expect(await stateOf('1001')).toBe('problem sale.settingArticleEmpty')
    setStatus(cancelled)
    await scene.set('sales', { shippingArticle: 'VERZ' })
    await scene.import()
    expect(await stateOf('1001')).toBe('skipped sale.withdrawn')
    expect(totals()).toEqual([])
  })

  test('and is made after all when it goes on', async () => {
    await begin({ ...bothMade, ...broken })
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    await scene.set('sales', { shippingArticle: 'VERZ' })
    setStatus(processing)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00'])
  })

  test('is not even read where it was cancelled before that', async () => {
    await begin(bothMade, [mugOrder(1001, guest('Anna'), { statusId: cancelled })])
    await scene.import()
    expect(await scene.entries()).toEqual([])
  })
})

describe('BEY-3 refunds', () => {
  test('a whole refund is a credit order, and the cancellation after it adds nothing', async () => {
    await begin(bothMade)
    await scene.import()
    await giveSlip(1, () => ({}))
    setStatus(cancelled)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -36.00'])
  })

  test('two partial refunds, then a cancellation of the rest: together the order, to the cent', async () => {
    await begin(bothMade)
    await scene.import()
    await giveSlip(1, oneMug)
    await giveSlip(2, oneMug)
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -10.00', 'CN2 -10.00', '1001-C3 -16.00'])
    expect(scene.made('1001-C3')[0]?.regels?.map(({ aantal }) => Number(aantal))).toEqual([-1, -1])
  })

  test('more than the order is never given back', async () => {
    await begin(bothMade)
    await scene.import()
    await giveSlip(1, oneMug)
    await giveSlip(2, () => ({}))
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -10.00'])
    expect(await stateOf('CN2')).toBe('problem credit.tooMuch')
  })

  test('a slip that comes after the cancellation was credited is left out', async () => {
    await begin(bothMade)
    await scene.import()
    setStatus(cancelled)
    await scene.import()
    await giveSlip(1, oneMug)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', '1001-C1 -36.00'])
    expect(await stateOf('CN1')).toBe('skipped credit.already')
  })

  test('an amount without lines goes to the difference article, or is a problem that says so', async () => {
    const fiveBack = (order: ShopOrder): Partial<ShopOrder> => ({
      ...{ lines: [], charges: [], totalIncl: decimal(-5), totalInclUnrounded: decimal(-5) },
      vat: order.vat.map((vat) => ({ ...vat, baseExcl: decimal('-4.1322'), vatAmount: decimal('-0.8678') })),
    })
    await begin(bothMade)
    await scene.import()
    await giveSlip(1, fiveBack)
    await scene.import()
    expect((await scene.entry('CN1')).problem).toMatchObject({
      code: 'sale.totalDifference',
      data: { causeNl: 'een terugbetaling zonder regels' },
    })
    await scene.set('sales', { differenceArticle: 'HOOG, GEEN' })
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -5.00'])
  })

  test('of an order that was never made is told, and of one that waits, waits', async () => {
    await begin({ ...bothMade, shippingArticle: '' })
    await scene.import()
    await giveSlip(1, oneMug)
    await scene.import()
    expect(await stateOf('CN1')).toBe('problem credit.originalWaits')
    await scene.dismiss(1001)
    await scene.import()
    expect(await stateOf('CN1')).toBe('problem credit.originalNotMade')
  })

  test('in the same run as its order comes after it', async () => {
    await begin({ ...bothMade, shippingArticle: '' })
    await scene.import()
    await giveSlip(1, oneMug)
    await scene.set('sales', { shippingArticle: 'VERZ' })
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -10.00'])
  })

  test('whose answer is lost is looked up and made once', async () => {
    await begin(bothMade)
    await scene.import()
    await giveSlip(1, oneMug)
    scene.fault('POST verkooporders', { cutAfterCommit: true })
    await scene.import()
    scene.clock.advance(5 * minute)
    await scene.import()
    expect(totals()).toEqual(['1001 36.00', 'CN1 -10.00'])
  })

  test('ignored and reported ones write nothing', async () => {
    await begin({ refunds: 'ignore' })
    await scene.import()
    await giveSlip(1, oneMug)
    await scene.import()
    expect(await stateOf('CN1')).toBe('skipped credit.ignored')
    await scene.set('sales', { refunds: 'message' })
    await giveSlip(2, oneMug)
    await scene.import()
    expect(await stateOf('CN2')).toBe('problem credit.refunded')
    expect(totals()).toEqual(['1001 36.00'])
  })
})
