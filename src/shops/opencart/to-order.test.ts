// Texts, persons, statuses, dates and currencies: every trap of reference/opencart.md on invented rows.
import { describe, expect, test } from 'vitest'
import { toContext } from './context.ts'
import { type Change, mapping, rawOf, readWell, reasonOf, setUp } from './fake/changed-order.ts'
import { type FakeOrder, generateOrder, toFakeRaw } from './fake/orders.ts'
import { toOrder } from './to-order.ts'
import type { ContextRaw, Row } from './wire.ts'

describe('text', () => {
  test.each([
    ['Jansen &amp; Zn &quot;De Hoek&quot;', 'Jansen & Zn "De Hoek"'],
    ['&lt;b&gt;', '<b>'],
    ['schrijf &amp;amp; zo', 'schrijf &amp; zo'],
    ['Bakkers B &a', 'Bakkers B &a'],
    ["'t Hoekje C:\\Data", "'t Hoekje C:\\Data"],
    ['Feest ????', 'Feest ????'],
  ])('%s is decoded once', (stored, shown) => {
    expect(readWell({ order: { payment_company: stored } }).customer.company).toBe(shown)
  })

  test('a remark keeps its line ends, in one kind', () => {
    expect(readWell({ order: { comment: 'een\r\ntwee' } }).remarks).toBe('een\ntwee')
  })

  test('1.0 keeps the remark with the first history row', () => {
    const raw = rawOf()
    const { comment: _, ...order } = raw.order
    expect(readWell({ raw: { order, first_history: { comment: 'Bel aan' } } }).remarks).toBe('Bel aan')
  })

  test('a payment method is read without the logo that its extension puts in it', () => {
    expect(readWell({ order: { payment_method: '<img src="x.png" /> iDEAL' } }).payment.method).toBe('iDEAL')
  })
})

describe('SHOP-8 customer codes', () => {
  const names = (name: string): Partial<ContextRaw> => ({
    custom_field_names: [{ custom_field_id: '1', language_id: '1', name }],
  })
  test.each(['Klantcode', 'klant nr.', 'KLANTNUMMER', 'Debiteur-nr', 'debiteurnummer:'])(
    'a field named %s is one',
    (name) => {
      expect(readWell({ order: { custom_field: '{"1":"0010 023"}' }, context: names(name) }).customer.code).toBe(
        '10023',
      )
    },
  )

  test.each(['Nummer', 'Klantnummer oud', 'Huisnummer'])('a field named %s is not', (name) => {
    expect(readWell({ order: { custom_field: '{"1":"10023"}' }, context: names(name) }).customer.code).toBeNull()
  })

  test('a name in any language counts; the one shown is that of the shop’s own language', () => {
    const context = {
      languages: [
        { language_id: '1', code: 'nl-nl', name: 'Nederlands' },
        { language_id: '2', code: 'en-gb', name: 'English' },
      ],
      custom_field_names: [
        { custom_field_id: '1', language_id: '2', name: 'Klantcode' },
        { custom_field_id: '1', language_id: '1', name: 'Uw code' },
      ],
    }
    const { customer } = readWell({ order: { custom_field: '{"1":"77"}' }, context })
    expect([customer.code, customer.customFields]).toEqual(['77', { 'Uw code': '77' }])
  })

  test('the account’s fields come before those of the address, those before the account as it is now', () => {
    const order = { custom_field: '{"1":"1"}', payment_custom_field: '{"1":"2"}' }
    const raw = { customer: { customer_id: '1', custom_field: '{"1":"3"}' } }
    expect(readWell({ order, raw: { customer: raw.customer } }).customer.code).toBe('1')
    expect(readWell({ order: { ...order, custom_field: '' }, raw }).customer.code).toBe('2')
    expect(readWell({ order: { custom_field: '[]' }, raw }).customer.code).toBe('3')
  })

  const shapes: readonly (readonly [string | null, object])[] = [
    [null, {}],
    ['', {}],
    ['[]', {}],
    ['""', {}],
    ['"\\"\\""', {}],
    ['{"1":""}', {}],
    ['{"1":"10023"}', { Klantnummer: '10023' }],
    ['{"account":{"1":"10023"}}', { Klantnummer: '10023' }],
    ['"{\\"1\\":\\"10023\\"}"', { Klantnummer: '10023' }],
    ['a:1:{i:1;s:5:"10023";}', { Klantnummer: '10023' }],
    ['a:1:{i:1;s:6:"1002é";}', { Klantnummer: '1002é' }],
    ['a:1:{i:1;s:50:"cut', {}],
    ['{"1":"100', {}],
    ['{"9":"weg"}', { '#9': 'weg' }],
  ]
  test.each(shapes)('the column %s is read', (stored, expected) => {
    expect(readWell({ order: { custom_field: stored } }).customer.customFields).toEqual(expected)
  })

  test('a choice is read by its name, several as a list', () => {
    const context = {
      custom_fields: [{ custom_field_id: '1', type: 'checkbox', location: 'account' }],
      custom_field_values: [
        { custom_field_value_id: '12', custom_field_id: '1', language_id: '1', name: 'Koffie' },
        { custom_field_value_id: '13', custom_field_id: '1', language_id: '1', name: 'Thee &amp; kruiden' },
      ],
    }
    const { customer } = readWell({ order: { custom_field: '{"1":["12","13"]}' }, context })
    expect(customer.customFields).toEqual({ Klantnummer: ['Koffie', 'Thee & kruiden'] })
  })

  test('1.5 has the VAT and chamber of commerce number in columns', () => {
    const { customer } = readWell({ order: { payment_tax_id: 'NL001234567B01', payment_company_id: '12345678' } })
    expect([customer.vatNumber, customer.cocNumber]).toEqual(['NL001234567B01', '12345678'])
  })
})

