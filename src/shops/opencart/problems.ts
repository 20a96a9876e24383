// Everything that can be wrong with the way to an OpenCart shop, or odd in an order: one cause and one action per code.
import type { FailureCatalogue } from '../../core/problem.ts'
import { fileServerProblems } from './problems/file-server.ts'
import { orderNotes, orderProblems } from './problems/orders.ts'
import { shopProblems } from './problems/shop.ts'

/** Per code what happened and what to do, in both languages. */
export const openCartProblems = {
  ...fileServerProblems,
  ...shopProblems,
  ...orderProblems,
  ...orderNotes,
} satisfies FailureCatalogue

export type OpenCartProblem = keyof typeof openCartProblems
