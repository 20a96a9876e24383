// Articles whose stock is not exported, and why; nothing is shown where there are none.
import { useAsk } from '../../api/asks.ts'
import { query } from '../../api/call.ts'
import type { StockProblems as Problems } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'

const shown = 20

export function StockProblems({ profile, text }: { readonly profile: string; readonly text: string }) {
  const { t, say } = useWords()
  const path = `/profiles/${profile}/stock/problems${query({ text, limit: shown })}`
  const found = useAsk<Problems>('stock', path, { keep: true })
  if (found.error !== null) return <Failure error={found.error} />
  const { problems = [], total = 0 } = found.data ?? {}
  if (problems.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="stock-problems">
      <div className="sheet-head">
        <h2 id="stock-problems">{t('stock.problems', { count: total })}</h2>
      </div>
      <ul className="bare">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.about}`} className="card line-above">
            <span className="whole">{say(problem.text)}</span>
            <span className="whole small dim">{say(problem.todo)}</span>
          </li>
        ))}
      </ul>
      {total > problems.length ? (
        <p className="more dim line-above">{t('stock.moreProblems', { count: total - problems.length })}</p>
      ) : null}
    </section>
  )
}
