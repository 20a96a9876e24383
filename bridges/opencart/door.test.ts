// Who gets in, and what everyone else sees.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { type AskOptions, configFor, makeBridge, startTestSite, type TestShop, type TestSite } from './test-shop.ts'

const refusal = '{"sconnect":"1.0.0","error":{"code":"refused"}}'
const identify = '{"question":"identify","prefix":"oc_"}'
const now = () => Math.floor(Date.now() / 1000)

describeWith({ servers: ['mariadb', 'php'] }, 'the door of the bridge', () => {
  let db: MariaDb
  let site: TestSite
  let shop: TestShop

  beforeAll(async () => {
    db = await startMariaDb()
    await db.createDatabase('shop', join(import.meta.dirname, 'samples/3.0.sql'))
    site = await startTestSite()
    shop = site.addShop('door', configFor(db, 'shop'))
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  test('SHOP-2 a rightly signed question is answered, signed, not to be kept, and with nothing of the shop around it', async () => {
    const answer = await shop.send(identify)
    expect(answer.status).toBe(200)
    expect(answer.signed).toBe(true)
    expect(JSON.parse(answer.text)).toMatchObject({ sconnect: '1.0.0', protocol: 1, question: 'identify' })
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  describe('everyone else gets the same words, whatever was wrong', () => {
    test.each<[string, AskOptions]>([
      ['another key', { key: 'a'.repeat(64) }],
      ['the signature of another path', { signedPath: '/door/link/other.php' }],
      ['no signature', { headers: { 'x-sconnect-signature': '' } }],
      ['half a signature', { headers: { 'x-sconnect-signature': 'ab12' } }],
      ['a signature in capitals', { headers: { 'x-sconnect-signature': 'A'.repeat(64) } }],
      ['another nonce than was signed', { headers: { 'x-sconnect-nonce': 'b'.repeat(32) } }],
      ['a nonce that is none', { nonce: '<?php echo 1; ?>' }],
      ['no nonce', { nonce: '' }],
      ['another time than was signed', { headers: { 'x-sconnect-timestamp': '1' } }],
      ['a time that is none', { headers: { 'x-sconnect-timestamp': 'now' } }],
      ['GET', { method: 'GET' }],
      ['PUT', { method: 'PUT' }],
    ])('%s', async (_, options) => {
      const answer = await shop.send(identify, options)
      expect([answer.status, answer.text, answer.signed]).toEqual([403, refusal, false])
      expect(answer.headers.get('x-sconnect-signature')).toBeNull()
      expect(answer.headers.get('cache-control')).toBe('no-store')
    })

    test('a changed body', async () => {
      const answer = await shop.send(identify, { signedBody: `${identify} ` })
      expect([answer.status, answer.text]).toEqual([403, refusal])
    })

    test('a body above 64 KB, although signed', async () => {
      const answer = await shop.send(JSON.stringify({ question: 'identify', prefix: 'oc_', x: 'x'.repeat(65_536) }))
      expect([answer.status, answer.text]).toEqual([403, refusal])
    })

    test('the template that was never given a key, even when asked with its placeholder', async () => {
      const raw = site.addShop('raw', configFor(db, 'shop'), { bridge: makeBridge('{{KEY}}') })
      const answer = await raw.send(identify, { key: '{{KEY}}' })
      expect([answer.status, answer.text]).toEqual([403, refusal])
    })
  })

  test('the place for the key is in the file once', () => {
    expect(makeBridge()).not.toContain('{{KEY}}')
  })

  describe('a right signature at the wrong time', () => {
    test.each([-301, 301])('%d seconds off is told as such, with the shop’s clock', async (seconds) => {
      const answer = await shop.send(identify, { timestamp: now() + seconds })
      expect(answer.signed).toBe(true)
      const { error, time } = JSON.parse(answer.text)
      expect(error.code).toBe('clock')
      expect(Math.abs(time - now())).toBeLessThan(5)
    })

    test.each([-290, 290])('%d seconds off is accepted', async (seconds) => {
      expect(JSON.parse((await shop.send(identify, { timestamp: now() + seconds })).text).answer).toBeDefined()
    })

    test.each([0, 290])('the same request once more is a replay (clock %d ahead)', async (seconds) => {
      const again = { nonce: `${seconds}`.padStart(32, 'e'), timestamp: now() + seconds }
      expect(JSON.parse((await shop.send(identify, again)).text).answer).toBeDefined()
      const answer = await shop.send(identify, again)
      expect(answer.signed).toBe(true)
      expect(JSON.parse(answer.text).error.code).toBe('replay')
    })

    test('twenty of the same at once: exactly one is answered', async () => {
      process.env['PHP_CLI_SERVER_WORKERS'] = '4'
      const busy = await startTestSite()
      delete process.env['PHP_CLI_SERVER_WORKERS']
      try {
        const crowded = busy.addShop('crowded', configFor(db, 'shop'))
        const again = { nonce: 'f'.repeat(32), timestamp: now() }
        const answers = await Promise.all(Array.from({ length: 20 }, () => crowded.send(identify, again)))
        const codes = answers.map((answer) => JSON.parse(answer.text).error?.code ?? 'answered')
        expect(codes.toSorted()).toEqual(['answered', ...Array(19).fill('replay')])
      } finally {
        await busy.stop()
      }
    })
  })

  describe('remembered nonces', () => {
    const nonceFile = () => join(shop.folder, 'link', 'nonces.php')

    test('are kept in a file that tells a visitor nothing', async () => {
      await shop.ask({ question: 'identify', prefix: 'oc_' })
      expect(readFileSync(nonceFile(), 'utf8')).toMatch(/^<\?php exit; \?>\n\d+ [0-9a-f]{32}\n/)
      const visit = await fetch(site.url + shop.path.replace('ask.php', 'nonces.php'))
      expect(await visit.text()).toBe('')
    })

    test('go when they cannot be used any more, so the file stays small', async () => {
      const old = Array.from({ length: 5000 }, (_, i) => `${now() - 601} ${i.toString(16).padStart(32, '0')}\n`).join(
        '',
      )
      writeFileSync(nonceFile(), `<?php exit; ?>\n${old}${now() - 590} ${'9'.repeat(32)}\n`)
      await shop.ask({ question: 'identify', prefix: 'oc_' })
      expect(readFileSync(nonceFile(), 'utf8').split('\n')).toHaveLength(4)
      const replay = await shop.send(identify, { nonce: '9'.repeat(32) })
      expect(JSON.parse(replay.text).error.code).toBe('replay')
    })

    describe('where PHP cannot write beside the bridge', () => {
      // A folder of that name stops everyone, root included.
      const addLocked = (bare: TestSite) => {
        const locked = bare.addShop('locked', configFor(db, 'shop'))
        mkdirSync(join(locked.folder, 'link', 'nonces.php'))
        return locked
      }

      test('are kept in the temporary folder', async () => {
        const temporary = mkdtempSync(join(tmpdir(), 'sc-nonces-'))
        const bare = await startTestSite({ ini: { sys_temp_dir: temporary } })
        try {
          const locked = addLocked(bare)
          const again = { nonce: '8'.repeat(32) }
          expect(JSON.parse((await locked.send(identify, again)).text).answer).toBeDefined()
          expect(JSON.parse((await locked.send(identify, again)).text).error.code).toBe('replay')
          expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^sconnect-[0-9a-f]{32}\.php$/)])
        } finally {
          await bare.stop()
          rmSync(temporary, { recursive: true })
        }
      })

      test('without any other place no question is answered', async () => {
        const bare = await startTestSite({ ini: { sys_temp_dir: '/proc/nowhere' } })
        try {
          expect((await addLocked(bare).ask({ question: 'identify', prefix: 'oc_' })).error.code).toBe('nonces')
        } finally {
          await bare.stop()
        }
      })
    })
  })

  test('a query string does not count in the signature, and another key opens another shop only', async () => {
    expect((await shop.send(identify, { query: '?x=1' })).signed).toBe(true)
    const other = site.addShop('other', configFor(db, 'shop'), { bridge: makeBridge('7'.repeat(64)) })
    expect((await other.send(identify)).status).toBe(403)
    expect((await other.send(identify, { key: '7'.repeat(64) })).signed).toBe(true)
  })

  const vectors = JSON.parse(readFileSync(new URL('../signing-vectors.json', import.meta.url), 'utf8'))

  // The examples are old: a right signature is told that the clocks differ, a wrong one is refused.
  test.each<{
    name: string
    key: string
    path: string
    timestamp: number
    nonce: string
    body: string
    signature: string
  }>(vectors.requests)(
    'PHP makes the same signature: $name',
    async ({ key, path, timestamp, nonce, body, signature }) => {
      const root = await startTestSite()
      try {
        // /folder/file, or /file in the root itself.
        const [file = '', ...folders] = decodeURI(path).split('/').slice(1).reverse()
        const vector = root.addShop(folders.reverse().join('/') || '.', null, { bridge: makeBridge(key), file })
        const options = { key, signedPath: path, timestamp, nonce, headers: { 'x-sconnect-signature': signature } }
        expect(JSON.parse((await vector.send(body, options)).text).error.code).toBe('clock')
        expect((await vector.send(`${body} `, options)).status).toBe(403)
      } finally {
        await root.stop()
      }
    },
  )
})
