// Composition root: the only file that puts real parts together. It knows every concrete part and does nothing itself.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { accountingKinds } from './accounting/registry.ts'
import { commandFailures } from './cli/command-failures.ts'
import type { Console } from './cli/console.ts'
import { demo } from './cli/demo.ts'
import type { MachineParts } from './cli/machine-commands.ts'
import { openBrowser } from './cli/open-browser.ts'
import { type GlobalOptions, runCli } from './cli/run-cli.ts'
import { type Serving, serve } from './cli/serve.ts'
import { simulator } from './cli/simulator.ts'
import { createTerminal } from './cli/terminal.ts'
import { say } from './cli/words.ts'
import type { FailureCatalogue } from './core/problem.ts'
import { makerPublicKey } from './licence-key.ts'
import { flagsOfFirstLine } from './runs/autostart/launch.ts'
import { runProgram } from './runs/autostart/run-program.ts'
import type { Program } from './runs/program.ts'
import { createTraffic } from './runs/traffic.ts'
import { shopKinds } from './shops/registry.ts'
import { openSqliteStore, restoreDatabase, type SqliteStoreParts } from './store/sqlite/index.ts'

const version = '0.1.0'

/** Where the data stands unless told otherwise: the user's own place on each system. */
function usualFolder(): string {
  const { env, platform } = process
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'S-Connect')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'S-Connect')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 's-connect')
}

const folderOf = (data: string | null): string => data ?? (process.env['S_CONNECT_DATA'] || usualFolder())

const firstFile = new URL('./s-connect.js', import.meta.url)

/** What the commands about this installation need of it. */
const machineParts = (): MachineParts => ({
  licenceKey: makerPublicKey,
  clock: () => Date.now(),
  machine: { platform: process.platform, home: homedir(), env: process.env, run: runProgram },
  launch: (data) => ({
    node: process.execPath,
    nodeFlags: flagsOfFirstLine(readFileSync(firstFile, 'utf8')),
    script: fileURLToPath(firstFile),
    args: ['--data', resolve(folderOf(data)), 'serve'],
  }),
  restore: (data) => (file) => restoreDatabase({ folder: folderOf(data), file, clock: () => Date.now() }),
})

/** The program on a data folder, with everything real. */
export function openProgram(folder: string, key: Pick<SqliteStoreParts, 'keySource' | 'onRecoveryCode'>): Program {
  const clock = (): number => Date.now()
  return {
    store: openSqliteStore({ folder, randomBytes, clock, ...key }),
    shops: shopKinds,
    accountings: accountingKinds,
    clock,
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    licenceKey: makerPublicKey,
    traffic: createTraffic(),
    uploads: (profile) => join(folder, 'uploads', profile),
  }
}

const openDemoProgram = async (folder: string): Promise<Program> => openProgram(folder, { keySource: 'file' })

/** Runs the command line and sets the exit code. The first Ctrl+C (or SIGTERM) lets the work come to a good end; the second ends
 *  the process at once, which loses nothing either (every write is noted before it is done). */
export async function main(args: readonly string[]): Promise<void> {
  endQuietlyWithoutReader()
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const opened: Program[] = []
  // While serving, the page shows a new recovery code; else it is printed.
  const recovery: { kept: string[] | null } = { kept: null }
  const open = (options: GlobalOptions) => async (): Promise<Program> => {
    const [already] = opened
    if (already !== undefined) return already
    const folder = folderOf(options.data)
    const program = openProgram(folder, {
      keySource: 'auto',
      onRecoveryCode: (code) => (recovery.kept === null ? tellRecoveryCode(code, options) : recovery.kept.push(code)),
    })
    opened.push(program)
    return program
  }
  const machine = machineParts()
  process.exitCode = await runCli(args, {
    version,
    console: (options) => createTerminal(options, open(options), stop.signal),
    own: {
      // The demo's folder is thrown away: its key need not be kept in a keychain, nor its recovery code be told.
      // What only these need is loaded only for them: the service that runs for years is the smaller for it.
      demo: async (console, options) => {
        const { startDemoScene } = await import('./demo-scene.ts')
        const serves = options.serve && !console.json && process.stdout.isTTY === true
        const serve = (program: Program, folder: string) => serveDemoProgram(console, program, folder)
        const parts = { startScene: startDemoScene, openProgram: openDemoProgram, serve: serves ? serve : null }
        return demo(console, options, parts)
      },
      simulator: async (console, options) => {
        const { parseFaults, parseSeed, startSimulator } = await import('./accounting/snelstart-online/fake.ts')
        return simulator(console, options, { start: startSimulator, parseSeed, parseFaults })
      },
      serve: async (console, options, data) => {
        const kept: string[] = []
        recovery.kept = kept
        const { serveProgram } = await import('./serve-program.ts')
        const parts = {
          folder: folderOf(data),
          version,
          machine: machine.machine,
          launch: machine.launch(data),
          failures: commandFailures,
          takeRecoveryCode: () => kept.pop() ?? null,
          report: reportTo(console),
        }
        return serve(console, options, {
          start: (program, where) => serveProgram(program, where, parts),
          openBrowser: (url) => openBrowser(machine.machine, url),
        })
      },
    },
    machine,
    senders: async () => (await import('./senders.ts')).createSenders(),
    env: process.env,
    print: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    messages: adapterMessages(),
  })
  for (const program of opened) await program.store.close()
}

/** On a free port; without the part of this machine that starts things with the system: nothing of a demo should stay. */
async function serveDemoProgram(console: Console, program: Program, folder: string): Promise<Serving> {
  const { serveProgram } = await import('./serve-program.ts')
  const machine = { platform: 'demo', home: folder, env: {}, run: runProgram }
  const launch = { node: process.execPath, nodeFlags: [], script: '', args: [] }
  const parts = { folder, version, machine, launch, failures: commandFailures, takeRecoveryCode: () => null }
  return serveProgram(program, { host: null, port: 0 }, { ...parts, report: reportTo(console) })
}

const reportTo =
  (console: Console) =>
  (error: unknown): void =>
    console.warn(error instanceof Error ? (error.stack ?? error.message) : String(error))

const adapterMessages = (): FailureCatalogue =>
  Object.assign({}, ...[...shopKinds, ...accountingKinds].map((kind) => kind.messages))

function tellRecoveryCode(recoveryCode: string, { lang, json }: GlobalOptions): void {
  const text = json ? JSON.stringify({ recoveryCode }) : `${say('recoveryCode', lang)}: ${recoveryCode}`
  process.stderr.write(`${text}\n`)
}

/** Who reads our output may have seen enough (`… | head`); then there is nobody left to tell anything. */
function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: { code?: string }) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
}
