// Step 'write' for one order: customer, articles, sales order, each as an effect; then the order is settled. What SnelStart
// refuses parks this order with the reason; what breaks the connection stops the run; neither loses or doubles anything.
import type { WrittenOrder } from '../core/administration.ts'
import type { RemoteId } from '../core/ids.ts'
import { compare, toFixed } from '../core/money.ts'
import type { SalesOrderPlan } from '../core/plan.ts'
import { problemLine } from './context.ts'
import { doEffect } from './effect.ts'
import { prepareArticle } from './write-article.ts'
import { prepareCustomer } from './write-customer.ts'
import {
  line,
  type PreparedCustomer,
  refusedOrThrow,
  type Stopped,
  settle,
  settleUnknown,
  type WriteResult,
  type Writing,
} from './writing.ts'

/** Makes what has to be there before the order can be written: one at a time, because another order may need the same. */
export async function writePrerequisites(writing: Writing): Promise<{ customer: PreparedCustomer } | Stopped> {
  try {
    const customer = await prepareCustomer(writing)
    if ('stopped' in customer) return customer
    for (const article of writing.decision.plan.articles) {
      const made = await prepareArticle(writing, article)
      if (made !== null) return made
    }
    return { customer }
  } catch (error) {
    return refusedOrThrow(writing, error)
  }
}

/** Does the plan make or change anything besides the order itself? */
export const hasPrerequisites = (plan: SalesOrderPlan): boolean =>
  plan.customer.action === 'create' || plan.customer.changes !== null || plan.articles.length > 0

/** The order itself: one call. */
export async function writeSalesOrder(writing: Writing, customer: PreparedCustomer): Promise<WriteResult> {
  const { run, known, entry, order, decision } = writing
  const { document, expected } = decision.plan
  const articleIds = known.articles.idsOf(document.lines.map((documentLine) => documentLine.articleCode))
  try {
    const result = await doEffect<WrittenOrder>(run, known, entry, {
      kind: 'salesOrder',
      step: 'salesOrder',
      marker: document.paymentReference,
      mark: {
        kind: 'salesOrder',
        customerId: customer.id,
        reference: document.paymentReference,
        date: document.date,
        totalIncl: expected.totalIncl,
      },
      settleWithOrder: true,
      call: async () => {
        const written = await run.accounting.createSalesOrder(customer.id, document, articleIds, run.callSignal)
        return { value: written, id: written.id, mirror: [] }
      },
    })
    if (result.is === 'unknown') return (await settleUnknown(writing, 'salesOrder')).stopped
    const written = result.is === 'made' ? result.value : result.found
    if (written.totalIncl !== null && compare(written.totalIncl, expected.totalIncl) !== 0)
      writing.warnings.push({
        code: 'sale.writtenTotalDiffers',
        data: { shop: toFixed(order.totalIncl, 2), written: toFixed(written.totalIncl, 2) },
      })
    await settleDone(writing, customer, written)
    return 'done'
  } catch (error) {
    return (await refusedOrThrow(writing, error)).stopped
  }
}

async function settleDone(
  writing: Writing,
  customer: PreparedCustomer,
  written: { id: RemoteId; number: string },
): Promise<void> {
  const { run, order, decision } = writing
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
    effects: [{ step: 'salesOrder', state: 'done', remoteId: written.id }],
    log: [
      ...writing.log,
      line(writing, 'normal', 'order.made', told),
      ...writing.warnings.map((warning) => problemLine(run, writing.entry, 'order.warning', warning)),
    ],
  })
  run.at('salesOrder.settled')
}
