// Writes customers through the Gateway, by their code; what it saved is read back from the database.
import type { Customer, CustomerFields, EmailGroup } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { CustomerCode, RemoteId } from '../../core/ids.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import { wholeNumberOf } from './cells.ts'
import type { CountryList } from './countries.ts'
import type { Helper } from './gateway/gateway.ts'
import { type CountryIds, toCustomer } from './to-customer.ts'
import { beforeWriting, callGateway, readBack } from './write-safely.ts'

type CustomerWriting = Pick<AccountingConnection, 'createCustomer' | 'updateCustomer'>

type Deps = {
  readonly helper: Helper
  readonly countries: CountryList
  readonly find: AccountingConnection['findCustomers']
  readonly byId: (id: RemoteId, signal: AbortSignal) => Promise<Customer | null>
  readonly sleep: AccountingEnvironment['sleep']
}

export function customerWriting({ helper, countries, find, byId, sleep }: Deps): CustomerWriting {
  const countryIds = async (signal: AbortSignal): Promise<CountryIds> => (await countries.get(signal)).keyOf
  const holderOf = async (code: CustomerCode, signal: AbortSignal): Promise<Customer | null> =>
    (await find({ code, email: null }, signal)).find((customer) => customer.code === code) ?? null

  return {
    createCustomer: async (code, fields, signal) => {
      const question = await beforeWriting(async () => {
        const number = toNumber(code)
        if ((await holderOf(code, signal)) !== null) throw codeTaken(code)
        return { code: number, fields: toCustomer(fields, await countryIds(signal)) }
      }, signal)
      await callGateway(helper, 'customer.create', question, signal)
      return readBack((reading) => holderOf(code, reading), sleep)
    },

    updateCustomer: async (id, changes, signal) => {
      const before = await beforeWriting(() => stillThere(byId, id, signal), signal)
      const changed = changesOf(before, changes)
      if (Object.keys(changed).length === 0) return before
      const fields = await beforeWriting(async () => toCustomer(changed, await countryIds(signal)), signal)
      await callGateway(helper, 'customer.update', { code: Number(before.code), fields }, signal)
      const isChanged = (now: Customer): boolean => JSON.stringify(now) !== JSON.stringify(before)
      return readBack((reading) => byId(id, reading), sleep, isChanged)
    },
  }
}

/** Throws Refused 'desktop.customerGone' (stale): it was removed, or made inactive. */
export async function stillThere(byId: Deps['byId'], id: RemoteId, signal: AbortSignal): Promise<Customer> {
  const customer = await byId(id, signal)
  if (customer !== null) return customer
  const text = 'De klant bestaat in SnelStart niet meer.'
  throw new Refused('desktop.customerGone', text, [{ code: '', text }], { id }, 'stale')
}

function toNumber(code: CustomerCode): number {
  const number = wholeNumberOf(code)
  if (number !== null && number > 0) return number
  const text = `De klantcode ${code} is geen heel getal.`
  throw new Refused('desktop.codeUnusable', text, [{ code: '', text }], { code })
}

function codeTaken(code: CustomerCode): Refused {
  const text = `Klantcode ${code} is in gebruik.`
  return new Refused('desktop.codeTaken', text, [{ code: 'REL-0008', text }], { code }, 'codeTaken')
}

/** Those that are not so already: a change that changes nothing is not written. What is null is left as it is. */
function changesOf(customer: Customer, changes: Partial<CustomerFields>): Partial<CustomerFields> {
  const asFields: Partial<Record<keyof CustomerFields, unknown>> = {
    ...customer,
    emailInvoice: isSent(customer.invoiceEmail),
    emailReminder: isSent(customer.reminderEmail),
  }
  const isSame = (field: string, value: unknown): boolean =>
    value == null || JSON.stringify(asFields[field as keyof CustomerFields]) === JSON.stringify(value)
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => !isSame(field, value)))
}

const isSent = ({ send }: EmailGroup): boolean => send
