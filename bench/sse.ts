// What does an event cost the service while a hundred pages are open?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setUp } from './service.ts'

type ServerEvents = {
  /** CPU time of the service's process, over that of the same events while nobody looks. */
  readonly cpuMsPerEvent: number
}
type Page = { readonly received: () => number; readonly close: () => void }

const openPages = 100
const events = 1_000

/** `tell` is given the cost with pages and without. */
export async function run({ tell = (_line: string) => {} } = {}): Promise<ServerEvents> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  const args = [join(import.meta.dirname, 'sse-child.ts'), folder]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const nextLine = async (): Promise<string> => {
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [unknown]
    if (typeof line !== 'string') throw new Error('the service has ended')
    return line
  }
  const cost = async (): Promise<number> => {
    child.stdin.write(`${events}\n`)
    return Number(await nextLine()) / events
  }
  try {
    const url = await nextLine()
    const cookie = await setUp(url)
    // The first ones only warm up.
    await cost()
    const alone = await cost()
    const pages = await Promise.all(Array.from({ length: openPages }, () => openPage(url, cookie)))
    const watched = await cost()
    const short = pages.filter((page) => page.received() !== events).length
    if (short > 0) throw new Error(`${short} pages did not get all ${events} events`)
    tell(`an event alone ${alone.toFixed(3)} ms, with ${openPages} pages ${watched.toFixed(3)} ms`)
    for (const page of pages) page.close()
    return { cpuMsPerEvent: Number((watched - alone).toFixed(3)) }
  } finally {
    child.stdin.end()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

async function openPage(url: string, cookie: string): Promise<Page> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/api/events`, { headers: { cookie }, agent: false }, resolve).once('error', reject)
  })
  let count = 0
  let rest = ''
  answer.on('data', (part: Buffer) => {
    const frames = (rest + part.toString()).split('\n\n')
    rest = frames.pop() ?? ''
    count += frames.filter((frame) => frame.includes('event: log')).length
  })
  // Closed by us, or by the service that ends.
  answer.on('error', () => {})
  return { received: () => count, close: () => answer.destroy() }
}
