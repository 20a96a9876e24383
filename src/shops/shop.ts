// The interface that every webshop is reached through. What a shop can do is data (`capabilities`); nothing outside a
// shop's own folder knows which shop it is.
import type { z } from 'zod'
import type { Instant, ShopOrderId } from '../core/ids.ts'
import type { Decimal } from '../core/money.ts'
import type { OrderLine, OrderStatus, ShopOrder } from '../core/order.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import type { TestLeg } from '../core/test-leg.ts'
import type { Text } from '../core/text.ts'
import type { Fields } from '../settings/field.ts'

/** Opaque to everything but the shop that made it; its meaning stands in the shop's doc comment. JSON text. */
export type Cursor = string

export type ShopCapabilities = {
  readonly stock: boolean
  readonly startsAt: readonly ('date' | 'number')[]
  /** Reads a list of order statuses for the setting that chooses among them. */
  readonly orderStatuses: boolean
  /** Gives the articles that were changed (ART, 'Artikelen synchroniseren'). */
  readonly articles: boolean
  /** Reads files that people give it (an export of the shop). */
  readonly files?: true
  /** Tells of refunds and cancellations after an order was read (BEY-3). */
  readonly credits: boolean
}

/** One article, or one variant of it, as the shop keeps its stock. */
export type ShopStockLine = {
  /** The shop's own key for writing, opaque: article and variant together. */
  readonly key: string
  /** The code that it is recognised by; '' where it has none. */
  readonly code: string
  readonly name: string
  /** As the shop sells it now; null: the shop does not tell. */
  readonly quantity: Decimal | null
  /** null: its stock can be written; else why not (a code of this adapter's messages). */
  readonly notManaged: string | null
}

/** The quantity to sell from now on; absolute, so that writing it twice does no harm. Whole, may be negative. */
export type StockChange = { readonly key: string; readonly quantity: number }

export type StockAnswer =
  | { readonly key: string; readonly ok: true }
  | {
      readonly key: string
      readonly ok: false
      readonly reason: { readonly code: string; readonly data: Readonly<Record<string, string>> }
    }

export type ShopStock = {
  /** Changes in one call. */
  readonly batch: number
  /** Every article and variant, in pages. */
  readonly read: (signal: AbortSignal) => AsyncIterable<readonly ShopStockLine[]>
  /** At most `batch` changes; an answer for each, in the same order. Safe to repeat. Throws as reading does, and Refused where
   *  the shop does not let us write stock at all. */
  readonly write: (changes: readonly StockChange[], signal: AbortSignal) => Promise<readonly StockAnswer[]>
}

/** An article as the shop has it now, for keeping the administration's articles the same. */
export type ShopArticle = {
  readonly key: string
  /** null: it has none. */
  readonly code: string | null
  readonly alternativeCodes: OrderLine['alternativeCodes']
  readonly name: string
  /** Unrounded, in the shop's own currency; null: the shop does not tell. */
  readonly priceExcl: Decimal | null
  readonly priceIncl: Decimal | null
  readonly vatPercent: Decimal | null
  readonly active: boolean
  readonly changedAt: Instant
}

export type ArticlePage = { readonly articles: readonly ShopArticle[]; readonly cursor: Cursor }

/** One order as read. `raw` is what the shop sent for it (JSON), kept beside it so that a mapping can be redone. */
export type ReadOrder =
  | { readonly ok: true; readonly order: ShopOrder; readonly raw: unknown }
  /** An order that is there but cannot be understood: it waits in the inbox with this reason; it is never dropped. */
  | {
      readonly ok: false
      readonly id: ShopOrderId
      readonly number: string
      readonly reason: { readonly code: string; readonly data: Readonly<Record<string, string>> }
      readonly raw: unknown
    }

