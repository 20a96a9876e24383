// Articles by code, by id and by the value of a custom field, kept up to date while a run lasts. Codes are compared as
// SnelStart does: without regard to case or outer spaces (presumed; reference A5, 'Text compare').
import type { Article } from '../core/administration.ts'
import type { ArticleCode, RemoteId } from '../core/ids.ts'

export type ArticleShelf = {
  readonly byCode: (code: string) => Article | null
  readonly byId: (id: RemoteId) => Article | null
  /** Every article whose custom field `name` holds `value`. */
  readonly byCustomField: (name: string, value: string) => readonly Article[]
  readonly put: (article: Article) => void
  readonly remove: (id: RemoteId) => void
  readonly size: () => number
  /** Ids by code for the codes of one document; codes that are unknown are left out. */
  readonly idsOf: (codes: Iterable<ArticleCode>) => Map<ArticleCode, RemoteId>
}

const keyOf = (text: string): string => text.trim().toLowerCase()

export function createArticleShelf(): ArticleShelf {
  const ids = new Map<RemoteId, Article>()
  const codes = new Map<string, RemoteId>()
  const fields = new Map<string, Set<RemoteId>>()
  const fieldKeys = (article: Article): string[] =>
    Object.entries(article.customFields).map(([name, value]) => `${keyOf(name)}\n${keyOf(value)}`)

  const remove = (id: RemoteId): void => {
    const article = ids.get(id)
    if (article === undefined) return
    ids.delete(id)
    codes.delete(keyOf(article.code))
    for (const key of fieldKeys(article)) fields.get(key)?.delete(id)
  }
  const byCode = (code: string): Article | null => {
    const id = codes.get(keyOf(code))
    return id === undefined ? null : (ids.get(id) ?? null)
  }
  return {
    byCode,
    byId: (id) => ids.get(id) ?? null,
    byCustomField: (name, value) =>
      [...(fields.get(`${keyOf(name)}\n${keyOf(value)}`) ?? [])].flatMap((id) => ids.get(id) ?? []),
    put: (article) => {
      remove(article.id)
      ids.set(article.id, article)
      codes.set(keyOf(article.code), article.id)
      for (const key of fieldKeys(article)) fields.set(key, (fields.get(key) ?? new Set()).add(article.id))
    },
    remove,
    size: () => ids.size,
    idsOf: (wanted) => {
      const found = new Map<ArticleCode, RemoteId>()
      for (const code of wanted) {
        const article = byCode(code)
        if (article !== null) found.set(code, article.id)
      }
      return found
    },
  }
}
