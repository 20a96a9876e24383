// One connection with an administration on the desktop: its database for reading, the helper for writing, put together. Nothing is
// opened or started before it is needed.
import type { AccountingCapabilities, AdministrationLists } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import { articleReading } from './articles.ts'
import { textOf } from './cells.ts'
import { createCountryList } from './countries.ts'
import { customerReading } from './customers.ts'
import type { Database } from './database/database.ts'
import { entryReading } from './entries.ts'
import type { Helper } from './gateway/gateway.ts'
import { createListedNames } from './listed-names.ts'
import { orderReading } from './orders.ts'
import { desktopMessages } from './problems.ts'
import { readLists, readSettings } from './read-lists.ts'
import { createReader, type Reader } from './reader.ts'
import { createSalesJournal } from './sales-journal.ts'
import { stockReading } from './stock.ts'
import { type TestTools, testConnection } from './test-connection.ts'
import { articleWriting } from './write-articles.ts'
import { customerWriting } from './write-customers.ts'
import { salesEntryWriting } from './write-sales-entries.ts'
import { salesOrderWriting } from './write-sales-orders.ts'

const capabilities: AccountingCapabilities = {
  costTypes: true,
  recipeModes: 'all',
  deliveryName: true,
  priceFromAccounting: true,
  markUnread: true,
  textLines: true,
  ledger: true,
}

export type Parts = {
  readonly database: Database
  /** It is asked through the helper, whose calls then count already. */
  readonly readsByHelper: boolean
  readonly helper: Helper
  readonly names: { readonly id: RemoteId; readonly name: string }
  readonly test: Pick<TestTools, 'where' | 'checkSystem' | 'findHelper' | 'opening'>
}

export function connectParts(parts: Parts, environment: AccountingEnvironment): AccountingConnection {
  const { database, helper, names } = parts
  const { clock, sleep, log } = environment
  const reader = createReader(database, log)
  const countries = createCountryList(reader)
  const listed = createListedNames()
  const lists = async (signal: AbortSignal): Promise<AdministrationLists> => {
    const read = await readLists(reader, names, signal)
    countries.use(read.countries)
    listed.use(read)
    return read
  }
  const { customerById, ...customers } = customerReading(reader, countries, clock)
  const { articleById, ...articles } = articleReading(reader, clock)
  const { orderById, ordersNumbered, ...orders } = orderReading(reader, countries, lists)
  const { dayOfEntry, ...entries } = entryReading(reader)
  return {
    capabilities,
    missing: {},
    readLists: lists,
    useLists: (given) => {
      countries.use(given.countries)
      listed.use(given)
    },
    ...customers,
    ...articles,
    ...orders,
    ...entries,
    ...stockReading(reader),
    ...customerWriting({ helper, countries, find: customers.findCustomers, byId: customerById, sleep }),
    ...articleWriting({
      ...{ helper, find: articles.findArticle, byId: articleById, sleep },
      customerCode: async (id, signal) => Number((await customerById(id, signal))?.code ?? 0) || null,
    }),
    ...salesOrderWriting({
      ...{ helper, reader, countries, customerById, templateName: listed.template, sleep },
      ...{ find: orders.findSalesOrders, byId: orderById, numbered: ordersNumbered },
    }),
    ...salesEntryWriting({
      ...{ helper, customerById, find: entries.findSalesEntry, dayOfEntry, sleep },
      ...{ journal: createSalesJournal(reader), accountName: listed.account },
      accounts: async (signal) => (await lists(signal)).ledgerAccounts,
    }),
    test: (signal) => testConnection(toolsOf(parts, reader, customers.readCustomers, lists), signal),
    waits: () => ({
      calls: (parts.readsByHelper ? 0 : database.calls()) + helper.calls(),
      count: 0,
      waitedMs: 0,
      waitingUntilMs: null,
    }),
    close: async () => {
      await Promise.all([database.close(), helper.close()])
    },
  }
}

function toolsOf(
  { database, helper, test }: Parts,
  reader: Reader,
  readCustomers: AccountingConnection['readCustomers'],
  lists: AccountingConnection['readLists'],
): TestTools {
  return {
    ...{ ...test, helper, messages: desktopMessages },
    describe: database.describe,
    lookUpTables: reader.lookUp,
    readAdministration: async (signal) => {
      const { company } = await lists(signal)
      const version = textOf(await readSettings(reader, signal), 'fldVersie')
      let customers = 0
      for await (const page of readCustomers(null, signal)) customers += page.length
      return { name: company.administrationName, version: version === '' ? '?' : version, customers }
    },
  }
}
