// A PrestaShop without PrestaShop's code: the database of a real shop in MariaDB, our module on a real PHP, and stand-ins for the
// few classes of PrestaShop that it calls. For tests and benches.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signRequest, verifyAnswer } from '../../src/net/sign.ts'
import { fixturesFolder } from '../support/fixtures.ts'
import type { MariaDb } from '../support/mariadb.ts'
import { type PhpVersion, startPhp } from '../support/php.ts'

const projectFolder = join(import.meta.dirname, '../..')
const entry = '/index.php?fc=module&module=sconnect&controller=bridge'

export const moduleFolder = join(projectFolder, 'bridges/prestashop/sconnect')

export type RealShopVersion = '8.2.1' | '9.1.4'
export const realDumps = ['prestashop/8.2.1.sql.gz', 'prestashop/9.1.4.sql.gz'] as const

/** How the stand-ins behave; read anew at every request. */
export type ShopOptions = {
  /** What `_PS_VERSION_` says. */
  readonly version?: string
  /** Shop::CONTEXT_SHOP (1), _GROUP (2) or _ALL (4). */
  readonly context?: 1 | 2 | 4
  readonly shop?: number
  readonly language?: 'en' | 'nl'
  /** As PDO gives them from PHP 8.1: numbers for whole columns. */
  readonly nativeNumbers?: boolean
  /** Debug mode: a failing query throws. */
  readonly debug?: boolean
  /** Text before everything, and whether another module warns and prints. */
  readonly printed?: string
  readonly warns?: boolean
  /** Products at which a module of someone else throws, or of which the core ignores the quantity. */
  readonly throwFor?: readonly number[]
  readonly silentFor?: readonly number[]
  /** Whether queries are noted. */
  readonly queries?: boolean
}

/** What differs from a right request. */
export type AskOptions = {
  readonly method?: string
  readonly key?: string
  readonly timestamp?: number
  readonly nonce?: string
  readonly signedBody?: string
  readonly host?: string
}

/** Loose on purpose: the shapes are what the tests are about. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Json = any

export type ShopReply = { status: number; text: string; headers: Headers; json: Json; signed: boolean }

export type RealShop = {
  /** Of the shop, with a slash at the end. */
  readonly url: string
  readonly key: string
  readonly prefix: string
  readonly sql: (statements: string) => Promise<string[][]>
  readonly configure: (options: ShopOptions) => void
  /** A signed question; `answer` of a right answer, else it throws. */
  readonly ask: (question: Readonly<Record<string, unknown>>) => Promise<Json>
  readonly send: (body: string, options?: AskOptions) => Promise<ShopReply>
  /** install, uninstall, upgrade or configure, as the back office does; the page. */
  readonly admin: (what: string, form?: Readonly<Record<string, string>>) => Promise<string>
  /** Lines that the stand-ins noted since the last time: queries or hooks. */
  readonly noted: (what: 'queries' | 'hooks') => string[]
  readonly stop: () => Promise<void>
}

