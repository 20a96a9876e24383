// The head of the entry: invoice number, document number and term. The invoice number is the order's, so that SnelStart itself
// refuses a second entry for the same order (BOE-0021).
import type { SalesEntryDocument } from '../administration.ts'
import type { BookkeepingChoices } from '../choices.ts'
import type { ShopOrder } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { shorten } from '../shorten.ts'
import { decideDescription } from './description.ts'
import { invoiceNumberOf } from './invoice-number.ts'
import type { EntryContext } from './known.ts'
import { type EntryProblemCode, entryWarning, stopEntry } from './problems.ts'

export { invoiceNumberOf } from './invoice-number.ts'

/** Both for factuurnummer and boekstuk (BOE-0058, BOE-0068). */
const numberLimit = 25

export type EntryHead = Omit<SalesEntryDocument, 'lines' | 'vat' | 'totalIncl'>

/** Problem: 'entry.invoiceNumber'. */
export function decideHead(context: EntryContext): Outcome<EntryHead, EntryProblemCode> {
  const { order, choices, known } = context
  const invoiceNumber = invoiceNumberOf(order.number, choices)
  if (invoiceNumber === '' || invoiceNumber.length > numberLimit) {
    return stopEntry('entry.invoiceNumber', { invoiceNumber, limit: String(numberLimit) })
  }
  return ok({
    invoiceNumber,
    date: order.orderDate,
    description: decideDescription(context),
    documentNumber: decideDocumentNumber(context),
    paymentTermDays: choices.entryTermDays,
    markUnread: choices.markUnread && known.capabilities.markUnread,
  })
}

function decideDocumentNumber(context: EntryContext): string {
  const full = documentNumberOf(context.order, context.choices)
  const { text, cut } = shorten(full, numberLimit)
  if (cut) context.trail.warnings.push(entryWarning('entry.documentShortened', { full, limit: String(numberLimit) }))
  return text
}

function documentNumberOf(order: ShopOrder, { documentNumber }: BookkeepingChoices): string {
  switch (documentNumber) {
    case 'empty':
      return ''
    case 'orderNumber':
      return order.number
    case 'paymentReference':
      return order.payment.reference ?? ''
    case 'shopInvoice':
      return order.invoiceNumber ?? ''
  }
}
