// The web service of a real shop, replayed: lists are filtered, sorted and cut out of the answers that were recorded, and any
// recorded answer can be given as it is. What was recorded in part only (six customers, say) can be added to.
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fixturesFolder } from '../support/fixtures.ts'

export type ServiceRow = Readonly<Record<string, unknown>>

type Recorded = {
  readonly file: string
  readonly method: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export type WebserviceStub = {
  /** Of the shop, with a slash at the end. */
  readonly url: string
  /** Rows by resource, to those that were recorded; a row that was recorded wins. */
  readonly add: (resource: string, rows: readonly ServiceRow[]) => void
  /** Answers everything, or every request of one method, with this recorded answer; null: behaves again. */
  readonly answerWith: (file: string | null, method?: string) => void
  /** What was asked: 'GET orders', 'PUT stock_availables/59'. */
  readonly asked: () => readonly string[]
  /** Bodies of what was written. */
  readonly written: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** The key of the recording. */
export const testApiKey = 'TESTKEYTESTKEYTESTKEYTESTKEY1234'

const whole: Readonly<Record<string, string>> = {
  orders: 'orders-all',
  combinations: 'combinations-all',
  stock_availables: 'stock-all',
}

export async function startWebserviceStub(version: string): Promise<WebserviceStub> {
  const folder = join(fixturesFolder, 'prestashop/webservice', version)
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly Recorded[]
  const added = new Map<string, Map<string, ServiceRow>>()
  const asked: string[] = []
  const written: string[] = []
  let forced: { readonly recorded: Recorded; readonly method: string | undefined } | null = null
  const give = (response: ServerResponse, recorded: Recorded) => {
    const kept = Object.entries(recorded.headers).filter(
      ([name]) => !/^(connection|content-length|transfer-encoding|date)$/i.test(name),
    )
    response.writeHead(recorded.status, Object.fromEntries(kept))
    response.end(readFileSync(join(folder, recorded.file)))
  }
  const findRecorded = (file: string) => {
    const found = index.find((each) => each.file === file)
    if (found === undefined) throw new Error(`no recorded answer ${file}`)
    return found
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub')
    const resource = url.pathname.replace(/^\/api\//, '')
    asked.push(`${request.method} ${resource}`)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (forced !== null && (forced.method ?? request.method) === request.method) give(response, forced.recorded)
      else if (request.headers.authorization !== `Basic ${Buffer.from(`${testApiKey}:`).toString('base64')}`)
        give(response, findRecorded('err-wrong-key-json.json'))
      else if (request.method === 'PUT') {
        written.push(Buffer.concat(parts).toString())
        give(response, findRecorded('put-2-full-body.xml'))
      } else if (resource === '') give(response, findRecorded('root.xml'))
      else {
        response.writeHead(200, { 'content-type': 'application/json', 'psws-version': version })
        response.end(JSON.stringify(toList(folder, resource, url, added.get(resource) ?? new Map())))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    add: (resource, rows) => {
      const own = added.get(resource) ?? new Map<string, ServiceRow>()
      for (const row of rows) own.set(String(row['id']), row)
      added.set(resource, own)
    },
    answerWith: (file, method) => {
      forced = file === null ? null : { recorded: findRecorded(file), method }
    },
    asked: () => asked,
    written: () => written,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Empty lists are `[]`, as the real one has it. */
function toList(folder: string, resource: string, url: URL, added: ReadonlyMap<string, ServiceRow>): unknown {
  const [name, recorded] = readRecorded(folder, resource)
  const rows = [...new Map([...added, ...recorded.map((row) => [String(row['id']), row] as const)]).values()]
  const filters = [...url.searchParams].flatMap(([key, value]) => {
    const field = /^filter\[(\w+)\]$/.exec(key)?.[1]
    return field === undefined ? [] : [[field, value] as const]
  })
  const fitting = rows.filter((row) => filters.every(([field, value]) => fits(String(row[field] ?? ''), value)))
  const sorted = sort(fitting, url.searchParams.get('sort'))
  const [a = '0', b] = (url.searchParams.get('limit') ?? '0,100000').split(',')
  const page = b === undefined ? sorted.slice(0, Number(a)) : sorted.slice(Number(a), Number(a) + Number(b))
  return page.length === 0 ? [] : { [name]: page }
}

function readRecorded(folder: string, resource: string): [string, readonly ServiceRow[]] {
  const answer = JSON.parse(readFileSync(join(folder, `${whole[resource] ?? resource}.json`), 'utf8')) as unknown
  if (Array.isArray(answer)) return [resource, []]
  return Object.entries(answer as Record<string, ServiceRow[]>)[0] ?? [resource, []]
}

function fits(value: string, filter: string): boolean {
  const [, kind, inside] = /^([>]?)\[(.*)\]$/.exec(filter) ?? []
  if (inside === undefined) return value === filter
  if (kind === '>') return Number(value) > Number(inside)
  const [from, to] = inside.split(',')
  return to === undefined ? inside.split('|').includes(value) : value >= (from ?? '') && value <= to
}

function sort(rows: readonly ServiceRow[], order: string | null): readonly ServiceRow[] {
  const fields = (order ?? '[id_ASC]')
    .slice(1, -1)
    .split(',')
    .map((field) => field.replace(/_ASC$/, ''))
  return rows.toSorted((a, b) => {
    for (const field of fields) {
      const [x, y] = [String(a[field]), String(b[field])]
      const by = field === 'id' ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0
      if (by !== 0) return by
    }
    return 0
  })
}