/** Loads a dump (or, by its name, a database that is there already) and starts PHP; the module is installed, with a key and stock allowed. */
export async function startRealShop(
  db: MariaDb,
  version: RealShopVersion,
  options: { php?: PhpVersion; prefix?: string; database?: string; key?: string } = {},
): Promise<RealShop> {
  const { prefix = 'ps_', key = randomBytes(32).toString('hex') } = options
  const database = options.database ?? `ps${version.replaceAll('.', '')}_${randomBytes(4).toString('hex')}`
  if (options.database === undefined) {
    await db.createDatabase(database, join(fixturesFolder, `prestashop/${version}.sql.gz`))
    if (prefix !== 'ps_') await rename(db, database, prefix)
  }
  const folder = mkdtempSync(join(tmpdir(), 'sc-prestashop-'))
  const configFile = join(folder, 'config.json')
  const base = {
    ...{ folder, modules: join(projectFolder, 'bridges/prestashop'), prefix, version, database },
    ...{ host: db.host, port: db.port, user: db.user, password: db.password },
    ...{
      context: 1,
      shop: 1,
      language: 'en',
      nativeNumbers: version === '9.1.4',
      debug: false,
      printed: '',
      warns: false,
    },
    ...{ throwFor: [], silentFor: [], queries: true },
  }
  const configure = (changed: ShopOptions) => writeFileSync(configFile, JSON.stringify({ ...base, ...changed }))
  configure({})
  const standIns = join(import.meta.dirname, 'stand-ins/shop.php')
  const lines = ['<?php', `$standIn = json_decode(file_get_contents('${configFile}'), true);`, `require '${standIns}';`]
  writeFileSync(join(folder, 'index.php'), `${lines.join('\n')}\n`)
  const php = await startPhp(folder, { version: options.php ?? 'system', ini: { display_errors: '1' } })
  const host = new URL(php.url).host
  const sql = async (statements: string) => await db.query(statements, database)
  await sql(`UPDATE \`${prefix}shop_url\` SET domain = '${host}', domain_ssl = '${host}'`)
  const shop: RealShop = {
    url: `${php.url}/`,
    key,
    prefix,
    sql,
    configure,
    ask: async (question) => {
      const reply = await send(php.url, key, JSON.stringify(question))
      if (!reply.signed || reply.json?.ok !== true) throw new Error(`${reply.status} ${reply.text}`)
      return reply.json.answer
    },
    send: async (body, asked) => await send(php.url, key, body, asked),
    admin: async (what, form) => {
      const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
      return await (await fetch(`${php.url}/index.php?admin=${what}`, post)).text()
    },
    noted: (what) => {
      const file = join(folder, `${what}.log`)
      const noted = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
      rmSync(file, { force: true })
      return noted
    },
    stop: async () => {
      await php.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await shop.admin('install')
  await shop.admin('configure', { submitSconnect: '1', SCONNECT_NEW_KEY: key, SCONNECT_STOCK: '1' })
  return shop
}

async function rename(db: MariaDb, database: string, prefix: string): Promise<void> {
  const tables = await db.query('SHOW TABLES', database)
  const names = tables.map(([name = '']) => `\`${name}\` TO \`${prefix}${name.slice(3)}\``)
  await db.query(`RENAME TABLE ${names.join(', ')}`, database)
}

async function send(url: string, ownKey: string, body: string, options: AskOptions = {}): Promise<ShopReply> {
  const { method = 'POST', key = ownKey, signedBody = body } = options
  const { timestamp = Math.floor(Date.now() / 1000), nonce = randomBytes(16).toString('hex') } = options
  const path = '/module/sconnect/bridge'
  const answer = await fetch(url + entry, {
    method,
    redirect: 'manual',
    body: method === 'GET' ? null : body,
    headers: {
      'content-type': 'application/json',
      'x-sconnect-timestamp': String(timestamp),
      'x-sconnect-nonce': nonce,
      'x-sconnect-signature': signRequest({ key, method, path, timestamp, nonce, body: signedBody }),
      'x-sconnect-client': 'S-Connect 0.1.0',
    },
  })
  const text = await answer.text()
  const signature = answer.headers.get('x-sconnect-signature') ?? ''
  const signed = verifyAnswer({ key, nonce, body: text, signature })
  return { status: answer.status, text, headers: answer.headers, json: parse(text), signed }
}

/** null: no JSON. */
function parse(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What belongs to an order, with the numbers that a copy gets anew. */
const copied: Readonly<Record<string, readonly string[]>> = {
  orders: ['id_order'],
  order_detail: ['id_order', 'id_order_detail', 'id_order_invoice'],
  order_detail_tax: ['id_order_detail'],
  order_cart_rule: ['id_order', 'id_order_cart_rule'],
  order_carrier: ['id_order', 'id_order_carrier'],
  order_invoice: ['id_order', 'id_order_invoice'],
  order_invoice_tax: ['id_order_invoice'],
  order_history: ['id_order', 'id_order_history'],
  order_payment: ['id_order_payment'],
  message: ['id_order', 'id_message'],
}

/** The shop's own orders again, `times` over, with everything that belongs to them: the copies have the same dates. */
export async function copyOrders({ sql, prefix }: RealShop, times: number): Promise<void> {
  for (const [table, ids] of Object.entries(copied)) {
    const reference = { orders: 'reference', order_payment: 'order_reference' }[table]
    const anew = [
      ...ids.map((id) => `${id} = ${id} + 10000`),
      ...(reference === undefined ? [] : [`${reference} = CONCAT(LEFT(${reference}, 4), @copy)`]),
    ]
    const copies = Array.from({ length: times }, (_, index) => {
      return `SET @copy = ${index}; UPDATE copied SET ${anew.join(', ')}; INSERT INTO ${prefix}${table} SELECT * FROM copied;`
    })
    await sql(`CREATE TEMPORARY TABLE copied SELECT * FROM ${prefix}${table};\n${copies.join('\n')}`)
  }
}
