import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Customer } from '../administration.ts'
import type { RemoteId } from '../ids.ts'
import { buildCustomerIndex, type CustomerIndex } from './customer-index.ts'
import { emailGroup, sampleCard } from './samples.ts'
import { keysOfCard } from './search-keys.ts'

const codes = (index: CustomerIndex, key: string): readonly string[] => index.find(key).map((ref) => ref.code)

describe('CUST-1 the customer index', () => {
  const card = sampleCard(10021, {
    email: 'Info@Jansen.nl; jan@jansen.nl',
    invoiceEmail: emailGroup('facturen@jansen.nl', 'info@jansen.nl'),
    reminderEmail: emailGroup('', 'directie@jansen.nl'),
    vatNumber: '0044.95.445.B01',
    cocNumber: '01234567',
  })

  const keys: readonly string[] = [
    'code:10021',
    'main:info@jansen.nl',
    'main:jan@jansen.nl',
    'invoice:facturen@jansen.nl',
    'other:directie@jansen.nl',
    'vat:NL004495445B01|NL',
    'coc:1234567|NL',
    'name:jansen',
    'place:1234AB|NL',
    'both:jansen|NL|1234AB',
  ]
  test.each(keys)('finds a customer by %s', (key) => {
    expect(codes(buildCustomerIndex([card, sampleCard(2, { name: 'Ander', postcode: '1111 AA' })]), key)).toEqual([
      '10021',
    ])
  })

  test('an address counts in its first round only', () => {
    expect(codes(buildCustomerIndex([card]), 'invoice:info@jansen.nl')).toEqual([])
  })

  test('gives what an answer shows, and nothing that was not asked', () => {
    const index = buildCustomerIndex([card])
    const { id, code, name } = card
    expect(index.find('code:10021')).toEqual([{ id, code, name, country: 'NL', postcode: '1234AB', inactive: false }])
    expect(index.find('code:99')).toEqual([])
    expect(index.find(null)).toEqual([])
  })

  test('a customer without a country is looked for in the Netherlands', () => {
    const index = buildCustomerIndex([sampleCard(5, { country: null })])
    expect(codes(index, 'both:jansen|NL|1234AB')).toEqual(['5'])
  })

  test('several customers come by code, as numbers', () => {
    const index = buildCustomerIndex([900, 10021, 88].map((code) => sampleCard(code)))
    expect(codes(index, 'name:jansen')).toEqual(['88', '900', '10021'])
    expect(index.find('name:jansen', 2)).toHaveLength(2)
  })

  test('a changed customer is found by its new values only, a removed one no more', () => {
    const index = buildCustomerIndex([card, sampleCard(2)])
    index.upsert({ ...card, email: 'nieuw@jansen.nl', name: 'Pietersen' })
    expect(codes(index, 'main:jan@jansen.nl')).toEqual([])
    expect(codes(index, 'main:nieuw@jansen.nl')).toEqual(['10021'])
    expect(codes(index, 'name:jansen')).toEqual(['2'])
    expect(index.size()).toBe(2)
    index.remove(card.id)
    index.remove('id-unknown' as RemoteId)
    expect(codes(index, 'main:nieuw@jansen.nl')).toEqual([])
    expect(index.size()).toBe(1)
  })
})

/** A few values for each field, so that customers collide often. */
const cards: fc.Arbitrary<Customer> = fc
  .record({
    code: fc.integer({ min: 1, max: 40 }),
    name: fc.constantFrom('Jansen', 'Jansen BV', 'Bakker', 'De Vries'),
    postcode: fc.constantFrom('1234 AB', '1111AA', ''),
    email: fc.constantFrom('', 'a@x.nl', 'b@x.nl', 'a@x.nl;b@x.nl'),
    inactive: fc.boolean(),
  })
  .map(({ code, ...changes }) => sampleCard(code, changes))

test('whatever is put in and taken out, the index finds exactly what a search through all customers finds', () => {
  const actions = fc.array(fc.tuple(fc.boolean(), cards), { maxLength: 300 })
  fc.assert(
    fc.property(actions, (steps) => {
      const index = buildCustomerIndex([])
      const all = new Map<string, Customer>()
      for (const [put, card] of steps) {
        if (put) index.upsert(card)
        else index.remove(card.id)
        if (put) all.set(card.id, card)
        else all.delete(card.id)
      }
      expect(index.size()).toBe(all.size)
      const keys = new Set(steps.flatMap(([, card]) => keysOfCard(card)))
      for (const key of keys) {
        const expected = [...all.values()].filter((card) => keysOfCard(card).includes(key)).map((card) => card.code)
        expect(codes(index, key).toSorted()).toEqual(expected.toSorted())
      }
    }),
    { numRuns: 40 },
  )
})

test('the index stays right while it grows far beyond its first size', () => {
  const index = buildCustomerIndex(
    Array.from({ length: 3000 }, (_, at) => sampleCard(at + 1, { email: `klant${at + 1}@x.nl`, postcode: '' })),
  )
  for (let code = 1; code <= 3000; code += 2) index.remove(`id-${code}` as RemoteId)
  for (let code = 3001; code <= 6000; code++)
    index.upsert(sampleCard(code, { email: `klant${code}@x.nl`, postcode: '' }))
  expect(index.size()).toBe(4500)
  for (let code = 1; code <= 6000; code++) {
    const found = codes(index, `main:klant${code}@x.nl`)
    expect(found).toEqual(code <= 3000 && code % 2 === 1 ? [] : [String(code)])
  }
})
