import { describe, expect, test } from 'vitest'
import { reconcile, reconcileVat } from '../core/reconcile.ts'
import { createTranslation, type Mapping, readMapping, readRecords, tryOut } from './index.ts'

const document = (parts: object): Mapping => {
  const read = readMapping(JSON.stringify(parts))
  if (!read.ok) throw new Error(read.issues.join('\n'))
  return read.mapping
}

async function* inPieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const xmlMapping = {
  version: 1,
  format: 'xml',
  records: 'orders/order',
  dates: ['yyyy-MM-dd HH:mm:ss'],
  order: {
    number: '@number',
    placedAt: '@date',
    total: 'basket/@total',
    status: '@status',
    pricesIncludeVat: { fixed: '1' },
  },
  customer: { email: 'customer/@email', lastName: 'customer/@name', otherFields: 'customer' },
  invoiceAddress: {
    street: 'customer/@street',
    postcode: 'customer/@zip',
    city: 'customer/@city',
    country: 'customer/@country',
  },
  lines: [
    {
      select: 'basket/item',
      code: '@itemno',
      description: '@title',
      quantity: '@quantity',
      unitPrice: '@price',
      total: '@stotal',
      vatByKey: { key: '@taxes', rows: 'basket/tax', rowKey: '@taxid', rowPercent: '@percentage' },
      options: { select: 'option', name: '@display', value: '@choice' },
    },
  ],
  charges: [
    {
      kind: 'shipping',
      amount: 'basket/@ship_total',
      title: 'basket/shipinfo/@method',
      vatRows: { select: 'basket/shiptax', percent: '@percentage', amount: '@amount' },
    },
  ],
  vat: [
    { select: 'basket/tax', percent: '@percentage', amount: '@amount' },
    { select: 'basket/shiptax', percent: '@percentage', amount: '@amount' },
  ],
  statuses: { processed: 'paid' },
}

const xml = `<?xml version="1.0"?><orders>
  <order number="1507" date="2024-03-05 14:22:10" status="processed">
    <basket total="34.10" ship_total="4.95">
      <item itemNo="A-100" title="Theepot" quantity="2" price="12.10" taxes="TD1" stotal="24.20"><option display="Kleur" choice="Blauw"/></item>
      <item itemNo="B-200" title="Thee &amp; zo" quantity="1" price="4.95" taxes="TD2" stotal="4.95"/>
      <tax taxid="TD1" percentage="21" amount="4.20"/><tax taxid="TD2" percentage="9" amount="0.41"/>
      <shiptax taxid="TD1" percentage="21" amount="0.86"/><shipinfo method="PostNL" region="Nederland"/>
    </basket>
    <customer name="J. Voorbeeld" email="j@example.test" street="Dorpsstraat 1a" zip="1234 AB" city="Ons Dorp" country="Nederland" klantnummer="10077"/>
  </order></orders>`

const ordersOf = async (text: string | Uint8Array, mapping: Mapping) => {
  const translate = createTranslation(mapping, { storeId: '1', name: 'Winkel', url: '' })
  return (await Array.fromAsync(readRecords(inPieces(text), mapping, 'test'))).map(({ node }) => translate(node))
}

test('an order of attributes is read with lines, rates by key, options, shipping and the customer’s own fields', async () => {
  const [mapped] = await ordersOf(xml, document(xmlMapping))
  if (mapped?.ok !== true) throw new Error(JSON.stringify(mapped))
  const { order } = mapped
  expect(order).toMatchObject({
    number: '1507',
    placedAt: '2024-03-05T13:22:10Z',
    orderDate: '2024-03-05',
    status: { meaning: 'paid' },
    totalIncl: '34.1',
    customer: { lastName: 'J. Voorbeeld', customFields: { klantnummer: '10077' } },
    invoiceAddress: { country: 'NL', street: 'Dorpsstraat 1a' },
  })
  expect(
    order.lines.map(({ articleCode, totalIncl, totalExcl, vatPercent }) => [
      articleCode,
      totalIncl,
      totalExcl,
      vatPercent,
    ]),
  ).toEqual([
    ['A-100', '24.2', '20', '21'],
    ['B-200', '4.95', expect.stringMatching(/^4\.5412/), '9'],
  ])
  expect(order.lines[0]?.options).toMatchObject([{ name: 'Kleur', value: 'Blauw' }])
  expect(order.lines[1]?.description).toBe('Thee & zo')
  expect(order.charges).toMatchObject([{ kind: 'shipping', title: 'PostNL', amountIncl: '4.95', vatKnown: true }])
  expect(reconcile(order)).toEqual({ fits: true })
  expect(reconcileVat(order)).toEqual([])
})

