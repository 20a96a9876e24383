// The demo's scene (BEY-9): a sample shop and a SnelStart simulator on loopback, and the settings of a profile between them.
// Beside main.ts the only file that knows concrete parts; everything in it is invented.
import { type Seed, startSimulator } from './accounting/snelstart-online/fake.ts'
import type { Scene } from './cli/demo.ts'
import { demoOrders, startOpenCartFake } from './shops/opencart/fake.ts'

/** The administration as it is before the import: two customers that the shop knows as well, and a few articles. */
const seed: Seed = {
  companyInfo: {
    administratieNaam: 'Voorbeeldwinkel B.V.',
    factureerBuitenlandsBtw: true,
    // In milliseconds since 1970: from July 2021 on.
    factureerBuitenlandsBtwRanges: [{ from: Date.UTC(2021, 6, 1), to: Date.UTC(2400, 11, 31) }],
  },
  vatrates: [
    { countryCode: 'BEL', vatRates: rates(21, 6) },
    { countryCode: 'DEU', vatRates: rates(19, 7) },
  ],
  relaties: [
    {
      relatiesoort: ['Klant'],
      relatiecode: 20045,
      naam: 'Bakkerij het Hoekje BV',
      email: 'inkoop@bakkerijhoekje.example',
      vestigingsAdres: { straat: 'Industrieweg 100', postcode: '2521CK', plaats: 'Den Haag', land: 'NL' },
    },
    {
      relatiesoort: ['Klant'],
      relatiecode: 20051,
      naam: 'S. Bakker & Zn.',
      email: 'sanne@voorbeeld.example',
      vestigingsAdres: { straat: 'Kerkstraat 7 bis', postcode: '3511 LX', plaats: 'Utrecht', land: 'NL' },
    },
  ],
  artikelen: [
    article('ART-0001', 'Koffiemok 350 ml', 1, '10.00'),
    article('ART-0002', 'Thee Earl Grey 100 g', 2, '4.00'),
    article('ART-0003', 'Espressomachine Pro', 1, '499.00'),
    article('VERZ', 'Verzendkosten', 8, '6.00'),
    article('KORTING', 'Korting hoog tarief', 1, '0'),
    article('KORTINGLAAG', 'Korting laag tarief', 2, '0'),
    article('BETAAL', 'Betalingskosten', 8, '2.50'),
    article('BON', 'Cadeaubon', 3, '0'),
  ],
}

function rates(standard: number, reduced: number) {
  const validFrom = '2021-07-01T00:00:00'
  return [
    { rateCode: 'SR', rate: standard, validFrom },
    { rateCode: 'RRH', rate: reduced, validFrom },
  ]
}

function article(artikelcode: string, omschrijving: string, artikelOmzetgroep: number, verkoopprijs: string) {
  return { artikelcode, omschrijving, artikelOmzetgroep, verkoopprijs }
}

/** Starts both sides on free ports of this machine. */
export async function startDemoScene(): Promise<Scene> {
  const shop = await startOpenCartFake({ orders: demoOrders() })
  const simulator = await startSimulator({ seed })
  return {
    shopKind: 'opencart',
    accountingKind: 'snelstart-online',
    settings: {
      general: { startAt: '2026-03-01T00:00:00Z' },
      shop: { transport: 'none', shopUrl: shop.url },
      accounting: { apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
      sales: {
        salesTemplate: 'Factuur inclusief btw',
        shippingArticle: 'VERZ',
        discountArticle: 'KORTING, KORTINGLAAG',
        paymentArticle: 'BETAAL',
        giftCardArticle: 'BON',
      },
      articles: { revenueGroup: '1', revenueGroupLow: '2', revenueGroupNone: '3' },
      customers: { recognition: 'smart', customerHandling: 'add', paymentTermDays: 14 },
      bookkeeping: {},
    },
    secrets: {
      'accounting.clientKey': simulator.clientKey,
      'accounting.subscriptionKeyPrimary': simulator.subscriptionKeys.primary,
      'memory.endpointUrl': shop.memory.endpointUrl,
      'memory.key': shop.memory.key,
    },
    addresses: { shop: shop.url, accounting: simulator.url },
    calls: () => simulator.calls().length,
    stop: async () => {
      await shop.stop()
      await simulator.stop()
    },
  }
}
