// FIN-1: an order of the shop becomes a plan for a sales entry, or a problem, or a skip. Pure, as decide-sales-order is; it asks
// nothing, since SnelStart itself refuses a second entry with the same invoice number. Only the list of steps.
import type { BookkeepingChoices } from '../choices.ts'
import { isZero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { Decision, SalesEntryPlan } from '../plan.ts'
import { type Outcome, ok } from '../problem.ts'
import { decideDifference } from './difference.ts'
import { toBody } from './document.ts'
import { decideDrafts } from './drafts.ts'
import { decideHead } from './head.ts'
import type { EntryContext, EntryKnown, EntryTrail } from './known.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'
import { type SettledEntry, settle } from './settle.ts'
import { decideTreatment } from './treatment.ts'
import { findUnknownCountry } from './unknown-country.ts'

export type EntryDecision = Exclude<Decision<SalesEntryPlan>, { kind: 'ask' }>

/** Decides on one order. */
export function decideSalesEntry(order: ShopOrder, choices: BookkeepingChoices, known: EntryKnown): EntryDecision {
  if (isNothing(order)) return { kind: 'skip', reason: { code: 'entry.zero', data: {} }, steps: [] }
  const customer = known.customers(order)
  if (!customer.ok) {
    const { problem, steps, nearMisses } = customer
    return { kind: 'problem', problem, steps, nearMisses, warnings: [] }
  }
  const { nearMisses } = customer.value
  const trail: EntryTrail = { steps: [...customer.value.steps], warnings: [...customer.value.warnings] }
  const nowhere = known.lists.company.smallBusinessScheme ? null : findUnknownCountry(order, customer.value)
  if (nowhere !== null) return { kind: 'problem', problem: nowhere, nearMisses, ...trail }
  const treatment = decideTreatment(order, customer.value, known)
  const plan = decidePlan({ order, choices, known, customer: customer.value, treatment, trail })
  if (plan.ok) return { kind: 'plan', plan: plan.value }
  return { kind: 'problem', problem: plan.problem, nearMisses, ...trail }
}

/** SnelStart takes no line of 0 (BOE-0028) and no entry without lines (BOE-0023). */
const isNothing = (order: ShopOrder): boolean =>
  isZero(order.totalIncl) &&
  order.lines.every(({ totalIncl }) => isZero(totalIncl)) &&
  order.charges.every(({ amountIncl }) => isZero(amountIncl))

function decidePlan(context: EntryContext): Outcome<SalesEntryPlan, EntryProblemCode> {
  const { order, customer, trail, treatment } = context
  if (order.currency !== 'EUR') return stopEntry('entry.currency', { currency: order.currency })
  const head = decideHead(context)
  if (!head.ok) return head
  const settled = decideAmounts(context)
  if (!settled.ok) return settled
  const body = toBody(settled.value, context)
  if (!body.ok) return body
  return ok({
    customer: customer.customer,
    nearMisses: customer.nearMisses,
    document: { ...head.value, totalIncl: order.totalIncl, ...body.value },
    expected: { region: treatment.region, vat: settled.value.rates },
    steps: trail.steps,
    warnings: trail.warnings,
  })
}

function decideAmounts(context: EntryContext): Outcome<SettledEntry, EntryProblemCode> {
  const drafts = decideDrafts(context)
  if (!drafts.ok) return drafts
  const difference = decideDifference(drafts.value, context)
  if (!difference.ok) return difference
  return settle([...drafts.value, ...difference.value], context)
}
