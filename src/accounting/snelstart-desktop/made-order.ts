// Which order it is that the Gateway just made. Pure.
import type { SalesOrderDocument, SalesOrderSummary } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'

/**
 * `given` is the whole number that closing the order gave; nobody has written down whether it is the order's number or its key,
 * so the order is the one of this customer, day and payment reference that has it as either. Where none has, the newest of them;
 * null: there is none.
 */
export function pickMadeOrder<Order extends SalesOrderSummary>(
  given: number,
  customerId: RemoteId,
  document: Pick<SalesOrderDocument, 'paymentReference' | 'date'>,
  orders: readonly Order[],
): Order | null {
  const ours = orders
    .filter(
      (order) =>
        order.customerId === customerId &&
        order.date === document.date &&
        order.paymentReference.trim() === document.paymentReference.trim(),
    )
    .toSorted((a, b) => Number(b.id) - Number(a.id))
  const has = ({ id, number }: Order): boolean => id === String(given) || number === String(given)
  return ours.find(has) ?? ours[0] ?? null
}

/**
 * For an order that was surely saved but has not our reference: the only one of that day and customer (or with the reference, should
 * the customer be another's) whose key or number was given. null: none, or no telling which.
 */
export function pickNumberedOrder<Order extends SalesOrderSummary>(
  customerId: RemoteId,
  document: Pick<SalesOrderDocument, 'paymentReference' | 'date'>,
  numbered: readonly Order[],
): Order | null {
  const [only, second] = numbered.filter(
    (order) =>
      order.date === document.date &&
      (order.customerId === customerId || order.paymentReference.trim() === document.paymentReference.trim()),
  )
  return second === undefined ? (only ?? null) : null
}
