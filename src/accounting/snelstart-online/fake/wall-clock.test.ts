import { expect, test } from 'vitest'
import { monotonic, toDutchWallClock } from './wall-clock.ts'

test.each([
  ['2026-01-15T12:00:00.000Z', '2026-01-15T13:00:00'],
  ['2026-07-15T12:00:00.120Z', '2026-07-15T14:00:00.12'],
  ['2026-07-15T12:00:10.100Z', '2026-07-15T14:00:10.1'],
  ['2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00'],
  ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00'],
  ['2026-12-31T23:30:00.000Z', '2027-01-01T00:30:00'],
])('%s is %s in the Netherlands', (instant, expected) => {
  expect(toDutchWallClock(Date.parse(instant))).toBe(expected)
})

test('a clock that is set back stands still', () => {
  const times = [100, 50, 70, 101]
  const read = monotonic(() => times.shift()!)
  expect([read(), read(), read(), read()]).toEqual([100, 100, 100, 101])
})
