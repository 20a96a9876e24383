// Small data for the contract, and the way it opens stores.
import type {
  CalendarDate,
  CurrencyCode,
  Instant,
  ProfileId,
  RemoteId,
  ShopOrderId,
  ShopOrderNumber,
} from '../../core/ids.ts'
import { decimal, zero } from '../../core/money.ts'
import type { ShopOrder } from '../../core/order.ts'
import type { InboxState, IncomingOrder, Lease, Profile, Store } from '../store.ts'

export type TestStores = {
  /** Opens a store on empty ground. */
  readonly open: () => Promise<Store>
  /** Closes it and opens it again on the same data, as another process would after this one ended. */
  readonly reopen: (store: Store) => Promise<Store>
}

export const profileId = 'shop-1' as ProfileId
export const otherProfileId = 'shop-2' as ProfileId

/** Minute `minutes` of the tests' day. */
export const at = (minutes: number): Instant => new Date(Date.UTC(2026, 0, 5, 8, minutes)).toISOString() as Instant
export const orderId = (id: number | string): ShopOrderId => String(id) as ShopOrderId
export const remoteId = (id: string): RemoteId => id as RemoteId

export const sampleProfile = (id: ProfileId = profileId): Profile => ({
  id,
  description: 'Winkel',
  shopKind: 'opencart',
  accountingKind: 'snelstart-online',
  product: 'order',
  settings: {
    general: {},
    shop: { prefix: 'oc_' },
    accounting: {},
    sales: {},
    articles: {},
    customers: {},
    bookkeeping: {},
  },
  createdAt: at(0),
})

export const sampleOrder = (id: number | string, changes: Partial<ShopOrder> = {}): ShopOrder => ({
  id: orderId(id),
  number: `N${id}` as ShopOrderNumber,
  status: { code: '5', text: 'Betaald', meaning: 'paid' },
  placedAt: at(Number(id) || 0),
  changedAt: at(Number(id) || 0),
  orderDate: '2026-01-05' as CalendarDate,
  currency: 'EUR' as CurrencyCode,
  paidIn: null,
  priceEntry: 'incl',
  shop: { storeId: '0', name: 'Winkel', url: 'http://winkel.test/' },
  language: 'nl',
  customer: {
    id: null,
    group: '',
    company: '',
    firstName: 'Anna',
    lastName: 'de Wit',
    email: 'anna@voorbeeld.test',
    phone: '',
    customFields: {},
    code: null,
    vatNumber: null,
    cocNumber: null,
  },
  invoiceAddress: null,
  deliveryAddress: null,
  lines: [],
  charges: [],
  vat: [],
  totalInclUnrounded: zero,
  totalIncl: decimal('12.34'),
  payment: { code: 'ideal', method: 'iDEAL', reference: null, paidAmount: null },
  shipping: { code: '', method: '' },
  remarks: '',
  invoiceNumber: null,
  creditOf: null,
  readingNotes: [],
  ...changes,
})

export const incoming = (
  order: ShopOrder,
  raw: unknown = { order_id: order.id, remarks: order.remarks },
): IncomingOrder => ({
  id: order.id,
  number: order.number,
  order,
  problem: null,
  raw,
})

/** The order as the shop changed it afterwards. */
export const changed = (id: number | string): IncomingOrder => incoming(sampleOrder(id, { remarks: 'gewijzigd' }))

export const notUnderstood = (id: number | string): IncomingOrder => ({
  id: orderId(id),
  number: `N${id}` as ShopOrderNumber,
  order: null,
  problem: { code: 'order.unreadable', data: { field: 'total' } },
  raw: { order_id: String(id), total: 'twaalf' },
})

/** A profile and the right to work on it. */
export async function begin(store: Store, profile: ProfileId = profileId): Promise<Lease> {
  await store.profiles.add(sampleProfile(profile))
  const lease = await store.leases.take(profile, 'worker', 1000, 60_000)
  if (lease === null) throw new Error('no lease on an empty store')
  return lease
}

export const storeOrders = (store: Store, lease: Lease, orders: readonly IncomingOrder[], minutes = 100) =>
  store.inbox.storePage(lease, { orders, cursor: `cursor ${minutes}`, upTo: { minutes }, at: at(minutes) })

/** Brings an order that waits into `state`, the way a run or a person would. */
export async function bring(store: Store, lease: Lease, id: ShopOrderId, state: InboxState): Promise<void> {
  if (state === 'dismissed') await store.inbox.dismiss(lease.profile, [id], 'met de hand gedaan', at(110))
  else if (state === 'writing') await intendOrder(store, lease, id)
  else if (state !== 'waiting')
    await store.inbox.settle(lease, id, { state, problem: { code: 'p', data: {} } }, at(110))
}

export const intendOrder = (store: Store, lease: Lease, id: ShopOrderId, marker = `N${id}`): Promise<void> =>
  store.effects.intend(lease, { order: id, step: 'salesOrder', marker, data: { totalIncl: '12.34' } }, at(105))
