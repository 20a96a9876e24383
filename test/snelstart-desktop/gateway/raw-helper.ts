// Speaks the raw lines to the helper's program, for tests of the program itself; the product's own client is not in between.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { HelperProgram } from './stand-in.ts'

/** What the tests know of the protocol: the exports of protocol.ts. */
type Protocol = {
  readonly answerLine: {
    readonly parse: (
      line: unknown,
    ) =>
      | { readonly id: number; readonly ok: true; readonly result?: unknown }
      | { readonly id: number; readonly ok: false; readonly error: Said }
  }
  readonly helperCalls: Readonly<Record<string, { readonly result: { readonly parse: (result: unknown) => unknown } }>>
}

type Said = {
  readonly kind: string
  readonly text: string
  readonly member: string | null
  readonly code: string | null
}

export type RawHelper = {
  /** The first line, as it came. */
  readonly hello: string
  /** The result, checked against the protocol. Throws on an error. */
  readonly ask: (call: string, question: object) => Promise<unknown>
  /** The error. Throws on a result. */
  readonly refuse: (call: string, question: object) => Promise<Said>
  /** Sends a line as it is. */
  readonly send: (line: string) => void
  /** The next line of its output, or null when there is none any more. */
  readonly next: () => Promise<string | null>
  readonly stderr: () => string
  /** Resolves to the exit code or the signal. */
  readonly ended: Promise<number | string | null>
  /** Ends its input. */
  readonly stop: () => Promise<number | string | null>
  readonly kill: () => void
}

export async function startRawHelper(
  { answerLine, helperCalls }: Protocol,
  command: HelperProgram,
  more: readonly string[] = [],
): Promise<RawHelper> {
  const child: ChildProcessWithoutNullStreams = spawn(command.command, [...command.args, ...more])
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
  })
  child.stdin.on('error', () => child.stdin.destroy())
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  const next = async (): Promise<string | null> => {
    const line = await lines.next()
    return line.done === true ? null : line.value
  }
  const send = (line: string): void => {
    child.stdin.write(`${line}\n`)
  }
  let lastId = 0
  const speak = async (call: string, question: object) => {
    const id = ++lastId
    send(JSON.stringify({ id, call, question }))
    const answer = answerLine.parse(JSON.parse((await next()) ?? 'null'))
    if (answer.id !== id) throw new Error(`an answer to ${answer.id}, asked was ${id}`)
    return answer
  }
  const hello = (await next()) ?? ''
  return {
    hello,
    ask: async (call, question) => {
      const answer = await speak(call, question)
      if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer.error)}`)
      return helperCalls[call]?.result.parse(answer.result)
    },
    refuse: async (call, question) => {
      const answer = await speak(call, question)
      if (answer.ok) throw new Error(`${call} was not refused: ${JSON.stringify(answer.result)}`)
      return answer.error
    },
    send,
    next,
    stderr: () => stderr,
    ended,
    stop: () => {
      child.stdin.end()
      return ended
    },
    kill: () => child.kill('SIGKILL'),
  }
}
