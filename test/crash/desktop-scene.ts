// What the crash test of the desktop imports: the orders of scene.ts into an administration behind the stand-ins of SQL Server and
// of SnelStart's Gateway; and the oracle, which reads the file that the stand-in Gateway keeps.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenCartFake, startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import type { Product } from '../../src/store/store.ts'
import { adding, administrationName, gatewayCommand } from '../snelstart-desktop/desktop-bench.ts'
import { type Fault, readState, writeFaults, writeState } from '../snelstart-desktop/gateway/stand-in.ts'
import { sampleAdministration } from '../snelstart-desktop/sample.ts'
import type { Administration, SampleRow } from '../snelstart-desktop/tables.ts'
import { type SqlServer, startSqlServer } from '../snelstart-desktop/tds/server.ts'
import type { ChildJob } from './child.ts'
import { crashOrders, type Verdict } from './scene.ts'

export type DesktopFaults = {
  /** Between S-Connect and the helper: misbehaving-helper.ts. */
  readonly answers?: readonly string[]
  /** Of the Gateway itself, which takes the helper with it when it dies. */
  readonly gateway?: readonly Fault[]
  /** This version knows no transactions: order and delivery address are saved one after the other. */
  readonly twoSaves?: true
}

export type DesktopCrashScene = {
  readonly product: Product
  readonly job: (dieAt: ChildJob['dieAt']) => ChildJob
  readonly environment: Readonly<Record<string, string>>
  readonly judge: (totals: Readonly<Record<string, string>>) => Verdict
  readonly totals: () => Readonly<Record<string, string>>
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Truus is known; her card and the mug's are out of date. */
const seed = (): Administration =>
  adding(sampleAdministration({ customers: 3, articles: 3, stocked: 0 }), {
    tblRelatie: [
      {
        ...{ fldRelatieID: 900, fldRelatieSoort: 0, fldRelatiecode: 20_045, fldNaam: 'Truus Bekend', fldLandID: 1 },
        ...{
          fldEmail: 'truus@bekend.example',
          fldAdres: 'Oude straat 1',
          fldPostcode: '2521 CK',
          fldPlaats: 'Den Haag',
        },
      },
    ],
    tblArtikel: [
      article(900, 'ART-0001', 'Oude omschrijving', '9.0000'),
      article(901, 'VERZ', 'Verzendkosten', '6.0000'),
    ],
  })

const article = (key: number, code: string, description: string, price: string): SampleRow => ({
  ...{ fldArtikelID: key, fldArtikelcode: code, fldOmschrijving: description, fldVerkoopprijs: price },
  ...{ fldArtikelOmzetgroepID: 1, fldReceptPlaatsen: 0 },
})

const transactions = 'mtdGWayTransactionBegin'

export async function startDesktopScene(product: Product, faults: DesktopFaults): Promise<DesktopCrashScene> {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-crash-desktop-'))
  const files = { state: join(folder, 'state'), faults: join(folder, 'faults'), word: join(folder, 'word') }
  const administration = seed()
  writeState(files.state, administration)
  writeFileSync(files.word, (faults.answers ?? []).join('\n'))
  writeFaults(files.faults, faults.gateway ?? [])
  const shop = await startOpenCartFake({ orders: crashOrders() })
  const server = await startSqlServer({ databases: { [administrationName]: administration }, journal: files.state })
  const gateway = await gatewayCommand(files, faults.twoSaves === true ? [transactions] : [])
  const rows = (table: string): readonly SampleRow[] =>
    readState(files.state, administration).find(({ name }) => name === table)?.rows ?? []
  return {
    product,
    folder: join(folder, 'data'),
    environment: { S_CONNECT_GATEWAY: gateway },
    job: (dieAt) => jobOf(product, shop, server, dieAt),
    totals: () => Object.fromEntries(documentsOf(product, rows)),
    judge: (totals) => judge(product, rows, totals),
    stop: async () => {
      await shop.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function jobOf(product: Product, shop: OpenCartFake, server: SqlServer, dieAt: ChildJob['dieAt']): ChildJob {
  const address = { server: `${server.host},${server.port}`, administration: administrationName }
  return {
    product,
    accountingKind: 'snelstart-sql',
    dieAt,
    ordersAtOnce: (dieAt?.nth ?? 1) % 2 === 0 ? 1 : 4,
    settings: {
      general: { startAt: '2026-03-01T00:00:00Z' },
      shop: { transport: 'none', shopUrl: shop.url },
      accounting: { ...address, sqlUser: server.user, encryption: 'off' },
      sales: { salesTemplate: 'Webshop (incl. btw)', shippingArticle: 'VERZ' },
      articles: { revenueGroup: '1', revenueGroupLow: '2', articleHandling: 'addAndUpdate' },
      customers: { customerHandling: 'addAndUpdate' },
      bookkeeping: { ledgerMatrix: { 'turnover.high.nl': '8000', 'shipping.high.nl': '8000' } },
    },
    secrets: {
      'accounting.sqlPassword': server.password,
      'memory.endpointUrl': shop.memory.endpointUrl,
      'memory.key': shop.memory.key,
    },
  }
}

type Rows = (table: string) => readonly SampleRow[]
type Document = readonly [number: string, said: string]

const documentsOf = (product: Product, rows: Rows): readonly Document[] =>
  product === 'order' ? ordersOf(rows) : entriesOf(rows)

/** An order by its payment reference: sum of its lines and where it is to be delivered. */
function ordersOf(rows: Rows): readonly Document[] {
  const lines = Map.groupBy(rows('tblVerkoopOrderRegel'), (line) => line['fldVerkoopOrderID'])
  return rows('tblVerkoopOrder').map((order) => {
    const own = lines.get(order['fldVerkoopOrderID'] ?? null) ?? []
    const delivery = ['fldVerzendNaam', 'fldVerzendAdres', 'fldVerzendPostcode'].map((column) => order[column] ?? '–')
    return [String(order['fldBetalingskenmerk']), `${sumOf(own, 'fldBedragNaKortingen')} to ${delivery.join(', ')}`]
  })
}

/** An entry by the invoice number of its debtor's line: debit and credit of all its lines. */
function entriesOf(rows: Rows): readonly Document[] {
  const numbers = new Map(rows('tblFactuurNummer').map((row) => [row['fldFactuurNummerID'], row['fldFactuurnummer']]))
  const lines = Map.groupBy(rows('tblJournaalpostRegel'), (line) => line['fldJournaalpostID'])
  return [...lines.values()].map((own) => {
    const key = own.find((line) => (line['fldFactuurNummerID'] ?? null) !== null)?.['fldFactuurNummerID'] ?? null
    return [String(numbers.get(key)), `${sumOf(own, 'fldDebet')} / ${sumOf(own, 'fldCredit')}`]
  })
}

const sumOf = (rows: readonly SampleRow[], column: string): string =>
  (rows.reduce((cents, row) => cents + Math.round(Number(row[column] ?? 0) * 100), 0) / 100).toFixed(2)

/** Each document, customer and article once, none missing, sums and addresses as without any disturbance. */
function judge(product: Product, rows: Rows, totals: Readonly<Record<string, string>>): Verdict {
  const documents = documentsOf(product, rows)
  const made = {
    order: documents.map(([number]) => number),
    customer: textsOf(rows('tblRelatie'), 'fldEmail').filter((email) => !email.endsWith('@voorbeeld.example')),
    article: textsOf(rows('tblArtikel'), 'fldArtikelcode').filter((code) => /^(ART-\d{4}|VERZ)$/.test(code)),
  }
  const wanted = {
    order: crashOrders().map(({ id }) => String(id)),
    customer: ['truus@bekend.example', 'jan@nieuw.example', 'piet@anders.example'],
    article: ['ART-0001', 'VERZ', ...(product === 'order' ? ['ART-0007', 'ART-0009'] : [])],
  }
  let [lost, doubled] = [0, 0]
  const wrong: string[] = []
  for (const kind of ['order', 'customer', 'article'] as const) {
    lost += wanted[kind].filter((key) => !made[kind].includes(key)).length
    doubled += made[kind].length - new Set(made[kind]).size
    for (const key of made[kind]) if (!wanted[kind].includes(key)) wrong.push(`${kind} ${key} was never asked for`)
  }
  for (const [number, said] of documents)
    if (totals[number] !== undefined && totals[number] !== said)
      wrong.push(`order ${number}: ${said} instead of ${totals[number]}`)
  return { lost, doubled, wrong }
}

const textsOf = (rows: readonly SampleRow[], column: string): readonly string[] =>
  rows.map((row) => String(row[column] ?? '')).filter((text) => text !== '')
