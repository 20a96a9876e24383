// The customers of an administration, ready to be searched by every key of CUST-1 … CUST-4. Built once, kept up to date by
// `upsert` and `remove`; holds of each customer only what an answer shows, so a million of them fit in memory.
import type { Customer } from '../administration.ts'
import type { CountryCode, CustomerCode, RemoteId } from '../ids.ts'
import { KeyTable } from './key-table.ts'
import { countryOfCard, keysOfCard, postcodeOfCard, searchKey } from './search-keys.ts'

/** What the index remembers of a customer. `postcode` is of the establishment address, as `postcodeKey` gives it. */
export type CustomerRef = {
  readonly id: RemoteId
  readonly code: CustomerCode
  readonly name: string
  readonly country: CountryCode
  readonly postcode: string
  readonly inactive: boolean
}

export type CustomerIndex = {
  readonly size: () => number
  /** Customers with a key of `searchKey`, inactive ones too, by code; empty for null. `limit`: look no further than so many. */
  readonly find: (key: string | null, limit?: number) => readonly CustomerRef[]
  /** Adds a customer, or replaces the one with the same id. Safe to repeat. */
  readonly upsert: (customer: Customer) => void
  /** Nothing happens where the id is not known. */
  readonly remove: (id: RemoteId) => void
}

/** Numeric codes by number, then the others. */
const byCode = (a: CustomerRef, b: CustomerRef): number =>
  (Number(a.code) || Number.POSITIVE_INFINITY) - (Number(b.code) || Number.POSITIVE_INFINITY) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1)

const toRef = (customer: Customer): CustomerRef => ({
  id: customer.id,
  code: customer.code,
  name: customer.name,
  country: countryOfCard(customer),
  postcode: postcodeOfCard(customer),
  inactive: customer.inactive,
})

/** An index over `customers`, which are read once and not kept. */
export function buildCustomerIndex(customers: Iterable<Customer>): CustomerIndex {
  const table = new KeyTable()
  const refs: (CustomerRef | null)[] = []
  const freeRows: number[] = []
  const rowOf = (id: RemoteId): number | null => table.find(searchKey.id(id), 1)[0] ?? null

  const remove = (id: RemoteId): void => {
    const row = rowOf(id)
    if (row === null) return
    table.remove(row)
    refs[row] = null
    freeRows.push(row)
  }
  const upsert = (customer: Customer): void => {
    remove(customer.id)
    const row = freeRows.pop() ?? refs.length
    refs[row] = toRef(customer)
    table.add(row, keysOfCard(customer))
  }
  const find = (key: string | null, limit?: number): readonly CustomerRef[] => {
    if (key === null) return []
    const found = table.find(key, limit).flatMap((row) => refs[row] ?? [])
    return found.length > 1 ? found.sort(byCode) : found
  }

  for (const customer of customers) upsert(customer)
  return { size: () => refs.length - freeRows.length, find, upsert, remove }
}
