// A whole program with a shop that takes stock: SQLite, the SnelStart simulator, the stand-in shop, one profile between them (or
// more, on the same administration), and a clock that goes on when it is told.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Seed, type Simulator, startSimulator } from '../../src/accounting/snelstart-online/fake.ts'
import type { ProfileId } from '../../src/core/ids.ts'
import type { StockPlan } from '../../src/core/stock/decide-stock.ts'
import { openProgram } from '../../src/main.ts'
import { instantOf, usualTuning } from '../../src/runs/context.ts'
import { type ExportResult, exportStock } from '../../src/runs/export-stock.ts'
import { importOrders } from '../../src/runs/import-orders.ts'
import { previewStock } from '../../src/runs/preview-stock.ts'
import { type OpenParts, type Program, profileOf, withParts } from '../../src/runs/program.ts'
import type { LogEntry } from '../../src/store/store.ts'
import { type StockShop, startStockShop, stockShopKind } from './stock-shop.ts'

type Values = Readonly<Record<string, unknown>>

export type StockScene = {
  readonly folder: string
  readonly program: Program
  readonly profile: ProfileId
  readonly shop: StockShop
  readonly simulator: Simulator
  readonly clock: { readonly now: () => number; readonly advance: (ms: number) => void }
  readonly export: (options?: { whole?: boolean } & Partial<OpenParts>) => Promise<ExportResult>
  readonly import: () => Promise<unknown>
  readonly preview: (options?: { whole: boolean }) => Promise<StockPlan>
  /** Another profile on the same administration, with a shop of its own. */
  readonly addShop: (
    id: string,
    stock: Readonly<Record<string, number>>,
  ) => Promise<{ shop: StockShop; profile: ProfileId }>
  readonly importOf: (profile: ProfileId) => Promise<unknown>
  /** What a person does in SnelStart. */
  readonly typeIn: (seed: Seed) => Promise<void>
  /** A packing slip of the order with this payment reference. */
  readonly print: (reference: string) => Promise<void>
  readonly log: () => Promise<readonly LogEntry[]>
  readonly stop: () => Promise<void>
}

export type StockSceneOptions = {
  /** Code to free stock, in SnelStart and at first in the shop too. */
  readonly stock?: Readonly<Record<string, number>>
  /** Code to quantity in the shop, where that differs. */
  readonly inShop?: Readonly<Record<string, number>>
  readonly seed?: Seed
  readonly articles?: Values
  readonly sales?: Values
  readonly realClock?: true
}

export const usualStock = { 'ART-1': 10, 'ART-2': 20, 'ART-3': 30 }

const stockSeed = (stock: Readonly<Record<string, number>>): Seed => ({
  companyInfo: { verkooporderVoorraadVanafNiveau: 'PakbonEnAfhaalbon' },
  artikelen: Object.entries(stock).map(([artikelcode, vrijeVoorraad]) => ({
    artikelcode,
    omschrijving: `Artikel ${artikelcode}`,
    artikelOmzetgroep: 1,
    verkoopprijs: '10.00',
    voorraadControle: true,
    technischeVoorraad: vrijeVoorraad,
    vrijeVoorraad,
  })),
})

export async function startStockScene(options: StockSceneOptions = {}): Promise<StockScene> {
  const { stock = usualStock, inShop = {}, seed = {} } = options
  const folder = mkdtempSync(join(tmpdir(), 'sc-stock-'))
  let time = options.realClock ? 0 : Date.UTC(2026, 2, 14, 12)
  const clock: StockScene['clock'] = {
    now: () => (options.realClock ? Date.now() : time),
    advance: (ms) => {
      time += ms
    },
  }
  const usual = stockSeed(stock)
  const simulator = await startSimulator({
    seed: { ...usual, ...seed, artikelen: [...(usual.artikelen ?? []), ...(seed.artikelen ?? [])] },
    clock: clock.now,
  })
  const shop = await startStockShop({ stock: { ...stock, ...inShop }, clock: clock.now })
  const others: StockShop[] = []
  const opened = openProgram(folder, { keySource: 'file' })
  const program: Program = {
    ...opened,
    shops: [...opened.shops, stockShopKind],
    clock: clock.now,
    sleep: async (ms) => clock.advance(ms),
  }
  const addProfile = async (id: ProfileId, url: string): Promise<void> => {
    const createdAt = instantOf(clock.now())
    await program.store.profiles.add({
      id,
      description: `Winkel ${id}`,
      shopKind: 'stock-shop',
      accountingKind: 'snelstart-online',
      product: 'order',
      settings: {
        general: { startAt: '2026-01-01T00:00:00Z' },
        shop: { url },
        accounting: { apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
        sales: { salesTemplate: 'Factuur inclusief btw', ...options.sales },
        articles: { revenueGroup: '1', ...options.articles },
        customers: {},
        bookkeeping: {},
      },
      createdAt,
    })
    const { clientKey, subscriptionKeys } = simulator
    await program.store.secrets.set(id, 'accounting.clientKey', clientKey, createdAt)
    await program.store.secrets.set(id, 'accounting.subscriptionKeyPrimary', subscriptionKeys.primary, createdAt)
  }
  const profile = '1' as ProfileId
  await addProfile(profile, shop.url)
  const parts: OpenParts = {
    signal: new AbortController().signal,
    progress: () => {},
    at: () => {},
    tuning: { ...usualTuning, doubtSettlesMs: 0 },
  }
  const typeIn: StockScene['typeIn'] = async (more) => {
    const answer = await fetch(`${simulator.url}/_simulator/seed`, { method: 'POST', body: JSON.stringify(more) })
    if (!answer.ok) throw new Error(await answer.text())
  }
  const importOf = async (id: ProfileId) =>
    withParts(program, await profileOf(program, id), parts, (run) => importOrders(run))
  return {
    folder,
    program,
    profile,
    shop,
    simulator,
    clock,
    export: async ({ whole = false, ...more } = {}) =>
      withParts(program, await profileOf(program, profile), { ...parts, ...more }, (run) =>
        exportStock(run, { whole }),
      ),
    import: () => importOf(profile),
    importOf,
    preview: async (given) =>
      withParts(program, await profileOf(program, profile), parts, (run) => previewStock(run, given)),
    addShop: async (id, own) => {
      const other = await startStockShop({ stock: own, clock: clock.now })
      others.push(other)
      await addProfile(id as ProfileId, other.url)
      return { shop: other, profile: id as ProfileId }
    },
    typeIn,
    print: async (reference) => {
      const order = simulator.state().verkooporders.find(({ betalingskenmerk }) => betalingskenmerk === reference)
      await typeIn({ verkooporders: [{ nummer: order?.nummer ?? 0, procesStatus: 'Pakbon' }] })
    },
    log: async () => (await program.store.log.page({ profile, level: 'normal', limit: 1000 })).toReversed(),
    stop: async () => {
      await program.store.close()
      for (const one of [shop, ...others]) await one.stop()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
