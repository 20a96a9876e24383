import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import type { ShopOrder } from '../order.ts'
import { toCustomerFields } from './fields.ts'
import { cutAtWord } from './fit-field.ts'
import { sampleChoices, sampleOrder } from './samples.ts'

const fieldsOf = (order: ShopOrder, choices = sampleChoices()) => toCustomerFields(order, choices).value
const warningsOf = (order: ShopOrder, choices = sampleChoices()) =>
  toCustomerFields(order, choices).warnings.map((warning) => warning.code)

test('CUST-5 a person: first and last name, invoice address, no contact', () => {
  const order = sampleOrder({
    customer: { phone: '06-12345678' },
    invoice: { street2: '2 hoog' },
    delivery: { city: 'Elders' },
  })
  expect(toCustomerFields(order, sampleChoices())).toEqual({
    value: {
      name: 'Piet Bakker',
      establishment: {
        contact: '',
        street: 'Kerkstraat 5 2 hoog',
        postcode: '9876 ZX',
        city: 'Grootstad',
        country: 'NL',
      },
      correspondence: null,
      email: 'piet@bakker.nl',
      phone: '',
      mobile: '06-12345678',
      vatNumber: '',
      cocNumber: '',
      paymentTermDays: 14,
      emailInvoice: true,
      emailReminder: false,
    },
    warnings: [],
  })
})

test('CUST-5 a company: its name, and the person as contact', () => {
  const order = sampleOrder({ invoice: { company: ' Bakker  & Zn ' } })
  expect(fieldsOf(order)).toMatchObject({ name: 'Bakker & Zn', establishment: { contact: 'Piet Bakker' } })
})

test('CUST-5 the company of the account counts where the address has none, that of a delivery elsewhere does not', () => {
  expect(fieldsOf(sampleOrder({ customer: { company: 'Bakker BV' } })).name).toBe('Bakker BV')
  expect(fieldsOf(sampleOrder({ delivery: { company: 'De Buren BV' } })).name).toBe('Piet Bakker')
})

test('CUST-5 without invoice address the delivery address is the establishment', () => {
  const order = sampleOrder({ invoice: null, delivery: { company: 'Bakker BV', city: 'Elders' } })
  expect(fieldsOf(order)).toMatchObject({ name: 'Bakker BV', establishment: { city: 'Elders' } })
})

test('CUST-5 without any address the establishment is empty, and that is said', () => {
  const order = sampleOrder({ invoice: null, customer: { company: 'Bakker BV' } })
  expect(fieldsOf(order).establishment).toEqual({ contact: '', street: '', postcode: '', city: '', country: null })
  expect(warningsOf(order)).toEqual(['customer.addressMissing'])
})

test('REL-0060 what SnelStart insists on and the order lacks is filled visibly', () => {
  const order = sampleOrder({ invoice: { postcode: '', country: 'IE' as CountryCode } })
  expect(fieldsOf(order).establishment).toMatchObject({ street: 'Kerkstraat 5', postcode: '-', country: 'IE' })
  expect(toCustomerFields(order, sampleChoices()).warnings).toEqual([
    { code: 'customer.addressIncomplete', data: { address: 'Kerkstraat 5, -, Grootstad' } },
  ])
})

describe('CUST-5 texts over the length that SnelStart takes are shortened, and the full text is said', () => {
  const long = 'Internationale Handelsmaatschappij voor Koffie en Thee B.V.'

  test('a name of 59 characters is cut after a word within 50', () => {
    const { value, warnings } = toCustomerFields(sampleOrder({ invoice: { company: long } }), sampleChoices())
    const kept = 'Internationale Handelsmaatschappij voor Koffie en'
    expect(value.name).toBe(kept)
    expect(warnings).toEqual([{ code: 'customer.nameShortened', data: { full: long, kept, limit: '50' } }])
  })

  test.each([
    ['street', { street: long }, 'customer.streetShortened'],
    ['postcode', { postcode: '1234 AB en nog veel meer tekst' }, 'customer.postcodeShortened'],
    ['city', { city: long }, 'customer.cityShortened'],
    ['contact', { company: 'Bakker BV', firstName: long }, 'customer.contactShortened'],
  ])('%s', (_, invoice, code) => {
    const order = sampleOrder({ invoice })
    expect(warningsOf(order)).toEqual([code])
    for (const part of Object.values(fieldsOf(order).establishment)) expect((part ?? '').length).toBeLessThanOrEqual(50)
    expect(fieldsOf(order).establishment.postcode.length).toBeLessThanOrEqual(25)
  })

  test('telephone, 25 characters', () => {
    const order = sampleOrder({ customer: { phone: '020-1234567 of 020-7654321 na zes uur' } })
    expect(fieldsOf(order).phone).toBe('020-1234567 of')
    expect(warningsOf(order)).toEqual(['customer.phoneShortened'])
  })

  test.each([
    ['kort', 10, 'kort'],
    ['precies 10', 10, 'precies 10'],
    ['een twee drie', 12, 'een twee'],
    ['een twee drie', 8, 'een twee'],
    ['aaaaaaaaaaaaaaaa', 10, 'aaaaaaaaaa'],
    ['ab cccccccccccccc', 10, 'ab ccccccc'],
    ['aaaaaaaaa😀', 10, 'aaaaaaaaa'],
  ])('“%s” in %i: “%s”', (text, limit, kept) => {
    expect(cutAtWord(text, limit)).toBe(kept)
  })
})

