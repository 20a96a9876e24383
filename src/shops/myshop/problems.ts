// Everything that can be wrong on the way to myShop: one cause and one action per code. What can be wrong with an order has its own
// words (src/mapping).
import type { FailureCatalogue } from '../../core/problem.ts'
import { mappingMessages } from '../../mapping/index.ts'
import { networkProblems } from './problems/network.ts'
import { shopProblems } from './problems/shop.ts'
import { stockProblems } from './problems/stock.ts'

const ownProblems = { ...shopProblems, ...networkProblems, ...stockProblems } satisfies FailureCatalogue

export const myShopProblems = { ...mappingMessages, ...ownProblems } satisfies FailureCatalogue

export type MyShopProblem = keyof typeof ownProblems

/** The words for a code of this folder. */
export const wordsOf = (code: MyShopProblem) => ownProblems[code]
