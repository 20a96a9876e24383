// The settings that reading an order depends on: what `to-order.ts` is given besides the order and the shop's set-up.
import type { ChargeKind } from '../../core/order.ts'

export type ArticleCodeField = 'sku' | 'skuElseModel' | 'model' | 'ean' | 'upc' | 'jan' | 'isbn' | 'mpn'

export type Mapping = {
  /** Which of the shop's codes is the article code. */
  readonly articleCode: ArticleCodeField
  /** 4.x: use the code of the chosen variant where it has its own. */
  readonly variantCodes: boolean
  /** Row code of `order_total` to kind, for rows of extensions. */
  readonly chargeKinds: Readonly<Record<string, ChargeKind>>
  readonly priceEntry: 'auto' | 'incl' | 'excl'
  /** What an order without any tax means in this shop. */
  readonly untaxedOrders: 'auto' | 'noVat' | 'inclVat'
  /** The rate in the prices where `untaxedOrders` is 'inclVat'. */
  readonly includedVatPercent: number
  /** Status ids; empty: every status that means a sale. */
  readonly orderStatuses: readonly string[]
}
