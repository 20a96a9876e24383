// SHOP-6 on the command line: a file is tried, given and imported; what comes out are sales orders.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { generateOrder, toXml } from '../../src/shops/shopfactory/fake.ts'
import { newFolder, startCommandScene } from './scene.ts'
import { jsonLines } from './spawn-program.ts'

/** The scene's profile, but of a shop that is read from files. */
async function startWithFiles() {
  const scene = await startCommandScene()
  const { store } = openProgram(scene.folder, { keySource: 'file' })
  const [profile] = await store.profiles.list()
  if (profile === undefined) throw new Error('no profile')
  const names = (await store.secrets.list(profile.id)).map(({ name }) => name)
  const secrets = await Promise.all(
    names.map(async (name) => [name, await store.secrets.get(profile.id, name)] as const),
  )
  await store.profiles.remove(profile.id)
  const id = '1' as ProfileId
  const settings = { ...profile.settings, shop: {}, general: { startAtNumber: '1' } }
  await store.profiles.add({ ...profile, id, shopKind: 'shopfactory', settings })
  for (const [name, value] of secrets) await store.secrets.set(id, name, value, profile.createdAt)
  await store.close()
  const file = join(newFolder(), 'mei.xml')
  writeFileSync(file, toXml([1, 2, 3].map(generateOrder)))
  return { ...scene, file }
}

test('SHOP-6 a file is tried, given, and becomes sales orders, each once', async () => {
  const { run, file, simulator } = await startWithFiles()
  const tried = await run(['files', 'try', file])
  expect(tried).toMatchObject({ code: 0, stderr: '' })
  expect(tried.stdout).toMatch(/^1 +29\.15 +klopt/m)
  expect(tried.stdout).toMatch(/basket\/shipinfo\/@region +3×/)

  const given = await run(['files', 'add', file])
  expect(given.stdout).toBe('mei.xml staat klaar; ‘s-connect import’ leest het.\n')
  expect((await run(['files', 'list'])).stdout).toContain('mei.xml')

  const imported = await run(['import'])
  expect(imported.stderr).toBe('')
  const { verkooporders } = simulator.state()
  expect(verkooporders).toHaveLength(3)
  await run(['import'])
  expect(simulator.state().verkooporders).toHaveLength(3)
})

test('a file in another shape says what is wrong, and a mapping of one’s own reads it', async () => {
  const { run } = await startWithFiles()
  const folder = newFolder()
  const csv = join(folder, 'orders.csv')
  const mapping = join(folder, 'mapping.json')
  writeFileSync(csv, 'Nr;Datum;Omschrijving;Prijs;Totaal;Kleur\n5;01-03-2026;Thee;12,10;12,10;rood\n')
  writeFileSync(
    mapping,
    JSON.stringify({
      ...{ version: 1, format: 'csv', records: 'Nr', dates: ['dd-MM-yyyy'] },
      order: { number: '@Nr', placedAt: '@Datum', total: '@Totaal' },
      lines: [
        {
          select: 'row',
          description: '@Omschrijving',
          quantity: { fixed: '1' },
          unitPrice: '@Prijs',
          vatPercent: { fixed: '21' },
        },
      ],
    }),
  )
  const wrong = await run(['files', 'try', csv])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('Bestand orders.csv is geen geldige XML: regel ')
  const tried = await run(['files', 'try', csv, '--mapping', mapping, '--json'])
  expect(jsonLines(tried.stdout)[0]).toMatchObject({ count: 1, orders: [{ number: '5', difference: null }] })
  expect((await run(['files', 'try', join(folder, 'weg.xml')])).stderr).toContain('weg.xml kan niet worden gelezen')
})
