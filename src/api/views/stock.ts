// Changes of stock and what is the matter with articles, as the page tells them.
import { z } from 'zod'
import type { PlannedChange } from '../../core/stock/decide-stock.ts'
import { explainStock } from '../../core/stock/explain.ts'
import type { StockProblem } from '../../core/stock/match-lines.ts'
import { tellStockProblem } from '../../core/stock/problems.ts'
import { messagesOf, type Program } from '../../runs/program.ts'
import { list, textSchema } from '../schemas.ts'

const takenSchema = list(z.object({ number: z.string(), quantity: z.string() }))

export const stockChangeSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    /** null: it was not known. */
    from: z.number().nullable(),
    to: z.number(),
    why: textSchema,
    free: z.string(),
    taken: z.string(),
    open: takenSchema,
    waiting: takenSchema,
  })
  .meta({ id: 'StockChange' })

export const stockProblemSchema = z
  .object({ code: z.string(), about: z.string(), text: textSchema, todo: textSchema })
  .meta({ id: 'StockProblem' })

export function viewStockChange({ code, name, from, to, reason }: PlannedChange) {
  const { free, taken, open, waiting } = reason
  return { code, name, from, to, why: explainStock(reason), free, taken, open, waiting }
}

export function stockProblemViewer(program: Program) {
  const words = messagesOf(program)
  return (problem: StockProblem) => ({
    code: problem.code,
    about: problem.about,
    ...tellStockProblem(problem, words),
  })
}
