// Everything that can be wrong with the way to Mijnwebwinkel, or odd in an order: one cause and one action per code.
import type { FailureCatalogue } from '../../core/problem.ts'
import { orderNotes, orderProblems } from './problems/orders.ts'
import { shopProblems } from './problems/shop.ts'
import { stockProblems } from './problems/stock.ts'

/** Per code what happened and what to do, in both languages. */
export const mijnwebwinkelProblems = {
  ...shopProblems,
  ...orderProblems,
  ...orderNotes,
  ...stockProblems,
} satisfies FailureCatalogue

export type MijnwebwinkelProblem = keyof typeof mijnwebwinkelProblems
