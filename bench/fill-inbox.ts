// Puts so many orders into the inbox of a data folder, as reading them from the shop would: the shop's orders over and over,
// each time under numbers of their own. They wait there for an import.
import type { Instant, ShopOrderId, ShopOrderNumber } from '../src/core/ids.ts'
import type { ShopOrder } from '../src/core/order.ts'
import { openProgram } from '../src/main.ts'
import { instantOf } from '../src/runs/context.ts'
import { connectShop, type Program } from '../src/runs/program.ts'
import type { IncomingOrder, Profile } from '../src/store/store.ts'
import { type BenchProfile, openProfile } from './scene.ts'

const pageSize = 500
const minuteMs = 60_000

export async function fillInbox(folder: string, given: BenchProfile, count: number): Promise<void> {
  const program = openProgram(folder, { keySource: 'file' })
  try {
    const profile = await openProfile(program, given)
    const samples = await readShop(program, profile)
    const { store, clock } = program
    const lease = await store.leases.take(profile.id, 'bench', clock(), 10 * minuteMs)
    if (lease === null) throw new Error('the new profile is in use')
    for (let from = 0; from < count; from += pageSize) {
      const length = Math.min(pageSize, count - from)
      const orders = Array.from({ length }, (_, index) => numbered(samples, from + index))
      await store.inbox.storePage(lease, { orders, cursor: '{}', upTo: null, at: instantOf(clock()) })
    }
    await store.leases.release(lease)
  } finally {
    await program.store.close()
  }
}

type Sample = { readonly order: ShopOrder; readonly raw: unknown }

async function readShop(program: Program, profile: Profile): Promise<readonly Sample[]> {
  const shop = await connectShop(program, profile)
  const samples: Sample[] = []
  const options = { startAt: { at: '2026-01-01T00:00:00Z' as Instant }, signal: new AbortController().signal }
  for await (const page of shop.readOrders(null, options))
    for (const read of page.orders) if (read.ok) samples.push(read)
  await shop.close()
  return samples
}

function numbered(samples: readonly Sample[], index: number): IncomingOrder {
  const { order, raw } = samples[index % samples.length]!
  const number = String(index + 1)
  const placedAt = instantOf(Date.UTC(2026, 0, 5) + index * minuteMs)
  const id = number as ShopOrderId
  const renumbered = { ...order, id, number: number as ShopOrderNumber, placedAt }
  return { id, number: renumbered.number, order: renumbered, problem: null, raw }
}
