// ShopFactory against its stand-in and against files: the contract of every shop, the cursor, and what can be wrong.
import { appendFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reconcile, reconcileVat } from '../../core/reconcile.ts'
import { settingsOf } from '../../settings/field.ts'
import { describeShopContract } from '../contract.ts'
import type { Cursor, ReadOptions, ShopConnection, ShopEnvironment } from '../shop.ts'
import { generateOrder, sampleOrders, startShopFactoryFake, toXml } from './fake.ts'
import { shopFactory } from './index.ts'

const signal = new AbortController().signal
const all: ReadOptions = { startAt: null, signal }
const inFuture = Date.UTC(2100, 0, 1)

const environment = (uploads: string | null): ShopEnvironment => ({
  clock: () => inFuture,
  sleep: async () => undefined,
  randomHex: (bytes) => '0'.repeat(bytes * 2),
  log: () => undefined,
  memory: { get: async () => null, set: async () => undefined },
  uploads,
})

const connect = (values: Record<string, unknown>, uploads: string | null = null): Promise<ShopConnection> =>
  shopFactory.connect(settingsOf(shopFactory.settings).parse(values), environment(uploads))

const readAll = async (shop: ShopConnection, from: Cursor | null, options = all) => {
  const pages = await Array.fromAsync(shop.readOrders(from, options))
  const orders = pages.flatMap((page) => page.orders)
  return {
    numbers: orders.map((read) => (read.ok ? read.order.number : read.number)),
    orders: orders.flatMap((read) => (read.ok ? [read.order] : [])),
    cursor: pages.at(-1)?.cursor ?? from,
  }
}

const wanted = sampleOrders().filter(({ status }) => status !== 'cancelled')

describeShopContract('ShopFactory over a web address', async () => {
  const fake = await startShopFactoryFake({ orders: sampleOrders() })
  const { address, userName, password } = fake
  const ids = wanted.map(({ number }) => String(number))
  return {
    shop: await connect({ transport: 'web', address, userName, password }),
    expected: ids,
    balanced: ids,
    placeOrder: async () => {
      fake.put(generateOrder(1600))
      return '1600'
    },
    stop: fake.stop,
  }
})

describeShopContract('ShopFactory from files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-files-'))
  await writeFile(join(folder, 'maart.xml'), toXml(sampleOrders()))
  const ids = wanted.map(({ number }) => String(number))
  return {
    shop: await connect({ transport: 'folder', folder }),
    expected: ids,
    balanced: ids,
    placeOrder: async () => {
      await writeFile(join(folder, 'april.xml'), toXml([generateOrder(1600)]))
      return '1600'
    },
    stop: () => rm(folder, { recursive: true }),
  }
})

test('every order adds up to the cent, with the VAT per rate that the file tells', async () => {
  const fake = await startShopFactoryFake({
    orders: Array.from({ length: 250 }, (_, index) => generateOrder(index + 1)),
  })
  const { address, userName, password } = fake
  const { orders } = await readAll(await connect({ transport: 'web', address, userName, password }), null)
  expect(orders.length).toBe(250 - 22)
  for (const order of orders) {
    expect(reconcile(order), order.number).toEqual({ fits: true })
    expect(reconcileVat(order), order.number).toEqual([])
  }
  expect(fake.asked()).toEqual(['1', '101', '201'])
  await fake.stop()
})

test('SHOP-8 the customer’s own fields are kept, and the country by its Dutch name', async () => {
  const fake = await startShopFactoryFake({ orders: [generateOrder(1)] })
  const { address, userName, password } = fake
  const { orders } = await readAll(await connect({ transport: 'web', address, userName, password }), null)
  expect(orders[0]).toMatchObject({
    customer: { company: 'Núñez & Zn', customFields: { klantnummer: '10077' } },
    invoiceAddress: { country: 'BE', street: 'Meir 5' },
    deliveryAddress: null,
    lines: [{ articleCode: 'A-100', options: [{ name: 'Kleur', value: 'Blauw' }] }],
  })
  await fake.stop()
})

test('SHOP-6 begins at the order number, and never at a date', async () => {
  const fake = await startShopFactoryFake({ orders: sampleOrders() })
  const { address, userName, password } = fake
  const shop = await connect({ transport: 'web', address, userName, password })
  const { numbers } = await readAll(shop, null, { startAt: { number: '1506' }, signal })
  expect(numbers).toEqual(['1506', '1508'])
  await expect(readAll(shop, null, { startAt: { at: '2026-01-01T00:00:00Z' as never }, signal })).rejects.toMatchObject(
    {
      code: 'shopfactory.startAt',
    },
  )
  await fake.stop()
})

test('logs in with a form where that is asked', async () => {
  const fake = await startShopFactoryFake({ orders: sampleOrders(), login: 'form' })
  const { address, loginAddress, userName, password } = fake
  const values = { transport: 'web', login: 'form', address, loginAddress, userName }
  expect((await readAll(await connect({ ...values, password }), null)).numbers).toHaveLength(wanted.length)
  await expect(readAll(await connect({ ...values, password: 'x' }), null)).rejects.toMatchObject({
    code: 'shopfactory.login',
  })
  await fake.stop()
})

