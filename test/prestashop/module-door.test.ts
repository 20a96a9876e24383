// Who may ask the module, what may stand in the way, and what is answered then. On a real database and a real PHP.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeWith } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { type AskOptions, type RealShop, realDumps, startRealShop } from './real-shop.ts'

const identify = JSON.stringify({ question: 'identify' })

describeWith({ servers: ['mariadb', 'php'], fixtures: realDumps }, 'the door of the module', () => {
  let db: MariaDb
  let shop: RealShop

  beforeAll(async () => {
    db = await startMariaDb()
    shop = await startRealShop(db, '9.1.4')
  }, 60_000)
  afterAll(async () => {
    await shop?.stop()
    await db?.stop()
  })
  beforeEach(() => shop.configure({}))

  const setting = (name: string, value: string) =>
    shop.sql(`DELETE FROM ps_configuration WHERE name = '${name}';
      INSERT INTO ps_configuration (name, value, date_add, date_upd) VALUES ('${name}', '${value}', 0, 0)`)

  async function errorOf(body: string, options: AskOptions = {}): Promise<string> {
    const { status, json, headers } = await shop.send(body, options)
    expect(headers.get('x-sconnect')).toBe('1')
    expect(json).toMatchObject({ ok: false, detail: expect.any(String) })
    return `${status} ${json.error}`
  }

  test('SHOP-8 a signed question is answered and signed, with everything the other side wants to know', async () => {
    const { status, headers, json, signed } = await shop.send(identify)
    expect([status, signed, headers.get('content-type')]).toEqual([200, true, 'application/json; charset=utf-8'])
    expect(json.answer).toMatchObject({
      ...{
        moduleVersion: '1.0.0',
        protocol: 1,
        shopVersion: '9.1.4',
        shopName: 'Testwinkel',
        url: shop.url,
        idShop: '1',
      },
      ...{ timezone: 'Europe/Amsterdam', defaultCurrency: 'EUR', stockWritable: true, stockManagement: true },
      ...{ advancedStock: false, maintenance: false, roundType: '2', roundMode: '2' },
      now: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    })
  })

  test.each<[string, AskOptions]>([
    ['another key', { key: 'a'.repeat(64) }],
    ['another body than was signed', { signedBody: '{"question":"setStock"}' }],
    ['GET', { method: 'GET', signedBody: '' }],
    ['a nonce that is none', { nonce: "' OR 1=1 --" }],
  ])('SHOP-8 %s gets the same refusal', async (_what, options) => {
    const { status, text, signed } = await shop.send(identify, options)
    expect(text).toBe('{"ok":false,"error":"sign.wrong","detail":"the signature is not right"}')
    expect([status, signed]).toEqual([403, false])
  })

  test('SHOP-8 an old question, one from the future and one that was asked before are refused, signed', async () => {
    const now = Math.floor(Date.now() / 1000)
    for (const seconds of [-400, 400])
      expect(await errorOf(identify, { timestamp: now + seconds })).toBe('403 sign.old')
    const nonce = 'ab'.repeat(16)
    expect((await shop.send(identify, { nonce })).json.ok).toBe(true)
    const again = await shop.send(identify, { nonce })
    expect([again.json.error, again.signed]).toEqual(['sign.replayed', true])
  })

  test('nonces are forgotten once they are too old to be used again', async () => {
    await shop.sql(`INSERT INTO ps_sconnect_request VALUES ('${'1'.repeat(32)}', 1000, 'old')`)
    await shop.ask({ question: 'identify' })
    expect(await shop.sql("SELECT COUNT(*) FROM ps_sconnect_request WHERE client = 'old'")).toEqual([['0']])
  })

  test.each([
    ['{"question":"drop"}', '400 question.unknown'],
    ['{"question":["orders"]}', '400 question.wrong'],
    ['no json', '400 question.wrong'],
    ['{"question":"orders","limit":"1; DROP TABLE"}', '400 question.wrong'],
    ['{"question":"orders","limit":0}', '400 question.wrong'],
    ['{"question":"orders","since":"\' OR 1=1"}', '400 question.wrong'],
    ['{"question":"orders","token":"x"}', '400 question.wrong'],
    ['{"question":"orders","token":{"date_upd":"2026-01-01 00:00:00","id_order":"1 OR 1=1"}}', '400 question.wrong'],
    ['{"question":"order","id":"1 OR 1=1"}', '400 question.wrong'],
    ['{"question":"order"}', '400 question.wrong'],
    ['{"question":"stock","keys":["1:0","\' OR 1"]}', '400 question.wrong'],
    ['{"question":"setStock","lines":{"0":1,"x":2}}', '400 question.wrong'],
  ])('a question that is not right is refused: %s', async (body, error) => {
    expect(await errorOf(body)).toBe(error)
  })

  test('what others print and warn of never reaches the answer', async () => {
    shop.configure({ printed: '<b>Warning</b>: old theme', warns: true })
    const { text, signed } = await shop.send(identify)
    expect(text).toMatch(/^\{"ok":true/)
    expect(signed).toBe(true)
  })

  test('maintenance, another host and a module that is off each look different', async () => {
    await setting('PS_SHOP_ENABLE', '0')
    expect((await shop.send(identify)).status).toBe(503)
    await setting('PS_SHOP_ENABLE', '1')
    const [[domain = ''] = []] = await shop.sql('SELECT domain FROM ps_shop_url')
    await shop.sql("UPDATE ps_shop_url SET domain = 'shop.example.nl'")
    const moved = await shop.send(identify)
    expect([moved.status, moved.headers.get('location')]).toEqual([302, 'http://shop.example.nl/'])
    await shop.sql(`UPDATE ps_shop_url SET domain = '${domain}'`)
    await shop.sql("UPDATE ps_module SET active = 0 WHERE name = 'sconnect'")
    expect((await shop.send(identify)).status).toBe(404)
    await shop.sql("UPDATE ps_module SET active = 1 WHERE name = 'sconnect'")
  })

  test('all shops at once and a module without a key are told by their own code', async () => {
    await setting('PS_MULTISHOP_FEATURE_ACTIVE', '1')
    await shop.sql(
      'INSERT INTO ps_shop SELECT 2, id_shop_group, name, color, id_category, theme_name, 1, 0 FROM ps_shop',
    )
    shop.configure({ context: 4 })
    expect(await errorOf(identify)).toBe('200 shop.multishopAll')
    await shop.sql('DELETE FROM ps_shop WHERE id_shop = 2')
    shop.configure({})
    await setting('SCONNECT_KEY', '')
    expect(await errorOf(identify)).toBe('403 module.noKey')
    await setting('SCONNECT_KEY', shop.key)
  })

  test.each([true, false])('what goes wrong inside is told without secrets (debug mode: %s)', async (debug) => {
    shop.configure({ debug })
    await shop.sql('RENAME TABLE ps_order_history TO ps_hidden')
    const { json, text } = await shop.send('{"question":"orders"}')
    expect(json.error).toBe('internal')
    expect(text).not.toMatch(/SELECT|order_history`/)
    await shop.sql('RENAME TABLE ps_hidden TO ps_order_history')
  })

  test('the configuration page shows the connection, never the key, and takes only a key', async () => {
    await shop.ask({ question: 'identify' })
    shop.configure({ language: 'nl' })
    const page = await shop.admin('configure')
    expect(page).toContain('S-Connect 0.1.0')
    expect(page).toMatch(/Laatste vraag van S-Connect: \d\d-\d\d-\d{4}/)
    expect(page).not.toContain(shop.key)
    expect(page).toContain(`Hij eindigt op: ${shop.key.slice(-4)}`)
    const form = { submitSconnect: '1', SCONNECT_STOCK: '0' }
    expect(await shop.admin('configure', { ...form, SCONNECT_NEW_KEY: '<script>' })).toContain(
      'Dit is geen security key',
    )
    expect((await shop.ask({ question: 'identify' })).stockWritable).toBe(true)
    expect(await shop.admin('configure', { ...form, SCONNECT_NEW_KEY: '' })).toContain('Opgeslagen')
    expect((await shop.ask({ question: 'identify' })).stockWritable).toBe(false)
  })

  test('installing twice, upgrading and uninstalling leave the shop as it was', async () => {
    const before = await shop.sql("SHOW TABLES LIKE '%sconnect%'")
    expect(before).toEqual([['ps_sconnect_request']])
    expect(await shop.admin('upgrade')).toBe('true')
    expect((await shop.ask({ question: 'identify' })).protocol).toBe(1)
    expect(await shop.admin('uninstall')).toBe('true')
    expect(await shop.sql("SHOW TABLES LIKE '%sconnect%'")).toEqual([])
    expect(await shop.sql("SELECT name FROM ps_configuration WHERE name LIKE 'SCONNECT%'")).toEqual([])
    shop.configure({ version: '1.6.1.24' })
    expect(await shop.admin('install')).toBe('true')
    expect(shop.noted('hooks')).toEqual([])
    // Opening the page makes whole what an installation that stopped half-way left out.
    await shop.sql('DROP TABLE ps_sconnect_request')
    expect(await shop.admin('configure')).toContain('S-Connect has not asked anything yet')
    expect(await shop.sql("SHOW TABLES LIKE '%sconnect%'")).toHaveLength(1)
  })
})
