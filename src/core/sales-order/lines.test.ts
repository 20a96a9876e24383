// SALE-5 … SALE-7, SALE-10: the lines of the order, every choice of every setting.
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { decimal } from '../money.ts'
import { agreedPrices, articleOf, componentOf, desktopCapabilities } from './testing/administration.ts'
import { booking, type Case, decide, plan, problem } from './testing/book.ts'

const line = { price: '12.50', qty: '2', description: 'Mok uit de webshop' }
const order = { lines: [line] }
const firstLine = (given: Case) => plan(given).document.lines[0]!

describe('SALE-5 handling of order lines', () => {
  test('full: code, description, quantity and price of the shop', () => {
    expect(firstLine({ order })).toMatchObject({
      articleCode: 'MOK',
      description: 'Mok uit de webshop',
      quantity: '2',
      unitPrice: '12.5',
    })
  })

  test('ownDescription: SnelStart’s description, the shop’s price', () => {
    const made = firstLine({ order, settings: { orderLines: 'ownDescription' } })
    expect(made).toMatchObject({ description: '', unitPrice: '12.5' })
  })

  const own = { settings: { orderLines: 'codeAndQuantity' } } as const

  test('codeAndQuantity: asks the agreed price for article, customer and quantity', () => {
    const question = { kind: 'agreedPrice', articleId: 'id-MOK', customerId: 'customer-1', quantity: '2' }
    expect(decide({ order, ...own })).toEqual({ kind: 'ask', questions: [question] })
  })

  test('codeAndQuantity: each question once', () => {
    expect(decide({ order: { lines: [line, line] }, ...own })).toMatchObject({ questions: [{}] })
  })

  test('codeAndQuantity: the agreed price, and a warning that names both totals', () => {
    const made = plan({ order, ...own, facts: agreedPrices({ 'id-MOK|customer-1|2': '9.95' }) })
    expect(made.document.lines[0]).toMatchObject({ description: '', unitPrice: '9.95' })
    expect(made.warnings).toEqual([{ code: 'sale.totalByChoice', data: { total: '24.08', shopTotal: '30.25' } }])
  })

  test('codeAndQuantity: tells that the price is SnelStart’s own, and of no other line', () => {
    const charged = { ...order, charges: [{ kind: 'shipping', amount: '4.95' }] } as const
    const made = plan({ order: charged, ...own, facts: agreedPrices({ 'id-MOK|customer-1|2': null }) })
    expect(made.document.lines.map(({ ownPrice }) => ownPrice)).toEqual([true, undefined])
    expect(firstLine({ order })).not.toHaveProperty('ownPrice')
  })

  test('codeAndQuantity: the article’s own price where there is no agreement', () => {
    expect(firstLine({ order, ...own, facts: agreedPrices({ 'id-MOK|customer-1|2': null }) }).unitPrice).toBe('10')
  })

  test('codeAndQuantity: without any price in SnelStart it is a problem', () => {
    const known = { articles: [articleOf('MOK', 'high', { salesPrice: null })] }
    const found = problem({ order, ...own, known, facts: agreedPrices({ 'id-MOK|customer-1|2': null }) })
    expect(found).toEqual({ code: 'sale.priceFromAccounting', data: { code: 'MOK' } })
  })

  test.each([
    ['incl', true, 'NL', '12.10'],
    ['incl', false, 'NL', '10'],
    ['excl', true, 'NL', '10'],
    ['excl', false, 'NL', '8.26'],
    ['excl', false, 'US', '8.26'],
    ['incl', false, 'US', '8.26'],
  ] as const)(
    'codeAndQuantity: order %s, article file excl. %s, customer in %s: %s',
    (priceEntry, excl, country, price) => {
      const percent = country === 'NL' ? '21' : '0'
      const made = firstLine({
        order: { priceEntry, lines: [{ ...line, percent }] },
        ...own,
        known: { company: { articlePricesExclVat: excl }, customer: { country: country as CountryCode } },
        facts: agreedPrices({ 'id-MOK|customer-1|2': null }),
      })
      expect(made.unitPrice).toBe(decimal(price))
    },
  )

  test('codeAndQuantity: costs stay the shop’s, and a difference in the shop is still booked', () => {
    const given: Case = {
      order: { ...order, charges: [{ kind: 'shipping', amount: '4.95' }], extra: { amount: '-1', percent: '0' } },
      ...own,
      facts: agreedPrices({ 'id-MOK|customer-1|2': null }),
    }
    expect(booking(given)).toEqual([
      '2 x MOK à 10 = 20.00 (21%)',
      '1 x VERZEND-high à 4.95 = 4.95 (21%)',
      '1 x VERSCHIL-none à -1 = -1.00 (0%)',
      'btw 21%: 5.24',
      'btw 0%: 0.00',
      'totaal: 29.19',
    ])
  })

  test('a quantity with more decimals than SnelStart keeps is a problem: stock is not rounded', () => {
    const found = problem({ order: { lines: [{ ...line, qty: '0.125' }] } })
    expect(found).toMatchObject({ code: 'sale.quantityDecimals', data: { quantity: '0.125', decimals: '2' } })
  })

  test('a line of quantity 0 is kept when it costs nothing, and a problem when it does', () => {
    expect(firstLine({ order: { lines: [{ ...line, qty: '0' }] } })).toMatchObject({ quantity: '0', unitPrice: '0' })
    const odd = { ...line, qty: '0', totalExcl: decimal(5), totalIncl: decimal('6.05') }
    expect(problem({ order: { lines: [odd] } }).code).toBe('sale.quantityZero')
  })

  test('a free line, whose rate the shop cannot tell, takes the article’s', () => {
    const free = { ...line, price: '0', vatPercent: null }
    expect(firstLine({ order: { lines: [free] } })).toMatchObject({ unitPrice: '0', vatPercent: '21' })
  })

  test('a line whose rate the shop could not tell is believed by its amounts', () => {
    expect(firstLine({ order: { lines: [{ ...line, vatPercent: null }], vat: vat21('5.25') } }).vatPercent).toBe('21')
    const eco = { ...line, totalIncl: decimal('32.75'), vatPercent: null }
    expect(problem({ order: { lines: [eco] } })).toMatchObject({ code: 'sale.lineVat', data: { shopPercent: '?' } })
  })

  test('500 lines are no trouble', () => {
    const lines = Array.from({ length: 500 }, () => ({ price: '0.3333', qty: '3' }))
    expect(plan({ order: { lines } }).expected.totalIncl).toBe('604.94')
  })
})

