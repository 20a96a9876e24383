// What S-Connect remembers, behind one interface: SQLite by default, other databases with the same promises. Everything
// that a run writes goes through a lease, checked in the same transaction, so that a worker that lost it cannot write.
import type { CalendarDate, Instant, ProfileId, RemoteId, ShopOrderId, ShopOrderNumber } from '../core/ids.ts'
import type { ShopOrder } from '../core/order.ts'
import type { ChosenCustomer } from '../core/plan.ts'
import type { Problem } from '../core/problem.ts'
import type { ArticleSyncStore } from './article-sync-store.ts'
import type { Lease } from './lease.ts'
import type { SessionStore, TaskStore, UserStore, ValueStore } from './service-store.ts'
import type { StockStore } from './stock-store.ts'

export type { Lease } from './lease.ts'
export type {
  Session,
  SessionStore,
  TaskFailure,
  TaskName,
  TaskOutcome,
  TaskPlan,
  TaskRun,
  TaskStore,
  User,
  UserRole,
  UserStore,
  UserWithHash,
  ValueStore,
} from './service-store.ts'
export { taskNames } from './service-store.ts'
export type { SeenLine, StockStore } from './stock-store.ts'

export type InboxState = 'waiting' | 'writing' | 'done' | 'skipped' | 'problem' | 'unknown' | 'dismissed'
/** States that wait for something; the page is never green while one of these is there. */
export const openStates: readonly InboxState[] = ['waiting', 'writing', 'problem', 'unknown']

/** One order as it comes from the shop. `order` null: it could not be understood; `problem` says why. */
export type IncomingOrder = {
  readonly id: ShopOrderId
  readonly number: ShopOrderNumber
  readonly order: ShopOrder | null
  readonly problem: Problem | null
  /** What the shop sent, JSON. */
  readonly raw: unknown
}

export type InboxEntry = {
  readonly id: ShopOrderId
  readonly number: ShopOrderNumber
  readonly state: InboxState
  readonly order: ShopOrder | null
  readonly customerName: string
  readonly totalIncl: string
  readonly currency: string
  readonly placedAt: Instant | null
  /** Why it waits (problem, unknown), was skipped, or null. */
  readonly problem: Problem | null
  /** Said on an order that was made: a total that differs, a name shortened. */
  readonly warnings: readonly Problem[]
  /** The last decision as data (plan, steps, near misses), for `show`; null: not decided yet. */
  readonly decision: unknown
  /** null: recognised by the program. Stays with the order whatever the shop changes in it. */
  readonly chosenCustomer: ChosenCustomer | null
  readonly remoteId: RemoteId | null
  readonly remoteNumber: string | null
  readonly dismissedBecause: string | null
  /** The shop changed the order after it was made, skipped or dismissed. */
  readonly changedSince: boolean
  readonly receivedAt: Instant
  readonly updatedAt: Instant
}

export type EffectState = 'intended' | 'done' | 'unknown' | 'absent'
/** One call that changes something outside (design 3). `step`: 'customer', 'customerUpdate', 'article:CODE', 'salesOrder' … */
export type Effect = {
  readonly order: ShopOrderId
  readonly step: string
  readonly marker: string
  readonly state: EffectState
  readonly remoteId: RemoteId | null
  /** What is needed to look it up again (plain JSON). */
  readonly data: unknown
  readonly intendedAt: Instant
  readonly settledAt: Instant | null
}

export type LogLevel = 'normal' | 'extended'
export type LogEntry = {
  readonly at: Instant
  readonly profile: ProfileId
  readonly level: LogLevel
  readonly order: ShopOrderNumber | null
  /** Of the message catalogue. */
  readonly code: string
  readonly data: Readonly<Record<string, string>>
}

/** What of the log is asked for; everything that is given must fit. */
export type LogFilter = {
  readonly profile?: ProfileId
  readonly order?: string
  readonly level: LogLevel
  /** Anywhere in what the entry tells (its data and order number), capitals and accents make no difference. Fewer than three
   *  characters: the order number itself. */
  readonly text?: string
  /** With `text`: entries with one of these codes (of the message itself, its problem or its failure) are found as well,
   *  because the text is in the words of the message. */
  readonly codes?: readonly string[]
  /** Both included. */
  readonly from?: Instant
  readonly to?: Instant
}
export type StoredLogEntry = LogEntry & { readonly id: number }

