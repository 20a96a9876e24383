// Writes sales orders and finds them back: by payment reference, or among the orders of a customer.
import type { SalesOrderSummary } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import { beforeWriting, type Client } from './client.ts'
import type { CountryList } from './countries.ts'
import { fromVerkooporder, fromWrittenOrder } from './from-sales-order.ts'
import { readAll, readPages } from './lists.ts'
import { equalsId, equalsText, fromDateTime } from './odata.ts'
import { needsCountries, toVerkooporder } from './to-sales-order.ts'
import { type Verkooporder, verkooporder } from './wire.ts'

type SalesOrderCalls = Pick<
  AccountingConnection,
  'findSalesOrders' | 'findSalesOrdersOfCustomer' | 'findLastTemplate' | 'createSalesOrder'
>

const path = '/verkooporders'
const fallbackDays = 14
const dayMs = 86_400_000

export function salesOrderCalls(
  client: Client,
  countries: CountryList,
  { clock, log }: Pick<AccountingEnvironment, 'clock' | 'log'>,
): SalesOrderCalls {
  // No public client filters on the payment reference (reference A5); refused once, it is not tried again.
  let filterRefused = false

  const readRecent = async (signal: AbortSignal): Promise<readonly Verkooporder[]> => {
    // SnelStart's times are wall clock times without a zone; two weeks do not need to be exact.
    const since = new Date(clock() - fallbackDays * dayMs).toISOString().replace('Z', '')
    return readAll(client, path, verkooporder, fromDateTime('ModifiedOn', since), signal)
  }

  const readByReference = async (reference: string, signal: AbortSignal): Promise<readonly Verkooporder[]> => {
    if (filterRefused) return readRecent(signal)
    try {
      return await readAll(client, path, verkooporder, equalsText('Betalingskenmerk', reference), signal)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      filterRefused = true
      log('normal', 'snelstart.referenceFilterRefused', { days: String(fallbackDays) })
      return readRecent(signal)
    }
  }

  return {
    findSalesOrders: async (reference, signal) =>
      (await readByReference(reference, signal))
        .filter(({ betalingskenmerk }) => betalingskenmerk?.trim() === reference.trim())
        .map(fromVerkooporder),

    findSalesOrdersOfCustomer: (customerId, signal) => readNewest(client, customerId, 500, signal),

    findLastTemplate: async (customerId, signal) => {
      const orders = await readNewest(client, customerId, 25, signal)
      return orders.toSorted(newestFirst).find(({ templateId }) => templateId !== null)?.templateId ?? null
    },

    createSalesOrder: async (customerId, document, articleIds, signal) => {
      const known = needsCountries(document) ? await beforeWriting(countries.get(signal)) : noCountries
      const body = toVerkooporder(customerId, document, articleIds, known)
      return fromWrittenOrder(await client.write('POST', path, body, verkooporder, signal))
    },
  }
}

const noCountries = { idOf: () => null, codeOf: () => null }

/** The newest orders of a customer: the first page is enough where it is surely in falling order, for a customer that
 *  stands for all webshop customers has tens of thousands. */
async function readNewest(
  client: Client,
  customerId: RemoteId,
  pageSize: number,
  signal: AbortSignal,
): Promise<readonly SalesOrderSummary[]> {
  const newest = { filter: equalsId('Relatie/Id', customerId), orderBy: 'Nummer desc', pageSize }
  const orders: SalesOrderSummary[] = []
  for await (const rows of readPages(client, path, verkooporder, newest, signal)) {
    orders.push(...rows.filter(({ relatie }) => relatie?.id === customerId).map(fromVerkooporder))
    if (orders.length === rows.length && isFalling(rows.map(({ nummer }) => nummer ?? 0))) break
  }
  return orders
}

const isFalling = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number < numbers[index - 1]!)

const newestFirst = (a: SalesOrderSummary, b: SalesOrderSummary): number =>
  b.date.localeCompare(a.date) || Number(b.number) - Number(a.number)