const vat21 = (amount: string) => [
  { vatPercent: decimal(21), baseExcl: decimal(25), vatAmount: decimal(amount), title: '' },
]

describe('SALE-5 the VAT of a line is what SnelStart will charge', () => {
  test('another rate in the shop than the article has is a problem that names both', () => {
    const found = problem({ order: { lines: [{ ...line, percent: '9' }] } })
    expect(found).toEqual({ code: 'sale.lineVat', data: { code: 'MOK', shopPercent: '9', percent: '21' } })
  })

  test('an article whose revenue group is not known is a problem', () => {
    const known = { articles: [articleOf('MOK', 'high', { revenueGroupId: null })] }
    expect(problem({ order, known }).code).toBe('sale.articleGroup')
  })

  test('a customer abroad without the VAT that SnelStart charges is a problem that names country and number', () => {
    const found = problem({ order, known: { customer: { country: 'DE' as CountryCode, hasVatNumber: true } } })
    expect(found).toMatchObject({
      code: 'sale.lineVatAbroad',
      data: { shopPercent: '21', percent: '0', country: 'DE', vatNumberNl: 'met' },
    })
  })

  test('one-stop shop: the German rate for a German consumer', () => {
    const known = { customer: { country: 'DE' as CountryCode }, company: { foreignVat: true } }
    const german = {
      lines: [
        { ...line, percent: '19' },
        { code: 'THEE', price: '4', percent: '7' },
      ],
    }
    expect(booking({ order: german, known })).toContain('btw 19%: 4.75')
  })
})

