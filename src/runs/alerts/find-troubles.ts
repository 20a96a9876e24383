// What is wrong now, over all profiles: read from what the store remembers, so that a restart forgets no trouble.
import type { Instant } from '../../core/ids.ts'
import type { Language, Text } from '../../core/text.ts'
import type { Profile, Store, TaskFailure, TaskPlan } from '../../store/store.ts'
import { taskTitles } from '../tasks.ts'
import type { Trouble } from './decide-alerts.ts'

export type TroubleParts = {
  readonly store: Pick<Store, 'profiles' | 'tasks' | 'inbox'>
  readonly clock: () => number
  /** A failure in words for users. */
  readonly describe: (failure: TaskFailure, language: Language) => string
}

/** A turn that is this much overdue does not come by itself any more; shorter ones can be a busy or sleeping computer. */
const stalledMs = 30 * 60_000
/** Orders that are looked at; a message names fewer. */
const mostOrders = 500
const mostNamed = 10

/** One per profile and kind at most. */
export async function findTroubles(parts: TroubleParts): Promise<readonly Trouble[]> {
  const found: (Trouble | null)[] = []
  for (const profile of await parts.store.profiles.list()) found.push(await ordersWait(parts, profile))
  for (const plan of await parts.store.tasks.plans()) found.push(await taskTrouble(parts, plan))
  return found.filter((trouble) => trouble !== null)
}

async function ordersWait({ store }: TroubleParts, { id: profile }: Profile): Promise<Trouble | null> {
  const { problem, unknown } = await store.inbox.counts(profile)
  if (problem + unknown === 0) return null
  const entries = await store.inbox.page(profile, {
    states: ['problem', 'unknown'],
    limit: mostOrders,
    newestFirst: true,
  })
  const named = entries.slice(0, mostNamed).map(({ number }) => number)
  const names = `${named.join(', ')}${problem + unknown > named.length ? ' …' : ''}`
  const [nl, en] =
    problem + unknown === 1
      ? [`1 order wacht op u: ${names}.`, `1 order waits for you: ${names}.`]
      : [`${problem + unknown} orders wachten op u: ${names}.`, `${problem + unknown} orders wait for you: ${names}.`]
  return { kind: 'ordersWait', profile, text: { nl, en }, marks: entries.map(({ id }) => id) }
}

/** Of a task that is off or paused nothing is expected, so nothing is wrong with it. */
async function taskTrouble({ store, clock, describe }: TroubleParts, plan: TaskPlan): Promise<Trouble | null> {
  const { profile, task } = plan
  if (plan.interval === 'off' || plan.paused) return null
  const last = await store.tasks.last(profile, task)
  if (last?.outcome === 'running') return null
  if (last?.outcome === 'failed') {
    const failure = last.failure ?? { code: 'bug', message: '', context: {} }
    const text: Text = {
      nl: `${taskTitles[task].nl} is mislukt. ${describe(failure, 'nl')}`,
      en: `${taskTitles[task].en} has failed. ${describe(failure, 'en')}`,
    }
    return { kind: 'taskFailed', profile, text, marks: [failure.code] }
  }
  if (plan.nextAt === null || clock() - Date.parse(plan.nextAt) < stalledMs) return null
  return { kind: 'planStalled', profile, text: stalledText(task, plan.nextAt), marks: ['stalled'] }
}

const stalledText = (task: TaskPlan['task'], nextAt: Instant): Text => ({
  nl: `${taskTitles[task].nl} had op ${localTime(nextAt, 'nl-NL')} moeten beginnen.`,
  en: `${taskTitles[task].en} should have begun on ${localTime(nextAt, 'en-GB')}.`,
})

/** In the zone of this machine. */
const localTime = (at: Instant, locale: string): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })
