// What makes an order go wrong, so that one message is said of it.
import type { AccountingConnection } from '../../src/accounting/accounting.ts'
import type { Fault, Seed, SimulatorOptions } from '../../src/accounting/snelstart-online/fake.ts'
import type { Choices } from '../../src/core/choices.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import type { FakeOrder } from '../../src/shops/opencart/fake.ts'
import type { Product } from '../../src/store/store.ts'
import type { Scene } from '../support/scene.ts'

export type Situation = {
  /** What the profile makes of orders; absent: sales orders. */
  readonly product?: Product
  readonly order?: Partial<FakeOrder>
  readonly person?: Partial<FakeOrder['person']>
  /** What the shop's order is turned into after it was read. */
  readonly change?: (order: ShopOrder) => ShopOrder
  readonly choices?: Partial<Choices>
  /** On top of the usual articles. */
  readonly seed?: Seed
  readonly simulator?: Pick<SimulatorOptions, 'rounding'>
  /** What the administration can do besides. */
  readonly administration?: (connection: AccountingConnection) => AccountingConnection
  readonly fault?: readonly [call: string, action: Fault['action'], times?: 'always']
  /** What happens before a second import, which then gives the message. */
  readonly meanwhile?: (scene: Scene) => Promise<void>
}
