// The laws that hold for every order and every setting: money adds up to the cent, VAT per rate is the shop's, the same
// input gives the same plan. The recomputation here shares no code with what it checks.
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article, SalesOrderDocument, VatKind } from '../administration.ts'
import type { Choices } from '../choices.ts'
import type { CountryCode } from '../ids.ts'
import type { ShopOrder } from '../order.ts'
import { type Decision, factKey, type SalesOrderPlan } from '../plan.ts'
import { decideSalesOrder } from './decide-sales-order.ts'
import type { CustomerChoice, Known } from './known.ts'
import { articleOf, componentOf, desktopCapabilities, knownWith, noFacts } from './testing/administration.ts'
import { choices, type Entry, type LineSketch, type OrderSketch, orderOf } from './testing/orders.ts'

const percents = ['21', '9', '0'] as const
const codeFor = { '21': 'MOK', '9': 'THEE', '0': 'BON' } as const

const price = fc.oneof(
  fc.integer({ min: 1, max: 20_000_000 }).map((units) => new Big(units).div(10_000).toFixed()),
  fc.constantFrom('0.3333', '0.0413', '0.04', '8.2645', '3.6697', '0', '99.95', '4.95'),
)
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map(String),
  fc.constantFrom('1', '3', '7', '100', '1000', '2.5', '0.75', '-1', '-3', '12.25'),
)

const line: fc.Arbitrary<LineSketch> = fc
  .record({ price, qty: quantity, percent: fc.constantFrom(...percents) })
  .chain((sketch) =>
    fc
      .record({
        code: fc.constantFrom<string | null>(codeFor[sketch.percent], `NIEUW${sketch.percent}`, null),
        options: fc.constantFrom(
          [],
          [{ name: 'Maat', value: 'XL', kind: 'select', unitPriceExcl: null }],
          [{ name: 'Opdruk', value: 'Naam', kind: 'text', unitPriceExcl: '1.2397' as never }],
        ),
      })
      .map((rest) => ({ ...sketch, ...rest })),
  )

const charge = fc.record({
  kind: fc.constantFrom('shipping', 'payment', 'fee', 'wrapping', 'discount', 'rounding', 'giftCard' as const),
  cents: fc.integer({ min: 1, max: 200_000 }),
  percent: fc.constantFrom(...percents),
})

const sketch: fc.Arbitrary<OrderSketch> = fc
  .record({
    priceEntry: fc.constantFrom<Entry>('incl', 'excl'),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    charges: fc.array(charge, { maxLength: 3 }),
    extra: fc.option(
      fc.record({ amount: fc.constantFrom('-5', '-12.1', '3.5', '0.01'), percent: fc.constantFrom(...percents) }),
      { nil: null },
    ),
  })
  .map(({ charges, extra, ...rest }) => ({
    ...rest,
    charges: charges.map(({ kind, cents, percent }) => ({
      kind,
      amount: new Big(kind === 'discount' || kind === 'giftCard' ? -cents : cents).div(100).toFixed(),
      percent: kind === 'giftCard' ? null : percent,
    })),
    ...(extra === null ? {} : { extra }),
  }))

const settings: fc.Arbitrary<Partial<Choices>> = fc.record({
  orderLines: fc.constantFrom('full', 'ownDescription'),
  productOptions: fc.constantFrom('ignore', 'onLine', 'separateLine'),
  recipes: fc.constantFrom('never', 'always', 'choiceOrAlways', 'expand'),
  articleHandling: fc.constantFrom('add', 'addAndUpdate', 'manual'),
  addresses: fc.constantFrom('fromOrder', 'fromCustomer'),
  shippingArticle: fc.constantFrom(choices.shippingArticle, 'costtype1'),
})

const decimals = fc.constantFrom(2, 2, 3, 4)

const kit = [
  articleOf('MOK', 'high', {
    recipeMode: 'always',
    components: [componentOf('LEPEL', '2'), componentOf('DOOS', '1')],
  }),
  articleOf('LEPEL', 'low'),
  articleOf('DOOS', 'high'),
]

