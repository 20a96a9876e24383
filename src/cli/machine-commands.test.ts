import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant, ProfileId } from '../core/ids.ts'
import type { Language } from '../core/text.ts'
import { openProgram } from '../main.ts'
import { hashPassword, verifyPassword } from '../runs/passwords.ts'
import type { Program } from '../runs/program.ts'
import { openSqliteStore, restoreDatabase } from '../store/sqlite/index.ts'
import type { Console, ExitCode } from './console.ts'
import { addMachineCommands } from './machine-commands.ts'

const now = Date.UTC(2026, 2, 14, 12)
const at = new Date(now).toISOString() as Instant
const profileId = '1' as ProfileId

type Given = {
  readonly language?: Language
  readonly json?: boolean
  readonly typed?: readonly string[]
  readonly stdin?: string
}

/** Commands on a data folder and a home of their own. Each run opens the folder anew, as a process would. */
function startMachine() {
  const base = mkdtempSync(join(tmpdir(), 's-connect-machine-'))
  onTestFinished(() => rmSync(base, { recursive: true, force: true }))
  const folder = join(base, 'data')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const licenceKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  writeFileSync(join(base, 'maker.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const clock = () => now
  const openOn = (data: string): Program => {
    const { store, ...rest } = openProgram(folder, { keySource: 'file' })
    void store.close()
    return {
      ...rest,
      store: openSqliteStore({ folder: data, keySource: 'file', randomBytes, clock }),
      clock,
      licenceKey,
    }
  }

  /** What was printed, or the failure that was thrown. */
  async function run(line: readonly string[], { language = 'nl', json = false, typed = [], stdin = '' }: Given = {}) {
    const printed: string[] = []
    const answers = [...typed]
    let program: Program | null = null
    const console: Console = {
      language,
      json,
      profile: null,
      program: async () => {
        program ??= openOn(folder)
        return program
      },
      print: (text) => void printed.push(text),
      printJson: (value) => void printed.push(JSON.stringify(value)),
      progress: () => {},
      clearProgress: () => {},
      warn: () => {},
      env: {},
      readStdin: async () => stdin,
      askSecret: async () => answers.shift() ?? '',
      signal: new AbortController().signal,
    }
    const root = new Command('s-connect').exitOverride().configureOutput({ writeErr: () => {} })
    root.option('--data <map>')
    let exit: ExitCode | null = null
    const commands = {
      root,
      language,
      run: async (work: (given: Console) => Promise<ExitCode>) => {
        exit = await work(console)
      },
    }
    addMachineCommands(commands, {
      licenceKey,
      clock,
      machine: { platform: 'linux', home: base, env: {}, run: async () => ({ code: 1, stdout: '', stderr: '' }) },
      launch: (data) => ({
        node: '/node',
        nodeFlags: [],
        script: '/s-connect.js',
        args: ['--data', data ?? folder, 'serve'],
      }),
      restore: () => (file) => restoreDatabase({ folder, file, clock }),
    })
    for (const command of root.commands) command.exitOverride().copyInheritedSettings(root)
    try {
      await root.parseAsync([...line], { from: 'user' })
      return { exit, out: printed.join('\n') }
    } catch (error) {
      return { exit, out: printed.join('\n'), failure: error as { code: string; context?: Record<string, unknown> } }
    } finally {
      await (program as Program | null)?.store.close()
    }
  }

  /** Does something with the data folder as another process would. */
  async function withStore<Value>(work: (store: Program['store']) => Promise<Value>): Promise<Value> {
    const { store } = openOn(folder)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }

  const addProfile = (id: ProfileId = profileId) =>
    withStore((store) =>
      store.profiles.add({
        id,
        description: 'Winkel',
        shopKind: 'opencart',
        accountingKind: 'snelstart-online',
        product: 'order',
        settings: { general: {}, shop: {}, accounting: {}, sales: {}, articles: {}, customers: {}, bookkeeping: {} },
        createdAt: at,
      }),
    )
  return { base, folder, run, withStore, addProfile }
}

const issueLine = (base: string, ...more: readonly string[]) => [
  ...[
    'licence',
    'issue',
    '--key',
    join(base, 'maker.pem'),
    '--holder',
    'Zoë',
    '--profiles',
    '3',
    '--until',
    '2026-12-31',
  ],
  ...more,
]

test('PROF-4 a licence is issued, read in and shown', async () => {
  const { base, run } = startMachine()
  expect((await run(['licence'])).out).toBe('Zonder licentie: één profiel.')
  const file = join(base, 'zoe.licence')
  expect(await run(issueLine(base, '--kind', 'opencart', 'myshop/order', '--out', file))).toMatchObject({ exit: 0 })
  const { out, exit } = await run(['licence', 'read', file])
  expect(exit).toBe(0)
  expect(out.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
    ['Op naam van', 'Zoë'],
    ['Profielen', '3'],
    ['Soorten', 'opencart, myshop/order'],
    ['Geldig tot en met', '31 december 2026'],
  ])
  expect(JSON.parse((await run(['licence', 'show'], { json: true })).out)).toMatchObject({
    licence: { holder: 'Zoë' },
    paused: [],
  })
  expect((await run(['licence', 'show'], { language: 'en' })).out).toContain('31 December 2026')
})

test('PROF-4 a licence that will not do is told, and the one before it stays', async () => {
  const { base, run } = startMachine()
  const file = join(base, 'licence.json')
  await run(issueLine(base, '--out', file))
  await run(['licence', 'read', file])
  writeFileSync(file, readFileSync(file, 'utf8').replace('"profiles": 3', '"profiles": 9'))
  expect((await run(['licence', 'read', file])).failure).toMatchObject({ code: 'licence.signature' })
  expect((await run(['licence', 'read', join(base, 'none')])).failure).toMatchObject({ code: 'input.fileMissing' })
  expect((await run(['licence'])).out).toMatch(/Profielen +3/)
})

test.each([
  ['--until', '2026-02-30'],
  ['--profiles', '0'],
])('a licence with %s %s is not issued', async (option, value) => {
  const { base, run } = startMachine()
  const { failure, out } = await run(issueLine(base, option, value))
  expect(failure?.code).toBe('commander.invalidArgument')
  expect(out).toBe('')
})

test('PROF-2 profiles outside the licence are named as paused', async () => {
  const { addProfile, run } = startMachine()
  await addProfile()
  await addProfile('2' as ProfileId)
  expect((await run(['licence'], { language: 'en' })).out).toContain(
    'outside the licence: profile 2. Everything is kept.',
  )
})

test('a backup is made while another process has the folder open, and put back', async () => {
  const { base, folder, run, addProfile, withStore } = startMachine()
  await addProfile()
  const file = join(base, 'kopie.db')
  await withStore(async () => {
    const { out } = await run(['backup', file])
    expect(out).toContain(`Back-up gemaakt: ${file} (`)
    expect(out).toMatch(/\d,\d MB/)
  })
  expect((await run(['backup', file])).failure).toMatchObject({ code: 'backup.exists', context: { file } })
  await withStore((store) => store.profiles.remove(profileId))
  await withStore(async () => {
    expect((await run(['restore', file])).failure).toMatchObject({ code: 'restore.inUse' })
  })
  const { out } = await run(['restore', file])
  expect(out).toContain('Teruggezet: 1 profiel(en), 0 order(s).')
  expect(out).toContain(join(folder, 's-connect-2026-03-14T12-00-00-000Z-before-restore.db'))
  expect(out).not.toContain('herstelcode')
  expect(await withStore((store) => store.profiles.list())).toHaveLength(1)
})

test('a backup into a folder gets a name with the time', async () => {
  const { base, run } = startMachine()
  mkdirSync(join(base, 'kopieen'))
  await run(['backup', join(base, 'kopieen')])
  expect(readdirSync(join(base, 'kopieen'))).toEqual(['s-connect-2026-03-14T12-00-00.db'])
})

test('a backup of another computer says that the passwords need the recovery code', async () => {
  const { base, folder, run, addProfile, withStore } = startMachine()
  await addProfile()
  await withStore((store) => store.secrets.set(profileId, 'shop.ftpPassword', 'geheim', at))
  await run(['backup', join(base, 'kopie.db')])
  rmSync(folder, { recursive: true })
  expect((await run(['restore', join(base, 'kopie.db')], { language: 'en' })).out).toContain('s-connect key restore')
  rmSync(folder, { recursive: true })
  expect(JSON.parse((await run(['restore', join(base, 'kopie.db')], { json: true })).out)).toMatchObject({
    secrets: false,
  })
})

test('PLAN-3 autostart is switched on, told and switched off', async () => {
  const { base, folder, run } = startMachine()
  const unit = join(base, '.config/systemd/user/s-connect.service')
  expect((await run(['autostart'])).out).toBe('S-Connect start niet vanzelf.')
  expect((await run(['autostart', 'on'])).out).toBe(`S-Connect start als u zich aanmeldt (${unit}).`)
  expect(readFileSync(unit, 'utf8')).toContain(`"--data" "${folder}" "serve"`)
  expect((await run(['--data', '/elders', 'autostart', 'status'], { language: 'en' })).out).toContain(
    'another folder or version',
  )
  expect(JSON.parse((await run(['autostart', 'off'], { json: true })).out)).toEqual({ state: 'off' })
  expect(existsSync(unit)).toBe(false)
  expect((await run(['autostart', 'misschien'])).failure?.code).toBe('commander.invalidArgument')
})

test('a forgotten password is replaced on the machine, and every session of that user ends', async () => {
  const { run, withStore } = startMachine()
  expect((await run(['password', 'reset'])).failure).toMatchObject({ code: 'user.none' })
  const user = { id: 'u1', name: 'eigenaar', role: 'owner' as const, createdAt: at }
  await withStore(async (store) => {
    await store.users.add({ ...user, passwordHash: await hashPassword('oud wachtwoord') })
    await store.sessions.create({ tokenHash: 't', user: 'u1', createdAt: at, expiresAt: at, userAgent: '' })
  })
  const typed = (...words: readonly string[]) => run(['password', 'reset'], { typed: words })
  expect((await typed('kort')).failure).toMatchObject({ code: 'password.short', context: { characters: 10 } })
  expect((await typed('nieuw wachtwoord', 'nieuw wachtwoort')).failure).toMatchObject({ code: 'password.differs' })
  const { out } = await typed('nieuw wachtwoord', 'nieuw wachtwoord')
  expect(out).toContain('Het wachtwoord van eigenaar is gewijzigd.')
  expect(out).not.toContain('nieuw wachtwoord')
  await withStore(async (store) => {
    const hash = (await store.users.find('eigenaar'))?.passwordHash ?? ''
    expect(await verifyPassword('nieuw wachtwoord', hash)).toBe(true)
    expect(await store.sessions.find('t')).toBeNull()
    await store.users.add({ ...user, id: 'u2', name: 'boekhouder', role: 'bookkeeper', passwordHash: hash })
  })
  expect((await typed()).failure).toMatchObject({ code: 'user.several' })
  expect((await run(['password', 'reset', 'niemand'])).failure).toMatchObject({ code: 'user.unknown' })
  expect(await run(['password', 'reset', 'Boekhouder', '--stdin'], { stdin: 'uit een bestand\n' })).toMatchObject({
    exit: 0,
  })
})
