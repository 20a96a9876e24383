// Stock from SnelStart to the shop, over the wire on both sides: the simulator, and a shop that lowers its own stock when it sells.
import { afterEach, describe, expect, test } from 'vitest'
import { saveSettings } from '../../src/runs/save-settings.ts'
import type { StockScene, StockSceneOptions } from '../support/stock-scene.ts'
import { startStockScene, usualStock } from '../support/stock-scene.ts'

const scenes: StockScene[] = []
const start = async (options?: StockSceneOptions): Promise<StockScene> => {
  const scene = await startStockScene(options)
  scenes.push(scene)
  return scene
}
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const sent = ({ shop }: StockScene) =>
  shop.batches.flat().map(({ key, quantity }) => [key.replace('key-', ''), quantity])
const problemsOf = async ({ program, profile }: StockScene) =>
  (await program.store.stock.problems(profile, { limit: 99 })).problems.map(({ code, about }) => `${code} ${about}`)
const changesOf = async ({ program, profile }: StockScene) => program.store.stock.changes(profile, { limit: 99 })
const linesOf = (scene: StockScene, code: string) =>
  scene.log().then((lines) => lines.filter((line) => line.code === code))

describe('the way of an order through stock', () => {
  test('STOCK-2 sold, made, printed: the shop is right at every step and is not written in vain', async () => {
    const scene = await start()
    expect(await scene.export()).toMatchObject({ stoppedBy: null, stock: { matched: 3, written: 0 } })
    expect(sent(scene)).toEqual([])

    scene.shop.sell('1001', { 'ART-1': 3 })
    expect(scene.shop.quantities()['ART-1']).toBe(7)
    expect(await scene.export()).toMatchObject({ stock: { written: 1 } })
    expect(sent(scene)).toEqual([['ART-1', 7]])
    const [change] = await changesOf(scene)
    const [order] = scene.simulator.state().verkooporders
    expect(change?.change).toMatchObject({
      code: 'ART-1',
      from: 10,
      to: 7,
      reason: { free: '10', taken: '3', open: [{ number: String(order?.nummer), quantity: '3' }], waiting: [] },
    })

    await scene.export()
    await scene.print('1001')
    expect(await scene.export()).toMatchObject({ stock: { written: 0 } })
    expect(sent(scene)).toHaveLength(1)
    expect(scene.shop.quantities()).toEqual({ ...usualStock, 'ART-1': 7 })
  })

  test('goods that come in, in SnelStart, without any order and whatever the article’s change mark says', async () => {
    const scene = await start()
    await scene.export()
    await scene.typeIn({ artikelen: [{ artikelcode: 'ART-2', vrijeVoorraad: 50, modifiedOn: '2020-01-01T00:00:00' }] })
    await scene.export()
    expect(sent(scene)).toEqual([['ART-2', 50]])
  })

  test('an order that could not be made counts as well, and a dismissed one no longer', async () => {
    const scene = await start({ sales: { differenceArticle: '' } })
    scene.shop.sell('1001', { 'ART-1': 2 }, { totalIncl: '99' as never, totalInclUnrounded: '99' as never })
    expect(await scene.export()).toMatchObject({ written: { problem: 1 } })
    expect(scene.shop.quantities()['ART-1']).toBe(8)
    expect((await changesOf(scene)).map(({ change }) => change.reason.waiting)).toEqual([])
    await scene.typeIn({ artikelen: [{ artikelcode: 'ART-1', vrijeVoorraad: 12 }] })
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(10)
    expect((await changesOf(scene))[0]?.change.reason.waiting).toEqual([{ number: '1001', quantity: '2' }])
    await scene.program.store.inbox.dismiss(
      scene.profile,
      ['1001' as never],
      'met de hand',
      '2026-03-14T13:00:00Z' as never,
    )
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(12)
  })

  test('an order in doubt counts once: its answer was lost after SnelStart had made it', async () => {
    const scene = await start()
    await scene.export()
    scene.shop.sell('1001', { 'ART-1': 3 })
    scene.simulator.addFault({ match: { method: 'POST', path: '/v2/verkooporders' }, action: { cutAfterCommit: true } })
    scene.simulator.addFault({
      match: { method: 'GET', pattern: 'Betalingskenmerk' },
      times: 20,
      action: { status: 400, body: '{"Message":"no"}' },
    })
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(7)
    expect(scene.simulator.state().verkooporders).toHaveLength(1)
    await scene.export({ whole: true })
    expect(scene.shop.quantities()['ART-1']).toBe(7)
  })

  test('STOCK-1 nothing is exported where the orders were not all read', async () => {
    const scene = await start()
    await scene.export()
    scene.shop.sell('1001', { 'ART-1': 3 })
    await scene.typeIn({ artikelen: [{ artikelcode: 'ART-2', vrijeVoorraad: 50 }] })
    scene.shop.misbehave.ordersFail = true
    const result = await scene.export()
    expect(result).toMatchObject({ stock: null, stoppedBy: { code: 'stockShop.gone' } })
    expect(sent(scene)).toEqual([])
    expect(await linesOf(scene, 'stock.notExported')).toHaveLength(1)
    scene.shop.misbehave.ordersFail = false
    await scene.export()
    expect(scene.shop.quantities()).toEqual({ 'ART-1': 7, 'ART-2': 50, 'ART-3': 30 })
  })

  test('what was sold while SnelStart was read is taken off before the shop is written', async () => {
    const scene = await start({ inShop: { 'ART-1': 1 } })
    await scene.export({
      at: (point) => {
        if (point === 'stock.begin') scene.shop.sell('1001', { 'ART-1': 4 })
      },
    })
    expect(scene.shop.quantities()['ART-1']).toBe(6)
    expect((await changesOf(scene))[0]?.change.reason.waiting).toEqual([{ number: '1001', quantity: '4' }])
  })

  test('while an order cannot be understood, stock is lowered but not raised', async () => {
    const scene = await start()
    await scene.export()
    scene.shop.sellUnreadable('1002', { 'ART-1': 3 })
    await scene.typeIn({
      artikelen: [
        { artikelcode: 'ART-2', vrijeVoorraad: 5 },
        { artikelcode: 'ART-3', vrijeVoorraad: 99 },
      ],
    })
    expect(await scene.export()).toMatchObject({ stock: { written: 1, heldBack: 2 } })
    expect(scene.shop.quantities()).toEqual({ 'ART-1': 7, 'ART-2': 5, 'ART-3': 30 })
    expect(await problemsOf(scene)).toEqual(['stock.orderNotUnderstood 1002'])
    expect(await linesOf(scene, 'stock.heldBack')).toHaveLength(1)
    await scene.program.store.inbox.dismiss(
      scene.profile,
      ['1002' as never],
      'met de hand',
      '2026-03-14T13:00:00Z' as never,
    )
    await scene.export()
    expect(scene.shop.quantities()).toEqual({ 'ART-1': 10, 'ART-2': 5, 'ART-3': 99 })
  })

  test('several shops sell from one administration: what waits in the other inbox counts too', async () => {
    const scene = await start()
    await scene.export()
    const other = await scene.addShop('2', { 'ART-1': 10 })
    other.shop.sell('W-1', { 'ART-1': 4 }, { totalIncl: '1' as never, totalInclUnrounded: '1' as never })
    await scene.importOf(other.profile)
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(6)
    other.shop.sell('W-2', { 'ART-2': 1 })
    await scene.importOf(other.profile)
    await scene.export()
    expect(scene.shop.quantities()['ART-2']).toBe(19)
  })

  test('count level Alle: an order without print is not taken off twice', async () => {
    const scene = await start({ seed: { companyInfo: { verkooporderVoorraadVanafNiveau: 'Alle' } } })
    scene.shop.sell('1001', { 'ART-1': 3 })
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(7)
  })

  test('an order of the counter, without print on another template, takes nothing off', async () => {
    const scene = await start()
    await scene.export()
    await scene.typeIn({
      verkooporders: [
        {
          nummer: 900,
          relatie: -2,
          datum: '2026-03-14T00:00:00',
          procesStatus: 'Order',
          verkoopordersjabloon: 'Factuur exclusief btw',
          regels: [{ artikel: 'ART-1', aantal: 5 }],
        },
      ],
    })
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(10)
  })

  test('an article without stock control is left alone', async () => {
    const scene = await start({
      seed: { artikelen: [{ artikelcode: 'DIENST', omschrijving: 'Dienst', artikelOmzetgroep: 1, vrijeVoorraad: 3 }] },
      inShop: { DIENST: 999 },
    })
    await scene.export()
    expect(scene.shop.quantities()['DIENST']).toBe(999)
    expect(await problemsOf(scene)).toEqual([])
  })
})

