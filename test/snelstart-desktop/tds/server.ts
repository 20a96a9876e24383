// A SQL Server for tests: pre-login, TLS or plain, log-in, batches and sp_executesql in TDS 7.0 to 7.4, with SQLite behind it and
// only the T-SQL that our statements use. Everything else is refused in SQL Server's words. It can misbehave.
import { createServer, type Socket } from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import type { Administration } from '../tables.ts'
import { startBrowser } from './browser.ts'
import { makeCertificate } from './certificate.ts'
import type { Misbehaviour } from './parts.ts'
import type { Question } from './questions.ts'
import { serve } from './session.ts'
import { createStore, type Store } from './store.ts'

export type SqlServerOptions = {
  /** By the name of the database. */
  readonly databases: Readonly<Record<string, Administration>>
  /** Changes of the first database: the file of the stand-in Gateway. */
  readonly journal?: string
  readonly user?: string
  readonly password?: string
  /** 'weak': with a certificate as of before 2017. 'old': a server that knows nothing newer than TLS 1.0. Default 'offered'. */
  readonly tls?: 'none' | 'offered' | 'required' | 'weak' | 'old'
  /** Starts a Browser (UDP) that knows the server by this name; ports of both are free ones. */
  readonly instance?: string
  /** Default '127.0.0.1', where nobody else can come. */
  readonly host?: string
  /** Keeps every byte for `overheard`. */
  readonly overhears?: boolean
}

export type SqlServer = {
  readonly host: string
  readonly port: number
  /** Of the Browser; 0 without `instance`. */
  readonly browserPort: number
  readonly user: string
  readonly password: string
  /** Self-signed, for 'localhost' and 127.0.0.1, as PEM; '' without TLS. */
  readonly certificate: () => string
  readonly databases: Readonly<Record<string, Store>>
  readonly misbehaviour: Misbehaviour
  /** All that was asked, log-ins apart, oldest first. */
  readonly asked: Question[]
  readonly logIns: () => number
  /** With `overhears`: every byte that went over the lines, both ways, as somebody between would hear it. */
  readonly overheard: () => Buffer
  /** Cuts every line that is open now. */
  readonly hangUp: () => void
  readonly stop: () => Promise<void>
}

export async function startSqlServer(options: SqlServerOptions): Promise<SqlServer> {
  const { host = '127.0.0.1', tls = 'offered', user = 'S-Connect', password = 'Lezen#2026' } = options
  const names = Object.keys(options.databases)
  const databases = Object.fromEntries(
    Object.entries(options.databases).map(([name, administration], index) => [
      name,
      createStore(administration, names, index === 0 ? (options.journal ?? null) : null),
    ]),
  )
  // Made when first needed: it takes openssl a while.
  let made: ReturnType<typeof makeCertificate> | null = null
  const certificate = () => {
    made ??= makeCertificate(tls === 'weak')
    return made
  }
  const misbehaviour: Misbehaviour = {
    cutAfterRows: null,
    hangs: false,
    delayMs: 0,
    denied: new Set(),
    refuses: null,
    fails: null,
    before: null,
  }
  const asked: SqlServer['asked'] = []
  let logIns = 0
  const parts = {
    databases,
    user,
    password,
    encryption: tls,
    context: tls === 'none' ? null : () => toContext(certificate(), tls),
    misbehaviour,
    asked,
    countLogIn: () => logIns++,
    overhear: (bytes: Buffer) => options.overhears === true && heard.push(bytes),
  }
  const sockets = new Set<Socket>()
  const heard: Buffer[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A client that goes away is no trouble of ours.
    socket.on('error', () => socket.destroy())
    serve(socket, parts)
  })
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const port = await listen(server, host)
  const browser = options.instance === undefined ? null : await startBrowser(host, options.instance, port)
  return {
    host,
    port,
    browserPort: browser?.port ?? 0,
    user,
    password,
    certificate: () => (tls === 'none' ? '' : certificate().certificate),
    databases,
    misbehaviour,
    asked,
    logIns: () => logIns,
    overheard: () => Buffer.concat(heard),
    hangUp,
    stop: async () => {
      hangUp()
      await Promise.all([browser?.stop(), new Promise((done) => server.close(done))])
      for (const store of Object.values(databases)) store.close()
    },
  }
}

const listen = (server: ReturnType<typeof createServer>, host: string): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

function toContext({ key, certificate }: { key: string; certificate: string }, tls: string): SecureContextOptions {
  if (tls === 'weak') return { key, cert: certificate, ciphers: 'DEFAULT@SECLEVEL=0' }
  if (tls !== 'old') return { key, cert: certificate }
  return { key, cert: certificate, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }
}
