// BEY-3 on PrestaShop's own shapes: a credit slip, and an order that the shop takes back after it was imported.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateOrder, type PrestaShopFake, startPrestaShopFake } from '../../src/shops/prestashop/fake.ts'
import { type Scene, startScene } from '../support/scene.ts'
import { administration, differenceArticles, sensibleSettings } from './administration.ts'
import { bookedOf } from './booked.ts'

describe('credits of PrestaShop', () => {
  let fake: PrestaShopFake
  let scene: Scene
  beforeEach(async () => {
    fake = await startPrestaShopFake({ clock: () => Date.now() })
    scene = await startScene({
      realClock: true,
      simulator: { seed: administration },
      settings: {
        ...sensibleSettings,
        sales: { ...sensibleSettings.sales, differenceArticle: differenceArticles },
      },
      realShop: { kind: 'prestashop', settings: { shopUrl: fake.url }, secrets: { 'shop.token': fake.token } },
    })
  })
  afterEach(async () => {
    await scene.stop()
    await fake.stop()
  })

  const totals = (): string[] =>
    scene.simulator.state().verkooporders.map((order) => bookedOf(scene.simulator, order as never).totalIncl)

  test('an order that the shop cancels after its import is taken back, once', async () => {
    const order = generateOrder(7)
    fake.put(order)
    await scene.import({ choices: { cancellations: 'creditOrder' } })
    expect(totals()).toHaveLength(1)
    fake.put({ ...order, state: '6' })
    for (let time = 0; time < 2; time++) await scene.import({ choices: { cancellations: 'creditOrder' } })
    const [sale = '', credit = '', ...more] = totals()
    expect(more).toEqual([])
    expect(credit).toBe(`-${sale}`)
  })

  test('a credit slip gives back its part; the cancellation that follows gives back only the rest', async () => {
    const order = generateOrder(7)
    fake.put(order)
    const choices = { refunds: 'creditOrder', cancellations: 'creditOrder' } as const
    await scene.import({ choices })
    fake.put({ ...order, refunded: 1 })
    await scene.import({ choices })
    const [sale = '', slip = ''] = totals()
    expect(Number(slip)).toBeLessThan(0)
    fake.put({ ...order, refunded: 1, state: '6' })
    for (let time = 0; time < 2; time++) await scene.import({ choices })
    const all = totals()
    expect(all).toHaveLength(3)
    expect(all.map(Number).reduce((so, total) => so + total, 0)).toBeCloseTo(0, 9)
    expect(all[0]).toBe(sale)
  })

  test('a cancelled order that was never imported makes nothing and says nothing', async () => {
    fake.put({ ...generateOrder(7), state: '6' })
    await scene.import({ choices: { cancellations: 'creditOrder' } })
    expect(totals()).toEqual([])
    expect(await scene.program.store.inbox.counts(scene.profile)).toMatchObject({ problem: 0, waiting: 0, done: 0 })
  })
})