export type OrderPage = {
  readonly orders: readonly ReadOrder[]
  /** Orders whose status is not imported and that the shop cancelled or refunded, and the refunds of such orders: they count only
   *  where the order was read before (BEY-3). Absent: none. */
  readonly withdrawn?: readonly ReadOrder[]
  /** Where the next run begins once this page is stored. */
  readonly cursor: Cursor
  /** The start point in the user's words (SHOP-1): the last order that was read in. */
  readonly upTo: { readonly placedAt: Instant; readonly number: string } | null
}

export type ReadOptions = {
  /** Where to begin when there is no cursor yet (SHOP-1): an instant or an order number. */
  readonly startAt: { readonly at: Instant } | { readonly number: string } | null
  readonly signal: AbortSignal
}

export type ShopConnection = {
  /** Orders after `from`, oldest first, in pages, with the overlap that the shop needs: the same order may come again,
   *  in the same or in a changed state. Safe to repeat. Throws ConnectionFailed, LoginRefused, UnexpectedAnswer. */
  readonly readOrders: (from: Cursor | null, options: ReadOptions) => AsyncIterable<OrderPage>
  /** One order as it is now; null: the shop has it no more, or it has become unimportable (status 0). */
  readonly readOrder: (id: ShopOrderId, signal: AbortSignal) => Promise<ReadOrder | null>
  /** Translates a kept `raw` anew, without a call. */
  readonly reread: (raw: unknown) => ReadOrder
  readonly readOrderStatuses: (signal: AbortSignal) => Promise<readonly OrderStatus[]>
  /** null: the shop cannot (capability `stock`), or not in the way it is connected. */
  readonly stock: ShopStock | null
  /** Articles changed after `from`, oldest change first, with the overlap that the shop needs. null: the shop cannot. */
  readonly readArticles: ((from: Cursor | null, options: ReadOptions) => AsyncIterable<ArticlePage>) | null
  /** SHOP-9: leg by leg; goes on to the next leg only where that makes sense. Never throws for what the shop does wrong. */
  readonly test: (signal: AbortSignal) => AsyncIterable<TestLeg>
  /** Removes what was placed in the shop (the endpoint). Safe to repeat. */
  readonly disconnect: (signal: AbortSignal) => Promise<void>
  readonly close: () => Promise<void>
}

export type ShopEnvironment = {
  /** Now, in ms since 1970; an argument so that tests own the clock. */
  readonly clock: () => number
  /** Waits; an argument so that tests need not. Left out: the machine's own timer. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Random bytes as lower-case hex; for nonces and keys. */
  readonly randomHex: (bytes: number) => string
  readonly log: (level: 'normal' | 'extended', code: string, data: Readonly<Record<string, string>>) => void
  /** Values that the connection itself makes and must find back (an endpoint's address and key), kept per profile, secret. */
  readonly memory: ConnectionMemory
  /** Folder with the files that people gave for this profile; null or left out: there is no place for them here. It may not exist yet. */
  readonly uploads?: string | null
}

export type ConnectionMemory = {
  readonly get: (name: string) => Promise<string | null>
  readonly set: (name: string, value: string | null) => Promise<void>
}

export type ShopKind<Shape extends Fields = Fields> = {
  readonly kind: string
  readonly title: Text
  readonly settings: Shape
  /** Texts for every code that this adapter throws or gives as a reason. */
  readonly messages: FailureCatalogue
  readonly capabilities: ShopCapabilities
  /** Orders come from files by a mapping document (src/mapping): the setting that holds it, and what counts while that is empty. */
  readonly mapping?: { readonly setting: string; readonly builtIn: () => string }
  /** What a person installs in the shop first, to be fetched from the page: a folder below `bridges`, given as a zip. */
  readonly download?: { readonly folder: string; readonly title: Text }
  /** `settings` as the kind's own schema checked them. A method, so that kinds with different settings fit one list. */
  connect(settings: z.infer<z.ZodObject<Shape>>, environment: ShopEnvironment): Promise<ShopConnection>
}

/** Keeps the exact type of the settings while giving every shop the same shape. */
export const defineShop = <const Shape extends Fields>(shop: ShopKind<Shape>): ShopKind<Shape> => shop
