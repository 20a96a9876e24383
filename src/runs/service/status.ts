// What the status line shows of one profile: idle, or which step, how far, how fast and how long still.
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { Phase } from '../context.ts'

export type ProfileStatus = {
  readonly profile: ProfileId
  readonly state: 'idle' | 'running'
  /** null: idle, or nothing told yet. */
  readonly phase: Phase | null
  readonly done: number
  /** null: not known. */
  readonly total: number | null
  readonly startedAt: Instant | null
  /** Of the step that goes on; null: too early to tell. */
  readonly perMinute: number | null
  readonly secondsLeft: number | null
  /** SnelStart's limit makes us wait until then. */
  readonly limiterWaitingUntil: Instant | null
}

export const idleStatus = (profile: ProfileId): ProfileStatus => ({
  profile,
  state: 'idle',
  phase: null,
  done: 0,
  total: null,
  startedAt: null,
  perMinute: null,
  secondsLeft: null,
  limiterWaitingUntil: null,
})
