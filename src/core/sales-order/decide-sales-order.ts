// An order of the shop becomes a plan for a sales order, or a problem, a skip, or questions. Pure: the same order, settings and
// knowledge give the same decision, in the import, in the preview and in the browser. Only the list of steps.
import type { Choices } from '../choices.ts'
import { isZero } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { Decision, Facts } from '../plan.ts'
import { type Outcome, ok } from '../problem.ts'
import { decideAddresses } from './addresses.ts'
import { decideCharges } from './charges.ts'
import { ask, contextOf, type DocumentParts, stopped, toPlan } from './decision.ts'
import { decideDescription } from './description.ts'
import { decideDifference } from './difference.ts'
import { type Context, type Known, newTrail } from './known.ts'
import { decideLines } from './lines.ts'
import { decidePaymentReference } from './payment-reference.ts'
import { stopSale } from './problems.ts'
import { decideTemplate } from './template.ts'

/** Decides on one order. Repeat it with the answers to its questions until it gives something else than 'ask'. */
export function decideSalesOrder(order: ShopOrder, choices: Choices, known: Known, facts: Facts): Decision {
  const reference = decidePaymentReference(order, choices, facts)
  if (reference.kind === 'ask') return ask([{ kind: 'paymentReference', reference: order.number }])
  if (reference.kind === 'taken') {
    const { snelStartNumber } = reference
    return { kind: 'skip', reason: { code: 'sale.referenceTaken', data: { snelStartNumber } }, steps: [] }
  }

  const trail = newTrail()
  const bookable = checkBookable(order)
  if (!bookable.ok) return stopped(bookable.problem, trail, [])

  const customer = known.customers(order)
  if (!customer.ok) {
    const { problem, steps, nearMisses } = customer
    return { kind: 'problem', problem, steps, nearMisses, warnings: [] }
  }
  const context = contextOf(order, choices, known, facts, customer.value, trail)
  const parts = decideParts(context)
  if (!parts.ok) return stopped(parts.problem, trail, customer.value.nearMisses)
  if (trail.questions.length > 0) return ask(trail.questions)
  const plan = toPlan(parts.value, context)
  return plan.ok ? { kind: 'plan', plan: plan.value } : stopped(plan.problem, trail, customer.value.nearMisses)
}

/** What the document is made of; provisional while questions are on the trail. */
function decideParts(context: Context): Outcome<DocumentParts> {
  const template = decideTemplate(context)
  if (!template.ok) return template
  const addresses = decideAddresses(context)
  if (!addresses.ok) return addresses
  const lines = decideLines(context)
  if (!lines.ok) return lines
  const charges = decideCharges(template.value, context)
  if (!charges.ok) return charges
  const mapped = [...lines.value, ...charges.value]
  const difference = decideDifference(mapped, context)
  if (!difference.ok) return difference
  return ok({
    templateId: template.value,
    addresses: addresses.value,
    description: decideDescription(context),
    drafts: [...mapped, ...difference.value],
  })
}

function checkBookable(order: ShopOrder) {
  if (order.currency !== 'EUR') return stopSale('sale.currency', { currency: order.currency })
  const nothing = order.lines.length === 0 && order.charges.length === 0 && isZero(order.totalIncl)
  return nothing ? stopSale('sale.empty') : ok(null)
}
