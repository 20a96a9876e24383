// The one call that an order comes to, by the profile's product: a sales order or a sales entry. What both have in common
// (intent, doubt, settlement) is in write-one.ts.
import type { SalesOrderDocument, WrittenOrder } from '../core/administration.ts'
import { type DocumentPlan, isEntryPlan, type SalesEntryPlan, type SalesOrderPlan } from '../core/plan.ts'
import type { EffectAsk } from './effect.ts'
import type { DocumentStep } from './look-up.ts'
import type { PreparedCustomer, Writing } from './writing.ts'

type DocumentEffect = EffectAsk<WrittenOrder> & { readonly step: DocumentStep }

/** Settled together with the order, in one transaction. */
export function documentEffect(writing: Writing, plan: DocumentPlan, customer: PreparedCustomer): DocumentEffect {
  const { step, marker, mark, write } = isEntryPlan(plan)
    ? entryEffect(writing, plan, customer)
    : orderEffect(writing, plan, customer)
  const call = async () => {
    const written = await write()
    return { value: written, id: written.id, mirror: [] }
  }
  return { kind: step, step, marker, mark, settleWithOrder: true, call }
}

function orderEffect({ run, known }: Writing, { document, expected }: SalesOrderPlan, customer: PreparedCustomer) {
  const articleIds = known.articles.idsOf(document.lines.map((line) => line.articleCode))
  return {
    step: 'salesOrder' as const,
    marker: document.paymentReference,
    mark: {
      kind: 'salesOrder' as const,
      customerId: customer.id,
      reference: document.paymentReference,
      date: document.date,
      totalIncl: expected.totalIncl,
      deliveryAddress: document.deliveryAddress,
      ...(isTotalSure(document) ? {} : { totalUnsure: true as const }),
    },
    write: () => run.accounting.createSalesOrder(customer.id, document, articleIds, run.callSignal),
  }
}

/** Prices of SnelStart's own, and costs in the footer with VAT of SnelStart's own, can come to another total than we expect. */
const isTotalSure = ({ lines, costType1, costType2 }: SalesOrderDocument): boolean =>
  costType1 === null && costType2 === null && lines.every(({ ownPrice }) => ownPrice !== true)

function entryEffect({ run }: Writing, { document }: SalesEntryPlan, customer: PreparedCustomer) {
  const { invoiceNumber, date, totalIncl } = document
  return {
    step: 'salesEntry' as const,
    marker: invoiceNumber,
    mark: { kind: 'salesEntry' as const, customerId: customer.id, invoiceNumber, date, totalIncl },
    write: () => run.accounting.createSalesEntry(customer.id, document, run.callSignal),
  }
}
