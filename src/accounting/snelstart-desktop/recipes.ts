// Reads what articles have besides their own row: the components of recipes, and the user's extra fields. Both are small beside
// the articles and are held by article while these stream past.
import type { Article } from '../../core/administration.ts'
import type { ArticleCode } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { decimalOf, integerOf, keyOf, textOf } from './cells.ts'
import { fromExtraFields } from './from-article.ts'
import type { Reader, RowOf, Where } from './reader.ts'
import { type ColumnOf, toRemoteId, wantedTables } from './tables.ts'

export type Recipes = ReadonlyMap<number, Article['components']>
export type ExtraFields = ReadonlyMap<number, Article['customFields']>

type RecipeRow = RowOf<ColumnOf<'recipes'>>

/** Components by article, in their order. `of` null: of every article. */
export async function readRecipes(reader: Reader, of: number | null, signal: AbortSignal): Promise<Recipes> {
  const where: Where = of === null ? [] : [{ column: 'fldReceptArtikelID', is: 'equal', value: of }]
  const columns = Object.keys(wantedTables.recipes.columns) as ColumnOf<'recipes'>[]
  const rows = [...(await reader.all('recipes', columns, signal, where))].sort(inOrder)
  const codes = await readCodes(reader, new Set(rows.flatMap((row) => keyOf(row, 'fldArtikelID') ?? [])), signal)
  const recipes = new Map<number, Article['components'][number][]>()
  for (const row of rows) {
    const [whole, part] = [keyOf(row, 'fldReceptArtikelID'), keyOf(row, 'fldArtikelID')]
    if (whole === null || part === null) continue
    const quantity = decimalOf(row, 'fldAantal') ?? decimal(1)
    const component = { articleId: toRemoteId(part), code: codes.get(part) ?? noCode, quantity }
    const components = recipes.get(whole)
    if (components === undefined) recipes.set(whole, [component])
    else components.push(component)
  }
  return recipes
}

// Of an article that is gone; the core stops an order that needs it.
const noCode = '' as ArticleCode

const inOrder = (a: RecipeRow, b: RecipeRow): number =>
  (integerOf(a, 'fldVolgorde') ?? 0) - (integerOf(b, 'fldVolgorde') ?? 0) ||
  (integerOf(a, 'fldReceptID') ?? 0) - (integerOf(b, 'fldReceptID') ?? 0)

// More keys than this in one question is slower than all codes, and SQL Server takes 2100 values at most.
const mostAtOnce = 500

async function readCodes(
  reader: Reader,
  keys: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, ArticleCode>> {
  const codes = new Map<number, ArticleCode>()
  if (keys.size === 0) return codes
  const where: Where = keys.size > mostAtOnce ? [] : [{ column: 'fldArtikelID', is: 'oneOf', values: [...keys] }]
  for await (const rows of reader.pages('articles', ['fldArtikelID', 'fldArtikelcode'], signal, where))
    for (const row of rows) {
      const key = integerOf(row, 'fldArtikelID')
      if (key !== null && keys.has(key)) codes.set(key, textOf(row, 'fldArtikelcode') as ArticleCode)
    }
  return codes
}

/** Extra fields by article. `of` null: of every article. */
export async function readExtraFields(reader: Reader, of: number | null, signal: AbortSignal): Promise<ExtraFields> {
  const where: Where = of === null ? [] : [{ column: 'fldArtikelID', is: 'equal', value: of }]
  const columns = await reader.otherColumns('articleFields', signal)
  const fields = new Map<number, Article['customFields']>()
  if (columns.length === 0) return fields
  const names = columns.map(({ name }) => name)
  for await (const rows of reader.otherPages('articleFields', names, signal, where))
    for (const row of rows) fields.set(Number(row['fldArtikelID']), fromExtraFields(row, columns))
  return fields
}
