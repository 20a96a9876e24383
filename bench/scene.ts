// What the benches import: the same invented orders every time, an administration that knows most of their customers and
// articles, and a profile between the two. Nothing here measures.
import {
  generateSeed,
  productionLimits,
  type Seed,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../src/accounting/snelstart-online/fake.ts'
import type { Instant, ProfileId } from '../src/core/ids.ts'
import { type Program, profileOf } from '../src/runs/program.ts'
import { type FakeOrder, generateOrder, type OpenCartFake, startOpenCartFake } from '../src/shops/opencart/fake.ts'
import type { Profile, ProfileSettings } from '../src/store/store.ts'

type SeedRecord = NonNullable<Seed['relaties']>[number]

const knownCustomers = 300
// The first few of the shop's catalogue are the demo's own, with VAT rates of their own.
const firstArticle = 100
const knownArticles = 500

/** 'mixed': 30 % of the orders are of a new customer, 5 % bring a new article. 'known': all customers and articles are known. */
export type Mix = 'mixed' | 'known'

const hasNewCustomer = (n: number): boolean => [1, 4, 7].includes(n % 10)
const hasNewArticle = (n: number): boolean => n % 20 === 10

/** Is everything about order `n` of the mix known beforehand? */
export const isKnown = (n: number): boolean => !hasNewCustomer(n) && !hasNewArticle(n)

const personOf = (customer: number) => generateOrder(0, { customer: () => customer }).person

function benchOrder(n: number, mix: Mix): FakeOrder {
  const isNew = mix === 'mixed' && hasNewCustomer(n)
  const bringsArticle = mix === 'mixed' && hasNewArticle(n)
  return generateOrder(n, {
    customer: () => (isNew ? 100_000 + n : n % knownCustomers),
    article: (index) => (bringsArticle && index === n ? 5_000 + n : firstArticle + (index % knownArticles)),
  })
}

/** Orders 1 … `count`, oldest first. */
export const benchOrders = (count: number, mix: Mix): readonly FakeOrder[] =>
  Array.from({ length: count }, (_, index) => benchOrder(index + 1, mix))

/** Changed one after the other, long ago: what lies within the mirror's overlap is read again at every refresh. */
const changedLongAgo = (record: SeedRecord, index: number): SeedRecord => ({
  ...record,
  modifiedOn: new Date(Date.UTC(2025, 0, 1, 0, index * 10)).toISOString().replace('Z', ''),
})

/** The known ones among 5 000 other customers and 2 000 other articles. */
function benchSeed(): Seed {
  const others = generateSeed({ customers: 5_000, articles: 2_000 })
  const customers = Array.from({ length: knownCustomers }, (_, number) => {
    const { firstName, lastName, email, street, postcode, city } = personOf(number)
    const vestigingsAdres = { straat: street, postcode, plaats: city, land: 'NL' }
    return {
      ...{ relatiesoort: ['Klant'], relatiecode: 50_000 + number },
      ...{ naam: `${firstName} ${lastName}`, email, vestigingsAdres },
    }
  })
  const articles = Array.from({ length: knownArticles }, (_, index) => {
    const number = firstArticle + index
    return {
      ...{ artikelcode: `ART-${String(number).padStart(4, '0')}`, omschrijving: `Artikel ${number}` },
      ...{ artikelOmzetgroep: number % 4 === 0 ? 2 : 1, verkoopprijs: '9.00' },
    }
  })
  const shipping = { artikelcode: 'VERZ', omschrijving: 'Verzendkosten', artikelOmzetgroep: 8, verkoopprijs: '6.00' }
  return {
    relaties: [...(others.relaties ?? []), ...customers].map(changedLongAgo),
    artikelen: [...(others.artikelen ?? []), ...articles, shipping].map(changedLongAgo),
  }
}

export type BenchScene = { readonly shop: OpenCartFake; readonly simulator: Simulator }

export async function startBenchScene(
  orders: readonly FakeOrder[],
  options: Pick<SimulatorOptions, 'latencyMs' | 'limits'> = {},
): Promise<BenchScene> {
  return {
    shop: await startOpenCartFake({ orders }),
    simulator: await startSimulator({ ...options, seed: benchSeed() }),
  }
}

export const stopBenchScene = async ({ shop, simulator }: BenchScene): Promise<void> => {
  await shop.stop()
  await simulator.stop()
}

/** All that another process needs to import from the scene. */
export type BenchProfile = {
  readonly settings: ProfileSettings
  readonly secrets: Readonly<Record<string, string>>
}

/** The limits that our own limiter keeps: SnelStart's real ones, or so many that it never waits. */
export const realLimits = productionLimits
const noLimits = { perMinute: 100_000, perHour: 1_000_000 }

export function benchProfile({ shop, simulator }: BenchScene, limits: 'real' | 'none'): BenchProfile {
  const { perMinute, perHour } = limits === 'real' ? realLimits : noLimits
  return {
    settings: {
      general: { startAt: '2026-01-01T00:00:00Z' },
      shop: { transport: 'none', shopUrl: shop.url },
      accounting: {
        ...{ apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
        ...{ perMinute, perHour, leaveRoomPercent: 0 },
      },
      sales: { salesTemplate: 'Factuur inclusief btw', shippingArticle: 'VERZ' },
      articles: { revenueGroup: '1', revenueGroupLow: '2', articleHandling: 'add' },
      customers: { customerHandling: 'add' },
      bookkeeping: {},
    },
    secrets: {
      'accounting.clientKey': simulator.clientKey,
      'accounting.subscriptionKeyPrimary': simulator.subscriptionKeys.primary,
      'memory.endpointUrl': shop.memory.endpointUrl,
      'memory.key': shop.memory.key,
    },
  }
}

const id = '1' as ProfileId

/** The profile in this data folder; made where it is not there yet. */
export async function openProfile(program: Program, { settings, secrets }: BenchProfile): Promise<Profile> {
  if ((await program.store.profiles.get(id)) === null) {
    const createdAt = new Date(program.clock()).toISOString() as Instant
    const kinds = { shopKind: 'opencart', accountingKind: 'snelstart-online', product: 'order' as const }
    await program.store.profiles.add({ id, description: '', ...kinds, settings, createdAt })
    for (const [name, value] of Object.entries(secrets)) await program.store.secrets.set(id, name, value, createdAt)
  }
  return profileOf(program, id)
}
