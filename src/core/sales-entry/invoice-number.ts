// The number that an order's entry has in SnelStart.
import type { BookkeepingChoices } from '../choices.ts'

/** Prefix and order number; its length is the caller's to check. */
export const invoiceNumberOf = (orderNumber: string, { invoicePrefix }: Pick<BookkeepingChoices, 'invoicePrefix'>) =>
  `${invoicePrefix.trim()}${orderNumber.trim()}`
