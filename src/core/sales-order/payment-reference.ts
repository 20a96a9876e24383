// SALE-2: the shop's order number is the payment reference; where it must be unique, SnelStart is asked first.
import type { Choices } from '../choices.ts'
import type { ShopOrder } from '../order.ts'
import type { Facts } from '../plan.ts'

export type ReferenceDecision =
  | { readonly kind: 'free' }
  | { readonly kind: 'ask' }
  /** SnelStart's order with this reference. */
  | { readonly kind: 'taken'; readonly snelStartNumber: string }

/** 'free' also where the setting does not ask to look. */
export function decidePaymentReference(order: ShopOrder, choices: Choices, facts: Facts): ReferenceDecision {
  if (!choices.paymentReferenceUnique) return { kind: 'free' }
  const snelStartNumber = facts.paymentReferences.get(order.number)
  if (snelStartNumber === undefined) return { kind: 'ask' }
  return snelStartNumber === null ? { kind: 'free' } : { kind: 'taken', snelStartNumber }
}
