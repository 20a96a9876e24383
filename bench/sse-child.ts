// The API with its service in a process of its own, measured from inside: `node sse-child.ts FOLDER` prints its address, and for
// each line that comes in tells so many events and prints the CPU time that they cost, in milliseconds.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../src/api/server.ts'
import { commandFailures } from '../src/cli/command-failures.ts'
import type { ProfileId, ShopOrderNumber } from '../src/core/ids.ts'
import { openProgram } from '../src/main.ts'
import { createAutostart } from '../src/runs/autostart/autostart.ts'
import { instantOf } from '../src/runs/context.ts'
import { createService } from '../src/runs/service/service.ts'
import { realTimers } from '../src/runs/service/turns.ts'

const everyMs = 2
/** Enough for the last event to be read by the slowest page. */
const restMs = 500

const folder = process.argv[2] ?? ''
const program = openProgram(folder, { keySource: 'file' })
const profile = '1' as ProfileId
await program.store.profiles.add({
  ...{ id: profile, description: '', shopKind: 'opencart', accountingKind: 'snelstart-online', product: 'order' },
  settings: { general: {}, shop: {}, accounting: {}, sales: {}, articles: {}, customers: {}, bookkeeping: {} },
  createdAt: instantOf(program.clock()),
})
const service = createService(program, { clock: program.clock, timers: realTimers })
const run = async () => ({ code: 127, stdout: '', stderr: '' })
const server = await startServer(
  {
    service,
    version: '0.1.0',
    webFolder: folder,
    failures: commandFailures,
    takeRecoveryCode: () => null,
    autostart: createAutostart({ platform: 'bench', home: folder, env: {}, run }),
    launch: { node: process.execPath, nodeFlags: [], script: '', args: [] },
    senders: { sendMail: async () => {}, post: async () => ({ status: 204 }) },
    report: (error) => console.error(error),
  },
  { host: null, port: 0 },
)
console.log(server.url)

const input = createInterface(process.stdin)
input.on('line', async (line) => {
  const before = process.cpuUsage()
  for (let event = 0; event < Number(line); event++) {
    const entry = { at: instantOf(program.clock()), profile, level: 'normal' as const, code: 'order.made', data: {} }
    await service.program.store.log.add([{ ...entry, order: String(event) as ShopOrderNumber }])
    await wait(everyMs)
  }
  await wait(restMs)
  const { user, system } = process.cpuUsage(before)
  console.log((user + system) / 1_000)
})
await once(input, 'close')
await server.close()
await service.stop()
await program.store.close()
