// Everything that can be wrong with the way to a PrestaShop shop, or odd in an order: one cause and one action per code.
import type { FailureCatalogue } from '../../core/problem.ts'
import { moduleProblems } from './problems/module.ts'
import { orderNotes, orderProblems } from './problems/orders.ts'
import { shopProblems } from './problems/shop.ts'
import { stockProblems } from './problems/stock.ts'
import { webserviceProblems } from './problems/webservice.ts'

/** Per code what happened and what to do, in both languages. */
export const prestaShopProblems = {
  ...shopProblems,
  ...moduleProblems,
  ...webserviceProblems,
  ...stockProblems,
  ...orderProblems,
  ...orderNotes,
} satisfies FailureCatalogue

export type PrestaShopProblem = keyof typeof prestaShopProblems
