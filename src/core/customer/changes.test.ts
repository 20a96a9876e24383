import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Customer, CustomerFields } from '../administration.ts'
import type { CountryCode } from '../ids.ts'
import { changesFor } from './changes.ts'
import { toCustomerFields } from './fields.ts'
import { sampleCard, sampleChoices, sampleOrder } from './samples.ts'

const card = (changes: Partial<Customer> = {}): Customer => ({
  ...sampleCard(5, { name: 'Piet Bakker', email: 'piet@bakker.nl' }),
  establishment: {
    contact: '',
    street: 'Kerkstraat 5',
    postcode: '9876 ZX',
    city: 'Grootstad',
    country: 'NL' as CountryCode,
  },
  ...changes,
})
const changes = (existing: Customer, order = sampleOrder()) =>
  changesFor(existing, toCustomerFields(order, sampleChoices()))

describe('CUST-5 updating changes only what differs', () => {
  test('nothing differs: nothing is changed', () => {
    expect(changes(card())).toEqual({ value: null, warnings: [] })
  })

  test('another name, street and telephone', () => {
    const order = sampleOrder({
      customer: { phone: '020 1234567' },
      invoice: { lastName: 'Bakkers', street: 'Nieuwstraat 1' },
    })
    expect(changes(card(), order).value).toEqual({
      name: 'Piet Bakkers',
      establishment: { contact: '', street: 'Nieuwstraat 1', postcode: '9876 ZX', city: 'Grootstad', country: 'NL' },
      phone: '020 1234567',
    })
  })

  const notDifferent: readonly [what: string, existing: Partial<Customer>, customer: object, invoice?: object][] = [
    ['a postcode written otherwise', {}, {}, { postcode: '9876zx' }],
    ['a VAT number written otherwise', { vatNumber: '0044.95.445.B.01' }, { vatNumber: 'NL004495445B01' }],
    ['a chamber of commerce number written otherwise', { cocNumber: '1234567' }, { cocNumber: '01234567' }],
    ['a telephone number written otherwise', { phone: '+31 20 1234567' }, { phone: '020-1234567' }],
    ['a mobile number that stands as telephone', { phone: '06-12345678' }, { phone: '0612345678' }],
    ['an e-mail address among several', { email: 'Info@bakker.nl; PIET@bakker.nl' }, {}],
    ['a payment term (CUST-6)', { paymentTermDays: 60 }, {}],
  ]
  test.each(notDifferent)('%s is no difference', (_, existing, customer, invoice = {}) => {
    expect(changes(card(existing), sampleOrder({ customer, invoice })).value).toBeNull()
  })

  test('what is filled is never blanked', () => {
    const filled = card({
      phone: '020 1234567',
      mobile: '0612345678',
      vatNumber: 'NL004495445B01',
      cocNumber: '12345678',
      establishment: { ...card().establishment, contact: 'Mevrouw Bakker' },
    })
    const empty = sampleOrder({
      customer: { email: '', phone: '' },
      invoice: { postcode: '', firstName: '', lastName: '' },
    })
    expect(changes(filled, empty).value).toBeNull()
    expect(changes(filled, sampleOrder({ invoice: null })).value).toBeNull()
  })

  test('REL-0087 an address in another country than the VAT number is not taken over, and that is said', () => {
    const existing = card({ vatNumber: 'NL004495445B01' })
    const moved = changes(existing, sampleOrder({ invoice: { country: 'BE' as CountryCode, postcode: '2000' } }))
    expect(moved.value).toBeNull()
    expect(moved.warnings.map(({ code }) => code)).toEqual(['customer.addressKept'])
    expect(changes(card(), sampleOrder({ invoice: { country: 'BE' as CountryCode } })).value).toMatchObject({
      establishment: { country: 'BE' },
    })
  })

  test('a shortened name is said when it is written, not at every order after', () => {
    const company = 'Internationale Handelsmaatschappij voor Koffie en Thee B.V.'
    const order = sampleOrder({
      invoice: { company, firstName: '', lastName: '' },
      customer: { firstName: '', lastName: '' },
    })
    expect(changes(card(), order).warnings.map(({ code }) => code)).toEqual(['customer.nameShortened'])
    const after = card({ name: company.slice(0, 49) })
    expect(changes(after, order)).toEqual({ value: null, warnings: [] })
  })
})

test('CUST-5 applied once, nothing is left to change; and what was filled stays filled', () => {
  const text = fc.constantFrom('', 'Piet Bakker', 'Bakker BV', 'Kerkstraat 5', '1234 AB', '020-1234567', '06 12345678')
  const country = fc.constantFrom('NL', 'BE', null) as fc.Arbitrary<CountryCode | null>
  const order = fc
    .record({
      company: text,
      street: text,
      postcode: text,
      city: text,
      country,
      phone: text,
      vat: fc.constantFrom('', 'NL004495445B01'),
    })
    .map(({ phone, vat, ...invoice }) => sampleOrder({ invoice, customer: { phone, vatNumber: vat } }))
  fc.assert(
    fc.property(order, order, (first, second) => {
      const before: CustomerFields = toCustomerFields(first, sampleChoices()).value
      const existing = card({ ...before, correspondence: card().correspondence })
      const once = changes(existing, second).value
      const after: Customer = { ...existing, ...(once as Partial<Customer>) }
      expect(changes(after, second).value).toBeNull()
      for (const key of ['name', 'email', 'phone', 'mobile', 'vatNumber', 'cocNumber'] as const) {
        if (existing[key] !== '') expect(after[key]).not.toBe('')
      }
      expect(after.paymentTermDays).toBe(existing.paymentTermDays)
    }),
  )
})
