// SALE-1 … SALE-4: everything about the order but its lines, every choice of every setting.
import { describe, expect, test } from 'vitest'
import type { RemoteId } from '../ids.ts'
import { desktopCapabilities, noFacts } from './testing/administration.ts'
import { type Case, decide, plan, problem } from './testing/book.ts'
import { address, type OrderSketch } from './testing/orders.ts'

const order: OrderSketch = { lines: [{ price: '10' }] }
const templateOf = (given: Omit<Case, 'order'>, sketch = order) => plan({ order: sketch, ...given }).document.templateId

describe('SALE-1 sales template', () => {
  test.each([
    ['by name', 'Web excl'],
    ['by name in other capitals', ' web EXCL '],
    ['by id', 'template-excl'],
  ])('is found %s', (_, salesTemplate) => {
    expect(templateOf({ settings: { salesTemplate } })).toBe('template-excl')
  })

  test.each([
    ['', 'sale.templateMissing'],
    ['Bestaat niet', 'sale.templateUnknown'],
    ['Oud', 'sale.templateInactive'],
  ])('‘%s’ gives %s', (salesTemplate, code) => {
    expect(problem({ order, settings: { salesTemplate } }).code).toBe(code)
  })

  test('a template with the other VAT way is a problem that names both ways', () => {
    const found = problem({ order, settings: { salesTemplate: 'Web incl' } })
    expect(found.code).toBe('sale.templateVat')
    expect(found.data).toMatchObject({ shopWayNl: 'exclusief', templateWayNl: 'inclusief', template: 'Web incl' })
    const incl: OrderSketch = { ...order, priceEntry: 'incl' }
    expect(problem({ order: incl, settings: { salesTemplate: 'Web excl' } }).code).toBe('sale.templateVat')
  })

  const last = (id: string | null) => ({
    settings: { lastTemplate: true },
    facts: { ...noFacts, lastTemplates: new Map([['customer-1', id as RemoteId | null]]) },
  })

  test('‘Laatste overnemen’ asks for the template of an existing customer', () => {
    const decision = decide({ order, settings: { lastTemplate: true } })
    expect(decision).toEqual({ kind: 'ask', questions: [{ kind: 'lastTemplate', customerId: 'customer-1' }] })
  })

  test('‘Laatste overnemen’ uses that template, else the chosen one', () => {
    expect(templateOf(last('template-english'))).toBe('template-english')
    expect(templateOf(last(null))).toBe('template-excl')
    expect(templateOf(last('template-old'))).toBe('template-excl')
    expect(templateOf(last('gone'))).toBe('template-excl')
  })

  test('why the last template was not used is said in a step', () => {
    const steps = plan({ order, ...last('template-old') }).steps.map((step) => step.key)
    expect(steps).toContain('sale.template.noLast')
  })

  test('‘Laatste overnemen’: the last template must have the shop’s VAT way as well', () => {
    expect(problem({ order, ...last('template-incl') }).code).toBe('sale.templateVat')
  })

  test('‘Laatste overnemen’ asks nothing for a new customer', () => {
    const known = { customer: { customer: newCustomer } }
    expect(templateOf({ settings: { lastTemplate: true }, known })).toBe('template-excl')
  })
})

const newCustomer = {
  action: 'create',
  code: null,
  fields: {
    name: 'Jan de Vries',
    establishment: { contact: '', street: '', postcode: '', city: '', country: null },
    correspondence: null,
    email: '',
    phone: '',
    mobile: '',
    vatNumber: '',
    cocNumber: '',
    paymentTermDays: null,
    emailInvoice: false,
    emailReminder: false,
  },
} as const

describe('SALE-2 payment reference', () => {
  const settings = { paymentReferenceUnique: true }
  const facts = (number: string | null) => ({ ...noFacts, paymentReferences: new Map([['1001', number]]) })

  test('is the order number, and nothing is asked unless it must be unique', () => {
    expect(plan({ order }).document.paymentReference).toBe('1001')
  })

  test('is asked for first where it must be unique', () => {
    const questions = [{ kind: 'paymentReference', reference: '1001' }]
    expect(decide({ order, settings: { ...settings, lastTemplate: true } })).toEqual({ kind: 'ask', questions })
  })

  test('an order whose reference SnelStart has already is skipped, naming SnelStart’s order', () => {
    const decision = decide({ order, settings, facts: facts('77') })
    expect(decision).toMatchObject({
      kind: 'skip',
      reason: { code: 'sale.referenceTaken', data: { snelStartNumber: '77' } },
    })
  })

  test('a free reference goes on', () => {
    expect(plan({ order, settings, facts: facts(null) }).document.paymentReference).toBe('1001')
  })
})

describe('SALE-3 order description', () => {
  test.each([
    ['generated', 'Betaald - iDEAL - tr_1'],
    ['empty', ''],
    ['shopName', 'OpenCart'],
    ['orderNumber', 'Webshop-order 1001'],
  ] as const)('%s: %s', (orderDescription, expected) => {
    const payment = { code: 'ideal', method: 'iDEAL', reference: 'tr_1', paidAmount: null }
    const given = { order: { ...order, payment }, settings: { orderDescription } }
    expect(plan(given).document.description).toBe(expected)
    expect(plan(given).warnings).toEqual([])
  })

  test('is shortened where one can see it, with a warning', () => {
    const made = plan({ order, settings: { orderDescription: 'shopName', profileName: 'Winkel '.repeat(20) } })
    expect(made.document.description).toHaveLength(49)
    expect(made.document.description.endsWith('…')).toBe(true)
    expect(made.warnings.map((warning) => warning.code)).toEqual(['sale.descriptionShortened'])
  })
})

