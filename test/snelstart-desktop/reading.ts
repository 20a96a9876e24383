// Everything that can be asked of a database, put together as the adapter does it but without writing.
import type { AccountingEnvironment } from '../../src/accounting/accounting.ts'
import { articleReading } from '../../src/accounting/snelstart-desktop/articles.ts'
import { createCountryList } from '../../src/accounting/snelstart-desktop/countries.ts'
import { customerReading } from '../../src/accounting/snelstart-desktop/customers.ts'
import type { Database } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { entryReading } from '../../src/accounting/snelstart-desktop/entries.ts'
import { orderReading } from '../../src/accounting/snelstart-desktop/orders.ts'
import { readLists } from '../../src/accounting/snelstart-desktop/read-lists.ts'
import { createReader } from '../../src/accounting/snelstart-desktop/reader.ts'
import { stockReading } from '../../src/accounting/snelstart-desktop/stock.ts'
import type { RemoteId } from '../../src/core/ids.ts'

export const never = new AbortController().signal
export const names = { id: 'sql:server/Demo BV' as RemoteId, name: 'De database' }

type Options = { readonly clock?: () => number; readonly log?: AccountingEnvironment['log'] }

export function readingOf(database: Database, { clock = () => 0, log = () => {} }: Options = {}) {
  const reader = createReader(database, log)
  const countries = createCountryList(reader)
  const lists = (signal: AbortSignal) => readLists(reader, names, signal)
  return {
    reader,
    readLists: lists,
    ...customerReading(reader, countries, clock),
    ...articleReading(reader, clock),
    ...orderReading(reader, countries, lists),
    ...entryReading(reader),
    ...stockReading(reader),
  }
}

export const gather = async <Item>(pages: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> =>
  (await Array.fromAsync(pages)).flat()
