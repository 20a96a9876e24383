// The whole way with nothing invented between us and the shop: upload by FTP and SFTP, the bridge on PHP, MariaDB behind it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configFor, startTestSite, type TestSite, testKey } from '../../../bridges/opencart/test-shop.ts'
import { describeWith, fixturesFolder } from '../../../test/support/fixtures.ts'
import { startFtp } from '../../../test/support/ftp.ts'
import { type MariaDb, startMariaDb } from '../../../test/support/mariadb.ts'
import { startPhp } from '../../../test/support/php.ts'
import { startSftp } from '../../../test/support/sftp.ts'
import { toFixed } from '../../core/money.ts'
import type { ShopOrder } from '../../core/order.ts'
import { settingsOf } from '../../settings/field.ts'
import type { ShopConnection, ShopEnvironment } from '../shop.ts'
import { openCart } from './index.ts'

const signal = new AbortController().signal

function remember(memory: Map<string, string>): ShopEnvironment {
  let count = Date.now()
  return {
    clock: () => Date.now(),
    randomHex: (bytes) => (++count).toString(16).padStart(bytes * 2, 'c'),
    log: () => undefined,
    memory: {
      get: async (name) => memory.get(name) ?? null,
      set: async (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
    },
  }
}

const connect = (values: Record<string, unknown>, memory: Map<string, string>) =>
  openCart.connect(settingsOf(openCart.settings).parse(values), remember(memory))

async function readNumbers(shop: ShopConnection): Promise<string[]> {
  const pages = await Array.fromAsync(shop.readOrders(null, { startAt: null, signal }))
  return pages.flatMap((page) => page.orders.map((read) => (read.ok ? read.order.number : `! ${read.reason.code}`)))
}

type Site = { values: Record<string, unknown>; folder: string; stop: () => Promise<void> }

/** A web space of which the file server shows the shop's folder as `remote`. */
async function startWebSpace(kind: 'ftp' | 'sftp', db: MariaDb): Promise<Site> {
  const server = kind === 'ftp' ? await startFtp({ tls: 'none' }) : await startSftp()
  const { folder, host, port, user, password } = server
  writeFileSync(join(folder, 'config.php'), configFor(db, 'shop'))
  writeFileSync(join(folder, 'index.php'), "<?php define('VERSION', '3.0.4.1'); echo '<html>home page</html>';")
  const php = await startPhp(folder)
  const shopFolder = 'remoteFolder' in server ? server.remoteFolder : folder
  return {
    values: {
      transport: kind,
      ftpHost: host,
      ftpPort: port,
      ftpUser: user,
      ftpPassword: password,
      shopFolder,
      shopUrl: php.url,
    },
    folder,
    stop: async () => {
      await php.stop()
      await server.stop()
    },
  }
}

const ours = (folder: string) => readdirSync(folder).filter((name) => /^s[0-9a-f]{18}$/.test(name))

/** A real shop's database; in a clone that has none, our own sample in the same layout. */
const realDump = join(fixturesFolder, 'opencart/3.0.4.1.sql.gz')
const shopData = existsSync(realDump)
  ? // 47 importable, without the cancelled and the refunded one.
    { dump: realDump, orders: 47, sales: 45 }
  : { dump: join(import.meta.dirname, '../../../bridges/opencart/samples/3.0.sql'), orders: 3, sales: 3 }

for (const [kind, program] of [
  ['ftp', 'vsftpd'],
  ['sftp', 'sshd'],
] as const) {
  describeWith({ servers: ['mariadb', 'php', program] }, `a shop whose file is placed over ${kind}`, () => {
    let db: MariaDb
    let site: Site
    beforeAll(async () => {
      db = await startMariaDb()
      await db.createDatabase('shop', shopData.dump)
      site = await startWebSpace(kind, db)
    }, 60_000)
    afterAll(async () => {
      await site?.stop()
      await db?.stop()
    })

    test('SHOP-3 is read without anything being done by hand, and left clean', async () => {
      const memory = new Map<string, string>()
      const shop = await connect(site.values, memory)
      const numbers = await readNumbers(shop)
      expect(numbers).toHaveLength(shopData.sales)
      expect(ours(site.folder)).toHaveLength(1)
      expect(readdirSync(join(site.folder, ours(site.folder)[0] ?? ''))).toEqual(expect.arrayContaining(['index.html']))
      for (let round = 0; round < 2; round++) await shop.disconnect(signal)
      expect(ours(site.folder)).toEqual([])
      expect([...memory.keys()]).toEqual([])
      await shop.close()
    })

    test('SHOP-9 the test of the connection goes leg by leg and ends well', async () => {
      const shop = await connect(site.values, new Map())
      const legs = await Array.fromAsync(shop.test(signal))
      const names = ['ftpLogin', 'ftpFolder', 'ftpWrite', 'url', 'signature', 'database']
      expect(legs.map((leg) => [leg.leg, leg.ok])).toEqual(names.map((name) => [name, true]))
      expect(legs.at(-1)?.cameBack.nl).toContain(`${shopData.orders} orders`)
      await shop.disconnect(signal)
      await shop.close()
    })

    test.each([
      ['was taken away', (file: string) => rmSync(file)],
      ['was uploaded half', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 3000))],
      [
        'has another key',
        (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(/[0-9a-f]{64}/, testKey)),
      ],
      [
        'is older',
        (file: string) =>
          writeFileSync(file, readFileSync(file, 'utf8').replace("VERSION', '1.0.0", "VERSION', '0.9.0")),
      ],
    ])('SHOP-3 our file is placed anew where it %s', async (_how, spoil) => {
      const memory = new Map<string, string>()
      const shop = await connect(site.values, memory)
      const statuses = await shop.readOrderStatuses(signal)
      expect(statuses.length).toBeGreaterThan(1)
      const file = join(site.folder, new URL(memory.get('endpointUrl') ?? '').pathname)
      const before = readFileSync(file, 'utf8')
      spoil(file)
      expect(await shop.readOrderStatuses(signal)).toEqual(statuses)
      expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(before)
      await shop.disconnect(signal)
      await shop.close()
    })

    test('SHOP-2 a folder that is not a shop’s is named with what is in it', async () => {
      const shop = await connect({ ...site.values, shopFolder: '/' }, new Map())
      const failed = (await Array.fromAsync(shop.test(signal))).at(-1)
      expect([failed?.leg, failed?.ok]).toEqual(['ftpFolder', false])
      expect(failed?.todo?.nl).toContain('config.php')
      await shop.close()
    })

    test('SHOP-2 a prefix that the shop does not have is told with those that it has', async () => {
      const shop = await connect({ ...site.values, tablePrefix: 'shop1_' }, new Map())
      const failed = (await Array.fromAsync(shop.test(signal))).at(-1)
      expect([failed?.leg, failed?.ok]).toEqual(['database', false])
      expect(failed?.cameBack.nl).toContain('oc_')
      await shop.disconnect(signal)
      await shop.close()
    })
  })
}