const known = (priceDecimals: number, made: readonly Article[], customer: Partial<CustomerChoice> = {}): Known =>
  knownWith({ articles: [...kit, ...made], company: { priceDecimals }, capabilities: desktopCapabilities, customer })

function decide(
  order: ShopOrder,
  set: Partial<Choices>,
  priceDecimals: number,
  made: readonly Article[] = [],
): Decision {
  const all = { ...choices, salesTemplate: order.priceEntry === 'incl' ? 'Web incl' : 'Web excl', ...set }
  const first = decideSalesOrder(order, all, known(priceDecimals, made), noFacts)
  if (first.kind !== 'ask') return first
  const answers = first.questions.map((question) => [factKey(question), null] as const)
  return decideSalesOrder(order, all, known(priceDecimals, made), { ...noFacts, agreedPrices: new Map(answers) })
}

/** What SnelStart makes of the document, in other words than ours: per rate the sum of rounded lines, VAT on it rounded. */
function recompute(document: SalesOrderDocument, costTypePercent: string) {
  const groups = new Map<string, Big>()
  const count = (percent: string, amount: Big) =>
    groups.set(percent, (groups.get(percent) ?? new Big(0)).plus(amount.round(2, Big.roundHalfUp)))
  for (const each of document.lines) count(each.vatPercent, new Big(each.quantity).times(each.unitPrice))
  if (document.costType1 !== null) count(costTypePercent, new Big(document.costType1))
  const vat = new Map<string, string>()
  let total = new Big(0)
  for (const [percent, base] of groups) {
    const divisor = document.priceEntry === 'excl' ? new Big(100) : new Big(100).plus(percent)
    const amount = base.times(percent).div(divisor).round(2, Big.roundHalfUp)
    vat.set(percent, amount.toFixed(2))
    total = total.plus(base).plus(document.priceEntry === 'excl' ? amount : 0)
  }
  return { total: total.toFixed(2), vat }
}

const vatOfShop = (order: ShopOrder) =>
  order.vat.map((row) => [row.vatPercent, new Big(row.vatAmount).round(2, Big.roundHalfUp).toFixed(2)] as const)

/** Orders with shipping on a cost type and several rates for it cannot be recomputed from the document alone. */
const shippingPercent = (order: ShopOrder): string | null => {
  const used = order.charges.filter((each) => each.kind === 'shipping').flatMap((each) => each.parts)
  const rates = new Set(used.map((part) => part.vatPercent ?? '0'))
  return rates.size > 1 ? null : ([...rates][0] ?? '0')
}

const planOf = (decision: Decision): SalesOrderPlan | null => (decision.kind === 'plan' ? decision.plan : null)

/** Lines of one line of the shop, together. */
const quantityOf = (document: SalesOrderDocument, ref: string): string =>
  document.lines
    .filter((each) => each.origin.kind === 'line' && each.origin.ref === ref)
    .reduce((total, each) => total.plus(each.quantity), new Big(0))
    .toFixed()

const amountOf = (document: SalesOrderDocument, ref: string): Big =>
  document.lines
    .filter((each) => each.origin.kind === 'line' && each.origin.ref === ref)
    .reduce(
      (total, each) => total.plus(new Big(each.quantity).times(each.unitPrice).round(2, Big.roundHalfUp)),
      new Big(0),
    )

