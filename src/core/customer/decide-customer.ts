// Which customer an order is planned for: use, change or make one (CUST-5), or the problem that keeps it waiting.
import type { Customer } from '../administration.ts'
import type { CustomerChoices } from '../choices.ts'
import type { Step } from '../explanation.ts'
import { Bug } from '../failures.ts'
import type { CustomerCode, RemoteId } from '../ids.ts'
import type { ShopOrder } from '../order.ts'
import type { ChosenCustomer, NearMiss, PlannedCustomer } from '../plan.ts'
import { type Outcome, ok } from '../problem.ts'
import { changesFor } from './changes.ts'
import { customerCodeKey, toUsableCode } from './customer-codes.ts'
import type { CustomerIndex, CustomerRef } from './customer-index.ts'
import { toCustomerFields } from './fields.ts'
import type { Said } from './fit-field.ts'
import { findNearMisses } from './near-misses.ts'
import { readOrderCustomer } from './order-customer.ts'
import { type CustomerProblem, type CustomerProblemCode, customerProblem } from './problems.ts'
import { nameCustomers, recognise } from './recognise.ts'
import { searchKey } from './search-keys.ts'

type Explained = { readonly steps: readonly Step[]; readonly nearMisses: readonly NearMiss[] }

export type DecidedCustomer = Explained & {
  readonly customer: PlannedCustomer
  readonly warnings: readonly CustomerProblem[]
}

/** A problem keeps its explanation beside it. */
export type CustomerDecision = Outcome<DecidedCustomer, CustomerProblemCode> & Explained

type Planned = Said<PlannedCustomer> & { readonly step: Step | null }
type Result<Value> = Outcome<Value, CustomerProblemCode>

const refuse = (code: CustomerProblemCode, data: Readonly<Record<string, string>> = {}): Result<never> => ({
  ok: false,
  problem: customerProblem(code, data),
})

const use = ({ id, code, name }: CustomerRef, changes: ReturnType<typeof changesFor>['value']): PlannedCustomer => ({
  action: 'use',
  id,
  code,
  name,
  changes,
})

function planFound(
  found: CustomerRef,
  order: ShopOrder,
  choices: CustomerChoices,
  lookUp: (id: RemoteId) => Customer | null,
): Planned {
  if (choices.customerHandling !== 'addAndUpdate') return { value: use(found, null), warnings: [], step: null }
  const card = lookUp(found.id)
  if (card === null) throw new Bug('the customer index holds a customer that cannot be looked up', { id: found.id })
  const changes = changesFor(card, toCustomerFields(order, choices))
  return { value: use(found, changes.value), warnings: changes.warnings, step: null }
}

/** CUST-5 by hand: who is not recognised gets the default customer. */
function planDefault(choices: CustomerChoices, index: CustomerIndex): Result<Planned> {
  const code = customerCodeKey(choices.defaultCustomerCode)
  if (code === '') return refuse('customer.defaultCodeMissing')
  const found = index.find(searchKey.code(code)).find((ref) => !ref.inactive)
  if (found === undefined) return refuse('customer.defaultCodeUnknown', { code })
  const text = {
    nl: `Niet herkend; handmatig: de standaardklant ${nameCustomers([found])}.`,
    en: `Not recognised; by hand: the default customer ${nameCustomers([found])}.`,
  }
  const step = { key: 'customer.default', spec: 'CUST-5', text, decided: true }
  return ok({ value: use(found, null), warnings: [], step })
}

