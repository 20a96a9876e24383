import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import {
  at,
  begin,
  incoming,
  otherProfileId,
  profileId,
  sampleOrder,
  sampleProfile,
  storeOrders,
} from '../contract/samples.ts'
import { openIn, testFolder } from './test-folder.ts'

const secret = 'zeer-geheime-sleutel-4711'
const name = 'accounting.clientKey'
const keyWrong = { name: 'StoreFailed', code: 'store.keyWrong' }

/** A closed data folder with one secret, and the recovery code that was shown. */
async function filledFolder(): Promise<{ folder: string; codes: readonly string[] }> {
  const folder = testFolder()
  const codes: string[] = []
  const store = openIn(folder, { onRecoveryCode: (code) => codes.push(code) })
  await store.profiles.add(sampleProfile())
  await store.secrets.set(profileId, name, secret, at(1))
  await store.secrets.set(profileId, 'shop.password', secret, at(1))
  await store.close()
  return { folder, codes }
}

const change = (folder: string, sql: string): void => {
  const db = new DatabaseSync(join(folder, 's-connect.db'))
  db.exec(sql)
  db.close()
}

test('the recovery code is given once, when the key is made, in groups that can be read', async () => {
  const { folder, codes } = await filledFolder()
  expect(codes).toEqual([expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/)])
  const store = openIn(folder, { onRecoveryCode: () => expect.unreachable() })
  await store.secrets.set(profileId, name, 'anders', at(2))
})

test('no key is made, and no keychain asked, before the first secret', async () => {
  const folder = testFolder()
  const store = openIn(folder)
  await store.profiles.add(sampleProfile())
  expect(await store.secrets.get(profileId, name)).toBeNull()
  expect(readdirSync(folder)).not.toContain('secrets.key')
})

test('the secret stands in no file of the data folder, and the same secret is encrypted otherwise each time', async () => {
  const { folder } = await filledFolder()
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, file))
    expect([file, bytes.includes(secret), bytes.includes(Buffer.from(secret).toString('base64'))]).toEqual([
      file,
      false,
      false,
    ])
  }
  const db = new DatabaseSync(join(folder, 's-connect.db'), { readOnly: true })
  const rows = db.prepare('select nonce, ciphertext from secrets').all()
  db.close()
  expect(new Set(rows.map((row) => row['nonce'])).size).toBe(2)
  expect(new Set(rows.map((row) => row['ciphertext'])).size).toBe(2)
})

test('a secret moved to another name or profile, or changed, does not open', async () => {
  const { folder } = await filledFolder()
  change(folder, "update secrets set name = 'shop.swapped' where name = 'shop.password'")
  const store = openIn(folder)
  await store.profiles.add(sampleProfile(otherProfileId))
  await expect(store.secrets.get(profileId, 'shop.swapped')).rejects.toMatchObject(keyWrong)
  change(folder, `update secrets set profile = '${otherProfileId}' where name = '${name}'`)
  await expect(store.secrets.get(otherProfileId, name)).rejects.toMatchObject(keyWrong)
  change(folder, `update secrets set profile = '${profileId}', ciphertext = 'AAAA' || substr(ciphertext, 5)`)
  await expect(store.secrets.get(profileId, name)).rejects.toMatchObject(keyWrong)
})

for (const [what, spoil] of [
  ['lost', (path: string) => rmSync(path)],
  ['of another folder', (path: string) => writeFileSync(path, 'another')],
  ['cut off', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 30))],
] as const)
  test(`with a key that is ${what} only secrets are out of reach; the recovery code brings them back`, async () => {
    const { folder, codes } = await filledFolder()
    const keyFile = join(folder, 'secrets.key')
    spoil(keyFile)
    if (what === 'of another folder') renameSync(join((await filledFolder()).folder, 'secrets.key'), keyFile)
    const store = openIn(folder)
    await expect(store.secrets.get(profileId, name)).rejects.toMatchObject({
      ...keyWrong,
      context: { reason: 'missing' },
    })
    await expect(store.secrets.set(profileId, name, 'x', at(2))).rejects.toMatchObject(keyWrong)
    expect(await store.secrets.list(profileId)).toHaveLength(2)
    const lease = await begin({ ...store, profiles: { ...store.profiles, add: async () => {} } })
    expect(await storeOrders(store, lease, [incoming(sampleOrder(1))])).toMatchObject({ added: 1 })
    await store.secrets.restoreKey(codes[0] ?? '')
    expect(await store.secrets.get(profileId, name)).toBe(secret)
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  })

test("'auto' keeps the key in the folder where the system has no keychain that works", async () => {
  const folder = testFolder()
  const store = openIn(folder, { keySource: 'auto' })
  await store.profiles.add(sampleProfile())
  await store.secrets.set(profileId, name, secret, at(1))
  expect(await store.secrets.get(profileId, name)).toBe(secret)
})
