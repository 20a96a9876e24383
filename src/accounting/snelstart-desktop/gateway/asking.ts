// One question to the helper, with what has to be open for it: opened before the first call that needs it, in every process anew.
import { failureOfBroken, failureOfError, hideSecrets } from './failures.ts'
import { type HelperCall, type HelperQuestions, type HelperResult, helperCalls } from './protocol.ts'
import { type CommandSource, createRunning, type Service } from './running.ts'

/** What is opened before a call that needs it. A call of 'gateway.open' or 'sql.open' that went well takes its place here. */
export type Openings = {
  readonly gateway?: HelperQuestions['gateway.open']
  readonly sql?: HelperQuestions['sql.open']
}

/** In ms. A call that writes waits long before it is given up: giving up leaves doubt. */
export type HelperTimes = {
  readonly start: number
  readonly open: number
  readonly read: number
  readonly write: number
  readonly close: number
}

export type Asking = {
  /** Starts and opens what `call` needs. Nothing of the call itself is sent. */
  readonly prepare: (call: HelperCall) => Promise<void>
  /** Not two at a time. */
  readonly ask: <Call extends HelperCall>(call: Call, question: HelperQuestions[Call]) => Promise<HelperResult<Call>>
  readonly calls: () => number
  readonly close: (withinMs: number) => Promise<void>
}

export function createAsking(command: CommandSource, given: Openings, times: HelperTimes): Asking {
  const openings: { gateway?: object | undefined; sql?: object | undefined } = { ...given }
  const hideIn = (question: object) => hideSecrets([question, openings.gateway ?? {}, openings.sql ?? {}])
  const running = createRunning(command, {
    startMs: times.start,
    parentPid: process.pid,
    withoutSecrets: (text) => hideIn({})(text),
  })
  let calls = 0
  const asked = (call: HelperCall, question: object) => ({
    call,
    hello: running.hello(),
    withoutSecrets: hideIn(question),
  })
  const askOnce = async <Call extends HelperCall>(call: Call, question: HelperQuestions[Call]) => {
    const { conversation, opened } = await running.get(call)
    const service = openedBy(call)
    if (service !== null) opened.delete(service)
    calls++
    const reply = await conversation.ask(call, question, withinMs(call, times))
    if (reply.is === 'broken') throw failureOfBroken(reply, asked(call, question))
    if (reply.is === 'result' && service !== null && call !== 'gateway.close') {
      opened.add(service)
      openings[service] = question
    }
    return reply
  }
  const prepare = async (call: HelperCall): Promise<void> => {
    const { opened } = await running.get(call)
    const service = neededBy(call)
    const question = service === null ? undefined : openings[service]
    if (service === null || question === undefined || opened.has(service)) return
    const opening = `${service}.open` as const
    const reply = await askOnce(opening, question as HelperQuestions[typeof opening])
    if (reply.is === 'error') throw failureOfError(reply.error, asked(opening, question))
  }
  /** Told that nothing is open, before anything was done. */
  const openAgain = async (call: HelperCall, service: Service): Promise<void> => {
    const { opened } = await running.get(call)
    opened.delete(service)
    await prepare(call)
  }
  return {
    prepare,
    ask: async (call, question) => {
      const service = neededBy(call)
      let reply = await askOnce(call, question)
      // Once: what is closed again right after opening will not open by trying.
      if (
        reply.is === 'error' &&
        reply.error.kind === 'closed' &&
        service !== null &&
        openings[service] !== undefined
      ) {
        await openAgain(call, service)
        reply = await askOnce(call, question)
      }
      if (reply.is === 'error') throw failureOfError(reply.error, asked(call, question))
      return reply.result
    },
    calls: () => calls,
    close: running.close,
  }
}

function neededBy(call: HelperCall): Service | null {
  if (call === 'sql.schema' || call === 'sql.rows' || call === 'sql.fingerprint') return 'sql'
  return call.startsWith('gateway.') || call.startsWith('sql.') ? null : 'gateway'
}

function openedBy(call: HelperCall): Service | null {
  if (call === 'sql.open') return 'sql'
  return call === 'gateway.open' || call === 'gateway.close' ? 'gateway' : null
}

function withinMs(call: HelperCall, times: HelperTimes): number {
  if (call.endsWith('.open')) return times.open
  return helperCalls[call].writes ? times.write : times.read
}
