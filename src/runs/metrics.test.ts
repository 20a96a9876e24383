import { expect, test } from 'vitest'
import { startScene } from '../../test/support/scene.ts'
import type { Instant, ProfileId } from '../core/ids.ts'
import { healthOf, readHealth } from './health.ts'
import { type MetricsFacts, metricsText, readMetrics } from './metrics.ts'

const one = '1' as ProfileId
const startedAt = '2026-03-14T12:00:00.000Z' as Instant
const orders = { waiting: 1, writing: 0, done: 250, skipped: 3, problem: 2, unknown: 0, dismissed: 0 }
const profile = {
  id: one,
  description: 'winkel.example',
  shopKind: 'opencart',
  accountingKind: 'snelstart-online',
  orders,
}
const task = {
  profile: one,
  task: 'importOrders' as const,
  nextAt: '2026-03-14T12:15:00.000Z' as Instant,
  paused: false,
  running: true,
  successAt: '2026-03-14T11:45:00.500Z' as Instant,
  failed: true,
}
const facts: MetricsFacts = {
  version: '1.2.3',
  node: '24.21.0',
  startedAt,
  profiles: [profile],
  tasks: [task],
  traffic: [{ profile: one, calls: 1234, count: 3, waitedMs: 30_250 }],
}

/** As Prometheus reads it: by name with its labels. Throws where a line is not of the format. */
function parse(text: string): Map<string, number> {
  const samples = new Map<string, number>()
  const label = '[a-zA-Z_]\\w*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"'
  const line = new RegExp(`^([a-zA-Z_]\\w*(?:\\{${label}(?:,${label})*\\})?) (\\S+)$`)
  for (const given of text.trimEnd().split('\n')) {
    if (/^# (HELP|TYPE) [a-z_]+ \S/.test(given)) continue
    const [, name, value] = line.exec(given) ?? []
    if (name === undefined || Number.isNaN(Number(value)) || samples.has(name)) throw new Error(given)
    samples.set(name, Number(value))
  }
  return samples
}

test('BEY-6 tells orders by state, calls, waits, the last success per task, and the version', () => {
  const samples = parse(metricsText(facts))
  expect(samples.get('s_connect_build_info{version="1.2.3",node="24.21.0"}')).toBe(1)
  expect(samples.get('s_connect_start_time_seconds')).toBe(Date.parse(startedAt) / 1000)
  expect(samples.get('s_connect_orders{profile="1",state="done"}')).toBe(250)
  expect(samples.get('s_connect_orders{profile="1",state="unknown"}')).toBe(0)
  expect(samples.get('s_connect_calls_total{profile="1"}')).toBe(1234)
  expect(samples.get('s_connect_limiter_waits_total{profile="1"}')).toBe(3)
  expect(samples.get('s_connect_limiter_wait_seconds_total{profile="1"}')).toBe(30.25)
  const ofTask = '{profile="1",task="importOrders"}'
  expect(samples.get(`s_connect_task_last_success_timestamp_seconds${ofTask}`)).toBe(1_773_488_700.5)
  expect(samples.get(`s_connect_task_failed${ofTask}`)).toBe(1)
  expect(samples.get(`s_connect_task_running${ofTask}`)).toBe(1)
  expect(samples.get(`s_connect_task_paused${ofTask}`)).toBe(0)
})

test('what never happened is absent, not zero', () => {
  const text = metricsText({ ...facts, tasks: [{ ...task, successAt: null, nextAt: null }] })
  expect([...parse(text).keys()].join()).not.toMatch(/last_success|next_timestamp/)
})

test('a description with quotes, backslashes and line ends breaks nothing', () => {
  const description = 'Zoë’s "winkel"\\\nregel 2'
  const samples = parse(metricsText({ ...facts, profiles: [{ ...profile, description }] }))
  const name = [...samples.keys()].find((key) => key.startsWith('s_connect_profile_info'))
  expect(name).toContain('description="Zoë’s \\"winkel\\"\\\\\\nregel 2"')
})

test('before there is anything it is a valid text all the same', () => {
  expect([...parse(metricsText({ ...facts, profiles: [], tasks: [], traffic: [] })).keys()]).toHaveLength(2)
})

test('health tells a service that works, a store that fails and a scheduler that does not begin its turns', () => {
  const known = {
    version: '1.2.3',
    startedAt,
    nowMs: Date.parse(startedAt) + 90_000,
    storeFailure: null,
    earliestTurn: null,
  }
  expect(healthOf(known)).toEqual({
    status: 'ok',
    version: '1.2.3',
    uptimeSeconds: 90,
    checks: { store: 'ok', scheduler: 'ok' },
  })
  expect(healthOf({ ...known, storeFailure: 'store.full' })).toMatchObject({
    status: 'failing',
    checks: { store: 'store.full' },
  })
  const earliestTurn = startedAt
  expect(healthOf({ ...known, earliestTurn }).status).toBe('ok')
  expect(healthOf({ ...known, earliestTurn, nowMs: known.nowMs + 600_000 })).toMatchObject({
    checks: { scheduler: 'late' },
  })
})

test('BEY-6 the numbers come out of a real import', async () => {
  const scene = await startScene()
  try {
    const { store, traffic } = scene.program
    const nextAt = new Date(scene.clock.now() - 60_000).toISOString() as Instant
    await store.tasks.savePlan({ profile: scene.profile, task: 'importOrders', interval: '15m', nextAt, paused: false })
    await scene.import()
    const known = { version: '1.2.3', node: '24', startedAt, running: [] }
    const samples = parse(metricsText(await readMetrics(store, { ...known, traffic: traffic.totals() })))
    const calls = scene.simulator.calls().filter(({ kind }) => kind === 'api')
    expect(samples.get('s_connect_calls_total{profile="1"}')).toBe(calls.length)
    expect(samples.get('s_connect_orders{profile="1",state="waiting"}')).toBe(0)
    const running = async () => known.running
    const health = (minutes: number) =>
      readHealth(store, { ...known, running, nowMs: scene.clock.now() + minutes * 60_000 })
    expect((await health(0)).status).toBe('ok')
    expect((await health(30)).checks.scheduler).toBe('late')
    await store.close()
    expect((await health(0)).status).toBe('failing')
  } finally {
    await scene.stop()
  }
})
