// What the crash test imports, again and again: a few orders that together need every kind of step, and the oracle that
// counts afterwards what the simulator holds.
import { type Seed, type Simulator, startSimulator } from '../../src/accounting/snelstart-online/fake.ts'
import { type FakeOrder, type OpenCartFake, startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import type { Product } from '../../src/store/store.ts'

const known = {
  ...{ customerId: 2, firstName: 'Truus', lastName: 'Bekend', email: 'truus@bekend.example' },
  ...{ street: 'Industrieweg 100', postcode: '2521 CK', city: 'Den Haag', country: 'NL' as const },
}
const fresh = {
  ...{ customerId: 0, firstName: 'Jan', lastName: 'Nieuw', email: 'jan@nieuw.example' },
  ...{ street: 'Dorpsstraat 12', postcode: '1011 AB', city: 'Amsterdam', country: 'NL' as const },
}
const nameless = { ...fresh, firstName: 'Piet', lastName: 'Anders', email: 'piet@anders.example', postcode: '9711 AA' }

const shippingExcl = '4.9587'

/** A known customer whose card is changed, two orders of one new customer, new articles, and one more new customer. */
export const crashOrders = (): readonly FakeOrder[] => [
  { id: 501, added: '2026-03-02 10:00:00', person: known, shippingExcl, lines: [{ article: 1, quantity: 2 }] },
  { id: 502, added: '2026-03-02 10:05:00', person: fresh, shippingExcl, lines: [{ article: 7, quantity: 1 }] },
  {
    id: 503,
    added: '2026-03-02 10:10:00',
    person: fresh,
    shippingExcl,
    lines: [
      { article: 7, quantity: 3 },
      { article: 1, quantity: 1 },
    ],
  },
  { id: 504, added: '2026-03-02 10:15:00', person: nameless, shippingExcl, lines: [{ article: 9, quantity: 1 }] },
]

const seed: Seed = {
  relaties: [
    {
      relatiesoort: ['Klant'],
      relatiecode: 20045,
      naam: 'Truus Bekend',
      email: 'truus@bekend.example',
      vestigingsAdres: { straat: 'Oude straat 1', postcode: '2521 CK', plaats: 'Den Haag', land: 'NL' },
    },
  ],
  artikelen: [
    { artikelcode: 'ART-0001', omschrijving: 'Oude omschrijving', artikelOmzetgroep: 1, verkoopprijs: '9.00' },
    { artikelcode: 'VERZ', omschrijving: 'Verzendkosten', artikelOmzetgroep: 8, verkoopprijs: '6.00' },
  ],
}

export type CrashScene = {
  readonly product: Product
  readonly shop: OpenCartFake
  readonly simulator: Simulator
}

export async function startCrashScene(product: Product): Promise<CrashScene> {
  return {
    product,
    shop: await startOpenCartFake({ orders: crashOrders() }),
    simulator: await startSimulator({ seed }),
  }
}

export type Verdict = { readonly lost: number; readonly doubled: number; readonly wrong: readonly string[] }

const orderNumbers = crashOrders().map((order) => String(order.id))

/** What the orders became, by number: [number, total incl.]. */
export function documentsOf({ simulator, product }: CrashScene): readonly (readonly [string, string])[] {
  const { verkooporders, verkoopboekingen } = simulator.state()
  return product === 'order'
    ? verkooporders.map((order) => [order.betalingskenmerk ?? '', Number(order.totaalInclusiefBtw).toFixed(2)] as const)
    : verkoopboekingen.map((entry) => [entry.factuurnummer ?? '', Number(entry.factuurbedrag).toFixed(2)] as const)
}

/** Counts documents, customers and articles in the simulator: each once, none missing, sums as the shop's. */
export function judge(scene: CrashScene, totals: Readonly<Record<string, string>>): Verdict {
  const { relaties, artikelen } = scene.simulator.state() as unknown as Record<
    string,
    readonly Record<string, unknown>[]
  >
  const documents = documentsOf(scene)
  const counted = {
    order: countBy(
      documents.map(([number]) => ({ number })),
      'number',
    ),
    customer: countBy(
      (relaties ?? []).filter((relation) => String(relation['email'] ?? '') !== ''),
      'email',
    ),
    article: countBy(artikelen ?? [], 'artikelcode'),
  }
  const wanted = {
    order: orderNumbers,
    customer: ['truus@bekend.example', 'jan@nieuw.example', 'piet@anders.example'],
    // A sales entry makes no articles.
    article: ['ART-0001', 'VERZ', ...(scene.product === 'order' ? ['ART-0007', 'ART-0009'] : [])],
  }
  let lost = 0
  let doubled = 0
  const wrong: string[] = []
  for (const kind of ['order', 'customer', 'article'] as const) {
    for (const key of wanted[kind]) if (!counted[kind].has(key)) lost += 1
    for (const [key, count] of counted[kind]) {
      doubled += count - 1
      if (!wanted[kind].includes(key)) wrong.push(`${kind} ${key} was never asked for`)
    }
  }
  for (const [number, total] of documents) {
    if (totals[number] !== undefined && total !== totals[number])
      wrong.push(`order ${number}: ${total} instead of ${totals[number]}`)
  }
  return { lost, doubled, wrong }
}

function countBy(records: readonly Record<string, unknown>[], field: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of records) counts.set(String(record[field]), (counts.get(String(record[field])) ?? 0) + 1)
  return counts
}
