// The single searches that the ways of recognition are made of (CUST-2, CUST-3, CUST-4): what each looks for, and how several
// hits are narrowed. Which search follows which stands in recognise.ts.
import type { Text } from '../text.ts'
import { toUsableCode } from './customer-codes.ts'
import { cutAtWord, nameLimit } from './fit-field.ts'
import type { OrderCustomer } from './order-customer.ts'
import { type EmailRound, searchKey } from './search-keys.ts'

/**
 * 'stop': several hits are too many. 'delivery': a hit counts only with the delivery postcode (CUST-3).
 * 'whenSeveral': only several hits are narrowed, by the invoice postcode, else by the delivery postcode (CUST-4).
 */
export type Narrowing = 'stop' | 'delivery' | 'whenSeveral'

/** What to look up, under any of `keys`: `shown` names it to people; or why there is nothing to look up. */
export type Wanted =
  | { readonly keys: readonly string[]; readonly shown: string }
  | { readonly missing: Text; readonly about: string }

export type Search = {
  /** Key of the step, and of how a customer was found. */
  readonly key: string
  readonly spec: string
  readonly label: Text
  readonly narrowing: Narrowing
  readonly wanted: (customer: OrderCustomer) => Wanted
}

const missing = (about: string, nl: string, en: string): Wanted => ({ about, missing: { nl, en } })

const noCountry = missing(
  'customer.country',
  'De order heeft geen factuuradres met een bekend land; zonder land wordt niet op btw-nummer, KvK-nummer of naam gezocht.',
  'The order has no invoice address with a known country; without it VAT number, chamber of commerce number and name are not searched for.',
)

export const codeSearch: Search = {
  key: 'customer.code',
  spec: 'CUST-1',
  label: { nl: 'Klantcode', en: 'Customer code' },
  narrowing: 'stop',
  wanted: ({ code }) => {
    if (code === null)
      return missing('customer.code', 'De order heeft geen klantcode.', 'The order has no customer code.')
    const usable = toUsableCode(code)
    if (usable !== null) return { keys: [searchKey.code(usable) ?? ''], shown: usable }
    return missing(
      'customer.code',
      `Klantcode “${code}” is geen geheel getal vanaf 1 en kan in SnelStart dus niet bestaan.`,
      `Customer code “${code}” is no whole number from 1 up, so it cannot exist in SnelStart.`,
    )
  },
}

const rounds: Readonly<Record<EmailRound, Text>> = {
  main: { nl: 'E-mailadres', en: 'E-mail address' },
  invoice: { nl: 'E-mailadres voor de factuur', en: 'E-mail address for the invoice' },
  other: {
    nl: 'E-mailadres voor offerte, bevestiging of aanmaning',
    en: 'E-mail address for quotation, confirmation or reminder',
  },
}
const allRounds = ['main', 'invoice', 'other'] as const

const wantedEmail =
  (asked: readonly EmailRound[]) =>
  ({ email }: OrderCustomer): Wanted =>
    email === null
      ? missing('customer.email', 'De order heeft geen geldig e-mailadres.', 'The order has no valid e-mail address.')
      : { keys: asked.map((round) => searchKey.email(round, email)), shown: email }

/** The three rounds of CUST-2. */
export const emailSearches = (spec: string, narrowing: Narrowing): readonly Search[] =>
  allRounds.map((round) => ({
    ...{ key: `customer.email.${round}`, spec, label: rounds[round], narrowing },
    wanted: wantedEmail([round]),
  }))

/** CUST-4: every field at once, so that the postcode tells apart whoever has the address in whichever field. */
export const emailSearch: Search = {
  key: 'customer.email.any',
  spec: 'CUST-4',
  label: { nl: 'E-mailadres (in elk veld)', en: 'E-mail address (in any field)' },
  narrowing: 'whenSeveral',
  wanted: wantedEmail(allRounds),
}

export const vatNumberSearch: Search = {
  key: 'customer.vatNumber',
  spec: 'CUST-4',
  label: { nl: 'Btw-nummer', en: 'VAT number' },
  narrowing: 'whenSeveral',
  wanted: ({ vatNumber, country }) => {
    if (vatNumber === '')
      return missing('customer.vatNumber', 'De order heeft geen btw-nummer.', 'The order has no VAT number.')
    if (country === null) return noCountry
    const key = searchKey.vatNumber(vatNumber, country)
    if (key !== null) return { keys: [key], shown: `${vatNumber} (${country})` }
    return missing(
      'customer.vatNumber',
      `“${vatNumber}” kan geen btw-nummer zijn.`,
      `“${vatNumber}” cannot be a VAT number.`,
    )
  },
}

export const cocNumberSearch: Search = {
  key: 'customer.cocNumber',
  spec: 'CUST-4',
  label: { nl: 'KvK-nummer', en: 'Chamber of commerce number' },
  narrowing: 'whenSeveral',
  wanted: ({ cocNumber, country }) => {
    if (cocNumber === '')
      return missing(
        'customer.cocNumber',
        'De order heeft geen KvK-nummer.',
        'The order has no chamber of commerce number.',
      )
    if (country === null) return noCountry
    const key = searchKey.cocNumber(cocNumber, country)
    if (key !== null) return { keys: [key], shown: `${cocNumber} (${country})` }
    return missing(
      'customer.cocNumber',
      `“${cocNumber}” kan geen KvK-nummer zijn.`,
      `“${cocNumber}” cannot be a chamber of commerce number.`,
    )
  },
}

export const nameSearch: Search = {
  key: 'customer.name',
  spec: 'CUST-4',
  label: { nl: 'Naam met factuurland en factuurpostcode', en: 'Name with invoice country and postcode' },
  narrowing: 'whenSeveral',
  wanted: ({ name, country, postcode }) => {
    if (country === null) return noCountry
    // A longer name stands on the card as it was cut when the customer was made.
    const key = searchKey.nameAndPlace(cutAtWord(name, nameLimit), country, postcode)
    if (key !== null) return { keys: [key], shown: `${name}, ${country} ${postcode}` }
    return missing(
      'customer.name',
      'De order heeft geen naam of geen factuurpostcode; dan wordt niet op naam gezocht.',
      'The order has no name or no invoice postcode, so the name is not searched for.',
    )
  },
}
