// Writes sales entries (verkoopboekingen) and finds them back. They cannot be listed (reference A11): the invoice that each
// of them yields is asked by its number, and where that is refused, the customer's own entries are looked through.
import type { SalesEntrySummary } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection } from '../accounting.ts'
import type { Client } from './client.ts'
import { fromVerkoopboeking, fromVerkoopfactuur, fromWrittenEntry } from './from-sales-entry.ts'
import { readAll } from './lists.ts'
import { equalsText } from './odata.ts'
import { toVerkoopboeking } from './to-sales-entry.ts'
import { verkoopboeking, verkoopfactuur } from './wire.ts'

type SalesEntryCalls = Pick<AccountingConnection, 'createSalesEntry' | 'findSalesEntry'>

export function salesEntryCalls(client: Client): SalesEntryCalls {
  const findByInvoice = async (number: string, signal: AbortSignal): Promise<SalesEntrySummary | null> => {
    const invoices = await readAll(
      client,
      '/verkoopfacturen',
      verkoopfactuur,
      equalsText('Factuurnummer', number),
      signal,
    )
    return invoices.map(fromVerkoopfactuur).find((entry) => sameNumber(entry.invoiceNumber, number)) ?? null
  }
  const findOfCustomer = async (customerId: RemoteId, number: string, signal: AbortSignal) => {
    const entries = await readAll(client, `/relaties/${customerId}/verkoopboekingen`, verkoopboeking, null, signal)
    return entries.map(fromVerkoopboeking).find((entry) => sameNumber(entry.invoiceNumber, number)) ?? null
  }

  return {
    createSalesEntry: async (customerId, document, signal) =>
      fromWrittenEntry(
        await client.write('POST', '/verkoopboekingen', toVerkoopboeking(customerId, document), verkoopboeking, signal),
      ),

    findSalesEntry: async ({ invoiceNumber, customerId }, signal) => {
      // The invoices need the right to orders, which a key for bookkeeping alone may lack; the customer's entries do not.
      const found = await orRefused(findByInvoice(invoiceNumber, signal))
      if (found instanceof Refused && customerId === null) throw found
      if (found !== null && !(found instanceof Refused)) return found
      return customerId === null ? null : findOfCustomer(customerId, invoiceNumber, signal)
    },
  }
}

async function orRefused<Value>(asked: Promise<Value>): Promise<Value | Refused> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** The filter compares without case and outer spaces, as SnelStart does for uniqueness; compared again the same way. */
const sameNumber = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