/** One day of the shop's calendar, by what has become of its orders. */
export type DayCounts = {
  readonly day: CalendarDate
  readonly made: number
  /** Skipped and dismissed. */
  readonly skipped: number
  /** Problem and unknown. */
  readonly problem: number
  /** Waiting and being written. */
  readonly waiting: number
  /** Incl. VAT, of those made in euros, in cents precise: '1234.50'. */
  readonly amount: string
}

export type MirrorKind = 'lists' | 'customers' | 'articles'
export type MirrorRow = { readonly id: string; readonly modifiedAt: string | null; readonly data: unknown }
export type MirrorState = {
  /** Highest `modifiedAt` of the remote seen; the next refresh begins an overlap before it. */
  readonly highWater: string | null
  /** When the last whole reading was finished, and the last refresh of any kind. */
  readonly wholeAt: Instant | null
  readonly refreshedAt: Instant | null
}

export type Profile = {
  readonly id: ProfileId
  readonly description: string
  readonly shopKind: string
  readonly accountingKind: string
  readonly product: Product
  /** Settings by part, without the secret ones. */
  readonly settings: ProfileSettings
  readonly createdAt: Instant
}
/** What orders become: sales orders, or sales entries in the books (FIN). */
export const products = ['order', 'bookkeeping'] as const
export type Product = (typeof products)[number]

export type SettingsPart = 'general' | 'shop' | 'accounting' | 'sales' | 'articles' | 'customers' | 'bookkeeping'
export type ProfileSettings = Readonly<Record<SettingsPart, Readonly<Record<string, unknown>>>>

/** One saving of settings: what it changed, as text; secrets only as 'changed'. `from` or `to` null: there was, or is, none. */
export type SettingsChange = {
  readonly part: SettingsPart
  readonly at: Instant
  readonly by: string
  readonly changes: readonly { readonly key: string; readonly from: string | null; readonly to: string | null }[]
}

/** What a run says about an order when it is finished with it; one transaction with everything named in it. */
export type Settlement = {
  readonly state: 'done' | 'skipped' | 'problem' | 'unknown' | 'waiting'
  readonly problem?: Problem | null
  readonly warnings?: readonly Problem[]
  readonly decision?: unknown
  readonly remoteId?: RemoteId | null
  readonly remoteNumber?: string | null
  /** Settles these effects as well. */
  readonly effects?: readonly {
    readonly step: string
    readonly state: EffectState
    readonly remoteId: RemoteId | null
  }[]
  readonly log?: readonly Omit<LogEntry, 'profile'>[]
}

/** Throws StoreFailed: 'store.full', 'store.readOnly', 'store.locked' (another process has the data folder), 'store.newer'
 *  (database of a newer version), 'store.damaged', 'store.noProfile'; and 'store.leaseLost' from every call that takes a lease it
 *  no longer holds. */
