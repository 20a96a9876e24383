import { spawn } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, startCommandScene } from './scene.ts'
import { jsonLines, runProgram, startProgram, untilEnd } from './spawn-program.ts'

test('USE-1 a profile is made, filled in and shown, with what is still missing', async () => {
  const folder = newFolder()
  const run = (args: readonly string[], input?: string) =>
    runProgram(args, input === undefined ? { folder } : { folder, input })
  expect((await run(['profile'])).stdout).toBe('Er is nog geen profiel. Maak er een met ‘s-connect profile add’.\n')
  expect((await run(['profile', 'add'])).stdout).toBe('Toegevoegd: 1  OpenCart → SnelStart Online  verkooporders\n')
  expect((await run(['settings', 'set', 'shop.transport', 'none'])).code).toBe(0)
  expect((await run(['settings', 'set', 'lastTemplate', 'ja'])).stdout).toBe('Bewaard: sales.lastTemplate\n')
  const { stdout } = await run(['settings'])
  expect(stdout).toMatch(/accounting\.clientKey +Koppelsleutel +niet ingesteld {2}← nog invullen/)
  expect(stdout).toMatch(/general\.startAt +Vanaf datum\/tijd +– {2}← nog invullen/)
  expect(stdout).toMatch(/sales\.lastTemplate +Laatste overnemen +ja/)
  expect(stdout).not.toContain('shop.ftpHost')
  const missing = jsonLines((await run(['settings', '--json'])).stdout).filter((setting) => setting['missing'] === true)
  expect(missing.map((setting) => setting['key'])).toEqual([
    ...['general.startAt', 'accounting.clientKey', 'accounting.subscriptionKeyPrimary', 'shop.shopUrl'],
    'sales.salesTemplate',
  ])
})

test('SNEL-5 the first secret shows the recovery code once, and no secret is ever shown', async () => {
  const folder = newFolder()
  await runProgram(['profile', 'add'], { folder })
  const first = await runProgram(['settings', 'set', 'clientKey', '--stdin'], { folder, input: 'zeer-geheim\n' })
  expect(first.stdout).toBe('Bewaard: accounting.clientKey\n')
  expect(first.stderr).toMatch(/^Herstelcode .*: ([0-9A-Z]{5}-){12}[0-9A-Z]{5}\n$/)
  const env = { SLEUTEL: 'ook-geheim' }
  const second = await runProgram(['settings', 'set', 'subscriptionKeyPrimary', '--from-env', 'SLEUTEL'], {
    folder,
    env,
  })
  expect(second).toEqual({ code: 0, stdout: 'Bewaard: accounting.subscriptionKeyPrimary\n', stderr: '' })
  const shown = await runProgram(['settings', 'show', '--help-texts'], { folder })
  expect(shown.stdout).toMatch(/accounting\.clientKey {2}Koppelsleutel: ingesteld op \d+ \w+ \d{4}, \d\d:\d\d/)
  const json = await runProgram(['settings', 'show', '--json'], { folder })
  for (const { stdout } of [shown, json]) expect(stdout).not.toContain('geheim')
})

test('SNEL-5 a secret as an argument is refused and not repeated', async () => {
  const folder = newFolder()
  await runProgram(['profile', 'add'], { folder })
  const refused = await runProgram(['settings', 'set', 'clientKey', 'zeer-geheim'], { folder })
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toMatch(/^accounting\.clientKey is geheim en mag niet op de opdrachtregel staan\./)
  expect(refused.stderr).not.toContain('zeer-geheim')
})

// Part of Debian's essential packages; a terminal is made with it.
const script = '/usr/bin/script'

