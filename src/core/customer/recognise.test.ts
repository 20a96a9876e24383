import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Customer } from '../administration.ts'
import type { CustomerChoices } from '../choices.ts'
import { buildCustomerIndex } from './customer-index.ts'
import { recognise } from './recognise.ts'
import { recognitionCases } from './recognition-cases.ts'
import { sampleCard, sampleChoices, sampleOrder } from './samples.ts'

const mail = 'piet@bakker.nl'
/** The order's own place: Piet Bakker, 9876 ZX. */
const here = '9876ZX'

const outcome = (result: ReturnType<typeof recognise>): string => {
  if (result.kind === 'found') return `${result.customer.code} by ${result.foundBy}`
  return result.kind === 'problem' ? result.problem.code : 'new'
}

describe('recognition of customers', () => {
  test.each(recognitionCases)('$is', ({ way, order, cards, gives, lastStep }) => {
    const result = recognise(order, sampleChoices({ recognition: way }), buildCustomerIndex(cards))
    expect(outcome(result)).toBe(gives)
    const decides = result.steps.filter((step) => step.decided)
    expect(decides).toHaveLength(result.kind === 'found' || gives === 'customer.ambiguous' ? 1 : 0)
    if (decides.length === 1) expect(result.steps.at(-1)).toBe(decides[0])
    if (lastStep !== undefined) expect(result.steps.at(-1)?.key).toBe(lastStep)
  })

  test('CUST-2 the problem names the customers, and no more than five', () => {
    const cards = Array.from({ length: 7 }, (_, at) => sampleCard(at + 1, { email: mail, name: `Klant ${at + 1}` }))
    const result = recognise(sampleOrder(), sampleChoices({ recognition: 'email' }), buildCustomerIndex(cards))
    const customers = '1 Klant 1, 2 Klant 2, 3 Klant 3, 4 Klant 4, 5 Klant 5 (+2)'
    expect(result).toMatchObject({ kind: 'problem', problem: { data: { value: mail, customers } } })
  })

  test('CUST-5 by hand an order without e-mail address is not refused', () => {
    const choices = sampleChoices({ recognition: 'email', customerHandling: 'manual' })
    expect(recognise(sampleOrder({ customer: { email: '' } }), choices, buildCustomerIndex([])).kind).toBe('new')
  })

  test('what is missing is said once, in both languages', () => {
    const { steps } = recognise(
      sampleOrder({ invoice: null, customer: { email: '' } }),
      sampleChoices(),
      buildCustomerIndex([]),
    )
    expect(steps.map((step) => step.key)).toEqual([
      'customer.code',
      'customer.email',
      'customer.vatNumber',
      'customer.cocNumber',
      'customer.country',
    ])
    for (const { text } of steps) expect(text.nl).not.toBe(text.en)
  })
})

describe('near misses', () => {
  const misses = (cards: readonly Customer[], order = sampleOrder(), way: CustomerChoices['recognition'] = 'smart') =>
    recognise(order, sampleChoices({ recognition: way }), buildCustomerIndex(cards)).nearMisses.map(
      ({ code, why }) => `${code} ${why}`,
    )

  test('the same e-mail address elsewhere', () => {
    expect(misses([sampleCard(5, { email: mail })], sampleOrder(), 'emailAndPostcode')).toEqual(['5 sameEmail'])
  })
  test('an inactive customer that fits', () => {
    expect(misses([sampleCard(5, { email: mail, inactive: true })])).toEqual(['5 inactive'])
  })
  test('the same name elsewhere', () => {
    expect(misses([sampleCard(5, { name: 'P. I. E. T. Bakker' })])).toEqual(['5 sameName'])
  })
  test('nearly the same name at the same postcode, not at another', () => {
    const cards = [sampleCard(5, { name: 'Piet Baker', postcode: here }), sampleCard(6, { name: 'Piet Baker' })]
    expect(misses([...cards, sampleCard(7, { name: 'Klaas de Groot', postcode: here })])).toEqual(['5 similarName'])
  })
  test('at most five, each once, and never the customer that was found', () => {
    const cards = Array.from({ length: 9 }, (_, at) => sampleCard(at + 1, { email: mail, name: 'Piet Bakker' }))
    const found = sampleCard(50, { email: mail, postcode: here })
    const result = misses([...cards, found])
    expect(result).toHaveLength(5)
    expect(result).not.toContain('50 sameEmail')
    expect(new Set(result).size).toBe(5)
  })
  test('who shares only a name with a customer that was found is none', () => {
    expect(misses([sampleCard(5, { email: mail }), sampleCard(6, { name: 'Piet Bakker' })])).toEqual([])
  })
})

test('the same order and the same customers in any order of reading give the same answer', () => {
  const card = fc
    .record({
      code: fc.integer({ min: 1, max: 30 }),
      name: fc.constantFrom('Piet Bakker', 'Piet Baker', 'Bakker BV'),
      email: fc.constantFrom('', mail, 'x@y.nl'),
      postcode: fc.constantFrom(here, '1234 AB', ''),
      inactive: fc.boolean(),
    })
    .map(({ code, ...changes }) => sampleCard(code, changes))
  const cards = fc.uniqueArray(card, { selector: ({ id }) => id, maxLength: 12 })
  const way = fc.constantFrom('email', 'emailAndPostcode', 'smart') as fc.Arbitrary<CustomerChoices['recognition']>
  fc.assert(
    fc.property(cards, way, (all, recognition) => {
      const once = recognise(sampleOrder(), sampleChoices({ recognition }), buildCustomerIndex(all))
      const again = recognise(sampleOrder(), sampleChoices({ recognition }), buildCustomerIndex(all.toReversed()))
      expect(again).toEqual(once)
      if (once.kind === 'found') expect(once.customer.inactive).toBe(false)
    }),
  )
})

test('CUST-4 a customer that was made from an order is found by the same order, by its code, address or name', () => {
  const made = sampleCard(77, { name: 'Piet Bakker', email: mail, postcode: here })
  const index = buildCustomerIndex([])
  expect(outcome(recognise(sampleOrder(), sampleChoices(), index))).toBe('new')
  index.upsert(made)
  expect(outcome(recognise(sampleOrder(), sampleChoices(), index))).toBe('77 by customer.email.any')
  const otherMail = sampleOrder({ customer: { email: 'ander@adres.nl' } })
  expect(outcome(recognise(otherMail, sampleChoices(), index))).toBe('77 by customer.name')
})
