// What the service remembers beside the orders: plans and runs of tasks, people who log in, settings of the whole program.
import type { FailureContext } from '../core/failures.ts'
import type { Instant, ProfileId } from '../core/ids.ts'
import type { Interval } from '../core/schedule/intervals.ts'

/** 'exportStock': import orders first, then export stock (STOCK-1). */
export const taskNames = ['importOrders', 'exportStock', 'syncArticles'] as const
export type TaskName = (typeof taskNames)[number]

/** PLAN-1. `nextAt` null: no next time ('off'). */
export type TaskPlan = {
  readonly profile: ProfileId
  readonly task: TaskName
  readonly interval: Interval
  readonly nextAt: Instant | null
  /** Kept but not run: more profiles than the licence allows (PROF-4). */
  readonly paused: boolean
  /** The first turn, as a person chose it; all later ones follow from it, so that a daily plan keeps its time on the clock.
   *  Left out: it is `nextAt`. */
  readonly anchorAt?: Instant | null
}

/** What a run did. `problem` and `unknown`: how many there are when it ends, also from before. */
export type TaskCounts = {
  /** New or changed in the shop. */
  readonly read: number
  readonly done: number
  readonly skipped: number
  readonly problem: number
  readonly unknown: number
  readonly newCustomers: number
  /** Articles and combinations whose stock was written to the shop; left out: the task writes none. */
  readonly stockWritten?: number
  /** Articles made or changed in the administration; left out: the task synchronises none. */
  readonly articlesWritten?: number
}

/** 'well' and 'attention' came to their end; 'attention': orders with a problem or in doubt remain. 'stopped': by a person, with
 *  the service, or because the process was killed. */
export type TaskOutcome = 'running' | 'well' | 'attention' | 'failed' | 'stopped'

export type TaskFailure = { readonly code: string; readonly message: string; readonly context: FailureContext }

/** One run of a task. */
export type TaskRun = {
  readonly id: number
  readonly profile: ProfileId
  readonly task: TaskName
  readonly startedAt: Instant
  /** null: not yet. */
  readonly endedAt: Instant | null
  readonly by: 'plan' | 'person' | 'cli'
  readonly outcome: TaskOutcome
  readonly counts: TaskCounts
  readonly failure: TaskFailure | null
}

export type TaskStore = {
  /** Every plan that was saved. */
  plans(): Promise<readonly TaskPlan[]>
  /** 'off' where none was saved. */
  plan(profile: ProfileId, task: TaskName): Promise<TaskPlan>
  /** Throws StoreFailed 'store.noProfile'. */
  savePlan(plan: TaskPlan): Promise<void>
  /** Gives the id of the run. `holder`: who runs it, as in a lease, to tell later whether that process is still there. Throws
   *  StoreFailed 'store.noProfile'. */
  begin(run: Pick<TaskRun, 'profile' | 'task' | 'startedAt' | 'by'> & { readonly holder: string }): Promise<number>
  end(
    id: number,
    result: Pick<TaskRun, 'outcome' | 'counts' | 'failure'> & { readonly endedAt: Instant },
  ): Promise<void>
  /** The newest run, also one that is going on. */
  last(profile: ProfileId, task: TaskName): Promise<TaskRun | null>
  /** Newest first; `before` is the id of the last one of the page before. */
  runs(profile: ProfileId, limit: number, before?: number | null): Promise<readonly TaskRun[]>
  /** When a run last came to its end. */
  successAt(profile: ProfileId, task: TaskName): Promise<Instant | null>
  /** Marks the runs whose process is gone as 'stopped'. Gives how many. */
  interrupted(at: Instant, isGone: (holder: string) => boolean): Promise<number>
  /** Removes ended runs that began before. The newest that came to its end stays, for `successAt`. */
  purge(before: Instant): Promise<number>
}

export type UserRole = 'owner' | 'bookkeeper'
export type User = {
  readonly id: string
  /** Unique; capitals make no difference. */
  readonly name: string
  readonly role: UserRole
  readonly createdAt: Instant
}
/** `passwordHash` is made and checked outside (scrypt). */
export type UserWithHash = User & { readonly passwordHash: string }

export type UserStore = {
  list(): Promise<readonly User[]>
  /** By name. */
  find(name: string): Promise<UserWithHash | null>
  /** Throws StoreFailed 'store.userExists'. */
  add(user: UserWithHash): Promise<void>
  /** Throws StoreFailed 'store.noUser'. The sessions stay; end them with `sessions.removeOf`. */
  setPassword(id: string, passwordHash: string): Promise<void>
  /** With the sessions. */
  remove(id: string): Promise<void>
}

export type Session = {
  readonly tokenHash: string
  readonly user: User
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly userAgent: string
}

export type SessionStore = {
  /** `user`: the id. Throws StoreFailed 'store.noUser'. */
  create(session: Omit<Session, 'user'> & { readonly user: string }): Promise<void>
  /** null: there is none. One that is over its time is given as it is. */
  find(tokenHash: string): Promise<Session | null>
  /** Moves the end. */
  touch(tokenHash: string, expiresAt: Instant): Promise<void>
  remove(tokenHash: string): Promise<void>
  /** `user`: the id. Gives how many. */
  removeOf(user: string): Promise<number>
  /** Removes those that have ended. */
  purge(now: Instant): Promise<number>
}

/** Settings of the whole program: 'alerts', 'licence', 'network', 'language', 'autostart' … No secrets: what is stored here is
 *  readable in the file. */
export type ValueStore = {
  /** As JSON gives it back; null: not set. */
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
}
