// For tests: folders of shops on a real PHP, each with a config.php and the bridge as we would upload it, and a way to
// ask them questions.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { signRequest, verifyAnswer } from '../../src/net/sign.ts'
import type { MariaDb } from '../../test/support/mariadb.ts'
import { startPhp } from '../../test/support/php.ts'

export const testKey = '5ec0ffee'.repeat(8)

const template = readFileSync(join(import.meta.dirname, 'sconnect.php'), 'utf8')

/** The text that is uploaded. */
export const makeBridge = (key = testKey): string => template.replace('{{KEY}}', key)

/** PHP text of a config.php as the installer writes it, with other values where wanted; null leaves a line out. */
export function configFor(db: MariaDb, database: string, other: Readonly<Record<string, string | null>> = {}): string {
  const values = {
    DB_DRIVER: 'mysqli',
    DB_HOSTNAME: db.host,
    DB_USERNAME: db.user,
    DB_PASSWORD: db.password,
    DB_DATABASE: database,
    DB_PORT: String(db.port),
    DB_PREFIX: 'oc_',
    ...other,
  }
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : `define('${name}', '${value}');`,
  )
  return `<?php\n${lines.join('\n')}\n`
}

export type RawAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Whether the signature of the answer is right. */
  readonly signed: boolean
}

/** What differs from a right request. */
export type AskOptions = {
  readonly method?: string
  readonly signedPath?: string
  readonly signedBody?: string
  readonly key?: string
  readonly timestamp?: number
  readonly nonce?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type TestShop = {
  readonly folder: string
  /** Of the bridge, in the URL. */
  readonly path: string
  /** Sends a body as it is. */
  readonly send: (body: string, options?: AskOptions) => Promise<RawAnswer>
  /** The JSON of a signed answer; throws when it is not signed rightly. */
  readonly ask: (question: Readonly<Record<string, unknown>>) => Promise<Asked>
}

/** Loose on purpose: the shapes are what the tests are about. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Asked = any

export type TestSite = {
  readonly url: string
  /** A shop in a folder of its own. `config` null: without config.php. */
  readonly addShop: (name: string, config: string | null, options?: ShopOptions) => TestShop
  readonly stop: () => Promise<void>
}

type ShopOptions = {
  /** Text of the file instead of the bridge; and where it stands in the shop. */
  readonly bridge?: string
  readonly file?: string
}

export async function startTestSite(options: Parameters<typeof startPhp>[1] = {}): Promise<TestSite> {
  const root = mkdtempSync(join(tmpdir(), 'sc-site-'))
  const php = await startPhp(root, options)
  return {
    url: php.url,
    addShop: (name, config, { bridge = makeBridge(), file = 'link/ask.php' } = {}) => {
      const folder = join(root, name)
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), bridge)
      writeFileSync(join(folder, 'index.php'), `<?php\n// Version\ndefine('VERSION', '3.0.4.1');\n`)
      if (config !== null) writeFileSync(join(folder, 'config.php'), config)
      const path = encodeURI(`/${name}/${file}`)
      const sendTo = (body: string, ask: AskOptions = {}) => send(php.url, path, body, ask)
      return { folder, path, send: sendTo, ask: async (question) => signedJson(await sendTo(JSON.stringify(question))) }
    },
    stop: async () => {
      await php.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function send(url: string, path: string, body: string, options: AskOptions): Promise<RawAnswer> {
  const { method = 'POST', key = testKey, signedPath = path, signedBody = body, query = '' } = options
  const { timestamp = Math.floor(Date.now() / 1000), nonce = randomBytes(16).toString('hex') } = options
  const answer = await fetch(url + path + query, {
    method,
    body: method === 'GET' ? null : body,
    headers: {
      'content-type': 'application/json',
      'x-sconnect-timestamp': String(timestamp),
      'x-sconnect-nonce': nonce,
      'x-sconnect-signature': signRequest({ key, method, path: signedPath, timestamp, nonce, body: signedBody }),
      ...options.headers,
    },
  })
  const text = await answer.text()
  const signature = answer.headers.get('x-sconnect-signature') ?? ''
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    signed: verifyAnswer({ key, nonce, body: text, signature }),
  }
}

function signedJson(answer: RawAnswer): Asked {
  if (answer.status !== 200 || !answer.signed) throw new Error(`not a signed answer: ${answer.status} ${answer.text}`)
  return JSON.parse(answer.text)
}
