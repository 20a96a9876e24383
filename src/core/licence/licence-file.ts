// The licence file (PROF-4): a small JSON that a person can read, and the text that its signature is made over. Knows no
// cryptography and no clock.
import type { CalendarDate } from '../ids.ts'
import { type Outcome, ok, stop } from '../problem.ts'

export const ourProduct = 's-connect'
const format = 1

export type Licence = {
  /** Who it was issued to. */
  readonly holder: string
  /** 's-connect'; a file for another product of the maker is refused. */
  readonly product: string
  /** How many profiles may run. */
  readonly profiles: number
  /** Kind of shop ('opencart'), or with the product of the profile ('opencart/order'); empty: every kind. */
  readonly kinds: readonly string[]
  readonly issued: CalendarDate
  /** The last day on which it counts. */
  readonly until: CalendarDate
}

export type LicenceFile = {
  readonly licence: Licence
  /** Ed25519 over `canonicalText`, base64. */
  readonly signature: string
}

export type FileProblem = 'licence.unreadable' | 'licence.newerFormat'

/** What is signed: every field in a fixed order, so that spaces and the order in the file do not matter. */
export const canonicalText = ({ product, holder, profiles, kinds, issued, until }: Licence): string =>
  JSON.stringify([`licence ${format}`, product, holder, profiles, kinds, issued, until])

/** As it is written to disk: one field a line. */
export const writeLicenceFile = ({ licence, signature }: LicenceFile): string => {
  const { product, holder, profiles, kinds, issued, until } = licence
  return `${JSON.stringify({ format, product, holder, profiles, kinds, issued, until, signature }, null, 2)}\n`
}

/** Checks the shape only. 'licence.unreadable' with `place`; 'licence.newerFormat' where this program is too old for the file. */
export function parseLicenceFile(text: string): Outcome<LicenceFile, FileProblem> {
  const fields = readObject(text)
  if (fields === null) return stop('licence.unreadable', { place: 'JSON' })
  if (typeof fields['format'] === 'number' && fields['format'] > format) return stop('licence.newerFormat')
  const wrong = Object.entries(shape).find(([name, fits]) => !fits(fields[name]))
  if (wrong !== undefined) return stop('licence.unreadable', { place: wrong[0] })
  const { holder, product, profiles, kinds, issued, until, signature } = fields as unknown as Licence & {
    signature: string
  }
  return ok({ licence: { holder, product, profiles, kinds, issued, until }, signature })
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= 500
const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)

const shape: Readonly<Record<keyof Licence | 'format' | 'signature', (value: unknown) => boolean>> = {
  format: (value) => value === format,
  holder: isText,
  product: isText,
  profiles: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  kinds: (value) => Array.isArray(value) && value.every(isText),
  issued: isDay,
  until: isDay,
  signature: isText,
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    // Some editors put a byte order mark before what they save.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    // No JSON: said as a problem, like every other thing that is wrong with the file.
    return null
  }
}