/** The same order in a shop that rounds VAT on each line, and adds up what it rounded. */
function roundedByLine(order: ShopOrder): ShopOrder {
  const cents = (value: string) => new Big(value).round(2, Big.roundHalfUp).toFixed() as never
  const lines = order.lines.map((each) => {
    const [totalExcl, totalIncl] = [cents(each.totalExcl), cents(each.totalIncl)]
    return { ...each, totalExcl, totalIncl }
  })
  const rates = [...new Set(lines.map((each) => each.vatPercent ?? '0'))].filter((rate) => rate !== '0')
  const vat = rates.map((rate) => {
    const own = lines.filter((each) => each.vatPercent === rate)
    const sumOf = (key: 'totalExcl' | 'totalIncl') => own.reduce((total, each) => total.plus(each[key]), new Big(0))
    const [baseExcl, incl] = [sumOf('totalExcl'), sumOf('totalIncl')]
    const amounts = { baseExcl: baseExcl.toFixed() as never, vatAmount: incl.minus(baseExcl).toFixed() as never }
    return { vatPercent: rate as never, title: '', ...amounts }
  })
  const total = lines.reduce((sum, each) => sum.plus(each.totalIncl), new Big(0)).toFixed() as never
  return { ...order, lines, charges: [], vat, totalIncl: total, totalInclUnrounded: total }
}

function expectExact(order: ShopOrder, plan: SalesOrderPlan, costTypePercent = '0'): void {
  const booked = recompute(plan.document, costTypePercent)
  expect(booked.total).toBe(new Big(order.totalIncl).toFixed(2))
  for (const [rate, amount] of vatOfShop(order)) expect(booked.vat.get(rate) ?? '0.00').toBe(amount)
}

