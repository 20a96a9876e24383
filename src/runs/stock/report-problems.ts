// Says what is the matter with articles: each one once in the log, all of them on the page for as long as they last.
import type { StockProblem } from '../../core/stock/match-lines.ts'
import { logLine, now, type RunContext } from '../context.ts'

/** A line of the log names so many; the page has them all. */
const mostNamed = 10

export async function reportProblems(run: RunContext, problems: readonly StockProblem[]): Promise<void> {
  const news = await run.store.stock.report(run.lease, problems, now(run))
  const byCode = Map.groupBy(news, ({ code }) => code)
  for (const [code, same] of byCode) {
    const named = same.slice(0, mostNamed).map(({ about, data }) => data['code'] ?? data['name'] ?? about)
    const names = `${named.join(', ')}${same.length > named.length ? ' …' : ''}`
    await logLine(run, 'normal', code, { count: String(same.length), names })
  }
}
