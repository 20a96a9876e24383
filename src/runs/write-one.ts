// Step 'write' for one order: customer, articles, the document, each as an effect; then the order is settled. What SnelStart
// refuses parks this order with the reason; what breaks the connection stops the run; neither loses or doubles anything.
import type { WrittenOrder } from '../core/administration.ts'
import { Refused } from '../core/failures.ts'
import type { RemoteId } from '../core/ids.ts'
import { compare, type Decimal, toFixed } from '../core/money.ts'
import {
  type DocumentPlan,
  expectedTotal,
  isEntryPlan,
  type PlannedArticle,
  type SalesEntryPlan,
} from '../core/plan.ts'
import { problemLine } from './context.ts'
import { documentEffect } from './document.ts'
import { doEffect } from './effect.ts'
import { type DocumentStep, isOurEntry } from './look-up.ts'
import { prepareArticle } from './write-article.ts'
import { prepareCustomer } from './write-customer.ts'
import {
  line,
  type PreparedCustomer,
  refusedOrThrow,
  type Stopped,
  settle,
  settleProblem,
  settleUnknown,
  type WriteResult,
  type Writing,
} from './writing.ts'

/** Makes what has to be there before the order can be written: one at a time, because another order may need the same. */
export async function writePrerequisites(writing: Writing): Promise<{ customer: PreparedCustomer } | Stopped> {
  try {
    const customer = await prepareCustomer(writing)
    if ('stopped' in customer) return customer
    for (const article of articlesOf(writing.decision.plan)) {
      const made = await prepareArticle(writing, article)
      if (made !== null) return made
    }
    return { customer }
  } catch (error) {
    return refusedOrThrow(writing, error)
  }
}

/** Does the plan make or change anything besides the document itself? */
export const hasPrerequisites = (plan: DocumentPlan): boolean =>
  plan.customer.action === 'create' || plan.customer.changes !== null || articlesOf(plan).length > 0

/** A sales entry knows no articles. */
const articlesOf = (plan: DocumentPlan): readonly PlannedArticle[] => (isEntryPlan(plan) ? [] : plan.articles)

/** The sales order or sales entry itself: one call. */
export async function writeDocument(writing: Writing, customer: PreparedCustomer): Promise<WriteResult> {
  const { run, known, entry, decision } = writing
  const ask = documentEffect(writing, decision.plan, customer)
  try {
    const result = await doEffect<WrittenOrder>(run, known, entry, ask)
    if (result.is === 'unknown') return (await settleUnknown(writing, ask.step)).stopped
    if (result.is === 'found') writing.warnings.push(...(result.found.warnings ?? []))
    return await settleWritten(writing, customer, ask.step, result.is === 'made' ? result.value : result.found)
  } catch (error) {
    if (error instanceof Refused && error.meaning === 'codeTaken' && isEntryPlan(decision.plan))
      return settleTaken(writing, decision.plan, customer, error)
    return (await refusedOrThrow(writing, error)).stopped
  }
}

/** BOE-0021 is an answer rather than a failure: whose is the invoice number? Ours, by a run that was cut off: then it is done. */
async function settleTaken(
  writing: Writing,
  { document }: SalesEntryPlan,
  customer: PreparedCustomer,
  refused: Refused,
): Promise<WriteResult> {
  const { invoiceNumber } = document
  const holder = await writing.run.accounting.findSalesEntry(
    { invoiceNumber, customerId: customer.id },
    writing.run.signal,
  )
  if (holder === null) return (await refusedOrThrow(writing, refused)).stopped
  if (isOurEntry(holder, { ...document, customerId: customer.id }))
    return settleWritten(writing, customer, 'salesEntry', { ...holder, number: holder.invoiceNumber })
  const card = await writing.known.fetchCard(holder.customerId)
  const whose = card === null ? '' : `${card.name} (${card.code})`
  const data = {
    invoiceNumber,
    holder: whose,
    holderDate: holder.date.split('-').reverse().join('-'),
    holderAmount: toFixed(holder.totalIncl, 2),
  }
  return (await settleProblem(writing, { code: whose === '' ? 'write.numberTaken' : 'write.numberTakenBy', data }))
    .stopped
}

type Written = { readonly id: RemoteId; readonly number: string; readonly totalIncl: Decimal | null }

async function settleWritten(
  writing: Writing,
  customer: PreparedCustomer,
  step: DocumentStep,
  written: Written,
): Promise<WriteResult> {
  const { run, order, decision } = writing
  if (written.totalIncl !== null && compare(written.totalIncl, expectedTotal(decision.plan)) !== 0)
    writing.warnings.push({
      code: 'sale.writtenTotalDiffers',
      data: { shop: toFixed(order.totalIncl, 2), written: toFixed(written.totalIncl, 2) },
    })
  const told = {
    orderNumber: written.number,
    customer: customer.name,
    code: customer.code,
    amount: toFixed(order.totalIncl, 2),
  }
  await settle(writing, {
    state: 'done',
    problem: null,
    warnings: writing.warnings,
    decision,
    remoteId: written.id,
    remoteNumber: written.number,
    effects: [{ step, state: 'done', remoteId: written.id }],
    log: [
      ...writing.log,
      line(writing, 'normal', step === 'salesEntry' ? 'entry.made' : 'order.made', told),
      ...writing.warnings.map((warning) => problemLine(run, writing.entry, 'order.warning', warning)),
    ],
  })
  run.at(`${step}.settled`)
  return 'done'
}
