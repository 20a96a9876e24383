// The main job for myShop: orders of the stand-in of its interface come into the simulator of SnelStart as sales orders, and as entries.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimal, sum, toFixed } from '../../src/core/money.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { exportStock } from '../../src/runs/export-stock.ts'
import { profileOf, withParts } from '../../src/runs/program.ts'
import { chargedFor, generateOrder, type MyShopFake, startMyShopFake } from '../../src/shops/myshop/fake.ts'
import { type Scene, seedArticle, startScene } from '../support/scene.ts'
import { administration, differenceArticles, sensibleSettings } from './administration.ts'
import { bookedOf } from './booked.ts'

const orders = Array.from({ length: 12 }, (_, index) => generateOrder(index + 1))
// The shop tells no rate of payment costs, so they follow the goods: both rates need an article.
const artikelen = [...(administration.artikelen ?? []), seedArticle('BETAALLAAG', 'Betalingskosten laag tarief', 2)]
const paymentArticle = 'BETAAL, BETAALLAAG'
const sales = orders.filter(({ status }) => status !== 'aborted')

describe.each(['named', 'numbered'] as const)('myShop with %s columns', (dialect) => {
  let fake: MyShopFake
  let scene: Scene
  beforeEach(async () => {
    fake = await startMyShopFake({ orders, dialect, mixed: true, recipe: 'h3' })
    const { privateKey = '', ...settings } = fake.settings
    scene = await startScene({
      simulator: { seed: { ...administration, artikelen } },
      settings: {
        ...sensibleSettings,
        general: { startAt: '2026-01-01T00:00:00Z', startAtNumber: '' },
        sales: { ...sensibleSettings.sales, paymentArticle, differenceArticle: differenceArticles },
      },
      realShop: { kind: 'myshop', settings, secrets: { 'shop.privateKey': privateKey } },
    })
  })
  afterEach(async () => {
    await scene.stop()
    await fake.stop()
  })

  test('SHOP-4 every sale comes into SnelStart once, to the cent and with the VAT of the shop', async () => {
    expect((await scene.import()).stoppedBy).toBeNull()
    const found = sales.map(({ number }) => [number, scene.made(number).map((made) => bookedOf(scene.simulator, made))])
    expect(found).toEqual(sales.map((order) => [order.number, [chargedFor(order)]]))
    const writes = scene.writes().length
    expect(await scene.import()).toMatchObject({ read: { added: 0, changed: 0 }, written: { done: 0 } })
    expect(scene.writes()).toHaveLength(writes)
  })

  test('SHOP-8 the customer of the shop’s own field Klantnummer is recognised', async () => {
    await scene.typeIn({ relaties: [{ relatiecode: 10077, naam: 'Núñez & Zn', relatiesoort: ['Klant'] }] })
    await scene.import()
    const customer = scene.simulator.state().relaties.find(({ relatiecode }) => relatiecode === 10077)
    expect(scene.made(1)[0]?.relatie?.id).toBe(customer?.id)
  })

  test('an order broken off in checkout comes once it is paid; the key is in no log line', async () => {
    await scene.import()
    expect(scene.made(7)).toEqual([])
    fake.put({ ...generateOrder(7), status: 'processing', payment: 'paid', changed: '20260210120000' })
    await scene.import()
    expect(scene.made(7)).toHaveLength(1)
    fake.misbehave('error500')
    expect((await scene.import()).stoppedBy?.code).toBe('myshop.serverError')
    const log = JSON.stringify(await scene.log())
    for (const secret of fake.secrets) expect(log).not.toContain(secret)
    expect((await scene.entry(7)).state).toBe('done')
  })

  test('STOCK-3 the free stock of SnelStart goes to the shop, a product a call', async () => {
    const inStock = (artikelcode: string, vrijeVoorraad: number) => ({
      ...{ artikelcode, omschrijving: artikelcode, artikelOmzetgroep: 1, voorraadControle: true },
      ...{ technischeVoorraad: vrijeVoorraad, vrijeVoorraad },
    })
    await scene.typeIn({ artikelen: [inStock('C-300', 33), inStock('D-400', 5)] })
    const parts = { signal: new AbortController().signal, progress: () => {}, at: () => {}, tuning: usualTuning }
    const result = await withParts(scene.program, await profileOf(scene.program, scene.profile), parts, (run) =>
      exportStock(run, { whole: true }),
    )
    expect(result.stoppedBy).toBeNull()
    expect([fake.stockOf('C-300'), fake.stockOf('D-400')]).toEqual([33, null])
  })
})

test('FIN-4 as bookkeeping the same orders become entries, to the cent and with the VAT of the shop', async () => {
  const fake = await startMyShopFake({ orders: sales.filter(({ number }) => number % 2 === 0) })
  const { privateKey = '', ...settings } = fake.settings
  const ledgerMatrix = { 'turnover.high.nl': '8000', 'turnover.low.nl': '8010', 'shipping.high.nl': '8400' }
  const scene = await startScene({
    product: 'bookkeeping',
    simulator: { seed: administration },
    settings: { bookkeeping: { ledgerMatrix }, customers: sensibleSettings.customers },
    realShop: { kind: 'myshop', settings, secrets: { 'shop.privateKey': privateKey } },
  })
  expect((await scene.import()).stoppedBy).toBeNull()
  const percents: Readonly<Record<string, string>> = { VerkopenHoog: '21', VerkopenLaag: '9' }
  for (const order of sales.filter(({ number }) => number % 2 === 0)) {
    const [entry] = scene.booked(order.number)
    const vat = (entry?.btw ?? []).map(
      ({ btwSoort, btwBedrag }) => [percents[btwSoort ?? ''], decimal(btwBedrag ?? 0)] as const,
    )
    const lines = (entry?.boekingsregels ?? []).map(({ bedrag }) => decimal(bedrag ?? 0))
    expect({
      totalIncl: toFixed(sum([...lines, ...vat.map(([, amount]) => amount)]), 2),
      vat: Object.fromEntries(vat.map(([percent, amount]) => [percent, toFixed(amount, 2)])),
    }).toEqual(chargedFor(order))
  }
  await scene.stop()
  await fake.stop()
})
