// Reads and writes customers: SnelStart's relations of the kind Klant.
import type { Customer } from '../../core/administration.ts'
import type { AccountingConnection } from '../accounting.ts'
import { beforeWriting, type Client } from './client.ts'
import type { CountryList } from './countries.ts'
import { parseExact } from './exact-json.ts'
import { fromRelatie, hasEmail } from './from-customer.ts'
import { readAll, readPages } from './lists.ts'
import {
  allOf,
  anyIs,
  type Condition,
  compareDateTimes,
  contains,
  equalsNumber,
  filtersOf,
  fromDateTime,
} from './odata.ts'
import { type RawRecord, toChangedRelatie, toNewRelatie } from './to-customer.ts'
import { relatie } from './wire.ts'

type CustomerCalls = Pick<AccountingConnection, 'readCustomers' | 'findCustomers' | 'createCustomer' | 'updateCustomer'>

const path = '/relaties'
const emailFields = [
  'Email',
  ...[
    'FactuurEmailVersturen',
    'OfferteEmailVersturen',
    'BevestigingsEmailVersturen',
    'AanmaningEmailVersturen',
  ].flatMap((group) => [`${group}/Email`, `${group}/CcEmail`]),
]

export const customerCalls = (client: Client, countries: CountryList): CustomerCalls => ({
  readCustomers: async function* (changedSince, signal) {
    const known = await countries.get(signal)
    const isCustomer = anyIs('Relatiesoort', 'Klant')
    const filter = changedSince === null ? isCustomer : allOf(isCustomer, fromDateTime('ModifiedOn', changedSince))
    for await (const rows of readPages(client, path, relatie, { filter, orderBy: 'Relatiecode' }, signal)) {
      // Kind, code and date are all compared again: a filter may be ignored in silence (reference A5).
      yield rows
        .filter(({ modifiedOn }) => !changedSince || !modifiedOn || compareDateTimes(modifiedOn, changedSince) >= 0)
        .flatMap((row) => fromRelatie(row, known) ?? [])
    }
  },

  findCustomers: async ({ code, email }, signal) => {
    const conditions: Condition[] = []
    // Customer codes are whole numbers of 32 bits: another code cannot exist, and asking for it would be refused.
    if (code !== null && /^\d{1,9}$/.test(code)) conditions.push(equalsNumber('Relatiecode', code))
    if (email !== null && email.trim() !== '')
      conditions.push(...emailFields.map((field) => contains(field, email.trim())))
    const known = await countries.get(signal)
    const found = new Map<string, Customer>()
    for (const filter of filtersOf(conditions)) {
      for (const row of await readAll(client, path, relatie, filter, signal)) {
        const customer = fromRelatie(row, known)
        if (customer === null) continue
        if (customer.code === code || (email && hasEmail(customer, email))) found.set(customer.id, customer)
      }
    }
    return [...found.values()]
  },

  createCustomer: async (code, fields, signal) => {
    const known = await beforeWriting(countries.get(signal))
    const made = await client.write('POST', path, toNewRelatie(code, fields, known), customer, signal)
    return fromRelatie(made, known)!
  },

  updateCustomer: async (id, changes, signal) => {
    const known = await beforeWriting(countries.get(signal))
    const address = `${path}/${id}`
    const text = await beforeWriting(client.readText(address, signal))
    const before = parseExact(text) as RawRecord
    const after = toChangedRelatie(before, changes, known)
    const isSame = JSON.stringify(before) === JSON.stringify(after)
    const stored = isSame
      ? customer.parse(JSON.parse(text))
      : await client.write('PUT', address, after, customer, signal)
    return fromRelatie(stored, known)!
  },
})

/** A relation that is surely a customer: the answer to a write is checked to be one. */
const customer = relatie.refine(
  ({ relatiecode, relatiesoort }) => (relatiecode ?? -1) >= 0 && relatiesoort?.includes('Klant'),
)
