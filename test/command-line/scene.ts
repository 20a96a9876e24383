// A shop and a SnelStart in the test's own process, and a data folder that the program itself fills through its commands.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Seed, type Simulator, startSimulator } from '../../src/accounting/snelstart-online/fake.ts'
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { instantOf } from '../../src/runs/context.ts'
import { demoOrders, type OpenCartFake, startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import { type Ended, type RunOptions, runProgram } from './spawn-program.ts'

export type CommandScene = {
  readonly folder: string
  readonly shop: OpenCartFake
  readonly simulator: Simulator
  /** Runs a command on the scene's data folder. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>
}

/** A folder of its own, gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sc-command-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const articles = ['ART-0001', 'ART-0002', 'ART-0003', 'VERZ', 'KORTING', 'BETAAL', 'BON']
const vatGroups: Readonly<Record<string, number>> = { 'ART-0002': 2, VERZ: 8, BETAAL: 8, BON: 3 }

const usualSeed: Seed = {
  artikelen: articles.map((artikelcode) => ({
    artikelcode,
    omschrijving: artikelcode,
    artikelOmzetgroep: vatGroups[artikelcode] ?? 1,
  })),
}

/** A profile that is filled in and can import; `orders` are the demo's numbers, all of them unless told otherwise. */
export async function startCommandScene(
  options: { seed?: Seed; orders?: readonly number[] } = {},
): Promise<CommandScene> {
  const folder = newFolder()
  const orders = demoOrders().filter(({ id }) => options.orders?.includes(id) ?? true)
  const shop = await startOpenCartFake({ orders })
  const simulator = await startSimulator({ seed: { ...usualSeed, ...options.seed } })
  onTestFinished(async () => {
    await shop.stop()
    await simulator.stop()
  })
  await fill(folder, shop, simulator)
  return { folder, shop, simulator, run: (args, more) => runProgram(args, { folder, ...more }) }
}

/** Straight into the store, because each command costs a process; that the commands fill it is tested by itself. */
async function fill(folder: string, shop: OpenCartFake, simulator: Simulator): Promise<void> {
  const { store, clock } = openProgram(folder, { keySource: 'file' })
  const id = '1' as ProfileId
  const at = instantOf(clock())
  const parts = { shopKind: 'opencart', accountingKind: 'snelstart-online', product: 'order' } as const
  const settings = {
    general: { startAt: '2026-03-01T00:00:00Z' },
    shop: { transport: 'none', shopUrl: shop.url },
    accounting: { apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
    sales: { salesTemplate: 'Factuur inclusief btw', shippingArticle: 'VERZ', paymentArticle: 'BETAAL' },
    articles: { revenueGroup: '1', revenueGroupLow: '2', revenueGroupNone: '3' },
    customers: {},
    bookkeeping: {},
  }
  await store.profiles.add({ ...parts, id, description: '', settings, createdAt: at })
  const secrets = {
    'accounting.clientKey': simulator.clientKey,
    'accounting.subscriptionKeyPrimary': simulator.subscriptionKeys.primary,
    'memory.endpointUrl': shop.memory.endpointUrl,
    'memory.key': shop.memory.key,
  }
  for (const [name, value] of Object.entries(secrets)) await store.secrets.set(id, name, value, at)
  await store.close()
}
