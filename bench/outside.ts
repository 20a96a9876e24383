// The shop and the simulator in a process of their own, so that their work is not counted as ours: `node outside.ts JOB`
// prints the profile to import with as a line of JSON, and lives until its input ends.
import type { SimulatorOptions } from '../src/accounting/snelstart-online/fake.ts'
import { type BenchProfile, benchOrders, benchProfile, type Mix, realLimits, startBenchScene } from './scene.ts'

export type OutsideJob = {
  readonly orders: number
  readonly mix: Mix
  readonly latencyMs: number
  /** 'real': SnelStart's own, kept by both sides. */
  readonly limits: 'real' | 'none'
}
export type OutsideReport = { readonly profile: BenchProfile; readonly simulatorUrl: string }

const { orders, mix, latencyMs, limits } = JSON.parse(process.argv[2] ?? '{}') as OutsideJob
const options: SimulatorOptions = { latencyMs, limits: limits === 'real' ? realLimits : null }
const scene = await startBenchScene(benchOrders(orders, mix), options)
const report: OutsideReport = { profile: benchProfile(scene, limits), simulatorUrl: scene.simulator.url }
console.log(JSON.stringify(report))
process.stdin.on('end', () => process.exit()).resume()