describe('SALE-6 recipes', () => {
  const kit = (recipeMode: 'never' | 'choice' | 'always' | 'content') => [
    articleOf('KIT', 'high', { recipeMode, components: [componentOf('THEE', '3'), componentOf('BON', '0.5')] }),
  ]
  const kitOrder = { lines: [{ code: 'KIT', qty: '2', price: '50' }] }
  const codes = (given: Case) => plan(given).document.lines.map((each) => `${each.quantity} ${each.articleCode}`)
  const expanded = ['2 KIT', '6 THEE', '1 BON']

  test.each([
    ['never', 'always', ['2 KIT']],
    ['always', 'never', ['2 KIT']],
    ['always', 'choice', ['2 KIT']],
    ['always', 'always', expanded],
    ['choiceOrAlways', 'never', ['2 KIT']],
    ['choiceOrAlways', 'choice', expanded],
    ['choiceOrAlways', 'always', expanded],
    ['expand', 'never', expanded],
    ['expand', 'content', expanded],
  ] as const)('setting %s, article %s: %j', (recipes, mode, expected) => {
    const known = { articles: kit(mode), capabilities: desktopCapabilities }
    expect(codes({ order: kitOrder, settings: { recipes }, known })).toEqual(expected)
  })

  test.each(['always', 'choiceOrAlways'] as const)('%s: a problem where the mode cannot be read', (recipes) => {
    const known = { articles: kit('content') }
    expect(problem({ order: kitOrder, settings: { recipes }, known }).code).toBe('sale.recipeModeUnknown')
    expect(plan({ order, settings: { recipes }, known }).document.lines).toHaveLength(1)
  })

  test('a problem where recipes cannot be read at all', () => {
    const capabilities = { ...desktopCapabilities, recipeModes: 'none' } as const
    expect(problem({ order, settings: { recipes: 'expand' }, known: { capabilities } }).code).toBe(
      'sale.recipeModeUnknown',
    )
  })

  test('nested recipes are expanded, and one that comes back to itself ends', () => {
    const articles = [
      articleOf('KIT', 'high', { recipeMode: 'always', components: [componentOf('DOOS', '2')] }),
      articleOf('DOOS', 'high', {
        recipeMode: 'always',
        components: [componentOf('THEE', '5'), componentOf('KIT', '1')],
      }),
    ]
    const given = { order: kitOrder, settings: { recipes: 'expand' }, known: { articles } } as const
    expect(codes(given)).toEqual(['2 KIT', '4 DOOS', '20 THEE'])
  })

  test('components cost nothing in the shop’s prices, and have their own in SnelStart’s', () => {
    const known = { articles: kit('content') }
    expect(plan({ order: kitOrder, settings: { recipes: 'expand' }, known }).document.lines[1]?.unitPrice).toBe('0')
    const facts = agreedPrices({
      'id-KIT|customer-1|2': null,
      'id-THEE|customer-1|6': '2',
      'id-BON|customer-1|1': null,
    })
    const given = {
      order: kitOrder,
      settings: { recipes: 'expand', orderLines: 'codeAndQuantity' },
      known,
      facts,
    } as const
    expect(plan(given).document.lines.map((each) => each.unitPrice)).toEqual(['10', '2', '10'])
  })

  test.each([
    ['unknown', []],
    ['inactive', [articleOf('LOS', 'high', { inactive: true })]],
  ])('an %s component is a problem', (_, others) => {
    const articles = [
      articleOf('KIT', 'high', { recipeMode: 'always', components: [componentOf('LOS', '1')] }),
      ...others,
    ]
    const found = problem({ order: kitOrder, settings: { recipes: 'expand' }, known: { articles } })
    expect(found).toEqual({ code: 'sale.componentUnknown', data: { code: 'KIT', component: 'LOS' } })
  })
})

