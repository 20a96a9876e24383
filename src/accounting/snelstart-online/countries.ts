// SnelStart names a country by an id of its own list; everything else by its two-letter code. The list is asked once per
// connection, or given by the mirror so that no call is spent on it.
import { z } from 'zod'
import type { Country } from '../../core/administration.ts'
import type { CountryCode, RemoteId } from '../../core/ids.ts'
import type { Client } from './client.ts'
import { type Land, land } from './wire.ts'

export type Countries = {
  readonly idOf: (code: CountryCode) => RemoteId | null
  readonly codeOf: (id: string) => CountryCode | null
}

export type CountryList = {
  readonly get: (signal: AbortSignal) => Promise<Countries>
  readonly use: (countries: readonly Country[]) => void
}

export function createCountryList(client: Client): CountryList {
  let known: Countries | null = null
  return {
    get: async (signal) => {
      known ??= indexOf((await readLanden(client, signal)).flatMap((one) => fromLand(one) ?? []))
      return known
    },
    use: (countries) => {
      known = indexOf(countries)
    },
  }
}

// This list knows no query: it is always given whole (reference A5).
export const readLanden = (client: Client, signal: AbortSignal): Promise<readonly Land[]> =>
  client.read('/landen', z.array(land), signal)

/** null: a row without a two-letter code. */
export function fromLand({ id, naam, landcode }: Land): Country | null {
  const code = toCountryCode(landcode ?? '')
  return code === null ? null : { id: id as RemoteId, code, name: naam ?? '' }
}

// The European Commission's own two exceptions to ISO 3166, should the list hold them.
const otherwise: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

function toCountryCode(text: string): CountryCode | null {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{2}$/.test(code) ? ((otherwise[code] ?? code) as CountryCode) : null
}

function indexOf(countries: readonly Country[]): Countries {
  const idByCode = new Map(countries.map(({ id, code }) => [code, id]))
  const codeById = new Map<string, CountryCode>(countries.map(({ id, code }) => [id, code]))
  return { idOf: (code) => idByCode.get(code) ?? null, codeOf: (id) => codeById.get(id) ?? null }
}
