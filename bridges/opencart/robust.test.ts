// What shops and hosts do to an answer: odd bytes, noise before it, too much of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAnswer } from '../../src/net/sign.ts'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { configFor, startTestSite, type TestSite, testKey } from './test-shop.ts'

const samples = join(import.meta.dirname, 'samples')
const identify = { question: 'identify', prefix: 'oc_' }

describeWith({ servers: ['mariadb', 'php'] }, 'the bridge in odd shops', () => {
  let db: MariaDb
  let site: TestSite

  beforeAll(async () => {
    db = await startMariaDb()
    await db.createDatabase('shop', join(samples, '3.0.sql'))
    site = await startTestSite()
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  describe('text', () => {
    const readComment = async (sql: string) => {
      await db.query(`SET NAMES utf8mb4; UPDATE oc_order SET comment = ${sql} WHERE order_id = 1`, 'text')
      const text = site.addShop('text', configFor(db, 'text'))
      return (await text.ask({ question: 'order', prefix: 'oc_', id: 1 })).answer.order.order.comment
    }

    beforeAll(async () => {
      await db.createDatabase('text', join(samples, '3.0.sql'))
      await db.query('ALTER TABLE oc_order MODIFY comment VARBINARY(4000) NOT NULL', 'text')
    })

    // What MySQL calls latin1 is Windows-1252.
    test.each([
      ['latin1 letters', '43616665CC81 E9 20 DF', 'Cafe\u0301é ß'],
      ['a euro sign and quotes of Windows', '80 93 61 94', '€“a”'],
      ['a byte that means nothing', '61 81 62', 'a\uFFFDb'],
      ['latin1 beside right UTF-8', 'C3A9 E9 E282AC', 'éé€'],
      ['a letter that was cut off', '61 E282', 'a\uFFFD'],
      ['an emoji', 'F09F8CB1', '🌱'],
      ['half a surrogate', 'EDA080', 'í\u00A0€'],
      ['a form that is too long', 'C080', 'À€'],
      ['a number above Unicode', 'F5808080', 'õ€€€'],
      ['control characters and quotes', '00 01 1F 22 5C 2F 0D0A 7F', '\0\u0001\u001F"\\/\r\n\u007F'],
      ['only strange bytes', 'FF FE', 'ÿþ'],
    ])('%s come as valid JSON', async (_, hex, expected) => {
      expect(await readComment(`x'${hex.replaceAll(' ', '')}'`)).toBe(expected)
    })

    test('an emoji in a table of utf8mb4 arrives whole, a backslash as it is', async () => {
      await db.query(
        `UPDATE oc_order SET comment = ''; ALTER TABLE oc_order MODIFY comment TEXT CHARACTER SET utf8mb4`,
        'text',
      )
      expect(await readComment(`'Top 👍🏽 \\\\\\\\ ''"'`)).toBe(`Top 👍🏽 \\\\ '"`)
    })
  })

  describe('noise', () => {
    const clean = async (config: string, ini: Record<string, string>) => {
      const noisy = await startTestSite({ ini })
      try {
        return await noisy.addShop('noisy', config).send(JSON.stringify(identify))
      } finally {
        await noisy.stop()
      }
    }
    const warnings = `trigger_error('old plug-in', E_USER_WARNING); echo $undefined; error_reporting(-1);
    ini_set('display_errors', '1'); set_error_handler(function () { echo 'handled'; throw new Exception('strict'); });
    header('X-Shop: yes'); setcookie('visitor', '1'); ob_start(); echo 'words'; ob_start(); ?>  \n\uFEFF<?php ob_implicit_flush();`

    test.each([
      ['with messages on', { display_errors: '1', error_reporting: '32767' }],
      ['without buffering', { display_errors: '1', output_buffering: '0' }],
      ['with buffering', { output_buffering: '4096' }],
      ['with compression by PHP', { 'zlib.output_compression': '1' }],
      ['with errors as exceptions in mysqli', { 'mysqli.allow_persistent': '1' }],
    ])('of config.php does not reach the answer, %s', async (_, ini) => {
      const answer = await clean(configFor(db, 'shop') + warnings, { ...ini, date_timezone: '' })
      expect([answer.status, answer.signed]).toEqual([200, true])
      expect(JSON.parse(answer.text).answer.order_count).toBe('3')
      expect([answer.headers.get('x-shop'), answer.headers.get('set-cookie')]).toEqual([null, null])
    })

    test('of what the host puts around every page does not reach the answer', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sc-around-'))
      const before = `<?php function footer() { echo 'footer'; } register_shutdown_function('footer');
        class Late { function __destruct() { echo 'late'; } } $late = new Late();
        set_error_handler(function () { throw new Exception('strict'); });`
      writeFileSync(join(folder, 'before.php'), before)
      writeFileSync(join(folder, 'after.php'), 'after')
      try {
        const answer = await clean(`${configFor(db, 'shop')} echo $undefined;`, {
          auto_prepend_file: join(folder, 'before.php'),
          auto_append_file: join(folder, 'after.php'),
        })
        expect([answer.status, answer.signed]).toEqual([200, true])
        expect(JSON.parse(answer.text).answer.order_count).toBe('3')
      } finally {
        rmSync(folder, { recursive: true })
      }
    })

    test('PHP on which the host has forbidden much', async () => {
      const functions = 'ini_set,set_time_limit,mb_internal_encoding,header_remove,chdir'
      const answer = await clean(configFor(db, 'shop'), { disable_functions: functions })
      expect([answer.status, answer.signed]).toEqual([200, true])
      expect(JSON.parse(answer.text).answer.order_count).toBe('3')
    })

    test('printed before the bridge begins: the signature stands before the answer', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sc-noise-'))
      writeFileSync(join(folder, 'before.php'), 'Notice: something <?php flush();')
      const noisy = await startTestSite({
        ini: { auto_prepend_file: join(folder, 'before.php'), output_buffering: '0' },
      })
      try {
        const nonce = 'a1'.repeat(16)
        const answer = await noisy.addShop('noisy', configFor(db, 'shop')).send(JSON.stringify(identify), { nonce })
        const [, before, signature = '', body = ''] =
          /^(.*)\nX-SConnect-Signature: (\w+)\n\n(.*)$/s.exec(answer.text) ?? []
        expect(before).toBe('Notice: something ')
        expect(verifyAnswer({ key: testKey, nonce, body, signature })).toBe(true)
        expect(JSON.parse(body).answer.order_count).toBe('3')
      } finally {
        await noisy.stop()
        rmSync(folder, { recursive: true })
      }
    })
  })

  describe('large pages', () => {
    const askWith = async (memory: string, question: object) => {
      const tight = await startTestSite({ ini: { memory_limit: memory } })
      try {
        return await tight.addShop('big', configFor(db, 'big')).ask({ prefix: 'oc_', ...question })
      } finally {
        await tight.stop()
      }
    }

    // 250 orders of ten lines, each with an option, and five totals.
    beforeAll(async () => {
      await db.createDatabase('big', join(samples, '3.0.sql'))
      const orders = Array.from(
        { length: 249 },
        (_, i) => `UPDATE one SET order_id = ${i + 2}; INSERT INTO oc_order SELECT * FROM one;`,
      )
      await db.query(
        `CREATE TABLE one SELECT * FROM oc_order WHERE order_id = 1; DELETE FROM oc_order WHERE order_id > 1;
      ${orders.join('')} DROP TABLE one;
      INSERT INTO oc_order_product (order_id, product_id, name, model, quantity, price, total, tax, reward)
        SELECT o.order_id, 11, name, model, quantity, p.price, p.total, tax, reward
        FROM oc_order o JOIN oc_order_product p JOIN seq_1_to_2 WHERE o.order_id > 4;
      INSERT INTO oc_order_option (order_id, order_product_id, product_option_id, product_option_value_id, name, value, type)
        SELECT order_id, order_product_id, 21, 31, 'Kleur', 'Terracotta', 'select' FROM oc_order_product;
      INSERT INTO oc_order_total (order_id, code, title, value, sort_order)
        SELECT o.order_id, code, title, value, sort_order FROM oc_order o JOIN oc_order_total t
        WHERE t.order_id = 1 AND o.order_id > 4`,
        'big',
      )
    })

    test('200 orders of ten lines fit in 32 MB', async () => {
      const { answer } = await askWith('32M', { question: 'orders' })
      expect(answer.orders).toHaveLength(200)
      expect(answer.orders.at(-1)).toMatchObject({
        products: { length: 10 },
        options: { length: 10 },
        totals: { length: 5 },
      })
    })

    test('with too little memory PHP ends: the answer says so, signed', async () => {
      const { error } = await askWith('2M', { question: 'orders' })
      expect(error.code).toBe('internal')
      expect(error.detail).toMatch(/^memory at ask\.php:\d+$/)
    })

    test('a page ends early before it becomes larger than 4 MB', async () => {
      await db.query(`UPDATE oc_order SET comment = REPEAT('0123456789', 6000)`, 'big')
      const found: number[] = []
      for (let from_id = 1, more = true; more; from_id = (found.at(-1) ?? 0) + 1) {
        const { answer } = await askWith('128M', { question: 'orders_from', from_id })
        expect(JSON.stringify(answer).length).toBeLessThan(4_300_000)
        found.push(...answer.orders.map((order: { order: { order_id: string } }) => Number(order.order.order_id)))
        more = answer.more
      }
      expect(found).toEqual(Array.from({ length: 250 }, (_, i) => i + 1))
    })
  })
})
