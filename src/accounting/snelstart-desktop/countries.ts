// SnelStart names a country by a key of its own list; everything else by its two-letter code. The list is read once per
// connection, or given by the mirror.
import type { Country } from '../../core/administration.ts'
import type { CountryCode } from '../../core/ids.ts'
import { integerOf, keyOfId, textOf } from './cells.ts'
import type { Reader, RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

export type Countries = {
  /** fldLandID; null: SnelStart's list has no such country. */
  readonly keyOf: (code: CountryCode) => number | null
  readonly codeOf: (key: number) => CountryCode | null
}

export type CountryList = {
  readonly get: (signal: AbortSignal) => Promise<Countries>
  readonly use: (countries: readonly Country[]) => void
}

export function createCountryList(reader: Reader): CountryList {
  let known: Countries | null = null
  return {
    get: async (signal) => {
      known ??= indexOf(await readCountries(reader, signal))
      return known
    },
    use: (countries) => {
      known = indexOf(countries)
    },
  }
}

const columns = ['fldLandID', 'fldLandcode', 'fldNaam'] as const satisfies readonly ColumnOf<'countries'>[]

export async function readCountries(reader: Reader, signal: AbortSignal): Promise<readonly Country[]> {
  const rows = await reader.all('countries', columns, signal)
  return rows.flatMap((row) => fromLand(row) ?? []).sort((a, b) => Number(a.id) - Number(b.id))
}

/** null: a row without a two-letter code. */
function fromLand(row: RowOf<(typeof columns)[number]>): Country | null {
  const key = integerOf(row, 'fldLandID')
  const code = toCountryCode(textOf(row, 'fldLandcode'))
  return code === null || key === null ? null : { id: toRemoteId(key), code, name: textOf(row, 'fldNaam') }
}

// The European Commission's own two exceptions to ISO 3166, should the list hold them.
const otherwise: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

function toCountryCode(text: string): CountryCode | null {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{2}$/.test(code) ? ((otherwise[code] ?? code) as CountryCode) : null
}

function indexOf(countries: readonly Country[]): Countries {
  const keyByCode = new Map(countries.map(({ id, code }) => [code, keyOfId(id)]))
  const codeByKey = new Map(countries.map(({ id, code }) => [keyOfId(id), code]))
  return { keyOf: (code) => keyByCode.get(code) ?? null, codeOf: (key) => codeByKey.get(key) ?? null }
}
