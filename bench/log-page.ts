// Is 'Informatie' as quick among a million log entries as among a thousand? Asked as the page asks, over HTTP.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant, ProfileId, ShopOrderNumber } from '../src/core/ids.ts'
import { openProgram } from '../src/main.ts'
import type { LogEntry } from '../src/store/store.ts'
import { setUp, withService } from './service.ts'

type LogPage = {
  /** p95 of a page among all entries over that among a thousand; of a page of what a text is found in likewise. */
  readonly pageRatio: number
  readonly filterRatio: number
}

const few = 1_000
const atOnce = 5_000
const asks = 400
const warmUps = 50
const firstNames = ['Anna', 'Bram', 'Chantal', 'Daan', 'Eva', 'Fatima', 'Gijs', 'Hanneke', 'Ilse', 'Jurre']
const lastNames = ['de Vries', 'van den Berg', 'Bakker', 'Jansen', 'Smit', 'Mulder', 'de Groot', 'Bos', 'Vos', 'Peters']
const syllables = ['bo', 'ka', 'lin', 'ster', 'wijk', 'do', 'ren', 'mo', 'hof', 'zand']

/** `orders`: how many log entries. `tell` is given the times of both. */
export async function run({ orders = 1_000_000, tell = (_line: string) => {} } = {}): Promise<LogPage> {
  return withLog(few, (small) =>
    withLog(orders, async (large) => {
      const page = await compare(small, large, pageQuery)
      const filter = await compare(small, large, (ask) => `text=${encodeURIComponent(textToFind(ask))}`)
      for (const [at, { count }] of [small, large].entries())
        tell(`${count} entries: page ${page.p95Ms[at]?.toFixed(1)} ms, filter ${filter.p95Ms[at]?.toFixed(1)} ms (p95)`)
      return { pageRatio: page.ratio, filterRatio: filter.ratio }
    }),
  )
}

type Log = { readonly count: number; readonly get: (query: string) => Promise<void> }

async function withLog<Result>(count: number, work: (log: Log) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  try {
    await fillLog(folder, count)
    return await withService(folder, async ({ url }) => {
      const headers = { cookie: await setUp(url) }
      const get = async (query: string): Promise<void> => {
        const answer = await fetch(`${url}/api/log?limit=100&${query}`, { headers })
        if (answer.status !== 200) throw new Error(`${query}: ${answer.status}`)
        await answer.json()
      }
      return work({ count, get })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Both in turn, so that other work on the machine strikes both. */
async function compare(small: Log, large: Log, queryOf: (ask: number, count: number) => string) {
  const times: readonly [number[], number[]] = [[], []]
  for (let ask = -warmUps; ask < asks; ask++)
    for (const [at, { count, get }] of [small, large].entries()) {
      const beganAt = performance.now()
      await get(queryOf(Math.abs(ask), count))
      if (ask >= 0) times[at]?.push(performance.now() - beganAt)
    }
  const p95Ms = times.map((each) => each.sort((a, b) => a - b)[Math.floor(asks * 0.95)] ?? Number.NaN)
  return { p95Ms, ratio: Number(((p95Ms[1] ?? Number.NaN) / (p95Ms[0] ?? Number.NaN)).toFixed(2)) }
}

/** The first page as often as one anywhere: who scrolls gets pages from everywhere. */
const pageQuery = (ask: number, count: number): string =>
  ask % 2 === 0 ? '' : `before=${1 + ((ask * 7_919_777) % count)}`

/** One person's name, a name that many have, an order, words of a message that is on every page, and what nobody has. */
function textToFind(ask: number): string {
  const wanted = (ask * 7) % few
  const texts = [customerOf(wanted), lastNames[ask % 10] ?? '', String(100_000 + wanted), 'gemaakt', `Xandrië ${ask}`]
  return texts[ask % texts.length] ?? ''
}

/** The middle name is rare: one of a thousand. */
const customerOf = (index: number): string =>
  `${firstNames[index % 10]} ${middleName(index)} ${lastNames[Math.floor(index / 10) % 10]}`

const middleName = (index: number): string =>
  [index, index / 10, index / 100].map((digit) => syllables[Math.floor(digit * 3) % 10]).join('')

async function fillLog(folder: string, count: number): Promise<void> {
  const { store } = openProgram(folder, { keySource: 'file' })
  try {
    await store.profiles.add({
      ...{ id: profile, description: '', shopKind: 'opencart', accountingKind: 'snelstart-online', product: 'order' },
      settings: { general: {}, shop: {}, accounting: {}, sales: {}, articles: {}, customers: {}, bookkeeping: {} },
      createdAt: timeOf(0),
    })
    for (let from = 0; from < count; from += atOnce)
      await store.log.add(
        Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => entryOf(from + index, count)),
      )
  } finally {
    await store.close()
  }
}

const profile = '1' as ProfileId
/** Four weeks back at most, so that none is cleaned away meanwhile. */
const timeOf = (secondsAgo: number): Instant => new Date(Date.now() - secondsAgo * 1_000).toISOString() as Instant

/** Of three entries one is for those who want to know more. */
const entryOf = (index: number, count: number): LogEntry => ({
  at: timeOf(count - index),
  profile,
  level: index % 3 === 0 ? 'extended' : 'normal',
  order: String(100_000 + index) as ShopOrderNumber,
  code: 'order.made',
  data: {
    customer: customerOf(index),
    code: String(20_000 + (index % 5_000)),
    amount: `${10 + (index % 490)}.${String(index % 100).padStart(2, '0')}`,
    orderNumber: String(500_000 + index),
  },
})
