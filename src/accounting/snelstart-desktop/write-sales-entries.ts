// Writes a sales entry through the Gateway as a whole journal entry. Whether SnelStart minds a second entry with the same invoice
// number is not known, so it is looked up first.
import type { Customer, LedgerAccount } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { sum } from '../../core/money.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import type { Helper } from './gateway/gateway.ts'
import type { SalesJournal } from './sales-journal.ts'
import { toRemoteId } from './tables.ts'
import { toEntry } from './to-sales-entry.ts'
import { stillThere } from './write-customers.ts'
import { beforeWriting, callGateway, readBack } from './write-safely.ts'

type SalesEntryWriting = Pick<AccountingConnection, 'createSalesEntry'>

type Deps = {
  readonly helper: Helper
  readonly customerById: (id: RemoteId, signal: AbortSignal) => Promise<Customer | null>
  readonly accounts: (signal: AbortSignal) => Promise<readonly LedgerAccount[]>
  readonly find: AccountingConnection['findSalesEntry']
  /** Of the entry with this key; null: there is none. */
  readonly dayOfEntry: (key: number, signal: AbortSignal) => Promise<CalendarDate | null>
  readonly journal: SalesJournal
  readonly accountName: (ledgerId: RemoteId) => string
  readonly sleep: AccountingEnvironment['sleep']
}

export const salesEntryWriting = ({
  helper,
  customerById,
  accounts,
  find,
  dayOfEntry,
  journal,
  accountName,
  sleep,
}: Deps): SalesEntryWriting => ({
  createSalesEntry: async (customerId, document, signal) => {
    const { invoiceNumber } = document
    const question = await beforeWriting(async () => {
      const customer = await stillThere(customerById, customerId, signal)
      if ((await find({ invoiceNumber, customerId: null }, signal)) !== null) throw numberTaken(invoiceNumber)
      const known = await accounts(signal)
      const around = { accounts: known, journal: await journal(known, signal), accountName }
      return toEntry(document, { ...around, customerCode: Number(customer.code) })
    }, signal)
    const { id: key } = await callGateway(helper, 'entry.create', question, signal)
    const made = await readBack(async (reading) => {
      const found = await find({ invoiceNumber, customerId }, reading)
      if (found !== null || key === null) return found
      // SnelStart said that it is there: never made anew because it keeps the number in another form.
      const day = await dayOfEntry(key, reading)
      return day === document.date ? { id: toRemoteId(key), invoiceNumber, totalIncl: document.totalIncl } : null
    }, sleep)
    const totalExcl = sum(document.lines.map(({ amountExcl }) => amountExcl))
    return { id: made.id, number: made.invoiceNumber, totalIncl: made.totalIncl, totalExcl, at: null }
  },
})

/** With the code that SnelStart Online has for it, which the one who writes knows. */
function numberTaken(invoiceNumber: string): Refused {
  const text = `Factuurnummer ${invoiceNumber} bestaat al.`
  return new Refused('desktop.codeTaken', text, [{ code: 'BOE-0021', text }], { invoiceNumber }, 'codeTaken')
}
