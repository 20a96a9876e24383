// What the totals of orders hang on besides their own lines: templates, cost types, revenue groups, VAT rates. Small and read
// once; read again where an order names a template or a group that was not there yet.
import type { RemoteId } from '../../core/ids.ts'
import { zero } from '../../core/money.ts'
import { findAmountsWay } from './amounts-way.ts'
import { decimalOf, idOf, integerOf, textOf } from './cells.ts'
import { vatKindOf } from './from-lists.ts'
import type { CostType, OrderFacts, OrderLists } from './from-order.ts'
import { readWhole } from './read-lists.ts'
import type { Reader } from './reader.ts'

export type OrderFactsKeeper = {
  /** Those that know these templates and groups, if SnelStart does. */
  readonly get: (
    needs: { readonly templates: Iterable<RemoteId>; readonly groups: Iterable<RemoteId> },
    signal: AbortSignal,
  ) => Promise<OrderFacts>
}

export function keepOrderFacts(
  reader: Reader,
  readLists: (signal: AbortSignal) => Promise<OrderLists>,
): OrderFactsKeeper {
  let known: OrderFacts | null = null
  const read = async (signal: AbortSignal): Promise<OrderFacts> => {
    const { company, templates, revenueGroups, vatRates } = await readLists(signal)
    const costTypes = await readCostTypes(reader, signal)
    const facts: OrderFacts = { company, templates, revenueGroups, vatRates, costTypes, amountsWay: 'incl' }
    known = { ...facts, amountsWay: await findAmountsWay(reader, facts, signal) }
    return known
  }
  return {
    get: async (needs, signal) => {
      const facts = known ?? (await read(signal))
      const knows = (all: readonly { id: RemoteId }[], ids: Iterable<RemoteId>): boolean =>
        [...ids].every((id) => all.some((one) => one.id === id))
      const isEnough = knows(facts.templates, needs.templates) && knows(facts.revenueGroups, needs.groups)
      return isEnough ? facts : read(signal)
    },
  }
}

export async function readCostTypes(reader: Reader, signal: AbortSignal): Promise<readonly CostType[]> {
  return (await readWhole(reader, 'costTypes', signal)).map((row) => ({
    templateId: idOf(row, 'fldOrderSjabloonVerkoopID'),
    number: integerOf(row, 'fldVolgnummer') ?? 0,
    name: textOf(row, 'fldOmschrijving'),
    defaultAmount: decimalOf(row, 'fldStandaardBedrag') ?? zero,
    vatKind: vatKindOf(integerOf(row, 'fldBtwSoort')),
  }))
}
