// The profiles that are being run by this process: each once at most. Knows how far each is, not what it does.
import type { ProfileId } from '../../core/ids.ts'
import type { TaskRun } from '../../store/store.ts'
import { instantOf, type Progress, type RunParts } from '../context.ts'
import { measure, type Pace, paceOf } from './pace.ts'
import { idleStatus, type ProfileStatus } from './status.ts'

export type Running = {
  readonly profile: ProfileId
  readonly stop: AbortController
  readonly startedAt: number
  finished: Promise<TaskRun | null>
  progress: Progress | null
  pace: Pace | null
  /** When the page was told last; ms. */
  toldAt: number
  /** Those of the connection, once it is open. */
  waits: RunParts['accounting']['waits'] | null
  /** Settings were saved meanwhile: to be decided anew when it has ended. */
  again: boolean
}

export const createRunning = (profile: ProfileId, now: number): Running => ({
  profile,
  stop: new AbortController(),
  startedAt: now,
  finished: Promise.resolve(null),
  progress: null,
  pace: null,
  toldAt: Number.NEGATIVE_INFINITY,
  waits: null,
  again: false,
})

const tellEveryMs = 250

/** Notes how far it is. true: worth telling; a page need not hear of each order. */
export function noteProgress(running: Running, progress: Progress, now: number): boolean {
  const isNews =
    running.progress?.phase !== progress.phase ||
    progress.done === progress.total ||
    Math.abs(now - running.toldAt) >= tellEveryMs
  running.pace = measure(running.pace, progress, now)
  running.progress = progress
  if (isNews) running.toldAt = now
  return isNews
}

export function statusOf(profile: ProfileId, running: Running | undefined, now: number): ProfileStatus {
  if (running === undefined) return idleStatus(profile)
  const { progress, pace, startedAt, waits } = running
  const total = progress?.total ?? null
  const waitingUntil = waits?.().waitingUntilMs ?? null
  return {
    profile,
    state: 'running',
    phase: progress?.phase ?? null,
    done: progress?.done ?? 0,
    total,
    startedAt: instantOf(startedAt),
    ...paceOf(pace, total, now),
    limiterWaitingUntil: waitingUntil === null || waitingUntil <= now ? null : instantOf(waitingUntil),
  }
}
