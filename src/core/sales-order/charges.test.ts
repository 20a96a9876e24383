// SALE-8, SALE-9: costs, discounts, gift cards and what is left over, every choice of every setting.
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { decimal } from '../money.ts'
import type { ChargeKind } from '../order.ts'
import { articleOf, desktopCapabilities, lists } from './testing/administration.ts'
import { booking, type Case, plan, problem } from './testing/book.ts'
import { orderOf } from './testing/orders.ts'

const line = { price: '100' }
const withCharge = (kind: ChargeKind, amount: string, percent: string | null = '21') => ({
  lines: [line],
  charges: [{ kind, amount, percent }],
})
const besides = (given: Case) =>
  plan(given)
    .document.lines.slice(1)
    .map((each) => `${each.articleCode} ${each.unitPrice}`)

describe('SALE-8 the article of each charge', () => {
  test.each([
    ['shipping', '4.95', '21', 'VERZEND-high 4.95'],
    ['shipping', '4.95', '9', 'VERZEND-low 4.95'],
    ['shipping', '4.95', '0', 'VERZEND-none 4.95'],
    ['payment', '0.35', '21', 'BETAAL-high 0.35'],
    ['discount', '-10', '9', 'KORTING-low -10'],
    ['fee', '2', '21', 'OVERIG-high 2'],
    ['wrapping', '3', '21', 'OVERIG-high 3'],
    ['fixedTax', '1.25', '0', 'OVERIG-none 1.25'],
    ['giftCard', '-25', null, 'BON -25'],
    ['rounding', '0.02', '0', 'VERSCHIL-none 0.02'],
  ] as const)('%s of %s at %s percent: %s', (kind, amount, percent, expected) => {
    const settings = { otherCostsArticle: 'OVERIG-high, OVERIG-none' }
    const lines = [line, { code: 'THEE', price: '50', percent: '9' }]
    const given = { order: { ...withCharge(kind, amount, percent), lines }, settings }
    expect(besides(given)).toContain(expected)
  })

  test('other costs go with payment costs where they have no setting', () => {
    expect(besides({ order: withCharge('fee', '2') })).toEqual(['BETAAL-high 2'])
  })

  test('a charge of nothing gives no line and needs no setting', () => {
    const settings = { shippingArticle: '' }
    expect(besides({ order: withCharge('shipping', '0'), settings })).toEqual([])
  })

  test('a charge over two rates gives a line for each', () => {
    const lines = [line, { code: 'THEE', price: '100', percent: '9' }]
    const half = (amount: string, percent: string) =>
      orderOf({ charges: [{ kind: 'discount', amount, percent }] }).charges[0]!
    const [high, low] = [half('-6', '21'), half('-4', '9')]
    const amounts = { amountExcl: decimal('-10'), amountIncl: decimal('-11.62') }
    const whole = { ...high, ...amounts, parts: [...high.parts, ...low.parts] }
    const booked = plan({ order: { lines, chargesAsTold: [whole] } }).document.lines.slice(2)
    const inWords = booked.map((each) => `${each.articleCode} ${each.unitPrice}`)
    expect(inWords).toEqual(['KORTING-high -6', 'KORTING-low -4'])
  })

  test('the charge’s title is the description, unless descriptions come from SnelStart', () => {
    const order = { lines: [line], charges: [{ kind: 'shipping', amount: '5', title: 'PostNL' }] } as const
    expect(plan({ order }).document.lines[1]?.description).toBe('PostNL')
    expect(plan({ order, settings: { orderLines: 'ownDescription' } }).document.lines[1]?.description).toBe('')
  })

  test.each([
    ['', 'sale.settingArticleEmpty'],
    ['WEG', 'sale.settingArticleUnknown'],
    ['UIT', 'sale.settingArticleInactive'],
    ['VERZEND-low, VERZEND-none', 'sale.chargeVat'],
    ['costtype1', 'sale.costTypesMissing'],
    ['Kostensoort 2', 'sale.costTypesMissing'],
  ])('‘%s’ gives %s, naming the charge, its amount and the setting', (shippingArticle, code) => {
    const known = { articles: [articleOf('UIT', 'high', { inactive: true })] }
    const found = problem({ order: withCharge('shipping', '10'), settings: { shippingArticle }, known })
    expect(found).toMatchObject({
      code,
      data: { whatNl: 'verzendkosten', whatEn: 'shipping costs', part: '12.10', setting: 'shippingArticle' },
    })
  })

  test('a setting is looked at only when an order needs it', () => {
    const settings = { shippingArticle: 'WEG', paymentArticle: '', discountArticle: 'costtype1' }
    expect(besides({ order: { lines: [line] }, settings })).toEqual([])
  })

  test.each([
    ['costtype1', 'kostensoort 1: 10.00'],
    ['kostensoort2', 'kostensoort 2: 10.00'],
  ])('%s puts it in the footer where the administration has cost types', (shippingArticle, expected) => {
    const known = { capabilities: desktopCapabilities }
    const booked = booking({ order: withCharge('shipping', '10'), settings: { shippingArticle }, known })
    expect(booked).toContain(expected)
    expect(booked.at(-1)).toBe('totaal: 133.10')
  })

  describe('where the template tells the VAT of its cost types', () => {
    const templates = lists.templates.map((each) => ({ ...each, costTypeVat: { 1: 'low', 2: 'high' } as const }))
    const known = { capabilities: desktopCapabilities, templates }
    const order = withCharge('shipping', '10')

    test.each([
      ['kostensoort1, kostensoort2', 'kostensoort 2: 10.00'],
      ['kostensoort1, VERZEND-high', '1 x VERZEND-high à 10 = 10.00 (21%)'],
    ])('‘%s’: the one at the shop’s rate is taken', (shippingArticle, expected) => {
      const booked = booking({ order, settings: { shippingArticle, orderLines: 'ownDescription' }, known })
      expect(booked.some((line) => line.startsWith(expected))).toBe(true)
      expect(booked.at(-1)).toBe('totaal: 133.10')
    })

    test('a cost type of another rate is a problem, not a wrong VAT return', () => {
      expect(problem({ order, settings: { shippingArticle: 'kostensoort1' }, known })).toMatchObject({
        code: 'sale.chargeVat',
        data: { codes: 'kostensoort1', shopPercent: '21', setting: 'shippingArticle' },
      })
    })

    test('export: no VAT is charged on any cost type, so the first one is right', () => {
      const abroad = {
        lines: [{ price: '100', percent: '0' }],
        charges: [{ kind: 'shipping', amount: '20', percent: '0' }],
      } as const
      const settings = { shippingArticle: 'kostensoort1' }
      const customer = { country: 'US' as CountryCode }
      expect(booking({ order: abroad, settings, known: { ...known, customer } })).toContain('kostensoort 1: 20.00')
    })
  })

  test('a charge whose VAT fits no rate is a problem', () => {
    const order = orderOf(withCharge('shipping', '10'))
    const odd = order.charges.map((each) => ({
      ...each,
      parts: each.parts.map((part) => ({ ...part, vatPercent: null })),
    }))
    expect(problem({ order: { ...withCharge('shipping', '10'), chargesAsTold: odd } }).code).toBe(
      'sale.chargeVatUnknown',
    )
  })

  test('export: no VAT is charged on any article, so the first one is right', () => {
    const order = {
      lines: [{ price: '100', percent: '0' }],
      charges: [{ kind: 'shipping', amount: '20', percent: '0' }],
    } as const
    expect(besides({ order, known: { customer: { country: 'US' as CountryCode } } })).toEqual(['VERZEND-high 20'])
  })
})

