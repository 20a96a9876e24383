// What is remembered about the shop's stock: what each of its articles was told last, what was said about it, and the changes
// for people to look back at.
import type { Instant, ProfileId } from '../core/ids.ts'
import type { PlannedChange } from '../core/stock/decide-stock.ts'
import type { StockProblem } from '../core/stock/match-lines.ts'
import type { Lease } from './lease.ts'

/** One article or combination as the shop gave it at the last whole comparison, and what we told it since. */
export type StockLine = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly notManaged: string | null
  /** What the shop confirmed, or was read to have; null: not known. */
  readonly confirmed: number | null
  /** Committed before it is written; null once the shop has answered. */
  readonly intended: number | null
}

/** A line as the shop gives it; `quantity` null: the shop does not tell, and what we know of it stays. */
export type SeenLine = Pick<StockLine, 'key' | 'code' | 'name' | 'notManaged'> & { readonly quantity: number | null }

/** What became of one change. */
export type StockOutcome = { readonly change: PlannedChange; readonly refused: boolean }

export type StoredChange = { readonly id: number; readonly at: Instant; readonly change: PlannedChange }
export type StoredStockProblem = StockProblem & { readonly since: Instant }

/** Every call with a lease throws StoreFailed 'store.leaseLost' where it is no longer held. */
export type StockStore = {
  lines(profile: ProfileId): Promise<readonly StockLine[]>
  /** When the shop's stock was last read to its end; null: never. */
  wholeAt(profile: ProfileId): Promise<Instant | null>
  /** Begins a reading of the shop's stock. One that is never finished leaves every line that was there. */
  beginWhole(lease: Lease): Promise<number>
  see(lease: Lease, reading: number, lines: readonly SeenLine[]): Promise<void>
  /** Lines that the reading did not see are gone. */
  finishWhole(lease: Lease, reading: number, at: Instant): Promise<void>
  /** Committed BEFORE the call: from here on it is not known what the shop has. */
  intend(lease: Lease, changes: readonly Pick<PlannedChange, 'key' | 'to'>[]): Promise<void>
  /** After the call. A refused one keeps what was confirmed before, and is no change to look back at. */
  settle(lease: Lease, outcomes: readonly StockOutcome[], at: Instant): Promise<void>
  /** Newest first; `text`: in the code or the name, capitals make no difference; `before` is the id of the last one of the page before. */
  changes(
    profile: ProfileId,
    ask: { readonly text?: string; readonly limit: number; readonly before?: number | null },
  ): Promise<readonly StoredChange[]>
  /** Replaces what is the matter. Gives those that were not there before, so that each is told once. */
  report(lease: Lease, problems: readonly StockProblem[], at: Instant): Promise<readonly StockProblem[]>
  /** `text` as in `changes`, in what the problem is about. */
  problems(
    profile: ProfileId,
    ask: { readonly text?: string; readonly limit: number },
  ): Promise<{ readonly problems: readonly StoredStockProblem[]; readonly total: number }>
  /** Removes changes that are older. Gives how many. */
  purge(before: Instant): Promise<number>
  /** Forgets what the shop was told, as for a shop that was replaced by another. */
  forget(profile: ProfileId): Promise<void>
}
