// Reads customers: all of them, those with a code or an e-mail address, and the one with an id.
import type { Customer } from '../../core/administration.ts'
import type { CustomerCode, RemoteId } from '../../core/ids.ts'
import type { AccountingConnection } from '../accounting.ts'
import { keyOfId, wholeNumberOf } from './cells.ts'
import { beginReading } from './changes.ts'
import type { CountryList } from './countries.ts'
import type { Condition } from './database/database.ts'
import { fromRelatie, hasEmail } from './from-customer.ts'
import { meanings } from './meanings.ts'
import type { Reader, Where } from './reader.ts'
import { type ColumnOf, wantedTables } from './tables.ts'

type CustomerReading = Pick<AccountingConnection, 'readCustomers' | 'findCustomers'> & {
  /** null: it is gone, or no customer (any more). */
  readonly customerById: (id: RemoteId, signal: AbortSignal) => Promise<Customer | null>
}

const columns = Object.keys(wantedTables.customers.columns) as ColumnOf<'customers'>[]

const emailColumns = [
  'fldEmail',
  'fldFactuurEmailAdres',
  'fldFactuurCcEmailAdres',
  'fldOfferteEmailAdres',
  'fldOfferteCcEmailAdres',
  'fldBevestigingEmailAdres',
  'fldBevestigingCcEmailAdres',
  'fldAanmaningEmailAdres',
  'fldAanmaningCcEmailAdres',
] as const satisfies readonly ColumnOf<'customers'>[]

const isCustomer: Condition = { column: 'fldRelatieSoort', is: 'equal', value: meanings.customerKind }

export function customerReading(reader: Reader, countries: CountryList, clock: () => number): CustomerReading {
  const pages = async function* (where: Where, modifiedAt: string | null, signal: AbortSignal) {
    const known = await countries.get(signal)
    for await (const rows of reader.pages('customers', columns, signal, [isCustomer, ...where]))
      yield rows.flatMap((row) => fromRelatie(row, known, modifiedAt) ?? [])
  }

  return {
    readCustomers: async function* (changedSince, signal) {
      const mark = await beginReading(reader, ['customers', 'countries'], changedSince, clock, signal)
      if (mark !== null) yield* pages([], mark, signal)
    },

    findCustomers: async ({ code, email }, signal) => {
      const anyOf = [...conditionsOfCode(code), ...conditionsOfEmail(email)]
      if (anyOf.length === 0) return []
      const found = (await Array.fromAsync(pages([{ anyOf }], null, signal))).flat()
      return found.filter((customer) => customer.code === code || (email !== null && hasEmail(customer, email)))
    },

    customerById: async (id, signal) => {
      const key = keyOfId(id)
      if (key === null) return null
      const where: Where = [{ column: 'fldRelatieID', is: 'equal', value: key }]
      return (await Array.fromAsync(pages(where, null, signal))).flat()[0] ?? null
    },
  }
}

/** tblRelatie.fldRelatiecode is a whole number; another code no relation has. */
function conditionsOfCode(code: CustomerCode | null): readonly Condition[] {
  const value = code === null ? null : wholeNumberOf(code)
  return value === null ? [] : [{ column: 'fldRelatiecode', is: 'equal', value }]
}

function conditionsOfEmail(email: string | null): readonly Condition[] {
  const value = email?.trim() ?? ''
  return value === '' ? [] : emailColumns.map((column) => ({ column, is: 'contains', value }))
}
