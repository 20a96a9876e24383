// Does an import of 100 000 waiting orders stay within its memory, and as fast at its end as at its beginning?
import { fillInbox } from './fill-inbox.ts'
import { importInChild, withOutside } from './processes.ts'

export type Backlog = {
  /** Most memory of the importing process at any time (RSS). */
  readonly peakMb: number
  /** That of the second half over that of the first. */
  readonly halves: number
}

const samples = 1_000

/** `tell` is given the time of each half as well. */
export async function run({ orders = 100_000, tell = (_line: string) => {} } = {}): Promise<Backlog> {
  return withOutside({ orders: samples, mix: 'known', latencyMs: 0, limits: 'none' }, async ({ profile }, folder) => {
    await fillInbox(folder, profile, orders)
    const { halves } = await importInChild(folder, { profile, read: false, orders })
    const [first, second] = halves
    for (const { ms, peakMb } of halves) tell(`${orders / 2} orders: ${Math.round(ms / 1000)} s, ${peakMb} MB`)
    return {
      peakMb: Math.max(first.peakMb, second.peakMb),
      halves: Number((second.peakMb / first.peakMb).toFixed(3)),
    }
  })
}