const dumps = {
  '1.5.6.4': { file: '1.5.6.4.base.sql.gz', prefix: 'oc_' },
  '2.3.0.2': { file: '2.3.0.2.base.sql.gz', prefix: 'oc_' },
  '4.1.0.3': { file: '4.1.0.3-shop1_prefix.base.sql.gz', prefix: 'shop1_' },
} as const
const files = Object.values(dumps).map((dump) => `opencart/${dump.file}`)

describeWith({ servers: ['mariadb', 'php'], fixtures: files }, 'own orders in the databases of other versions', () => {
  let db: MariaDb
  let site: TestSite
  beforeAll(async () => {
    db = await startMariaDb()
    site = await startTestSite()
  }, 60_000)
  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  async function readOnly(version: keyof typeof dumps, inserts: readonly Insert[]): Promise<ShopOrder> {
    const { file, prefix } = dumps[version]
    const database = `v${version.replaceAll('.', '')}`
    await db.createDatabase(database, join(fixturesFolder, 'opencart', file))
    await db.query(toSql(prefix, inserts), database)
    const place = site.addShop(database, configFor(db, database, { DB_PREFIX: prefix }))
    writeFileSync(join(place.folder, 'index.php'), `<?php\ndefine('VERSION', '${version}');\n`)
    const memory = new Map(Object.entries({ endpointUrl: site.url + place.path, key: testKey }))
    const shop = await connect({ transport: 'none', shopUrl: site.url, tablePrefix: prefix }, memory)
    const pages = await Array.fromAsync(shop.readOrders(null, { startAt: null, signal }))
    await shop.close()
    const read = pages.flatMap((page) => page.orders)
    expect(read.map((one) => (one.ok ? 'read' : one.reason.code))).toEqual(['read'])
    return (read[0] as Extract<(typeof read)[number], { ok: true }>).order
  }

  test('1.5.6.4: company and VAT number in columns, dates in the server’s zone', async () => {
    const order = await readOnly('1.5.6.4', [
      ...saleOf({
        payment_company: 'Jansen &amp; Zn',
        payment_company_id: '12345678',
        payment_tax_id: 'NL001234567B01',
      }),
      ...oldMethods,
    ])
    expect(order.customer).toMatchObject({ company: 'Jansen & Zn', cocNumber: '12345678', vatNumber: 'NL001234567B01' })
    // This machine's database runs in UTC; the setting config_timezone is Europe/Amsterdam, which 1.5 does not follow.
    expect(order.placedAt).toBe('2026-03-02T10:15:00Z')
    expectSale(order, 'MOK350', 'cod')
  })

  test('2.3.0.2: custom fields as JSON, an uploaded file by its name', async () => {
    const order = await readOnly('2.3.0.2', [
      ...saleOf({ custom_field: '{"1":"010023"}', payment_custom_field: '{"address":{"4":"7 bis"}}' }),
      ...oldMethods,
      ['upload', { name: 'ontwerp.pdf', filename: 'ontwerp.pdf.abc', code: 'a'.repeat(40) }],
      ['order_option', { order_id: '1', order_product_id: '1', name: 'Ontwerp', value: 'a'.repeat(40), type: 'file' }],
    ])
    expect(order.customer).toMatchObject({ code: '10023', customFields: { Klantnummer: '010023' } })
    expect(order.invoiceAddress?.street).toBe('Dorpsstraat 7 bis')
    expect(order.lines[0]?.options).toEqual([
      { name: 'Ontwerp', value: 'ontwerp.pdf', kind: 'file', unitPriceExcl: null },
    ])
    expectSale(order, 'MOK350', 'cod')
  })

  test('4.1.0.3: prefix shop1_, codes in product_code, methods as JSON, columns that are NULL', async () => {
    const order = await readOnly('4.1.0.3', [
      ...saleOf({
        payment_method: '{"code":"cod.cod","name":"Rembours"}',
        shipping_method: '{"code":"flat.flat","name":"Verzendkosten","cost":4.9587,"tax_class_id":21}',
        custom_field: '"{\\"account\\":{\\"2\\":\\"NL001234567B01\\"}}"',
      }),
      ['order', { order_id: '2', order_status_id: '0', date_added: '2026-03-02 10:16:00' }],
    ])
    expect(order.customer.vatNumber).toBe('NL001234567B01')
    expect(order.placedAt).toBe('2026-03-02T09:15:00Z')
    expectSale(order, 'MOK350', 'cod.cod')
  })
})

