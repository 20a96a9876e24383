import { describe, expect, test } from 'vitest'
import type { ProfileId } from '../../core/ids.ts'
import type { Store, TaskOutcome, TaskPlan, TaskRun } from '../store.ts'
import { at, otherProfileId, profileId, sampleProfile, type TestStores } from './samples.ts'

const task = 'importOrders'
const counts: TaskRun['counts'] = { read: 5, done: 3, skipped: 1, problem: 1, unknown: 0, newCustomers: 2 }
const failure = { code: 'net.refused', message: 'refused', context: { status: 403, url: null } }

export function tasksContract({ open, reopen }: TestStores): void {
  describe('tasks', () => {
    const filled = async (): Promise<Store> => {
      const store = await open()
      await store.profiles.add(sampleProfile())
      await store.profiles.add(sampleProfile(otherProfileId))
      return store
    }
    const begin = (store: Store, minute: number, profile: ProfileId = profileId, holder = 'me'): Promise<number> =>
      store.tasks.begin({ profile, task, startedAt: at(minute), by: 'plan', holder })
    const run = async (store: Store, minute: number, outcome: TaskOutcome): Promise<number> => {
      const id = await begin(store, minute)
      await store.tasks.end(id, { endedAt: at(minute + 1), outcome, counts, failure: null })
      return id
    }

    test('PLAN-1 a plan comes back as it was saved, also after a restart; without one it is off', async () => {
      const store = await filled()
      const off = { profile: profileId, task, interval: 'off', nextAt: null, paused: false, anchorAt: null }
      expect(await store.tasks.plan(profileId, task)).toEqual(off)
      const plan: TaskPlan = {
        profile: profileId,
        task,
        interval: '15m',
        nextAt: at(30),
        paused: false,
        anchorAt: at(0),
      }
      await store.tasks.savePlan({ ...plan, interval: 'daily' })
      await store.tasks.savePlan(plan)
      await store.tasks.savePlan({ ...plan, profile: otherProfileId, paused: true })
      const again = await reopen(store)
      expect(await again.tasks.plan(profileId, task)).toEqual(plan)
      expect(await again.tasks.plans()).toEqual([plan, { ...plan, profile: otherProfileId, paused: true }])
    })

    test('PLAN-1 the turn that a person chose is the next one, unless told otherwise', async () => {
      const store = await filled()
      await store.tasks.savePlan({ profile: profileId, task, interval: '1h', nextAt: at(7), paused: false })
      expect(await store.tasks.plan(profileId, task)).toMatchObject({ nextAt: at(7), anchorAt: at(7) })
    })

    test('a run is there while it goes on, and whole once it has ended', async () => {
      const store = await filled()
      const id = await begin(store, 1)
      const nothing = { read: 0, done: 0, skipped: 0, problem: 0, unknown: 0, newCustomers: 0 }
      const running = { id, profile: profileId, task, startedAt: at(1), endedAt: null, by: 'plan', failure: null }
      expect(await store.tasks.last(profileId, task)).toEqual({ ...running, outcome: 'running', counts: nothing })
      await store.tasks.end(id, { endedAt: at(2), outcome: 'failed', counts, failure })
      const again = await reopen(store)
      const ended = { ...running, endedAt: at(2), outcome: 'failed', counts, failure }
      expect(await again.tasks.last(profileId, task)).toEqual(ended)
      expect(await again.tasks.last(otherProfileId, task)).toBeNull()
    })

    test('runs come newest first, of one profile, in pages', async () => {
      const store = await filled()
      const ids = [await run(store, 1, 'well'), await run(store, 3, 'failed'), await run(store, 5, 'stopped')]
      await begin(store, 6, otherProfileId)
      expect((await store.tasks.runs(profileId, 9)).map(({ id }) => id)).toEqual(ids.toReversed())
      expect((await store.tasks.runs(profileId, 2)).map(({ id }) => id)).toEqual([ids[2], ids[1]])
      expect((await store.tasks.runs(profileId, 2, ids[1])).map(({ id }) => id)).toEqual([ids[0]])
    })

    test('the last success is the end of the newest run that came to its end', async () => {
      const store = await filled()
      expect(await store.tasks.successAt(profileId, task)).toBeNull()
      await run(store, 1, 'well')
      await run(store, 3, 'attention')
      await run(store, 5, 'failed')
      await run(store, 7, 'stopped')
      await begin(store, 9)
      expect(await store.tasks.successAt(profileId, task)).toBe(at(4))
    })

    test('runs of a process that is gone are marked as stopped; those of a living one and ended ones stay', async () => {
      const store = await filled()
      await run(store, 1, 'well')
      await begin(store, 3, profileId, 'gone')
      await begin(store, 4, otherProfileId, 'living')
      expect(await store.tasks.interrupted(at(9), (holder) => holder !== 'living')).toBe(1)
      expect((await store.tasks.runs(profileId, 9)).map(({ outcome, endedAt }) => [outcome, endedAt])).toEqual([
        ['stopped', at(9)],
        ['well', at(2)],
      ])
      expect(await store.tasks.last(otherProfileId, task)).toMatchObject({ outcome: 'running', endedAt: null })
    })

    test('old runs are removed, but not the one that tells the last success, nor one that goes on', async () => {
      const store = await filled()
      const [, well] = [await run(store, 1, 'well'), await run(store, 3, 'well'), await run(store, 5, 'failed')]
      const going = await begin(store, 6)
      const young = await run(store, 20, 'failed')
      expect(await store.tasks.purge(at(10))).toBe(2)
      expect((await store.tasks.runs(profileId, 9)).map(({ id }) => id)).toEqual([young, going, well])
    })

    test('plans and runs go with their profile, and one that is gone can have none', async () => {
      const store = await filled()
      const plan: TaskPlan = { profile: profileId, task, interval: '1h', nextAt: at(1), paused: false }
      await store.tasks.savePlan(plan)
      await run(store, 1, 'well')
      await store.profiles.remove(profileId)
      expect([await store.tasks.plans(), await store.tasks.runs(profileId, 9)]).toEqual([[], []])
      await expect(store.tasks.savePlan(plan)).rejects.toMatchObject({ code: 'store.noProfile' })
      await expect(begin(store, 1)).rejects.toMatchObject({ code: 'store.noProfile' })
    })
  })
}
