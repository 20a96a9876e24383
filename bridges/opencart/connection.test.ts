// From the shop's folder to its database: configurations, addresses, prefixes and the extensions that PHP may have.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { configFor, startTestSite, type TestShop, type TestSite } from './test-shop.ts'

const samples = join(import.meta.dirname, 'samples')
const identify = { question: 'identify', prefix: 'oc_' }

describeWith({ servers: ['mariadb', 'php'] }, 'the bridge and its database', () => {
  let db: MariaDb
  let site: TestSite
  let shop: TestShop

  beforeAll(async () => {
    db = await startMariaDb()
    await db.createDatabase('shop', join(samples, '3.0.sql'))
    site = await startTestSite()
    shop = site.addShop('shop', configFor(db, 'shop'))
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  const codeOf = async (config: string | null, question: object = identify) => {
    const { error } = await site.addShop('odd', config).ask({ ...question })
    return error
  }

  describe('SHOP-9 a configuration that cannot be used has its own answer', () => {
    test('no config.php', async () => expect((await codeOf(null)).code).toBe('config'))
    test('an empty one, as before the installation', async () => expect((await codeOf('')).code).toBe('config'))
    test('one with a syntax error', async () => expect((await codeOf('<?php define(')).code).toBe('config'))
    test('one that ends PHP', async () => expect((await codeOf('<?php exit("closed");')).code).toBe('config'))
    test('one that throws', async () => expect((await codeOf('<?php throw new Exception("x");')).code).toBe('config'))
    test('one without a password line', async () => {
      expect(await codeOf(configFor(db, 'shop', { DB_PASSWORD: null }))).toEqual({
        code: 'config',
        detail: 'DB_PASSWORD is not in config.php',
      })
    })
  })

  describe('SHOP-9 a database that cannot be reached has its own answer, without the password in it', () => {
    test.each([
      ['a wrong password', { DB_PASSWORD: 'not-the-right-one' }, /Access denied/],
      ['a wrong database', { DB_DATABASE: 'nowhere' }, /nowhere/],
      ['a wrong port', { DB_PORT: '9' }, /refused/],
      ['another kind of database', { DB_DRIVER: 'pgsql', DB_PORT: '9' }, /pgsql/],
    ])('%s', async (_, other, detail) => {
      const error = await codeOf(configFor(db, 'shop', other))
      expect(error.code).toBe('database')
      expect(error.detail).toMatch(detail)
      expect(error.detail).not.toMatch(new RegExp(`not-the-right-one|${db.password}`))
    })

    test('a password that the server repeats is blotted out', async () => {
      const error = await codeOf(configFor(db, 'shop', { DB_PASSWORD: 'nowhere', DB_DATABASE: 'nowhere' }))
      expect(error.detail).not.toContain('nowhere')
    })
  })

  describe('SHOP-9 a wrong prefix is told with the prefixes that are there', () => {
    test('a prefix without tables', async () => {
      const { error } = await shop.ask({ question: 'orders', prefix: 'shop1_' })
      expect(error).toMatchObject({ code: 'prefix', prefixes: ['oc_'], configPrefix: 'oc_' })
    })

    test('other capitals, on a server that minds them', async () => {
      expect((await shop.ask({ question: 'identify', prefix: 'OC_' })).error.code).toBe('prefix')
    })

    test('two shops in one database, one of them without a prefix', async () => {
      await db.createDatabase('two', join(samples, '3.0.sql'))
      await db.query(`SOURCE ${join(samples, '1.0.sql')}`, 'two')
      const two = site.addShop('two', configFor(db, 'two'))
      expect((await two.ask({ question: 'identify', prefix: 'x' })).error.prefixes.toSorted()).toEqual(['', 'oc_'])
      expect((await two.ask({ question: 'order', prefix: '', id: 1 })).answer.order.order.currency).toBe('EUR')
      expect((await two.ask({ question: 'order', prefix: 'oc_', id: 1 })).answer.order.order.currency_code).toBe('EUR')
    })
  })

  describe('addresses of databases as config.php may have them', () => {
    test.each([
      ['the port in the name', (port: number) => ({ DB_HOSTNAME: `127.0.0.1:${port}`, DB_PORT: '' })],
      ['no port constant', (port: number) => ({ DB_HOSTNAME: `127.0.0.1:${port}`, DB_PORT: null })],
      ['a lasting connection', () => ({ DB_HOSTNAME: 'p:127.0.0.1' })],
      ['a name between spaces', () => ({ DB_HOSTNAME: ' 127.0.0.1 ' })],
    ])('%s', async (_, other) => {
      const answer = await site.addShop('address', configFor(db, 'shop', other(db.port))).ask(identify)
      expect(answer.answer.order_count).toBe('3')
    })

    test.each([[':'], ['localhost:'], ['']])('a socket behind %j', async (before) => {
      const [[socket = ''] = []] = await db.query('SELECT @@socket')
      const config = configFor(db, 'shop', { DB_HOSTNAME: `${before}${socket}`, DB_PORT: null })
      expect((await site.addShop('socket', config).ask(identify)).answer.order_count).toBe('3')
    })
  })

  describe('other ways to the database', () => {
    const withIni = async (
      ini: Record<string, string>,
      ask: (shop: TestShop, add: TestSite['addShop']) => Promise<void>,
    ) => {
      const other = await startTestSite({ ini })
      try {
        await ask(other.addShop('shop', configFor(db, 'shop')), other.addShop)
      } finally {
        await other.stop()
      }
    }

    test('PDO where mysqli is missing: the same answers', async () => {
      await withIni({ disable_functions: 'mysqli_init' }, async (viaPdo) => {
        const identity = await viaPdo.ask(identify)
        expect(identity.answer).toMatchObject({ extension: 'pdo', database: { charset: 'utf8mb4' } })
        for (const question of ['orders', 'context']) {
          const same = {
            question,
            prefix: 'oc_',
            added_from: '2026-02-03 00:00:00',
            after: { changed: '2026-02-05 10:00:00', id: 2 },
          }
          const [one, other] = [await shop.ask(same), await viaPdo.ask(same)]
          expect({ ...other.answer, zone: null }).toEqual({ ...one.answer, zone: null })
        }
        expect((await viaPdo.ask({ question: 'identify', prefix: 'x_' })).error.code).toBe('prefix')
      })
    })

    // PHP 5's extension is not to be had here: functions of the same names, made with mysqli, stand in for it.
    test('the mysql extension where there is nothing else: the same answers', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sc-mysql-'))
      writeFileSync(join(folder, 'mysql.php'), oldMysqlFunctions)
      process.env['PHP_INI_SCAN_DIR'] = folder
      const ini = {
        extension: 'mysqlnd\nextension=mysqli',
        disable_functions: 'mysqli_init',
        auto_prepend_file: join(folder, 'mysql.php'),
      }
      try {
        await withIni(ini, async (old) => {
          delete process.env['PHP_INI_SCAN_DIR']
          expect((await old.ask(identify)).answer).toMatchObject({
            extension: 'mysql',
            database: { charset: 'utf8mb4' },
          })
          const orders = { question: 'orders', prefix: 'oc_', after: { changed: '2026-02-04 00:00:00', id: 1 } }
          expect((await old.ask(orders)).answer).toEqual((await shop.ask(orders)).answer)
          expect((await old.ask({ question: 'identify', prefix: 'x_' })).error.code).toBe('prefix')
        })
      } finally {
        rmSync(folder, { recursive: true })
      }
    })

    test('certificates that are no certificates: no connection, and nothing left behind', async () => {
      const temporary = mkdtempSync(join(tmpdir(), 'sc-ssl-'))
      try {
        await withIni({ sys_temp_dir: temporary }, async (_, add) => {
          const config = configFor(db, 'shop', { DB_SSL_KEY: 'x', DB_SSL_CERT: 'x', DB_SSL_CA: 'x' })
          expect((await add('ssl', config).ask(identify)).error.code).toBe('database')
          expect(readdirSync(temporary)).toEqual([])
        })
      } finally {
        rmSync(temporary, { recursive: true })
      }
    })

    test('without JSON in PHP the bridge reads and writes it itself', async () => {
      await withIni({ disable_functions: 'json_encode,json_decode' }, async (plain) => {
        const after = { changed: '2026-02-05 10:00:00', id: 2 }
        const question = {
          question: 'orders',
          prefix: 'oc_',
          after,
          limit: 1,
          added_from: null,
          include_status_zero: true,
        }
        expect((await plain.ask(question)).answer).toEqual((await shop.ask(question)).answer)
        expect((await plain.ask({ question: 'order', prefix: 'oc_', id: '1' })).answer).toEqual(
          (await shop.ask({ question: 'order', prefix: 'oc_', id: '1' })).answer,
        )
        for (const body of ['', '{', '[1]', '"x"', '{"question":{}}', 'nonsense', '{"question":"order" "prefix"']) {
          expect(JSON.parse((await plain.send(body)).text).error.code, body).toBe('question')
        }
      })
    })

    test('a user who may only read is enough', async () => {
      await db.query(`CREATE USER reader@'%' IDENTIFIED BY 'r'; GRANT SELECT ON shop.* TO reader@'%'`)
      const config = configFor(db, 'shop', { DB_USERNAME: 'reader', DB_PASSWORD: 'r' })
      const readOnly = site.addShop('readonly', config)
      for (const question of ['identify', 'context', 'orders']) {
        expect((await readOnly.ask({ question, prefix: 'oc_' })).error).toBeUndefined()
      }
    })

    test('the strictest settings of a server change nothing', async () => {
      const context = { question: 'context', prefix: 'oc_' }
      const { settings } = (await shop.ask(context)).answer
      await db.query(`SET GLOBAL sql_mode = 'ANSI,TRADITIONAL,NO_BACKSLASH_ESCAPES,ONLY_FULL_GROUP_BY'`)
      try {
        expect((await shop.ask(context)).answer.settings).toEqual(settings)
        expect((await shop.ask({ question: 'orders', prefix: 'oc_' })).answer.orders).toHaveLength(3)
        expect((await shop.ask(identify)).answer.database.sqlMode).toContain('ANSI_QUOTES')
      } finally {
        await db.query('SET GLOBAL sql_mode = DEFAULT')
      }
    })

    test('everything that is sent to the server only reads or sets its own session', async () => {
      await db.query(`SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = 1`)
      for (const question of ['identify', 'context', 'orders', 'orders_from', 'order']) {
        expect((await shop.ask({ question, prefix: 'oc_', id: 1, from_id: 1 })).error).toBeUndefined()
      }
      await db.query('SET GLOBAL general_log = 0')
      const log = await db.query(
        `SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND user_host LIKE 'shop%'`,
      )
      expect(log.length).toBeGreaterThan(50)
      const verbs = new Set(
        log.map(([sql = '']) =>
          sql
            .trim()
            .split(/\s/, 2)
            .join(' ')
            .replace(/^(SELECT|SHOW) .*/s, '$1'),
        ),
      )
      expect([...verbs].toSorted()).toEqual(['SELECT', 'SET NAMES', 'SET SESSION', 'SHOW', 'START TRANSACTION'])
    })
  })

  test('the folder of a shop in a folder of the site, and a missing index.php', async () => {
    const deep = site.addShop('nl/winkel', configFor(db, 'shop'))
    rmSync(join(deep.folder, 'index.php'))
    mkdirSync(join(deep.folder, 'image'))
    expect((await deep.ask(identify)).answer.version).toBeNull()
  })
})

const oldMysqlFunctions = `<?php
mysqli_report(MYSQLI_REPORT_OFF);
function mysql_connect($server, $user, $password) {
  [$host, $port] = explode(':', $server);
  return new mysqli($host, $user, $password, '', (int) $port);
}
function mysql_select_db($name, $link) { return $link->select_db($name); }
function mysql_query($sql, $link) { return $link->query($sql); }
function mysql_fetch_assoc($result) { return $result->fetch_assoc(); }
function mysql_real_escape_string($text, $link) { return $link->real_escape_string($text); }
function mysql_errno($link) { return $link->errno; }
function mysql_error($link) { return $link->error; }
`
