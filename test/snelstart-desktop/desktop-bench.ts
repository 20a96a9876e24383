// An administration of the desktop with its far sides, for the tests of the whole adapter: SQL Server's stand-in for reading, the
// helper under Mono over the stand-in Gateway for writing. Both hold the same administration: what the Gateway saves, SQL Server shows.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AccountingConnection, AccountingEnvironment } from '../../src/accounting/accounting.ts'
import type { GatewaySystem } from '../../src/accounting/snelstart-desktop/gateway/system.ts'
import { desktopKinds } from '../../src/accounting/snelstart-desktop/index.ts'
import { settingsOf } from '../../src/settings/field.ts'
import { readState, type StandInRules, standInGateway, writeState } from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'
import type { Administration, SampleRow } from './tables.ts'
import { type SqlServer, type SqlServerOptions, startSqlServer } from './tds/server.ts'

export const administrationName = 'Proefwinkel BV'

export type GatewayOptions = {
  readonly administration?: Administration
  readonly rules?: StandInRules
  /** Members that this Gateway has not. */
  readonly without?: readonly string[]
  /** Of the machine that S-Connect believes to run on; tests of a machine without Gateway. */
  readonly system?: Partial<GatewaySystem>
}

export type DesktopOptions = GatewayOptions & {
  readonly server?: Partial<SqlServerOptions>
  readonly settings?: Readonly<Record<string, unknown>>
}

/** The Gateway's side: the stand-in with the file that it keeps, and what stands between it and S-Connect. */
export type GatewaySide = {
  /** What happens to the next call that writes; misbehaving-helper.ts. */
  readonly misbehave: (fault: string) => void
  /** The file of stand-in.ts, for its own faults. */
  readonly faultsFile: string
  /** Names of the calls that the helper was asked, oldest first. */
  readonly gatewayCalls: () => readonly string[]
  readonly rows: (table: string) => readonly SampleRow[]
  /** What a person does in the program meanwhile. */
  readonly change: (table: string, row: SampleRow) => void
}

export type DesktopBench = GatewaySide & {
  readonly connection: AccountingConnection
  readonly server: SqlServer
  /** It goes away for good. */
  readonly stopServer: () => Promise<void>
  readonly logged: string[]
  readonly stop: () => Promise<void>
}

const start = Date.UTC(2026, 10, 20, 12)

/** A clock that sleeping alone moves. `whileAsleep`: what the world does meanwhile. */
export function fakeEnvironment(logged: string[], whileAsleep: () => void = () => {}): AccountingEnvironment {
  let now = start
  return {
    clock: () => now,
    sleep: async (ms, signal) => {
      signal.throwIfAborted()
      now += ms
      whileAsleep()
    },
    log: (_level, code) => void logged.push(code),
  }
}

/** How S-Connect starts the helper, as S_CONNECT_GATEWAY holds it. */
export async function gatewayCommand(
  files: { readonly state: string; readonly faults: string; readonly word: string },
  without: readonly string[],
): Promise<string> {
  const { command, args } = await standInGateway({ ...files, without })
  const between = fileURLToPath(new URL('./misbehaving-helper.ts', import.meta.url))
  return JSON.stringify([process.execPath, between, files.word, command, ...args])
}

/** In a folder of its own, which `remove` takes away. */
export async function startGatewaySide(options: GatewayOptions) {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-desktop-'))
  const files = { state: join(folder, 'state'), faults: join(folder, 'faults'), word: join(folder, 'word') }
  const administration = options.administration ?? sampleAdministration()
  writeState(files.state, administration, options.rules)
  writeFileSync(files.word, '')
  const env = { S_CONNECT_GATEWAY: await gatewayCommand(files, options.without ?? []) }
  const whole = (): Administration => readState(files.state, administration)
  const side: GatewaySide = {
    misbehave: (fault) => writeFileSync(files.word, fault),
    faultsFile: files.faults,
    gatewayCalls: () => {
      const notes = `${files.word}.calls`
      return existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []
    },
    rows: (table) => whole().find(({ name }) => name === table)?.rows ?? [],
    change: (table, row) => appendFileSync(files.state, `${JSON.stringify([{ table, row }])}\n`),
  }
  return {
    side,
    folder,
    state: files.state,
    administration,
    whole,
    kinds: desktopKinds({ platform: 'linux', env, bridge: '', data: folder, ...options.system }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** SnelStart SQL. */
export async function openDesktop(options: DesktopOptions = {}): Promise<DesktopBench> {
  const { side, state, administration, kinds, remove } = await startGatewaySide(options)
  const databases = { [administrationName]: administration }
  const server = await startSqlServer({ databases, journal: state, ...options.server })
  const given = settingsOf(kinds.snelStartSql.settings).parse({
    server: `${server.host},${server.port}`,
    administration: administrationName,
    sqlUser: server.user,
    sqlPassword: server.password,
    encryption: 'off',
    ...options.settings,
  })
  const logged: string[] = []
  const connection = await kinds.snelStartSql.connect(given, fakeEnvironment(logged))
  let stopping: Promise<void> | null = null
  const stopServer = (): Promise<void> => {
    stopping ??= server.stop()
    return stopping
  }
  return {
    ...side,
    connection,
    server,
    stopServer,
    logged,
    stop: async () => {
      await connection.close()
      await stopServer()
      remove()
    },
  }
}

/** The administration with more rows; columns that they do not name are empty. */
export const adding = (
  administration: Administration,
  more: Readonly<Record<string, readonly SampleRow[]>>,
): Administration =>
  administration.map((table) => {
    const empty = Object.fromEntries(table.columns.map(({ name, type }) => [name, type === 'boolean' ? false : null]))
    return { ...table, rows: [...table.rows, ...(more[table.name] ?? []).map((row) => ({ ...empty, ...row }))] }
  })
