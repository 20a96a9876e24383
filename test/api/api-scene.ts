// The HTTP API on a real port for tests: the scene's store, fake shop and simulator behind it, and a browser's manners before it.
import { mkdtempSync, rmSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startServer } from '../../src/api/server.ts'
import { commandFailures } from '../../src/cli/command-failures.ts'
import { createAutostart } from '../../src/runs/autostart/autostart.ts'
import { instantOf } from '../../src/runs/context.ts'
import type { Program } from '../../src/runs/program.ts'
import { createService, type Service } from '../../src/runs/service/service.ts'
import { realTimers } from '../../src/runs/service/turns.ts'
import { type Scene, type SceneOptions, seedArticle, startScene } from '../support/scene.ts'

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any
}
type Ask = { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown; readonly raw?: string }

/** Somebody with a browser: keeps the cookie and sends the csrf token of the log-in. */
export type Visitor = {
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<Answer>
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly cookie: () => string
  readonly csrf: () => string
}

export type ApiScene = {
  readonly scene: Scene
  readonly service: Service
  readonly url: string
  readonly webFolder: string
  /** What went wrong inside. */
  readonly reported: readonly unknown[]
  readonly recoveryCodes: string[]
  readonly visitor: () => Visitor
  /** Logged in as the owner that the first call makes. */
  readonly owner: () => Promise<Visitor>
  readonly bookkeeper: () => Promise<Visitor>
  /** Closing it again is safe. */
  readonly stopServer: () => Promise<void>
}

export const password = 'paarse olifant 7'

export type ApiOptions = SceneOptions & {
  readonly host?: string
  /** There from the start. */
  readonly network?: { readonly open: boolean; readonly hosts: readonly string[] }
  readonly user?: { readonly name: string; readonly passwordHash: string }
}

/** Everything is cleaned up when the test ends. */
export async function startApi(options: ApiOptions = {}): Promise<ApiScene> {
  const scene = await startScene({
    simulator: { seed: { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] } },
    ...options,
  })
  onTestFinished(() => scene.stop())
  const { store } = scene.program
  if (options.network !== undefined) await store.values.set('network', options.network)
  if (options.user !== undefined)
    await store.users.add({ id: 'u1', role: 'owner', createdAt: instantOf(scene.clock.now()), ...options.user })
  return { scene, ...(await serveApi(scene.program, scene.clock.now, options.host ?? null)) }
}

/** The API on a program that is there already. */
export async function serveApi(
  program: Program,
  clock: () => number,
  host: string | null = null,
): Promise<Omit<ApiScene, 'scene'>> {
  const webFolder = mkdtempSync(join(tmpdir(), 's-connect-web-'))
  const reported: unknown[] = []
  const recoveryCodes: string[] = []
  const service = createService(program, {
    clock,
    timers: realTimers,
    report: (error) => reported.push(error),
  })
  const run = async () => ({ code: 0, stdout: '', stderr: '' })
  const server = await startServer(
    {
      service,
      version: '0.1.0',
      webFolder,
      failures: commandFailures,
      takeRecoveryCode: () => recoveryCodes.pop() ?? null,
      autostart: createAutostart({ platform: 'linux', home: webFolder, env: {}, run }),
      launch: { node: '/usr/bin/node', nodeFlags: [], script: '/opt/s-connect.js', args: ['serve'] },
      senders: { sendMail: async () => {}, post: async () => ({ status: 200 }) },
      report: (error) => reported.push(error),
    },
    { host, port: 0 },
  )
  onTestFinished(async () => {
    await server.close()
    await service.stop()
    rmSync(webFolder, { recursive: true, force: true })
  })
  const visitor = () => createVisitor(server.url)
  const logIn = async (name: string): Promise<Visitor> => {
    const somebody = visitor()
    await somebody.post('/api/session', { name, password })
    return somebody
  }
  return {
    service,
    url: server.url,
    webFolder,
    reported,
    recoveryCodes,
    visitor,
    stopServer: server.close,
    owner: async () => {
      const somebody = visitor()
      const { json } = await somebody.get('/api/session')
      if (!json.firstStart) return logIn('Eigenaar')
      await somebody.post('/api/setup', { password })
      return somebody
    },
    bookkeeper: async () => {
      const owner = await logIn('Eigenaar')
      await owner.post('/api/users', { name: 'Boekhouder', password, role: 'bookkeeper' })
      return logIn('Boekhouder')
    },
  }
}

function createVisitor(url: string): Visitor {
  let cookie = ''
  let csrf = ''
  const visitor: Visitor = {
    ask: async (method, path, given = {}) => {
      const answer = await send(url, method, path, { ...given, headers: { cookie, 'x-csrf': csrf, ...given.headers } })
      const set = answer.headers['set-cookie']?.[0]
      if (set !== undefined) cookie = set.split(';')[0] ?? ''
      if (typeof answer.json?.csrf === 'string') csrf = answer.json.csrf
      return answer
    },
    get: (path) => visitor.ask('GET', path),
    post: (path, body = {}) => visitor.ask('POST', path, { body }),
    put: (path, body) => visitor.ask('PUT', path, { body }),
    cookie: () => cookie,
    csrf: () => csrf,
  }
  return visitor
}

/** Plain HTTP, because a browser's `fetch` would not let a test lie about Host or the path. */
export function send(url: string, method: string, path: string, { headers = {}, body, raw }: Ask): Promise<Answer> {
  const payload = raw ?? (body === undefined ? null : JSON.stringify(body))
  const type =
    payload === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers: { ...type, ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        const bytes = Buffer.concat(parts)
        const text = bytes.toString()
        const isJson = (answer.headers['content-type'] ?? '').includes('json')
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes,
          text,
          json: isJson ? JSON.parse(text) : null,
        })
      })
    })
    asked.once('error', reject)
    asked.end(payload ?? undefined)
  })
}
