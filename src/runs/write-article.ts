// An article that an order needs: made or changed, as an effect.
import { Refused } from '../core/failures.ts'
import type { PlannedArticle } from '../core/plan.ts'
import { now } from './context.ts'
import { doEffect } from './effect.ts'
import { articleRow } from './known.ts'
import { freshStep, line, reasonsOf, type Stopped, settleUnknown, type Writing } from './writing.ts'

/** null: it is there now. Throws Refused where SnelStart will not have it, and what breaks the connection. */
export async function prepareArticle(writing: Writing, planned: PlannedArticle): Promise<Stopped | null> {
  return planned.action === 'create' ? createArticle(writing, planned) : updateArticle(writing, planned)
}

async function createArticle(
  writing: Writing,
  planned: Extract<PlannedArticle, { action: 'create' }>,
): Promise<Stopped | null> {
  const { run, known, entry } = writing
  const { code, description } = planned.fields
  if (known.articles.byCode(code) !== null) return null
  const step = await freshStep(writing, `article:${code}`)
  try {
    const result = await doEffect(run, known, entry, {
      kind: 'article',
      step,
      marker: code,
      mark: { kind: 'article', code, description },
      call: async () => {
        const article = await run.accounting.createArticle(planned.fields, run.callSignal)
        return { value: article, id: article.id, mirror: [{ kind: 'articles', row: articleRow(article) }] }
      },
    })
    if (result.is === 'unknown') return settleUnknown(writing, 'article')
    if (result.is === 'made') known.putArticle(result.value)
    writing.log.push(line(writing, 'normal', 'article.made', { code, description }))
    return null
  } catch (error) {
    if (!(error instanceof Refused) || error.meaning !== 'codeTaken') throw error
    const holder = await run.accounting.findArticle(code, run.signal)
    if (holder === null) throw error
    known.putArticle(holder)
    await run.store.mirror.upsert(run.lease, 'articles', articleRow(holder))
    return null
  }
}

async function updateArticle(writing: Writing, planned: Extract<PlannedArticle, { action: 'update' }>): Promise<null> {
  const { run, known, entry } = writing
  try {
    const result = await doEffect(run, known, entry, {
      kind: 'articleUpdate',
      step: `articleUpdate:${planned.code}:${now(run)}`,
      marker: planned.id,
      mark: { kind: 'update' },
      call: async () => {
        const article = await run.accounting.updateArticle(planned.id, planned.changes, run.callSignal)
        return { value: article, id: article.id, mirror: [{ kind: 'articles', row: articleRow(article) }] }
      },
    })
    if (result.is === 'made') known.putArticle(result.value)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    writing.warnings.push({ code: 'article.updateRefused', data: { code: planned.code, reason: reasonsOf(error) } })
  }
  return null
}
