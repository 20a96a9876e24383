// A VAT number that passed our own check can still be refused by SnelStart. The customer is made without it then, and pays the
// VAT of his own country: an order that was decided for a customer with a number is decided once more, before it is written.
import type { CustomerCode } from '../core/ids.ts'
import { type DocumentPlan, isEntryPlan, type SalesOrderPlan } from '../core/plan.ts'
import { now } from './context.ts'
import { decideOrder } from './decide.ts'
import { type PreparedCustomer, type Stopped, settleProblem, type Writing } from './writing.ts'

/** The writing as it can be done for the customer as he is now: unchanged where he has what was planned. Settles the order with its
 *  problem where its totals would differ. */
export async function adjustToCustomer(writing: Writing, customer: PreparedCustomer): Promise<Writing | Stopped> {
  const { run, known, order, decision, warnings, log } = writing
  const { plan } = decision
  if (plan.customer.action !== 'create' || plan.customer.fields.vatNumber === '') return writing
  const card = known.cardAtHand(customer.id) ?? (await known.fetchCard(customer.id))
  if (card === null || card.vatNumber !== '') return writing
  const { id, code, name } = card
  const made = { id, code: code as CustomerCode, name, by: '', at: now(run) }
  const again = await decideOrder(run, known, { order, chosenCustomer: made })
  if (again.kind === 'skip') return writing
  if (again.kind === 'problem') {
    const explained = { ...again, steps: plan.steps, nearMisses: plan.nearMisses }
    return settleProblem(writing, again.problem, explained)
  }
  // How the customer was found stays as it was; the document is the new one.
  const { customer: planned, nearMisses } = plan
  const customerSteps = plan.steps.filter(({ key }) => key.startsWith('customer.'))
  const steps = [...customerSteps, ...again.plan.steps.filter(({ key }) => !key.startsWith('customer.'))]
  const adjusted = { ...again.plan, ...articlesOf(plan), customer: planned, nearMisses, steps }
  return { ...writing, decision: { ...decision, plan: adjusted as DocumentPlan }, warnings, log }
}

/** Those were made already. */
const articlesOf = (plan: DocumentPlan): Partial<Pick<SalesOrderPlan, 'articles'>> =>
  isEntryPlan(plan) ? {} : { articles: plan.articles }
