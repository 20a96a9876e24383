// One import in a process of its own, measured from inside: `node import-child.ts FOLDER JOB` prints a line of JSON. Loading the
// program is not counted, the import is from its begin to its end.
import { openProgram } from '../src/main.ts'
import { type Progress, usualTuning } from '../src/runs/context.ts'
import { importOrders } from '../src/runs/import-orders.ts'
import { withParts } from '../src/runs/program.ts'
import { type BenchProfile, openProfile } from './scene.ts'

export type ImportJob = {
  readonly profile: BenchProfile
  /** false: only what waits already. */
  readonly read: boolean
  /** Orders that there are, to know where the second half begins. */
  readonly orders: number
}
type Half = { readonly ms: number; readonly peakMb: number }
export type ImportReport = {
  readonly done: number
  readonly stoppedBy: string | null
  readonly ms: number
  readonly cpuMs: number
  readonly halves: readonly [Half, Half]
}

const samplesEveryMs = 50
const mb = (bytes: number): number => Number((bytes / 1_000_000).toFixed(1))

const [folder = '', jobText = '{}'] = process.argv.slice(2)
const job = JSON.parse(jobText) as ImportJob

const peaks: [number, number] = [0, 0]
let turnedAt = Number.NaN
const sample = (): void => {
  const half = Number.isNaN(turnedAt) ? 0 : 1
  peaks[half] = Math.max(peaks[half], process.memoryUsage.rss())
}
const progress = ({ phase, done }: Progress): void => {
  if (phase !== 'write' || done < job.orders / 2 || !Number.isNaN(turnedAt)) return
  sample()
  turnedAt = performance.now()
}

const program = openProgram(folder, { keySource: 'file' })
const profile = await openProfile(program, job.profile)
const open = { signal: new AbortController().signal, progress, at: () => {}, tuning: usualTuning }
const sampler = setInterval(sample, samplesEveryMs)
const beganAt = performance.now()
const cpuBefore = process.cpuUsage()
const { written, stoppedBy } = await withParts(program, profile, open, (parts) =>
  importOrders(parts, { read: job.read }),
)
const { user, system } = process.cpuUsage(cpuBefore)
const endedAt = performance.now()
clearInterval(sampler)
sample()
await program.store.close()
const report: ImportReport = {
  done: written.done,
  stoppedBy: stoppedBy?.code ?? null,
  ms: endedAt - beganAt,
  cpuMs: (user + system) / 1000,
  halves: [
    { ms: turnedAt - beganAt, peakMb: mb(peaks[0]) },
    { ms: endedAt - turnedAt, peakMb: mb(peaks[1]) },
  ],
}
console.log(JSON.stringify(report))
