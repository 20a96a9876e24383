// Stock from a product list, and written one product a call.
import { expect, test } from 'vitest'
import { describeStockContract } from '../contract/stock.ts'
import { zipOne } from './fake/zip.ts'
import { startMyShopFake } from './fake.ts'
import { readProductList } from './product-list.ts'
import { connectTo, readAll, signal } from './testing.ts'
import { unzipOnly } from './unzip.ts'

for (const recipe of ['h1', 'h2', 'partner'] as const)
  describeStockContract(`myShop (${recipe})`, async () => {
    const fake = await startMyShopFake({ recipe })
    const { shop } = await connectTo(fake)
    if (shop.stock === null) throw new Error('no stock')
    return {
      stock: shop.stock,
      codes: ['A-100', 'B-200', 'C-300'],
      quantityOf: async (key) => fake.stockOf(key),
      stop: async () => {
        await shop.close()
        await fake.stop()
      },
    }
  })

test('STOCK-3 a product is written in a call of its own; one that the shop keeps no stock of is left alone', async () => {
  const fake = await startMyShopFake({ recipe: 'partner' })
  const { shop } = await connectTo(fake)
  const lines = (await Array.fromAsync(shop.stock?.read(signal) ?? [])).flat()
  expect(lines.map(({ key, code, name, quantity, notManaged }) => [key, code, name, quantity, notManaged])).toEqual([
    ['A-100', 'A-100', 'Product A-100', '12', null],
    ['B-200', 'B-200', 'Product B-200', '3', null],
    ['C-300', 'C-300', 'Product C-300', '0', null],
    ['D-400', 'D-400', 'Product D-400', null, 'myshop.stockUnknown'],
  ])
  const before = fake.asked().length
  await shop.stock?.write(
    [
      { key: 'A-100', quantity: 7 },
      { key: 'B-200', quantity: 8 },
    ],
    signal,
  )
  const call = (product: string, stock: number) =>
    `stock/update_n?productid0=${product}&stock_value0=${stock}&count=1&partner=sforsoftware&module=stock_update_n`
  expect(fake.asked().slice(before)).toEqual(['id', call('A-100', 7), 'id', call('B-200', 8)])
  await fake.stop()
})

test('a product that the shop refuses is told, and the list stays readable', async () => {
  const fake = await startMyShopFake()
  const { shop } = await connectTo(fake)
  fake.misbehave('refusesProducts')
  expect(await shop.stock?.write([{ key: 'A-100', quantity: 7 }], signal)).toEqual([
    { key: 'A-100', ok: false, reason: { code: 'myshop.stockRefused', data: { product: 'A-100' } } },
  ])
  expect((await readAll(shop, null)).numbers).toEqual([])
  await fake.stop()
})

test('without a product list there is no stock', async () => {
  const fake = await startMyShopFake()
  expect((await connectTo(fake, { productList: '' })).shop.stock).toBeNull()
  await fake.stop()
})

const linesOf = async (bytes: Uint8Array) => await Array.fromAsync(readProductList(bytes, '7'))
const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a list is read with named columns too, not zipped, wherever its rows stand', async () => {
  const row = '<row type="data"><col name="code">X1</col><col name="voorraad">4,0</col></row>'
  for (const xml of [`<rows>${row}</rows>`, `<list><rows>${row}</rows></list>`, `<a><b><c>${row}</c></b></a>`])
    expect(await linesOf(bytesOf(xml))).toMatchObject([{ key: 'X1', code: 'X1', quantity: '4' }])
})

test('a list that is none, or without the columns, says so', async () => {
  await expect(linesOf(bytesOf('PK gewoon tekst'))).rejects.toMatchObject({ code: 'myshop.notAList' })
  await expect(linesOf(bytesOf('<rows></rows>'))).rejects.toMatchObject({ code: 'myshop.notAList' })
  const noStock = '<rows><row type="data"><col name="code">X1</col></row></rows>'
  await expect(linesOf(bytesOf(noStock))).rejects.toMatchObject({ code: 'myshop.listColumns', context: { list: '7' } })
  const fake = await startMyShopFake()
  const { shop } = await connectTo(fake)
  await readAll(shop, null)
  fake.misbehave('cut')
  await expect(Array.fromAsync(shop.stock?.read(signal) ?? [])).rejects.toMatchObject({ code: 'myshop.notAList' })
  await fake.stop()
})

test('a zip is unpacked within bounds, and a broken one is none', () => {
  const zip = zipOne('list.xml', '<rows/>'.repeat(1000))
  expect(Buffer.from(unzipOnly(zip, 10_000) ?? []).toString()).toBe('<rows/>'.repeat(1000))
  expect(unzipOnly(zip, 1000)).toBeNull()
  for (let at = 0; at < zip.length; at++) expect(unzipOnly(zip.subarray(0, at), 10_000)).toBeNull()
  for (let at = 0; at < zip.length; at += 3) {
    const bent = Buffer.from(zip)
    bent[at] = (bent[at] ?? 0) ^ 0xff
    expect(() => unzipOnly(bent, 10_000)).not.toThrow()
  }
})
