// Any mixture of faults, in any order, with several orders of the same people and new articles side by side: once the
// remotes behave again, every order, customer and article is there exactly once, to the cent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import type { Fault } from '../accounting/snelstart-online/fake.ts'
import type { FakeOrder } from '../shops/opencart/fake.ts'

const seed = { artikelen: [seedArticle('ART-0001', 'Oude mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
const people = ['Anna', 'Bram', 'Carla', 'Dirk']
const orderCount = 12

const orders: readonly FakeOrder[] = Array.from({ length: orderCount }, (_, index) =>
  mugOrder(index + 1, guest(people[index % people.length] ?? ''), {
    lines: [
      { article: 1, quantity: 1 },
      { article: 5 + (index % 3), quantity: 2 },
    ],
  }),
)

const actions: readonly Fault['action'][] = [
  { cutBefore: true },
  { cutAfterCommit: true },
  { halfAnswer: true },
  { garbage: true, commit: true },
  { status: 500 },
  { status: 502, commit: true },
  { status: 429, headers: { 'Retry-After': '2' } },
  { expireToken: true },
]
const calls = [
  'PUT /v2/relaties',
  'PUT /v2/artikelen',
  'POST /v2/relaties',
  'POST /v2/artikelen',
  'POST /v2/verkooporders',
  'GET /v2/relaties',
  'GET /v2/verkooporders',
]

const fault: fc.Arbitrary<Fault> = fc
  .record({
    call: fc.constantFrom(...calls),
    action: fc.constantFrom(...actions),
    nth: fc.integer({ min: 1, max: 6 }),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ call, action, nth, times }) => {
    const [method = '', path = ''] = call.split(' ')
    return { match: { method, path }, action, nth, times }
  })

/** What each remote record is told by, with how often it is there. */
function countsOf({ simulator }: Scene) {
  const { verkooporders, relaties, artikelen } = simulator.state()
  const count = (keys: readonly unknown[]) =>
    Object.fromEntries(
      Map.groupBy(keys, String)
        .entries()
        .map(([key, all]) => [key, all.length]),
    )
  return {
    orders: count(verkooporders.map((order) => order.betalingskenmerk)),
    customers: count(relaties.filter(({ email }) => email).map(({ naam }) => naam)),
    articles: count(artikelen.map(({ artikelcode }) => artikelcode).filter((code) => code?.startsWith('ART-'))),
  }
}
const once = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, 1]))

type Manner = { readonly ordersAtOnce: number; readonly handling: 'add' | 'addAndUpdate'; readonly unique: boolean }
const manner: fc.Arbitrary<Manner> = fc.record({
  ordersAtOnce: fc.constantFrom(1, 4),
  handling: fc.constantFrom('add', 'addAndUpdate'),
  unique: fc.boolean(),
})

async function importThrough(scene: Scene): Promise<void> {
  for (let run = 0; run < 3; run++) {
    await scene.import()
    // The second run comes before what is in doubt can be called absent.
    scene.clock.advance(run === 0 ? 30_000 : 3 * 60_000)
  }
  scene.simulator.clearFaults()
  for (let run = 0; run < 2; run++) {
    scene.clock.advance(3 * 60_000)
    await scene.import()
  }
}

async function expectAllOnce(scene: Scene): Promise<void> {
  expect(countsOf(scene)).toEqual({
    orders: once(orders.map((order) => String(order.id))),
    customers: once(people.map((name) => `${name} Jansen`)),
    articles: once(['ART-0001', 'ART-0005', 'ART-0006', 'ART-0007']),
  })
  for (const entry of await scene.entries()) {
    expect([entry.number, entry.state, entry.problem]).toEqual([entry.number, 'done', null])
    expect(scene.made(entry.number)).toMatchObject([{ totaalInclusiefBtw: Number(entry.totalIncl) }])
  }
}

test('BEY-1 whatever goes wrong, and however often, in the end everything is made exactly once', async () => {
  const faultsInARow = fc.array(fault, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(faultsInARow, manner, async (faults, { ordersAtOnce, handling, unique }) => {
      const scene = await startScene({
        orders,
        simulator: { seed, faults },
        tuning: { ordersAtOnce },
        settings: {
          sales: { paymentReferenceUnique: unique },
          articles: { articleHandling: handling },
          customers: { customerHandling: handling },
        },
      })
      try {
        await importThrough(scene)
        await expectAllOnce(scene)
      } finally {
        await scene.stop()
      }
    }),
    { numRuns: 20, seed: 2026 },
  )
}, 120_000)