describe('CUST-7 e-mail', () => {
  test('one address is taken, in lower case', () => {
    expect(fieldsOf(sampleOrder({ customer: { email: 'Piet <PIET@bakker.nl>' } })).email).toBe('piet@bakker.nl')
  })
  test('a switch without an address is off, and that is said', () => {
    const order = sampleOrder({ customer: { email: '' } })
    expect(fieldsOf(order)).toMatchObject({ email: '', emailInvoice: false, emailReminder: false })
    expect(warningsOf(order)).toEqual(['customer.emailSwitchesOff'])
    expect(warningsOf(order, sampleChoices({ emailInvoice: false }))).toEqual([])
  })
  test.each(['geen mail', `${'a'.repeat(250)}@x.nl`])(
    'REL-0061 what is no address or too long is left out',
    (email) => {
      const order = sampleOrder({ customer: { email } })
      expect(fieldsOf(order).email).toBe('')
      expect(warningsOf(order)).toEqual(['customer.emailLeftOut', 'customer.emailSwitchesOff'])
    },
  )
})

describe('REL-0087, REL-0088 the VAT number of a new customer', () => {
  const cases: readonly [given: string, country: string | null, kept: string, warning: string | null][] = [
    ['0044.95.445.B.01', 'NL', 'NL004495445B01', null],
    ['be 428 759 497', 'BE', 'BE0428759497', null],
    ['GR123456783', 'GR', 'EL123456783', null],
    ['NL004495446B01', 'NL', '', 'customer.vatNumberLeftOut'],
    ['n.v.t.', 'NL', '', 'customer.vatNumberLeftOut'],
    ['12-3456789', 'US', '', 'customer.vatNumberLeftOut'],
    ['BE0428759497', 'NL', '', 'customer.vatNumberOtherCountry'],
    ['XI980780684', 'GB', '', 'customer.vatNumberOtherCountry'],
    ['DE136695976', null, '', 'customer.vatNumberOtherCountry'],
    ['', 'NL', '', null],
  ]
  test.each(cases)('“%s” in %s: “%s”', (vatNumber, country, kept, warning) => {
    const order = sampleOrder({ customer: { vatNumber }, invoice: { country: country as CountryCode | null } })
    expect(fieldsOf(order).vatNumber).toBe(kept)
    expect(warningsOf(order)).toEqual(warning === null ? [] : [warning])
  })
})

describe('REL-0006 the chamber of commerce number of a new customer', () => {
  const cases: readonly [given: string, country: string, kept: string][] = [
    ['KvK 12.34.56.78', 'NL', '12345678'],
    ['01234567', 'NL', '01234567'],
    ['1234567', 'NL', '01234567'],
    ['123456789', 'NL', ''],
    ['n.v.t.', 'NL', ''],
    ['HRB 12345', 'DE', 'HRB12345'],
    ['123 456 789 00012', 'FR', ''],
  ]
  test.each(cases)('“%s” in %s: “%s”', (cocNumber, country, kept) => {
    const order = sampleOrder({ customer: { cocNumber }, invoice: { country: country as CountryCode } })
    expect(fieldsOf(order).cocNumber).toBe(kept)
    expect(warningsOf(order)).toEqual(kept === '' ? ['customer.cocNumberLeftOut'] : [])
  })
})
