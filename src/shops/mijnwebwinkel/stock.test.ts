// Stock by article and by variant, against the stand-in.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settingsOf } from '../../settings/field.ts'
import type { ShopConnection, ShopStock, ShopStockLine } from '../shop.ts'
import { articles, type FakeArticle } from './fake/articles.ts'
import { type FakeOptions, type MijnwebwinkelFake, startMijnwebwinkelFake } from './fake.ts'
import { mijnwebwinkel } from './index.ts'

const signal = new AbortController().signal
let fake: MijnwebwinkelFake
let shop: ShopConnection
let stock: ShopStock

async function open(list: readonly FakeArticle[] = articles, more: FakeOptions = {}): Promise<void> {
  fake = await startMijnwebwinkelFake({ articles: list, ...more })
  let now = Date.UTC(2026, 2, 20)
  const sleep = async (ms: number) => {
    now += ms
  }
  const memory = { get: async () => null, set: async () => undefined }
  const environment = { clock: () => now, sleep, randomHex: () => '', log: () => undefined, memory }
  shop = await mijnwebwinkel.connect(
    settingsOf(mijnwebwinkel.settings).parse({ apiUrl: fake.url, ...fake.keys }),
    environment,
  )
  if (shop.stock === null) throw new Error('no stock')
  stock = shop.stock
}
async function close(): Promise<void> {
  await shop.close()
  await fake.stop()
}
beforeEach(() => open())
afterEach(close)

const readAll = async (): Promise<readonly ShopStockLine[]> => (await Array.fromAsync(stock.read(signal))).flat()
const patches = () => fake.asked().filter((call) => call.startsWith('PATCH'))

test('STOCK-3 reads every article, and instead of one with variants these', async () => {
  const lines = await readAll()
  expect(lines.map((line) => [line.key, line.code, line.quantity, line.notManaged])).toEqual([
    ['101', 'ART-0001', '40', null],
    ['102', 'ART-0002', '12', null],
    ['103', 'ART-0003', '3', null],
    ['104', 'ART-0004', null, 'mijnwebwinkel.stockUnlimited'],
    ['105/1051', 'ART-0005-R', '4', null],
    ['105/1052', 'ART-0005-B', '5', null],
    ['105/1053', '', '0', 'mijnwebwinkel.variantWithoutCode'],
    ['106', '', '2', null],
    ['107', 'ART-0007', '30', null],
  ])
  expect(lines.find((line) => line.key === '105/1052')?.name).toBe('Schort Blauw')
})

test('the only variant of an article goes by the article’s code', async () => {
  await close()
  const [first] = articles
  await open([{ ...(first as FakeArticle), variants: [{ id: 9, option: 'Groot', stock: 1 }] }])
  expect(await readAll()).toMatchObject([{ key: '101/9', code: 'ART-0001', quantity: '1', notManaged: null }])
})

test('reads past a hundred articles', async () => {
  await close()
  const [first] = articles
  await open(Array.from({ length: 230 }, (_, id) => ({ ...(first as FakeArticle), id: id + 1, sku: `A${id}` })))
  expect(await readAll()).toHaveLength(230)
  expect(fake.asked().filter((call) => call.startsWith('GET /articles?'))).toHaveLength(3)
})

test('STOCK-3 writes articles and variants, a call per article, and answers for each in the order asked', async () => {
  const answers = await stock.write(
    [
      { key: '105/1052', quantity: 8 },
      { key: '101', quantity: 0 },
      { key: '105/1051', quantity: -2 },
    ],
    signal,
  )
  expect(answers).toEqual([
    { key: '105/1052', ok: true },
    { key: '101', ok: true },
    { key: '105/1051', ok: true },
  ])
  expect(patches()).toEqual(['PATCH /articles/105?use_url_id=false', 'PATCH /articles/101?use_url_id=false'])
  expect(fake.article(101)?.stock).toBe(0)
  expect(fake.article(105)?.variants?.map((variant) => variant.stock)).toEqual([-2, 8, 0])
  expect(fake.article(105)?.stock).toBe(9)
})

test('an article that is gone or refused does not keep the others from being written', async () => {
  fake.removeArticle(102)
  const answers = await stock.write(
    [
      { key: '101', quantity: 1.5 },
      { key: '102', quantity: 1 },
      { key: '103', quantity: 2 },
    ],
    signal,
  )
  expect(answers).toEqual([
    {
      ...{ key: '101', ok: false },
      reason: { code: 'mijnwebwinkel.stockRefused', data: { said: 'Invalid stock must be a whole number' } },
    },
    { key: '102', ok: false, reason: { code: 'mijnwebwinkel.stockArticleGone', data: {} } },
    { key: '103', ok: true },
  ])
  expect(fake.article(103)?.stock).toBe(2)
})

test('a number that the shop did not take is said with the one it kept', async () => {
  fake.misbehave('ignoresWrites')
  expect(await stock.write([{ key: '101', quantity: 7 }], signal)).toEqual([
    { key: '101', ok: false, reason: { code: 'mijnwebwinkel.stockNotTaken', data: { quantity: '7', taken: '40' } } },
  ])
})

test('an empty answer to a write is believed', async () => {
  fake.misbehave('empty', 1, '/articles/')
  expect(await stock.write([{ key: '101', quantity: 7 }], signal)).toEqual([{ key: '101', ok: true }])
})

test('a key that may not write is said at once, and a line that breaks is tried again', async () => {
  fake.misbehave('forbidden', 1, '/articles/')
  await expect(stock.write([{ key: '101', quantity: 7 }], signal)).rejects.toMatchObject({
    code: 'mijnwebwinkel.stockForbidden',
    name: 'Refused',
  })
  fake.misbehave('cutLine', 1, '/articles/')
  expect(await stock.write([{ key: '101', quantity: 8 }], signal)).toEqual([{ key: '101', ok: true }])
  fake.misbehave('tooManyShort', 1, '/articles/')
  expect(await stock.write([{ key: '101', quantity: 9 }], signal)).toEqual([{ key: '101', ok: true }])
  expect(fake.article(101)?.stock).toBe(9)
})

test('articles of an unknown shape, or the same page for ever, end the reading', async () => {
  fake.misbehave('otherShape')
  await expect(readAll()).rejects.toMatchObject({ code: 'mijnwebwinkel.schema' })
  await close()
  const [first] = articles
  const many = Array.from({ length: 250 }, (_, id) => ({ ...(first as FakeArticle), id: id + 1 }))
  await open(many, { ignoresOffset: true })
  await expect(readAll()).rejects.toMatchObject({ code: 'mijnwebwinkel.samePage' })
})
