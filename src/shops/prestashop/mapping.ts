// The settings that reading an order depends on: what `to-order.ts` is given besides the order.
export type ArticleCodeField = 'reference' | 'ean13' | 'supplierReference' | 'isbn' | 'upc' | 'mpn' | 'id'

export type Mapping = {
  /** Which of the shop's codes is the article code. */
  readonly articleCode: ArticleCodeField
  /** What the user sees as the number of an order; it is recognised by its id whatever this says. */
  readonly number: 'reference' | 'id'
  readonly priceEntry: 'auto' | 'incl' | 'excl'
  /** State ids; empty: every state that means a sale. */
  readonly orderStatuses: readonly string[]
}
