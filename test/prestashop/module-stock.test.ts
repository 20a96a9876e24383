// Articles and stock through the module, on the databases of real shops; what PrestaShop's own call does is stood in for.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeWith } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { type RealShop, realDumps, startRealShop } from './real-shop.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shop's own rows
type Row = any

for (const version of ['8.2.1', '9.1.4'] as const) {
  describeWith({ servers: ['mariadb', 'php'], fixtures: realDumps }, `the stock of a real ${version}`, () => {
    let db: MariaDb
    let shop: RealShop

    beforeAll(async () => {
      db = await startMariaDb()
      shop = await startRealShop(db, version)
    }, 60_000)
    afterAll(async () => {
      await shop?.stop()
      await db?.stop()
    })
    beforeEach(() => {
      shop.configure({})
      shop.noted('hooks')
    })

    const readStock = async (keys: readonly string[]): Promise<Row[]> =>
      (await shop.ask({ question: 'stock', keys, token: null, limit: 1000 })).rows
    const write = async (...lines: readonly [key: unknown, quantity: unknown][]): Promise<string[]> => {
      const asked = lines.map(([key, quantity]) => ({ key, quantity }))
      const answer = await shop.ask({ question: 'setStock', lines: asked })
      expect(answer.lines.map(({ key }: Row) => key)).toEqual(asked.map(({ key }) => key))
      return answer.lines.map(({ result, detail }: Row) => (detail === null ? result : `${result} ${detail}`))
    }
    const keyOf = ({ id_product, id_product_attribute }: Row): string => `${id_product}:${id_product_attribute}`
    const all = async (): Promise<Row[]> => (await shop.ask({ question: 'stock' })).rows
    const find = async (wanted: (row: Row) => boolean): Promise<Row> => (await all()).find(wanted)
    const total = async (product: string) =>
      (
        await shop.sql(
          `SELECT quantity FROM ps_stock_available WHERE id_product = ${product} AND id_product_attribute = 0 AND id_shop = 1`,
        )
      )[0]?.[0]

    test('STOCK-2 every article that can be sold is there once, combinations in place of their product', async () => {
      const rows = await all()
      const expected =
        await shop.sql(`SELECT COUNT(*) FROM ps_product p LEFT JOIN ps_product_attribute a USING (id_product)
        WHERE p.state = 1`)
      expect(rows).toHaveLength(Number(expected[0]?.[0]))
      expect(new Set(rows.map(keyOf)).size).toBe(rows.length)
      const stored = await shop.sql('SELECT id_product, id_product_attribute, quantity FROM ps_stock_available')
      const quantities = new Map(
        stored.map(([product, combination, quantity]) => [`${product}:${combination}`, quantity]),
      )
      expect(rows.map((row) => row.quantity)).toEqual(rows.map((row) => quantities.get(keyOf(row)) ?? null))
      const small: string[] = []
      for (let token: unknown = null, more = true; more; ) {
        const page = await shop.ask({ question: 'stock', keys: null, token, limit: 7 })
        small.push(...page.rows.map(keyOf))
        token = page.token
        more = token !== null
      }
      expect(small).toEqual(rows.map(keyOf))
      expect((await readStock([keyOf(rows[3]), '99999:0'])).map(keyOf)).toEqual([keyOf(rows[3])])
    })

    test('articles have price, rate and attributes, in pages', async () => {
      const whole = await shop.ask({ question: 'articles' })
      const shirt = whole.articles.find((one: Row) => keyOf(one) === '1:1')
      expect(shirt).toMatchObject({ reference: 'demo_1', price: '23.900000', rate: '21.000', active: '1' })
      expect(shirt.attributes).toEqual([
        { group: 'Size', name: 'S' },
        { group: 'Color', name: 'White' },
      ])
      const small: string[] = []
      for (let token: unknown = null; ; ) {
        const page = await shop.ask({ question: 'articles', token, limit: 10 })
        if (page.articles.length === 0) break
        small.push(...page.articles.map(keyOf))
        token = page.token
      }
      expect(small).toEqual(whole.articles.map(keyOf))
      await shop.sql("UPDATE ps_product_shop SET date_upd = '2027-01-01 00:00:00' WHERE id_product = 1")
      const changed = await shop.ask({ question: 'articles', since: '2027-01-01 00:00:00' })
      expect(new Set(changed.articles.map((one: Row) => one.id_product))).toEqual(new Set(['1']))
    })

    test('STOCK-2 a quantity is written through PrestaShop, once, and the total of the product follows', async () => {
      const before = Number(await total('1'))
      const [row] = await readStock(['1:2'])
      expect(await write(['1:2', Number(row.quantity) + 5])).toEqual(['ok'])
      expect((await readStock(['1:2']))[0].quantity).toBe(String(Number(row.quantity) + 5))
      expect(await total('1')).toBe(String(before + 5))
      expect(shop.noted('hooks')).toHaveLength(1)
      expect(await write(['1:2', Number(row.quantity) + 5])).toEqual(['unchanged'])
      expect(shop.noted('hooks')).toEqual([])
    })

    test('STOCK-2 nothing is written for what is not there, not right or not kept, and the others go on', async () => {
      const plain = await find((row) => row.has_combinations === '0' && row.is_virtual === '0' && row.is_pack === '0')
      const virtual = await find((row) => row.is_virtual === '1')
      const pack = await find((row) => row.is_pack === '1')
      await shop.sql(`UPDATE ps_product SET pack_stock_type = 1 WHERE id_product = ${pack.id_product}`)
      const rows = await shop.sql('SELECT COUNT(*), SUM(quantity) FROM ps_stock_available')
      expect(
        await write(
          ['99999:0', 5],
          ['99999:7', 5],
          ['1:99999', 5],
          ['2:1', 5],
          ['1:0', 5],
          [keyOf(plain), '5'],
          [keyOf(plain), 1.5],
          [keyOf(plain), 99999999999],
          ['1; DROP TABLE', 5],
          [keyOf(virtual), 5],
          [keyOf(pack), 5],
        ),
      ).toEqual([
        'unknown product',
        'unknown product',
        'unknown combination',
        'unknown combination',
        'invalid combinations',
        'invalid quantity',
        'invalid quantity',
        'invalid quantity',
        'invalid key',
        'notManaged virtual',
        'notManaged pack',
      ])
      expect(await shop.sql('SELECT COUNT(*), SUM(quantity) FROM ps_stock_available')).toEqual(rows)
      expect(shop.noted('hooks')).toEqual([])
      expect(await write(['99999:0', 5], [keyOf(plain), -3], ['1:3', 4])).toEqual(['unknown product', 'ok', 'ok'])
      expect(await write(['1:3', 8], ['1:3', 9], ['1:4', 9])).toEqual([
        'ambiguous twice in one question',
        'ambiguous twice in one question',
        'ok',
      ])
    })

    test('STOCK-2 a module of someone else that throws does not stop the others; what was written all the same is told', async () => {
      shop.configure({ throwFor: [1] })
      const plain = await find((row) => row.id_product !== '1' && row.has_combinations === '1')
      expect(await write(['1:1', 77], [keyOf(plain), 78])).toEqual(['ok stopped by PrestaShopException', 'ok'])
      shop.configure({ silentFor: [1] })
      expect(await write(['1:1', 79], [keyOf(plain), 80])).toEqual(['failed notWritten', 'ok'])
    })

    test('STOCK-2 stock that is switched off or follows warehouses is not written', async () => {
      const setting = (name: string, value: string) =>
        shop.sql(`DELETE FROM ps_configuration WHERE name = '${name}';
          INSERT INTO ps_configuration (name, value, date_add, date_upd) VALUES ('${name}', '${value}', 0, 0)`)
      await setting('PS_ADVANCED_STOCK_MANAGEMENT', '1')
      await shop.sql('UPDATE ps_stock_available SET depends_on_stock = 1 WHERE id_product = 1')
      shop.configure({ version: '1.7.6.9' })
      expect(await write(['1:1', 5])).toEqual(['notManaged advancedStock'])
      // 8 and 9 no longer have it, whatever the columns say.
      shop.configure({ version })
      expect(await write(['1:1', 5])).toEqual(['ok'])
      await setting('PS_STOCK_MANAGEMENT', '0')
      expect(await write(['1:1', 6])).toEqual(['notManaged stockManagement'])
      await setting('PS_STOCK_MANAGEMENT', '1')
      await setting('SCONNECT_STOCK', '0')
      expect((await shop.send('{"question":"setStock","lines":[]}')).json.error).toBe('stock.notAllowed')
      await setting('SCONNECT_STOCK', '1')
    })

    test('STOCK-2 a group that shares its stock has one row, and that one is written', async () => {
      await shop.sql(`UPDATE ps_shop_group SET share_stock = 1;
        UPDATE ps_stock_available SET id_shop = 0, id_shop_group = 1`)
      expect(await write(['1:1', 41])).toEqual(['ok'])
      expect((await readStock(['1:1']))[0].quantity).toBe('41')
      expect(await shop.sql('SELECT COUNT(*) FROM ps_stock_available WHERE id_shop = 1')).toEqual([['0']])
      await shop.sql(`UPDATE ps_shop_group SET share_stock = 0;
        UPDATE ps_stock_available SET id_shop = 1, id_shop_group = 0`)
    })

    test('a hundred lines cost a handful of queries besides PrestaShop’s own', async () => {
      const lines = (await all()).slice(0, 60).map((row) => ({ key: keyOf(row), quantity: Number(row.quantity) }))
      shop.noted('queries')
      await shop.ask({ question: 'setStock', lines })
      expect(shop.noted('queries').length).toBeLessThan(12)
    })
  })
}
