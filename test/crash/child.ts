// One process that imports and is killed at a point: `node child.ts FOLDER JOB`, where JOB is JSON. Prints the points it came
// by and what it ended with; SIGKILL comes from itself, exactly at the point.
import { setTimeout as wait } from 'node:timers/promises'
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { importOrders } from '../../src/runs/import-orders.ts'
import type { Point } from '../../src/runs/points.ts'
import { profileOf, withParts } from '../../src/runs/program.ts'
import type { Product, ProfileSettings } from '../../src/store/store.ts'

export type ChildJob = {
  readonly product: Product
  readonly accountingKind: string
  readonly settings: ProfileSettings
  readonly secrets: Readonly<Record<string, string>>
  /** Dies when it comes by this point for the nth time; null: lives. */
  readonly dieAt: { readonly point: Point; readonly nth: number } | null
  readonly ordersAtOnce: number
}
export type ChildReport = {
  readonly points: Readonly<Record<string, number>>
  readonly states: Readonly<Record<string, number>>
  readonly stoppedBy: string | null
}

const [folder = '', jobText = '{}'] = process.argv.slice(2)
const job = JSON.parse(jobText) as ChildJob
const points: Record<string, number> = {}

const at = (point: Point): void => {
  points[point] = (points[point] ?? 0) + 1
  if (job.dieAt?.point === point && points[point] === job.dieAt.nth) process.kill(process.pid, 'SIGKILL')
}

const program = openProgram(folder, { keySource: 'file' })
const id = '1' as ProfileId
if ((await program.store.profiles.get(id)) === null) {
  const createdAt = new Date(program.clock()).toISOString() as never
  await program.store.profiles.add({
    id,
    description: '',
    shopKind: 'opencart',
    accountingKind: job.accountingKind,
    product: job.product,
    settings: job.settings,
    createdAt,
  })
  for (const [name, value] of Object.entries(job.secrets)) await program.store.secrets.set(id, name, value, createdAt)
}
// The simulator finishes a request before it answers or cuts, so doubt can be settled at once here.
const tuning = { ...usualTuning, ordersAtOnce: job.ordersAtOnce, doubtSettlesMs: 0 }
const open = { signal: new AbortController().signal, progress: () => {}, at, tuning }
const result = await withParts(program, await profileOf(program, id), open, (parts) => importOrders(parts))
const states = await program.store.inbox.counts(id)
await program.store.close()
await wait(0)
process.stdout.write(
  `${JSON.stringify({ points, states, stoppedBy: result.stoppedBy?.code ?? null } satisfies ChildReport)}\n`,
)
