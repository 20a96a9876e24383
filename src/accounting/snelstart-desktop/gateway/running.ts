// The helper's process: found and started when first needed, started again after it ended, and never after it was closed.
import { ConnectionFailed } from '../../../core/failures.ts'
import { type Conversation, type Hello, startConversation } from './conversation.ts'
import { failureOfBroken } from './failures.ts'
import { type FoundHelper, notWindows } from './find-command.ts'
import type { HelperCommand } from './gateway.ts'
import type { HelperCall } from './protocol.ts'

/** As it is, or how to find it when it is first needed (finding may compile it). */
export type CommandSource = HelperCommand | (() => Promise<FoundHelper>)

/** What is open in SnelStart or in the database, of this very process. */
export type Service = 'gateway' | 'sql'
export type LiveHelper = { readonly conversation: Conversation; readonly opened: Set<Service> }

export type Running = {
  /** The process that runs, or a new one; `call` is what it is wanted for. Throws SettingsWrong, ConnectionFailed (`sent` false) or
   *  UnexpectedAnswer. */
  readonly get: (call: HelperCall) => Promise<LiveHelper>
  /** Of the last one that started well. */
  readonly hello: () => Hello | null
  /** Lets it go and starts none any more. */
  readonly close: (withinMs: number) => Promise<void>
}

type Options = {
  readonly startMs: number
  /** The helper ends with this process. */
  readonly parentPid: number
  readonly withoutSecrets: (text: string) => string
}

export function createRunning(source: CommandSource, { startMs, parentPid, withoutSecrets }: Options): Running {
  let command: HelperCommand = typeof source === 'function' ? null : source
  let live: LiveHelper | null = null
  const stop = new AbortController()
  let closed = false

  const findCommand = async (): Promise<NonNullable<HelperCommand>> => {
    if (command !== null) return command
    if (typeof source !== 'function') throw notWindows()
    const found = await source()
    // What was not found is looked for again by the next call: somebody may have mended it.
    if (!found.found) throw found.reason
    command = found.command
    return command
  }
  const start = async (call: HelperCall): Promise<Conversation> => {
    const { command: program, args } = await findCommand()
    if (closed) throw closing()
    const withParent = [...args, '--parent', String(parentPid)]
    const started = await startConversation({ command: program, args: withParent }, startMs, stop.signal)
    if (closed && started.is === 'started') await started.conversation.finish(0)
    if (closed) throw closing()
    if (started.is === 'broken') throw failureOfBroken(started, { call, hello: null, withoutSecrets })
    return started.conversation
  }
  return {
    get: async (call) => {
      if (closed) throw closing()
      if (live?.conversation.hasEnded() === false) return live
      live = { conversation: await start(call), opened: new Set() }
      return live
    },
    hello: () => live?.conversation.hello ?? null,
    close: async (withinMs) => {
      closed = true
      await live?.conversation.finish(withinMs)
      // One that is just starting is not waited for.
      stop.abort()
    },
  }
}

export const closing = (): ConnectionFailed =>
  new ConnectionFailed('gateway.closing', 'the connection is closed', { sent: false })
