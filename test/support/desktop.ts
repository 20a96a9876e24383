// A SnelStart of the desktop for tests that span the whole program: an administration with articles that the fake shop sells, the
// stand-ins of SQL Server and of the Gateway over it, and an order that needs what only the desktop can do.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakeOrder } from '../../src/shops/opencart/fake.ts'
import {
  readOwnRows,
  readState,
  type StandInRules,
  standInGateway,
  writeState,
} from '../snelstart-desktop/gateway/stand-in.ts'
import { writeMdb } from '../snelstart-desktop/mdb/write-mdb.ts'
import { sampleAdministration } from '../snelstart-desktop/sample.ts'
import type { Administration, SampleRow } from '../snelstart-desktop/tables.ts'
import { type SqlServer, startSqlServer } from '../snelstart-desktop/tds/server.ts'

export type DesktopScene = {
  readonly server: SqlServer
  /** As the setting holds it. */
  readonly address: string
  /** On the server and in the folder. */
  readonly administration: string
  readonly folder: string
  /** S_CONNECT_GATEWAY. */
  readonly gateway: string
  /** What stands in the administration now. */
  readonly rows: (table: string) => readonly SampleRow[]
  /** What only the stand-in keeps. */
  readonly ownRows: (table: string) => readonly SampleRow[]
  readonly stop: () => Promise<void>
}

const administrationName = 'Proef B.V. (web) 2026'

/** Needs Mono. */
export async function startDesktop(rules: StandInRules = {}): Promise<DesktopScene> {
  const root = mkdtempSync(join(tmpdir(), 'sc-desktop-'))
  const folder = join(root, 'Mijn administraties')
  mkdirSync(folder)
  const seed = shopAdministration()
  const state = join(root, 'state.jsonl')
  writeState(state, seed, rules)
  for (const name of [administrationName, 'De Vries & Zn. oud']) writeMdb(join(folder, `${name}.mdb`), seed)
  const server = await startSqlServer({ databases: { [administrationName]: seed, Archief: seed }, journal: state })
  const { command, args } = await standInGateway({ state })
  return {
    server,
    address: `${server.host},${server.port}`,
    administration: administrationName,
    folder,
    gateway: JSON.stringify([command, ...args]),
    rows: (table) => readState(state, seed).find(({ name }) => name === table)?.rows ?? [],
    ownRows: (table) => readOwnRows(state, table),
    stop: async () => {
      await server.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

const mug = { key: 9001, code: 'ART-0001' }
const shirt = { key: 9002, code: 'ART-0005' }
/** Of the sample: the article ART-001. */
const part = 2

function shopAdministration(): Administration {
  const article = ({ key, code }: typeof mug, place: number): SampleRow => ({
    fldArtikelID: key,
    fldArtikelcode: code,
    fldOmschrijving: `Artikel ${code}`,
    fldVerkoopprijs: '10.0000',
    fldArtikelOmzetgroepID: 1,
    fldReceptPlaatsen: place,
  })
  return adding(sampleAdministration({ customers: 20, articles: 10, stocked: 5 }), {
    tblArtikel: [article(mug, 0), article(shirt, 2)],
    tblRecept: [{ fldReceptID: 901, fldReceptArtikelID: shirt.key, fldArtikelID: part, fldAantal: 3, fldVolgorde: 1 }],
  })
}

const adding = (administration: Administration, more: Readonly<Record<string, readonly SampleRow[]>>): Administration =>
  administration.map((table) => {
    const empty = Object.fromEntries(table.columns.map(({ name, type }) => [name, type === 'boolean' ? false : null]))
    return { ...table, rows: [...table.rows, ...(more[table.name] ?? []).map((row) => ({ ...empty, ...row }))] }
  })

/** Two mugs and a recipe, to a company, with shipping and payment costs. */
export const desktopOrder: FakeOrder = {
  id: 4711,
  added: '2026-03-02 09:30:00',
  person: {
    customerId: 0,
    firstName: 'Jan',
    lastName: 'de Vries',
    company: 'Garage De Vries',
    email: 'jan@garage-devries.example',
    street: 'Kade 3',
    postcode: '3011 AB',
    city: 'Rotterdam',
    country: 'NL',
  },
  lines: [
    { article: 1, quantity: 2 },
    { article: 5, quantity: 1 },
  ],
  shippingExcl: '4.9587',
  paymentFeeExcl: '1.6529',
}
