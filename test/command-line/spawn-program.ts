// Runs the real program as a process of its own, as a shop owner's terminal does.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../../src/s-connect.js')

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** Another Node than this one. */
  readonly node?: string
}

/** Started, with its standard input open. The environment is this one's less what would change how it speaks. */
export function startProgram(args: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  const { S_CONNECT_DATA: _data, S_CONNECT_LANG: _lang, ...rest } = process.env
  const data = options.folder === undefined ? {} : { S_CONNECT_DATA: options.folder }
  return spawn(options.node ?? process.execPath, [entry, ...args], { env: { ...rest, ...data, ...options.env } })
}

/** What came out, and the exit code, once it has ended. */
export function untilEnd(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
  })
}

export function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startProgram(args, options)
  child.stdin.end(options.input ?? '')
  return untilEnd(child)
}

/** Every line as JSON; throws where one is not. */
export const jsonLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
