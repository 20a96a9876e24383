// The main job for Mijnwebwinkel: orders of the stand-in of its interface come into the simulator of SnelStart as sales orders.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimal, toFixed } from '../../src/core/money.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { exportStock } from '../../src/runs/export-stock.ts'
import { profileOf, withParts } from '../../src/runs/program.ts'
import { demoOrders, type MijnwebwinkelFake, startMijnwebwinkelFake } from '../../src/shops/mijnwebwinkel/fake.ts'
import { type Scene, startScene } from '../support/scene.ts'
import { administration, differenceArticles, sensibleSettings } from './administration.ts'
import { bookedOf } from './booked.ts'

/** What the shop charged, as a person reads it in the list of demo orders. */
const charged: Readonly<
  Record<number, { readonly totalIncl: string; readonly vat: Readonly<Record<string, string>> }>
> = {
  1001: { totalIncl: '26.95', vat: { '21': '4.68' } },
  1002: { totalIncl: '29.31', vat: { '21': '2.05', '9': '1.45' } },
  1003: { totalIncl: '77.95', vat: { '21': '13.53' } },
  1004: { totalIncl: '19.50', vat: { '21': '3.38' } },
  1005: { totalIncl: '424.40', vat: {} },
  1006: { totalIncl: '64.56', vat: {} },
  1007: { totalIncl: '4.95', vat: { '9': '0.41' } },
  1008: { totalIncl: '10.00', vat: { '21': '1.74' } },
  1012: { totalIncl: '237.50', vat: { '9': '19.61' } },
}

describe('Mijnwebwinkel', () => {
  let fake: MijnwebwinkelFake
  let scene: Scene
  beforeEach(async () => {
    fake = await startMijnwebwinkelFake({ orders: demoOrders(), callsBeforePause: 5 })
    scene = await startScene({
      simulator: { seed: administration },
      settings: {
        ...sensibleSettings,
        general: { startAt: null, startAtNumber: '1001' },
        sales: { ...sensibleSettings.sales, differenceArticle: differenceArticles },
      },
      realShop: {
        kind: 'mijnwebwinkel',
        settings: { apiUrl: fake.url },
        secrets: { 'shop.key': fake.keys.key, 'shop.partnerKey': fake.keys.partnerKey },
      },
    })
  })
  afterEach(async () => {
    await scene.stop()
    await fake.stop()
  })

  test('SHOP-7 every sale comes into SnelStart once, to the cent and with the VAT of the shop', async () => {
    expect((await scene.import()).stoppedBy).toBeNull()
    const found = Object.keys(charged).map((number) => [
      number,
      scene.made(number).map((made) => bookedOf(scene.simulator, made)),
    ])
    expect(found).toEqual(Object.entries(charged).map(([number, booked]) => [number, [booked]]))
    const writes = scene.writes().length
    expect(await scene.import()).toMatchObject({ read: { added: 0, changed: 0 }, written: { done: 0 } })
    expect(scene.writes()).toHaveLength(writes)
  })

  test('BEY-3 credit orders come with negative quantities, prices above zero, and the VAT that goes back', async () => {
    await scene.import()
    expect((await scene.entry(1010)).problem?.code).toBe('credit.refunded')
    await scene.retry(1010, 1011)
    await scene.import({ choices: { refunds: 'creditOrder' } })
    const credits = [1010, 1011].map((number) => scene.made(number).map((made) => bookedOf(scene.simulator, made)))
    expect(credits).toEqual([
      [{ totalIncl: '-10.00', vat: { '21': '-1.74' } }],
      [{ totalIncl: '-13.36', vat: { '9': '-1.10' } }],
    ])
    expect(scene.made(1010)[0]?.regels?.map((line) => [Number(line.aantal), Number(line.stuksprijs)])).toEqual([
      [-1, 10],
    ])
  })

  test('BEY-3 an order that is cancelled in the shop after it was made gets its credit', async () => {
    await scene.import()
    const order = demoOrders().find(({ number }) => number === 1003)
    if (order !== undefined) fake.put({ ...order, status: 5, changed: '2026-03-14 12:30:00' })
    await scene.import({ choices: { cancellations: 'creditOrder' } })
    expect(scene.made('1003-C1').map((made) => bookedOf(scene.simulator, made))).toEqual([
      { totalIncl: '-77.95', vat: { '21': '-13.53' } },
    ])
  })

  test('STOCK-3 the free stock of SnelStart goes to articles and variants, and what is unlimited stays so', async () => {
    const inStock = (artikelcode: string, vrijeVoorraad: number) => ({
      ...{ artikelcode, omschrijving: artikelcode, artikelOmzetgroep: 1, voorraadControle: true },
      ...{ technischeVoorraad: vrijeVoorraad, vrijeVoorraad },
    })
    fake.remove(...demoOrders().map(({ number }) => number))
    await scene.typeIn({
      artikelen: [inStock('ART-0001', 33), inStock('ART-0004', 5), inStock('ART-0005-R', 7), inStock('ART-0005-B', 5)],
    })
    const parts = { signal: new AbortController().signal, progress: () => {}, at: () => {}, tuning: usualTuning }
    const result = await withParts(scene.program, await profileOf(scene.program, scene.profile), parts, (run) =>
      exportStock(run, { whole: true }),
    )
    expect(result.stoppedBy).toBeNull()
    expect(fake.article(101)?.stock).toBe(33)
    expect(fake.article(104)?.stock).toBeNull()
    expect(fake.article(105)?.variants?.map(({ stock }) => stock)).toEqual([7, 5, 0])
    // What is the same already is not written.
    expect(fake.asked().filter((call) => call.startsWith('PATCH'))).toHaveLength(2)
  })

  test('the cancelled order is left out, and the key is in no log line', async () => {
    await scene.import()
    expect((await scene.entries()).map((entry) => entry.number)).not.toContain('1009')
    fake.misbehave('echo')
    const result = await scene.import().catch((error: unknown) => error)
    expect(JSON.stringify(result)).toContain('mijnwebwinkel.refused')
    const log = JSON.stringify(await scene.log())
    for (const key of [fake.keys.key, encodeURIComponent(fake.keys.key)]) expect(log).not.toContain(key)
  })

  test('CUST-4 the business customer of the field Klantnummer is recognised', async () => {
    await scene.typeIn({ relaties: [{ relatiecode: 20045, naam: 'Hoekje', relatiesoort: ['Klant'] }] })
    await scene.import()
    const customer = scene.simulator.state().relaties.find(({ relatiecode }) => relatiecode === 20045)
    expect(scene.made(1003)[0]?.relatie?.id).toBe(customer?.id)
    expect(toFixed(decimal(scene.made(1003)[0]?.totaalInclusiefBtw ?? 0), 2)).toBe('77.95')
  })
})
