// A row of tblArtikel with what belongs to it → our article. Pure.
import type { Article } from '../../core/administration.ts'
import type { ArticleCode } from '../../core/ids.ts'
import { decimalOf, flagOf, idOf, integerOf, textOf } from './cells.ts'
import type { ColumnType } from './database/database.ts'
import { meanings } from './meanings.ts'
import type { OtherColumn, RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

/** `components` empty: the article has no recipe, whatever its mode says. */
type BelongingTo = {
  readonly components: Article['components']
  readonly customFields: Article['customFields']
}

/** null: the line of words, which is no article. Stock is not known here: it is read fresh where it is needed. */
export function fromArtikel(
  row: RowOf<ColumnOf<'articles'>>,
  { components, customFields }: BelongingTo,
  modifiedAt: string | null,
): Article | null {
  const key = integerOf(row, 'fldArtikelID')
  const code = textOf(row, 'fldArtikelcode')
  if (key === null || code.trim() === meanings.textLineCode) return null
  const mode = integerOf(row, 'fldReceptPlaatsen') ?? 0
  return {
    id: toRemoteId(key),
    code: code as ArticleCode,
    description: textOf(row, 'fldOmschrijving'),
    revenueGroupId: idOf(row, 'fldArtikelOmzetgroepID'),
    salesPrice: decimalOf(row, 'fldVerkoopprijs'),
    unit: textOf(row, 'fldEenheid'),
    inactive: flagOf(row, 'fldNonActief'),
    stockControlled: flagOf(row, 'fldVoorraadControle'),
    physicalStock: null,
    freeStock: null,
    customFields,
    // A mode that is not known is one that we know the content of and no more.
    recipeMode: components.length === 0 ? 'none' : (meanings.recipeModes.get(mode) ?? 'content'),
    components,
    modifiedAt,
  }
}

/** Extra fields under the names that the user gave them, which SnelStart Online shows too; empty ones are left out. */
export function fromExtraFields(row: RowOf<string>, columns: readonly OtherColumn[]): Article['customFields'] {
  const fields: Record<string, string> = {}
  for (const { name, type } of columns) {
    const text = fieldText(row, name, type)
    if (text !== '') fields[name.replace(/^fld/i, '')] = text
  }
  return fields
}

/** Amounts without the zeros behind them, days without their midnight; texts exactly as they are. */
function fieldText(row: RowOf<string>, column: string, type: ColumnType): string {
  const value = row[column] ?? null
  if (type === 'money' || type === 'float') return decimalOf(row, column) ?? ''
  if (type === 'moment') return textOf(row, column).replace('T00:00:00', '')
  return value === null ? '' : String(value)
}
