// The service as its owner runs it: a process of its own, started the way the program starts itself, and a browser logged in.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { programFlags } from './processes.ts'

export type ServiceProcess = {
  readonly url: string
  readonly pid: number
}

const program = join(import.meta.dirname, '../src/s-connect.js')

/** There while `work` runs; on a free port, with this data folder. */
export async function withService<Result>(
  folder: string,
  work: (service: ServiceProcess) => Promise<Result>,
): Promise<Result> {
  const args = [...programFlags(), program, '--data', folder, '--json', 'serve', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [unknown]
    if (typeof line !== 'string' || child.pid === undefined) throw new Error('the service did not start')
    const { url } = JSON.parse(line) as { url: string }
    return await work({ url, pid: child.pid })
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Chooses the first password; gives the cookie of the session. */
export async function setUp(url: string): Promise<string> {
  const headers = { origin: url, 'content-type': 'application/json' }
  const body = JSON.stringify({ password: 'a password for the bench' })
  const answer = await fetch(`${url}/api/setup`, { method: 'POST', headers, body })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`the first password was refused (${answer.status})`)
  return cookie
}
