// The two ways into a PrestaShop shop, our module and the shop's own web service, behind one set of questions. Both give the
// rows of wire.ts, so that everything behind it does not know which way was taken.
import type { ArticleRaw, Identity, Row, Token, WrittenLine } from './wire.ts'

/** `since`: wall time of the shop; `token` of the page before, null for the first. */
export type PageRequest = { readonly since: string; readonly token: Token; readonly limit: number }

export type OrdersPage = { readonly orders: readonly unknown[]; readonly token: Token }
export type ArticlesPage = { readonly articles: readonly ArticleRaw[]; readonly token: Token }
export type StockPage = { readonly rows: readonly Row[]; readonly token: Token }

export type QuantityLine = { readonly key: string; readonly quantity: number }

/** Every question throws ConnectionFailed, LoginRefused, SettingsWrong and UnexpectedAnswer with the codes of `problems.ts`. */
export type ShopSource = {
  readonly identify: (signal: AbortSignal) => Promise<Identity>
  readonly statuses: (signal: AbortSignal) => Promise<readonly Row[]>
  /** By the time of the last change and the id; strictly after the token. A page shorter than `limit` is the last. */
  readonly orders: (page: PageRequest, signal: AbortSignal) => Promise<OrdersPage>
  /** null: the shop has no such order. */
  readonly order: (id: string, signal: AbortSignal) => Promise<unknown>
  readonly articles: (page: PageRequest, signal: AbortSignal) => Promise<ArticlesPage>
  readonly stock: (page: { readonly token: Token; readonly limit: number }, signal: AbortSignal) => Promise<StockPage>
  /** An answer for each, in the same order. Throws Refused where stock may not be written at all. */
  readonly setStock: (lines: readonly QuantityLine[], signal: AbortSignal) => Promise<readonly WrittenLine[]>
  /** Whether stock may be written, asked without writing. */
  readonly mayWriteStock: (signal: AbortSignal) => Promise<boolean>
}