test('SHOP-8 a customer code is found in a field of any of these names, wherever the customer’s own fields stand', async () => {
  const customer = { ...xmlMapping.customer, otherFields: ['nowhere', 'customer'] }
  const codeOf = async (field: string) => {
    const file = xml.replace('klantnummer="10077"', field)
    const [mapped] = await ordersOf(file, document({ ...xmlMapping, customer }))
    return mapped?.ok === true ? mapped.order.customer.code : 'unreadable'
  }
  expect(await codeOf('klantnummer="10077"')).toBe('10077')
  expect(await codeOf('Debiteur-Nr.="0042"')).toBe('42')
  expect(await codeOf('klantcode=""')).toBeNull()
  expect(await codeOf('klantsoort="3"')).toBeNull()
})

test('of a customer that is a row of cells, the cells are fields and what stands on the row is not', async () => {
  const cells = '<row type="customer" index="0"><col name="naam">J.</col><col name="Klant nr">7</col></row>'
  const file = xml.replace('</order>', `${cells}</order>`)
  const [mapped] = await ordersOf(file, document({ ...xmlMapping, customer: { otherFields: "row[@type='customer']" } }))
  expect(mapped).toMatchObject({ ok: true, order: { customer: { code: '7' } } })
  expect(mapped?.ok === true && mapped.order.customer.customFields).toEqual({ naam: 'J.', 'Klant nr': '7' })
})

test('trying out tells what no rule looked at, and which orders do not add up', async () => {
  const wrong = xml.replace('total="34.10"', 'total="35.10" extra="x"')
  const result = await tryOut(inPieces(wrong), document(xmlMapping), { limit: 10, name: 'test' })
  expect(result.count).toBe(1)
  expect(result.orders[0]).toMatchObject({ number: '1507', difference: '1', vatDifferences: [] })
  expect(result.unused).toEqual(
    expect.arrayContaining([
      { path: 'basket/@extra', times: 1, example: 'x' },
      { path: 'basket/shipinfo/@region', times: 1, example: 'Nederland' },
    ]),
  )
})

test('CSV lines with the same order number are one order; separator and decimal comma are found', async () => {
  const csv = [
    'Ordernummer;Datum;Artikel;Omschrijving;Aantal;Prijs;BTW;Verzendkosten;Totaal;E-mail',
    '12;05-03-2024;A-1;"Thee; los";2;12,10;21%;4,95;€ 1.029,15;a@example.test',
    '12;05-03-2024;B-2;Kan;1;1.000,00;0;4,95;€ 1.029,15;a@example.test',
    '13;06-03-2024;A-1;Thee;1;12,10;21;;12,10;b@example.test',
  ].join('\r\n')
  const mapping = document({
    version: 1,
    format: 'csv',
    records: 'Ordernummer',
    dates: ['dd-MM-yyyy'],
    decimals: 'comma',
    order: { number: '@Ordernummer', placedAt: '@Datum', total: '@Totaal' },
    customer: { email: '@E-mail' },
    lines: [
      {
        select: 'row',
        code: '@Artikel',
        description: '@Omschrijving',
        quantity: '@Aantal',
        unitPrice: '@Prijs',
        vatPercent: '@BTW',
      },
    ],
    charges: [{ kind: 'shipping', amount: '@Verzendkosten', vatPercent: { fixed: '21' } }],
  })
  const orders = await ordersOf(csv, mapping)
  expect(orders.map((each) => each.ok && [each.order.number, each.order.lines.length, each.order.totalIncl])).toEqual([
    ['12', 2, '1029.15'],
    ['13', 1, '12.1'],
  ])
  for (const each of orders) expect(each.ok && reconcile(each.order).fits).toBe(true)
})

test('JSON objects and lists are read by the same paths', async () => {
  const json = JSON.stringify({
    data: {
      orders: [
        {
          nr: 7,
          at: '2026-03-01T10:00:00Z',
          sum: 12.1,
          items: [{ sku: 'A', name: 'Thee', n: 1, price: 12.1, rate: 21 }],
        },
      ],
    },
  })
  const mapping = document({
    version: 1,
    format: 'json',
    records: 'data/orders',
    order: { number: '@nr', placedAt: '@at', total: '@sum' },
    lines: [
      { select: 'items', code: '@sku', description: '@name', quantity: '@n', unitPrice: '@price', vatPercent: '@rate' },
    ],
  })
  const [mapped] = await ordersOf(json, mapping)
  expect(mapped).toMatchObject({
    ok: true,
    order: { number: '7', placedAt: '2026-03-01T10:00:00Z', lines: [{ articleCode: 'A' }] },
  })
})

test('a file that mixes UTF-8 and Windows-1252 keeps both kinds of letters, however it is cut', async () => {
  const start = new TextEncoder().encode(xml.replace('Theepot', 'Théière €'))
  const western = Buffer.from(
    start.toString().length > 0 ? Buffer.from(start).toString('latin1').replace('Ons Dorp', 'Caf\xe9dorp') : '',
    'latin1',
  )
  const [mapped] = await ordersOf(western, document(xmlMapping))
  expect(mapped).toMatchObject({
    ok: true,
    order: { lines: [{ description: 'Théière €' }, {}], invoiceAddress: { city: 'Cafédorp' } },
  })
})