describe('addresses', () => {
  const none: Row = Object.fromEntries(
    ['firstname', 'lastname', 'company', 'address_1', 'city', 'postcode', 'country'].map((name) => [
      `payment_${name}`,
      '',
    ]),
  )
  test('4.x without billing step has no invoice address; none is invented', () => {
    const country = { payment_iso2: null, shipping_iso2: 'NL' }
    const order = readWell({ order: { ...none, payment_country_id: '0' }, raw: { country } })
    expect(order.invoiceAddress).toBeNull()
    expect(order.deliveryAddress?.city).toBe('Amsterdam')
  })

  test('4.0.2.3 leaves the name out of an address that the manager typed in: the order’s own name is used', () => {
    const order = readWell({ order: { payment_firstname: '', payment_lastname: '' } })
    expect(order.invoiceAddress).toMatchObject({
      firstName: order.customer.firstName,
      lastName: order.customer.lastName,
    })
  })

  test.each([
    ['Kerkstraat', '7 bis', 'Kerkstraat 7 bis'],
    ['Industrieweg 100', '100', 'Industrieweg 100'],
    ['Laan 1100', '100', 'Laan 1100 100'],
    ['Kerkstraat', '', 'Kerkstraat'],
  ])('street %s with house number %s is %s', (street, number, expected) => {
    const context = { custom_field_names: [{ custom_field_id: '4', language_id: '1', name: 'Huis-nummer' }] }
    const order = { payment_address_1: street, payment_custom_field: JSON.stringify({ address: { 4: number } }) }
    expect(readWell({ order, context }).invoiceAddress?.street).toBe(expected)
  })

  test('a country goes by its id, whatever its name is in the order; an unknown one stays a name', () => {
    const country = { payment_iso2: null, shipping_iso2: null }
    const order = {
      payment_country: 'Pays-Bas',
      payment_country_id: '150',
      shipping_country: 'Utopia',
      shipping_country_id: '0',
    }
    const { invoiceAddress, deliveryAddress } = readWell({ order, raw: { country } })
    expect([invoiceAddress?.country, deliveryAddress?.country, deliveryAddress?.countryName]).toEqual([
      'NL',
      null,
      'Utopia',
    ])
  })
})

