// A helper that misbehaves as a test says: its command, and what it heard.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

type Action = Readonly<
  Partial<{
    say: string
    bytes: string
    answer: unknown
    id: number
    error: { kind: string; text: string; member?: string; code?: string }
    complain: string
    fill: number
    noise: number
    afterMs: number
    die: number
    kill: true
    hold: true
  }>
>
export type Behaviour = {
  readonly hello?: readonly Action[]
  readonly on?: Readonly<Record<string, readonly Action[] | readonly (readonly Action[])[]>>
}
type Heard = { readonly id: number; readonly call: string; readonly question: unknown }

const script = fileURLToPath(new URL('scripted-helper.mjs', import.meta.url))

type Command = { readonly command: string; readonly args: readonly string[] }

/** One behaviour per start of the process; the last counts for all later ones too. `make`: what speaks to it, closed after the test. */
export async function scriptedHelper<Made extends { readonly close: () => Promise<void> }>(
  starts: readonly Behaviour[],
  make: (command: Command) => Made,
) {
  const folder = await mkdtemp(join(tmpdir(), 'sc-helper-'))
  const log = join(folder, 'log')
  const helper = make({ command: process.execPath, args: [script, JSON.stringify({ log, starts })] })
  onTestFinished(async () => {
    await helper.close()
    await rm(folder, { recursive: true })
  })
  const notes = (is: string) =>
    readNotes(log)
      .map((line) => JSON.parse(line) as { is: string; pid: number; args: readonly string[]; line: string })
      .filter((entry) => entry.is === is)
  return {
    helper,
    /** Each process that was started, with the arguments behind the script. */
    processes: () => notes('start'),
    heard: (): readonly Heard[] => notes('heard').map(({ line }) => JSON.parse(line) as Heard),
    /** Those that ended because they were told to. */
    endedWell: () => notes('end').length,
  }
}

function readNotes(log: string): readonly string[] {
  try {
    return readFileSync(log, 'utf8').split('\n').filter(Boolean)
  } catch {
    // Not started yet.
    return []
  }
}

export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    // There is no such process.
    return false
  }
}