test('a table whose columns are only numbered is read by the names that its first row gives them', async () => {
  const mapping = document({
    version: 1,
    format: 'xml',
    records: 'list/order',
    numberedTables: true,
    dates: ['yyyyMMddHHmmss'],
    order: { number: '@id', placedAt: '@created', total: '@total' },
    lines: [
      {
        select: "rows/row[@type='data']",
        code: "col[@name='productid']",
        description: "col[@name='description']",
        quantity: "col[@name='quantity']",
        unitPrice: "col[@name='price']",
        vatPercent: { fixed: '21' },
      },
    ],
  })
  const file = `<list><order id="5" created="20240305142210" total="12,10"><rows><row type="column_set"><col number="1"><name>PRODUCTID</name></col><col number="2"><name>description</name></col><col number="3"><name>quantity</name></col><col number="4"><name>price</name></col></row><row type="data"><col number="1">A-100</col><col number="2"><![CDATA[Pot <b>]]></col><col number="3">1</col><col number="4">12,10</col></row></rows></order></list>`
  const [mapped] = await ordersOf(file, mapping)
  expect(mapped).toMatchObject({
    ok: true,
    order: {
      placedAt: '2024-03-05T13:22:10Z',
      lines: [{ articleCode: 'A-100', description: 'Pot <b>', totalIncl: '12.1' }],
    },
  })
})

describe('a discount without a rate of its own', () => {
  const withDiscount = (vat: string) => `<orders><order number="1" date="2024-03-05 14:22:10">
    <basket total="108" ><item itemNo="A" title="A" quantity="1" price="60.50" taxes="H"/><item itemNo="B" title="B" quantity="1" price="54.50" taxes="L"/>
    <tax taxid="H" percentage="21" amount="${vat.split('|')[0]}"/><tax taxid="L" percentage="9" amount="${vat.split('|')[1]}"/><disc amount="7"/></basket></order></orders>`
  const mapping = document({
    ...xmlMapping,
    charges: [{ kind: 'discount', amount: 'basket/disc/@amount', negative: true }],
  })

  test('is divided as the shop’s own VAT shows', async () => {
    const [proportional] = await ordersOf(withDiscount('9.86|4.23'), mapping)
    expect(proportional).toMatchObject({ ok: true, order: { charges: [{ amountIncl: '-7', vatKnown: true }] } })
    const [onHigh] = await ordersOf(withDiscount('9.29|4.50'), mapping)
    expect(onHigh).toMatchObject({ ok: true, order: { charges: [{ vatKnown: true, parts: [{ vatPercent: '21' }] }] } })
  })

  test('and where nothing shows it, that is said', async () => {
    const [mapped] = await ordersOf(withDiscount('1.00|1.00'), mapping)
    expect(mapped).toMatchObject({ ok: true, order: { readingNotes: [{ code: 'mapping.chargeRateGuessed' }] } })
  })
})

describe('what is wrong', () => {
  test.each([
    ['no number', xml.replace('number="1507"', ''), 'mapping.noNumber'],
    ['no date', xml.replace(/ date="[^"]*"/, ''), 'mapping.noDate'],
    ['a date that is none', xml.replace('2024-03-05', '2024-02-31'), 'mapping.notADate'],
    ['no total', xml.replace(' total="34.10"', ''), 'mapping.noTotal'],
    ['an amount that is none', xml.replace('price="12.10"', 'price="veel"'), 'mapping.notAnAmount'],
    ['no price', xml.replace('price="4.95" taxes="TD2" stotal="4.95"', 'taxes="TD2"'), 'mapping.noPrice'],
  ])('%s is a reason that its order waits with', async (_, text, code) => {
    expect(await ordersOf(text, document(xmlMapping))).toMatchObject([{ ok: false, reason: { code } }])
  })

  test.each([
    ['broken XML', '<orders><order></orders>', 'mapping.brokenXml'],
    [
      'an entity of its own',
      '<!DOCTYPE o [<!ENTITY a "aaaa">]><orders><order number="&a;"/></orders>',
      'mapping.brokenXml',
    ],
    ['a tree without end', `<orders>${'<order>'.repeat(60)}`, 'mapping.tooLarge'],
    ['an order without end', `<orders><order>${'<item a="b"/>'.repeat(60_000)}`, 'mapping.tooLarge'],
  ])('%s stops the file, with its own message', async (_, text, code) => {
    await expect(ordersOf(text, document(xmlMapping))).rejects.toMatchObject({ code })
  })

  test('a mapping that is not right says where', () => {
    expect(readMapping('{')).toMatchObject({ ok: false })
    const wrong = readMapping(
      JSON.stringify({ ...xmlMapping, order: { number: 'a[[b', placedAt: '@date', total: '@t' } }),
    )
    expect(wrong).toMatchObject({ ok: false, issues: [expect.stringContaining('order.number')] })
    expect(readMapping(JSON.stringify({ ...xmlMapping, surprise: 1 }))).toMatchObject({ ok: false })
  })
})
