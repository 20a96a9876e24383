// From the free stock of a desktop administration to the stock of a shop, through the whole program: web orders are taken off once,
// whichever document SnelStart counts its stock from (STOCK-2).
import { afterEach, expect, test } from 'vitest'
import { describeWith } from '../support/fixtures.ts'
import { sampleAdministration } from './sample.ts'
import { startWhole, type Whole } from './whole-scene.ts'

const scenes: Whole[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const inShop = { 'ART-001': 40, 'ART-002': 40, 'ART-003': 7, 'NIET-BEKEND': 3 }

async function begin(level: number): Promise<Whole> {
  const scene = await startWhole({
    administration: sampleAdministration({ customers: 20, articles: 10, stocked: 5 }),
    inShop,
    settings: { articles: { articleHandling: 'manual' } },
  })
  scenes.push(scene)
  const [settings] = scene.rows('tblInstelling')
  scene.change('tblInstelling', { ...settings!, fldVerkooporderVoorraadTellingNiveau: level })
  return scene
}

/** Of ART-001, ART-002, ART-003. */
const stockOf = ({ stockShop }: Whole): readonly (number | undefined)[] =>
  ['ART-001', 'ART-002', 'ART-003'].map((code) => stockShop.quantities()[code])

/** At the counter, on a template that is not that of the web orders; key 3 is ART-002. */
function typeInOrder({ change }: Whole): void {
  change('tblVerkoopOrder', {
    ...{ fldVerkoopOrderID: 90, fldOrdernummer: 5090, fldRelatieID: 4, fldDatum: '2026-03-02T00:00:00' },
    ...{ fldOrderSjabloonVerkoopID: 1, fldAfhandelStatus: 0 },
  })
  change('tblVerkoopOrderRegel', {
    ...{ fldVerkoopOrderRegelID: 90, fldVerkoopOrderID: 90, fldRegelnummer: 1, fldArtikelID: 3 },
    ...{ fldAantal: 4, fldAantalLeveren: 4, fldAantalReserveren: 0 },
  })
}

function printPackingSlip({ rows, change }: Whole, reference: string): void {
  const order = rows('tblVerkoopOrder').find((row) => row['fldBetalingskenmerk'] === reference)
  change('tblVerkoopOrder', { ...order!, fldPakbonAfgedrukt: true })
}

function makeInvoice({ rows, change }: Whole, reference: string): void {
  const order = rows('tblVerkoopOrder').find((row) => row['fldBetalingskenmerk'] === reference)
  change('tblVerkoopFactuur', { fldVerkoopFactuurID: 7, fldDatum: '2026-03-14T00:00:00', fldRelatieID: 4 })
  change('tblVerkoopOrder', { ...order!, fldVerkoopFactuurID: 7 })
}

describeWith({ servers: ['mono'] }, 'stock of SnelStart SQL to a shop', () => {
  test.each([
    ['Alle', 10, 36],
    ['Pakbon', 50, 40],
    ['Factuur', 60, 40],
  ] as const)(
    'STOCK-1 STOCK-2 STOCK-3 counted from ‘%s’: a web order is taken off once, from the moment that the shop has it until it is invoiced',
    async (_, level, afterCounter) => {
      const scene = await begin(level)
      scene.stockShop.sell('501', { 'ART-001': 2 })
      // Not read in: SnelStart has no such article, and none is made.
      scene.stockShop.sell('502', { 'ART-001': 1, ONBEKEND: 1 })
      typeInOrder(scene)
      expect((await scene.export()).stock).toMatchObject({ matched: 3, refused: 0 })
      expect([(await scene.entry('501')).state, (await scene.entry('502')).state]).toEqual(['done', 'problem'])
      const wanted = [37, afterCounter, 40]
      expect(stockOf(scene)).toEqual(wanted)
      for (const step of [printPackingSlip, makeInvoice]) {
        step(scene, '501')
        expect((await scene.export()).stock).toMatchObject({ matched: 3, written: 0 })
        expect(stockOf(scene)).toEqual(wanted)
      }
      const told = (await scene.log()).filter(({ code }) => code.startsWith('stock.unknown'))
      expect(told.map(({ code, data }) => [code, data['names']])).toEqual([
        ['stock.unknownInSnelStart', 'NIET-BEKEND'],
        ['stock.unknownInShop', 'ART-004, ART-005'],
      ])
      const [received] = scene.rows('tblInkoopOrderRegel')
      scene.change('tblInkoopOrderRegel', { ...received!, fldAantal: 50 })
      scene.stockShop.misbehave.ordersFail = true
      await scene.export().catch(() => undefined)
      expect(stockOf(scene)).toEqual(wanted)
      scene.stockShop.misbehave.ordersFail = false
      await scene.export()
      expect(stockOf(scene)).toEqual([47, afterCounter, 40])
    },
  )
})
