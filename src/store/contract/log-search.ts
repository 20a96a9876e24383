import { describe, expect, test } from 'vitest'
import type { ShopOrderNumber } from '../../core/ids.ts'
import type { LogEntry, LogFilter, Store } from '../store.ts'
import { at, otherProfileId, profileId, sampleProfile, type TestStores } from './samples.ts'

const entry = (minute: number, more: Partial<LogEntry> & { number?: string } = {}): LogEntry => ({
  at: at(minute),
  profile: profileId,
  level: 'normal',
  order: (more.number ?? null) as ShopOrderNumber | null,
  code: 'order.made',
  data: {},
  ...more,
})

const entries = [
  entry(1, { number: '12', data: { customer: 'Café "De Ëend"', amount: '1234.50' } }),
  entry(2, { number: '123', data: { customer: 'Jansen & Zn', amount: '16.00' } }),
  entry(3, { level: 'extended', code: 'run.begin' }),
  entry(4, { number: '124', code: 'order.problem', data: { problem: 'sale.noArticle', customer: 'Jansen' } }),
  entry(5, { profile: otherProfileId, number: '12', data: { customer: 'JANSEN' } }),
  entry(6, { code: 'run.stopped', data: { failure: 'net.refused' } }),
]

export function logSearchContract({ open }: TestStores): void {
  describe('finding in the log', () => {
    const filled = async (): Promise<Store> => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.add(sampleProfile(otherProfileId))
      await store.log.add(entries)
      return store
    }
    const minutes = async (store: Store, filter: Partial<LogFilter>): Promise<readonly number[]> =>
      (await store.log.search({ level: 'extended', limit: 99, ...filter })).map(({ at: time }) =>
        new Date(time).getUTCMinutes(),
      )

    const cases: readonly [title: string, filter: Partial<LogFilter>, found: readonly number[]][] = [
      ['everything, newest first', {}, [6, 5, 4, 3, 2, 1]],
      ['only the normal ones', { level: 'normal' }, [6, 5, 4, 2, 1]],
      ['of one profile', { profile: profileId, level: 'normal' }, [6, 4, 2, 1]],
      ['of one order', { order: '12' }, [5, 1]],
      ['of one order of one profile', { order: '12', profile: profileId }, [1]],
      ['a part of a name, capitals or not', { text: 'anse' }, [5, 4, 2]],
      ['without the accents', { text: 'cafe "de eend"' }, [1]],
      ['several words as they stand there', { text: 'jansen & zn' }, [2]],
      ['words that do not stand together', { text: 'jansen zn' }, []],
      ['what means something to the index', { text: 'AND OR NOT *' }, []],
      ['a part of an order number', { text: '124' }, [4]],
      ['a short text is the order number itself', { text: '12' }, [5, 1]],
      ['an amount as the Dutch page shows it', { text: '€ 1.234,50' }, [1]],
      ['messages by their code', { text: 'gemaakt', codes: ['order.made'] }, [5, 2, 1]],
      ['problems and failures by theirs', { text: 'xyz', codes: ['sale.noArticle', 'net.refused'] }, [6, 4]],
      ['a code only as a whole', { text: 'xyz', codes: ['sale.no', 'order'] }, []],
      ['text and profile and level', { text: 'jansen', profile: profileId, level: 'normal' }, [4, 2]],
      ['from a moment on, with it', { from: at(4) }, [6, 5, 4]],
      ['to a moment, with it', { to: at(2) }, [2, 1]],
      ['a period with a text', { from: at(2), to: at(4), text: 'jansen' }, [4, 2]],
      ['a period without entries', { from: at(40), text: 'jansen' }, []],
    ]
    for (const [title, filter, found] of cases)
      test(`USE-3 ${title}`, async () => {
        expect(await minutes(await filled(), filter)).toEqual(found)
      })

    test('USE-3 a period is whole also where the clock was set back in it', async () => {
      const store = await filled()
      await store.log.add([entry(3, { code: 'later' })])
      expect(await minutes(store, { from: at(3), to: at(4) })).toEqual([3, 4, 3])
    })

    for (const text of [undefined, 'jansen'])
      test(`pages continue before the last entry, ${text === undefined ? 'without' : 'with'} a text`, async () => {
        const store = await filled()
        const ask = { level: 'normal', ...(text !== undefined && { text }) } as const
        const whole = await store.log.search({ ...ask, limit: 99 })
        const first = await store.log.search({ ...ask, limit: 2 })
        const next = await store.log.search({ ...ask, limit: 99, before: first.at(-1)?.id ?? null })
        expect([...first, ...next]).toEqual(whole)
        expect(first).toHaveLength(2)
      })

    test('a stream gives all that a search finds, across pages, and nothing that is added meanwhile', async () => {
      const store = await filled()
      await store.log.add(Array.from({ length: 2500 }, (_, index) => entry(7, { number: `${index}` })))
      const seen: string[] = []
      for await (const page of store.log.stream({ level: 'normal', profile: profileId })) {
        await store.log.add([entry(8, { number: 'new' })])
        seen.push(...page.map(({ order }) => order ?? ''))
      }
      expect(seen).toHaveLength(2504)
      expect([seen[0], seen.at(-1)]).toEqual(['2499', '12'])
      expect(new Set(seen).has('new')).toBe(false)
    })

    test('USE-3 what was purged or cleared is not found, however much it is', async () => {
      const store = await filled()
      await store.log.add(Array.from({ length: 1200 }, () => entry(0, { data: { customer: 'Weggegooid' } })))
      expect(await store.log.purge(at(1))).toBe(1200)
      expect(await minutes(store, { text: 'weggegooid' })).toEqual([])
      expect(await store.log.clear(profileId)).toBe(5)
      expect(await minutes(store, { text: 'jansen' })).toEqual([5])
      await store.profiles.remove(otherProfileId)
      expect(await minutes(store, {})).toEqual([])
    })

    test('a log that was emptied as a whole fills anew, is found and is purged', async () => {
      const store = await filled()
      expect(await store.log.clear(null)).toBe(6)
      await store.log.add([entry(1, { data: { customer: 'Pietersen' } }), entry(9, { data: { customer: 'Pieters' } })])
      expect(await minutes(store, { text: 'pieters' })).toEqual([9, 1])
      expect(await minutes(store, { text: 'jansen' })).toEqual([])
      expect(await store.log.purge(at(5))).toBe(1)
      expect(await minutes(store, { text: 'pieters' })).toEqual([9])
    })
  })
}
