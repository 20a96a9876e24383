// The module as PrestaShop's own rules want it, and on every PHP that its versions run on.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBridgeZip } from '../../src/api/bridge-zip.ts'
import { describeWith } from '../support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { startPhp } from '../support/php.ts'
import { moduleFolder, type RealShop, realDumps, startRealShop } from './real-shop.ts'

const files = globSync('**/*', { cwd: moduleFolder, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(moduleFolder.length + 1))
  .toSorted()
const phpFiles = files.filter((file) => file.endsWith('.php'))
const read = (file: string): string => readFileSync(join(moduleFolder, file), 'utf8')

test('every folder sends visitors away, every file has the licence and stops outside PrestaShop', () => {
  const folders = new Set(files.flatMap((file) => (dirname(file) === '.' ? ['.'] : parentsOf(file))))
  for (const folder of folders) expect(files).toContain(join(folder, 'index.php'))
  for (const file of phpFiles) {
    expect(read(file), file).toMatch(
      /^<\?php\n\/\*\*\n \* S-Connect for PrestaShop[\s\S]*@license .*Apache License 2\.0\n \*\/\n/,
    )
    const guard = "if (!defined('_PS_VERSION_')) {\n    exit;\n}\n"
    if (basename(file) !== 'index.php') expect(read(file).split(' */\n')[1]?.startsWith(guard), file).toBe(true)
  }
})

const parentsOf = (file: string): string[] =>
  dirname(file)
    .split('/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'))

test('no hook, override, eval or program of the machine is used, and output and SQL are escaped', () => {
  const php = phpFiles.map(read).join('\n')
  expect(php).not.toMatch(
    /registerHook|function hook|\beval\b|\bexec\(|shell_exec|system\(|unserialize|base64_decode|curl_/,
  )
  expect(files.filter((file) => file.startsWith('override'))).toEqual([])
  const values = read('views/templates/admin/status.tpl').match(/\{\$[^}]*\}/g) ?? []
  expect(values.length).toBeGreaterThan(2)
  for (const value of values) expect(value).toContain("|escape:'html':'UTF-8'")
})

test('PrestaShop’s own classes are called in one file, besides the module’s page and controller', () => {
  const calls = /\b(Db|Configuration|Context|Shop|StockAvailable|Tools|Validate|Hook|Product|Order)::/
  const calling = phpFiles.filter((file) => calls.test(read(file)))
  expect(calling).toEqual(['classes/SconnectShop.php', 'sconnect.php'])
})

test('LANG every text has its Dutch, under the key by which PrestaShop finds it', () => {
  const texts = [...read('sconnect.php').matchAll(/->l\('((?:[^'\\]|\\.)*)'\)/g)].map(([, text = '']) => text)
  const dutch = new Map(
    [...read('translations/nl.php').matchAll(/sconnect_([0-9a-f]{32})'\] = '(.*)';/g)].map(([, key, text]) => [
      key,
      text,
    ]),
  )
  const keys = texts.map((text) => createHash('md5').update(text).digest('hex'))
  expect(texts.length).toBeGreaterThan(15)
  expect(new Set(dutch.keys())).toEqual(new Set(keys))
  for (const text of dutch.values()) expect(text?.length).toBeGreaterThan(1)
})

test('the zip holds every file in one folder with the module’s name, and is the same each time', async () => {
  const { fileName, pieces } = await makeBridgeZip('prestashop/sconnect')
  const zip = Buffer.concat(await Array.fromAsync(pieces))
  expect(fileName).toBe(`sconnect-${/version = '(.*)'/.exec(read('sconnect.php'))?.[1]}.zip`)
  expect(Buffer.concat(await Array.fromAsync((await makeBridgeZip('prestashop/sconnect')).pieces)).equals(zip)).toBe(
    true,
  )
  const entries = readZip(zip)
  expect([...entries.keys()]).toEqual(files.map((file) => `sconnect/${file}`))
  for (const file of files) {
    expect(entries.get(`sconnect/${file}`)?.equals(readFileSync(join(moduleFolder, file))), file).toBe(true)
  }
  expect(readFileSync(join(moduleFolder, 'logo.png')).subarray(1, 4).toString()).toBe('PNG')
})

/** By the central directory (APPNOTE.TXT, 4.3.12). */
function readZip(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, begin] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const data = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28)
    entries.set(zip.toString('utf8', at + 46, at + 46 + name), inflateRawSync(zip.subarray(data, data + packed)))
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const versions = ['5.2', '5.6', '7.0', '7.1', '7.2', '7.3', '7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'] as const

test.each(versions)('SHOP-8 PHP %s takes every file', { timeout: 60_000 }, async (version) => {
  const php = await startPhp(moduleFolder, { version, ini: { display_errors: '1' } })
  try {
    // Outside PrestaShop each file stops before it does anything; one that does not compile answers with an error.
    for (const file of phpFiles.filter((one) => basename(one) !== 'index.php')) {
      const answer = await fetch(`${php.url}/${file}`)
      expect([file, answer.status, await answer.text()]).toEqual([file, 200, ''])
    }
  } finally {
    await php.stop()
  }
})

describeWith({ servers: ['mariadb', 'php'], fixtures: realDumps }, 'the same answers on other versions of PHP', () => {
  let db: MariaDb
  let reference: RealShop

  beforeAll(async () => {
    db = await startMariaDb()
    reference = await startRealShop(db, '9.1.4')
  }, 60_000)
  afterAll(async () => {
    await reference?.stop()
    await db?.stop()
  })

  test.each(['5.6', '7.1', '7.4', '8.1', '8.5'] as const)('SHOP-8 PHP %s', async (version) => {
    const shop = await startRealShop(db, '9.1.4', { php: version })
    try {
      expect((await shop.ask({ question: 'identify' })).phpVersion).toMatch(new RegExp(`^${version}`))
      for (const question of ['statuses', 'orders', 'articles', 'stock']) {
        const [given, wanted] = [await shop.ask({ question }), await reference.ask({ question })]
        expect({ ...given, now: null }, question).toEqual({ ...wanted, now: null })
      }
      const lines = [
        { key: '1:1', quantity: 12 },
        { key: '999:0', quantity: 1 },
      ]
      const answer = await shop.ask({ question: 'setStock', lines })
      expect(answer.lines.map(({ result }: { result: string }) => result)).toEqual(['ok', 'unknown'])
      expect((await shop.send('{}', { key: 'f'.repeat(64) })).json.error).toBe('sign.wrong')
    } finally {
      await shop.stop()
    }
  })
})
