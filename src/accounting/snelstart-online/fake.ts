// SnelStart Online as a small HTTP server with a memory: for tests, benches, the demo, and for other people's SnelStart
// clients. It shares no code with our own client, so that a misunderstanding in the one is not hidden by the other.
import type { AddressInfo } from 'node:net'
import type { Call } from './fake/calls.ts'
import type { Fault } from './fake/faults.ts'
import type { Limits } from './fake/limits.ts'
import { createSimulatorServer } from './fake/server.ts'
import { type State, toState } from './fake/state.ts'
import { createWorld, type SimulatorOptions, type SubscriptionKeys } from './fake/world.ts'

export { type Fault, FaultsWrong, parseFaults } from './fake/faults.ts'
export { productionLimits } from './fake/limits.ts'
export { generateSeed } from './fake/seeds/generate-seed.ts'
export { parseSeed } from './fake/seeds/parse-seed.ts'
export type { Seed } from './fake/seeds/seed.ts'
export type { SimulatorOptions } from './fake/world.ts'

/** A running simulator. The same read-outs and switches stand under `url + '/_simulator/'`. */
export type Simulator = {
  readonly url: string
  readonly apiUrl: string
  readonly tokenUrl: string
  readonly clientKey: string
  readonly subscriptionKeys: SubscriptionKeys
  readonly state: () => State
  readonly calls: () => readonly Call[]
  readonly addFault: (fault: Fault) => void
  readonly clearFaults: () => void
  readonly setLimits: (limits: Limits | null) => void
  readonly reset: () => void
  /** Drops all connections, also those that hang. */
  readonly stop: () => Promise<void>
}

/** Throws SeedWrong for a seed that cannot be loaded, and the system's error where the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = createWorld(options)
  const server = createSimulatorServer(world)
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, resolve)
  })
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  return {
    url,
    apiUrl: `${url}/v2`,
    tokenUrl: `${url}/b2b/token`,
    clientKey: world.clientKey,
    subscriptionKeys: world.subscriptionKeys,
    state: () => toState(world.administration),
    calls: world.calls.list,
    addFault: (fault) => world.faults.add([fault]),
    clearFaults: world.faults.clear,
    setLimits: world.limiter.setLimits,
    reset: world.reset,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
