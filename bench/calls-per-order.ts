// How many calls does an order cost? With the mirror, for orders of which everything is known and over all; and without it,
// where customer and articles are asked for each time. Token calls are not counted, nor what is read before the first order.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProgram } from '../src/main.ts'
import { type RunParts, usualTuning } from '../src/runs/context.ts'
import { importOrders } from '../src/runs/import-orders.ts'
import type { Point } from '../src/runs/points.ts'
import { withParts } from '../src/runs/program.ts'
import {
  type BenchScene,
  benchOrders,
  benchProfile,
  isKnown,
  openProfile,
  startBenchScene,
  stopBenchScene,
} from './scene.ts'
import { writeWithoutMirror } from './without-mirror.ts'

export type CallsPerOrder = { readonly known: number; readonly overall: number; readonly withoutMirror: number }

/** Prints nothing. Throws where not every order was made. */
export async function run({ orders = 1_000 } = {}): Promise<CallsPerOrder> {
  const { known, overall } = await inScene((scene, open) => measureWithMirror(scene, open, orders))
  const withoutMirror = await inScene((scene, open) => measureWithoutMirror(scene, open, orders))
  return { known, overall, withoutMirror }
}

type Open = <Result>(at: (point: Point) => void, work: (parts: RunParts) => Promise<Result>) => Promise<Result>

async function inScene<Result>(measure: (scene: BenchScene, open: Open) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  const scene = await startBenchScene([])
  const program = openProgram(folder, { keySource: 'file' })
  try {
    const profile = await openProfile(program, benchProfile(scene, 'none'))
    // One order after the other, so that each call can be told whose it is.
    const tuning = { ...usualTuning, ordersAtOnce: 1 }
    const common = { signal: new AbortController().signal, progress: () => {}, tuning }
    return await measure(scene, (at, work) => withParts(program, profile, { ...common, at }, work))
  } finally {
    await program.store.close()
    await stopBenchScene(scene)
    await rm(folder, { recursive: true, force: true })
  }
}

const countCalls = ({ simulator }: BenchScene): number => simulator.calls().filter(({ kind }) => kind === 'api').length

async function measureWithMirror(scene: BenchScene, open: Open, count: number) {
  // The first run finds no order: it only fills the mirror.
  await open(() => {}, importOrders)
  scene.shop.put(...benchOrders(count, 'mixed'))
  // Where the counter stood before the first order, and after each.
  const marks: number[] = []
  const note = (point: Point): void => {
    if (point === 'settle.end' || point === 'salesOrder.settled') marks.push(countCalls(scene))
  }
  const { written, stoppedBy } = await open(note, importOrders)
  if (stoppedBy !== null || written.done !== count) throw new Error(`only ${written.done} of ${count} orders were made`)
  // Orders are written oldest first, so the nth mark is that of order n.
  const calls = marks.slice(1).map((mark, index) => ({ n: index + 1, calls: mark - marks[index]! }))
  return { known: mean(calls.filter(({ n }) => isKnown(n))), overall: mean(calls) }
}

async function measureWithoutMirror(scene: BenchScene, open: Open, count: number): Promise<number> {
  scene.shop.put(...benchOrders(count, 'mixed'))
  let before = 0
  const written = await open(
    () => {},
    (parts) =>
      writeWithoutMirror(parts, () => {
        before = countCalls(scene)
      }),
  )
  if (written !== count) throw new Error(`only ${written} of ${count} orders were made`)
  return rounded((countCalls(scene) - before) / count)
}

const mean = (orders: readonly { calls: number }[]): number =>
  rounded(orders.reduce((sum, { calls }) => sum + calls, 0) / orders.length)
const rounded = (value: number): number => Number(value.toFixed(3))
