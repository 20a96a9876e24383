// The proof of design 3: a real process is killed with SIGKILL at every named point, for every kind of step, also while
// answers are cut after the commit; it is started again until it is done; the simulator says what became of it.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault } from '../../src/accounting/snelstart-online/fake.ts'
import { entryPointNames, type Point, pointNames } from '../../src/runs/points.ts'
import type { Product } from '../../src/store/store.ts'
import type { ChildJob, ChildReport } from './child.ts'
import { type CrashScene, documentsOf, judge, startCrashScene, type Verdict } from './scene.ts'

export type MatrixResult = {
  readonly points: number
  readonly runs: number
  readonly lost: number
  readonly doubled: number
  readonly wrong: readonly string[]
  readonly unreached: readonly string[]
}

/** Faults under which the kills are repeated: the answer lost after the commit, the request lost before it, and an error page. */
const faultSetsOf = (documents: string): Readonly<Record<string, readonly Fault[]>> => ({
  none: [],
  cutAfterCommit: [
    { match: { method: 'POST', path: '/v2/relaties' }, times: 1, action: { cutAfterCommit: true } },
    { match: { method: 'POST', path: '/v2/artikelen' }, times: 1, action: { cutAfterCommit: true } },
    { match: { method: 'POST', path: documents }, times: 2, action: { cutAfterCommit: true } },
  ],
  cutBefore: [
    { match: { method: 'POST', path: '/v2/relaties' }, times: 1, action: { cutBefore: true } },
    { match: { method: 'POST', path: documents }, times: 1, action: { cutBefore: true } },
  ],
  errorAfterCommit: [
    { match: { method: 'POST', path: documents }, times: 1, action: { status: 502, commit: true } },
    { match: { method: 'PUT' }, times: 1, action: { cutAfterCommit: true } },
  ],
})

const documentPaths = { order: '/v2/verkooporders', bookkeeping: '/v2/verkoopboekingen' } as const

/** The points that a product comes by. */
export const pointsOf = (product: Product): readonly Point[] =>
  product === 'order'
    ? pointNames
    : [...pointNames.filter((point) => !/^(salesOrder|article|articleUpdate)\./.test(point)), ...entryPointNames]

export type MatrixOptions = {
  readonly product: Product
  /** 'each': every point once; 'every': first, middle and last pass of every point, and every set of faults. */
  readonly depth: 'each' | 'every'
  readonly tell: (line: string) => void
}

type Death = NonNullable<ChildJob['dieAt']>
/** `deaths`: where the first start dies, the second, and so on; the one after them lives. */
type Case = { readonly name: string; readonly faults: readonly Fault[]; readonly deaths: readonly Death[] }

export async function runMatrix({ product, depth, tell }: MatrixOptions): Promise<MatrixResult> {
  const baseline = await oneCase(product, { name: 'baseline', faults: [], deaths: [] }, {})
  const cases = depth === 'every' ? allCases(product, baseline.passes) : someCases(product, baseline.passes)
  const died = new Set<string>()
  let { lost, doubled } = baseline.verdict
  const wrong: string[] = [...baseline.verdict.wrong]
  for (const each of cases) {
    const { verdict, diedAt } = await oneCase(product, each, baseline.totals)
    for (const point of diedAt) died.add(point)
    lost += verdict.lost
    doubled += verdict.doubled
    const title = `${each.name} ${each.deaths.map(({ point, nth }) => `${point} #${nth}`).join(', then ')}`
    wrong.push(...verdict.wrong.map((text) => `${title}: ${text}`))
    tell(
      `${title}: lost ${verdict.lost}, doubled ${verdict.doubled}${verdict.wrong.map((text) => `; ${text}`).join('')}`,
    )
  }
  const unreached = pointsOf(product).filter((point) => !died.has(point))
  return { points: died.size, runs: cases.length + 1, lost, doubled, wrong, unreached }
}

type Passes = Readonly<Record<string, number>>

/** Every point once, a third of them again with answers cut, and the looking up after it. */
function someCases(product: Product, passes: Passes): readonly Case[] {
  const faultSets = faultSetsOf(documentPaths[product])
  const single = (name: string): readonly Case[] =>
    reachedPoints(product, passes).map((point) => ({
      name,
      faults: faultSets[name] ?? [],
      deaths: [{ point, nth: 1 }],
    }))
  return [
    ...single('none'),
    ...single('cutAfterCommit').filter((_, index) => index % 3 === 0),
    ...lookUpCases(product).slice(0, 4),
  ]
}

