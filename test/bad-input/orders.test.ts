// Orders with odd contents: booked rightly or kept waiting with words, never lost, doubled or cut in silence.
import { afterEach, describe, expect, test } from 'vitest'
import type { CurrencyCode } from '../../src/core/ids.ts'
import { decimal } from '../../src/core/money.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../support/scene.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const seed = {
  artikelen: [
    seedArticle('ART-0001', 'Mok', 1),
    seedArticle('VERZ', 'Verzendkosten', 8),
    seedArticle('BON', 'Cadeaubon', 3),
    seedArticle('VERSCHIL', 'Verschil zonder btw', 3),
  ],
}
async function begin(options: SceneOptions): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, ...options })
  scenes.push(scene)
  return scene
}
const problemOf = async (scene: Scene, number: number) => {
  const { state, problem } = await scene.entry(number)
  return [state, problem?.code ?? null]
}
const anna = guest('Anna')
/** The order beside the odd one, that must be made all the same. */
const plain = mugOrder(2, guest('Bram'))

describe('amounts', () => {
  test('SALE-9 a total that does not add up waits, and is booked once there is an article for it', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna, { unexplained: '-5.0000' }), plain] })
    expect(await scene.import()).toMatchObject({ written: { done: 1, problem: 1 } })
    expect(await problemOf(scene, 1)).toEqual(['problem', 'sale.totalDifference'])
    await scene.set('sales', { differenceArticle: 'VERSCHIL' })
    await scene.import()
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 11 }])
  })

  test('BEY-3 a negative quantity is booked as it is, with its VAT', async () => {
    const lines = [{ article: 1, quantity: -2 }]
    const scene = await begin({ orders: [mugOrder(1, anna, { lines, shippingExcl: '0' }), plain] })
    expect(await scene.import()).toMatchObject({ written: { done: 2 } })
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: -20, totaalExclusiefBtw: -16.53 }])
    expect(scene.made(1)[0]?.regels).toMatchObject([{ aantal: -2, stuksprijs: 10 }])
  })

  test('SALE-9 an order whose total is zero, paid with a gift card, is made', async () => {
    const scene = await begin({
      orders: [mugOrder(1, anna, { giftCardUsed: '16.0000' }), plain],
      settings: { sales: { giftCardArticle: 'BON' } },
    })
    expect(await scene.import()).toMatchObject({ written: { done: 2 } })
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: 0 }])
  })

  test('SALE-5 an order without lines and without an amount waits', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna), plain] })
    const change = (order: ShopOrder): ShopOrder =>
      order.number === '1' ? { ...order, lines: [], charges: [], vat: [], totalIncl: decimal(0) } : order
    expect(await scene.import({ change })).toMatchObject({ written: { done: 1, problem: 1 } })
    expect(await problemOf(scene, 1)).toEqual(['problem', 'sale.empty'])
  })

  test('SALE-5 an order in a currency that nobody knows waits, and names it', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna), plain] })
    const change = (order: ShopOrder): ShopOrder =>
      order.number === '1' ? { ...order, currency: 'XYZ' as CurrencyCode } : order
    expect(await scene.import({ change })).toMatchObject({ written: { done: 1, problem: 1 } })
    expect((await scene.entry(1)).problem).toEqual({ code: 'sale.currency', data: { currency: 'XYZ' } })
  })

  test('SALE-9 an amount in the hundreds of millions is booked to the cent', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna, { lines: [{ article: 1, quantity: 12_345_678 }] })] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    const { totalIncl } = await scene.entry(1)
    expect(scene.made(1)).toMatchObject([{ totaalInclusiefBtw: Number(totalIncl) }])
  })

  test('SALE-5 five hundred lines are booked, each of them, to the cent', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({ article: (index % 40) + 10, quantity: (index % 7) + 1 }))
    const scene = await begin({ orders: [mugOrder(1, anna, { lines })] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
    const [made] = scene.made(1)
    // And the shipping costs.
    expect(made?.regels?.length).toBeGreaterThanOrEqual(501)
    expect(made?.totaalInclusiefBtw).toBe(Number((await scene.entry(1)).totalIncl))
    expect(made?.regels?.reduce((sum, line) => sum + (line.aantal ?? 0), 0)).toBe(
      lines.reduce((sum, line) => sum + line.quantity, 0) + 1,
    )
  })

  test('SALE-9 a price with more decimals than SnelStart keeps gives the shop’s total', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna, { lines: [{ article: 10, quantity: 333 }] })] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    const [made] = scene.made(1)
    expect(made?.totaalInclusiefBtw).toBe(Number((await scene.entry(1)).totalIncl))
  })
})

