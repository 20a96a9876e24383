// The administration and the settings that a Dutch shop owner with foreign consumers would have: an article per VAT rate for
// each kind of cost, foreign VAT by the one-stop shop, one template with prices including VAT.
import type { Seed } from '../../src/accounting/snelstart-online/fake.ts'
import { seedArticle } from '../support/scene.ts'

const high = 1
const low = 2
const none = 3
const shipping = 8

const foreignRates = (countryCode: string, standard: number, reduced: number) => ({
  countryCode,
  vatRates: [
    { rateCode: 'SR', rate: standard, validFrom: '2021-07-01T00:00:00' },
    { rateCode: 'RRH', rate: reduced, validFrom: '2021-07-01T00:00:00' },
  ],
})

export const administration: Seed = {
  companyInfo: {
    factureerBuitenlandsBtw: true,
    factureerBuitenlandsBtwRanges: [{ from: Date.UTC(2021, 6, 1), to: Date.UTC(2400, 11, 31) }],
  },
  vatrates: [foreignRates('BEL', 21, 6), foreignRates('DEU', 19, 7)],
  artikelen: [
    seedArticle('VERZ', 'Verzendkosten', shipping),
    seedArticle('VERZLAAG', 'Verzendkosten laag tarief', low),
    seedArticle('VERZGEEN', 'Verzendkosten zonder btw', none),
    seedArticle('KORTING', 'Korting', high),
    seedArticle('KORTINGLAAG', 'Korting laag tarief', low),
    seedArticle('KORTINGGEEN', 'Korting zonder btw', none),
    seedArticle('BETAAL', 'Betalingskosten', high),
    seedArticle('KOSTEN', 'Overige kosten', high),
    seedArticle('KOSTENGEEN', 'Overige kosten zonder btw', none),
    seedArticle('BON', 'Cadeaubon of tegoed', none),
    seedArticle('VERSCHIL', 'Verschil', high),
    seedArticle('VERSCHILLAAG', 'Verschil laag tarief', low),
    seedArticle('VERSCHILGEEN', 'Verschil zonder btw', none),
    seedArticle('DIVERS', 'Divers', high),
    seedArticle('DIVERSLAAG', 'Divers laag tarief', low),
    seedArticle('DIVERSGEEN', 'Divers zonder btw', none),
  ],
}

export const sensibleSettings = {
  sales: {
    salesTemplate: 'Factuur inclusief btw',
    shippingArticle: 'VERZ, VERZLAAG, VERZGEEN',
    discountArticle: 'KORTING, KORTINGLAAG, KORTINGGEEN',
    paymentArticle: 'BETAAL',
    otherCostsArticle: 'KOSTEN, KOSTENGEEN',
    giftCardArticle: 'BON',
    defaultArticle: 'DIVERS, DIVERSLAAG, DIVERSGEEN',
  },
  articles: { revenueGroup: '1', revenueGroupLow: '2', revenueGroupNone: '3' },
  customers: { recognition: 'smart', customerHandling: 'add', paymentTermDays: 14 },
} as const

export const differenceArticles = 'VERSCHIL, VERSCHILLAAG, VERSCHILGEEN'