type Insert = readonly [table: string, row: Readonly<Record<string, string>>]

/** An update of the order just inserted, for columns that only some versions have. */
const oldMethods: readonly Insert[] = [
  ['order SET', { payment_method: 'Rembours', payment_code: 'cod', shipping_code: 'flat.flat' }],
]

/** Two mugs at 21 %, tea at 9 %, shipping and a coupon of 10 %; the figures as the shop computes them. */
const saleOf = (more: Readonly<Record<string, string>>): readonly Insert[] => [
  [
    'order',
    {
      order_id: '1',
      store_name: 'Winkel',
      customer_group_id: '1',
      firstname: 'Jan',
      lastname: 'de Vries',
      email: 'jan@voorbeeld.example',
      payment_firstname: 'Jan',
      payment_lastname: 'de Vries',
      payment_address_1: 'Dorpsstraat',
      payment_city: 'Amsterdam',
      payment_postcode: '1011 AB',
      payment_country: 'Netherlands',
      payment_country_id: '150',
      total: '35.1999',
      order_status_id: '2',
      language_id: '2',
      currency_code: 'EUR',
      currency_value: '1.00000000',
      date_added: '2026-03-02 10:15:00',
      date_modified: '2026-03-02 10:15:00',
      ...more,
    },
  ],
  ['order_product', line('1', '1001', 'MOK-350', '2', '8.2645', '16.5290', '1.7355')],
  ['order_product', line('2', '1002', 'THEE-EG', '3', '3.6697', '11.0091', '0.3303')],
  ...[
    ['sub_total', 'Subtotaal', '27.5381', '1'],
    ['shipping', 'Verzendkosten', '4.9587', '3'],
    ['coupon', 'Korting (ZOMER)', '-2.7538', '4'],
    ['tax', 'BTW 21%', '4.1653', '5'],
    ['tax', 'BTW 9%', '0.8917', '5'],
    ['total', 'Totaal', '34.8000', '9'],
  ].map(([code = '', title = '', value = '', place = '']): Insert => {
    return ['order_total', { order_id: '1', code, title, value, sort_order: place }]
  }),
  ['order SET', { total: '34.8000' }],
]

