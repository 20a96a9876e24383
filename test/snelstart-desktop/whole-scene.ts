// The whole program with a profile on a desktop administration: our own store, a shop of our own, and behind the profile the
// stand-ins of SQL Server and of the Gateway over one and the same administration; or an .mdb file to read.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AccountingKind } from '../../src/accounting/accounting.ts'
import { desktopKinds } from '../../src/accounting/snelstart-desktop/index.ts'
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { instantOf, usualTuning } from '../../src/runs/context.ts'
import { exportStock } from '../../src/runs/export-stock.ts'
import { importOrders } from '../../src/runs/import-orders.ts'
import { type OpenParts, type Program, profileOf, withParts } from '../../src/runs/program.ts'
import { type FakeOrder, type OpenCartFake, startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import type { InboxEntry, LogEntry, Product, ProfileSettings, SettingsPart } from '../../src/store/store.ts'
import { type StockShop, startStockShop, stockShopKind } from '../support/stock-shop.ts'
import { administrationName, type GatewayOptions, type GatewaySide, startGatewaySide } from './desktop-bench.ts'
import { standInGateway } from './gateway/stand-in.ts'
import { type SqlServer, startSqlServer } from './tds/server.ts'

type Values = Readonly<Record<string, unknown>>

export type WholeOptions = GatewayOptions & {
  readonly orders?: readonly FakeOrder[]
  /** A shop that takes stock instead of an OpenCart: code to what it has. */
  readonly inShop?: Readonly<Record<string, number>>
  readonly product?: Product
  readonly settings?: Partial<Readonly<Record<SettingsPart, Values>>>
  /** An .mdb to read from, instead of SQL Server. */
  readonly mdb?: { readonly folder: string; readonly administration: string }
  /** SnelStart Lokaal, with local-db.ts as its LocalDB. */
  readonly local?: true
}

export type Whole = GatewaySide & {
  readonly program: Program
  readonly profile: ProfileId
  readonly server: SqlServer
  readonly openCart: OpenCartFake
  readonly stockShop: StockShop
  readonly advance: (ms: number) => void
  readonly import: () => ReturnType<typeof importOrders>
  readonly export: () => ReturnType<typeof exportStock>
  readonly set: (part: SettingsPart, values: Values) => Promise<void>
  readonly entry: (number: number | string) => Promise<InboxEntry>
  /** Normal level, oldest first. */
  readonly log: () => Promise<readonly LogEntry[]>
  readonly stop: () => Promise<void>
}

const start = Date.UTC(2026, 2, 14, 12)

const parts: OpenParts = {
  signal: new AbortController().signal,
  progress: () => {},
  at: () => {},
  tuning: { ...usualTuning, doubtSettlesMs: 0 },
}

/** Needs Mono. */
export async function startWhole(options: WholeOptions = {}): Promise<Whole> {
  const gateway = await startGatewaySide(options)
  const { side, state, administration, remove } = gateway
  const server = await startSqlServer({ databases: { [administrationName]: administration }, journal: state })
  const kinds = options.local ? await localKinds(gateway, server) : gateway.kinds
  let now = start
  const clock = () => now
  const openCart = await startOpenCartFake({ orders: options.orders ?? [], clock })
  const stockShop = await startStockShop({ stock: options.inShop ?? {}, clock })
  const data = mkdtempSync(join(tmpdir(), 'sc-whole-'))
  const opened = openProgram(data, { keySource: 'file' })
  const program: Program = {
    ...opened,
    shops: [...opened.shops, stockShopKind],
    accountings: Object.values(kinds) as unknown as readonly AccountingKind[],
    clock,
    sleep: async (ms) => {
      now += ms
    },
  }
  const profile = '1' as ProfileId
  await addProfile(program, profile, { openCart, stockShop, server }, options)
  return {
    ...side,
    ...{ program, profile, server, openCart, stockShop },
    advance: (ms) => {
      now += ms
    },
    import: async () => withParts(program, await profileOf(program, profile), parts, (run) => importOrders(run)),
    export: async () =>
      withParts(program, await profileOf(program, profile), parts, (run) => exportStock(run, { whole: false })),
    set: async (part, values) => {
      const { settings } = await profileOf(program, profile)
      const merged = { ...settings[part], ...values }
      await program.store.profiles.saveSettings(profile, part, merged, 'test', instantOf(now))
    },
    entry: async (number) => {
      const entry = await program.store.inbox.find(profile, String(number))
      if (entry === null) throw new Error(`no order ${number} in the inbox`)
      return entry
    },
    log: async () => (await program.store.log.page({ profile, level: 'normal', limit: 1000 })).toReversed(),
    stop: async () => {
      await program.store.close()
      for (const each of [openCart, stockShop, server]) await each.stop()
      rmSync(data, { recursive: true, force: true })
      remove()
    },
  }
}

const localFolder = 'C:\\SnelStart\\Administraties'

async function localKinds(
  { side, state, folder }: Awaited<ReturnType<typeof startGatewaySide>>,
  { host, port, user, password }: SqlServer,
) {
  const { command, args } = await standInGateway({ state, faults: side.faultsFile })
  const between = fileURLToPath(new URL('./local-db.ts', import.meta.url))
  const file = win32.join(localFolder, `${administrationName}.mdf`)
  const to = [`${host},${port}`, user, password, file, administrationName]
  const S_CONNECT_GATEWAY = JSON.stringify([process.execPath, between, ...to, command, ...args])
  return desktopKinds({ platform: 'linux', env: { S_CONNECT_GATEWAY }, bridge: '', data: folder })
}

type FarSides = { readonly openCart: OpenCartFake; readonly stockShop: StockShop; readonly server: SqlServer }

async function addProfile(
  program: Program,
  id: ProfileId,
  { openCart, stockShop, server }: FarSides,
  { product = 'order', settings = {}, mdb, local, inShop }: WholeOptions,
): Promise<void> {
  const createdAt = instantOf(program.clock())
  const takesStock = inShop !== undefined
  const sql = { server: `${server.host},${server.port}`, administration: administrationName, sqlUser: server.user }
  const usual: ProfileSettings = {
    general: { startAt: '2026-01-01T00:00:00Z' },
    shop: takesStock ? { url: stockShop.url } : { transport: 'none', shopUrl: openCart.url },
    accounting:
      mdb ?? (local ? { folder: localFolder, administration: administrationName } : { ...sql, encryption: 'off' }),
    sales: { salesTemplate: 'Webshop (incl. btw)', shippingArticle: 'kostensoort1' },
    articles: { revenueGroup: '1', revenueGroupLow: '2' },
    customers: {},
    bookkeeping: {},
  }
  await program.store.profiles.add({
    id,
    description: '',
    shopKind: takesStock ? 'stock-shop' : 'opencart',
    accountingKind: mdb === undefined ? (local ? 'snelstart-local' : 'snelstart-sql') : 'snelstart-mdb',
    product,
    settings: Object.fromEntries(
      Object.entries(usual).map(([part, values]) => [part, { ...values, ...settings[part as SettingsPart] }]),
    ) as ProfileSettings,
    createdAt,
  })
  const secrets = {
    ...(mdb === undefined && local === undefined ? { 'accounting.sqlPassword': server.password } : {}),
    ...(takesStock ? {} : { 'memory.endpointUrl': openCart.memory.endpointUrl, 'memory.key': openCart.memory.key }),
  }
  for (const [name, value] of Object.entries(secrets)) await program.store.secrets.set(id, name, value, createdAt)
}
