import { expect, test } from 'vitest'
import type { ProfileId } from '../core/ids.ts'
import { createTraffic } from './traffic.ts'

const [one, two] = ['1', '2'] as ProfileId[] as [ProfileId, ProfileId]

test('BEY-6 connections that go on and that ended are counted once each, by profile', () => {
  const traffic = createTraffic()
  let calls = 1
  const end = traffic.begin(one, () => ({ calls, count: 1, waitedMs: 10 }))
  const endOther = traffic.begin(two, () => ({ calls: 7, count: 0, waitedMs: 0 }))
  calls = 5
  expect(traffic.totals()).toContainEqual({ profile: one, calls: 5, count: 1, waitedMs: 10 })
  end()
  end()
  endOther()
  traffic.begin(one, () => ({ calls: 2, count: 1, waitedMs: 5 }))
  expect(traffic.totals()).toEqual([
    { profile: one, calls: 7, count: 2, waitedMs: 15 },
    { profile: two, calls: 7, count: 0, waitedMs: 0 },
  ])
})
