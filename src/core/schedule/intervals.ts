// PLAN-1: how often a task can run, in the order of the list.

/** 'off': never by itself. 'daily' keeps its time on the clock; all others are plain durations. */
export const intervals = ['off', '5m', '10m', '15m', '30m', '1h', '2h', '4h', '8h', 'daily'] as const
export type Interval = (typeof intervals)[number]

const minute = 60_000
const hour = 60 * minute

/** Length in ms of those that have one. */
export const durations = {
  '5m': 5 * minute,
  '10m': 10 * minute,
  '15m': 15 * minute,
  '30m': 30 * minute,
  '1h': hour,
  '2h': 2 * hour,
  '4h': 4 * hour,
  '8h': 8 * hour,
} as const satisfies Record<Exclude<Interval, 'off' | 'daily'>, number>
