// One connection to a SQL Server, by tedious: one statement at a time, all its rows at once (the statements are pages), every
// error as one of ours. Only reading is meant to go through here, so a broken connection never leaves doubt.
import { getCACertificates } from 'node:tls'
import { type Failure, SettingsWrong } from '../core/failures.ts'
import { parseSqlAddress, type SqlAddress } from './sql-address.ts'
import { findInstancePort } from './sql-browser.ts'
import { toSqlFailure } from './sql-failures.ts'
import { runQuery, type SqlQuery, type SqlRow } from './sql-query.ts'

/** 'automatic': TLS where the server offers it, its certificate not checked, as usual in a shop's own network. 'required': TLS with
 *  a certificate that this computer trusts. 'off': plain, the password as well. */
export type SqlEncryption = 'automatic' | 'required' | 'off'

export type SqlTarget = {
  /** As typed; sql-address.ts. */
  readonly server: string
  readonly database: string
  readonly user: string
  readonly password: string
  readonly encryption: SqlEncryption
}
export type SqlOptions = {
  /** Until we are logged in; default 15 000. */
  readonly connectTimeoutMs?: number
  /** For the whole answer to one statement; default 60 000. */
  readonly queryTimeoutMs?: number
  /** Of SQL Server Browser; default 1434. */
  readonly browserPort?: number
  /** PEM; with 'required' trusted besides what Node and this computer trust. */
  readonly certificateAuthority?: string
}

export type SqlConnection = {
  /** All rows of one statement; one at a time. Throws LoginRefused, ConnectionFailed, UnexpectedAnswer or
   *  SettingsWrong with 'desktop.sql…', or the signal's reason; after ConnectionFailed and abort the connection is closed. */
  readonly query: (query: SqlQuery, signal: AbortSignal) => Promise<readonly SqlRow[]>
  readonly isOpen: () => boolean
  readonly close: () => void
}

type Tedious = typeof import('tedious')

/** Throws as `query` does; 'desktop.sqlWindows' where no user is given, which means Windows authentication. */
export async function openSqlConnection(
  target: SqlTarget,
  options: SqlOptions,
  signal: AbortSignal,
): Promise<SqlConnection> {
  const address = parseSqlAddress(target.server)
  if (target.user.trim() === '') {
    throw new SettingsWrong('desktop.sqlWindows', 'Windows authentication needs the Windows helper', {
      server: target.server,
    })
  }
  const tedious = await import('tedious')
  const port = await findPort(address, options, signal)
  const open = (encrypt: boolean) => connect(tedious, { target, options, host: address.host, port, encrypt }, signal)
  if (target.encryption === 'off') return open(false)
  try {
    return await open(true)
  } catch (error) {
    if (target.encryption === 'automatic' && (error as Failure).code === 'desktop.sqlNoTls') return open(false)
    throw error
  }
}

async function findPort(address: SqlAddress, options: SqlOptions, signal: AbortSignal): Promise<number> {
  if (address.port !== null) return address.port
  if (address.instance === null) return 1433
  const timeoutMs = Math.min(options.connectTimeoutMs ?? 15_000, 5_000)
  return findInstancePort(
    { ...address, instance: address.instance, timeoutMs, port: options.browserPort ?? 1434 },
    signal,
  )
}

type Way = {
  readonly target: SqlTarget
  readonly options: SqlOptions
  readonly host: string
  readonly port: number
  readonly encrypt: boolean
}

async function connect(tedious: Tedious, way: Way, signal: AbortSignal): Promise<SqlConnection> {
  signal.throwIfAborted()
  const { target, options } = way
  const connection = new tedious.Connection(toConfiguration(way))
  const numbers: number[] = []
  const failure = (error: unknown, phase: 'connect' | 'query' = 'query'): Failure =>
    toSqlFailure({ ...target, error, numbers: numbers.splice(0), phase })
  connection.on('errorMessage', ({ number }) => numbers.push(number))
  // A connection that breaks while nobody asks anything: seen by `isOpen`.
  connection.on('error', () => connection.close())
  await new Promise<void>((resolve, reject) => {
    const stop = () => connection.close()
    signal.addEventListener('abort', stop, { once: true })
    connection.connect((error) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else if (error === undefined || error === null) resolve()
      else reject(failure(error, 'connect'))
    })
  }).catch((error: unknown) => {
    connection.close()
    throw error
  })
  const timeoutMs = options.queryTimeoutMs ?? 60_000
  return {
    query: (query, cancel) => runQuery(tedious, connection, query, { timeoutMs, failure }, cancel),
    isOpen: () => !connection.closed,
    close: () => connection.close(),
  }
}

function toConfiguration({ target, options, host, port, encrypt }: Way) {
  return {
    server: host,
    authentication: { type: 'default' as const, options: { userName: target.user, password: target.password } },
    options: {
      port,
      database: target.database,
      encrypt,
      trustServerCertificate: target.encryption !== 'required',
      ...(target.encryption === 'required' ? { cryptoCredentialsDetails: { ca: trusted(options) } } : {}),
      connectTimeout: options.connectTimeoutMs ?? 15_000,
      // Ours counts to the end of the answer; this one would stop at its first byte.
      requestTimeout: 0,
      // 'No such database' counts as transient there, and the user would wait for three more attempts.
      maxRetriesOnTransientErrors: 0,
      appName: 'S-Connect',
      readOnlyIntent: false,
    },
  }
}

/** A network of its own often has its own authority, which only the system's store knows. */
const trusted = ({ certificateAuthority }: SqlOptions): string[] => [
  ...getCACertificates('default'),
  ...getCACertificates('system'),
  ...(certificateAuthority === undefined ? [] : [certificateAuthority]),
]