/** First, middle and last pass of every point; every point under every set of faults; every step's looking up. */
function allCases(product: Product, passes: Passes): readonly Case[] {
  const cases = Object.entries(faultSetsOf(documentPaths[product])).flatMap(([name, faults]) =>
    reachedPoints(product, passes).flatMap((point) =>
      turns(passes[point] ?? 1, name === 'none').map((nth): Case => ({ name, faults, deaths: [{ point, nth }] })),
    ),
  )
  return [...cases, ...lookUpCases(product)]
}

const reachedPoints = (product: Product, passes: Passes) =>
  pointsOf(product).filter((point) => (passes[point] ?? 0) > 0)

const turns = (count: number, all: boolean): readonly number[] =>
  all ? [...new Set([1, Math.ceil(count / 2), count])] : [1]

/** Killed in the middle of a step, and the next start again while it looks that up. */
function lookUpCases(product: Product): readonly Case[] {
  const steps =
    product === 'order'
      ? (['salesOrder', 'customer', 'article', 'customerUpdate', 'articleUpdate'] as const)
      : (['salesEntry', 'customer', 'customerUpdate'] as const)
  const first = steps.flatMap((step) => [`${step}.answered`, `${step}.intended`] as const)
  const second = ['settle.lookedUp', 'settle.end', 'settle.begin'] as const
  return first.flatMap((point) =>
    second.map(
      (then): Case => ({
        name: 'again',
        faults: [],
        deaths: [
          { point, nth: 1 },
          { point: then, nth: 1 },
        ],
      }),
    ),
  )
}

type CaseResult = {
  readonly verdict: Verdict
  readonly diedAt: readonly string[]
  readonly passes: Passes
  readonly totals: Readonly<Record<string, string>>
}

/** More starts than this, and it does not come to its end. */
const mostStarts = 6

async function oneCase(
  product: Product,
  { faults, deaths }: Case,
  totals: Readonly<Record<string, string>>,
): Promise<CaseResult> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-crash-'))
  const scene = await startCrashScene(product)
  try {
    for (const fault of faults) scene.simulator.addFault(fault)
    const diedAt: string[] = []
    let report: ChildReport | null = null
    for (let start = 0; start < mostStarts && !isFinished(report); start++) {
      const dieAt = deaths[start] ?? null
      report = await startChild(folder, jobFor(scene, dieAt))
      if (report === null && dieAt !== null) diedAt.push(dieAt.point)
    }
    const verdict = judge(scene, totals)
    const unfinished = isFinished(report) ? [] : [`not finished: ${JSON.stringify(report)}`]
    const wrong = [...verdict.wrong, ...unfinished]
    return {
      verdict: { ...verdict, wrong },
      diedAt,
      passes: report?.points ?? {},
      totals: Object.fromEntries(documentsOf(scene)),
    }
  } finally {
    await scene.shop.stop()
    await scene.simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export const isFinished = (report: ChildReport | null): boolean =>
  report !== null &&
  report.stoppedBy === null &&
  Object.entries(report.states).every(([state, count]) => state === 'done' || count === 0)

export function jobFor({ product, shop, simulator }: CrashScene, dieAt: Death | null): ChildJob {
  return {
    product,
    accountingKind: 'snelstart-online',
    dieAt,
    // One by one and side by side: both ways must hold.
    ordersAtOnce: (dieAt?.nth ?? 1) % 2 === 0 ? 1 : 4,
    settings: {
      general: { startAt: '2026-03-01T00:00:00Z' },
      shop: { transport: 'none', shopUrl: shop.url },
      accounting: { apiUrl: simulator.apiUrl, tokenUrl: simulator.tokenUrl },
      sales: { salesTemplate: 'Factuur inclusief btw', shippingArticle: 'VERZ' },
      articles: { revenueGroup: '1', revenueGroupLow: '2', articleHandling: 'addAndUpdate' },
      customers: { customerHandling: 'addAndUpdate' },
      bookkeeping: { ledgerMatrix: { 'turnover.high.nl': '8000', 'shipping.high.nl': '8400' } },
    },
    secrets: {
      'accounting.clientKey': simulator.clientKey,
      'accounting.subscriptionKeyPrimary': simulator.subscriptionKeys.primary,
      'memory.endpointUrl': shop.memory.endpointUrl,
      'memory.key': shop.memory.key,
    },
  }
}

const childPath = fileURLToPath(new URL('./child.ts', import.meta.url))

/** null: it was killed. Throws where it failed of itself. */
export function startChild(
  folder: string,
  job: ChildJob,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildReport | null> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [childPath, folder, JSON.stringify(job)],
      { timeout: 60_000, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null') as ChildReport)
        else if (error.signal === 'SIGKILL') resolve(null)
        else reject(new Error(`the child failed: ${stderr}`, { cause: error }))
      },
    )
  })
}
