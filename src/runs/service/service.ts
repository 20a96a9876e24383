// The program that runs by itself: turns that come, runs that a person asks for, what goes on and who watches. One per process;
// the leases in the store keep it apart from other processes.
import { SettingsWrong } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { nextAfter, usualZone } from '../../core/schedule/next-after.ts'
import type { Store, TaskName, TaskPlan } from '../../store/store.ts'
import { instantOf, type RunTuning, usualTuning } from '../context.ts'
import { isGone } from '../holder.ts'
import { type Program, profileOf } from '../program.ts'
import { createEvents, type Subscriber } from './events.ts'
import { jobOf } from './job.ts'
import { createLauncher, type RunStart } from './launcher.ts'
import { statusOf } from './running.ts'
import type { ProfileStatus } from './status.ts'
import { createTurns, type Timers } from './turns.ts'
import { watchOthers } from './watch-others.ts'
import { watchStore } from './watch-store.ts'

export type Service = {
  /** The program whose store tells the service's subscribers what changes in it: to be used by all ways in. */
  readonly program: Program
  /** Marks what a killed process left, and begins to wait for turns. */
  readonly start: () => Promise<void>
  /** No new runs; those that go on finish their current effect. Resolves when all have ended, or when that takes too long: a call
   *  may wait for SnelStart's limit for an hour. Ending the process then is as safe as killing it. */
  readonly stop: () => Promise<void>
  /** Throws SettingsWrong 'profile.unknown', and 'licence.paused' for a run of a profile that the licence does not cover. */
  readonly runNow: (profile: ProfileId, options?: RunNow) => Promise<RunStart>
  /** Ends the run of one profile after its current effect; false: none goes on. */
  readonly stopRun: (profile: ProfileId) => boolean
  /** After settings were saved: decides what waits anew, at once or when the run that goes on has ended. Where the plan is on, what
   *  can be made then is made as well; where it is off, nothing is written before a person says so. */
  readonly decideAgain: (profile: ProfileId) => Promise<void>
  /** PLAN-1. `nextAt` null: one interval from now. Throws StoreFailed 'store.noProfile'. */
  readonly setPlan: (plan: Pick<TaskPlan, 'profile' | 'task' | 'interval' | 'nextAt'>) => Promise<TaskPlan>
  readonly status: () => Promise<{ readonly profiles: readonly ProfileStatus[] }>
  readonly subscribe: (subscriber: Subscriber) => () => void
}

export type RunNow = {
  /** Read and decide, write nothing to SnelStart. */
  readonly preview?: boolean
  /** Left out: importing orders. */
  readonly task?: TaskName
  /** Of exporting stock: compared with all that the shop has. */
  readonly whole?: boolean
}

export type ServiceParts = {
  readonly clock: () => number
  readonly timers: Timers
  /** Of daily plans; IANA name. */
  readonly zone?: string
  readonly tuning?: RunTuning
  /** Told what goes wrong in the service itself; what goes wrong in a run is told by the run. */
  readonly report?: (error: unknown) => void
}

const day = 24 * 3_600_000
/** USE-3. */
const logKeptMs = 28 * day
const runsKeptMs = 366 * day
const cleanEveryMs = day / 4
/** Systems give a program a minute or more before they kill it. */
const longestStopMs = 30_000

export function createService(unwatched: Program, parts: ServiceParts): Service {
  const { clock, timers, zone = usualZone, tuning = usualTuning, report = warn } = parts
  const { emit, subscribe } = createEvents(report)
  const program: Program = { ...unwatched, clock, store: watchStore(unwatched.store, emit) }
  const { store } = program
  const launcher = createLauncher({ program, tuning, zone, emit, report, ended: () => turns.lookSoon() })
  const turns = createTurns({
    tasks: store.tasks,
    clock,
    timers,
    zone,
    report,
    begin: async ({ profile, task }) => {
      if (!launcher.isFull()) await launcher.launch(profile, jobOf(task), 'plan')
    },
  })
  // Of the plans that others save as well.
  subscribe(({ type }) => (type === 'plan' || type === 'elsewhere') && turns.lookSoon())
  let cancelCleaning: (() => void) | null = null
  let endWatching: (() => void) | null = null
  const clean = (): void => {
    cancelCleaning = timers.after(cleanEveryMs, clean)
    removeOld(store, clock()).catch(report)
  }

  return {
    program,
    subscribe,
    start: async () => {
      await store.tasks.interrupted(instantOf(clock()), isGone)
      turns.start()
      clean()
      endWatching = watchOthers({ store, timers, emit, report })
    },
    stop: async () => {
      cancelCleaning?.()
      endWatching?.()
      const tooLong = Promise.withResolvers<void>()
      const cancel = timers.after(longestStopMs, tooLong.resolve)
      await Promise.race([Promise.all([turns.stop(), launcher.stopAll()]), tooLong.promise])
      cancel()
    },
    runNow: async (profile, { preview = false, task = 'importOrders', whole = false } = {}) => {
      await profileOf(program, profile)
      if (!preview && (await store.tasks.plan(profile, task)).paused)
        throw new SettingsWrong('licence.paused', 'outside the licence', { profile })
      const job = preview ? 'preview' : task === 'exportStock' && whole ? 'exportWhole' : jobOf(task)
      return launcher.launch(profile, job, 'person')
    },
    stopRun: (profile) => {
      const running = launcher.running.get(profile)
      running?.stop.abort()
      return running !== undefined
    },
    decideAgain: async (profile) => {
      await launcher.launchAgain(profile)
    },
    setPlan: async ({ profile, task, interval, nextAt }) => {
      const { paused } = await store.tasks.plan(profile, task)
      const first = nextAt ?? nextAfter({ interval, nextAt: null }, instantOf(clock()), zone)
      const plan: TaskPlan = { profile, task, interval, nextAt: interval === 'off' ? null : first, paused }
      await store.tasks.savePlan(plan)
      return store.tasks.plan(profile, task)
    },
    status: async () => {
      const profiles = await store.profiles.list()
      return { profiles: profiles.map(({ id }) => statusOf(id, launcher.running.get(id), clock())) }
    },
  }
}

async function removeOld(store: Store, now: number): Promise<void> {
  await store.log.purge(instantOf(now - logKeptMs))
  await store.tasks.purge(instantOf(now - runsKeptMs))
  await store.sessions.purge(instantOf(now))
}

/** On standard error. */
const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error))
