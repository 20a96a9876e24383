// Server-sent events: what the service tells, passed on to every open page. A page that lost its line says which event it had
// last and gets what it missed; when that is too long ago it is told to load everything anew.
import type { ServerResponse } from 'node:http'
import type { ServiceEvent } from '../runs/service/events.ts'
import type { ApiParts } from './parts.ts'

export type EventHub = {
  /** Writes from now on to `response`, which the hub ends when the API closes. `stillAllowed` is asked at every heartbeat. */
  readonly open: (response: ServerResponse, lastEventId: string | null, stillAllowed: () => Promise<boolean>) => void
  readonly close: () => void
}

type Kept = { readonly number: number; readonly frame: string }

const mostKept = 1000
const heartbeatMs = 20_000
/** A page that does not read is let go before it fills our memory; it comes back and asks for what it missed. */
const mostWaitingBytes = 1024 * 1024

/** Event ids are 'start-number': after a restart nothing older can be given. */
export function createEventHub({ service }: Pick<ApiParts, 'service'>): EventHub {
  const start = service.program.clock().toString(36)
  const kept: Kept[] = []
  const pages = new Set<ServerResponse>()
  let number = 0

  const send = (page: ServerResponse, text: string): void => {
    if (page.writableLength > mostWaitingBytes) page.destroy()
    else page.write(text)
  }
  const tell = (event: ServiceEvent): void => {
    number += 1
    const frame = `id: ${start}-${number}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
    kept.push({ number, frame })
    if (kept.length > mostKept) kept.shift()
    for (const page of pages) send(page, frame)
  }
  const missedSince = (lastEventId: string): string => {
    const [theirStart, last] = lastEventId.split('-')
    const oldest = kept[0]?.number ?? number + 1
    if (theirStart !== start || !/^\d+$/.test(last ?? '') || Number(last) + 1 < oldest || Number(last) > number)
      return `id: ${start}-${number}\nevent: reload\ndata: {"type":"reload"}\n\n`
    return kept
      .filter((event) => event.number > Number(last))
      .map((event) => event.frame)
      .join('')
  }
  const unsubscribe = service.subscribe(tell)
  return {
    open: (response, lastEventId, stillAllowed) => {
      pages.add(response)
      // The first line tells the browser how long to wait before it comes back, and gives it an id to come back with.
      response.write(`retry: 2000\nid: ${start}-${number}\nevent: hello\ndata: {"type":"hello"}\n\n`)
      if (lastEventId !== null) response.write(missedSince(lastEventId))
      const heartbeat = setInterval(() => {
        stillAllowed().then(
          (allowed) => (allowed ? send(response, ': still here\n\n') : response.end()),
          () => response.end(),
        )
      }, heartbeatMs)
      heartbeat.unref()
      response.once('close', () => {
        clearInterval(heartbeat)
        pages.delete(response)
      })
    },
    close: () => {
      unsubscribe()
      for (const page of pages) page.end()
    },
  }
}
