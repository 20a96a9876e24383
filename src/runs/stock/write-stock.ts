// Step 'write' of exporting stock: in batches, each one intended (committed) before it is sent and settled after. What was sent
// without an answer is sent again by the next run: a quantity is absolute, so that twice does no harm.
import { UnexpectedAnswer } from '../../core/failures.ts'
import type { PlannedChange } from '../../core/stock/decide-stock.ts'
import type { StockProblem } from '../../core/stock/match-lines.ts'
import type { ShopStock, StockAnswer } from '../../shops/shop.ts'
import { now, type RunContext } from '../context.ts'

export type Written = { written: number; readonly refused: StockProblem[] }

/** `written` grows as it goes, so that it is right wherever this stops. A refused article does not stop the others. */
export async function writeStock(
  run: RunContext,
  stock: ShopStock,
  changes: readonly PlannedChange[],
  so: Written,
): Promise<void> {
  let done = 0
  for (let from = 0; from < changes.length; from += stock.batch) {
    run.signal.throwIfAborted()
    const batch = changes.slice(from, from + stock.batch)
    await run.store.stock.intend(run.lease, batch)
    run.at('stock.intended')
    const sent = batch.map(({ key, to }) => ({ key, quantity: to }))
    const answers = new Map((await stock.write(sent, run.signal)).map((answer) => [answer.key, answer]))
    run.at('stock.answered')
    await settle(run, batch, answers, so)
    run.at('stock.settled')
    done += batch.length
    run.progress({ phase: 'stock', done, total: changes.length })
  }
}

/** Throws UnexpectedAnswer 'stock.unanswered' where the shop says nothing of an article; that one stays in doubt. */
async function settle(
  run: RunContext,
  batch: readonly PlannedChange[],
  answers: ReadonlyMap<string, StockAnswer>,
  so: Written,
): Promise<void> {
  const answered = batch.filter(({ key }) => answers.has(key))
  const outcomes = answered.map((change) => ({ change, refused: answers.get(change.key)?.ok === false }))
  await run.store.stock.settle(run.lease, outcomes, now(run))
  for (const change of answered) {
    const answer = answers.get(change.key)
    if (answer?.ok === false) so.refused.push(toProblem(change, answer.reason))
    else so.written += 1
  }
  const missing = batch.find(({ key }) => !answers.has(key))
  if (missing !== undefined)
    throw new UnexpectedAnswer('stock.unanswered', 'no answer for an article', { code: missing.code })
}

const toProblem = (
  { code, name }: PlannedChange,
  reason: { readonly code: string; readonly data: Readonly<Record<string, string>> },
): StockProblem => ({ code: 'stock.refused', about: code, data: { ...reason.data, code, name, reason: reason.code } })
