import { expect, test } from 'vitest'
import type { ProfileId } from '../../core/ids.ts'
import { createRunning, noteProgress, statusOf } from './running.ts'

const profile = 'shop' as ProfileId
const start = Date.parse('2026-03-14T12:00:00Z')
const write = (done: number) => ({ phase: 'write', done, total: 100 }) as const

test('USE-2 tells until when SnelStart’s limit makes us wait, and nothing once that is over', () => {
  const running = createRunning(profile, start)
  running.waits = () => ({ calls: 1, count: 1, waitedMs: 0, waitingUntilMs: start + 5000 })
  expect(statusOf(profile, running, start).limiterWaitingUntil).toBe('2026-03-14T12:00:05.000Z')
  expect(statusOf(profile, running, start + 5000).limiterWaitingUntil).toBeNull()
})

test('a profile that is not run is idle; one that has just begun is not', () => {
  expect(statusOf(profile, undefined, start)).toMatchObject({ state: 'idle', startedAt: null })
  const running = createRunning(profile, start)
  expect(statusOf(profile, running, start)).toMatchObject({ state: 'running', phase: null, done: 0 })
})

test('the page hears four times a second at most, but of every new step and of the end', () => {
  const running = createRunning(profile, start)
  expect(noteProgress(running, { phase: 'read', done: 1, total: null }, start)).toBe(true)
  expect(noteProgress(running, write(1), start + 1)).toBe(true)
  expect(noteProgress(running, write(2), start + 250)).toBe(false)
  expect(noteProgress(running, write(3), start + 251)).toBe(true)
  expect(noteProgress(running, write(100), start + 252)).toBe(true)
  expect(statusOf(profile, running, start + 252)).toMatchObject({ phase: 'write', done: 100, total: 100 })
})

test('the page goes on hearing where the clock is set back', () => {
  const running = createRunning(profile, start)
  noteProgress(running, write(1), start)
  expect(noteProgress(running, write(2), start - 3_600_000)).toBe(true)
})
