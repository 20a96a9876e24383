// SnelStart's article → ours. Pure.
import type { Article } from '../../core/administration.ts'
import type { ArticleCode, RemoteId } from '../../core/ids.ts'
import { type Decimal, decimal } from '../../core/money.ts'
import type { Artikel } from './wire.ts'

export const fromArtikel = (artikel: Artikel): Article => ({
  id: artikel.id as RemoteId,
  code: artikel.artikelcode as ArticleCode,
  description: artikel.omschrijving ?? '',
  revenueGroupId: (artikel.artikelOmzetgroep?.id ?? null) as RemoteId | null,
  salesPrice: fromNumber(artikel.verkoopprijs),
  unit: artikel.eenheid ?? '',
  inactive: artikel.isNonActief ?? false,
  stockControlled: artikel.voorraadControle ?? false,
  physicalStock: fromNumber(artikel.technischeVoorraad),
  freeStock: fromNumber(artikel.vrijeVoorraad),
  customFields: Object.fromEntries((artikel.extraVelden ?? []).map(({ naam, waarde }) => [naam ?? '', waarde ?? ''])),
  // 'Never', 'choice' and 'always' are not in the API: a recipe shows only by its content (reference A9).
  recipeMode: artikel.isHoofdartikel ? 'content' : 'none',
  components: (artikel.subartikelen ?? []).map(({ id, artikelcode, aantal }) => ({
    articleId: id as RemoteId,
    code: (artikelcode ?? '') as ArticleCode,
    quantity: fromNumber(aantal) ?? decimal(1),
  })),
  modifiedAt: artikel.modifiedOn ?? null,
})

/** A JSON number as an exact decimal: the shortest text of a number gives back the decimal it was read from, up to 15
 *  digits, and SnelStart's amounts have fewer. */
export const fromNumber = (value: number | null | undefined): Decimal | null => (value == null ? null : decimal(value))
