// Reads what stock is worked out from: the orders that are under way, and the free stock of every article that has stock.
import type { ArticleStock } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection } from '../accounting.ts'
import type { Client } from './client.ts'
import { fromNumber } from './from-article.ts'
import { fromOpenVerkooporder, openStatuses } from './from-open-order.ts'
import { type ListQuery, readPages } from './lists.ts'
import { anyOf, type Condition, equalsText, equalsTrue } from './odata.ts'
import { artikelVoorraad, openVerkooporder } from './wire.ts'

type StockCalls = Pick<AccountingConnection, 'readOpenOrders' | 'readStock'>

export function stockCalls(client: Client): StockCalls {
  const openOnly = anyOf(...openStatuses.map((status) => equalsText('ProcesStatus', status)))
  return {
    readOpenOrders: async function* (signal) {
      for await (const rows of filtered(openOnly, 'Nummer', (query) =>
        readPages(client, '/verkooporders', openVerkooporder, query, signal),
      ))
        yield rows.flatMap((order) => fromOpenVerkooporder(order) ?? [])
    },

    // Whole each time: a movement of stock is not known to move `modifiedOn` (decision 0012).
    readStock: async function* (signal) {
      for await (const rows of filtered(equalsTrue('VoorraadControle'), 'Artikelcode', (query) =>
        readPages(client, '/artikelen', artikelVoorraad, query, signal),
      ))
        yield rows.flatMap(toStock)
    },
  }
}

/** The rows that `filter` leaves; all rows where SnelStart refuses such a filter, which nobody is known to have sent. Every row is
 *  looked at again by the caller. */
async function* filtered<Row>(
  filter: Condition,
  orderBy: string,
  read: (query: ListQuery) => AsyncIterable<readonly Row[]>,
): AsyncIterable<readonly Row[]> {
  let begun = false
  try {
    for await (const rows of read({ filter, orderBy })) {
      begun = true
      yield rows
    }
  } catch (error) {
    if (begun || !(error instanceof Refused)) throw error
    yield* read({ filter: null, orderBy })
  }
}

function toStock(artikel: {
  id: string
  isNonActief?: boolean | null | undefined
  voorraadControle?: boolean | null | undefined
  vrijeVoorraad?: number | null | undefined
}): readonly ArticleStock[] {
  const freeStock = fromNumber(artikel.vrijeVoorraad)
  if (artikel.voorraadControle !== true || artikel.isNonActief === true || freeStock === null) return []
  return [{ id: artikel.id as RemoteId, freeStock }]
}
