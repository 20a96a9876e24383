// Server-sent events as a browser takes them: live, and again after a lost line.
import { get, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant, ProfileId } from '../../src/core/ids.ts'
import type { ServiceEvent } from '../../src/runs/service/events.ts'
import { type ApiScene, send, startApi, type Visitor } from './api-scene.ts'

type Received = {
  readonly id: string
  readonly event: string
  readonly data: ServiceEvent & { readonly order?: string }
}

/** A page that listens. */
async function listen(api: ApiScene, visitor: Visitor, lastEventId?: string) {
  const received: Received[] = []
  let wake = (): void => {}
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { cookie: visitor.cookie(), ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
    get(`${api.url}/api/events`, { headers }, resolve).once('error', reject)
  })
  let text = ''
  answer.on('data', (part: Buffer) => {
    text += part.toString()
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) {
      const fields = Object.fromEntries(frame.split('\n').map((row) => [row.split(': ')[0], row.replace(/^\w*: /, '')]))
      if (fields['event'] !== undefined)
        received.push({ id: fields['id'] ?? '', event: fields['event'], data: JSON.parse(fields['data'] ?? '') })
    }
    wake()
  })
  const ended = new Promise<void>((resolve) => answer.once('close', resolve))
  onTestFinished(() => void answer.destroy())
  return {
    answer,
    received,
    ended,
    close: () => answer.destroy(),
    until: async (count: number): Promise<readonly Received[]> => {
      while (received.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return received
    },
  }
}

/** Adds a line to the log through the service's store, which tells those who watch. */
const happen = (api: ApiScene, order: string) =>
  api.service.program.store.log.add([
    {
      at: '2026-03-14T12:00:00.000Z' as Instant,
      profile: '1' as ProfileId,
      level: 'normal',
      order: order as never,
      code: 'order.made',
      data: {},
    },
  ])

test('events come as they happen, each with an id of its own', async () => {
  const api = await startApi()
  const page = await listen(api, await api.owner())
  expect(page.answer.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(page.answer.headers['content-security-policy']).toContain("script-src 'self'")
  await happen(api, '10')
  await happen(api, '11')
  const [hello, first, second] = await page.until(3)
  expect([hello?.event, first?.event, first?.data.order, second?.data.order]).toEqual(['hello', 'log', '10', '11'])
  expect(new Set([hello?.id, first?.id, second?.id]).size).toBe(3)
})

test('a page that lost its line gets what it missed, once and in order', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const before = await listen(api, owner)
  await happen(api, '10')
  const last = (await before.until(2)).at(-1)?.id ?? ''
  before.close()
  await before.ended
  await happen(api, '11')
  await happen(api, '12')
  const after = await listen(api, owner, last)
  await happen(api, '13')
  const seen = (await after.until(4)).filter(({ event }) => event === 'log').map(({ data }) => data.order)
  expect(seen).toEqual(['11', '12', '13'])
})

test('a page that missed nothing is told nothing again', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const before = await listen(api, owner)
  await happen(api, '10')
  const last = (await before.until(2)).at(-1)?.id ?? ''
  const after = await listen(api, owner, last)
  await happen(api, '11')
  expect((await after.until(2)).map(({ event, data }) => [event, data.order])).toEqual([
    ['hello', undefined],
    ['log', '11'],
  ])
})

test('what was missed too long ago, or before a restart, asks the page to load anew', async () => {
  const api = await startApi()
  const owner = await api.owner()
  const old = await listen(api, owner)
  const first = (await old.until(1))[0]?.id ?? ''
  for (let turn = 0; turn < 1001; turn++) await happen(api, String(turn))
  for (const last of [first, 'anderestart-5', 'onzin']) {
    const page = await listen(api, owner, last)
    expect([last, (await page.until(2)).map(({ event }) => event)]).toEqual([last, ['hello', 'reload']])
  }
})

test('without a log-in there are no events, and the service ends open ones when it stops', async () => {
  const api = await startApi()
  const owner = await api.owner()
  expect((await send(api.url, 'GET', '/api/events', {})).status).toBe(401)
  const page = await listen(api, owner)
  await page.until(1)
  await api.stopServer()
  await page.ended
})
