import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createAutostart } from './autostart.ts'
import { flagsOfFirstLine, type Launch, type Machine, type RunResult } from './launch.ts'
import { launchdAgent } from './launchd.ts'
import { runProgram } from './run-program.ts'
import { systemdUnit } from './systemd.ts'
import { quoteWindowsWord, windowsStarter } from './windows.ts'

const launch: Launch = {
  node: process.execPath,
  nodeFlags: ['--max-semi-space-size=4'],
  script: '/opt/S Connect/100% "goed" $HOME\\s-connect.js',
  args: ['serve', '--data', '/home/zoë/gegevens & meer'],
}
const well: RunResult = { code: 0, stdout: '', stderr: '' }

/** A machine with an empty home; `answer` says what its programs do. */
function machineOf(platform: string, answer: (call: string) => Partial<RunResult> = () => ({})) {
  const home = mkdtempSync(join(tmpdir(), 's-connect-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const calls: string[] = []
  const machine: Machine = {
    platform,
    home,
    env: {},
    run: async (program, args) => {
      const call = [program, ...args].join(' ')
      calls.push(call)
      return { ...well, ...answer(call) }
    },
  }
  return { home, calls, machine, autostart: createAutostart(machine) }
}

describe('Linux', () => {
  test('PLAN-3 writes a user unit that systemd itself understands, whatever stands in the paths', () => {
    const folder = mkdtempSync(join(tmpdir(), 's-connect-unit-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const unit = join(folder, 's-connect.service')
    writeFileSync(unit, systemdUnit(launch))
    expect(systemdUnit(launch)).toContain(`ExecStart=:"${process.execPath}" "--max-semi-space-size=4" "/opt/`)
    expect(systemdUnit(launch)).toContain('100%% \\"goed\\" $HOME\\\\s-connect.js')
    if (hasSystemdAnalyze()) expect(verify(unit, folder)).toBe('')
  })

  test('switching on writes and links the unit, switching off takes both away', async () => {
    const { home, autostart, calls } = machineOf('linux')
    const unit = join(home, '.config/systemd/user/s-connect.service')
    const link = join(home, '.config/systemd/user/default.target.wants/s-connect.service')
    expect(await autostart.status(launch)).toEqual({ state: 'off' })
    await autostart.on(launch)
    await autostart.on(launch)
    expect(readFileSync(unit, 'utf8')).toBe(systemdUnit(launch))
    expect(readlinkSync(link)).toBe(unit)
    expect(calls).toContain('systemctl --user daemon-reload')
    expect(calls.join()).not.toContain('start')
    expect(await autostart.status(launch)).toEqual({ state: 'on', startsAt: 'login', where: unit, current: true })
    await autostart.off()
    await autostart.off()
    expect(existsSync(unit)).toBe(false)
    expect(() => lstatSync(link)).toThrow()
    expect(await autostart.status(launch)).toEqual({ state: 'off' })
  })

  test('the status tells a unit of another program folder, and one that the user disabled', async () => {
    const { home, autostart } = machineOf('linux', (call) => ({ stdout: call.includes('Linger') ? 'yes\n' : '' }))
    await autostart.on({ ...launch, script: '/elders/s-connect.js' })
    expect(await autostart.status(launch)).toMatchObject({ state: 'on', startsAt: 'boot', current: false })
    rmSync(join(home, '.config/systemd/user/default.target.wants/s-connect.service'))
    expect(await autostart.status(launch)).toMatchObject({ state: 'switchedOff' })
  })

  test('works on a machine where no systemd runs for the user', async () => {
    const { autostart } = machineOf('linux', () => ({ code: 1, stderr: 'Failed to connect to bus' }))
    await autostart.on(launch)
    expect(await autostart.status(launch)).toMatchObject({ state: 'on', startsAt: 'login' })
  })

  test('the user’s own configuration folder is respected, and one that cannot be made is told', async () => {
    const { home, machine } = machineOf('linux')
    const other = join(home, 'config')
    await createAutostart({ ...machine, env: { XDG_CONFIG_HOME: other } }).on(launch)
    expect(existsSync(join(other, 'systemd/user/s-connect.service'))).toBe(true)
    writeFileSync(join(home, 'file'), '')
    const blocked = createAutostart({ ...machine, env: { XDG_CONFIG_HOME: join(home, 'file') } })
    await expect(blocked.on(launch)).rejects.toMatchObject({ code: 'autostart.unwritable' })
  })
})

describe('macOS', () => {
  test('PLAN-3 writes an agent with the whole command line, escaped', () => {
    const agent = launchdAgent(launch)
    expect(agent).toMatch(/<string>--max-semi-space-size=4<\/string>\n\s*<string>\/opt/)
    expect(agent).toContain('<string>/home/zoë/gegevens &amp; meer</string>')
    expect(agent).toContain('<key>RunAtLoad</key>\n  <true/>')
    expect(agent.match(/<string>/g)).toHaveLength(7)
  })

  test('switching on, asking and switching off', async () => {
    let disabled = false
    const { home, autostart, calls } = machineOf('darwin', (call) => {
      if (call === 'id -u') return { stdout: '501\n' }
      return { stdout: call.startsWith('launchctl print-disabled') && disabled ? '\t"s-connect" => disabled\n' : '' }
    })
    const where = join(home, 'Library/LaunchAgents/s-connect.plist')
    await autostart.on(launch)
    expect(calls).toContain('launchctl enable gui/501/s-connect')
    expect(await autostart.status(launch)).toEqual({ state: 'on', startsAt: 'login', where, current: true })
    disabled = true
    expect(await autostart.status(launch)).toEqual({ state: 'switchedOff', where })
    await autostart.off()
    expect(await autostart.status(launch)).toEqual({ state: 'off' })
  })
})

describe('Windows', () => {
  test('PLAN-3 starts without a window, with the whole command line', () => {
    const text = windowsStarter(launch).toString('utf16le')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const commandLine = JSON.parse(/Run\((".*"), 0, false\)/.exec(text)?.[1] ?? '')
    expect(commandLine).toContain(`"${process.execPath}" "--max-semi-space-size=4" "/opt`)
    expect(commandLine).toContain('"--data" "/home/zoë/gegevens & meer"')
  })

  test.each([
    ['C:\\Program Files\\node.exe', '"C:\\Program Files\\node.exe"'],
    ['C:\\map\\', '"C:\\map\\\\"'],
    ['een "woord"', '"een \\"woord\\""'],
    ['\\"', '"\\\\\\""'],
    ['', '""'],
  ])('%s is quoted as Windows takes it apart', (word, quoted) => expect(quoteWindowsWord(word)).toBe(quoted))

  /** Enough of reg.exe: values by key. */
  function windows(deny = false) {
    const registry = new Map<string, string>()
    const made = machineOf('win32', (call) => {
      const [, verb = '', key = ''] = /^reg\.exe (\w+) (.*?) \/v S-Connect/.exec(call) ?? []
      if (verb === 'query') return registry.has(key) ? { stdout: registry.get(key) ?? '' } : { code: 1 }
      if (deny) return { code: 1, stderr: 'ERROR: Access is denied.\r\n' }
      if (verb === 'add') registry.set(key, /\/d (.*) \/f$/.exec(call)?.[1] ?? '')
      return verb === 'delete' && !registry.delete(key) ? { code: 1 } : {}
    })
    return { ...made, registry }
  }
  const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
  const approvedKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run'

  test('switching on, asking and switching off', async () => {
    const { home, autostart, registry } = windows()
    const starter = join(home, 'AppData', 'Local', 'S-Connect', 'start.js')
    expect(await autostart.status(launch)).toEqual({ state: 'off' })
    await autostart.on(launch)
    expect(registry.get(runKey)).toBe(`wscript.exe //B //E:jscript "${starter}"`)
    expect(await autostart.status(launch)).toMatchObject({ state: 'on', current: true })
    expect(await autostart.status({ ...launch, args: [] })).toMatchObject({ state: 'on', current: false })
    await autostart.off()
    expect(registry.size).toBe(0)
    expect(existsSync(starter)).toBe(false)
    await autostart.off()
  })

  test('an entry switched off in the Task Manager is told, and switching on undoes that', async () => {
    const { autostart, registry } = windows()
    await autostart.on(launch)
    registry.set(approvedKey, '    S-Connect    REG_BINARY    0300000012AB')
    expect(await autostart.status(launch)).toMatchObject({ state: 'switchedOff' })
    registry.set(approvedKey, '    S-Connect    REG_BINARY    020000000000')
    expect(await autostart.status(launch)).toMatchObject({ state: 'on' })
    registry.set(approvedKey, '    S-Connect    REG_BINARY    0300000012AB')
    await autostart.on(launch)
    expect(await autostart.status(launch)).toMatchObject({ state: 'on' })
  })

  test('a registry that refuses is told with its own words', async () => {
    const { autostart } = windows(true)
    await expect(autostart.on(launch)).rejects.toMatchObject({
      code: 'autostart.refused',
      context: { said: 'ERROR: Access is denied.' },
    })
  })
})

test('on another system it is off, and switching it on says that there is no way', async () => {
  const { autostart } = machineOf('sunos')
  await expect(autostart.on(launch)).rejects.toMatchObject({ code: 'autostart.unknownSystem' })
  await autostart.off()
  expect(await autostart.status(launch)).toEqual({ state: 'off' })
})

test('a program of the system is run to its end, and one that is not there is no exception', async () => {
  expect(await runProgram(process.execPath, ['-e', 'console.log("ja"); process.exitCode = 3'])).toEqual({
    code: 3,
    stdout: 'ja\n',
    stderr: '',
  })
  expect(await runProgram('s-connect-no-such-program', [])).toMatchObject({ code: 127 })
})

/** What systemd has to say about a unit; '' for nothing. */
function verify(unit: string, folder: string): string {
  const env = { ...process.env, XDG_RUNTIME_DIR: folder }
  const said = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', unit], { encoding: 'utf8', env })
  return said.stdout + said.stderr
}

function hasSystemdAnalyze(): boolean {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the flags of the first line are those that the program is started with at log-in', async () => {
  const first = readFileSync(new URL('../../s-connect.js', import.meta.url), 'utf8')
  expect(flagsOfFirstLine(first)).toEqual(expect.arrayContaining(['--max-semi-space-size=4']))
  expect(flagsOfFirstLine('const nothing = 1\n// --no-flag\n')).toEqual([])
  const home = mkdtempSync(join(tmpdir(), 's-connect-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const program = fileURLToPath(new URL('../../s-connect.js', import.meta.url))
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: '' }
  execFileSync(process.execPath, [program, '--data', join(home, 'data'), 'autostart', 'on'], { env })
  const unit = readFileSync(join(home, '.config/systemd/user/s-connect.service'), 'utf8')
  expect(unit).toContain(
    flagsOfFirstLine(first)
      .map((flag) => `"${flag}"`)
      .join(' '),
  )
})