/** The code that a new customer asks for; null: the next free one. Strict only where customers go by code alone. */
function chooseCode(
  order: ShopOrder,
  choices: CustomerChoices,
  index: CustomerIndex,
): Result<Said<CustomerCode | null>> {
  const given = readOrderCustomer(order).code
  if (given === null) return ok({ value: null, warnings: [] })
  const code = toUsableCode(given)
  const holders = code === null ? [] : index.find(searchKey.code(code))
  if (code !== null && holders.length === 0) {
    return ok({ value: code, warnings: [customerProblem('customer.codeUnknown', { code })] })
  }
  if (choices.recognition !== 'code') {
    return ok({ value: null, warnings: [customerProblem('customer.codeIgnored', { code: given })] })
  }
  return code === null
    ? refuse('customer.codeUnusable', { code: given })
    : refuse('customer.codeInactive', { code, customers: nameCustomers(holders) })
}

function planNew(order: ShopOrder, choices: CustomerChoices, index: CustomerIndex): Result<Planned> {
  const code = chooseCode(order, choices, index)
  if (!code.ok) return code
  const fields = toCustomerFields(order, choices)
  if (fields.value.name === '') return refuse('customer.nameMissing')
  const asked = code.value.value
  const text = {
    nl: `Nieuwe klant: ${fields.value.name}${asked === null ? '' : ` met klantcode ${asked}`}.`,
    en: `New customer: ${fields.value.name}${asked === null ? '' : ` with customer code ${asked}`}.`,
  }
  return ok({
    value: { action: 'create', code: asked, fields: fields.value },
    warnings: [...code.value.warnings, ...fields.warnings],
    step: { key: 'customer.new', spec: 'CUST-5', text, decided: true },
  })
}

/** A person's choice stands, whatever recognition finds; their card is left as it is. What recognition tried is still told. */
function decideChosen(
  chosen: ChosenCustomer,
  order: ShopOrder,
  tried: readonly Step[],
  index: CustomerIndex,
): CustomerDecision {
  const found = index.find(searchKey.id(chosen.id))[0]
  const ref = found === undefined || found.inactive ? null : found
  const nearMisses = findNearMisses(readOrderCustomer(order), index, ref)
  const others = tried.map((step) => ({ ...step, decided: false }))
  if (ref === null) {
    const data = { by: chosen.by, chosen: `${chosen.code} ${chosen.name}` }
    return { ok: false, problem: customerProblem('customer.chosenGone', data), steps: others, nearMisses }
  }
  const text = {
    nl: `Gekozen door ${chosen.by}: ${nameCustomers([ref])}`,
    en: `Chosen by ${chosen.by}: ${nameCustomers([ref])}`,
  }
  const steps = [...others, { key: 'customer.chosen', spec: 'USE-2', text, decided: true }]
  return { ok: true, value: { customer: use(ref, null), warnings: [], steps, nearMisses }, steps, nearMisses }
}

/**
 * The customer of an order with every step to the choice, near misses and warnings. `lookUp` gives the whole card of a
 * customer in the index; asked only for CUST-5 'add and update'. Errors: the problems of `customerProblems`; `Bug` where
 * index and `lookUp` disagree. `chosen`: by a person for this order. Pure: same input, same decision.
 */
export function decideCustomer(
  order: ShopOrder,
  choices: CustomerChoices,
  index: CustomerIndex,
  lookUp: (id: RemoteId) => Customer | null,
  chosen: ChosenCustomer | null = null,
): CustomerDecision {
  const { steps, nearMisses, ...recognition } = recognise(order, choices, index)
  if (chosen !== null) return decideChosen(chosen, order, steps, index)
  const explained = { steps, nearMisses }
  if (recognition.kind === 'problem') return { ok: false, problem: recognition.problem, ...explained }
  const planned =
    recognition.kind === 'found'
      ? ok(planFound(recognition.customer, order, choices, lookUp))
      : choices.customerHandling === 'manual'
        ? planDefault(choices, index)
        : planNew(order, choices, index)
  if (!planned.ok) return { ...planned, ...explained }
  const { value: customer, warnings, step } = planned.value
  const allSteps = step === null ? steps : [...steps, step]
  return { ok: true, value: { customer, warnings, steps: allSteps, nearMisses }, steps: allSteps, nearMisses }
}
