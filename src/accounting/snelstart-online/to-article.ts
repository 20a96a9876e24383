// Our article fields → SnelStart's article. Pure.
import type { ArticleFields } from '../../core/administration.ts'
import { exactNumber } from './exact-json.ts'
import type { RawRecord } from './to-customer.ts'

/** Body of POST /artikelen. */
export const toNewArtikel = (fields: ArticleFields): RawRecord => ({
  artikelcode: fields.code,
  omschrijving: fields.description,
  artikelOmzetgroep: { id: fields.revenueGroupId },
  ...(fields.salesPrice === null ? {} : { verkoopprijs: exactNumber(fields.salesPrice) }),
})

/** Body of PUT /artikelen/{id}/customFields. */
export const toCustomFields = ({ name, value }: NonNullable<ArticleFields['customField']>): readonly RawRecord[] => [
  { name, value },
]

/** `artikel` with the given fields changed and all else as it was, because a PUT replaces the whole record. */
export const toChangedArtikel = (
  artikel: RawRecord,
  changes: Partial<Pick<ArticleFields, 'description' | 'salesPrice'>>,
): RawRecord => ({
  ...artikel,
  ...(changes.description === undefined ? {} : { omschrijving: changes.description }),
  ...(changes.salesPrice == null ? {} : { verkoopprijs: exactNumber(changes.salesPrice) }),
})
