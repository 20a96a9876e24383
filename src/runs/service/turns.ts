// Waits for the turns of all plans (PLAN-2). Looks at least twice a minute, because a timer does not count while the computer
// sleeps and does not know when the clock is set or another process changes a plan.
import type { Instant } from '../../core/ids.ts'
import { nextAfter, nextTurn } from '../../core/schedule/next-after.ts'
import type { TaskPlan, TaskStore } from '../../store/store.ts'
import { instantOf } from '../context.ts'

export type Timers = {
  /** Calls `then` once, after `ms`; gives what cancels it. */
  readonly after: (ms: number, then: () => void) => () => void
}

export const realTimers: Timers = {
  after: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}

export type TurnParts = {
  readonly tasks: Pick<TaskStore, 'plans' | 'plan' | 'savePlan'>
  readonly clock: () => number
  readonly timers: Timers
  readonly zone: string
  /** A turn has come. Resolves once it is begun, or is not to be begun now: then it comes again at the next look. */
  readonly begin: (plan: TaskPlan) => Promise<void>
  /** Told what goes wrong in looking; it is tried again. */
  readonly report: (error: unknown) => void
}

export type Turns = {
  readonly start: () => void
  readonly stop: () => Promise<void>
  /** Looks again soon, because a plan changed or a run ended. */
  readonly lookSoon: () => void
}

const longestWaitMs = 30_000
const soonMs = 1000

export function createTurns(parts: TurnParts): Turns {
  let cancel: (() => void) | null = null
  let looking: Promise<void> = Promise.resolve()
  let going = false

  const lookAfter = (ms: number): void => {
    cancel?.()
    cancel = going ? parts.timers.after(ms, look) : null
  }
  const look = (): void => {
    cancel = null
    looking = looking.then(async () => {
      if (!going) return
      const waitMs = await lookOnce(parts).catch((error: unknown) => {
        parts.report(error)
        return longestWaitMs
      })
      lookAfter(waitMs)
    })
  }
  return {
    start: () => {
      going = true
      look()
    },
    stop: async () => {
      going = false
      lookAfter(0)
      await looking
    },
    lookSoon: () => lookAfter(soonMs),
  }
}

/** Begins what is due, the longest waiting first. Gives how long to wait until the next look; ms. */
async function lookOnce({ tasks, clock, zone, begin }: TurnParts): Promise<number> {
  const now = instantOf(clock())
  const turns = (await tasks.plans())
    .filter((plan) => !plan.paused)
    .map((plan) => ({ plan, turn: nextTurn(plan, now, zone) }))
    .filter((one): one is { plan: TaskPlan; turn: Instant } => one.turn !== null)
    .sort((one, other) => Date.parse(one.turn) - Date.parse(other.turn))
  for (const { plan, turn } of turns) {
    const noted = turn === plan.nextAt ? plan : { ...plan, nextAt: turn }
    if (noted !== plan) await tasks.savePlan(noted)
    if (turn <= now) await begin(noted)
  }
  const next = turns.find(({ turn }) => turn > now)
  return next === undefined ? longestWaitMs : Math.min(Math.max(Date.parse(next.turn) - clock(), 0), longestWaitMs)
}

/** After a run: the turn that has come is over, and so are those missed meanwhile. Read afresh: a person may have changed it. */
export async function passTurn(
  { tasks, clock, zone }: Pick<TurnParts, 'tasks' | 'clock' | 'zone'>,
  { profile, task }: Pick<TaskPlan, 'profile' | 'task'>,
): Promise<void> {
  const plan = await tasks.plan(profile, task)
  const now = instantOf(clock())
  if (plan.nextAt === null || plan.nextAt > now) return
  await tasks.savePlan({ ...plan, anchorAt: plan.anchorAt ?? plan.nextAt, nextAt: nextAfter(plan, now, zone) })
}
