// The numbers for Prometheus (BEY-6): read from the store, and made into text purely. No personal data and no secrets are in them.
import type { Instant, ProfileId } from '../core/ids.ts'
import type { InboxState, Profile, Store, TaskName, TaskPlan } from '../store/store.ts'
import type { ProfileTraffic } from './traffic.ts'

export type MetricsFacts = {
  readonly version: string
  /** Of Node. */
  readonly node: string
  readonly startedAt: Instant
  readonly profiles: readonly (Pick<Profile, 'id' | 'description' | 'shopKind' | 'accountingKind'> & {
    readonly orders: Readonly<Record<InboxState, number>>
  })[]
  readonly tasks: readonly (Pick<TaskPlan, 'profile' | 'task' | 'nextAt' | 'paused'> & {
    readonly running: boolean
    readonly successAt: Instant | null
    /** The newest run came to nothing. */
    readonly failed: boolean
  })[]
  readonly traffic: readonly ProfileTraffic[]
}

type Labels = Readonly<Record<string, string>>
type Sample = readonly [labels: Labels, value: number]
type Metric = {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly samples: readonly Sample[]
}

export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8'

/** Prometheus' text format, version 0.0.4. */
export const metricsText = (facts: MetricsFacts): string =>
  [...aboutProgram(facts), ...aboutOrders(facts), ...aboutTasks(facts), ...aboutTraffic(facts)]
    .map((metric) => metricText(metric))
    .join('')

function aboutProgram({ version, node, startedAt, profiles }: MetricsFacts): readonly Metric[] {
  return [
    gauge('s_connect_build_info', 'Version of S-Connect and of Node', [[{ version, node }, 1]]),
    gauge('s_connect_start_time_seconds', 'When this process began, since 1970', [[{}, seconds(startedAt)]]),
    gauge(
      's_connect_profile_info',
      'The profiles',
      profiles.map(({ id, description, shopKind, accountingKind }) => [
        { profile: id, description, shop: shopKind, accounting: accountingKind },
        1,
      ]),
    ),
  ]
}

const aboutOrders = ({ profiles }: MetricsFacts): readonly Metric[] => [
  gauge(
    's_connect_orders',
    'Orders in the inbox by state',
    profiles.flatMap(({ id, orders }) =>
      Object.entries(orders).map(([state, count]): Sample => [{ profile: id, state }, count]),
    ),
  ),
]

function aboutTasks({ tasks }: MetricsFacts): readonly Metric[] {
  const each = (value: (task: MetricsFacts['tasks'][number]) => number | null): readonly Sample[] =>
    tasks.flatMap((task): readonly Sample[] => {
      const number = value(task)
      return number === null ? [] : [[{ profile: task.profile, task: task.task }, number]]
    })
  return [
    gauge(
      's_connect_task_last_success_timestamp_seconds',
      'When a task last came to its end, since 1970; absent: never',
      each(({ successAt }) => (successAt === null ? null : seconds(successAt))),
    ),
    gauge(
      's_connect_task_next_timestamp_seconds',
      'When a task is to run next, since 1970; absent: off',
      each(({ nextAt }) => (nextAt === null ? null : seconds(nextAt))),
    ),
    gauge(
      's_connect_task_failed',
      'Whether the newest run of a task failed',
      each(({ failed }) => Number(failed)),
    ),
    gauge(
      's_connect_task_running',
      'Whether a task is running',
      each(({ running }) => Number(running)),
    ),
    gauge(
      's_connect_task_paused',
      'Whether a task is paused (licence)',
      each(({ paused }) => Number(paused)),
    ),
  ]
}

const aboutTraffic = ({ traffic }: MetricsFacts): readonly Metric[] => [
  counter(
    's_connect_calls_total',
    'Calls to the administration',
    traffic.map(({ profile, calls }) => [{ profile }, calls]),
  ),
  counter(
    's_connect_limiter_waits_total',
    'How often the limits of the administration made us wait',
    traffic.map(({ profile, count }) => [{ profile }, count]),
  ),
  counter(
    's_connect_limiter_wait_seconds_total',
    'How long the limits of the administration made us wait',
    traffic.map(({ profile, waitedMs }) => [{ profile }, waitedMs / 1000]),
  ),
]

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'gauge',
  help,
  samples,
})
const counter = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'counter',
  help,
  samples,
})

const metricText = ({ name, type, help, samples }: Metric): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => sampleText(name, sample)), ''].join(
    '\n',
  )

function sampleText(name: string, [labels, value]: Sample): string {
  const inside = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`)
  return `${name}${inside.length === 0 ? '' : `{${inside.join(',')}}`} ${value}`
}

/** The format knows these three escapes and no others. */
const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const seconds = (at: Instant): number => Date.parse(at) / 1000

/** Reads what `metricsText` needs, except what the service itself knows. `running`: profiles that run here now. */
export async function readMetrics(
  store: Pick<Store, 'profiles' | 'inbox' | 'tasks'>,
  known: Pick<MetricsFacts, 'version' | 'node' | 'startedAt' | 'traffic'> & { readonly running: readonly ProfileId[] },
): Promise<MetricsFacts> {
  const { running, ...facts } = known
  const profiles: MetricsFacts['profiles'][number][] = []
  for (const profile of await store.profiles.list())
    profiles.push({ ...profile, orders: await store.inbox.counts(profile.id) })
  const tasks: MetricsFacts['tasks'][number][] = []
  for (const plan of await store.tasks.plans()) tasks.push({ ...plan, ...(await taskFacts(store, plan, running)) })
  return { ...facts, profiles, tasks }
}

async function taskFacts(
  { tasks }: Pick<Store, 'tasks'>,
  { profile, task }: { profile: ProfileId; task: TaskName },
  running: readonly ProfileId[],
) {
  const last = await tasks.last(profile, task)
  return {
    running: running.includes(profile),
    failed: last?.outcome === 'failed',
    successAt: await tasks.successAt(profile, task),
  }
}
