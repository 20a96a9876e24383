// Reads articles: all of them, the one with a code, the one with an id.
import type { Article } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { AccountingConnection } from '../accounting.ts'
import { integerOf, keyOfId } from './cells.ts'
import { beginReading } from './changes.ts'
import { fromArtikel } from './from-article.ts'
import type { Reader, RowOf, Where } from './reader.ts'
import { type ExtraFields, type Recipes, readExtraFields, readRecipes } from './recipes.ts'
import { type ColumnOf, wantedTables } from './tables.ts'

type ArticleReading = Pick<AccountingConnection, 'readArticles' | 'findArticle'> & {
  /** null: it is gone, or it is the line of words. */
  readonly articleById: (id: RemoteId, signal: AbortSignal) => Promise<Article | null>
}

const columns = Object.keys(wantedTables.articles.columns) as ColumnOf<'articles'>[]

export function articleReading(reader: Reader, clock: () => number): ArticleReading {
  const findRows = (where: Where, signal: AbortSignal) => reader.all('articles', columns, signal, where)

  const complete = async (row: RowOf<ColumnOf<'articles'>> | undefined, signal: AbortSignal) => {
    const key = row === undefined ? null : integerOf(row, 'fldArtikelID')
    if (row === undefined || key === null) return null
    const recipes = await readRecipes(reader, key, signal)
    const fields = await readExtraFields(reader, key, signal)
    return toArticle(row, recipes, fields, null)
  }

  return {
    readArticles: async function* (changedSince, signal) {
      const tables = ['articles', 'articleFields', 'recipes'] as const
      const mark = await beginReading(reader, tables, changedSince, clock, signal)
      if (mark === null) return
      const recipes = await readRecipes(reader, null, signal)
      const fields = await readExtraFields(reader, null, signal)
      for await (const rows of reader.pages('articles', columns, signal))
        yield rows.flatMap((row) => toArticle(row, recipes, fields, mark) ?? [])
    },

    findArticle: async (code, signal) => {
      const rows = await findRows([{ column: 'fldArtikelcode', is: 'equal', value: code.trim() }], signal)
      const same = (other: unknown): boolean => String(other).trim().toLowerCase() === code.trim().toLowerCase()
      // The database does not tell capitals apart; the code as it was asked for goes first.
      const found = rows.find((row) => row.fldArtikelcode === code) ?? rows.find((row) => same(row.fldArtikelcode))
      return complete(found, signal)
    },

    articleById: async (id, signal) => {
      const key = keyOfId(id)
      if (key === null) return null
      const [row] = await findRows([{ column: 'fldArtikelID', is: 'equal', value: key }], signal)
      return complete(row, signal)
    },
  }
}

function toArticle(
  row: RowOf<ColumnOf<'articles'>>,
  recipes: Recipes,
  fields: ExtraFields,
  modifiedAt: string | null,
): Article | null {
  const key = integerOf(row, 'fldArtikelID') ?? 0
  return fromArtikel(row, { components: recipes.get(key) ?? [], customFields: fields.get(key) ?? {} }, modifiedAt)
}