describe('SALE-4 addresses', () => {
  const delivery = { ...address, company: 'Garage Jansen', street: 'Kade 3', street2: 'achterom', city: 'Delft' }

  test('from the order, as complete as possible', () => {
    const { invoiceAddress, deliveryAddress } = plan({ order: { ...order, deliveryAddress: delivery } }).document
    expect(invoiceAddress).toEqual({
      contact: 'Jan de Vries',
      street: 'Dorpsstraat 12',
      postcode: '1011 AB',
      city: 'Amsterdam',
      country: 'NL',
    })
    expect(deliveryAddress).toMatchObject({ contact: 'Garage Jansen, Jan de Vries', street: 'Kade 3 achterom' })
  })

  test('the delivery name has its own field where the administration has one', () => {
    const given = { order: { ...order, deliveryAddress: delivery }, known: { capabilities: desktopCapabilities } }
    const { deliveryAddress } = plan(given).document
    expect(deliveryAddress).toMatchObject({ name: 'Garage Jansen', contact: 'Jan de Vries' })
  })

  test('a company that is the customer’s own name is not repeated in the contact', () => {
    const own = { ...address, company: 'JAN DE VRIES', firstName: 'Piet', lastName: 'Bos' }
    expect(plan({ order: { ...order, invoiceAddress: own } }).document.invoiceAddress?.contact).toBe('Piet Bos')
  })

  test('from the customer card: none on the order', () => {
    const { invoiceAddress, deliveryAddress } = plan({ order, settings: { addresses: 'fromCustomer' } }).document
    expect([invoiceAddress, deliveryAddress]).toEqual([null, null])
  })

  test('a digital order without addresses leaves them to the customer card', () => {
    const digital = { ...order, invoiceAddress: null, deliveryAddress: null }
    const { invoiceAddress, deliveryAddress } = plan({ order: digital }).document
    expect([invoiceAddress, deliveryAddress]).toEqual([null, null])
  })

  test('an address without any content is no address', () => {
    const blank = { ...address, firstName: '', lastName: '', street: '', postcode: '', city: '', country: null }
    expect(plan({ order: { ...order, deliveryAddress: blank } }).document.deliveryAddress).toBeNull()
  })

  test.each([
    ['street', { street: 'S'.repeat(60) }, 50],
    ['postcode', { postcode: '1'.repeat(30) }, 25],
    ['city', { city: 'P'.repeat(60) }, 50],
    ['contact', { lastName: 'V'.repeat(60) }, 50],
  ] as const)('%s is shortened to SnelStart’s limit with a warning', (field, change, limit) => {
    const made = plan({ order: { ...order, deliveryAddress: { ...address, ...change } } })
    expect(made.document.deliveryAddress?.[field]).toHaveLength(limit)
    expect(made.warnings).toMatchObject([{ code: 'address.shortened', data: { whichNl: 'afleveradres' } }])
  })

  test('a country that cannot be recognised is a problem that names it', () => {
    const lost = { ...address, country: null, countryName: 'Atlantis' }
    const found = problem({ order: { ...order, invoiceAddress: lost } })
    expect(found).toMatchObject({ code: 'address.countryMissing', data: { country: 'Atlantis' } })
  })

  test('an American address keeps its state', () => {
    const american = { ...address, city: 'Springfield', region: 'Illinois', country: 'US' as never }
    const { deliveryAddress } = plan({ order: { ...order, deliveryAddress: american } }).document
    expect(deliveryAddress?.city).toBe('Springfield, Illinois')
  })
})

describe('orders that cannot be booked at all', () => {
  test('an order in another currency is a problem that names it', () => {
    const found = problem({ order: { ...order, currency: 'GBP' as never } })
    expect(found).toMatchObject({ code: 'sale.currency', data: { currency: 'GBP' } })
  })

  test('an order without lines and amount is a problem', () => {
    expect(problem({ order: {} }).code).toBe('sale.empty')
  })

  test('an order with a total of zero is made', () => {
    expect(plan({ order: { lines: [{ price: '0' }] } }).expected.totalIncl).toBe('0')
  })

  test('a problem with the customer stops the order and keeps its near misses', () => {
    const near = [{ code: '7' as never, name: 'Bijna', why: 'naam' }]
    const stopped = {
      ok: false,
      problem: { code: 'customer.ambiguous', data: {} },
      steps: [],
      nearMisses: near,
    } as const
    expect(decide({ order, known: { answer: stopped } })).toMatchObject({ kind: 'problem', nearMisses: near })
  })

  test('the shop’s remarks become the memo', () => {
    expect(plan({ order: { ...order, remarks: 'Graag snel' } }).document.memo).toBe('Graag snel')
  })
})
