// A profile as the overview shows it: what it links, what waits, its plan and how its last run went.
import type { ProfileId } from '../../core/ids.ts'
import type { FailureCatalogue } from '../../core/problem.ts'
import type { ProfileFacts } from '../../core/view/headline.ts'
import { accountingKindOf, shopKindOf } from '../../runs/program.ts'
import { idleStatus, type ProfileStatus } from '../../runs/service/status.ts'
import { tasksOf } from '../../runs/tasks.ts'
import type { ShopKind } from '../../shops/shop.ts'
import type { Profile, TaskName, TaskPlan, TaskRun } from '../../store/store.ts'
import { catalogueOfFailures, tellInWords } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { missingKeys } from './settings.ts'

export const viewPlan = ({ task, interval, nextAt, paused }: TaskPlan) => ({ task, interval, nextAt, paused })

export const viewRun = ({ profile: _profile, ...run }: TaskRun, catalogue: FailureCatalogue) => ({
  ...run,
  failure: run.failure === null ? null : { code: run.failure.code, ...tellInWords(catalogue, run.failure) },
})

const viewStatus = ({ profile: _profile, ...status }: ProfileStatus) => status

/** Asks the store a handful of times; no call goes outside. */
export async function viewProfile(parts: ApiParts, profile: Profile, statuses: readonly ProfileStatus[]) {
  const { program } = parts.service
  const { inbox } = program.store
  const counts = await inbox.counts(profile.id)
  const { upTo } = await inbox.cursor(profile.id)
  const own = tasksOf(shopKindOf(program, profile).capabilities, profile)
  const kindView = ({ kind, title }: { kind: string; title: { nl: string; en: string } }) => ({ kind, title })
  return {
    id: profile.id,
    description: profile.description,
    shop: kindView(shopKindOf(program, profile)),
    accounting: kindView(accountingKindOf(program, profile)),
    product: profile.product,
    createdAt: profile.createdAt,
    missing: await missingKeys(program, profile),
    files: shopKindOf(program, profile).capabilities.files === true,
    download: downloadOf(shopKindOf(program, profile)),
    counts,
    tasks: await Promise.all(own.map((task) => viewTask(parts, profile.id, task))),
    status: viewStatus(statuses.find((status) => status.profile === profile.id) ?? idleStatus(profile.id)),
    upTo: toUpTo(upTo),
  }
}

const downloadOf = ({ kind, download }: ShopKind) =>
  download === undefined ? null : { file: `${kind}.zip`, title: download.title }

async function viewTask(parts: ApiParts, profile: ProfileId, task: TaskName) {
  const { tasks } = parts.service.program.store
  const last = await tasks.last(profile, task)
  return {
    ...viewPlan(await tasks.plan(profile, task)),
    last: last === null ? null : viewRun(last, catalogueOfFailures(parts)),
    successAt: await tasks.successAt(profile, task),
  }
}

export type ProfileView = Awaited<ReturnType<typeof viewProfile>>

/** How far the shop was read (SHOP-1); the store keeps it as the shop's adapter gave it. */
function toUpTo(upTo: unknown): { placedAt: string; number: string } | null {
  const { placedAt, number } = (upTo ?? {}) as { placedAt?: unknown; number?: unknown }
  return typeof placedAt === 'string' && typeof number === 'string' ? { placedAt, number } : null
}

/** Orders come in with either task. */
export function factsOf({ counts, tasks, upTo }: ProfileView): ProfileFacts {
  const reading = tasks.filter(({ task }) => task !== 'syncArticles')
  const [last] = reading
    .flatMap((task) => task.last ?? [])
    .toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))
  return {
    attention: counts.problem + counts.unknown,
    waiting: counts.waiting + counts.writing,
    lastOutcome: last?.outcome ?? null,
    lastRunAt: last?.startedAt ?? null,
    planIsOn: reading.some(({ interval, paused }) => interval !== 'off' && !paused),
    upTo: (upTo?.placedAt ?? null) as ProfileFacts['upTo'],
    upToNumber: upTo?.number ?? null,
  }
}
