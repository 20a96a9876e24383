// Which customer of SnelStart an order belongs to (CUST-1 … CUST-4), found, new, or a problem, and every step to it. Whether a
// new one may be made is decided in decide-customer.ts.
import type { CustomerChoices } from '../choices.ts'
import type { Step } from '../explanation.ts'
import type { ShopOrder } from '../order.ts'
import type { NearMiss } from '../plan.ts'
import type { Text } from '../text.ts'
import { toUsableCode } from './customer-codes.ts'
import type { CustomerIndex, CustomerRef } from './customer-index.ts'
import { findNearMisses } from './near-misses.ts'
import { type OrderCustomer, readOrderCustomer } from './order-customer.ts'
import { type CustomerProblem, customerProblem } from './problems.ts'
import {
  cocNumberSearch,
  codeSearch,
  emailSearch,
  emailSearches,
  nameSearch,
  type Search,
  vatNumberSearch,
} from './searches.ts'

type Answer =
  /** `foundBy`: the key of the step that decided. */
  | { readonly kind: 'found'; readonly customer: CustomerRef; readonly foundBy: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'problem'; readonly problem: CustomerProblem }

export type Recognition = Answer & { readonly steps: readonly Step[]; readonly nearMisses: readonly NearMiss[] }

/** CUST-1: the six ways, each a row of searches; the first that finds one customer decides. */
const ways: Readonly<Record<CustomerChoices['recognition'], readonly Search[]>> = {
  code: [codeSearch],
  email: emailSearches('CUST-2', 'stop'),
  codeOrEmail: [codeSearch, ...emailSearches('CUST-2', 'stop')],
  emailAndPostcode: emailSearches('CUST-3', 'delivery'),
  codeOrEmailAndPostcode: [codeSearch, ...emailSearches('CUST-3', 'delivery')],
  smart: [codeSearch, emailSearch, vatNumberSearch, cocNumberSearch, nameSearch],
}

const mostNamed = 5
const nameOne = (ref: CustomerRef): string => `${ref.code} ${ref.name}`
/** '10021 Jansen, 10388 De Vries'; the fifth is followed by how many more there are. */
export function nameCustomers(refs: readonly CustomerRef[]): string {
  const named = refs.slice(0, mostNamed).map(nameOne).join(', ')
  return refs.length > mostNamed ? `${named} (+${refs.length - mostNamed})` : named
}

type Narrowed = { readonly left: readonly CustomerRef[]; readonly postcode: string | null }

/** Which hits count. `postcode`: the one they were compared with, '' where the order has none; null: not compared. */
function narrow(hits: readonly CustomerRef[], search: Search, customer: OrderCustomer): Narrowed {
  const at = (postcode: string): readonly CustomerRef[] =>
    hits.filter((hit) => postcode !== '' && hit.postcode === postcode)
  if (hits.length === 0 || search.narrowing === 'stop') return { left: hits, postcode: null }
  if (search.narrowing === 'delivery')
    return { left: at(customer.deliveryPostcode), postcode: customer.deliveryPostcode }
  const postcodes = [...new Set([customer.postcode, customer.deliveryPostcode])].filter(Boolean)
  if (hits.length === 1 || postcodes.length === 0) return { left: hits, postcode: null }
  const fitting = postcodes.find((postcode) => at(postcode).length > 0)
  return fitting === undefined
    ? { left: [], postcode: postcodes.join(' / ') }
    : { left: at(fitting), postcode: fitting }
}

/** A name such as 'Jansen B.V.' ends a sentence by itself. */
const sentence = (nl: string, en: string): Text => ({ nl: nl.replace(/\.?$/, '.'), en: en.replace(/\.?$/, '.') })