export type Store = {
  readonly profiles: {
    list(): Promise<readonly Profile[]>
    get(id: ProfileId): Promise<Profile | null>
    /** Throws StoreFailed 'store.profileExists'. */
    add(profile: Profile): Promise<void>
    /** With all its orders, effects, log, mirror and secrets. */
    remove(id: ProfileId): Promise<void>
    /** Replaces one part; keeps the history of what changed. `changes` hold old and new as text, secrets only as 'changed'. */
    saveSettings(
      id: ProfileId,
      part: SettingsPart,
      values: Readonly<Record<string, unknown>>,
      by: string,
      at: Instant,
    ): Promise<void>
    saveDescription(id: ProfileId, description: string): Promise<void>
    /** What changed in the settings, newest first. */
    history(id: ProfileId): Promise<readonly SettingsChange[]>
  }
  /** Encrypted at rest; names such as 'accounting.clientKey' or 'memory.endpoint'. Reading or setting one throws StoreFailed
   *  'store.keyWrong' where the key of this data folder is not to be had; everything else goes on. */
  readonly secrets: {
    /** `profile` null: a secret of the whole program, such as the password of the mail server. */
    get(profile: ProfileId | null, name: string): Promise<string | null>
    set(profile: ProfileId | null, name: string, value: string | null, at: Instant, by?: string): Promise<void>
    /** Name and when it was set; never the value. */
    list(profile: ProfileId | null): Promise<readonly { readonly name: string; readonly setAt: Instant }[]>
    /** Puts the key back. Throws SettingsWrong 'secrets.recoveryCodeMistyped' (`group` counts from 1, null: wrong length) and
     *  'secrets.recoveryCodeOther' (the code of another key). */
    restoreKey(recoveryCode: string): Promise<void>
    /** Where the key is lost for good: forgets every secret and makes a new key. Gives its recovery code. */
    renewKey(): Promise<string>
  }
  readonly leases: {
    /** null: somebody else holds it and it has not run out. `now` in ms since 1970. */
    /** `insteadOf`: a holder that is known to be dead; its lease is taken over although it has not run out. */
    take(profile: ProfileId, holder: string, now: number, forMs: number, insteadOf?: string): Promise<Lease | null>
    /** false: it was lost. */
    renew(lease: Lease, now: number, forMs: number): Promise<boolean>
    release(lease: Lease): Promise<void>
    holder(profile: ProfileId): Promise<{ readonly holder: string; readonly until: number } | null>
  }
  readonly inbox: {
    /** Orders and cursor in ONE transaction (design 1). New: waiting (or problem where it could not be understood). Known and
     *  unchanged: nothing. Changed while waiting or with a problem: replaced and waiting. Changed when done, skipped or
     *  dismissed: kept and marked `changedSince`. Changed while writing or unknown: the newer data wait until it is settled. */
    storePage(
      lease: Lease,
      page: { orders: readonly IncomingOrder[]; cursor: string; upTo: unknown; at: Instant },
    ): Promise<{ readonly added: number; readonly changed: number; readonly same: number }>
    cursor(profile: ProfileId): Promise<{ readonly cursor: string | null; readonly upTo: unknown }>
    /** Forgets the cursor, so that the next run begins at the start point again. */
    resetCursor(profile: ProfileId): Promise<void>
    get(profile: ProfileId, id: ShopOrderId): Promise<InboxEntry | null>
    /** By the number that people see; several shops of one installation can share none, so at most one. */
    find(profile: ProfileId, number: string): Promise<InboxEntry | null>
    raw(profile: ProfileId, id: ShopOrderId): Promise<unknown>
    /** Oldest first, by (placedAt, id); `after` is the last entry of the page before. */
    page(
      profile: ProfileId,
      ask: {
        states?: readonly InboxState[]
        limit: number
        after?: { placedAt: Instant | null; id: ShopOrderId } | null
        /** In the number, the customer's name or the number in SnelStart; capitals make no difference. */
        text?: string
        newestFirst?: boolean
        /** true: only orders that credit another; false: only those that do not. */
        credits?: boolean
      },
    ): Promise<readonly InboxEntry[]>
    /** Orders that credit this one, oldest first. */
    creditsOf(profile: ProfileId, id: ShopOrderId): Promise<readonly InboxEntry[]>
    /** The order as the shop told it last, which may be newer than what its entry stands on; null: not in the inbox, or not understood. */
    newest(profile: ProfileId, id: ShopOrderId): Promise<ShopOrder | null>
    /** Orders that are done, skipped or dismissed and that the shop changed since anybody looked at what that means. */
    unseen(profile: ProfileId, limit: number): Promise<readonly InboxEntry[]>
    /** They were looked at; `derived` is what follows from it, added in the same transaction unless it is there already. Gives
     *  whether it was added. */
    markSeen(lease: Lease, id: ShopOrderId, derived: IncomingOrder | null, at: Instant): Promise<boolean>
    /** Days with orders, oldest first, from this day of the shop's calendar on. */
    perDay(profile: ProfileId, from: CalendarDate): Promise<readonly DayCounts[]>
    counts(profile: ProfileId): Promise<Readonly<Record<InboxState, number>>>
    /** What a settlement leaves out stays as it was, except `problem`, which is then null. Newer data that came meanwhile take
     *  over (waiting, problem) or mark the order `changedSince` (done, skipped). An order that a person dismissed meanwhile
     *  stays dismissed, unless it turned out to be done. */
    settle(lease: Lease, id: ShopOrderId, settlement: Settlement, at: Instant): Promise<void>
    /** For people: back to waiting (only from problem, waiting, skipped or dismissed; unknown goes on being looked up), with the
     *  newest data of the shop. With an effect in doubt it becomes unknown; not understood yet, it stays a problem. Gives how
     *  many were put back. */
    retry(profile: ProfileId, ids: readonly ShopOrderId[], at: Instant): Promise<number>
    /** For people: whose the order is, or null to have it recognised again; undecided again after it. Only where nothing was
     *  written for it and nothing is in doubt (waiting, problem); false: it was not. Safe to repeat. */
    chooseCustomer(profile: ProfileId, id: ShopOrderId, chosen: ChosenCustomer | null, at: Instant): Promise<boolean>
    /** For people: from waiting, problem, unknown or skipped. Gives how many. */
    dismiss(profile: ProfileId, ids: readonly ShopOrderId[], reason: string, at: Instant): Promise<number>
  }
  readonly effects: {
    /** Committed BEFORE the call, together with the order's state 'writing'. Throws Bug when the step is already intended, done
     *  or unknown, or the order is done, skipped or dismissed: whoever gets here has not looked. A step that was surely absent
     *  may be intended again. */
    intend(
      lease: Lease,
      effect: { order: ShopOrderId; step: string; marker: string; data: unknown },
      at: Instant,
    ): Promise<void>
    /** After the call; safe to repeat. Throws Bug where a step that is done would become something else. `mirror` rows (the customer just made) are stored in the same transaction. */
    settle(
      lease: Lease,
      order: ShopOrderId,
      step: string,
      result: { state: Exclude<EffectState, 'intended'>; remoteId: RemoteId | null },
      at: Instant,
      mirror?: readonly { kind: MirrorKind; row: MirrorRow }[],
    ): Promise<void>
    of(profile: ProfileId, order: ShopOrderId): Promise<readonly Effect[]>
    /** Intended or unknown, of orders that are not dismissed: to be looked up before anything else is written for that order. */
    open(profile: ProfileId): Promise<readonly Effect[]>
  }
  readonly mirror: {
    state(profile: ProfileId, kind: MirrorKind): Promise<MirrorState>
    /** Begins a reading. A whole one gets a new generation: rows that it does not see again are gone once it is finished, and
     *  a crash in between leaves the old generation as it was. */
    begin(lease: Lease, kind: MirrorKind, whole: boolean): Promise<number>
    put(lease: Lease, kind: MirrorKind, generation: number, rows: readonly MirrorRow[]): Promise<void>
    finish(lease: Lease, kind: MirrorKind, generation: number, whole: boolean, at: Instant): Promise<MirrorState>
    /** One row outside a reading (just made or changed by us). */
    upsert(lease: Lease, kind: MirrorKind, row: MirrorRow): Promise<void>
    get(profile: ProfileId, kind: MirrorKind, id: string): Promise<MirrorRow | null>
    /** All rows, in pages, in bounded memory. */
    stream(profile: ProfileId, kind: MirrorKind): AsyncIterable<readonly MirrorRow[]>
    forget(profile: ProfileId): Promise<void>
  }
  readonly log: {
    add(entries: readonly LogEntry[]): Promise<void>
    /** Newest first; `before` is the id of the last entry of the page before. */
    page(ask: {
      profile?: ProfileId
      level: LogLevel
      order?: string
      limit: number
      before?: number | null
    }): Promise<readonly StoredLogEntry[]>
    /** Newest first, as `page`, and equally fast with a million entries. */
    search(
      ask: LogFilter & { readonly limit: number; readonly before?: number | null },
    ): Promise<readonly StoredLogEntry[]>
    /** All that `search` finds, newest first, in pages and in bounded memory. Entries added meanwhile are left out. */
    stream(filter: LogFilter): AsyncIterable<readonly StoredLogEntry[]>
    /** Removes what is older (USE-3: four weeks). */
    purge(before: Instant): Promise<number>
    clear(profile: ProfileId | null): Promise<number>
  }
  readonly stock: StockStore
  readonly articleSync: ArticleSyncStore
  readonly tasks: TaskStore
  readonly users: UserStore
  readonly sessions: SessionStore
  readonly values: ValueStore
  /** Grows when another process has written; what this one writes itself does not count. For asking, often, whether to look again. */
  changesElsewhere(): Promise<number>
  /** A whole and readable copy of the database at this moment, made while others go on reading and writing; the file is the
   *  owner's only. Replaces what stands there, at the end, in one step. The key of the secrets is not in it. */
  backup(path: string): Promise<void>
  readonly close: () => Promise<void>
}
