// Orders of the inbox as the page shows them: in the list with what they need, and whole with both sides and every step.
import { nearMissTexts } from '../../core/customer/near-misses.ts'
import type { Step } from '../../core/explanation.ts'
import { isEntryPlan, type NearMiss, type SalesOrderPlan, type Settled } from '../../core/plan.ts'
import type { Problem } from '../../core/problem.ts'
import { type AccountsById, viewEntry } from '../../core/view/entry-view.ts'
import { sideBySide } from '../../core/view/side-by-side.ts'
import { fieldsOf, type Program } from '../../runs/program.ts'
import type { Effect, InboxEntry, Profile, StoredLogEntry } from '../../store/store.ts'
import { logText, type ProblemView, problemCatalogue, viewProblem } from './words.ts'

/** Where a setting's bare name stands in: 'shippingArticle' → 'sales.shippingArticle'. null: a profile of this product has no
 *  such setting. */
function settingKeys(program: Program, profile: Profile): (setting: string) => string | null {
  const keys = new Map(
    Object.entries(fieldsOf(program, profile)).flatMap(([part, fields]) =>
      Object.keys(fields).map((name) => [name, `${part}.${name}`] as const),
    ),
  )
  return (setting) => keys.get(setting) ?? (setting.includes('.') ? setting : null)
}

/** Gives the view of entries of one profile; made once per request. */
export function entryViewer(program: Program, profile: Profile) {
  const catalogue = problemCatalogue(program)
  const toKey = settingKeys(program, profile)
  const problem = (of: InboxEntry, what: Problem) => viewProblem(catalogue, what, of, toKey)
  return {
    problem,
    entry: (entry: InboxEntry) => ({
      id: entry.id,
      number: entry.number,
      customer: entry.customerName,
      amount: { value: entry.totalIncl, currency: entry.currency },
      state: entry.state,
      placedAt: entry.placedAt,
      problem: entry.problem === null ? null : problem(entry, entry.problem),
      warnings: entry.warnings.map((warning) => problem(entry, warning)),
      remoteNumber: entry.remoteNumber,
      remoteId: entry.remoteId,
      dismissedBecause: entry.dismissedBecause,
      changedSince: entry.changedSince,
      receivedAt: entry.receivedAt,
      updatedAt: entry.updatedAt,
    }),
  }
}

/** An entry with a decision, which may be a fresh one. `accounts`: of sales entries, by id. */
export function viewOrder(
  program: Program,
  profile: Profile,
  entry: InboxEntry,
  decision: Settled | null,
  accounts: AccountsById,
) {
  const viewer = entryViewer(program, profile)
  const plan = decision?.kind === 'plan' ? decision.plan : null
  const [orderPlan, entryPlan] = plan === null ? [] : isEntryPlan(plan) ? [null, plan] : [plan, null]
  const { steps, nearMisses } = explanationOf(decision)
  return {
    entry: viewer.entry(entry),
    shop: entry.order,
    document: orderPlan ? viewDocument(orderPlan) : null,
    salesEntry: entryPlan ? viewEntry(entryPlan.document, entry.order, accounts) : null,
    ...(entry.order === null
      ? { priceEntry: null, rows: [], totals: null }
      : sideBySide(entry.order, orderPlan?.document ?? null, orderPlan?.expected ?? null)),
    outcome: outcomeOf(viewer, entry, decision),
    customer: {
      planned: plan?.customer ?? null,
      chosen: entry.chosenCustomer,
      how: steps.filter(({ key }) => key.startsWith('customer.')),
      nearMisses: nearMisses.map(({ code, name, why }) => ({
        code,
        name,
        why: nearMissTexts[why as keyof typeof nearMissTexts] ?? { nl: why, en: why },
      })),
    },
    steps: steps.filter(({ key }) => !key.startsWith('customer.')),
    planWarnings: (plan?.warnings ?? []).map((warning) => viewer.problem(entry, warning)),
  }
}

const viewDocument = ({ document, articles, expected }: SalesOrderPlan) => ({
  ...document,
  articles,
  totalIncl: expected.totalIncl,
  vat: expected.vat,
})

function explanationOf(decision: Settled | null): { steps: readonly Step[]; nearMisses: readonly NearMiss[] } {
  if (decision === null) return { steps: [], nearMisses: [] }
  switch (decision.kind) {
    case 'plan':
      return decision.plan
    case 'problem':
      return decision
    case 'skip':
      return { steps: decision.steps, nearMisses: [] }
  }
}

/** What deciding came to, in one word, with the reason where nothing is made. */
function outcomeOf(
  viewer: ReturnType<typeof entryViewer>,
  entry: InboxEntry,
  decision: Settled | null,
): { kind: Settled['kind'] | 'undecided' | 'unreadable'; problem: ProblemView | null } {
  const why = (reason: Problem | null) => (reason === null ? null : viewer.problem(entry, reason))
  if (decision === null) return { kind: entry.order === null ? 'unreadable' : 'undecided', problem: why(entry.problem) }
  switch (decision.kind) {
    case 'plan':
      return { kind: 'plan', problem: null }
    case 'problem':
      return { kind: 'problem', problem: why(decision.problem) }
    case 'skip':
      return { kind: 'skip', problem: why(decision.reason) }
  }
}

export const viewEffect = ({ step, marker, state, remoteId, intendedAt, settledAt }: Effect) => ({
  step,
  marker,
  state,
  remoteId,
  intendedAt,
  settledAt,
})

export function logViewer(program: Program) {
  const catalogue = problemCatalogue(program)
  return (entry: StoredLogEntry) => ({
    id: entry.id,
    at: entry.at,
    profile: entry.profile,
    level: entry.level,
    order: entry.order,
    code: entry.code,
    text: logText(program, catalogue, entry),
  })
}
