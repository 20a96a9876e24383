// How long from starting the service until the page is there, and how much memory does it have when nothing goes on?
import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fillInbox } from './fill-inbox.ts'
import { withOutside } from './processes.ts'
import { type ServiceProcess, withService } from './service.ts'

type StartUp = {
  /** From the start of the process until the page was answered; the middle one of `starts`. */
  readonly readyMs: number
  /** Of that process, when nothing has been asked of it for a while (RSS). */
  readonly idleMb: number
}

/** After one that does not count: what was compiled is kept from the second start on. */
const starts = 5
const idleAfterMs = 10_000

/** `tell` is given each start. */
export async function run({ orders = 1_000, tell = (_line: string) => {} } = {}): Promise<StartUp> {
  return withOutside({ orders: 100, mix: 'known', latencyMs: 0, limits: 'none' }, async ({ profile }, folder) => {
    await fillInbox(folder, profile, orders)
    const times: number[] = []
    let idleMb = 0
    for (let start = 0; start <= starts; start++) {
      const beganAt = performance.now()
      await withService(folder, async (service) => {
        await askPage(service)
        const readyMs = Math.round(performance.now() - beganAt)
        tell(`${start === 0 ? 'first start' : `start ${start}`}: ${readyMs} ms`)
        if (start > 0) times.push(readyMs)
        if (start < starts) return
        await wait(idleAfterMs)
        idleMb = await residentMb(service)
      })
    }
    return { readyMs: times.sort((a, b) => a - b)[Math.floor(starts / 2)] ?? 0, idleMb }
  })
}

async function askPage({ url }: ServiceProcess): Promise<void> {
  const answer = await fetch(url, { headers: { accept: 'text/html' } })
  const page = await answer.text()
  if (answer.status !== 200 || !page.includes('id="root"')) throw new Error('no page: npm run build:web makes it')
}

/** As the system counts it; `ps` is on every system but Windows. */
async function residentMb({ pid }: ServiceProcess): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(((Number(stdout) * 1024) / 1_000_000).toFixed(1))
}
