// How far the shop's articles were read for the task 'Artikelen synchroniseren', and what was told about them already.
import type { ProfileId } from '../core/ids.ts'
import type { Lease } from './lease.ts'

export type ArticleSyncState = {
  /** Of the shop's articles, apart from that of its orders; null: never read. */
  readonly cursor: string | null
  /** What is the matter with articles, as keys of the run's own making, so that each is told once. */
  readonly told: readonly string[]
}

export type ArticleSyncStore = {
  state(profile: ProfileId): Promise<ArticleSyncState>
  /** After everything of a page was dealt with. Throws StoreFailed 'store.leaseLost'. */
  save(lease: Lease, state: { readonly cursor: string; readonly told: readonly string[] }): Promise<void>
}
