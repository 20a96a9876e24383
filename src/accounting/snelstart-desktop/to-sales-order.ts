// Our sales order → the Gateway's calls for it. Pure: everything was decided before, this only picks the calls that say it.
import type { SalesOrderDocument, SalesOrderLine } from '../../core/administration.ts'
import { Bug, Refused } from '../../core/failures.ts'
import { type Decimal, toFixed } from '../../core/money.ts'
import type { HelperOrder, HelperOrderLine } from './gateway/protocol.ts'
import { presumedLimits } from './meanings.ts'
import { type CountryIds, toAddress } from './to-customer.ts'

type Around = {
  readonly customerCode: number
  /** For addresses without a name of their own. */
  readonly customerName: string
  readonly countryIds: CountryIds
  /** The template fills in an amount of its own where we say nothing. */
  readonly templateHasCosts: boolean
}

/** Throws Bug where the marker is missing, and Refused 'desktop.referenceTooLong' where SnelStart could cut it: without it a lost
 *  answer could not be looked up. */
export function toOrder(document: SalesOrderDocument, around: Around): HelperOrder {
  checkReference(document.paymentReference)
  const { customerCode, customerName, countryIds } = around
  const addressOf = (address: SalesOrderDocument['invoiceAddress']) =>
    address === null ? null : toAddress(address, customerName, countryIds)
  return {
    templateId: Number(document.templateId),
    customerCode,
    date: document.date,
    description: document.description,
    memo: document.memo,
    costCentre: null,
    paymentReference: document.paymentReference,
    paymentTermDays: null,
    lines: document.lines.map(toOrderLine),
    ...toCosts(document, around),
    invoiceAddress: addressOf(document.invoiceAddress),
    deliveryAddress: addressOf(document.deliveryAddress),
  }
}

function checkReference(reference: string): void {
  if (reference.trim() === '') throw new Bug('a sales order without payment reference')
  const limit = presumedLimits.paymentReferenceLength
  if (reference.length <= limit) return
  throw new Refused('desktop.referenceTooLong', 'the payment reference is too long', [], {
    reference,
    limit: String(limit),
  })
}

/** Both or neither are set by one call. What the shop did not charge is 0, not what the template would fill in. */
function toCosts({ costType1, costType2 }: SalesOrderDocument, { templateHasCosts }: Around) {
  if (costType1 === null && costType2 === null && !templateHasCosts) return { costA: null, costB: null }
  const amount = (cost: Decimal | null): string => toFixed(cost ?? ('0' as Decimal), 2)
  return { costA: amount(costType1), costB: amount(costType2) }
}

const noDiscount = '0'

/** SALE-5: what SnelStart is to fill in itself is left to the call that leaves it out. */
export function toOrderLine({
  articleCode,
  description,
  quantity,
  unitPrice,
  ...line
}: SalesOrderLine): HelperOrderLine {
  if (line.text === true) return { call: 'text', description }
  if (articleCode === '') throw new Bug('an order line without an article')
  if (line.ownPrice === true)
    return description === ''
      ? { call: 'A', articleCode, quantity }
      : { call: 'D', articleCode, description, quantity, discountPercent: noDiscount }
  return description === ''
    ? { call: 'C', articleCode, quantity, price: unitPrice, discountPercent: noDiscount }
    : { call: 'B', articleCode, description, quantity, price: unitPrice, discountPercent: noDiscount }
}
