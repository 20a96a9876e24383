// myShop against its stand-in: what an order becomes in both dialects, statuses and signatures.
import { afterEach, describe, expect, test } from 'vitest'
import { reconcile, reconcileVat } from '../../core/reconcile.ts'
import { settingsOf } from '../../settings/field.ts'
import { type FakeOrder, generateOrder, idOf, type MyShopFake, startMyShopFake } from './fake.ts'
import { myShop } from './index.ts'
import { connectTo, everything, readAll, signal } from './testing.ts'

const orders = Array.from({ length: 8 }, (_, index) => generateOrder(index + 1))
const wanted = orders.filter(({ status }) => status !== 'aborted').map(({ number }) => idOf('1234500', number))

let fake: MyShopFake
const open = async (options: Parameters<typeof startMyShopFake>[0], more: Record<string, unknown> = {}) => {
  fake = await startMyShopFake(options)
  return await connectTo(fake, more)
}
afterEach(() => fake.stop())

describe('an order', () => {
  test.each(['named', 'numbered'] as const)(
    'with %s columns has lines, costs, VAT, customer and statuses',
    async (dialect) => {
      const { shop } = await open({ orders: [generateOrder(4)], dialect })
      const [order] = (await readAll(shop, null)).orders
      expect(order).toMatchObject({
        ...{ id: '1234500_00004', number: '4', placedAt: '2026-01-13T13:22:10Z', orderDate: '2026-01-13' },
        ...{ currency: 'EUR', priceEntry: 'incl', totalIncl: '32.18', shop: { storeId: '1234500' } },
        status: { code: 'processing', text: 'processing / paid', meaning: 'paid' },
        customer: {
          lastName: 'Anna de Wit',
          email: 'anna@example.test',
          customFields: { gender: 'female' },
          code: null,
        },
        invoiceAddress: { street: 'Kerkstraat 12b', postcode: '3511 LX', country: 'NL' },
        deliveryAddress: null,
        lines: [
          {
            articleCode: 'A-100',
            description: 'Theepot "groot"',
            quantity: '2',
            unitPriceIncl: '12.1',
            totalExcl: '20',
            vatPercent: '21',
          },
          { articleCode: 'B-200', description: 'Thee & honing', totalIncl: '4.95', vatPercent: '9', options: [] },
        ],
        charges: [
          { kind: 'shipping', amountIncl: '4.95', vatKnown: true },
          { kind: 'payment', amountIncl: '0.5', vatKnown: true },
          { kind: 'discount', amountIncl: '-2.42', vatKnown: true },
        ],
        readingNotes: [],
      })
      expect(order?.lines[0]?.options).toMatchObject([{ name: 'Keuze', value: 'Blauw' }])
      if (order === undefined) throw new Error('no order')
      expect(reconcile(order)).toEqual({ fits: true })
      expect(reconcileVat(order)).toEqual([])
    },
  )

  test.each(['named', 'numbered'] as const)(
    'SHOP-8 with %s columns: the code in the customer’s own field, letters of two kinds in one answer',
    async (dialect) => {
      const { shop } = await open({
        orders: [generateOrder(1), generateOrder(2), { ...generateOrder(3), customer: { name: 'Zoë' } }],
        dialect,
        mixed: true,
      })
      const read = (await readAll(shop, null)).orders
      expect(read.map(({ customer }) => [customer.lastName, customer.company, customer.code])).toEqual([
        ['José Núñez', 'Núñez & Zn', '10077'],
        ['Anna de Wit', '', null],
        ['Zoë', '', null],
      ])
    },
  )

  test('goes to another address where it has one', async () => {
    const delivery = { name: 'Buren', street: 'Kerkstraat 14', zipcode: '3511 LX', city: 'Utrecht', country: 'NL' }
    const { shop } = await open({ orders: [{ ...generateOrder(2), delivery }] })
    expect((await readAll(shop, null)).orders[0]?.deliveryAddress).toMatchObject({
      lastName: 'Buren',
      street: 'Kerkstraat 14',
    })
  })

  test('that tells no VAT of its costs says that they were divided, unless there is one rate only', async () => {
    const { tellsVat: _one, ...mixedRates } = generateOrder(4)
    const { tellsVat: _two, ...oneRate } = generateOrder(3)
    const { shop } = await open({ orders: [mixedRates, oneRate] })
    const notes = (await readAll(shop, null)).orders.map((order) => [
      order.number,
      order.readingNotes.map(({ code }) => code),
    ])
    expect(Object.fromEntries(notes)).toEqual({
      3: [],
      4: Array(3).fill('mapping.chargeRateGuessed'),
    })
  })

  test('SALE-1 has prices as the shop or as the settings say', async () => {
    const exclVat: FakeOrder = { ...generateOrder(4), exclVat: true }
    const { shop } = await open({ orders: [exclVat] })
    const [order] = (await readAll(shop, null)).orders
    expect(order).toMatchObject({ priceEntry: 'excl', lines: [{ unitPriceExcl: '12.1' }, {}] })
    if (order === undefined) throw new Error('no order')
    expect(reconcile(order)).toEqual({ fits: true })
    const set = await connectTo(fake, { priceEntry: 'incl' })
    expect((await readAll(set.shop, null)).orders[0]).toMatchObject({
      priceEntry: 'incl',
      lines: [{ unitPriceIncl: '12.1' }, {}],
    })
  })

  test('of an unknown status is read, and says so; one that nobody understands waits with its reason', async () => {
    const odd = { ...generateOrder(2), status: 'naar drukker', payment: '' }
    const noDate = { ...generateOrder(3), created: '20261399000000', changed: '20260201000000' }
    const { shop } = await open({ orders: [odd, noDate] })
    const [page] = (await readAll(shop, null)).pages
    expect(page?.orders).toMatchObject([
      { ok: false, id: '1234500_00003', number: '3', reason: { code: 'mapping.notADate' } },
      { ok: true, order: { number: '2', readingNotes: [{ code: 'mapping.statusUnknown' }] } },
    ])
  })

  test('is read by a mapping of one’s own', async () => {
    const mapping = JSON.stringify({
      ...{ version: 1, format: 'xml', records: 'orders/order', dates: ['yyyyMMddHHmmss'] },
      order: { number: '@id', placedAt: '@created', total: '@amount' },
      lines: [
        {
          select: "rows/row[@type='product']",
          description: "col[@name='productid']",
          quantity: { fixed: '1' },
          unitPrice: "col[@name='price']",
        },
      ],
    })
    const { shop } = await open({ orders: [generateOrder(1)] }, { mapping })
    expect((await readAll(shop, null)).orders[0]).toMatchObject({
      number: '1234500_00001',
      lines: [{ description: 'A-100' }],
    })
    await expect(connectTo(fake, { mapping: '{"version":3}' })).rejects.toMatchObject({ code: 'mapping.wrong' })
  })
})