describe('statuses', () => {
  const meaningOf = (name: string, settings: Row[] = []) => {
    const context = {
      statuses: [{ order_status_id: '2', language_id: '1', name }],
      settings: [...setUp.settings, ...settings],
    }
    return readWell({ context }).status.meaning
  }
  test.each([
    ['In afwachting', 'unpaid'],
    ['Pending', 'unpaid'],
    ['Nog niet betaald', 'unpaid'],
    ['Betaald', 'paid'],
    ['Processing', 'processing'],
    ['In behandeling', 'processing'],
    ['Verzonden', 'shipped'],
    ['Compleet', 'complete'],
    ['Processed', 'complete'],
    ['Geannuleerd', 'cancelled'],
    ['Voided', 'cancelled'],
    ['Expired', 'cancelled'],
    ['Geweigerd', 'cancelled'],
    ['Failed', 'cancelled'],
    ['Canceled Reversal', 'paid'],
    ['Annulering teruggedraaid', 'paid'],
    ['Refunded', 'refunded'],
    ['Chargeback', 'refunded'],
    ['Terugboeking', 'refunded'],
    ['Ligt bij Henk', 'unknown'],
  ])('%s means %s', (name, meaning) => {
    expect(meaningOf(name)).toBe(meaning)
  })

  test('a name that says nothing goes by the shop’s own lists, as JSON or serialized', () => {
    const list = (key: string, value: string): Row => ({ store_id: '0', key, value })
    expect(meaningOf('Ligt bij Henk', [list('config_complete_status', '["5","2"]')])).toBe('complete')
    expect(meaningOf('Ligt bij Henk', [list('config_processing_status', 'a:2:{i:0;s:1:"1";i:1;s:1:"2";}')])).toBe(
      'processing',
    )
    expect(meaningOf('Ligt bij Henk', [list('config_void_status_id', '2')])).toBe('cancelled')
  })

  test('one that nobody knows is read as a sale, and that is said', () => {
    const { status, readingNotes } = readWell({ order: { order_status_id: '99' } })
    expect([status.meaning, readingNotes[0]?.code]).toEqual(['unknown', 'opencart.statusUnknown'])
  })
})

describe('dates', () => {
  const placedAt = (change: Change) => readWell(change).placedAt
  const added1 = (date_added: string, more: Row = {}) => ({ order: { date_added, date_modified: date_added, ...more } })

  test.each([
    ['3.0.3.6', '2026-07-01T10:00:00Z'],
    ['3.0.3.7', '2026-07-01T08:00:00Z'],
    ['4.1.0.3', '2026-07-01T08:00:00Z'],
    ['1.5.6.4', '2026-07-01T10:00:00Z'],
    [null, '2026-07-01T08:00:00Z'],
  ])('version %s: a summer date is %s', (version, expected) => {
    // The database's clock runs in UTC, the shop is set to Amsterdam.
    expect(placedAt({ ...added1('2026-07-01 10:00:00'), version })).toBe(expected)
  })

  test('an old shop on a server in Amsterdam follows its summer time, whatever season it is read in', () => {
    const zone = { php_timezone: 'UTC', db_now: '2026-01-20 13:00:00', db_utc: '2026-01-20 12:00:00' }
    expect(placedAt({ ...added1('2026-07-01 10:00:00'), version: '2.3.0.2', context: { zone } })).toBe(
      '2026-07-01T08:00:00Z',
    )
  })

  test('a server with an odd clock is followed by its offset', () => {
    const zone = { php_timezone: 'UTC', db_now: '2026-01-20 06:30:00', db_utc: '2026-01-20 12:00:00' }
    expect(placedAt({ ...added1('2026-07-01 10:00:00'), version: '2.3.0.2', context: { zone } })).toBe(
      '2026-07-01T15:30:00Z',
    )
  })

  test('the hour that comes twice is told apart by the order before', () => {
    const first = { ...added1('2026-10-25 02:50:00'), raw: { previous_added: '2026-10-24 10:00:00' } }
    const second = { ...added1('2026-10-25 02:10:00'), raw: { previous_added: '2026-10-25 02:50:00' } }
    expect([placedAt(first), placedAt(second)]).toEqual(['2026-10-25T00:50:00Z', '2026-10-25T01:10:00Z'])
  })

  test('a change is never before the placing; a zero date is no change', () => {
    const zero = added1('2026-03-02 10:00:00', { date_modified: '0000-00-00 00:00:00' })
    expect(readWell(zero).changedAt).toBe('2026-03-02T09:00:00Z')
    expect(reasonOf(added1('0000-00-00 00:00:00'))).toBe('opencart.noDate')
  })
})

