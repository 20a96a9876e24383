// Articles that were changed in the shop, each combination by itself (ART, 'Artikelen synchroniseren').
import type { Instant } from '../../core/ids.ts'
import { inclOf, parseDecimal } from '../../core/money.ts'
import type { ArticlePage, Cursor, ReadOptions, ShopArticle } from '../shop.ts'
import { furthest, nowOf, readPosition, sinceOf, writePosition } from './cursor.ts'
import { toInstant } from './dates.ts'
import { chooseCode, keyOf, readCodes } from './lines.ts'
import { type Reading, zoneOf } from './reading.ts'
import { plainText } from './text.ts'
import type { ArticleRaw, Token } from './wire.ts'

const pageSize = 500

/** `startAt`: the articles' own start time; null: that of the options. */
export async function* readArticles(
  reading: Reading,
  from: Cursor | null,
  { startAt, signal }: ReadOptions,
): AsyncGenerator<ArticlePage> {
  const zone = zoneOf(reading)
  let reached = readPosition(from, startAt, zone)
  const since = sinceOf(reached)
  const now = nowOf(reading.environment.clock, zone)
  let token: Token = null
  for (let more = true; more; ) {
    const page = await reading.source.articles({ since, token, limit: pageSize }, signal)
    reached = furthest(
      reached,
      page.articles.flatMap(({ row }) => row['date_upd'] ?? []),
      now,
    )
    token = page.token
    more = token !== null && page.articles.length >= pageSize
    yield {
      articles: page.articles.map((article) => toArticle(article, reading, zone)),
      cursor: writePosition(reached),
    }
  }
}

function toArticle({ row, lists }: ArticleRaw, { mapping }: Reading, zone: string): ShopArticle {
  const key = keyOf(row['id_product'], row['id_product_attribute'])
  // A combination without a code of its own is ordered under that of its product (reference/prestashop.md, 8).
  const own = { ...row, reference: plainText(row['reference']) || plainText(row['product_reference']) }
  const codes = readCodes(own, '')
  const price = parseDecimal(row['price'] ?? '')
  const rate = parseDecimal(row['rate'] ?? '')
  const values = lists.attributes.map((attribute) => plainText(attribute['name'])).filter((value) => value !== '')
  const name = plainText(row['name'])
  return {
    key,
    code: chooseCode(codes, key, mapping.articleCode),
    alternativeCodes: codes,
    name: values.length === 0 ? name : `${name} (${values.join(', ')})`,
    priceExcl: price,
    priceIncl: price === null || rate === null ? null : inclOf(price, rate),
    vatPercent: rate,
    active: row['active'] === '1',
    changedAt: toInstant(row['date_upd'], zone) ?? ('1971-01-01T00:00:00Z' as Instant),
  }
}
