// Orders of an OpenCart shop through the whole program into an SQL administration, with each of the ways that the settings know for
// lines, recipes, options and costs. What is looked at is what stands in SnelStart's own tables afterwards.
import { afterEach, expect, test } from 'vitest'
import type { FakeOrder } from '../../src/shops/opencart/fake.ts'
import { describeWith } from '../support/fixtures.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { adding } from './desktop-bench.ts'
import { sampleAdministration } from './sample.ts'
import type { SampleRow } from './tables.ts'
import { startWhole, type Whole } from './whole-scene.ts'

const scenes: Whole[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

async function begin(): Promise<Whole> {
  const scene = await startWhole({ administration: shopAdministration() })
  scenes.push(scene)
  return scene
}

const article = (key: number, code: string, more: SampleRow = {}): SampleRow => ({
  ...{ fldArtikelID: key, fldArtikelcode: code, fldOmschrijving: `Artikel ${code}` },
  ...{ fldVerkoopprijs: '9.0000', fldArtikelOmzetgroepID: 1, fldReceptPlaatsen: 1, ...more },
})
const recipe = (key: number, of: number): SampleRow => ({
  ...{ fldReceptID: key, fldReceptArtikelID: of, fldArtikelID: 2, fldAantal: 3, fldVolgorde: 1 },
})

/** Article 1 of the shop is a recipe by choice, 5 one always and 6 one never, each of three times the sample's first article. The
 *  articles' prices are incl. VAT; Anna, whom SnelStart knows, has an agreement on article 1. */
function shopAdministration() {
  const sample = sampleAdministration({ customers: 20, articles: 10, stocked: 5 })
  const inclVat = (row: SampleRow): SampleRow => ({ ...row, fldVerkoopprijsExclusiefBtw: false })
  const tables = sample.map((table) =>
    table.name === 'tblInstelling' ? { ...table, rows: table.rows.map(inclVat) } : table,
  )
  return adding(tables, {
    tblRelatie: [{ fldRelatieID: 90, fldRelatieSoort: 0, fldRelatiecode: 900, fldNaam: 'Anna', fldEmail: anna.email }],
    tblArtikel: [
      article(9001, 'ART-0001', { fldReceptPlaatsen: 0 }),
      article(9005, 'ART-0005', { fldReceptPlaatsen: 2 }),
      article(9006, 'ART-0006'),
      article(9007, 'OPTIE'),
      article(9008, 'VERZ'),
      article(9009, 'KORTING'),
    ],
    tblRecept: [recipe(91, 9001), recipe(95, 9005), recipe(96, 9006)],
    tblPrijsAfspraakArtikelKlant: [
      {
        fldPrijsAfspraakArtikelKlantID: 9,
        fldArtikelID: 9001,
        fldRelatieID: 90,
        fldVanafAantal: 0,
        fldVerkoopprijs: '8.0000',
      },
    ],
  })
}

const anna = guest('Anna')
const kees = guest('Kees')
const options = [
  ['Kleur', 'Rood'],
  ['Opdruk', 'Hoera'],
] as const
const withOptions = { lines: [{ article: 1, quantity: 2, options }] }

/** As it stands in SnelStart, after an import with these settings. */
async function make(scene: Whole, settings: Readonly<Record<string, string>>, order: FakeOrder) {
  await scene.set('sales', settings)
  scene.openCart.put(order)
  await scene.import()
  const { state, problem, warnings } = await scene.entry(order.id)
  expect([state, problem]).toEqual(['done', null])
  const made = scene.rows('tblVerkoopOrder').filter((row) => row['fldBetalingskenmerk'] === String(order.id))
  expect(made).toHaveLength(1)
  const [id, costA, costB] = ['fldVerkoopOrderID', 'fldKostenBedragA', 'fldKostenBedragB'].map(
    (name) => made[0]?.[name],
  )
  const lines = scene
    .rows('tblVerkoopOrderRegel')
    .filter((row) => row['fldVerkoopOrderID'] === id)
    .map((row) => [row['fldArtikelID'], row['fldOmschrijving'], row['fldAantal'], Number(row['fldPrijs'])])
  return { lines, costs: [Number(costA), Number(costB)], warnings: warnings.map(({ code }) => code) }
}

describeWith({ servers: ['mono'] }, 'orders of a shop in SnelStart SQL', () => {
  test('SALE-5 lines fully, with SnelStart’s price and description, or with its description alone; the price agreement counts', async () => {
    const scene = await begin()
    const mug = { lines: [{ article: 1, quantity: 2 }] }
    expect(await make(scene, { orderLines: 'full' }, mugOrder(1, anna, mug))).toEqual({
      ...{ lines: [[9001, 'Koffiemok 350 ml', 2, 10]], costs: [6, 0], warnings: [] },
    })
    const own = await make(scene, { orderLines: 'codeAndQuantity' }, mugOrder(2, anna, mug))
    expect(own).toMatchObject({ lines: [[9001, 'Artikel ART-0001', 2, 8]], warnings: ['sale.totalByChoice'] })
    expect((await make(scene, {}, mugOrder(3, kees, withOptions))).lines).toEqual([
      [9001, 'Artikel ART-0001 - Kleur: Rood, Opdruk: Hoera', 2, 9],
    ])
    const described = await make(scene, { orderLines: 'ownDescription' }, mugOrder(4, anna, mug))
    expect(described).toMatchObject({ lines: [[9001, 'Artikel ART-0001', 2, 10]], warnings: [] })
  })

  test('SALE-6 recipes never, always, by choice or always', async () => {
    const scene = await begin()
    const order = (id: number): FakeOrder =>
      mugOrder(id, anna, { lines: [1, 5, 6].map((number) => ({ article: number, quantity: 2 })) })
    const keysOf = async (recipes: string, id: number) =>
      (await make(scene, { recipes }, order(id))).lines.map(([key, , quantity]) => [key, quantity])
    const [mug, shirt, napkins, part] = [
      [9001, 2],
      [9005, 2],
      [9006, 2],
      [2, 6],
    ]
    expect(await keysOf('never', 1)).toEqual([mug, shirt, napkins])
    expect(await keysOf('always', 2)).toEqual([mug, shirt, part, napkins])
    expect(await keysOf('choiceOrAlways', 3)).toEqual([mug, part, shirt, part, napkins])
  })

  test('SALE-7 options left out, on the line, as lines of words, and as lines of an article', async () => {
    const scene = await begin()
    const made = async (settings: Readonly<Record<string, string>>, id: number) =>
      (await make(scene, settings, mugOrder(id, anna, withOptions))).lines
    const mug = [9001, 'Koffiemok 350 ml', 2, 10]
    expect(await made({ productOptions: 'ignore' }, 1)).toEqual([mug])
    expect(await made({ productOptions: 'onLine' }, 2)).toEqual([
      [9001, 'Koffiemok 350 ml - Kleur: Rood, Opdruk: Hoera', 2, 10],
    ])
    expect(await made({ productOptions: 'separateLine' }, 3)).toEqual([
      mug,
      [null, 'Kleur: Rood', 0, 0],
      [null, 'Opdruk: Hoera', 0, 0],
    ])
    expect(await made({ productOptions: 'separateLine', optionArticle: 'OPTIE' }, 4)).toEqual([
      mug,
      [9007, 'Kleur: Rood', 2, 0],
      [9007, 'Opdruk: Hoera', 2, 0],
    ])
  })

  test('SALE-8 shipping, payment costs and discount as cost types in the footer or as articles', async () => {
    const scene = await begin()
    const order = (id: number): FakeOrder => mugOrder(id, anna, { paymentFeeExcl: '1.6529', couponPercent: '10' })
    const costs = (shippingArticle: string, paymentArticle: string, discountArticle: string) => ({
      ...{ shippingArticle, paymentArticle, discountArticle },
    })
    const mug = [9001, 'Koffiemok 350 ml', 1, 10]
    const discount = [9009, 'Korting (ZOMER)', 1, -1]
    expect(await make(scene, costs('kostensoort1', 'kostensoort2', 'KORTING'), order(1))).toEqual({
      ...{ lines: [mug, discount], costs: [6, 2], warnings: [] },
    })
    expect(await make(scene, costs('kostensoort2', 'kostensoort2', 'kostensoort1'), order(2))).toEqual({
      ...{ lines: [mug], costs: [-1, 8], warnings: [] },
    })
    expect(await make(scene, costs('VERZ', 'VERZ', 'KORTING'), order(3))).toEqual({
      ...{ lines: [mug, [9008, 'Verzendkosten', 1, 6], [9008, 'Rembourskosten', 1, 2], discount] },
      ...{ costs: [0, 0], warnings: [] },
    })
    await scene.set('sales', { shippingArticle: 'WEG' })
    scene.openCart.put(order(4))
    await scene.import()
    expect((await scene.entry(4)).problem).toMatchObject({ code: 'sale.settingArticleUnknown', data: { codes: 'WEG' } })
    expect(scene.rows('tblVerkoopOrder')).toHaveLength(3)
  })
})