describe('SALE-7 product options', () => {
  const size = { name: 'Maat', value: 'XXL', kind: 'select', unitPriceExcl: null }
  const print = { name: 'Opdruk', value: 'Jan', kind: 'text', unitPriceExcl: decimal('2.50') }
  const withOptions = { lines: [{ ...line, options: [size, print] }] }

  test('ignore: the description as it is', () => {
    expect(firstLine({ order: withOptions, settings: { productOptions: 'ignore' } }).description).toBe(line.description)
  })

  test('onLine: behind the description', () => {
    expect(firstLine({ order: withOptions }).description).toBe('Mok uit de webshop - Maat: XXL, Opdruk: Jan')
  })

  test('onLine with SnelStart’s description: behind that one', () => {
    const given = { order: withOptions, settings: { orderLines: 'ownDescription' } } as const
    expect(firstLine(given).description).toBe('SnelStart MOK - Maat: XXL, Opdruk: Jan')
  })

  test('onLine: shortened to 250 where one can see it, with a warning', () => {
    const long = { ...size, value: 'X'.repeat(300) }
    const made = plan({ order: { lines: [{ ...line, options: [long] }] } })
    expect(made.document.lines[0]?.description).toHaveLength(250)
    expect(made.warnings.map((warning) => warning.code)).toEqual(['sale.lineDescriptionShortened'])
  })

  test('separateLine: a line per option, its own price taken off the article’s', () => {
    const settings = { productOptions: 'separateLine', optionArticle: 'OPTIE-low, OPTIE-high' } as const
    expect(booking({ order: withOptions, settings })).toEqual([
      '2 x MOK à 10 = 20.00 (21%) Mok uit de webshop',
      '2 x OPTIE-high à 0 = 0.00 (21%) Maat: XXL',
      '2 x OPTIE-high à 2.5 = 5.00 (21%) Opdruk: Jan',
      'btw 21%: 5.25',
      'totaal: 30.25',
    ])
  })

  test('separateLine: without an article for options the default article; a free option may have another rate', () => {
    const settings = { productOptions: 'separateLine', defaultArticle: 'STANDAARD-low' } as const
    const lines = plan({ order: { lines: [{ ...line, options: [size] }] }, settings }).document.lines
    expect(lines[1]).toMatchObject({ articleCode: 'STANDAARD-low', unitPrice: '0' })
    expect(problem({ order: withOptions, settings }).code).toBe('sale.chargeVat')
  })

  test('separateLine with SnelStart’s prices: the option article’s own price', () => {
    const settings = {
      productOptions: 'separateLine',
      optionArticle: 'OPTIE-high',
      orderLines: 'codeAndQuantity',
    } as const
    const facts = agreedPrices({ 'id-MOK|customer-1|2': null, 'id-OPTIE-high|customer-1|2': '1' })
    const lines = plan({ order: withOptions, settings, facts }).document.lines
    expect(lines.map((each) => each.unitPrice)).toEqual(['10', '1', '1'])
  })

  const words = { productOptions: 'separateLine', optionArticle: '', defaultArticle: '' } as const
  const onDesktop = { capabilities: desktopCapabilities }

  test('separateLine without any article: an option without a price is a line of words alone, where there are such lines', () => {
    const given = { order: { lines: [{ ...line, options: [size] }] }, settings: words }
    expect(problem(given).code).toBe('sale.settingArticleEmpty')
    expect(plan({ ...given, known: onDesktop }).document.lines[1]).toMatchObject({
      ...{ articleCode: '', description: 'Maat: XXL', quantity: '0', unitPrice: '0', text: true },
      origin: { kind: 'option' },
    })
    expect(booking({ ...given, known: onDesktop })).toEqual([
      '2 x MOK à 12.5 = 25.00 (21%) Mok uit de webshop',
      '0 x  à 0 = 0.00 (21%) Maat: XXL',
      'btw 21%: 5.25',
      'totaal: 30.25',
    ])
    expect(plan({ ...given, known: onDesktop }).knownArticles).toEqual([{ code: 'MOK', id: 'id-MOK' }])
  })

  test('separateLine without any article: an option with a price still needs one', () => {
    expect(problem({ order: withOptions, settings: words, known: onDesktop }).code).toBe('sale.settingArticleEmpty')
  })

  test('separateLine: no article set is a problem only where an order has options', () => {
    const settings = { productOptions: 'separateLine', defaultArticle: '' } as const
    expect(problem({ order: withOptions, settings }).code).toBe('sale.settingArticleEmpty')
    expect(plan({ order, settings }).document.lines).toHaveLength(1)
  })
})

describe('SALE-10 default article', () => {
  const noCode = { lines: [{ ...line, code: null, percent: '9' }] }

  test('for a line without code, the one with the line’s rate', () => {
    expect(firstLine({ order: noCode })).toMatchObject({ articleCode: 'STANDAARD-low', description: line.description })
  })

  test.each([
    ['', 'sale.settingArticleEmpty'],
    ['WEG', 'sale.settingArticleUnknown'],
    ['STANDAARD-high', 'sale.chargeVat'],
    ['UIT', 'sale.settingArticleInactive'],
  ])('‘%s’ gives %s', (defaultArticle, code) => {
    const known = { articles: [articleOf('UIT', 'low', { inactive: true })] }
    const found = problem({ order: noCode, settings: { defaultArticle }, known })
    expect(found).toMatchObject({ code, data: { setting: 'defaultArticle' } })
  })

  test('a line without code whose rate fits nothing is a problem', () => {
    const odd = { ...line, code: null, vatPercent: null, totalIncl: decimal(40) }
    expect(problem({ order: { lines: [odd] } }).code).toBe('sale.chargeVatUnknown')
  })
})