const line = (
  id: string,
  product: string,
  model: string,
  quantity: string,
  price: string,
  total: string,
  tax: string,
) => ({
  order_product_id: id,
  order_id: '1',
  product_id: product,
  name: 'Koffiemok &quot;Groot&quot;',
  model,
  quantity,
  price,
  total,
  tax,
})

function toSql(prefix: string, inserts: readonly Insert[]): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
  const statements = inserts.map(([table, row]) => {
    const values = Object.entries(row).map(([column, value]) => `\`${column}\` = ${quote(value)}`)
    if (table === 'order SET') return `UPDATE \`${prefix}order\` SET ${values.join(', ')} WHERE order_id = 1`
    return `INSERT INTO \`${prefix}${table}\` SET ${values.join(', ')}`
  })
  return ["SET sql_mode = ''", ...statements].join(';\n')
}

function expectSale(order: ShopOrder, code: string, payment: string): void {
  expect(order.lines.map((one) => [one.articleCode, one.vatPercent])).toEqual([
    [code, '21'],
    ['THEE-01', '9'],
  ])
  expect(order.lines[0]?.description).toBe('Koffiemok "Groot"')
  expect(order.invoiceAddress).toMatchObject({ country: 'NL', postcode: '1011 AB' })
  expect(order.payment).toMatchObject({ code: payment, method: 'Rembours' })
  expect(order.totalIncl).toBe('34.8')
  const coupon = order.charges.find((charge) => charge.kind === 'discount')
  const parts = coupon?.parts.map((part) => [part.vatPercent, toFixed(part.amountExcl, 2)])
  expect(parts?.toSorted()).toEqual([
    ['21', '-1.65'],
    ['9', '-1.10'],
  ])
  expect(order.charges.find((charge) => charge.kind === 'shipping')?.parts[0]?.vatPercent).toBe('21')
  expect(order.readingNotes).toEqual([])
}
