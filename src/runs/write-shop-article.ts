// An article made or changed without an order. Its code is its marker: SnelStart refuses a second one (ART-0005), and what is in
// doubt is looked up by it before anything else.
import type { Article } from '../core/administration.ts'
import { ConnectionFailed, Refused } from '../core/failures.ts'
import type { PlannedArticle } from '../core/plan.ts'
import { logLine, type RunContext } from './context.ts'
import { articleRow, type Known } from './known.ts'
import { reasonsOf } from './writing.ts'

/** null: it is as planned now. Else why SnelStart will not have it. Throws what breaks the connection, and what stays in doubt:
 *  the run then stops, and the next one reads the same articles again. */
export async function writeShopArticle(run: RunContext, known: Known, planned: PlannedArticle): Promise<string | null> {
  try {
    const article = planned.action === 'create' ? await create(run, planned) : await update(run, planned)
    known.putArticle(article)
    await run.store.mirror.upsert(run.lease, 'articles', articleRow(article))
    return null
  } catch (error) {
    if (error instanceof Refused) return reasonsOf(error)
    throw error
  }
}

async function create(run: RunContext, planned: Extract<PlannedArticle, { action: 'create' }>): Promise<Article> {
  const { code, description } = planned.fields
  run.at('article.beforeIntend')
  try {
    const made = await run.accounting.createArticle(planned.fields, run.callSignal)
    run.at('article.answered')
    await logLine(run, 'normal', 'article.made', { code, description })
    return made
  } catch (error) {
    const mayBeThere =
      (error instanceof Refused && error.meaning === 'codeTaken') || (error instanceof ConnectionFailed && error.sent)
    const there = mayBeThere ? await run.accounting.findArticle(code, run.signal) : null
    if (there === null) throw error
    return there
  }
}

async function update(run: RunContext, planned: Extract<PlannedArticle, { action: 'update' }>): Promise<Article> {
  const { id, code, changes } = planned
  const article = await run.accounting.updateArticle(id, changes, run.callSignal)
  await logLine(run, 'normal', 'articles.updated', { code, changes: Object.values(changes).join(', ') })
  return article
}
