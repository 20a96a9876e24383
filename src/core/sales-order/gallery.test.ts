// One order per code of the catalogues of sales orders and articles, with the message that a user reads.
import { describe, expect, test } from 'vitest'
import { articleProblems } from '../article/problems.ts'
import type { CountryCode } from '../ids.ts'
import { decimal } from '../money.ts'
import type { Problem, ProblemText } from '../problem.ts'
import { fillIn, type Language } from '../text.ts'
import { salesProblems } from './problems.ts'
import { agreedPrices, articleOf, componentOf, noFacts } from './testing/administration.ts'
import { type Case, decide } from './testing/book.ts'
import { address, orderOf } from './testing/orders.ts'

const line = { price: '10' }
const order = { lines: [line] }
const newLine = { code: 'NIEUW', price: '10' }
const shipping = { lines: [line], charges: [{ kind: 'shipping', amount: '5' }] } as const
const inactive = [articleOf('UIT', 'high', { inactive: true })]
const kit = [articleOf('MOK', 'high', { recipeMode: 'content', components: [componentOf('WEG', '1')] })]
const germany = { country: 'DE' as CountryCode, hasVatNumber: true }
const vat = (amount: string) => [
  { vatPercent: decimal(21), baseExcl: decimal(10), vatAmount: decimal(amount), title: '' },
]
const ean = { customFields: { EAN: 'MOK' } }
const own = { orderLines: 'codeAndQuantity' } as const
const oddShipping = orderOf(shipping).charges.map((charge) => ({
  ...charge,
  parts: charge.parts.map((part) => ({ ...part, vatPercent: null })),
}))

const gallery: Readonly<Record<string, Case>> = {
  'sale.empty': { order: {} },
  'sale.currency': { order: { ...order, currency: 'USD' as never } },
  'sale.referenceTaken': {
    order,
    settings: { paymentReferenceUnique: true },
    facts: { ...noFacts, paymentReferences: new Map([['1001', '77']]) },
  },
  'sale.templateMissing': { order, settings: { salesTemplate: '' } },
  'sale.templateUnknown': { order, settings: { salesTemplate: 'Weg' } },
  'sale.templateInactive': { order, settings: { salesTemplate: 'Oud' } },
  'sale.templateVat': { order, settings: { salesTemplate: 'Web incl' } },
  'sale.descriptionShortened': { order, settings: { orderDescription: 'shopName', profileName: 'Winkel '.repeat(9) } },
  'address.shortened': { order: { ...order, invoiceAddress: { ...address, street: 'Lange straat '.repeat(5) } } },
  'address.countryMissing': { order: { ...order, invoiceAddress: { ...address, country: null } } },
  'sale.lineVat': { order: { lines: [{ ...line, percent: '9' }] } },
  'sale.lineVatAbroad': { order, known: { customer: germany } },
  'sale.articleGroup': { order, known: { articles: [articleOf('MOK', 'high', { revenueGroupId: null })] } },
  'sale.settingArticleEmpty': { order: shipping, settings: { shippingArticle: '' } },
  'sale.settingArticleUnknown': { order: shipping, settings: { shippingArticle: 'WEG' } },
  'sale.settingArticleInactive': {
    order: shipping,
    settings: { shippingArticle: 'UIT' },
    known: { articles: inactive },
  },
  'sale.chargeVat': { order: shipping, settings: { shippingArticle: 'VERZEND-low' } },
  'sale.chargeVatUnknown': { order: { lines: [line], chargesAsTold: oddShipping } },
  'sale.costTypesMissing': { order: shipping, settings: { shippingArticle: 'costtype1' } },
  'sale.quantityDecimals': { order: { lines: [{ ...line, qty: '0.125' }] } },
  'sale.quantityZero': { order: { lines: [{ ...line, qty: '0', totalExcl: decimal(1), totalIncl: decimal('1.21') }] } },
  'sale.priceFromAccounting': {
    order,
    settings: own,
    known: { articles: [articleOf('MOK', 'high', { salesPrice: null })] },
    facts: agreedPrices({ 'id-MOK|customer-1|1': null }),
  },
  'sale.recipeModeUnknown': { order, settings: { recipes: 'always' }, known: { articles: kit } },
  'sale.componentUnknown': { order, settings: { recipes: 'expand' }, known: { articles: kit } },
  'sale.lineDescriptionShortened': { order: { lines: [{ ...line, description: 'Lang '.repeat(60) }] } },
  'sale.totalDifference': {
    order: { ...order, extra: { amount: '-5', percent: '0' } },
    settings: { differenceArticle: '' },
  },
  'sale.vatDiffers': { order: { ...order, vat: vat('1') } },
  'sale.rounding': { order: { lines: [{ price: '0.0248' }] }, settings: { differenceArticle: '' } },
  'sale.totalByChoice': {
    order: { lines: [{ price: '11' }] },
    settings: own,
    facts: agreedPrices({ 'id-MOK|customer-1|1': null }),
  },
  'article.ambiguous': {
    order,
    settings: { articleCodeField: 'EAN' },
    known: { articles: [articleOf('A', 'high', ean), articleOf('B', 'high', ean)] },
  },
  'article.inactive': { order: { lines: [{ ...line, code: 'UIT' }] }, known: { articles: inactive } },
  'article.codeNotNumeric': { order: { lines: [newLine] }, known: { company: { articleCodeNumeric: true } } },
  'article.codeTooLong': { order: { lines: [newLine] }, known: { company: { articleCodeMaxLength: 3 } } },
  'article.codeTaken': { order, settings: { articleCodeField: 'EAN' } },
  'article.revenueGroupMissing': { order: { lines: [newLine] }, settings: { revenueGroup: '' } },
  'article.revenueGroupUnknown': { order: { lines: [newLine] }, settings: { revenueGroup: 'Weg' } },
  'article.revenueGroupVat': { order: { lines: [{ ...newLine, percent: '9' }] }, settings: { revenueGroupLow: '' } },
  'article.vatAbroad': { order: { lines: [newLine] }, known: { customer: germany } },
  'article.descriptionShortened': { order: { lines: [{ ...newLine, description: 'Lang '.repeat(60) }] } },
}

/** What was said of an order, whether it stopped it or not. */
function said(given: Case): readonly Problem[] {
  const decision = decide(given)
  switch (decision.kind) {
    case 'problem':
      return [decision.problem]
    case 'skip':
      return [decision.reason]
    case 'plan':
      return decision.plan.warnings
    case 'ask':
      return []
  }
}

const catalogue: Readonly<Record<string, ProblemText>> = { ...salesProblems, ...articleProblems }

describe('every message', () => {
  test.each(Object.keys(catalogue))('%s is given by an order, and no place in its words stays empty', (code) => {
    const found = said(gallery[code] ?? { order }).find((each) => each.code === code)
    expect(found).toBeDefined()
    const data = { ...found?.data, number: '1001', customer: 'Jan de Vries', amount: '€ 12,10' }
    for (const language of ['nl', 'en'] satisfies Language[]) {
      const words = [catalogue[code]!.text[language], catalogue[code]!.todo[language]].map((text) => fillIn(text, data))
      expect(words.join(' ')).not.toMatch(/[{}]/)
      expect(words[0]).toContain('1001')
    }
  })

  test('the level says whether the order is made', () => {
    for (const [code, given] of Object.entries(gallery)) {
      expect([code, decide(given).kind === 'problem']).toEqual([code, catalogue[code]?.level === 'problem'])
    }
  })
})
