import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from './scene.ts'
import { jsonLines, runProgram, startProgram, untilEnd } from './spawn-program.ts'

test('the simulator runs alone, says where, and ends well when it is asked to', async () => {
  const folder = newFolder()
  const seed = join(folder, 'seed.json')
  writeFileSync(seed, JSON.stringify({ artikelen: [{ artikelcode: 'MOK', omschrijving: 'Mok' }] }))
  const child = startProgram(['simulator', '--port', '0', '--seed', seed, '--latency', '1', '--json'])
  const ended = untilEnd(child)
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (part: Buffer) => resolve(String(part))),
  )
  const [told] = jsonLines(line)
  const state = await (await fetch(`${told?.['url']}/_simulator/state`)).json()
  expect(JSON.stringify(state)).toContain('MOK')
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})

const badFiles = [
  ['seed', 'geen json', 'Het bestand FILE is geen geldige JSON'],
  ['seed', '[]', 'Het bestand FILE klopt niet: hier hoort een object.'],
  ['seed', '{"relaties":{}}', 'Het bestand FILE klopt niet: relaties: hier hoort een lijst.'],
  ['seed', '{"klanten":[]}', 'Het bestand FILE klopt niet: er is geen onderdeel ‘klanten’.'],
  ['faults', '[{"match":{},"action":{}}]', 'Het bestand FILE klopt niet: faults'],
] as const

test.each(badFiles)('a %s file with %s is one sentence', async (kind, content, sentence) => {
  const file = join(newFolder(), 'bad.json')
  writeFileSync(file, content)
  const { code, stdout, stderr } = await runProgram(['simulator', '--port', '0', `--${kind}`, file])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toContain(sentence.replace('FILE', file))
})

test('a file that is not there and a port that is taken are one sentence each', async () => {
  const missing = await runProgram(['simulator', '--port', '0', '--seed', 'weg.json'])
  expect(missing).toEqual({
    code: 2,
    stdout: '',
    stderr: 'Het bestand weg.json is er niet. Controleer de naam en de map.\n',
  })
  const other = createServer()
  onTestFinished(() => void other.close())
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const taken = await runProgram(['simulator', '--port', String(port)])
  expect(taken.stderr).toBe(`Poort ${port} is al in gebruik. Kies een andere met --port.\n`)
})
