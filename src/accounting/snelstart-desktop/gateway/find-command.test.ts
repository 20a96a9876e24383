// Where the helper comes from, on machines that are made of folders.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findHelperCommand } from './find-command.ts'
import type { GatewaySystem } from './system.ts'

/** A Windows without anything; `compiler`: the lines of a shell script in the place of Windows' own. */
async function makeSystem(compiler: string | null = null): Promise<GatewaySystem> {
  const root = await mkdtemp(join(tmpdir(), 'sc-find-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const system = {
    platform: 'win32',
    env: { WINDIR: join(root, 'Windows') },
    bridge: join(root, 'bridge'),
    data: join(root, 'my data'),
  }
  await mkdir(system.bridge)
  const folder = join(system.env.WINDIR, 'Microsoft.NET', 'Framework', 'v4.0.30319')
  await mkdir(folder, { recursive: true })
  if (compiler === null) return system
  await writeFile(join(folder, 'csc.exe'), `#!/bin/sh\n${compiler}\n`)
  await chmod(join(folder, 'csc.exe'), 0o755)
  return system
}

const addSource = (system: GatewaySystem, name: string, text: string): Promise<void> =>
  writeFile(join(system.bridge, name), text)

/** Puts its arguments into the program that it is asked for, and counts how often it was. */
const goodCompiler = `
echo run >> "$(dirname "$0")/runs"
for word; do case "$word" in /out:*) out="\${word#/out:}" ;; esac; done
printf '%s\\n' "$@" > "$out"`

async function findCommand(system: GatewaySystem): Promise<string> {
  const found = await findHelperCommand(system)
  if (!found.found) throw found.reason
  return found.command.command
}

test('SNEL-7 a system that is not Windows says so before anything else is looked at', async () => {
  const system = { platform: 'linux', env: {}, bridge: '/nowhere', data: '/nowhere' }
  expect(await findHelperCommand(system)).toMatchObject({ found: false, reason: { code: 'gateway.notWindows' } })
})

test('S_CONNECT_GATEWAY names another program, on any system', async () => {
  const env = { S_CONNECT_GATEWAY: '["mono", "/opt/helper.exe", "--library", "a b.dll"]' }
  const system = { platform: 'linux', env, bridge: '/nowhere', data: '/nowhere' }
  expect(await findHelperCommand(system)).toEqual({
    found: true,
    command: { command: 'mono', args: ['/opt/helper.exe', '--library', 'a b.dll'] },
  })
})

test.each(['C:\\helper.exe', '[]', '[1]', '[""]', '"mono"'])(
  'S_CONNECT_GATEWAY %s is told to be wrong',
  async (named) => {
    const system = { platform: 'win32', env: { S_CONNECT_GATEWAY: named }, bridge: '/nowhere', data: '/nowhere' }
    expect(await findHelperCommand(system)).toMatchObject({ found: false, reason: { code: 'gateway.override' } })
  },
)

test('the program that was shipped is taken before anything is compiled', async () => {
  const system = await makeSystem('exit 1')
  await addSource(system, 'Program.cs', 'class A {}')
  await mkdir(join(system.bridge, 'bin'))
  await writeFile(join(system.bridge, 'bin', 'snelstart-gateway.exe'), '')
  expect(await findCommand(system)).toBe(join(system.bridge, 'bin', 'snelstart-gateway.exe'))
})

test('the sources are compiled once by Windows’ own compiler, as a 32-bit program in our own folder', async () => {
  const system = await makeSystem(goodCompiler)
  await addSource(system, 'Program.cs', 'class A {}')
  await addSource(system, 'README.md', 'not a source')
  const program = await findCommand(system)
  expect(program).toMatch(/my data\/snelstart-gateway-[0-9a-f]{16}\.exe$/)
  expect(await findCommand(system)).toBe(program)
  const words = (await readFile(program, 'utf8')).trim().split('\n')
  expect(words).toContain('/platform:x86')
  expect(words.filter((word) => word.startsWith(system.bridge))).toEqual([join(system.bridge, 'Program.cs')])
  const runs = join(system.env['WINDIR'] ?? '', 'Microsoft.NET', 'Framework', 'v4.0.30319', 'runs')
  expect(await readFile(runs, 'utf8')).toBe('run\n')
  expect(await readdir(system.data)).toHaveLength(1)
})

test('other sources are another program', async () => {
  const system = await makeSystem(goodCompiler)
  await addSource(system, 'Program.cs', 'class A {}')
  const first = await findCommand(system)
  await addSource(system, 'Program.cs', 'class B {}')
  expect(await findCommand(system)).not.toBe(first)
})

test('two that compile at the same time have the same program', async () => {
  const system = await makeSystem(goodCompiler)
  await addSource(system, 'Program.cs', 'class A {}')
  const [first, second] = await Promise.all([findCommand(system), findCommand(system)])
  expect(second).toBe(first)
  expect(await readdir(system.data)).toHaveLength(1)
})

test('a compiler that refuses is told with its words, and leaves nothing', async () => {
  const system = await makeSystem('echo "Program.cs(1,1): error CS1002: ; expected"; exit 1')
  await addSource(system, 'Program.cs', 'class A {')
  expect(await findHelperCommand(system)).toMatchObject({
    found: false,
    reason: { code: 'gateway.notCompiled', context: { said: 'Program.cs(1,1): error CS1002: ; expected' } },
  })
  expect(await readdir(system.data)).toEqual([])
})

test('a folder that may not be written in is told', async () => {
  const system = await makeSystem(goodCompiler)
  await addSource(system, 'Program.cs', 'class A {}')
  await writeFile(system.data, 'a file where the folder should be')
  expect(await findHelperCommand(system)).toMatchObject({ found: false, reason: { code: 'gateway.notCompiled' } })
})

test('without compiler or without sources it is said what is missing', async () => {
  const system = await makeSystem()
  expect(await findHelperCommand(system)).toMatchObject({
    reason: { code: 'gateway.helperMissing', context: { path: system.bridge } },
  })
  await addSource(system, 'Program.cs', 'class A {}')
  expect(await findHelperCommand(system)).toMatchObject({ reason: { code: 'gateway.compilerMissing' } })
})
