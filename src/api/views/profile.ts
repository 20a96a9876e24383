// A profile as the overview shows it: what it links, what waits, its plan and how its last run went.
import type { FailureCatalogue } from '../../core/problem.ts'
import type { ProfileFacts } from '../../core/view/headline.ts'
import { accountingKindOf, shopKindOf } from '../../runs/program.ts'
import { idleStatus, type ProfileStatus } from '../../runs/service/status.ts'
import type { Profile, TaskPlan, TaskRun } from '../../store/store.ts'
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
  const { inbox, tasks } = program.store
  const counts = await inbox.counts(profile.id)
  const [{ upTo }, plan, last] = [
    await inbox.cursor(profile.id),
    await tasks.plan(profile.id, 'importOrders'),
    await tasks.last(profile.id, 'importOrders'),
  ]
  const kindView = ({ kind, title }: { kind: string; title: { nl: string; en: string } }) => ({ kind, title })
  return {
    id: profile.id,
    description: profile.description,
    shop: kindView(shopKindOf(program, profile)),
    accounting: kindView(accountingKindOf(program, profile)),
    product: profile.product,
    createdAt: profile.createdAt,
    missing: await missingKeys(program, profile),
    counts,
    tasks: [
      {
        ...viewPlan(plan),
        last: last === null ? null : viewRun(last, catalogueOfFailures(parts)),
        successAt: await tasks.successAt(profile.id, 'importOrders'),
      },
    ],
    status: viewStatus(statuses.find((status) => status.profile === profile.id) ?? idleStatus(profile.id)),
    upTo: toUpTo(upTo),
  }
}

export type ProfileView = Awaited<ReturnType<typeof viewProfile>>

/** How far the shop was read (SHOP-1); the store keeps it as the shop's adapter gave it. */
function toUpTo(upTo: unknown): { placedAt: string; number: string } | null {
  const { placedAt, number } = (upTo ?? {}) as { placedAt?: unknown; number?: unknown }
  return typeof placedAt === 'string' && typeof number === 'string' ? { placedAt, number } : null
}

export function factsOf({ counts, tasks: [task], upTo }: ProfileView): ProfileFacts {
  return {
    attention: counts.problem + counts.unknown,
    waiting: counts.waiting + counts.writing,
    lastOutcome: task?.last?.outcome ?? null,
    lastRunAt: task?.last?.startedAt ?? null,
    planIsOn: task !== undefined && task.interval !== 'off' && !task.paused,
    upTo: (upTo?.placedAt ?? null) as ProfileFacts['upTo'],
    upToNumber: upTo?.number ?? null,
  }
}
