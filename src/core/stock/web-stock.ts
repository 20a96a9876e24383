// STOCK-2 for one article: web stock = free stock − what web orders that are not processed yet take. Pure, and it explains itself.
import { type Decimal, isNegative, subtract } from '../money.ts'
import type { StockChoices } from './stock-choices.ts'
import { type Taken, totalTaken } from './taken.ts'

/** How a quantity came about; plain JSON, kept with every change. */
export type StockReason = {
  readonly free: Decimal
  readonly taken: Decimal
  readonly open: Taken['open']
  readonly waiting: Taken['waiting']
  /** The sum was below zero, and the setting says that the shop is told 0. */
  readonly cutToZero: boolean
}

export type WebStock = { readonly quantity: number; readonly reason: StockReason }

/** Whole pieces: half an article cannot be sold, so a fraction is left out (2.7 gives 2; −0.5 gives −1). */
export function computeWebStock(free: Decimal, taken: Taken, choices: Pick<StockChoices, 'negativeStock'>): WebStock {
  const total = totalTaken(taken)
  const left = subtract(free, total)
  const cutToZero = choices.negativeStock === 'zero' && isNegative(left)
  const quantity = cutToZero ? 0 : floorOf(left)
  return { quantity, reason: { free, taken: total, open: taken.open, waiting: taken.waiting, cutToZero } }
}

/** Whole pieces, downwards; never -0. */
export const floorOf = (quantity: Decimal): number => Math.floor(Number(quantity)) + 0
