import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ListQuery, readPages } from './lists.ts'
import { type Answer, json, scripted } from './scripted.ts'

const running: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

const row = z.object({ id: z.string() })
const never = new AbortController().signal
const everything: ListQuery = { filter: null, orderBy: 'Nummer' }

const queryOf = (request: IncomingMessage) => new URL(request.url ?? '', 'http://x').searchParams
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `rij ${index}` }))

/** Reads a list whose far side is `answer`; gives the ids and the questions that it took. */
async function read(answer: (query: URLSearchParams, call: number) => Answer, query: ListQuery = everything) {
  let call = 0
  const { client, seen, stop } = await scripted((request) => answer(queryOf(request), ++call))
  running.push(stop)
  const ids: string[] = []
  for await (const page of readPages(client, '/verkooporders', row, query, never)) ids.push(...page.map(({ id }) => id))
  return { ids, questions: seen.map(({ path }) => decodeURIComponent(path.split('?')[1] ?? '')) }
}

/** A far side with this many rows that gives at most `cap` of them at a time. */
const paged =
  (count: number, cap = 500) =>
  (query: URLSearchParams): Answer => {
    const skip = Number(query.get('$skip') ?? 0)
    return json(200, numbered(count).slice(skip, skip + Math.min(cap, Number(query.get('$top') ?? 500))))
  }

describe('reading a list', () => {
  test('takes as few questions as pages', async () => {
    const { ids, questions } = await read(paged(1203))
    expect(ids).toEqual(numbered(1203).map(({ id }) => id))
    expect(questions).toEqual([
      '$orderby=Nummer&$top=500',
      '$orderby=Nummer&$top=500&$skip=500',
      '$orderby=Nummer&$top=500&$skip=1000',
    ])
  })

  test.each([25, 100])('goes on where the far side silently gives at most %i rows', async (cap) => {
    const { ids } = await read(paged(260, cap))
    expect(ids).toHaveLength(260)
  })

  test('asks for small pages where large ones are refused', async () => {
    const { ids, questions } = await read((query) =>
      Number(query.get('$top')) > 25 ? json(400, { Message: 'top' }) : paged(60)(query),
    )
    expect(ids).toHaveLength(60)
    expect(questions.at(-1)).toBe('$top=25&$skip=50')
  })

  test('does without the order where that is refused', async () => {
    const { ids, questions } = await read((query) =>
      query.has('$orderby') ? json(400, { Message: 'orderby' }) : paged(3)(query),
    )
    expect(ids).toHaveLength(3)
    expect(questions).toEqual(['$orderby=Nummer&$top=500', '$top=500'])
  })

  test('takes a list that ignores paging as a whole', async () => {
    const { ids, questions } = await read(() => json(200, numbered(700)))
    expect(ids).toHaveLength(700)
    expect(questions).toHaveLength(1)
  })

  test('asks again when the page before comes a second time, and loses and doubles nothing', async () => {
    const { ids } = await read((query, call) => (call === 2 ? json(200, numbered(500)) : paged(1203)(query)))
    expect(ids).toEqual(numbered(1203).map(({ id }) => id))
  })

  test('gives each row once when rows shift between pages', async () => {
    const { ids } = await read((query) => {
      const skip = Number(query.get('$skip') ?? 0)
      return json(200, numbered(700).slice(Math.max(0, skip - 3), skip === 0 ? 500 : 700))
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(700)
  })

  test('says so when the same page keeps coming, instead of asking for ever', async () => {
    await expect(read(() => json(200, numbered(500)))).rejects.toMatchObject({ code: 'snelstart.pageRepeats' })
  })

  test('asks for less where a page is too large', async () => {
    const { ids } = await read((query) => {
      const rows = numbered(30).map(({ id }) => ({ id, memo: 'x'.repeat(1024 * 1024) }))
      const skip = Number(query.get('$skip') ?? 0)
      const top = Number(query.get('$top'))
      return json(200, top > 25 ? rows : numbered(30).slice(skip, skip + top))
    })
    expect(ids).toHaveLength(30)
  })
})
