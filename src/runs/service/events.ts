// What the service tells those who watch it: the page, by server-sent events, and the alerts. Small facts that say what to look
// at anew; no personal data.
import type { Instant, ProfileId, ShopOrderId, ShopOrderNumber } from '../../core/ids.ts'
import type { InboxState, LogLevel, SettingsPart, TaskName, TaskPlan, TaskRun } from '../../store/store.ts'
import type { ProfileStatus } from './status.ts'

export type ServiceEvent =
  /** A run began or ended. `run`: the one that ended, or null. */
  | {
      readonly type: 'status'
      readonly profile: ProfileId
      readonly status: ProfileStatus
      readonly run: TaskRun | null
    }
  | { readonly type: 'progress'; readonly profile: ProfileId; readonly status: ProfileStatus }
  /** `order` null: several, or new ones; look at the list anew. */
  | {
      readonly type: 'order'
      readonly profile: ProfileId
      readonly order: ShopOrderId | null
      readonly state: InboxState | null
    }
  | {
      readonly type: 'log'
      readonly profile: ProfileId
      readonly level: LogLevel
      readonly order: ShopOrderNumber | null
      readonly code: string
      readonly at: Instant
    }
  | { readonly type: 'plan'; readonly profile: ProfileId; readonly task: TaskName; readonly plan: TaskPlan }
  | { readonly type: 'settings'; readonly profile: ProfileId; readonly part: SettingsPart | null }
  /** Another process changed something: look at everything anew. */
  | { readonly type: 'elsewhere' }
  /** After a run, and after a person retried or dismissed: what waits in the profile now. */
  | { readonly type: 'attention'; readonly profile: ProfileId; readonly counts: Readonly<Record<InboxState, number>> }

export type Subscriber = (event: ServiceEvent) => void

export type Events = {
  readonly emit: Subscriber
  /** Gives what ends it. A subscriber that throws harms neither the run nor the others. */
  readonly subscribe: (subscriber: Subscriber) => () => void
}

export function createEvents(report: (error: unknown) => void): Events {
  const subscribers = new Set<Subscriber>()
  return {
    emit: (event) => {
      for (const subscriber of [...subscribers]) {
        try {
          subscriber(event)
        } catch (error) {
          // A run must not fail because somebody who watches does.
          report(error)
        }
      }
    },
    subscribe: (subscriber) => {
      const own: Subscriber = (event) => subscriber(event)
      subscribers.add(own)
      return () => void subscribers.delete(own)
    },
  }
}
