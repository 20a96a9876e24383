// How much CPU does deciding one sales entry take, over 10 000 mixed orders, and does each entry balance?
import type { CountryCode } from '../src/core/ids.ts'
import { add, equals, zero } from '../src/core/money.ts'
import { decideSalesEntry } from '../src/core/sales-entry/decide-sales-entry.ts'
import { bookChoices, entryKnown } from '../src/core/sales-entry/testing/administration.ts'
import { type OrderSketch, orderOf } from '../src/core/sales-order/testing/orders.ts'

export type EntriesResult = {
  readonly cpuMsPerOrder: number
  /** Entries whose lines and VAT are not the shop's total, and orders without an entry. */
  readonly unbalanced: number
}

/** Steps of a fixed sequence: the same orders each time. */
function* numbers(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

function mixedOrders(count: number): readonly OrderSketch[] {
  const random = numbers(20261121)
  const below = (limit: number): number => (random.next().value as number) % limit
  return Array.from({ length: count }, (_, index): OrderSketch => {
    const foreign = index % 10 === 9
    const percent = (): string => (foreign ? '0' : (['21', '9', '21', '21'][below(4)] ?? '21'))
    const lines = Array.from({ length: 1 + below(8) }, () => ({
      price: String((1 + below(200_000)) / 1000),
      qty: String(1 + below(5)),
      percent: percent(),
    }))
    const shipping = { kind: 'shipping', amount: '4.95', percent: percent() } as const
    const discount = { kind: 'discount', amount: String(-below(500) / 100), percent: percent() } as const
    const giftCard = { kind: 'giftCard', amount: '-2.5', percent: null } as const
    const charges = [shipping, ...(index % 3 === 0 ? [discount] : []), ...(index % 7 === 0 ? [giftCard] : [])]
    return { priceEntry: index % 2 === 0 ? 'incl' : 'excl', lines, charges }
  })
}

export async function run({ orders = 10_000 }: { readonly orders?: number } = {}): Promise<EntriesResult> {
  const made = mixedOrders(orders).map(orderOf)
  const dutch = entryKnown({})
  const abroad = entryKnown({ known: { customer: { country: 'US' as CountryCode } } })
  const before = process.cpuUsage()
  const decisions = made.map((order, index) => decideSalesEntry(order, bookChoices, index % 10 === 9 ? abroad : dutch))
  const { user, system } = process.cpuUsage(before)
  const unbalanced = decisions.filter((decision, index) => {
    if (decision.kind !== 'plan') return true
    const { lines, vat } = decision.plan.document
    const amounts = [...lines.map(({ amountExcl }) => amountExcl), ...vat.map(({ amount }) => amount)]
    return !equals(amounts.reduce(add, zero), made[index]!.totalIncl)
  }).length
  return { cpuMsPerOrder: Math.round((user + system) / orders) / 1000, unbalanced }
}
