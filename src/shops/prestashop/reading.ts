// What reading has in hand: the way into the shop, the shop's own settings of today, and the user's.
import type { ShopEnvironment } from '../shop.ts'
import { toZone } from './dates.ts'
import type { Mapping } from './mapping.ts'
import type { ShopSource } from './source.ts'
import type { Identity } from './wire.ts'

export type Reading = {
  readonly source: ShopSource
  readonly identity: Identity
  readonly mapping: Mapping
  readonly environment: ShopEnvironment
}

/** The zone that the shop's wall times are in. */
export const zoneOf = ({ identity }: Reading): string => toZone(identity.timezone)
