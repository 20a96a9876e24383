// The interface that every webshop is reached through. What a shop can do is data (`capabilities`); nothing outside a
// shop's own folder knows which shop it is.
import type { z } from 'zod'
import type { Instant, ShopOrderId } from '../core/ids.ts'
import type { OrderStatus, ShopOrder } from '../core/order.ts'
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
}

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
  /** SHOP-9: leg by leg; goes on to the next leg only where that makes sense. Never throws for what the shop does wrong. */
  readonly test: (signal: AbortSignal) => AsyncIterable<TestLeg>
  /** Removes what was placed in the shop (the endpoint). Safe to repeat. */
  readonly disconnect: (signal: AbortSignal) => Promise<void>
  readonly close: () => Promise<void>
}

export type ShopEnvironment = {
  /** Now, in ms since 1970; an argument so that tests own the clock. */
  readonly clock: () => number
  /** Random bytes as lower-case hex; for nonces and keys. */
  readonly randomHex: (bytes: number) => string
  readonly log: (level: 'normal' | 'extended', code: string, data: Readonly<Record<string, string>>) => void
  /** Values that the connection itself makes and must find back (an endpoint's address and key), kept per profile, secret. */
  readonly memory: ConnectionMemory
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
  /** `settings` as the kind's own schema checked them. A method, so that kinds with different settings fit one list. */
  connect(settings: z.infer<z.ZodObject<Shape>>, environment: ShopEnvironment): Promise<ShopConnection>
}

/** Keeps the exact type of the settings while giving every shop the same shape. */
export const defineShop = <const Shape extends Fields>(shop: ShopKind<Shape>): ShopKind<Shape> => shop
