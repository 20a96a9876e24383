// Who and what of a shop's order is found in an SQL administration by the whole program: customers in the ways of 'Slim', articles by
// an extra field. Recognised is not made again.
import { afterEach, expect, test } from 'vitest'
import { describeWith } from '../support/fixtures.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { adding } from './desktop-bench.ts'
import { sampleAdministration } from './sample.ts'
import type { SampleRow } from './tables.ts'
import { startWhole, type Whole, type WholeOptions } from './whole-scene.ts'

const scenes: Whole[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

async function begin(options: WholeOptions): Promise<Whole> {
  const scene = await startWhole(options)
  scenes.push(scene)
  return scene
}

const small = sampleAdministration({ customers: 20, articles: 10, stocked: 5 })
const mug: SampleRow = {
  ...{ fldArtikelID: 9001, fldArtikelcode: 'ART-0001', fldOmschrijving: 'Mok', fldVerkoopprijs: '9.0000' },
  ...{ fldArtikelOmzetgroepID: 1, fldReceptPlaatsen: 1 },
}
const customer = (key: number, name: string, more: SampleRow): SampleRow => ({
  ...{ fldRelatieID: key, fldRelatieSoort: 0, fldRelatiecode: 30_000 + key, fldNaam: name, fldLandID: 1 },
  ...{ fldPostcode: '9999 ZZ', ...more },
})

describeWith({ servers: ['mono'] }, 'recognition in SnelStart SQL', () => {
  test('CUST-4 by code, e-mail in any field narrowed by postcode, VAT number, name and postcode; else a new one', async () => {
    const shared = 'inkoop@garage.example'
    const administration = adding(small, {
      tblArtikel: [mug],
      tblRelatie: [
        customer(901, 'Op code', {}),
        customer(902, 'Garage Noord', { fldEmail: shared }),
        customer(903, 'Garage Zuid', {
          fldAanmaningEmailen: true,
          fldAanmaningCcEmailAdres: `x@y.example; ${shared}`,
          fldPostcode: '3011AB',
        }),
        customer(904, 'Op btw', { fldBtwNummer: 'NL 0044.955.45.B01' }),
        customer(905, 'B.V. Cafe Zwart', { fldPostcode: '1011AB' }),
        { ...customer(906, 'Leverancier', { fldEmail: 'nieuw@voorbeeld.example' }), fldRelatieSoort: 1 },
      ],
    })
    const scene = await begin({
      administration,
      orders: [
        mugOrder(1, guest('Code', { customerId: 7, code: '30901' })),
        mugOrder(2, guest('Mail', { email: shared.toUpperCase(), postcode: '3011 AB', city: 'Rotterdam' })),
        mugOrder(3, guest('Btw', { company: 'Heel Anders', vatNumber: 'NL004495545B01' })),
        mugOrder(4, guest('Naam', { company: 'Café Zwart bv' })),
        mugOrder(5, guest('Nieuw')),
      ],
    })
    await scene.import()
    const keys = scene.rows('tblVerkoopOrder').map((row) => [row['fldBetalingskenmerk'], row['fldRelatieID']])
    expect(keys).toEqual([
      ['1', 901],
      ['2', 903],
      ['3', 904],
      ['4', 905],
      ['5', 907],
    ])
    expect(scene.rows('tblRelatie').at(-1)).toMatchObject({
      fldRelatieID: 907,
      fldRelatieSoort: 0,
      fldNaam: 'Nieuw Jansen',
    })
  })

  test('ART-1 an article by the shop’s code in an extra field; a new one gets it there', async () => {
    const scene = await begin({
      administration: adding(small, { tblX_Artikel: [{ fldArtikelID: 3, fldEAN: 'ART-0001' }] }),
      settings: { articles: { revenueGroup: '1', revenueGroupLow: '2', articleCodeField: 'EAN' } },
      orders: [mugOrder(1, guest('Anna'), { lines: [1, 3].map((article) => ({ article, quantity: 1 })) })],
    })
    await scene.import()
    expect((await scene.entry(1)).problem).toBeNull()
    const articles = scene.rows('tblVerkoopOrderRegel').map((row) => row['fldArtikelID'])
    const made = scene.rows('tblX_Artikel').at(-1)
    expect(articles).toEqual([3, made?.['fldArtikelID']])
    expect(made).toMatchObject({ fldEAN: 'ART-0003' })
  })
})
