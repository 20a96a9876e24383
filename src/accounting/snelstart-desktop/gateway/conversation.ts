// One helper process from its hello to its end. Nothing that it says is trusted: whatever was not asked for or does not fit
// ends it, and a question that was out then counts as unanswered.
import type { z } from 'zod'
import { attempt } from './attempt.ts'
import { startLineProcess } from './line-process.ts'
import {
  type AskedLine,
  answerLine,
  type HelperCall,
  type HelperResult,
  helloLine,
  helperCalls,
  protocolVersion,
} from './protocol.ts'

export type Hello = z.infer<typeof helloLine>
export type HelperError = Extract<z.infer<typeof answerLine>, { ok: false }>['error']

/** 'notStarted': it could not be started. 'otherProgram': it does not greet as our helper of this version. 'ended': it died.
 *  'silent': no answer in time. 'unreadable': it said something that it should not. */
export type Broken = {
  readonly is: 'broken'
  readonly why: 'notStarted' | 'otherProgram' | 'ended' | 'silent' | 'unreadable'
  /** The question may have reached it. */
  readonly sent: boolean
  /** For logs, in English, with what it said on standard error. */
  readonly detail: string
}
export type Reply<Call extends HelperCall> =
  | { readonly is: 'result'; readonly result: HelperResult<Call> }
  | { readonly is: 'error'; readonly error: HelperError }
  | Broken

export type Conversation = {
  readonly hello: Hello
  readonly hasEnded: () => boolean
  /** One at a time. A broken reply comes only after the process is gone, so that nothing is saved behind one's back. */
  readonly ask: <Call extends HelperCall>(
    call: Call,
    question: AskedLine<Call>['question'],
    withinMs: number,
  ) => Promise<Reply<Call>>
  /** Lets it go; kills it when it does not. */
  readonly finish: (withinMs: number) => Promise<void>
}

export type Started = { readonly is: 'started'; readonly conversation: Conversation } | Broken

/** More than any page of rows or list of columns is. */
const longestLineBytes = 32 * 1024 * 1024

/** Starts it and waits for its hello. `stop` kills it, whatever it is doing. */
export async function startConversation(
  command: { readonly command: string; readonly args: readonly string[] },
  withinMs: number,
  stop: AbortSignal,
): Promise<Started> {
  const connected = attempt(() => connectLines(command))
  // Some refusals of the system are thrown at once, such as those of a virus scanner on Windows.
  if (!connected.ok) return { is: 'broken', why: 'notStarted', sent: false, detail: connected.why }
  const line = connected.value
  stop.addEventListener('abort', line.kill)
  void line.ended.then(() => stop.removeEventListener('abort', line.kill))
  const greeted = await line.hear(withinMs)
  if ('why' in greeted) return { is: 'broken', sent: false, ...greeted }
  const hello = helloLine.safeParse(parseJson(greeted.said.replace(/^\uFEFF/, '')))
  if (!hello.success || hello.data.protocol !== protocolVersion) {
    const spoke = hello.success ? `protocol ${hello.data.protocol}, not ${protocolVersion}` : 'no hello'
    return { is: 'broken', sent: false, ...(await line.end('otherProgram', spoke)) }
  }
  let lastId = 0
  const ask: Conversation['ask'] = async (call, question, askWithinMs) => {
    if (line.hasEnded()) return { is: 'broken', sent: false, ...(await line.end('ended', 'gone before the call')) }
    const asked: AskedLine<typeof call> = { id: ++lastId, call, question }
    const answer = line.hear(askWithinMs)
    line.send(JSON.stringify(asked))
    const heard = await answer
    if ('why' in heard) return { is: 'broken', sent: true, ...heard }
    const reply = readAnswer(heard.said, asked.id, call)
    return typeof reply === 'string' ? { is: 'broken', sent: true, ...(await line.end('unreadable', reply)) } : reply
  }
  const { hasEnded, finish } = line
  return { is: 'started', conversation: { hello: hello.data, hasEnded, ask, finish } }
}

type Ending = Pick<Broken, 'why' | 'detail'>

/** A process that is heard one line at a time: a line that nobody waits for ends it, and so does waiting in vain. */
function connectLines(command: { readonly command: string; readonly args: readonly string[] }) {
  let ending: Ending | null = null
  let waiting: ((said: string | null) => void) | null = null
  const tell = (said: string | null): void => {
    const hearer = waiting
    waiting = null
    hearer?.(said)
  }
  const breakOff = (why: Broken['why'], detail: string): void => {
    ending ??= { why, detail }
    child.kill()
    tell(null)
  }
  const child = startLineProcess(command, longestLineBytes, {
    onLines: (lines) => {
      const [said] = lines
      if (ending !== null || said === undefined) return
      // Looked at together: a second answer to one question makes the first worth nothing.
      if (lines.length > 1) breakOff('unreadable', `${lines.length} lines where one was due`)
      else if (waiting === null) breakOff('unreadable', 'a line that nobody asked for')
      else tell(said)
    },
    onUnreadable: (why) => breakOff('unreadable', why),
  })
  void child.ended.then((end) => {
    if (end.how === 'notStarted') breakOff('notStarted', end.error.message)
    else breakOff('ended', `exit ${end.code ?? end.signal}`)
  })
  /** What it ended of, once it is gone. */
  const end = async (why: Broken['why'], detail: string): Promise<Ending> => {
    breakOff(why, detail)
    await child.ended
    const complaint = child.complaint()
    const first = ending ?? { why, detail }
    return complaint === '' ? first : { ...first, detail: `${first.detail}: ${complaint}` }
  }
  return {
    send: child.send,
    finish: child.finish,
    kill: () => breakOff('ended', 'stopped by us'),
    ended: child.ended,
    hasEnded: (): boolean => ending !== null || child.isGone(),
    end,
    hear: async (withinMs: number): Promise<{ readonly said: string } | Ending> => {
      const line = new Promise<string | null>((resolve) => {
        waiting = resolve
      })
      const late = setTimeout(() => breakOff('silent', `no answer in ${withinMs} ms`), withinMs)
      const said = await line
      clearTimeout(late)
      return said === null ? end('ended', 'gone') : { said }
    },
  }
}

/** The reply, or what is wrong with it. */
function readAnswer<Call extends HelperCall>(line: string, id: number, call: Call): Reply<Call> | string {
  const answer = answerLine.safeParse(parseJson(line))
  if (!answer.success) return 'a line that is no answer'
  if (answer.data.id !== id) return `an answer to ${answer.data.id}, asked was ${id}`
  if (!answer.data.ok) return { is: 'error', error: answer.data.error }
  const result = helperCalls[call].result.safeParse(answer.data.result)
  return result.success
    ? { is: 'result', result: result.data as HelperResult<Call> }
    : `a result of ${call} that does not fit`
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // No JSON fits no schema; that is told by whoever checks it.
    return undefined
  }
}