/** Types `keys` at the question, on a terminal; gives everything that stood on the screen. */
async function atTerminal(
  args: string,
  folder: string,
  keys: string,
): Promise<{ screen: string; code: number | null }> {
  const entry = join(import.meta.dirname, '../../src/s-connect.js')
  const command = `"${process.execPath}" "${entry}" ${args}`
  const child = spawn(script, ['-qefc', command, '/dev/null'], { env: { ...process.env, S_CONNECT_DATA: folder } })
  let screen = ''
  child.stdout.on('data', (part: Buffer) => {
    const before = screen
    screen += part.toString()
    if (!before.includes('Koppelsleutel: ') && screen.includes('Koppelsleutel: ')) child.stdin.write(keys)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { screen, code }
}

test.skipIf(!existsSync(script))(
  'SNEL-5 a secret is asked for at the terminal without showing it [needs script]',
  async () => {
    const folder = newFolder()
    await runProgram(['profile', 'add'], { folder })
    const { screen, code } = await atTerminal('settings set clientKey', folder, 'zeer-geheim\r')
    expect(code).toBe(0)
    expect(screen).toContain('Bewaard: accounting.clientKey')
    expect(screen).not.toContain('geheim')
  },
)

test.skipIf(!existsSync(script))(
  'Ctrl+C or Ctrl+D at the question changes nothing and says so [needs script]',
  async () => {
    const folder = newFolder()
    await runProgram(['profile', 'add'], { folder })
    const stopped = await atTerminal('settings set clientKey', folder, '\u0003')
    expect(stopped).toMatchObject({ code: 2, screen: expect.stringContaining('Gestopt op uw verzoek.') })
    const left = await atTerminal('settings set clientKey', folder, '\u0004')
    expect(left).toMatchObject({
      code: 2,
      screen: expect.stringContaining('Er kwam geen waarde voor Koppelsleutel binnen.'),
    })
    expect((await runProgram(['settings'], { folder })).stdout).toMatch(/Koppelsleutel +niet ingesteld/)
  },
)

test('without a terminal a secret that is not given is one sentence', async () => {
  const folder = newFolder()
  await runProgram(['profile', 'add'], { folder })
  const refused = await runProgram(['settings', 'set', 'clientKey'], { folder })
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toMatch(/^Er kwam geen waarde voor Koppelsleutel binnen\./)
})

test('SALE-1 a template that SnelStart does not have is saved, and doubted', async () => {
  const { run } = await startCommandScene({ orders: [] })
  const before = await run(['settings', 'set', 'salesTemplate', 'Bestaat niet'])
  expect(before.stdout, 'nothing is known before the lists were read').toBe('Bewaard: sales.salesTemplate\n')
  await run(['import'])
  const after = await run(['settings', 'set', 'salesTemplate', 'Ook niet'])
  expect(after).toMatchObject({ code: 0, stderr: '' })
  expect(after.stdout).toMatch(/^Bewaard: .*\nLet op: ‘Ook niet’ staat niet in de lijst van SnelStart\./)
  const right = await run(['settings', 'set', 'salesTemplate', 'factuur Inclusief btw'])
  expect(right.stdout).toBe('Bewaard: sales.salesTemplate\n')
})

test('SALE-6 a choice that this administration cannot do is saved with the reason, and marked', async () => {
  const { run } = await startCommandScene({ orders: [] })
  const saved = await run(['settings', 'set', 'recipes', 'always'])
  expect(saved.stdout).toMatch(/^Bewaard: sales\.recipes\nLet op: SnelStart Online vertelt/)
  expect((await run(['settings'])).stdout).toMatch(/sales\.recipes .*← kan niet: SnelStart Online vertelt/)
})

test('a profile is removed only when that is confirmed, and says what stays', async () => {
  const { run } = await startCommandScene({ orders: [1001] })
  await run(['import'])
  const asked = await run(['profile', 'remove'])
  expect(asked).toMatchObject({ code: 2, stdout: '' })
  expect(asked.stderr).toMatch(/^Dit verwijdert profiel 1 .* 1 orders in het postvak .*geef dan --yes mee\.\n$/)
  const removed = await run(['profile', 'remove', '--yes'])
  expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining('In SnelStart is niets veranderd.') })
  expect((await run(['profile', 'list', '--json'])).stdout).toBe('')
})

test('SNEL-5 a lost key is put back with the recovery code, or made anew', async () => {
  const folder = newFolder()
  await runProgram(['profile', 'add'], { folder })
  const first = await runProgram(['settings', 'set', 'clientKey', '--stdin'], { folder, input: 'x' })
  const code = first.stderr.split(': ').at(-1)?.trim() ?? ''
  writeFileSync(join(folder, 'secrets.key'), 'weg\n')
  const lost = await runProgram(['settings', 'set', 'clientKey', '--stdin'], { folder, input: 'y' })
  expect(lost).toMatchObject({ code: 2, stderr: expect.stringContaining('‘s-connect key restore’') })
  const wrong = await runProgram(['key', 'restore', '--stdin'], { folder, input: 'ABCDE' })
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^De herstelcode klopt niet/) })
  expect((await runProgram(['key', 'restore', '--stdin'], { folder, input: code })).code).toBe(0)
  expect((await runProgram(['settings', 'set', 'clientKey', '--stdin'], { folder, input: 'y' })).code).toBe(0)
  expect((await runProgram(['key', 'renew'], { folder })).code).toBe(2)
  const renewed = await runProgram(['key', 'renew', '--yes'], { folder })
  expect(renewed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Herstelcode /) })
  expect((await runProgram(['settings'], { folder })).stdout).toMatch(/Koppelsleutel +niet ingesteld/)
})

test('a data folder that cannot be used is one sentence', async () => {
  const folder = newFolder()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const refused = await runProgram(['profile', 'list', '--data', join(file, 'in')])
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toMatch(/^S-Connect mag niet schrijven in de gegevensmap .*\. Geef schrijfrechten, .*\n$/)
  chmodSync(file, 0o600)
  writeFileSync(join(folder, 's-connect.db'), 'this is no database, but a text that is long enough to be looked at')
  const damaged = await runProgram(['profile', 'list'], { folder })
  expect(damaged).toMatchObject({ code: 2, stderr: expect.stringMatching(/^De database in .* is beschadigd/) })
})

test('a reader that has seen enough (head) is no error', async () => {
  const { folder, run } = await startCommandScene()
  await run(['import'])
  const child = startProgram(['orders', '--all', '--json'], { folder })
  child.stdout.destroy()
  expect(await untilEnd(child)).toMatchObject({ stderr: '' })
})
