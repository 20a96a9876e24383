// The same proof for SnelStart on the desktop (design 3): S-Connect is killed at every named point, and the Windows helper dies,
// stays silent or talks nonsense before and after SnelStart has saved. The file of the stand-in Gateway says what became of it.
import type { Point } from '../../src/runs/points.ts'
import type { Product } from '../../src/store/store.ts'
import type { ChildReport } from './child.ts'
import { type DesktopFaults, startDesktopScene } from './desktop-scene.ts'
import { isFinished, type MatrixOptions, type MatrixResult, pointsOf, startChild } from './matrix.ts'
import type { Verdict } from './scene.ts'

const everyCall = (fault: string): readonly string[] =>
  ['customer.create', 'article.create', 'order.create', 'entry.create', 'customer.update'].map(
    (call) => `${call} ${fault}`,
  )

const finish: Readonly<Record<Product, string>> = {
  order: 'mtdGWayVerkoopOrderSluitenGet',
  bookkeeping: 'mtdGWayJpSluitenMetID',
}

/** Under each of them S-Connect is killed as well. */
const faultSetsOf = (product: Product): Readonly<Record<string, DesktopFaults>> => ({
  none: {},
  'answers lost': { answers: everyCall('cutAfterWriting') },
  'asked in vain': { answers: everyCall('cutBefore') },
  'half an answer, then two': { answers: [...everyCall('halfAnswer'), ...everyCall('twoAnswers')] },
  'errors after saving': { answers: everyCall('serverErrorAfterWriting') },
  'errors before saving': { answers: everyCall('serverError') },
  'dies before saving': { gateway: [{ member: finish[product], do: 'dieBefore' }] },
  'dies after saving': { twoSaves: true, gateway: [{ member: finish[product], do: 'dieAfter', times: 2 }] },
  ...(product === 'order' && {
    'dies before the delivery address': {
      twoSaves: true,
      gateway: [{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'dieBefore', times: 2 }],
    },
    'refuses the delivery address at first': {
      twoSaves: true,
      gateway: [{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'throw' }],
    },
  }),
})

type Death = { readonly point: Point; readonly nth: number }
/** `deaths`: where the first start dies, the second, and so on; the one after them lives. */
type Case = { readonly name: string; readonly faults: DesktopFaults; readonly deaths: readonly Death[] }

export async function runDesktopMatrix({ product, depth, tell }: MatrixOptions): Promise<MatrixResult> {
  const baseline = await oneCase(product, { name: 'baseline', faults: {}, deaths: [] }, {})
  const cases = depth === 'every' ? allCases(product) : someCases(product)
  const died = new Set<string>()
  let { lost, doubled } = baseline.verdict
  const wrong: string[] = [...baseline.verdict.wrong]
  await side(cases, async (each) => {
    const { verdict, diedAt } = await oneCase(product, each, baseline.totals)
    for (const point of diedAt) died.add(point)
    lost += verdict.lost
    doubled += verdict.doubled
    const title = `desktop, ${each.name}: ${each.deaths.map(({ point, nth }) => `${point} #${nth}`).join(', then ')}`
    wrong.push(...verdict.wrong.map((text) => `${title}: ${text}`))
    const told = verdict.wrong.map((text) => `; ${text}`).join('')
    tell(`${title}: lost ${verdict.lost}, doubled ${verdict.doubled}${told}`)
  })
  const unreached = pointsOf(product).filter((point) => !died.has(point))
  return { points: died.size, runs: cases.length + 1, lost, doubled, wrong, unreached }
}

/** Killed again and again in one and the same import, until every point has had its turn; and what differs most of the faults. */
function someCases(product: Product): readonly Case[] {
  const chosen =
    product === 'order'
      ? ['answers lost', 'asked in vain', 'half an answer, then two', 'dies before the delivery address']
      : ['answers lost', 'dies after saving']
  const faultCases = Object.entries(faultSetsOf(product))
    .filter(([name]) => chosen.includes(name))
    .map(([name, faults]): Case => ({ name, faults, deaths: [] }))
  return [...chainsOf(product).map((deaths): Case => ({ name: 'none', faults: {}, deaths })), ...faultCases]
}

/** Chosen so that each death leaves something to do for the next: a card is changed once, and looking up has something to find only
 *  after a death in the middle of a step. */
function chainsOf(product: Product): readonly (readonly Death[])[] {
  const points = new Set<string>(pointsOf(product))
  const chain = (...names: readonly string[]): readonly Death[] =>
    names.filter((name) => points.has(name)).map((point) => ({ point: point as Point, nth: 1 }))
  const step = (name: string): readonly string[] =>
    ['beforeIntend', 'intended', 'answered', 'settled'].map((moment) => `${name}.${moment}`)
  const reading = ['lease.taken', 'mirror.pageStored', 'mirror.finished', 'read.pageRead', 'read.pageStored']
  return [
    chain('customerUpdate.settled', 'articleUpdate.settled', ...reading, 'decide.done'),
    chain(...step('customer'), 'settle.lookedUp'),
    chain(...step('article')),
    chain('customerUpdate.intended', 'customerUpdate.answered', 'articleUpdate.intended', 'articleUpdate.answered'),
    chain(...step(product === 'order' ? 'salesOrder' : 'salesEntry'), 'settle.begin', 'settle.end', 'run.end'),
  ].filter((deaths) => deaths.length > 0)
}

/** Every point under every set of faults, and each step's looking up. */
function allCases(product: Product): readonly Case[] {
  const cases = Object.entries(faultSetsOf(product)).flatMap(([name, faults]) =>
    pointsOf(product)
      .filter((point) => point !== 'settle.lookedUp')
      .map((point): Case => ({ name, faults, deaths: [{ point, nth: 1 }] })),
  )
  const steps = product === 'order' ? ['salesOrder', 'customer', 'article'] : ['salesEntry', 'customer']
  const again = steps.flatMap((step) =>
    ['intended', 'answered'].flatMap((moment) =>
      (['settle.lookedUp', 'settle.end'] as const).map(
        (then): Case => ({
          name: 'again',
          faults: {},
          deaths: [
            { point: `${step}.${moment}` as Point, nth: 1 },
            { point: then, nth: 1 },
          ],
        }),
      ),
    ),
  )
  return [...cases, ...again]
}

type CaseResult = {
  readonly verdict: Verdict
  readonly diedAt: readonly string[]
  readonly totals: Readonly<Record<string, string>>
}

/** More starts than this after the last death, and it does not come to its end. */
const mostStarts = 8

async function oneCase(
  product: Product,
  { faults, deaths }: Case,
  totals: Readonly<Record<string, string>>,
): Promise<CaseResult> {
  const scene = await startDesktopScene(product, faults)
  try {
    const diedAt: string[] = []
    let report: ChildReport | null = null
    for (let start = 0; start < deaths.length + mostStarts && !isFinished(report); start++) {
      const dieAt = deaths[start] ?? null
      report = await startChild(scene.folder, scene.job(dieAt), scene.environment)
      if (report === null && dieAt !== null) diedAt.push(dieAt.point)
    }
    const verdict = scene.judge(totals)
    const unfinished = isFinished(report) ? [] : [`not finished: ${JSON.stringify(report)}`]
    return { verdict: { ...verdict, wrong: [...verdict.wrong, ...unfinished] }, diedAt, totals: scene.totals() }
  } finally {
    await scene.stop()
  }
}

/** As many side by side as a machine with two processors bears. */
async function side<Each>(all: readonly Each[], work: (each: Each) => Promise<void>): Promise<void> {
  const rest = [...all]
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next)
  }
  await Promise.all([worker(), worker(), worker()])
}
