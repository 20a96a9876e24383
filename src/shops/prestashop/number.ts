// What people see as the number of an order. It is recognised by its id: a basket that was split over carriers gives several
// orders of one reference.
import type { Mapping } from './mapping.ts'
import { plainText } from './text.ts'
import type { OrderRaw } from './wire.ts'

/** The reference, with '-2', '-3' … for the later orders of a split basket (by id, so that it stays the same), or the id. */
export function numberOf({ order, siblings }: OrderRaw, { number }: Pick<Mapping, 'number'>): string {
  const id = order['id_order'] ?? ''
  const reference = plainText(order['reference'])
  if (number === 'id' || reference === '') return id
  const before = siblings.filter((row) => Number(row['id_order']) < Number(id)).length
  return before === 0 ? reference : `${reference}-${before + 1}`
}
