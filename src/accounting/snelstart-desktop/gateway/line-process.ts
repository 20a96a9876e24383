// A program that is spoken to in lines: started without a shell, ended for certain. What the lines mean is not known here.
import { spawn } from 'node:child_process'
import { attempt } from './attempt.ts'
import { createLineCutter, createTail } from './lines.ts'

export type ProcessEnd =
  /** There is no such program, or the system does not let it start. */
  | { readonly how: 'notStarted'; readonly error: NodeJS.ErrnoException }
  | { readonly how: 'exited'; readonly code: number | null; readonly signal: string | null }

export type LineProcess = {
  readonly pid: number | null
  readonly send: (line: string) => void
  /** The last lines of standard error, cut. */
  readonly complaint: () => string
  readonly isGone: () => boolean
  readonly kill: () => void
  /** Resolves when it is gone and everything that it wrote has been given on. */
  readonly ended: Promise<ProcessEnd>
  /** Says by the end of its standard input that it may go; kills it after `withinMs`. Safe to repeat. */
  readonly finish: (withinMs: number) => Promise<void>
}

type Hooks = {
  /** The lines of one part of its output, at least one. */
  readonly onLines: (lines: readonly string[]) => void
  /** A line that is too long or no text; nothing more is given after it. */
  readonly onUnreadable: (why: string) => void
}

const complaintLength = 500
/** How long the output of a process that is gone may stay open in a child of its own. */
const outputAfterEndMs = 1_000

export function startLineProcess(
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  longestLineBytes: number,
  hooks: Hooks,
): LineProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true, shell: false })
  const tail = createTail(complaintLength)
  const ended = Promise.withResolvers<ProcessEnd>()
  const closeOutput = (): void => {
    child.stdout.destroy()
    child.stderr.destroy()
  }

  child.once('error', (error) => {
    // Also said where a signal cannot be given; only a process that never was ends here.
    if (child.pid === undefined) ended.resolve({ how: 'notStarted', error })
  })
  child.once('exit', (code, signal) => {
    const late = setTimeout(closeOutput, outputAfterEndMs)
    child.once('close', () => {
      clearTimeout(late)
      ended.resolve({ how: 'exited', code, signal })
    })
  })
  // A pipe whose reader is gone: the end of the process tells all there is to tell.
  child.stdin.on('error', () => child.stdin.destroy())
  child.stderr.setEncoding('utf8').on('data', tail.add)

  const cut = createLineCutter(longestLineBytes)
  child.stdout.on('data', (part: Buffer) => {
    const lines = attempt(() => cut(part))
    if (!lines.ok) {
      child.stdout.removeAllListeners('data').resume()
      hooks.onUnreadable(lines.why)
    } else if (lines.value.length > 0) hooks.onLines(lines.value)
  })

  const kill = (): void => {
    child.kill('SIGKILL')
  }
  return {
    pid: child.pid ?? null,
    send: (line) => child.stdin.write(`${line}\n`),
    complaint: tail.text,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    kill,
    ended: ended.promise,
    finish: async (withinMs) => {
      child.stdin.end()
      const late = setTimeout(kill, withinMs)
      await ended.promise
      clearTimeout(late)
    },
  }
}