describe('money', () => {
  test('what the customer paid in is kept beside the shop’s own currency', () => {
    const order = readWell({ order: { currency_code: 'GBP', currency_value: '0.85612000' } })
    expect([order.currency, order.paidIn?.currency, order.paidIn?.rate]).toEqual(['EUR', 'GBP', '0.85612'])
  })

  test('1.x calls the columns currency and value', () => {
    const { currency_code: _, currency_value: __, ...order } = rawOf().order
    const old = { ...order, currency: 'USD', value: '1.10000000' }
    expect(readWell({ raw: { order: old } }).paidIn).toMatchObject({ currency: 'USD', rate: '1.1' })
  })

  test('an order at rate 1 in another currency than today’s is in that currency', () => {
    const order = readWell({ order: { currency_code: 'DKK', currency_value: '1.00000000' } })
    expect([order.currency, order.paidIn, order.readingNotes[0]?.code]).toEqual([
      'DKK',
      null,
      'opencart.currencyChanged',
    ])
  })

  test('without any currency the order waits', () => {
    expect(reasonOf({ order: { currency_code: '' }, context: { settings: [] } })).toBe('opencart.noCurrency')
  })

  test('SALE-1 prices are incl. where the shop shows tax, per store, unless set', () => {
    expect(readWell().priceEntry).toBe('incl')
    const settings = [...setUp.settings, { store_id: '1', key: 'config_tax', value: '0' }]
    expect(readWell({ order: { store_id: '1' }, context: { settings } }).priceEntry).toBe('excl')
    expect(readWell({ mapping: { priceEntry: 'excl' } }).priceEntry).toBe('excl')
  })
})

describe('what cannot be read', () => {
  test('waits with its number and a reason, and keeps what the shop sent', () => {
    const context = toContext(setUp, '3.0.4.1')
    const broken = { order: { order_id: '12' }, products: 'none' }
    expect(toOrder(broken, context, mapping)).toMatchObject({
      ok: false,
      id: '12',
      reason: { code: 'opencart.badOrder' },
      raw: broken,
    })
    expect(toOrder(null, context, mapping)).toMatchObject({ ok: false, id: '?' })
  })

  test('an amount that is no number is named', () => {
    expect(reasonOf({ products: [{ price: 'gratis' }] })).toBe('opencart.badNumber')
    expect(reasonOf({ order: { total: null } })).toBe('opencart.badNumber')
  })

  test('500 lines are no trouble', () => {
    const order: FakeOrder = {
      ...generateOrder(1),
      lines: Array.from({ length: 500 }, (_, n) => ({ article: n, quantity: 2 })),
    }
    const result = toOrder(toFakeRaw(order), toContext(setUp, '3.0.4.1'), mapping)
    expect(result.ok && result.order.lines.length).toBe(500)
    expect(result.ok && result.order.readingNotes).toEqual([])
  })
})