describe('SALE-8 gift cards', () => {
  test('a gift card sold is on the gift card article, without VAT', () => {
    const order = { lines: [{ kind: 'giftCardSold' as const, code: null, price: '50', percent: '0' }] }
    expect(booking({ order })[0]).toBe('1 x BON à 50 = 50.00 (0%) Artikel zonder code')
    expect(problem({ order, settings: { giftCardArticle: '' } }).data['setting']).toBe('giftCardArticle')
  })

  test('a gift card article with VAT is refused', () => {
    const found = problem({ order: withCharge('giftCard', '-25', null), settings: { giftCardArticle: 'MOK' } })
    expect(found).toMatchObject({ code: 'sale.chargeVat', data: { shopPercent: '0', codes: 'MOK' } })
  })
})

describe('SALE-9 what the total has over lines and costs', () => {
  const extra = (amount: string, percent: string) => ({ order: { lines: [line], extra: { amount, percent } } })

  test.each([
    ['after VAT', '-5', '0', 'VERSCHIL-none -5'],
    ['at the rate that the shop’s VAT shows', '-5', '21', 'VERSCHIL-high -5'],
    ['more than the lines', '2.5', '0', 'VERSCHIL-none 2.5'],
    ['one cent', '0.01', '0', 'VERSCHIL-none 0.01'],
  ])('%s: %s at %s percent on %s', (_, amount, percent, expected) => {
    expect(besides(extra(amount, percent))).toEqual([expected])
  })

  test('less than half a cent is no difference', () => {
    expect(besides(extra('0.004', '0'))).toEqual([])
  })

  test('a discount over two rates becomes a line for each', () => {
    const sketch = { lines: [line, { code: 'THEE', price: '50', percent: '9' }] }
    const vat = [
      { vatPercent: decimal(21), baseExcl: decimal(90), vatAmount: decimal('18.9'), title: '' },
      { vatPercent: decimal(9), baseExcl: decimal(45), vatAmount: decimal('4.05'), title: '' },
    ]
    const totals = { totalIncl: decimal('157.95'), totalInclUnrounded: decimal('157.95') }
    expect(booking({ order: { ...sketch, vat, ...totals } }).slice(2)).toEqual([
      '1 x VERSCHIL-high à -10 = -10.00 (21%)',
      '1 x VERSCHIL-low à -5 = -5.00 (9%)',
      'btw 21%: 18.90',
      'btw 9%: 4.05',
      'totaal: 157.95',
    ])
  })

  test('a tax by the piece inside a line’s price is a difference, not a rounding', () => {
    const eco = { ...line, totalIncl: decimal('124.5') }
    const totals = { totalIncl: decimal('124.5'), totalInclUnrounded: decimal('124.5') }
    expect(besides({ order: { lines: [eco], ...totals } })).toEqual(['VERSCHIL-none 3.5'])
    const found = problem({ order: { lines: [eco], ...totals }, settings: { differenceArticle: '' } })
    expect(found).toMatchObject({ code: 'sale.totalDifference', data: { difference: '3.50' } })
  })

  test('without an article it is a problem that names the difference and a likely cause', () => {
    const found = problem({ ...extra('-5', '0'), settings: { differenceArticle: '' } })
    expect(found).toMatchObject({ code: 'sale.totalDifference', data: { difference: '-5.00' } })
    expect(found.data['causeNl']).toContain('korting')
  })

  test('an article of the wrong rate is a problem, not a wrong VAT return', () => {
    const found = problem({ ...extra('-5', '21'), settings: { differenceArticle: 'VERSCHIL-none' } })
    expect(found).toMatchObject({ code: 'sale.chargeVat', data: { shopPercent: '21' } })
  })

  test('VAT that no line explains is a problem that names rate and both amounts', () => {
    const vat = [{ vatPercent: decimal(21), baseExcl: decimal(100), vatAmount: decimal(12), title: '' }]
    const found = problem({ order: { lines: [line], vat } })
    expect(found).toEqual({
      code: 'sale.vatDiffers',
      data: { vatPercent: '21', shopVat: '12.00', computedVat: '21.00' },
    })
  })

  test('VAT of a rate that no line has is a problem', () => {
    const vat = [
      { vatPercent: decimal(21), baseExcl: decimal(100), vatAmount: decimal(21), title: '' },
      { vatPercent: decimal(9), baseExcl: decimal(10), vatAmount: decimal('0.9'), title: '' },
    ]
    expect(problem({ order: { lines: [line], vat } })).toMatchObject({
      code: 'sale.vatDiffers',
      data: { vatPercent: '9' },
    })
  })

  test('an order that tells no VAT and does not add up is not guessed at', () => {
    const untaxed = { lines: [line], vat: [], totalIncl: decimal(100), totalInclUnrounded: decimal(100) }
    expect(problem({ order: untaxed }).code).toBe('sale.vatDiffers')
  })

  test('a shop that tells no VAT but adds up is believed', () => {
    expect(booking({ order: { lines: [line], vat: [] } })).toContain('btw 21%: 21.00')
  })

  /** Forty lines of 0.33 excl., each with VAT rounded to 0.07: 2.80 in the shop, 2.77 over the sum. */
  const roundedByLine = {
    lines: Array.from({ length: 40 }, () => ({ price: '0.33', totalIncl: decimal('0.40') })),
    vat: [{ vatPercent: decimal(21), baseExcl: decimal('13.2'), vatAmount: decimal('2.80'), title: '' }],
    totalIncl: decimal(16),
    totalInclUnrounded: decimal(16),
  }

  test('VAT rounded by the line is made right by a pair of difference lines', () => {
    expect(booking({ order: roundedByLine }).slice(-5)).toEqual([
      '1 x VERSCHIL-high à 0.11 = 0.11 (21%)',
      '1 x VERSCHIL-none à -0.11 = -0.11 (0%)',
      'btw 21%: 2.80',
      'btw 0%: 0.00',
      'totaal: 16.00',
    ])
  })

  test('VAT rounded by the line is a problem without difference articles', () => {
    const found = problem({ order: roundedByLine, settings: { differenceArticle: '' } })
    expect(found).toMatchObject({ code: 'sale.vatDiffers', data: { shopVat: '2.80', computedVat: '2.77' } })
  })
})
