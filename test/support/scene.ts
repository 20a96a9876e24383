// A whole program for tests: SQLite in a folder of its own, the SnelStart simulator, the fake shop (or another), a profile
// between them and a clock that stands still until it is told to go on. Everything real but the two remotes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountingConnection } from '../../src/accounting/accounting.ts'
import {
  type Fault,
  type Seed,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/accounting/snelstart-online/fake.ts'
import type { Choices } from '../../src/core/choices.ts'
import type { ProfileId, ShopOrderId } from '../../src/core/ids.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import { openProgram } from '../../src/main.ts'
import { instantOf, type RunTuning, usualTuning } from '../../src/runs/context.ts'
import { type ImportResult, importOrders } from '../../src/runs/import-orders.ts'
import { type Previewed, preview } from '../../src/runs/preview.ts'
import { type OpenParts, type Program, profileOf, withParts } from '../../src/runs/program.ts'
import { type FakeOrder, type OpenCartFake, startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import type { ShopConnection } from '../../src/shops/shop.ts'
import type { InboxEntry, LogEntry, Product, ProfileSettings, SettingsPart, Store } from '../../src/store/store.ts'

type Values = Readonly<Record<string, unknown>>

export type SceneOptions = {
  /** What the orders become; absent: sales orders. */
  readonly product?: Product
  readonly orders?: Iterable<FakeOrder>
  readonly simulator?: Omit<SimulatorOptions, 'clock'>
  /** Over the usual ones, per part. */
  readonly settings?: Partial<Readonly<Record<SettingsPart, Values>>>
  /** Instead of the fake shop; a real one needs `realClock`, because it has its own. `kind`: opencart unless told. */
  readonly realShop?: {
    readonly kind?: string
    readonly settings: Values
    readonly secrets: Readonly<Record<string, string>>
  }
  /** The machine's, for a shop or another process that has no other. */
  readonly realClock?: true
  readonly tuning?: Partial<RunTuning>
  readonly openStore?: (folder: string) => Store
}

type RunOptions = Partial<OpenParts> & {
  readonly read?: boolean
  /** What the shop's orders are turned into on their way in, for what no shop of ours gives. */
  readonly change?: (order: ShopOrder) => ShopOrder
  readonly choices?: Partial<Choices>
  /** What the connection with the administration is turned into, for what Online does not have. */
  readonly administration?: (connection: AccountingConnection) => AccountingConnection
}

export type Scene = {
  readonly folder: string
  readonly program: Program
  readonly profile: ProfileId
  readonly simulator: Simulator
  /** Throws where another shop took its place. */
  readonly shop: OpenCartFake
  readonly clock: { readonly now: () => number; readonly advance: (ms: number) => void }
  readonly import: (options?: RunOptions) => Promise<ImportResult>
  readonly preview: (number?: string) => Promise<readonly Previewed[]>
  readonly set: (part: SettingsPart, values: Values) => Promise<void>
  /** Throws where the inbox has no such order. */
  readonly entry: (number: string | number) => Promise<InboxEntry>
  readonly entries: () => Promise<readonly InboxEntry[]>
  readonly retry: (...numbers: readonly (string | number)[]) => Promise<number>
  readonly dismiss: (number: string | number) => Promise<number>
  /** The log, oldest first. */
  readonly log: () => Promise<readonly LogEntry[]>
  /** 'POST verkooporders' for every call that writes, in order. */
  readonly writes: () => readonly string[]
  /** What somebody types into SnelStart by hand: added, or changed where the code is known. */
  readonly typeIn: (seed: Seed) => Promise<void>
  /** What happens to the next call to `path` (`POST relaties`), once unless told otherwise. */
  readonly fault: (call: string, action: Fault['action'], more?: Pick<Fault, 'nth' | 'times'>) => void
  readonly made: (reference: string | number) => readonly Made[]
  /** The sales entries with this invoice number. */
  readonly booked: (invoiceNumber: string | number) => readonly Booked[]
  readonly stop: () => Promise<void>
}

/** A sales entry in the simulator. */
export type Booked = ReturnType<Simulator['state']>['verkoopboekingen'][number]

/** A sales order in the simulator. */
export type Made = ReturnType<Simulator['state']>['verkooporders'][number]

/** A Saturday noon. */
const start = Date.UTC(2026, 2, 14, 12)

export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'sc-scene-'))
  const clock = options.realClock ? { now: () => Date.now(), advance: () => undefined } : createClock()
  const simulator = await startSimulator({ ...options.simulator, clock: clock.now })
  const shop =
    options.realShop === undefined ? await startOpenCartFake({ orders: options.orders ?? [], clock: clock.now }) : null
  const program = createProgram(folder, clock, options.openStore)
  const profile = '1' as ProfileId
  await addProfile(program, profile, simulator, shop, options)
  const parts: OpenParts = {
    signal: new AbortController().signal,
    progress: () => {},
    at: () => {},
    tuning: { ...usualTuning, ...options.tuning },
  }
  const scene: Scene = {
    folder,
    program,
    profile,
    simulator,
    clock,
    get shop(): OpenCartFake {
      if (shop === null) throw new Error('this scene has a real shop')
      return shop
    },
    import: async ({ read = true, change, choices = {}, administration, ...more } = {}) =>
      withParts(program, await profileOf(program, profile), { ...parts, ...more }, (run) => {
        const turned = {
          shop: changing(run.shop, change),
          accounting: administration?.(run.accounting) ?? run.accounting,
        }
        return importOrders({ ...run, ...turned, choices: { ...run.choices, ...choices } }, { read })
      }),
    preview: async (number) => {
      const shown: Previewed[] = []
      await withParts(program, await profileOf(program, profile), parts, (run) =>
        preview(run, { read: true, number: number ?? null }, (one) => shown.push(one)),
      )
      return shown
    },
    set: async (part, values) => {
      const { settings } = await profileOf(program, profile)
      const merged = { ...settings[part], ...values }
      await program.store.profiles.saveSettings(profile, part, merged, 'test', instantOf(clock.now()))
    },
    entry: async (number) => {
      const entry = await program.store.inbox.find(profile, String(number))
      if (entry === null) throw new Error(`no order ${number} in the inbox`)
      return entry
    },
    entries: () => program.store.inbox.page(profile, { limit: 10_000 }),
    retry: (...numbers) =>
      program.store.inbox.retry(profile, numbers.map(String) as ShopOrderId[], instantOf(clock.now())),
    dismiss: (number) =>
      program.store.inbox.dismiss(profile, [String(number) as ShopOrderId], 'by hand', instantOf(clock.now())),
    log: async () => (await program.store.log.page({ profile, level: 'extended', limit: 10_000 })).toReversed(),
    writes: () =>
      simulator
        .calls()
        .filter(({ kind, method }) => kind === 'api' && method !== 'GET')
        .map(({ method, path }) => `${method} ${path.replace(/^\/v2\//, '').replace(/[/?].*$/, '')}`),
    typeIn: async (seed) => {
      const answer = await fetch(`${simulator.url}/_simulator/seed`, { method: 'POST', body: JSON.stringify(seed) })
      if (!answer.ok) throw new Error(await answer.text())
    },
    fault: (call, action, more = {}) => {
      const [method = '', resource = ''] = call.split(' ')
      simulator.addFault({ match: { method, path: `/v2/${resource}` }, action, ...more })
    },
    made: (reference) =>
      simulator.state().verkooporders.filter((order) => order.betalingskenmerk === String(reference)),
    booked: (invoiceNumber) =>
      simulator.state().verkoopboekingen.filter((entry) => entry.factuurnummer === String(invoiceNumber)),
    stop: async () => {
      await program.store.close()
      await shop?.stop()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return scene
}

function createClock(): Scene['clock'] {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

/** As main.ts puts it together, with the scene's clock: a wait is over at once, and the clock has gone on by it. */
function createProgram(folder: string, clock: Scene['clock'], openStore: SceneOptions['openStore']): Program {
  const program = openProgram(folder, { keySource: 'file' })
  return {
    ...program,
    ...(openStore === undefined ? {} : { store: openStore(folder) }),
    clock: clock.now,
    sleep: async (ms) => clock.advance(ms),
  }
}

const changing = (shop: ShopConnection, change: RunOptions['change'] = (order) => order): ShopConnection => ({
  ...shop,
  readOrders: async function* (from, options) {
    for await (const page of shop.readOrders(from, options))
      yield { ...page, orders: page.orders.map((read) => (read.ok ? { ...read, order: change(read.order) } : read)) }
  },
})

async function addProfile(
  program: Program,
  id: ProfileId,
  simulator: Simulator,
  shop: OpenCartFake | null,
  { product, settings = {}, realShop }: SceneOptions,
): Promise<void> {
  const createdAt = instantOf(program.clock())
  const usual: ProfileSettings = {
    general: { startAt: '2026-01-01T00:00:00Z' },
    shop: realShop?.settings ?? { transport: 'none', shopUrl: shop?.url },
    accounting: { apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
    sales: { salesTemplate: 'Factuur inclusief btw', shippingArticle: 'VERZ' },
    articles: { revenueGroup: '1', revenueGroupLow: '2', revenueGroupNone: '3' },
    customers: {},
    bookkeeping: {
      ledgerMatrix: { 'turnover.high.nl': '8000', 'turnover.low.nl': '8010', 'shipping.high.nl': '8400' },
    },
  }
  await program.store.profiles.add({
    id,
    description: '',
    shopKind: realShop?.kind ?? 'opencart',
    accountingKind: 'snelstart-online',
    product: product ?? 'order',
    settings: Object.fromEntries(
      Object.entries(usual).map(([part, values]) => [part, { ...values, ...settings[part as SettingsPart] }]),
    ) as ProfileSettings,
    createdAt,
  })
  const secrets: Record<string, string> = {
    'accounting.clientKey': simulator.clientKey,
    'accounting.subscriptionKeyPrimary': simulator.subscriptionKeys.primary,
    ...(shop === null ? {} : { 'memory.endpointUrl': shop.memory.endpointUrl, 'memory.key': shop.memory.key }),
    ...realShop?.secrets,
  }
  for (const [name, value] of Object.entries(secrets)) await program.store.secrets.set(id, name, value, createdAt)
}

const nextDoor = { street: 'Dorpsstraat 12', postcode: '1011 AB', city: 'Amsterdam', country: 'NL' as const }

/** A guest that SnelStart does not know unless a test types them in. */
export const guest = (name: string, more: Partial<FakeOrder['person']> = {}): FakeOrder['person'] => ({
  customerId: 0,
  firstName: name,
  lastName: 'Jansen',
  email: `${name.toLowerCase()}@voorbeeld.example`,
  ...nextDoor,
  ...more,
})

/** Order `id` of one mug of € 10,00 and € 6,00 shipping, a minute after the order before it. */
export const mugOrder = (id: number, person: FakeOrder['person'], more: Partial<FakeOrder> = {}): FakeOrder => ({
  id,
  added: `2026-03-02 10:${String(id % 60).padStart(2, '0')}:00`,
  person,
  lines: [{ article: 1, quantity: 1 }],
  shippingExcl: '4.9587',
  ...more,
})

export const seedArticle = (
  artikelcode: string,
  omschrijving: string,
  artikelOmzetgroep: number,
  verkoopprijs = '0',
) => ({
  artikelcode,
  omschrijving,
  artikelOmzetgroep,
  verkoopprijs,
})
