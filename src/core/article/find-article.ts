// ART-1: which article of the administration a code of the shop means.
import type { Article } from '../administration.ts'
import type { ArticleChoices } from '../choices.ts'
import type { ArticleCode, RemoteId } from '../ids.ts'
import type { Outcome } from '../problem.ts'
import { ok } from '../problem.ts'
import { type ArticleProblemCode, stopArticle } from './problems.ts'

/** The articles of an administration, looked up in memory. */
export type KnownArticles = {
  readonly byCode: (code: ArticleCode) => Article | null
  /** Articles whose custom field `name` holds `value`. */
  readonly byCustomField: (name: string, value: string) => readonly Article[]
  readonly byId: (id: RemoteId) => Article | null
}

/** null: no article has this code. Problems: 'article.ambiguous', 'article.inactive'. Source: ART-1. */
export function findArticle(
  code: string,
  choices: Pick<ArticleChoices, 'articleCodeField'>,
  articles: KnownArticles,
): Outcome<Article | null, ArticleProblemCode> {
  const found = candidates(code, choices.articleCodeField, articles)
  const active = found.filter((article) => !article.inactive)
  if (active.length > 1) {
    const codes = active.map((article) => article.code).join(', ')
    return stopArticle('article.ambiguous', { code, field: choices.articleCodeField, codes })
  }
  const [article] = active
  if (article === undefined && found[0] !== undefined) {
    return stopArticle('article.inactive', { code: found[0].code, description: found[0].description })
  }
  return ok(article ?? null)
}

function candidates(code: string, field: string, articles: KnownArticles): readonly Article[] {
  if (field.trim() !== '') return articles.byCustomField(field.trim(), code)
  const article = articles.byCode(code as ArticleCode)
  return article === null ? [] : [article]
}