describe('statuses', () => {
  const inStatus = (number: number, status: string): FakeOrder => ({ ...generateOrder(number), status })
  const list = [
    inStatus(1, 'Verzonden'),
    inStatus(2, 'afgebroken'),
    inStatus(3, 'geannuleerd'),
    inStatus(4, 'Terugbetaald'),
    inStatus(5, 'nieuw'),
  ]

  test('orders broken off in checkout, cancelled and refunded are left out; the last two as taken back', async () => {
    const { shop } = await open({ orders: list })
    const read = await readAll(shop, null)
    expect(read.numbers).toEqual(['1', '5'])
    expect(read.withdrawn.map((each) => each.ok && each.order.number)).toEqual(['3', '4'])
    expect(await shop.readOrder(idOf('1234500', 2) as never, signal)).toBeNull()
  })

  test('the chosen ones count, whatever they mean and however they are spelled', async () => {
    const { shop } = await open({ orders: list }, { orderStatuses: ['verzonden', 'Terugbetaald'] })
    expect((await readAll(shop, null)).numbers).toEqual(['1', '4'])
    expect((await shop.readOrderStatuses(signal)).map(({ code }) => code)).toContain('verzonden')
  })
})

describe('SHOP-4 the signature', () => {
  test.each(['h1', 'h2', 'h3'] as const)(
    '%s is found out, kept, and told by the test of the connection',
    async (recipe) => {
      const { shop, memory } = await open({ orders, recipe })
      expect((await readAll(shop, null)).numbers).toHaveLength(wanted.length)
      const legs = await Array.fromAsync(shop.test(signal))
      expect(legs.map(({ leg, ok }) => [leg, ok])).toEqual([
        ['reach', true],
        ['signature', true],
        ['orders', true],
        ['stock', true],
      ])
      expect(legs[1]?.cameBack.nl).toBe(`myShop nam de ondertekening ${recipe.toUpperCase()} aan.`)
      const before = fake.asked().length
      await readAll((await connectTo(fake, {}, memory)).shop, null)
      // One ticket and one question: no more trying.
      expect(fake.asked().slice(before)).toEqual(['id', 'orders/list?change_time=20010101010101'])
    },
  )

  test('of a partner is the vendor’s own', async () => {
    const { shop } = await open({ orders, recipe: 'partner' })
    expect((await readAll(shop, null)).numbers).toHaveLength(wanted.length)
    expect(await shop.readOrder(idOf('1234500', 2) as never, signal)).toMatchObject({ ok: true })
  })

  test('can be made up of parts; one that was chosen is the only one that is tried', async () => {
    const { shop } = await open({ orders, recipe: 'own' }, { recipe: 'own', ownRecipe: "rpcId '-' key '-' shop" })
    expect((await readAll(shop, null)).numbers).toHaveLength(wanted.length)
    const chosen = await connectTo(fake, { recipe: 'h2' })
    const before = fake.asked().length
    await expect(readAll(chosen.shop, null)).rejects.toMatchObject({ code: 'myshop.signatureRefused' })
    expect(fake.asked().slice(before)).toEqual(['id', 'orders/list?change_time=20010101010101'])
    const schema = settingsOf(myShop.settings)
    expect(schema.safeParse({ ...fake.settings, ownRecipe: 'shop sleutel' }).success).toBe(false)
    expect(schema.safeParse({ ...fake.settings, shopNumber: '12a4' }).success).toBe(false)
  })

  test('that was remembered and is refused is tried anew by the test of the connection', async () => {
    const memory = new Map([['recipe', 'shop key rpcId']])
    fake = await startMyShopFake({ orders, recipe: 'h3' })
    const { shop } = await connectTo(fake, {}, memory)
    await expect(readAll(shop, null)).rejects.toMatchObject({ code: 'myshop.signatureRefused' })
    expect((await Array.fromAsync(shop.test(signal)))[1]?.cameBack.en).toContain('H3')
    expect((await readAll(shop, null, everything)).numbers).toHaveLength(wanted.length)
  })

  test('every question has a ticket of its own, and no log line shows ticket, signature or key', async () => {
    const { shop, logged } = await open({ orders })
    await readAll(shop, null)
    await shop.readOrder(idOf('1234500', 1) as never, signal)
    expect(fake.asked()).toEqual([
      'id',
      'orders/list?change_time=20010101010101',
      'id',
      'orders/list?order_id=1234500_00001',
    ])
    const text = JSON.stringify(logged)
    expect(text).toContain('GET orders/list?shop=1234500&rpc_id=***&change_time=20010101010101&system_export=1&pk=***')
    for (const secret of [...fake.secrets, 't1ck3t']) expect(text).not.toContain(secret)
  })
})
