// Whether the service is alive and able to work, for those who watch the machine (BEY-6).
import { Failure } from '../core/failures.ts'
import type { Instant, ProfileId } from '../core/ids.ts'
import type { Store } from '../store/store.ts'

/** Reads what `healthOf` needs. `running`: gives the profiles that run here now; their turn may be late. */
export async function readHealth(
  store: Pick<Store, 'tasks'>,
  known: { version: string; startedAt: Instant; nowMs: number; running: () => Promise<readonly ProfileId[]> },
): Promise<Health> {
  const { running, ...facts } = known
  try {
    const busy = await running()
    const turns = (await store.tasks.plans())
      .filter(({ profile, paused }) => !paused && !busy.includes(profile))
      .map(({ nextAt }) => nextAt)
      .filter((at) => at !== null)
    return healthOf({ ...facts, storeFailure: null, earliestTurn: turns.toSorted()[0] ?? null })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return healthOf({ ...facts, storeFailure: error.code, earliestTurn: null })
  }
}

export type Health = {
  readonly status: 'ok' | 'failing'
  readonly version: string
  readonly uptimeSeconds: number
  /** Per part 'ok', or the code of what is wrong. */
  readonly checks: Readonly<Record<'store' | 'scheduler', string>>
}

/** A turn that should have begun this long ago means that the scheduler does not work. */
const lateMs = 10 * 60_000

/** Alive and able to work; orders that wait and failing remotes are no illness of the service. `status` 'failing' is answered
 *  with 503. `storeFailure`: code of what the store threw; `earliestTurn`: the earliest turn that waits to begin. */
export function healthOf(facts: {
  readonly version: string
  readonly startedAt: Instant
  readonly nowMs: number
  readonly storeFailure: string | null
  readonly earliestTurn: Instant | null
}): Health {
  const { version, startedAt, nowMs, storeFailure, earliestTurn } = facts
  const late = earliestTurn !== null && nowMs - Date.parse(earliestTurn) > lateMs
  const checks = { store: storeFailure ?? 'ok', scheduler: late ? 'late' : 'ok' }
  const status = Object.values(checks).every((check) => check === 'ok') ? 'ok' : 'failing'
  return { status, version, uptimeSeconds: Math.max(0, Math.round((nowMs - Date.parse(startedAt)) / 1000)), checks }
}
