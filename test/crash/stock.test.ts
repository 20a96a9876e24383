// BEY-1 for stock: a real process is killed with SIGKILL at every point of exporting stock, also while an answer of the shop is
// lost after it has written; started again until it is done, the shop has the right stock and SnelStart each order once.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Point, stockPointNames } from '../../src/runs/points.ts'
import { startStockScene } from '../support/stock-scene.ts'
import type { StockChildJob, StockChildReport } from './stock-child.ts'

const codes = Array.from({ length: 10 }, (_, index) => `A${index}`)
const stockOf = (quantity: (index: number) => number) =>
  Object.fromEntries(codes.map((code, index) => [code, quantity(index)]))

/** Free in SnelStart; the shop has other numbers, and sells three of A1 and one of A2 that nobody has read yet. */
const free = stockOf((index) => 20 + index)
const right = { ...free, A1: free['A1']! - 3, A2: free['A2']! - 1 }

type Death = { readonly point: Point; readonly nth: number }

async function oneCase(deaths: readonly Death[], lostAnswers = 0) {
  const scene = await startStockScene({ realClock: true, stock: free, inShop: stockOf(() => 9) })
  try {
    scene.shop.sell('1001', { A1: 3 })
    scene.shop.sell('1002', { A2: 1 })
    scene.shop.misbehave.cutAnswers = lostAnswers
    const died: string[] = []
    let report: StockChildReport | null = null
    for (let start = 0; start < 6 && report?.stoppedBy !== null; start++) {
      const dieAt = deaths[start] ?? null
      report = await startChild(scene.folder, { dieAt })
      if (report === null && dieAt !== null) died.push(dieAt.point)
    }
    const orders = scene.simulator.state().verkooporders.map(({ betalingskenmerk }) => betalingskenmerk)
    const lines = await scene.program.store.stock.lines(scene.profile)
    return {
      died,
      stoppedBy: report?.stoppedBy,
      quantities: scene.shop.quantities(),
      orders: orders.toSorted(),
      inDoubt: lines.filter(({ intended }) => intended !== null).length,
      points: report?.points ?? {},
    }
  } finally {
    await scene.stop()
  }
}

const well = { stoppedBy: null, quantities: right, orders: ['1001', '1002'], inDoubt: 0 }

test.each(stockPointNames)('BEY-1 killed at %s, and started again', { timeout: 60_000 }, async (point) => {
  expect(await oneCase([{ point, nth: 1 }])).toMatchObject({ ...well, died: [point] })
})

test.each(['stock.intended', 'stock.answered', 'stock.settled'] as const)(
  'BEY-1 killed at the second %s, then again at the first, with an answer lost in between',
  { timeout: 60_000 },
  async (point) => {
    const result = await oneCase(
      [
        { point, nth: 2 },
        { point: 'stock.answered', nth: 1 },
      ],
      1,
    )
    expect(result).toMatchObject(well)
  },
)

test('undisturbed, every point is passed', { timeout: 60_000 }, async () => {
  const { points, ...rest } = await oneCase([])
  expect(rest).toMatchObject(well)
  expect(stockPointNames.filter((point) => points[point] === undefined)).toEqual([])
})

const childPath = fileURLToPath(new URL('./stock-child.ts', import.meta.url))

/** null: it was killed. Throws where it failed of itself. */
function startChild(folder: string, job: StockChildJob): Promise<StockChildReport | null> {
  return new Promise((resolve, reject) => {
    const args = [childPath, folder, JSON.stringify(job)]
    execFile(process.execPath, args, { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null') as StockChildReport)
      else if (error.signal === 'SIGKILL') resolve(null)
      else reject(new Error(`the child failed: ${stderr}`, { cause: error }))
    })
  })
}
