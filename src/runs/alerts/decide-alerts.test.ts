import { expect, test } from 'vitest'
import type { ProfileId } from '../../core/ids.ts'
import { type Alert, type AlertMemory, alertKinds, decideAlerts, rememberAlert, type Trouble } from './decide-alerts.ts'

const minute = 60_000
const start = Date.UTC(2026, 2, 14, 12)

const waiting = (count: number, profile = '1'): Trouble => ({
  kind: 'ordersWait',
  profile: profile as ProfileId,
  text: { nl: `${count} wachten`, en: `${count} wait` },
  marks: Array.from({ length: count }, (_, index) => `order ${index + 1}`),
})
const failed = (mark: string): Trouble => ({
  kind: 'taskFailed',
  profile: '1' as ProfileId,
  text: { nl: '', en: '' },
  marks: [mark],
})

/** Tells what is to be told at each moment, in minutes after the start: 'ordersWait trouble'. */
function tellThrough(
  moments: readonly (readonly [minutes: number, troubles: readonly Trouble[]])[],
  wanted = alertKinds,
) {
  let memory: AlertMemory = {}
  return moments.map(([minutes, troubles]) => {
    const now = start + minutes * minute
    const alerts = decideAlerts(now, troubles, memory, wanted)
    memory = alerts.reduce((after: AlertMemory, alert: Alert) => rememberAlert(after, alert, now), memory)
    return alerts.map(({ kind, state }) => `${kind} ${state}`)
  })
}

test('BEY-6 tells trouble at once, keeps quiet while nothing changes, and tells once that it is well again', () => {
  const told = tellThrough([
    [0, []],
    [1, [waiting(2)]],
    [2, [waiting(2)]],
    [62, [waiting(2)]],
    [63, []],
    [64, []],
  ])
  expect(told).toEqual([[], ['ordersWait trouble'], [], [], ['ordersWait well'], []])
})

test('BEY-6 tells of a kind at most once an hour, whatever happens in it', () => {
  const told = tellThrough([
    [0, [waiting(1)]],
    [10, [waiting(2)]],
    [59, [waiting(3)]],
    [60, [waiting(3)]],
    [70, [waiting(3), waiting(1, '2')]],
    [120, [waiting(3), waiting(1, '2')]],
  ])
  expect(told).toEqual([['ordersWait trouble'], [], [], ['ordersWait trouble'], [], ['ordersWait trouble']])
})

test('BEY-6 a fault that comes and goes is told once an hour, with one "well again" for each telling', () => {
  const told = tellThrough([
    [0, [failed('http.timeout')]],
    [5, []],
    [10, [failed('http.timeout')]],
    [15, []],
    [20, [failed('http.timeout')]],
    [61, [failed('http.timeout')]],
    [65, []],
  ])
  expect(told.flat()).toEqual(['taskFailed trouble', 'taskFailed well', 'taskFailed trouble', 'taskFailed well'])
})

test('BEY-6 fewer orders that wait are no news', () => {
  const told = tellThrough([
    [0, [waiting(3)]],
    [90, [waiting(2)]],
    [180, [waiting(4)]],
  ])
  expect(told).toEqual([['ordersWait trouble'], [], ['ordersWait trouble']])
})

test('BEY-6 what stays wrong is told again after a day', () => {
  const told = tellThrough([
    [0, [waiting(1)]],
    [23 * 60, [waiting(1)]],
    [24 * 60, [waiting(1)]],
    [25 * 60, [waiting(1)]],
  ])
  expect(told).toEqual([['ordersWait trouble'], [], ['ordersWait trouble'], []])
})

test('BEY-6 each kind has its own hour', () => {
  const told = tellThrough([
    [0, [waiting(1)]],
    [1, [waiting(1), failed('login')]],
  ])
  expect(told).toEqual([['ordersWait trouble'], ['taskFailed trouble']])
})

test('BEY-6 a kind that is switched off is not told', () => {
  expect(tellThrough([[0, [waiting(1), failed('login')]]], ['taskFailed'] as never)).toEqual([['taskFailed trouble']])
})

test('BEY-6 a clock that is set back silences nothing', () => {
  const told = tellThrough([
    [600, [waiting(1)]],
    [0, [waiting(2)]],
  ])
  expect(told).toEqual([['ordersWait trouble'], ['ordersWait trouble']])
})
