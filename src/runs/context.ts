// What a run is given: the real parts behind their interfaces, the settings as choices, and the clock. Built by main.ts;
// nothing in `runs` knows which shop or which kind of administration it works for.
import type { AccountingConnection } from '../accounting/accounting.ts'
import type { Choices } from '../core/choices.ts'
import type { Instant } from '../core/ids.ts'
import type { Problem } from '../core/problem.ts'
import type { ReadOptions, ShopConnection } from '../shops/shop.ts'
import type { InboxEntry, Lease, LogEntry, LogLevel, Profile, Store } from '../store/store.ts'
import type { Point } from './points.ts'

/** 'stock': reading and writing stock. */
export type Phase = 'settle' | 'mirror' | 'read' | 'write' | 'stock'

export type Progress = { readonly phase: Phase; readonly done: number; readonly total: number | null }

export type RunParts = {
  readonly store: Store
  readonly profile: Profile
  readonly shop: ShopConnection
  readonly accounting: AccountingConnection
  readonly choices: Choices
  readonly startAt: ReadOptions['startAt']
  /** ms since 1970. */
  readonly clock: () => number
  readonly signal: AbortSignal
  /** For calls that write: a little later than `signal`, so that an effect that was intended is finished (BEY-1) and only what
   *  then still waits for a turn is given up. */
  readonly callSignal: AbortSignal
  readonly progress: (progress: Progress) => void
  /** Told at every point where a crash would matter; does nothing but in the crash test. */
  readonly at: (point: Point) => void
  readonly tuning: RunTuning
}

export type RunTuning = {
  /** Orders written side by side; what makes customers or articles still goes one at a time. */
  readonly ordersAtOnce: number
  /** How long after its intent a write that cannot be found may be called surely absent: a remote can still be busy with
   *  a request whose answer we lost. */
  readonly doubtSettlesMs: number
  /** How old the mirror may be when a new customer is made: somebody may have typed it in meanwhile. */
  readonly freshForCreatingMs: number
  readonly createsPerRefresh: number
  readonly leaseMs: number
  /** A whole reading of the mirror after this long, and of the small lists. */
  readonly wholeMirrorMs: number
  readonly listsMs: number
  /** Taken off the remote's change mark, because its clock and our reading overlap. */
  readonly overlapMinutes: number
}

export const usualTuning: RunTuning = {
  ordersAtOnce: 4,
  doubtSettlesMs: 2 * 60_000,
  freshForCreatingMs: 20_000,
  createsPerRefresh: 25,
  leaseMs: 60_000,
  wholeMirrorMs: 24 * 3_600_000,
  listsMs: 3_600_000,
  overlapMinutes: 5,
}

export type Held = {
  readonly lease: Lease
  /** When the one before, which never gave its lease back, was last known to be there, in ms since 1970: until then it may have sent
   *  something. null: it gave it back. */
  readonly predecessorSeenAt?: number | null
}

export type RunContext = RunParts & Held

/** What reading the administration needs; no shop. */
export type MirrorContext = Omit<RunContext, 'shop' | 'choices' | 'startAt' | 'callSignal'>

const graceMs = 1000

/** Aborts a moment after `signal` does, with its reason. */
export function lateSignal(signal: AbortSignal): AbortSignal {
  const late = new AbortController()
  const stop = (): void => void setTimeout(() => late.abort(signal.reason), graceMs).unref()
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  return late.signal
}

export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant
export const now = (parts: Pick<RunParts, 'clock'>): Instant => instantOf(parts.clock())

/** A log line that belongs to no order. */
export function logLine(
  parts: Pick<RunParts, 'store' | 'profile' | 'clock'>,
  level: LogLevel,
  code: string,
  data: Readonly<Record<string, string>> = {},
): Promise<void> {
  return parts.store.log.add([{ at: now(parts), profile: parts.profile.id, level, order: null, code, data }])
}

export type OrderLogLine = Omit<LogEntry, 'profile'>

/** The log line of an order with a problem or warning: the problem's code and data beside what every message names. */
export const problemLine = (
  parts: Pick<RunParts, 'clock'>,
  entry: Pick<InboxEntry, 'number' | 'customerName' | 'totalIncl'>,
  code: 'order.problem' | 'order.unknown' | 'order.skipped' | 'order.warning',
  problem: Problem,
): OrderLogLine => ({
  at: now(parts),
  level: 'normal',
  order: entry.number,
  code,
  data: { ...problem.data, problem: problem.code, customer: entry.customerName, amount: entry.totalIncl },
})