describe('STOCK-3 writing', () => {
  test('the first run compares everything and writes what differs, in batches', async () => {
    const scene = await start({ inShop: Object.fromEntries(Object.keys(usualStock).map((code) => [code, 0])) })
    await scene.export()
    expect(scene.shop.quantities()).toEqual(usualStock)
    expect(scene.shop.batches).toHaveLength(1)
  })

  test('the shop is read whole once a day, and on request; in between only differences are known', async () => {
    const scene = await start()
    await scene.export()
    const first = scene.shop.readings.stock
    scene.shop.stock.get('key-ART-1')!.quantity = 3
    await scene.export()
    expect([scene.shop.readings.stock, scene.shop.quantities()['ART-1']]).toEqual([first, 3])
    await scene.export({ whole: true })
    expect(scene.shop.quantities()['ART-1']).toBe(10)
    scene.shop.stock.get('key-ART-1')!.quantity = 4
    scene.clock.advance(24 * 3_600_000)
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(10)
  })

  test('another shop behind the profile is compared anew', async () => {
    const scene = await start()
    await scene.export()
    const other = await scene.addShop('2', { 'ART-1': 1, 'ART-2': 20 })
    const profile = (await scene.program.store.profiles.get(scene.profile))!
    const at = '2026-03-14T13:00:00Z' as never
    await saveSettings(scene.program.store, profile, 'shop', { url: other.shop.url }, 'test', at)
    await scene.export()
    expect(other.shop.quantities()).toEqual({ 'ART-1': 10, 'ART-2': 20 })
  })

  test('interrupted, it goes on where it was: what was confirmed is not written again', async () => {
    const codes = Array.from({ length: 10 }, (_, index) => `A${index}`)
    const scene = await start({
      stock: Object.fromEntries(codes.map((code) => [code, 5])),
      inShop: Object.fromEntries(codes.map((code) => [code, 0])),
    })
    scene.shop.misbehave.cutAfterBatches = 1
    expect(await scene.export()).toMatchObject({ stock: null, stoppedBy: { code: 'stockShop.gone' } })
    expect(sent(scene)).toHaveLength(4)
    scene.shop.misbehave.cutAfterBatches = null
    expect(await scene.export()).toMatchObject({ stock: { written: 6 } })
    expect(sent(scene).map(([code]) => code)).toEqual(codes)
  })

  test('an answer that was lost after the shop had written is sent again, and does no harm', async () => {
    const scene = await start({ inShop: { 'ART-1': 0 } })
    scene.shop.misbehave.cutAnswers = 1
    await scene.export()
    await scene.export()
    expect(sent(scene)).toEqual([
      ['ART-1', 10],
      ['ART-1', 10],
    ])
    await scene.export()
    expect(sent(scene)).toHaveLength(2)
  })

  test('an article that the shop refuses does not stop the others, and is told once', async () => {
    const scene = await start({ inShop: { 'ART-1': 0, 'ART-2': 0, 'ART-3': 0 } })
    scene.shop.misbehave.refusedCodes.add('ART-2')
    expect(await scene.export()).toMatchObject({ stock: { written: 2, refused: 1 } })
    await scene.export()
    expect(scene.shop.quantities()).toEqual({ ...usualStock, 'ART-2': 0 })
    expect(await problemsOf(scene)).toEqual(['stock.refused ART-2'])
    expect(await linesOf(scene, 'stock.refused')).toHaveLength(1)
    scene.shop.misbehave.refusedCodes.clear()
    await scene.export()
    expect([scene.shop.quantities()['ART-2'], await problemsOf(scene)]).toEqual([20, []])
  })

  test('what is unknown or double is reported once, not at every run', async () => {
    const scene = await start({ inShop: { ZONDER: 4 }, stock: { ...usualStock, 'ART-9': 9 } })
    scene.shop.stock.set('twin', { code: 'ART-3', name: 'Dubbel', quantity: 30, notManaged: null })
    scene.shop.stock.get('key-ART-2')!.notManaged = 'stockShop.virtual'
    scene.shop.stock.delete('key-ART-9')
    await scene.export()
    expect(await problemsOf(scene)).toEqual([
      'stock.doubleInShop ART-3',
      'stock.notManaged ART-2',
      'stock.unknownInShop ART-9',
      'stock.unknownInSnelStart ZONDER',
    ])
    const told = await scene.log()
    await scene.export()
    await scene.export({ whole: true })
    expect((await scene.log()).filter(({ code }) => code.startsWith('stock.'))).toEqual(
      told.filter(({ code }) => code.startsWith('stock.')),
    )
    expect((await linesOf(scene, 'stock.doubleInShop'))[0]?.data).toMatchObject({ count: '1', names: 'ART-3' })
  })

  test('below zero: 0, or as it is where that is the setting', async () => {
    const scene = await start({ stock: { 'ART-1': -3 }, inShop: { 'ART-1': 1 } })
    await scene.export()
    expect(scene.shop.quantities()['ART-1']).toBe(0)
    const other = await start({ stock: { 'ART-1': -3 }, inShop: { 'ART-1': 1 }, articles: { negativeStock: 'asIs' } })
    await other.export()
    expect(other.shop.quantities()['ART-1']).toBe(-3)
  })
})

describe('preview', () => {
  test('shows what would be written, with orders that are still in the shop, and changes nothing', async () => {
    const scene = await start({ inShop: { 'ART-2': 0 } })
    scene.shop.sell('1001', { 'ART-1': 3 })
    const { changes } = await scene.preview()
    expect(changes.map(({ code, from, to }) => [code, from, to])).toEqual([['ART-2', 0, 20]])
    expect(sent(scene)).toEqual([])
    expect(await scene.program.store.inbox.page(scene.profile, { limit: 9 })).toEqual([])
    await scene.export()
    expect((await scene.preview()).changes).toEqual([])
    scene.shop.sell('1002', { 'ART-3': 1 })
    expect((await scene.preview()).changes).toMatchObject([
      { code: 'ART-3', from: 30, to: 29, reason: { waiting: [{ number: '1002', quantity: '1' }] } },
    ])
  })
})
