import { describe, expect, test } from 'vitest'
import type { CustomerFields, SalesOrderDocument } from '../../core/administration.ts'
import { Bug, Refused } from '../../core/failures.ts'
import type { ArticleCode, CalendarDate, CountryCode, CustomerCode, RemoteId } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { parseExact } from './exact-json.ts'
import { fromArtikel } from './from-article.ts'
import { fromRelatie, hasEmail } from './from-customer.ts'
import { fromBtwtarief, fromCompanyInfo, fromVatRates } from './from-lists.ts'
import { fromVerkooporder } from './from-sales-order.ts'
import { toChangedArtikel } from './to-article.ts'
import { type RawRecord, toChangedRelatie, toNewRelatie } from './to-customer.ts'
import { toVerkooporder } from './to-sales-order.ts'
import { artikel, companyInfo, relatie, verkooporder } from './wire.ts'

const countries = {
  idOf: (code: CountryCode) => (code === 'NL' ? ('land-nl' as RemoteId) : null),
  codeOf: (id: string) => (id === 'land-nl' ? ('NL' as CountryCode) : null),
}
const nowhere = { contact: '', street: '', postcode: '', city: '', country: null }
const home = {
  contact: 'Jan',
  street: 'Dorpsstraat 1',
  postcode: '1234 AB',
  city: 'Ons Dorp',
  country: 'NL' as CountryCode,
}
const fields: CustomerFields = {
  name: 'Jansen B.V.',
  establishment: home,
  correspondence: null,
  email: 'jan@jansen.nl',
  phone: '',
  mobile: '',
  vatNumber: '',
  cocNumber: '',
  paymentTermDays: 14,
  emailInvoice: true,
  emailReminder: false,
}

describe('customers', () => {
  const klant = { id: 'r', relatiecode: 10021, relatiesoort: ['Klant'], naam: 'Jansen' }

  test.each([
    ['a supplier', { ...klant, relatiesoort: ['Leverancier'] }],
    ['the own company', { ...klant, relatiesoort: ['Eigen'] }],
    ["SnelStart's own 'Klant onbekend'", { ...klant, relatiecode: -2 }],
  ])('%s is no customer', (_name, row) => {
    expect(fromRelatie(relatie.parse(row), countries)).toBeNull()
  })

  test('a relation with only empty fields is a customer without them', () => {
    const row = relatie.parse({
      ...klant,
      vestigingsAdres: { land: { id: 'elders' } },
      email: null,
      krediettermijn: null,
    })
    expect(fromRelatie(row, countries)).toMatchObject({ code: '10021', establishment: nowhere, email: '' })
  })

  test('CUST-2 an e-mail address is found in every field, among others, whatever its case', () => {
    const row = { ...klant, factuurEmailVersturen: { shouldSend: true, email: 'a@b.nl', ccEmail: 'x@y.nl; Jan@B.nl' } }
    const customer = fromRelatie(relatie.parse(row), countries)!
    expect(hasEmail(customer, 'jan@b.nl')).toBe(true)
    expect(hasEmail(customer, 'an@b.nl')).toBe(false)
  })

  test('CUST-7 a new customer gets the code we chose and the switches that were asked for', () => {
    expect(toNewRelatie('10022' as CustomerCode, fields, countries)).toEqual({
      relatiesoort: ['Klant'],
      relatiecode: 10022,
      naam: 'Jansen B.V.',
      vestigingsAdres: {
        contactpersoon: 'Jan',
        straat: 'Dorpsstraat 1',
        postcode: '1234 AB',
        plaats: 'Ons Dorp',
        land: { id: 'land-nl' },
      },
      email: 'jan@jansen.nl',
      krediettermijn: 14,
      factuurEmailVersturen: { shouldSend: true, email: 'jan@jansen.nl' },
    })
  })

  test('nothing is switched on without an e-mail address, and a country alone is no address', () => {
    const bare = { ...fields, email: '', establishment: { ...nowhere, country: 'NL' as CountryCode } }
    expect(Object.keys(toNewRelatie('1' as CustomerCode, bare, countries))).toEqual([
      'relatiesoort',
      'relatiecode',
      'naam',
      'krediettermijn',
    ])
  })

  test('a country that SnelStart does not list refuses the customer before anything is sent', () => {
    const abroad = { ...fields, establishment: { ...home, country: 'XK' as CountryCode } }
    expect(() => toNewRelatie('1' as CustomerCode, abroad, countries)).toThrow(Refused)
  })

  test('a changed customer keeps everything else as it came, digit by digit', () => {
    const text =
      '{"id":"r","naam":"Oud","memo":"bewaren","kredietLimiet":1500.00,"factuurkorting":0.10,"nieuwVeld":{"a":[1.50]},' +
      '"email":"oud@x.nl","factuurEmailVersturen":{"shouldSend":false,"email":"boek@x.nl","ccEmail":"cc@x.nl"}}'
    const changed = toChangedRelatie(parseExact(text) as RawRecord, { name: 'Nieuw', emailInvoice: true }, countries)
    expect(JSON.stringify(changed)).toBe(
      text.replace('"Oud"', '"Nieuw"').replace('"shouldSend":false', '"shouldSend":true'),
    )
  })

  test('a change to what is there already changes nothing', () => {
    const before = parseExact('{"id":"r","naam":"Jansen","telefoon":null}') as RawRecord
    expect(JSON.stringify(toChangedRelatie(before, { name: 'Jansen', phone: '' }, countries))).toBe(
      JSON.stringify(before),
    )
  })
})

