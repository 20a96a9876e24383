// `desktop-read`: how fast do the customers and articles of SnelStart on the desktop come out of an `.mdb` file and out of a SQL
// Server, and does the reading process stay small? Each in a process of its own; the server is in this one.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeMdb } from '../test/snelstart-desktop/mdb/write-mdb.ts'
import { startSqlServer } from '../test/snelstart-desktop/tds/server.ts'
import { largeAdministration } from './desktop-read-tables.ts'
import { programFlags } from './processes.ts'

export type DesktopRead = {
  /** Customers and articles together. */
  readonly mdbRowsPerSecond: number
  readonly tdsRowsPerSecond: number
  /** The larger of the two. */
  readonly peakMb: number
}
type Read = {
  readonly customers: number
  readonly articles: number
  readonly seconds: number
  readonly peakMb: number
}
type Tell = (line: string) => void

const administration = 'Groot B.V.'

export async function run({ orders: customers = 100_000, tell = () => {} }: { orders?: number; tell?: Tell } = {}) {
  const articles = Math.ceil(customers / 2)
  const tables = largeAdministration(customers, articles)
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  const server = await startSqlServer({ databases: { [administration]: tables } })
  try {
    writeMdb(join(folder, `${administration}.mdb`), tables)
    const mdb = await read('mdb', { folder, administration }, customers, articles)
    tell(`mdb: ${JSON.stringify(mdb)}`)
    const { host, port, user: sqlUser, password: sqlPassword } = server
    const tds = await read(
      'sql',
      { server: `${host},${port}`, administration, sqlUser, sqlPassword },
      customers,
      articles,
    )
    tell(`tds: ${JSON.stringify(tds)}`)
    return {
      mdbRowsPerSecond: perSecond(mdb),
      tdsRowsPerSecond: perSecond(tds),
      peakMb: Math.round(Math.max(mdb.peakMb, tds.peakMb) * 10) / 10,
    } satisfies DesktopRead
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const perSecond = ({ customers, articles, seconds }: Read): number => Math.round((customers + articles) / seconds)

/** Throws where not every row came. */
async function read(kind: 'mdb' | 'sql', settings: object, customers: number, articles: number): Promise<Read> {
  const child = join(import.meta.dirname, 'desktop-read-child.ts')
  const args = [...programFlags(), child, kind, JSON.stringify(settings)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const found = JSON.parse(stdout) as Read
  if (found.customers !== customers || found.articles !== articles)
    throw new Error(`${kind}: only ${found.customers} customers and ${found.articles} articles were read`)
  return found
}
