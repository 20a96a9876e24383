import { describe, expect, test } from 'vitest'
import type { Customer } from '../administration.ts'
import type { CustomerChoices } from '../choices.ts'
import { Bug } from '../failures.ts'
import type { CustomerCode, Instant, RemoteId } from '../ids.ts'
import type { ShopOrder } from '../order.ts'
import type { ChosenCustomer } from '../plan.ts'
import { buildCustomerIndex } from './customer-index.ts'
import { decideCustomer } from './decide-customer.ts'
import { type CustomerProblemCode, customerProblems } from './problems.ts'
import { emailGroup, sampleCard, sampleChoices, sampleOrder } from './samples.ts'

function decide(
  order: ShopOrder,
  choices: Partial<CustomerChoices>,
  cards: readonly Customer[],
  byPerson: ChosenCustomer | null = null,
) {
  const lookUp = (id: string) => cards.find((card) => card.id === id) ?? null
  return decideCustomer(order, sampleChoices(choices), buildCustomerIndex(cards), lookUp, byPerson)
}
const chosen: ChosenCustomer = {
  id: 'id-2' as RemoteId,
  code: '2' as CustomerCode,
  name: 'Jansen B.V.',
  by: 'Jan',
  at: '2026-03-01T00:00:00.000Z' as Instant,
}
const planned = (...of: Parameters<typeof decide>) => {
  const decision = decide(...of)
  return decision.ok ? decision.value.customer : decision.problem.code
}

const known = sampleCard(5, { email: 'piet@bakker.nl' })

describe('CUST-5 handling', () => {
  test('add only: a known customer is used as it is', () => {
    expect(planned(sampleOrder(), {}, [known])).toEqual({
      action: 'use',
      id: known.id,
      code: '5',
      name: 'Jansen B.V.',
      changes: null,
    })
  })

  test('add and update: a known customer gets what the order says', () => {
    const customer = planned(sampleOrder(), { customerHandling: 'addAndUpdate' }, [known])
    expect(customer).toMatchObject({
      action: 'use',
      changes: { name: 'Piet Bakker', establishment: { postcode: '9876 ZX' } },
    })
  })

  test('add: an unknown customer is made, with the next free code', () => {
    expect(planned(sampleOrder(), {}, [])).toMatchObject({
      action: 'create',
      code: null,
      fields: { name: 'Piet Bakker' },
    })
  })

  test('CUST-6 the payment term is for new customers', () => {
    expect(planned(sampleOrder(), { paymentTermDays: 8 }, [])).toMatchObject({ fields: { paymentTermDays: 8 } })
    const updated = planned(sampleOrder(), { paymentTermDays: 8, customerHandling: 'addAndUpdate' }, [known])
    expect(updated).not.toHaveProperty('changes.paymentTermDays')
  })

  test('by hand: a known customer is used, an unknown one gets the default customer, nobody is made or changed', () => {
    const choices = { customerHandling: 'manual', defaultCustomerCode: '0099' } as const
    const fixed = sampleCard(99, { name: 'Webshop' })
    expect(planned(sampleOrder(), choices, [known, fixed])).toMatchObject({ action: 'use', code: '5', changes: null })
    expect(planned(sampleOrder(), choices, [fixed])).toMatchObject({ action: 'use', code: '99', changes: null })
    expect(decide(sampleOrder(), choices, [fixed]).steps.at(-1)).toMatchObject({
      key: 'customer.default',
      decided: true,
    })
  })
})

describe('CUST-1 the code of a new customer', () => {
  const withCode = (code: string) => sampleOrder({ customer: { code } })

  test('is that of the webshop where SnelStart can take it', () => {
    expect(planned(withCode('0123'), { recognition: 'code' }, [])).toMatchObject({ action: 'create', code: '123' })
    expect(planned(withCode('123'), {}, [])).toMatchObject({ action: 'create', code: '123' })
  })

  test('is the next free one where it cannot be used and customers are recognised by more than the code', () => {
    expect(planned(withCode('K-9'), {}, [])).toMatchObject({ action: 'create', code: null })
    expect(planned(withCode('9'), {}, [sampleCard(9, { inactive: true })])).toMatchObject({
      action: 'create',
      code: null,
    })
  })
})

test('every decision carries its steps and near misses, a problem too', () => {
  const twice = [known, sampleCard(6, { email: 'piet@bakker.nl' })]
  const decision = decide(sampleOrder(), { recognition: 'email' }, twice)
  expect(decision).toMatchObject({ ok: false, problem: { code: 'customer.ambiguous' } })
  expect(decision.steps.at(-1)).toMatchObject({ key: 'customer.email.main', decided: true })
  expect(decision.nearMisses.map(({ code }) => code)).toEqual(['5', '6'])
})

test('an index that knows a customer nobody can look up is a bug, not a guess', () => {
  const index = buildCustomerIndex([known])
  const choices = sampleChoices({ customerHandling: 'addAndUpdate' })
  expect(() => decideCustomer(sampleOrder(), choices, index, () => null)).toThrow(Bug)
})