describe('articles', () => {
  test('a recipe shows its content but not its mode', () => {
    const row = artikel.parse({
      id: 'a',
      artikelcode: 'KIST',
      isHoofdartikel: true,
      subartikelen: [{ id: 'b', artikelcode: 'FLES', aantal: 6 }],
      vrijeVoorraad: 0.1,
      extraVelden: [{ naam: 'EAN', waarde: '871' }],
    })
    expect(fromArtikel(row)).toMatchObject({
      recipeMode: 'content',
      components: [{ articleId: 'b', code: 'FLES', quantity: '6' }],
      freeStock: '0.1',
      customFields: { EAN: '871' },
    })
  })

  test('a changed price is written with the digits it has', () => {
    const before = parseExact('{"id":"a","verkoopprijs":1.00,"inkoopprijs":0.30000000000000004}') as RawRecord
    expect(JSON.stringify(toChangedArtikel(before, { salesPrice: decimal('1234567890.12345') }))).toBe(
      '{"id":"a","verkoopprijs":1234567890.12345,"inkoopprijs":0.30000000000000004}',
    )
  })
})

describe('sales orders', () => {
  const code = 'STOEL' as ArticleCode
  const line: SalesOrderDocument['lines'][number] = {
    articleCode: code,
    description: 'Stoel',
    quantity: decimal('3'),
    unitPrice: decimal('0.3333333333'),
    origin: { kind: 'line', ref: '1' },
    vatKind: 'high',
    vatPercent: decimal('21'),
  }
  const document: SalesOrderDocument = {
    templateId: 'sjabloon' as RemoteId,
    date: '2026-11-20' as CalendarDate,
    description: 'Webshop-order 10482',
    paymentReference: '10482',
    memo: '',
    priceEntry: 'excl',
    invoiceAddress: home,
    deliveryAddress: null,
    lines: [line, { ...line, description: '' }],
    costType1: null,
    costType2: null,
  }
  const ids = new Map([[code, 'art' as RemoteId]])
  const write = (changes: Partial<SalesOrderDocument> = {}) =>
    toVerkooporder('klant' as RemoteId, { ...document, ...changes }, ids, countries)

  test('an order goes over without print, in the way of its prices, number for number', () => {
    expect(JSON.stringify(write())).toBe(
      '{"relatie":{"id":"klant"},"datum":"2026-11-20T00:00:00","procesStatus":"Order",' +
        '"verkooporderBtwIngaveModel":"Exclusief","verkoopordersjabloon":{"id":"sjabloon"},' +
        '"omschrijving":"Webshop-order 10482","betalingskenmerk":"10482","memo":"",' +
        '"factuuradres":{"contactpersoon":"Jan","straat":"Dorpsstraat 1","postcode":"1234 AB","plaats":"Ons Dorp",' +
        '"land":{"id":"land-nl"}},' +
        '"regels":[{"artikel":{"id":"art"},"omschrijving":"Stoel","aantal":3,"stuksprijs":0.3333333333},' +
        '{"artikel":{"id":"art"},"aantal":3,"stuksprijs":0.3333333333}]}',
    )
  })

  test('a description that is too long is refused, what this administration does not have is a bug', () => {
    expect(() => write({ lines: [{ ...line, description: 'x'.repeat(251) }] })).toThrow(Refused)
    expect(() => write({ costType1: decimal('1') })).toThrow(Bug)
    expect(() => write({ lines: [{ ...line, articleCode: 'ONBEKEND' as ArticleCode }] })).toThrow(Bug)
  })

  test('an empty template comes as null or as zeros', () => {
    const zeros = { verkoopordersjabloon: { id: '00000000-0000-0000-0000-000000000000' } }
    expect(fromVerkooporder(verkooporder.parse({ id: 'o', ...zeros })).templateId).toBeNull()
    expect(fromVerkooporder(verkooporder.parse({ id: 'o', verkoopordersjabloon: null })).templateId).toBeNull()
    expect(fromVerkooporder(verkooporder.parse({ id: 'o', totaalInclusiefBtw: 121.1 })).totalIncl).toBe('121.1')
  })
})

describe('lists', () => {
  test('VAT rates keep their dates, and a kind we do not know never becomes one of the three', () => {
    expect(
      fromBtwtarief({ btwSoort: 'Hoog', btwPercentage: 21, datumVanaf: '2012-10-01T00:00:00', datumTotEnMet: null }),
    ).toEqual([{ kind: 'high', percent: '21', from: '2012-10-01', to: '2400-12-31' }])
    expect(fromBtwtarief({ btwSoort: 'Nieuw', btwPercentage: 5 })[0]?.kind).toBe('other')
  })

  test('foreign rates are given by the two-letter code of the country', () => {
    const rates = { countryCode: 'DEU', vatRates: [{ rateCode: 'SR', rate: 19, validFrom: '2021-01-01T00:00:00' }] }
    expect(fromVatRates(rates, () => 'DE' as CountryCode)).toEqual([
      { country: 'DE', rateCode: 'SR', percent: '19', from: '2021-01-01' },
    ])
  })

  test.each([
    ['.NET ticks', 637_606_944_000_000_000],
    ['milliseconds', 1_625_097_600_000],
    ['seconds', 1_625_097_600],
    ['YYYYMMDD', 20_210_701],
  ])('a range in %s begins on the same day', (_name, from) => {
    const info = companyInfo.parse({ factureerBuitenlandsBtwRanges: [{ from, to: 0 }] })
    expect(fromCompanyInfo(info).foreignVatRanges).toEqual([{ from: '2021-07-01', to: '2400-12-31' }])
  })
})
