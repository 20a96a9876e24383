// Whole bookings that a bookkeeper can read and check: the order, the settings that matter, and what SnelStart gets.
import { describe, expect, test } from 'vitest'
import { articleOf, componentOf, desktopCapabilities } from './testing/administration.ts'
import { booking, type Case } from './testing/book.ts'

type Golden = Case & { readonly title: string; readonly booking: readonly string[] }

const golden: readonly Golden[] = [
  {
    title: 'prices excl.: two rates with shipping, as OpenCart stores them (38.00 in all)',
    order: {
      lines: [
        { code: 'MOK', qty: '2', price: '8.2645' },
        { code: 'THEE', qty: '3', price: '3.6697', percent: '9' },
      ],
      charges: [{ kind: 'shipping', amount: '4.9587', title: 'Verzendkosten' }],
    },
    booking: [
      '1 x MOK à 8.26 = 8.26 (21%) Artikel MOK',
      '1 x MOK à 8.27 = 8.27 (21%) Artikel MOK',
      '3 x THEE à 3.67 = 11.01 (9%) Artikel THEE',
      '1 x VERZEND-high à 4.96 = 4.96 (21%) Verzendkosten',
      'btw 21%: 4.51',
      'btw 9%: 0.99',
      'totaal: 38.00',
    ],
  },
  {
    title: 'prices incl.: the same order needs no cent moved',
    order: {
      priceEntry: 'incl',
      lines: [
        { code: 'MOK', qty: '2', price: '10' },
        { code: 'THEE', qty: '3', price: '4', percent: '9' },
      ],
      charges: [{ kind: 'shipping', amount: '6', title: 'Verzendkosten' }],
    },
    booking: [
      '2 x MOK à 10 = 20.00 (21%) Artikel MOK',
      '3 x THEE à 4 = 12.00 (9%) Artikel THEE',
      '1 x VERZEND-high à 6 = 6.00 (21%) Verzendkosten',
      'btw 21%: 4.51',
      'btw 9%: 0.99',
      'totaal: 38.00',
    ],
  },
  {
    title: 'three for one euro: no price in cents gives it, so the line is split and the quantity stays three',
    order: { lines: [{ qty: '3', price: '0.3333', percent: '0', code: 'BON' }] },
    booking: [
      '2 x BON à 0.33 = 0.66 (0%) Artikel BON',
      '1 x BON à 0.34 = 0.34 (0%) Artikel BON',
      'btw 0%: 0.00',
      'totaal: 1.00',
    ],
  },
  {
    title: 'three for one euro in an administration with four decimals needs no split',
    order: { lines: [{ qty: '3', price: '0.3333', percent: '0', code: 'BON' }] },
    known: { company: { priceDecimals: 4 } },
    booking: ['3 x BON à 0.3333 = 1.00 (0%) Artikel BON', 'btw 0%: 0.00', 'totaal: 1.00'],
  },
  {
    title: 'a thousand screws for 50.00 incl.',
    order: { lines: [{ qty: '1000', price: '0.0413223' }] },
    booking: [
      '868 x MOK à 0.04 = 34.72 (21%) Artikel MOK',
      '132 x MOK à 0.05 = 6.60 (21%) Artikel MOK',
      'btw 21%: 8.68',
      'totaal: 50.00',
    ],
  },
  {
    title: 'two and a half metres, a discount of 10 % and a payment fee',
    order: {
      lines: [{ qty: '2.5', price: '3.33' }],
      charges: [
        { kind: 'discount', amount: '-0.8325', title: 'Kortingscode LENTE' },
        { kind: 'payment', amount: '0.35', title: 'iDEAL' },
      ],
    },
    booking: [
      '2.5 x MOK à 3.33 = 8.33 (21%) Artikel MOK',
      '1 x KORTING-high à -0.84 = -0.84 (21%) Kortingscode LENTE',
      '1 x BETAAL-high à 0.35 = 0.35 (21%) iDEAL',
      'btw 21%: 1.65',
      'totaal: 9.49',
    ],
  },
  {
    title: 'prices excl.: 0.03 is a total that no sum at 21 % gives (0.02 → 0.02, 0.03 → 0.04), so a cent stands apart',
    order: { lines: [{ price: '0.0248' }] },
    booking: [
      '1 x MOK à 0.03 = 0.03 (21%) Artikel MOK',
      '1 x VERSCHIL-none à -0.01 = -0.01 (0%)',
      'btw 21%: 0.01',
      'btw 0%: 0.00',
      'totaal: 0.03',
    ],
  },
  {
    title: 'a gift card pays a part: after VAT, so without VAT',
    order: {
      priceEntry: 'incl',
      lines: [{ price: '24.20' }],
      charges: [{ kind: 'giftCard', amount: '-15', percent: null, title: 'Cadeaubon ABC' }],
    },
    booking: [
      '1 x MOK à 24.2 = 24.20 (21%) Artikel MOK',
      '1 x BON à -15 = -15.00 (0%) Cadeaubon ABC',
      'btw 21%: 4.20',
      'btw 0%: 0.00',
      'totaal: 9.20',
    ],
  },
  {
    title: 'a discount of a plug-in that the shop tells nowhere but in total and VAT',
    order: { lines: [{ price: '100' }], extra: { amount: '-10', percent: '21' } },
    booking: [
      '1 x MOK à 100 = 100.00 (21%) Artikel MOK',
      '1 x VERSCHIL-high à -10 = -10.00 (21%)',
      'btw 21%: 18.90',
      'totaal: 108.90',
    ],
  },
  {
    title: 'returned goods: negative quantity, negative total',
    order: { lines: [{ qty: '-2', price: '8.2645' }] },
    booking: [
      '-1 x MOK à 8.26 = -8.26 (21%) Artikel MOK',
      '-1 x MOK à 8.27 = -8.27 (21%) Artikel MOK',
      'btw 21%: -3.47',
      'totaal: -20.00',
    ],
  },
  {
    title: 'a recipe comes along at no price, shipping goes to the order’s footer',
    order: { lines: [{ code: 'KIT', qty: '2', price: '50' }], charges: [{ kind: 'shipping', amount: '5' }] },
    settings: { recipes: 'always', shippingArticle: 'kostensoort 1' },
    known: {
      capabilities: desktopCapabilities,
      articles: [
        articleOf('KIT', 'high', {
          recipeMode: 'always',
          components: [componentOf('THEE', '3'), componentOf('BON', '1')],
        }),
      ],
    },
    booking: [
      '2 x KIT à 50 = 100.00 (21%) Artikel KIT',
      '6 x THEE à 0 = 0.00 (9%)',
      '2 x BON à 0 = 0.00 (0%)',
      'kostensoort 1: 5.00',
      'btw 21%: 22.05',
      'btw 9%: 0.00',
      'btw 0%: 0.00',
      'totaal: 127.05',
    ],
  },
]

describe('a bookkeeper reads', () => {
  test.each(golden)('$title', ({ booking: expected, ...given }) => {
    expect(booking(given)).toEqual(expected)
  })
})