describe('names and addresses', () => {
  test('SALE-4 a country that is missing waits, and the order is made once the shop has it', async () => {
    const scene = await begin({ orders: [mugOrder(1, anna), plain] })
    const change = (order: ShopOrder): ShopOrder => {
      const { invoiceAddress } = order
      if (order.number !== '1' || invoiceAddress === null) return order
      return { ...order, invoiceAddress: { ...invoiceAddress, country: null, countryName: '' } }
    }
    expect(await scene.import({ change })).toMatchObject({ written: { done: 1, problem: 1 } })
    expect(await problemOf(scene, 1)).toEqual(['problem', 'address.countryMissing'])
    expect(await scene.import()).toMatchObject({ read: { changed: 1 }, written: { done: 1 } })
  })

  test('CUST-5 names, streets and descriptions that are too long are shortened in SnelStart, and the full text is said', async () => {
    const company = `Fabriek van ${'alle soorten mokken en '.repeat(6)}kannen`
    const street = `${'Burgemeester de Vlugtlaan '.repeat(4)}12`
    const description = `Mok ${'met een heel lang verhaal '.repeat(20)}erbij`
    const scene = await begin({ orders: [mugOrder(1, guest('Anna', { company, street }))] })
    const change = (order: ShopOrder): ShopOrder => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, description })),
    })
    expect(await scene.import({ change })).toMatchObject({ written: { done: 1 } })
    const customer = scene.simulator.state().relaties.find(({ email }) => email === anna.email)
    expect([customer?.naam?.length, customer?.vestigingsAdres?.straat?.length]).toEqual([
      expect.toSatisfy((length: number) => length > 40 && length <= 50),
      expect.toSatisfy((length: number) => length > 40 && length <= 50),
    ])
    const [made] = scene.made(1)
    // The company stands above the address already, as the customer's name; the person is not pushed out by it.
    expect(made?.factuuradres?.contactpersoon).toBe('Anna Jansen')
    const [line] = made?.regels ?? []
    expect(line?.omschrijving?.length).toBeLessThanOrEqual(250)
    const warnings = (await scene.entry(1)).warnings
    const full = (code: string) => warnings.find((warning) => warning.code === code)?.data['full']
    expect(full('customer.nameShortened')).toBe(company)
    expect(full('customer.streetShortened')).toBe(street)
    expect(full('address.shortened')).toBe(street)
    expect(full('sale.lineDescriptionShortened')).toBe(description)
  })

  test('CUST-4 letters of every kind come over as they are', async () => {
    const odd = guest('Anna', { company: 'Łódź & “Żółw” <b>BV</b> 🌱 漢字', street: '’s-Gravenweg 1\u00a0bis' })
    const scene = await begin({ orders: [mugOrder(1, odd)] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    const customer = scene.simulator.state().relaties.find(({ email }) => email === anna.email)
    expect(customer?.naam).toBe('Łódź & “Żółw” <b>BV</b> 🌱 漢字')
    expect(customer?.vestigingsAdres?.straat).toBe('’s-Gravenweg 1 bis')
  })

  test('CUST-5 a VAT number that SnelStart refuses is left out and said; the order is made', async () => {
    const refused = guest('Anna', { company: 'Mok BV', vatNumber: 'NL123456782B90' })
    const scene = await begin({
      orders: [mugOrder(1, refused)],
      simulator: { seed: { ...seed, refusedVatNumbers: ['NL123456782B90'] } },
    })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect((await scene.entry(1)).warnings.map(({ code }) => code)).toEqual(['customer.vatNumberRefused'])
  })
})
