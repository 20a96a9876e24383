// Stock by article and by variant, read from and written to the shop's articles (reference/mijnwebwinkel.md, 8).
import { decimal } from '../../core/money.ts'
import type { ShopStock, ShopStockLine, StockAnswer, StockChange } from '../shop.ts'
import { failureOf, saidIn } from './answers.ts'
import { type Api, askedOf, askList, exchange, secretsOf } from './client.ts'
import { failing } from './failing.ts'
import type { MijnwebwinkelProblem } from './problems.ts'
import { type ArticleRaw, articleSchema, type VariantRaw } from './wire.ts'

const pageSize = 100
/** A call per article: enough for a page of progress, few enough to end soon when called off. */
const batch = 25

export const createStock = (api: Api): ShopStock => ({
  batch,
  read: (signal) => readStock(api, signal),
  write: (changes, signal) => writeStock(api, changes, signal),
})

async function* readStock(api: Api, signal: AbortSignal): AsyncGenerator<readonly ShopStockLine[]> {
  const seen = new Set<string>()
  for (let offset = 0; ; offset += pageSize) {
    const listed = await askList(api, { path: '/articles', query: { limit: pageSize, offset } }, signal)
    const articles = listed.map(toArticle).filter((article) => !seen.has(article.id))
    if (listed.length >= pageSize && articles.length === 0) throw failing('mijnwebwinkel.samePage')
    for (const article of articles) seen.add(article.id)
    if (articles.length > 0) yield articles.flatMap(toStockLines)
    if (listed.length < pageSize) return
  }
}

function toArticle(raw: unknown): ArticleRaw {
  const parsed = articleSchema.safeParse(raw)
  if (parsed.success && parsed.data.id !== '') return parsed.data
  throw failing('mijnwebwinkel.schema', { where: `articles.${parsed.error?.issues[0]?.path.join('.') ?? 'id'}` })
}

/** With variants it is these that are sold; the article's own number is then not looked at. */
function toStockLines(article: ArticleRaw): readonly ShopStockLine[] {
  const variants = article.variants ?? []
  if (variants.length === 0) return [{ ...toLine(article.id, article.sku, article.stock), name: article.name }]
  return variants.map((variant) => {
    const line = toLine(`${article.id}/${variant.id}`, codeOf(variant, article), variant.stock)
    return { ...line, name: `${article.name} ${optionsOf(variant)}`.trim() }
  })
}

/** A variant's own code; that of its article only where it is the only one. */
const codeOf = (variant: VariantRaw, article: ArticleRaw): string =>
  variant.sku || ((article.variants ?? []).length === 1 ? article.sku : '')

const optionsOf = ({ options }: VariantRaw): string =>
  Object.values(options ?? {})
    .map((option) => (typeof option === 'string' ? option : option.name))
    .join(', ')

/** Stock `null` is 'unlimited', a choice of the merchant that we leave alone. */
function toLine(key: string, code: string, stock: number | null | undefined): Omit<ShopStockLine, 'name'> {
  const isUnlimited = stock === null || stock === undefined
  const isVariant = key.includes('/')
  const notManaged: MijnwebwinkelProblem | null =
    code === '' && isVariant ? 'mijnwebwinkel.variantWithoutCode' : isUnlimited ? 'mijnwebwinkel.stockUnlimited' : null
  return { key, code, quantity: isUnlimited ? null : decimal(stock), notManaged }
}

async function writeStock(
  api: Api,
  changes: readonly StockChange[],
  signal: AbortSignal,
): Promise<readonly StockAnswer[]> {
  const answers = new Map<string, StockAnswer>()
  const perArticle = Map.groupBy(changes, ({ key }) => key.split('/')[0] ?? '')
  for (const [articleId, own] of perArticle)
    for (const answer of await writeArticle(api, articleId, own, signal)) answers.set(answer.key, answer)
  return changes.flatMap(({ key }) => answers.get(key) ?? [])
}

/** All variants of an article in one call. */
async function writeArticle(
  api: Api,
  articleId: string,
  changes: readonly StockChange[],
  signal: AbortSignal,
): Promise<readonly StockAnswer[]> {
  const variants = changes.flatMap(({ key, quantity: stock }) => {
    const [, variant] = key.split('/')
    return variant === undefined ? [] : [{ id: Number(variant), stock }]
  })
  const whole = changes.find(({ key }) => !key.includes('/'))
  const question = {
    method: 'PATCH',
    path: `/articles/${encodeURIComponent(articleId)}`,
    // Required; false: the id is the article's own, not the one in page addresses.
    query: { use_url_id: false },
    body: {
      ...(whole === undefined ? {} : { stock: whole.quantity }),
      ...(variants.length === 0 ? {} : { variants }),
    },
  } as const
  const answer = await exchange(api, question, signal)
  const refuseAll = (code: MijnwebwinkelProblem, data: Readonly<Record<string, string>> = {}) =>
    changes.map(({ key }): StockAnswer => ({ key, ok: false, reason: { code, data } }))
  if (answer.status === 404 || answer.status === 410) return refuseAll('mijnwebwinkel.stockArticleGone')
  // Reading went well with the same key, so it is the right to write that is missing.
  if (answer.status === 403) throw failing('mijnwebwinkel.stockForbidden')
  if (answer.status === 400 || answer.status === 409 || answer.status === 422)
    return refuseAll('mijnwebwinkel.stockRefused', { said: saidIn(answer, secretsOf(api)) })
  if (answer.status < 200 || answer.status >= 300) throw failureOf(answer, askedOf(api, question))
  return changes.map((change) => toAnswer(change, articleAfter(answer.text)))
}

/** null: the answer tells nothing of the article; then the status is believed. */
function articleAfter(text: string): ArticleRaw | null {
  try {
    return articleSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Written all the same: an empty body is no refusal.
    return null
  }
}

function toAnswer({ key, quantity }: StockChange, after: ArticleRaw | null): StockAnswer {
  const [, variantId] = key.split('/')
  const kept =
    variantId === undefined ? after?.stock : after?.variants?.find((variant) => variant.id === variantId)?.stock
  if (kept === undefined || kept === quantity) return { key, ok: true }
  const data = { quantity: String(quantity), taken: kept === null ? '∞' : String(kept) }
  return { key, ok: false, reason: { code: 'mijnwebwinkel.stockNotTaken', data } }
}
