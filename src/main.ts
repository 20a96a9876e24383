// Composition root: the only file that puts real parts together. It knows every concrete part and does nothing itself.
import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { accountingKinds } from './accounting/registry.ts'
import { parseFaults, parseSeed, startSimulator } from './accounting/snelstart-online/fake.ts'
import { demo } from './cli/demo.ts'
import { type GlobalOptions, runCli } from './cli/run-cli.ts'
import { simulator } from './cli/simulator.ts'
import { createTerminal } from './cli/terminal.ts'
import { say } from './cli/words.ts'
import type { FailureCatalogue } from './core/problem.ts'
import { startDemoScene } from './demo-scene.ts'
import type { Program } from './runs/program.ts'
import { shopKinds } from './shops/registry.ts'
import { openSqliteStore, type SqliteStoreParts } from './store/sqlite/index.ts'

const version = '0.1.0'

/** Where the data stands unless told otherwise: the user's own place on each system. */
function usualFolder(): string {
  const { env, platform } = process
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'S-Connect')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'S-Connect')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 's-connect')
}

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
  const open = (options: GlobalOptions) => async (): Promise<Program> => {
    const [already] = opened
    if (already !== undefined) return already
    const folder = options.data ?? (process.env['S_CONNECT_DATA'] || usualFolder())
    const program = openProgram(folder, {
      keySource: 'auto',
      onRecoveryCode: (code) => tellRecoveryCode(code, options),
    })
    opened.push(program)
    return program
  }
  process.exitCode = await runCli(args, {
    version,
    console: (options) => createTerminal(options, open(options), stop.signal),
    own: {
      // The demo's folder is thrown away: its key need not be kept in a keychain, nor its recovery code be told.
      demo: (console, options) => demo(console, options, { startScene: startDemoScene, openProgram: openDemoProgram }),
      simulator: (console, options) => simulator(console, options, { start: startSimulator, parseSeed, parseFaults }),
    },
    env: process.env,
    print: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    messages: adapterMessages(),
  })
  for (const program of opened) await program.store.close()
}

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