test.each([
  ['error500', 'shopfactory.status'],
  ['webPage', 'shopfactory.webPage'],
  ['cut', 'mapping.brokenXml'],
  ['redirect', 'shopfactory.redirect'],
] as const)('an answer that is no file (%s) has a message of its own, without what is secret', async (way, code) => {
  const fake = await startShopFactoryFake({ orders: sampleOrders() })
  const { address, userName, password } = fake
  fake.misbehave(way)
  const shop = await connect({ transport: 'web', address, userName, password })
  const error = await readAll(shop, null).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code })
  expect(JSON.stringify(error)).not.toMatch(/geheim|hidden/)
  const legs = await Array.fromAsync(shop.test(signal))
  expect(legs.at(-1)).toMatchObject({ ok: false, todo: { nl: expect.any(String), en: expect.any(String) } })
  fake.misbehave('westernLetters')
  expect((await readAll(shop, null)).orders.map((order) => order.customer.lastName)).toContain('Núñez')
  await fake.stop()
})

describe('files', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 's-connect-files-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const put = async (name: string, text: string, second: number): Promise<void> => {
    await writeFile(join(folder, name), text)
    await utimes(join(folder, name), second, second)
  }

  test('a file is read once, and again when it was written anew', async () => {
    await put('a.xml', toXml([generateOrder(1)]), 1000)
    const shop = await connect({ transport: 'folder', folder })
    const first = await readAll(shop, null)
    expect(first.numbers).toEqual(['1'])
    expect((await readAll(shop, first.cursor)).numbers).toEqual([])
    await put('a.xml', toXml([generateOrder(1), generateOrder(2)]), 2000)
    await put('b.xml', toXml([generateOrder(3)]), 1500)
    expect((await readAll(shop, first.cursor)).numbers).toEqual(['3', '1', '2'])
  })

  test('a broken file is told, and does not keep back those after it', async () => {
    await put('a.xml', '<orders><order', 1000)
    await put('b.xml', toXml([generateOrder(1)]), 2000)
    const shop = await connect({ transport: 'folder', folder })
    const numbers: string[] = []
    const reading = async (): Promise<void> => {
      for await (const page of shop.readOrders(null, all))
        numbers.push(...page.orders.map((read) => (read.ok ? read.order.number : '?')))
    }
    await expect(reading()).rejects.toMatchObject({ code: 'mapping.brokenXml', context: { file: 'a.xml' } })
    expect(numbers).toEqual(['1'])
  })

  test('only order files are read, and not one that is still being written', async () => {
    await put('a.xml', toXml([generateOrder(1)]), 1000)
    await put('leesmij.pdf', 'x', 1000)
    await mkdir(join(folder, 'map.xml'))
    await writeFile(join(folder, 'c.xml'), '<orders>')
    await appendFile(join(folder, 'c.xml'), '</orders>')
    await utimes(join(folder, 'c.xml'), inFuture / 1000, inFuture / 1000)
    expect((await readAll(await connect({ transport: 'folder', folder }), null)).numbers).toEqual(['1'])
  })

  test('no folder, no file and a wrong mapping each have their own message', async () => {
    const gone = await connect({ transport: 'folder', folder: join(folder, 'weg') })
    await expect(readAll(gone, null)).rejects.toMatchObject({ code: 'shopfactory.noFolder' })
    const uploads = await connect({ transport: 'upload' }, join(folder, 'nog niet'))
    expect((await readAll(uploads, null)).numbers).toEqual([])
    expect(await Array.fromAsync(uploads.test(signal))).toMatchObject([{ leg: 'source', ok: false }])
    await expect(connect({ transport: 'upload' })).resolves.toBeDefined()
    await expect(connect({ transport: 'upload', mapping: '{"version":2}' }, folder)).rejects.toMatchObject({
      code: 'mapping.wrong',
    })
  })

  test('a file in another shape is read by a mapping of one’s own', async () => {
    await put('a.csv', 'Nr;Datum;Omschrijving;Prijs;Totaal\n5;01-03-2026;Thee;12,10;12,10\n', 1000)
    const mapping = {
      ...{ version: 1, format: 'csv', records: 'Nr', dates: ['dd-MM-yyyy'] },
      order: { number: '@Nr', placedAt: '@Datum', total: '@Totaal' },
      lines: [
        {
          select: 'row',
          description: '@Omschrijving',
          quantity: { fixed: '1' },
          unitPrice: '@Prijs',
          vatPercent: { fixed: '21' },
        },
      ],
    }
    const shop = await connect({ transport: 'folder', folder, mapping: JSON.stringify(mapping) })
    expect((await readAll(shop, null)).orders[0]).toMatchObject({
      number: '5',
      totalIncl: '12.1',
      lines: [{ totalExcl: '10' }],
    })
  })
})
