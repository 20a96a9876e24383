// How fast is an import, and what does it cost this machine? First against a simulator that answers at once; then with
// 200 ms per call and SnelStart's real limits, where nothing but the limit should hold it back.
import { setTimeout as wait } from 'node:timers/promises'
import { importInChild, withOutside } from './processes.ts'
import { realLimits } from './scene.ts'

export type ImportRate = {
  readonly ordersPerSecond: number
  readonly cpuMsPerOrder: number
  /** Time that the limit needs for two minutes' worth of calls, over the time it took. */
  readonly limiterShare: number
}

export async function run({ orders = 5_000 } = {}): Promise<ImportRate> {
  return { ...(await measureUnlimited(orders)), limiterShare: await measureLimited() }
}

function measureUnlimited(orders: number): Promise<Omit<ImportRate, 'limiterShare'>> {
  return withOutside({ orders, mix: 'mixed', latencyMs: 0, limits: 'none' }, async ({ profile }, folder) => {
    const { ms, cpuMs } = await importInChild(folder, { profile, read: true, orders })
    return { ordersPerSecond: Math.round((orders / ms) * 1000), cpuMsPerOrder: Number((cpuMs / orders).toFixed(2)) }
  })
}

const minutes = 2
const pollMs = 50

function measureLimited(): Promise<number> {
  const allowed = minutes * realLimits.perMinute
  // Each order takes at least a call, so this many take more than two minutes' worth.
  const orders = allowed
  return withOutside({ orders, mix: 'mixed', latencyMs: 200, limits: 'real' }, async (outside, folder) => {
    const imported = importInChild(folder, { profile: outside.profile, read: true, orders })
    const begins = Promise.all([whenCalled(outside.simulatorUrl, 1), whenCalled(outside.simulatorUrl, allowed + 1)])
    const [[first, beyond]] = await Promise.all([begins, imported])
    return Number(((minutes * 60_000) / (beyond - first)).toFixed(3))
  })
}

/** When the simulator had let through so many calls of the API. */
async function whenCalled(simulatorUrl: string, count: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${simulatorUrl}/_simulator/calls`)
    const calls = (await answer.json()) as readonly { kind: string; status: number | null }[]
    if (calls.filter(({ kind, status }) => kind === 'api' && status !== 429).length >= count) return performance.now()
    await wait(pollMs)
  }
}