describe('every order and every setting', () => {
  test('SALE-9 lines + costs + difference = the shop’s total, and VAT per rate is the shop’s, to the cent', () => {
    let tried = 0
    let planned = 0
    fc.assert(
      fc.property(sketch, settings, decimals, (order, set, priceDecimals) => {
        const shopOrder = orderOf(order)
        const plan = planOf(decide(shopOrder, set, priceDecimals))
        tried++
        if (plan === null) return
        planned++
        const percent = shippingPercent(shopOrder)
        if (percent !== null) expectExact(shopOrder, plan, percent)
        expect(plan.expected.totalIncl).toBe(new Big(shopOrder.totalIncl).toFixed())
        const differences = plan.document.lines.filter((each) => each.origin.kind === 'difference')
        const booked = differences.reduce((sum, each) => sum.plus(each.unitPrice), new Big(0))
        // Without a difference in the shop there are at most the cents that rounding leaves over.
        if (order.extra === undefined) expect(booked.abs().toNumber()).toBeLessThan(0.04)
      }),
      { numRuns: 1500 },
    )
    expect(planned / tried).toBeGreaterThan(0.9)
  })

  test('a shop that rounds VAT by the line: exact with a difference article per rate, never silently off', () => {
    let tried = 0
    let planned = 0
    const differenceArticle = fc.constantFrom(choices.differenceArticle, choices.differenceArticle, '', 'VERSCHIL-none')
    fc.assert(
      fc.property(sketch, differenceArticle, (order, article) => {
        const shopOrder = roundedByLine(orderOf(order))
        const decision = decide(shopOrder, { differenceArticle: article }, 2)
        if (article === choices.differenceArticle) tried++
        if (decision.kind === 'problem') {
          expect(['sale.vatDiffers', 'sale.totalDifference', 'sale.rounding']).toContain(decision.problem.code)
          return
        }
        const plan = planOf(decision)
        if (plan === null) return
        if (article === choices.differenceArticle) planned++
        expectExact(shopOrder, plan)
      }),
      { numRuns: 1000 },
    )
    expect(planned / tried).toBeGreaterThan(0.9)
  })

  test('SALE-5 quantities stay exact however a line is split, and each line stays within a cent of the shop’s', () => {
    fc.assert(
      fc.property(sketch, decimals, (order, priceDecimals) => {
        const shopOrder = orderOf({ ...order, charges: [] })
        const plan = planOf(decide(shopOrder, { productOptions: 'ignore' }, priceDecimals))
        for (const each of plan === null ? [] : shopOrder.lines) {
          expect(quantityOf(plan!.document, each.id)).toBe(each.quantity)
          const shop = shopOrder.priceEntry === 'incl' ? each.totalIncl : each.totalExcl
          expect(amountOf(plan!.document, each.id).minus(shop).abs().toNumber()).toBeLessThanOrEqual(0.01)
        }
      }),
      { numRuns: 600 },
    )
  })

  test('SALE-5 with SnelStart’s prices the costs and the difference are still the shop’s', () => {
    fc.assert(
      fc.property(sketch, decimals, (order, priceDecimals) => {
        const shopOrder = orderOf(order)
        const plan = planOf(decide(shopOrder, { orderLines: 'codeAndQuantity' }, priceDecimals))
        expect(plan).not.toBeNull()
        const ownPrice = shopOrder.priceEntry === 'incl' ? '12.1' : '10'
        const mugs = plan!.document.lines.filter((each) => each.origin.kind === 'line' && each.articleCode === 'MOK')
        for (const mug of mugs) expect(mug.unitPrice).toBe(ownPrice)
        const besides = plan!.document.lines.filter((each) => each.origin.kind === 'charge')
        const booked = besides.reduce((sum, each) => sum.plus(new Big(each.unitPrice).times(each.quantity)), new Big(0))
        const amount = shopOrder.priceEntry === 'incl' ? 'amountIncl' : 'amountExcl'
        const charged = shopOrder.charges.reduce((sum, each) => sum.plus(each[amount]), new Big(0))
        expect(booked.minus(charged).abs().toNumber()).toBeLessThan(0.03)
        const total = recompute(plan!.document, '0').total
        expect(new Big(plan!.expected.totalIncl).toFixed(2)).toBe(total)
        const said = plan!.warnings.some((warning) => warning.code === 'sale.totalByChoice')
        expect(said).toBe(total !== new Big(shopOrder.totalIncl).toFixed(2))
      }),
      { numRuns: 300 },
    )
  })

  test('export and reverse charge: no VAT, whatever the articles’ revenue groups, and still the shop’s total', () => {
    const abroad = fc.constantFrom({ country: 'US', hasVatNumber: false }, { country: 'DE', hasVatNumber: true })
    fc.assert(
      fc.property(sketch, abroad, (order, { country, hasVatNumber }) => {
        const untaxed = { ...order, lines: order.lines?.map((each) => ({ ...each, percent: '0' })) ?? [], charges: [] }
        const shopOrder = orderOf({ ...untaxed, extra: { amount: '1', percent: '0' } })
        const view = known(2, [], { country: country as CountryCode, hasVatNumber })
        const salesTemplate = shopOrder.priceEntry === 'incl' ? 'Web incl' : 'Web excl'
        const plan = planOf(decideSalesOrder(shopOrder, { ...choices, salesTemplate }, view, noFacts))
        expect(plan?.expected.totalIncl).toBe(new Big(shopOrder.totalIncl).toFixed())
        expect(plan?.expected.vat.filter((each) => each.vatAmount !== '0')).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('ART-3 decided again after its articles were made, the order makes none and is the same', () => {
    fc.assert(
      fc.property(sketch, (order) => {
        const shopOrder = orderOf(order)
        const first = planOf(decide(shopOrder, {}, 2))
        const made = (first?.articles ?? []).flatMap((each) => (each.action === 'create' ? [each.fields] : []))
        const articles = made.map((fields) => {
          const kind = fields.revenueGroupId.replace('group-', '') as VatKind
          return articleOf(fields.code, kind, { description: fields.description, salesPrice: fields.salesPrice })
        })
        const second = planOf(decide(shopOrder, {}, 2, articles))
        expect(second?.articles ?? []).toEqual([])
        expect(second?.document).toEqual(first?.document)
      }),
      { numRuns: 200 },
    )
  })

  test('the same order, settings and knowledge give the same decision', () => {
    fc.assert(
      fc.property(sketch, settings, decimals, (order, set, priceDecimals) => {
        const once = decide(orderOf(order), set, priceDecimals)
        expect(decide(orderOf(order), set, priceDecimals)).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})