function describe({ left, postcode }: Narrowed, hits: readonly CustomerRef[], inactive: readonly CustomerRef[]): Text {
  const [nl, en] =
    postcode === null
      ? ['', '']
      : postcode === ''
        ? [' (zonder postcode in de order)', ' (no postcode in the order)']
        : [` (postcode ${postcode})`, ` (postcode ${postcode})`]
  const names = nameCustomers(left.length > 0 ? left : hits.length > 0 ? hits : inactive)
  if (left.length === 1) return sentence(`${names}${nl}`, `${names}${en}`)
  if (left.length > 1) return sentence(`meer dan één klant${nl}: ${names}`, `more than one customer${en}: ${names}`)
  if (hits.length > 0) return sentence(`geen klant${nl}; wel elders: ${names}`, `no customer${en}; elsewhere: ${names}`)
  if (inactive.length > 0) return sentence(`alleen op non-actief: ${names}`, `inactive only: ${names}`)
  return sentence('niet gevonden', 'not found')
}

type Searched = { readonly step: Step; readonly answer: Answer | null }

/** One search: its step, and its answer if it decides. Inactive customers never count. */
function carryOut(search: Search, customer: OrderCustomer, index: CustomerIndex): Searched {
  const wanted = search.wanted(customer)
  if ('missing' in wanted) {
    return { step: { key: wanted.about, spec: search.spec, text: wanted.missing, decided: false }, answer: null }
  }
  const all = wanted.keys.flatMap((key) => index.find(key))
  const hits = all.filter((hit) => !hit.inactive)
  const narrowed = narrow(hits, search, customer)
  const result = describe(narrowed, hits, all)
  const text = {
    nl: `${search.label.nl} ${wanted.shown}: ${result.nl}`,
    en: `${search.label.en} ${wanted.shown}: ${result.en}`,
  }
  const answer = toAnswer(narrowed.left, search, wanted.shown)
  return { step: { key: search.key, spec: search.spec, text, decided: answer !== null }, answer }
}

function toAnswer(left: readonly CustomerRef[], search: Search, shown: string): Answer | null {
  const [first, second] = left
  if (first === undefined) return null
  if (second === undefined) return { kind: 'found', customer: first, foundBy: search.key }
  const problem = customerProblem('customer.ambiguous', { value: shown, customers: nameCustomers(left) })
  return { kind: 'problem', problem }
}

/** What it means that nobody was found: a new customer, unless the order lacks the very thing to recognise by. */
function concludeUnfound(customer: OrderCustomer, choices: CustomerChoices): Answer {
  const { recognition, customerHandling } = choices
  if (recognition === 'code' && customer.code === null) {
    return { kind: 'problem', problem: customerProblem('customer.codeMissing') }
  }
  // Without an e-mail address every order of this person would make another customer. By hand there is the default one.
  const byEmailOnly = recognition !== 'code' && recognition !== 'smart' && toUsableCode(customer.code ?? '') === null
  if (byEmailOnly && customer.email === null && customerHandling !== 'manual') {
    return { kind: 'problem', problem: customerProblem('customer.emailMissing') }
  }
  return { kind: 'new' }
}

/**
 * Finds the customer of an order. Problems: customer.codeMissing, customer.emailMissing, customer.ambiguous (names them).
 * `steps` holds every search that was tried, the deciding one last; same input, same answer. Source: manuals, chapter 2.6.
 */
export function recognise(order: ShopOrder, choices: CustomerChoices, index: CustomerIndex): Recognition {
  const customer = readOrderCustomer(order)
  const steps: Step[] = []
  let answer: Answer | null = null
  for (const search of ways[choices.recognition]) {
    const searched = carryOut(search, customer, index)
    // Three searches by e-mail miss the same address: said once.
    if (!steps.some((step) => step.key === searched.step.key)) steps.push(searched.step)
    answer = searched.answer
    if (answer !== null) break
  }
  answer ??= concludeUnfound(customer, choices)
  const nearMisses = findNearMisses(customer, index, answer.kind === 'found' ? answer.customer : null)
  return { ...answer, steps, nearMisses }
}