describe('a customer that a person chose', () => {
  const both = [1, 2].map((code) => sampleCard(code, { email: 'piet@bakker.nl' }))
  const choose = (cards: readonly Customer[], choices: Partial<CustomerChoices> = {}) =>
    decide(sampleOrder(), choices, cards, chosen)

  test('USE-2 is used where recognition cannot tell, and the explanation says who chose and what was tried', () => {
    expect(choose(both, { recognition: 'email' })).toMatchObject({
      ok: true,
      value: { customer: { action: 'use', id: 'id-2', code: '2', changes: null } },
    })
    const { steps } = choose(both, { recognition: 'email' })
    expect(steps.map(({ key, decided }) => [key, decided])).toEqual([
      ['customer.email.main', false],
      ['customer.chosen', true],
    ])
    expect(steps.at(-1)?.text.nl).toBe('Gekozen door Jan: 2 Jansen B.V.')
  })

  test('USE-2 goes before one that is recognised and before making a new one, and keeps the card as it is', () => {
    for (const cards of [[sampleCard(1, { email: 'piet@bakker.nl' }), sampleCard(2)], [sampleCard(2)]])
      for (const customerHandling of ['add', 'addAndUpdate', 'manual'] as const)
        expect(choose(cards, { customerHandling })).toMatchObject({
          ok: true,
          value: { customer: { action: 'use', id: 'id-2', changes: null } },
        })
  })

  test.each([[[]], [[sampleCard(2, { inactive: true })]]])(
    'USE-2 is a problem once it is gone or inactive',
    (cards) => {
      expect(choose(cards)).toMatchObject({
        ok: false,
        problem: { code: 'customer.chosenGone', data: { by: 'Jan', chosen: '2 Jansen B.V.' } },
      })
    },
  )
})

type Provoked = readonly [
  order: ShopOrder,
  choices: Partial<CustomerChoices>,
  cards: readonly Customer[],
  chosen?: ChosenCustomer,
]
const long = 'Een tekst die langer is dan de vijftig tekens die SnelStart in een veld toelaat'
const invoiceWith = (invoice: object): Provoked => [sampleOrder({ invoice }), {}, []]
const customerWith = (customer: object): Provoked => [sampleOrder({ customer }), {}, []]

/** One order for each code, so that none is in the catalogue for nothing. */
const provoking: Readonly<Record<CustomerProblemCode, Provoked>> = {
  'customer.codeMissing': [sampleOrder(), { recognition: 'code' }, []],
  'customer.codeUnusable': [sampleOrder({ customer: { code: 'K-9' } }), { recognition: 'code' }, []],
  'customer.codeInactive': [
    sampleOrder({ customer: { code: '9' } }),
    { recognition: 'code' },
    [sampleCard(9, { inactive: true })],
  ],
  'customer.ambiguous': [
    sampleOrder(),
    { recognition: 'email' },
    [
      sampleCard(1, { invoiceEmail: emailGroup('piet@bakker.nl') }),
      sampleCard(2, { invoiceEmail: emailGroup('piet@bakker.nl') }),
    ],
  ],
  'customer.chosenGone': [sampleOrder(), {}, [], chosen],
  'customer.emailMissing': [sampleOrder({ customer: { email: '' } }), { recognition: 'email' }, []],
  'customer.nameMissing': [
    sampleOrder({ invoice: { firstName: '', lastName: '' }, customer: { firstName: '', lastName: '' } }),
    {},
    [],
  ],
  'customer.defaultCodeMissing': [sampleOrder(), { customerHandling: 'manual' }, []],
  'customer.defaultCodeUnknown': [
    sampleOrder(),
    { customerHandling: 'manual', defaultCustomerCode: '99' },
    [sampleCard(99, { inactive: true })],
  ],
  'customer.codeUnknown': customerWith({ code: '123' }),
  'customer.codeIgnored': customerWith({ code: 'K-9' }),
  'customer.addressMissing': [sampleOrder({ invoice: null }), {}, []],
  'customer.addressIncomplete': invoiceWith({ city: '' }),
  'customer.addressKept': [
    sampleOrder({ invoice: { country: 'BE' as never } }),
    { customerHandling: 'addAndUpdate' },
    [{ ...known, vatNumber: 'NL004495445B01' }],
  ],
  'customer.nameShortened': invoiceWith({ company: long }),
  'customer.contactShortened': invoiceWith({ company: 'Bakker BV', lastName: long }),
  'customer.streetShortened': invoiceWith({ street: long }),
  'customer.postcodeShortened': invoiceWith({ postcode: long }),
  'customer.cityShortened': invoiceWith({ city: long }),
  'customer.phoneShortened': customerWith({ phone: '020-1234567 of 020-7654321' }),
  'customer.emailLeftOut': customerWith({ email: 'piet' }),
  'customer.vatNumberLeftOut': customerWith({ vatNumber: 'NL123456789B01' }),
  'customer.vatNumberOtherCountry': customerWith({ vatNumber: 'BE0428759497' }),
  'customer.cocNumberLeftOut': customerWith({ cocNumber: '12' }),
  'customer.emailSwitchesOff': customerWith({ email: '' }),
}

describe('every problem and warning about customers', () => {
  test.each(Object.entries(provoking))('%s is given with all that its texts name', (code, of) => {
    const decision = decide(...of)
    const given = decision.ok ? decision.value.warnings : [decision.problem]
    const problem = given.find((each) => each.code === code)
    expect(given.map((each) => each.code)).toContain(code)
    const entry = customerProblems[code as CustomerProblemCode]
    expect(entry.level).toBe(decision.ok ? 'warning' : 'problem')
    const places = Object.values({ ...entry.text }).flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    )
    expect(Object.keys(problem?.data ?? {})).toEqual(
      expect.arrayContaining(places.filter((name) => !['number', 'customer', 'amount'].includes(name ?? ''))),
    )
    for (const text of Object.values(entry.text))
      expect(text).toMatch(/^Order \{number\} \(\{customer\}, \{amount\}\): /)
  })
})
