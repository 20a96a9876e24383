// The service on the fake shop and the simulator, with a clock and timers that stand still: nothing real is waited for but the
// work itself, whose end the service tells.
import { execFile } from 'node:child_process'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../../../test/support/scene.ts'
import { StoreFailed } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { openProgram } from '../../main.ts'
import type { TaskPlan, TaskRun } from '../../store/store.ts'
import { instantOf } from '../context.ts'
import { type Program, profileOf } from '../program.ts'
import type { ServiceEvent } from './events.ts'
import type { RunStart } from './launcher.ts'
import { createService, type Service } from './service.ts'
import { createFakeTimers, nextEvent } from './testing/timers.ts'

const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
const task = 'importOrders'
const minutes = 60_000
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function begin(options: SceneOptions = {}, change: (program: Program) => Program = (program) => program) {
  const scene = await startScene({ simulator: { seed }, ...options })
  ends.push(scene.stop)
  return { scene, profile: scene.profile, ...serve(scene, change(scene.program)) }
}

function serve(scene: Scene, program: Program) {
  const timers = createFakeTimers(scene.clock)
  const reported: unknown[] = []
  const service = createService(program, {
    clock: scene.clock.now,
    timers,
    report: (error) => reported.push(error),
  })
  ends.push(service.stop)
  const events: ServiceEvent[] = []
  service.subscribe((event) => events.push(event))
  return { service, timers, events, reported }
}

const orders = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => mugOrder(from + index, guest(`Klant${from + index}`)))
const withProblem = mugOrder(1, guest('Anna'), { paymentFeeExcl: '2.0661' })

const endOf = async (service: Service): Promise<TaskRun | null> =>
  (await nextEvent(service, 'status', ({ status }) => status.state === 'idle')).run
const finished = async (start: RunStart): Promise<TaskRun | null> => {
  if (!start.started) throw new Error(`not started: ${start.why}`)
  return start.finished
}
/** Whatever needs only the store has been done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const planEvery = (service: Service, profile: ProfileId, interval: TaskPlan['interval'], afterMs: number) =>
  service.setPlan({ profile, task, interval, nextAt: instantOf(service.program.clock() + afterMs) })

describe('turns', () => {
  test('PLAN-2 what is planned is imported when its time comes, and the next time lies in the future', async () => {
    const { scene, service, timers, profile } = await begin({ orders: orders(2) })
    await service.start()
    const at = scene.clock.now() + 10 * minutes
    await planEvery(service, profile, '15m', 10 * minutes)
    const ended = endOf(service)
    for (let passed = 0; passed < 10 * minutes; passed += 30_000) {
      await settled()
      timers.pass(30_000)
    }
    expect(await ended).toMatchObject({
      by: 'plan',
      outcome: 'well',
      counts: { read: 2, done: 2, skipped: 0, problem: 0, unknown: 0, newCustomers: 2 },
    })
    expect((await service.program.store.tasks.plan(profile, task)).nextAt).toBe(instantOf(at + 15 * minutes))
    expect(scene.made(1)).toHaveLength(1)
  })

  test('PLAN-2 a failing task keeps its plan, and its failure is in the history', async () => {
    const { scene, service, profile } = await begin({ orders: orders(1) })
    const { store } = service.program
    await store.secrets.set(profile, 'accounting.clientKey', null, instantOf(0))
    const planned = await planEvery(service, profile, 'daily', 0)
    const ended = endOf(service)
    await service.start()
    expect(await ended).toMatchObject({ outcome: 'failed', failure: { code: 'settings.missing' } })
    expect(await store.tasks.plan(profile, task)).toEqual({
      ...planned,
      nextAt: instantOf(scene.clock.now() + 24 * 60 * minutes),
      anchorAt: planned.nextAt,
    })
    expect(await store.tasks.runs(profile, 9)).toMatchObject([
      { outcome: 'failed', endedAt: instantOf(scene.clock.now()), failure: { context: { part: 'accounting' } } },
    ])
    expect(await store.tasks.successAt(profile, task)).toBeNull()
    expect(await scene.log()).toMatchObject([
      { code: 'run.stopped', level: 'normal', data: { failure: 'settings.missing', part: 'accounting' } },
    ])
  })

  test('PLAN-1 without a first time a plan begins one interval from now; off has no next time', async () => {
    const { scene, service, profile, events } = await begin()
    const plan = await service.setPlan({ profile, task, interval: '1h', nextAt: null })
    expect(plan.nextAt).toBe(instantOf(scene.clock.now() + 60 * minutes))
    expect(events.at(-1)).toMatchObject({ type: 'plan', profile, plan: { interval: '1h' } })
    expect((await service.setPlan({ profile, task, interval: 'off', nextAt: plan.nextAt })).nextAt).toBeNull()
  })
})

describe('PLAN-4 one profile is never run twice', () => {
  test('in one process: who asks a second time is told that it is running', async () => {
    const { scene, service, profile } = await begin({ orders: orders(3) })
    const [first, second] = await Promise.all([service.runNow(profile), service.runNow(profile)])
    expect(second).toEqual({ started: false, why: 'running' })
    expect(await finished(first)).toMatchObject({ by: 'person', counts: { done: 3 } })
    expect(scene.made(1)).toHaveLength(1)
    expect((await finished(await service.runNow(profile)))?.counts).toMatchObject({ read: 0, done: 0 })
  })

  test('while another process is at it, a planned turn stays due and is run when that is done', async () => {
    const { scene, service, timers, profile } = await begin({ orders: orders(1) })
    const { store } = service.program
    const planned = await planEvery(service, profile, 'daily', 0)
    const lease = await store.leases.take(profile, '1@elsewhere#1', scene.clock.now(), 60 * minutes)
    expect(await service.runNow(profile)).toEqual({ started: false, why: 'busy' })
    await service.start()
    await settled()
    expect(await store.tasks.plan(profile, task)).toEqual(planned)
    expect(await store.tasks.runs(profile, 9)).toEqual([])
    await store.leases.release(lease!)
    const ended = endOf(service)
    await settled()
    timers.pass(30_000)
    expect(await ended).toMatchObject({ outcome: 'well', counts: { done: 1 } })
  })

  test('two services on one data folder: each turn once, each order once', async () => {
    const { scene, service, profile, timers } = await begin({ orders: orders(5) })
    const { clock, sleep } = scene.program
    const other = { ...openProgram(scene.folder, { keySource: 'file' }), clock, sleep }
    ends.push(other.store.close)
    const second = serve(scene, other)
    await planEvery(service, profile, '1h', 0)
    const endsWell = (of: Service) => nextEvent(of, 'status', ({ run }) => run?.outcome === 'well')
    const ended = Promise.race([endsWell(service), endsWell(second.service)])
    await Promise.all([service.start(), second.service.start()])
    await ended
    for (const each of [timers, second.timers]) {
      await settled()
      each.pass(minutes)
    }
    await Promise.all([service.stop(), second.service.stop()])
    const runs = await service.program.store.tasks.runs(profile, 9)
    expect(runs.filter(({ outcome }) => outcome === 'well')).toHaveLength(1)
    expect([1, 2, 3, 4, 5].map((order) => scene.made(order).length)).toEqual([1, 1, 1, 1, 1])
  })
})

test('several profiles run side by side', async () => {
  const { service, profile } = await begin({ orders: orders(2) })
  const other = 'two' as ProfileId
  const { store } = service.program
  await store.profiles.add({ ...(await profileOf(service.program, profile)), id: other, description: 'Twee' })
  for (const { name } of await store.secrets.list(profile))
    await store.secrets.set(other, name, await store.secrets.get(profile, name), instantOf(0))
  const [one, two] = await Promise.all([service.runNow(profile), service.runNow(other)])
  expect((await service.status()).profiles.map(({ state }) => state)).toEqual(['running', 'running'])
  expect((await Promise.all([finished(one), finished(two)])).map((run) => run?.counts.done)).toEqual([2, 2])
  expect((await service.status()).profiles.map(({ state }) => state)).toEqual(['idle', 'idle'])
})

test('PROF-2 a profile that the licence does not cover is not run, but can be previewed', async () => {
  const { scene, service, profile } = await begin({ orders: orders(1) })
  const { tasks } = service.program.store
  await tasks.savePlan({ ...(await tasks.plan(profile, task)), paused: true })
  await expect(service.runNow(profile)).rejects.toMatchObject({ code: 'licence.paused' })
  expect(await finished(await service.runNow(profile, { preview: true }))).toBeNull()
  expect(scene.writes()).toEqual([])
})

test('what another process changes is told within seconds', async () => {
  const { scene, service, timers, profile } = await begin()
  await service.start()
  const elsewhere = nextEvent(service, 'elsewhere')
  const other = openProgram(scene.folder, { keySource: 'file' })
  ends.push(() => other.store.close())
  await settled()
  await other.store.profiles.saveDescription(profile, 'van de opdrachtregel')
  timers.pass(2000)
  expect(await elsewhere).toEqual({ type: 'elsewhere' })
})

describe('stopping', () => {
  test('the service stops a run after its current effect: nothing is left half or in doubt, and the turn stays due', async () => {
    const { scene, service, profile } = await begin({ orders: orders(30) })
    const { store } = service.program
    const planned = await planEvery(service, profile, '1h', 0)
    const firstMade = nextEvent(service, 'order', ({ state }) => state === 'done')
    const ended = endOf(service)
    await service.start()
    await firstMade
    await service.stop()
    const run = await ended
    const counts = await store.inbox.counts(profile)
    expect(run).toMatchObject({ outcome: 'stopped', failure: null, counts: { read: 30, done: counts.done } })
    expect(counts).toMatchObject({ writing: 0, unknown: 0 })
    expect(counts.waiting).toBeGreaterThan(0)
    expect(await store.effects.open(profile)).toEqual([])
    expect(scene.simulator.state().verkooporders).toHaveLength(counts.done)
    expect(await store.tasks.plan(profile, task)).toEqual(planned)
    expect(await service.runNow(profile)).toEqual({ started: false, why: 'stopping' })
  })

  test('a person stops one run; it is noted, the rest waits for the next', async () => {
    const { scene, service, profile } = await begin({ orders: orders(30) })
    expect(service.stopRun(profile)).toBe(false)
    const firstMade = nextEvent(service, 'order', ({ state }) => state === 'done')
    const start = await service.runNow(profile)
    await firstMade
    expect(service.stopRun(profile)).toBe(true)
    const stopped = await finished(start)
    expect(stopped?.outcome).toBe('stopped')
    expect(await finished(await service.runNow(profile))).toMatchObject({
      outcome: 'well',
      counts: { done: 30 - (stopped?.counts.done ?? 0) },
    })
    expect(scene.made(30)).toHaveLength(1)
  })

  test('a run that cannot come to rest does not keep the service from stopping', async () => {
    const stuck = Promise.withResolvers<void>()
    const { service, timers, profile } = await begin({ orders: orders(1) }, (program) => {
      const { inbox } = program.store
      const settle: typeof inbox.settle = (...given) => stuck.promise.then(() => inbox.settle(...given))
      return { ...program, store: { ...program.store, inbox: { ...inbox, settle } } }
    })
    const writing = nextEvent(service, 'log', ({ code }) => code === 'run.begin')
    const start = await service.runNow(profile)
    await writing
    const stopped = service.stop()
    timers.pass(30_000)
    await stopped
    expect((await service.status()).profiles[0]?.state).toBe('running')
    stuck.resolve()
    await finished(start)
  })

  test('a wait for SnelStart’s limit ends at once; nothing was sent, nothing is in doubt', async () => {
    const { scene, service, profile } = await begin({ orders: orders(1) }, (program) => ({
      ...program,
      sleep: (_ms, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    }))
    scene.fault('POST verkooporders', { status: 429, headers: { 'retry-after': '600' } })
    const start = await service.runNow(profile)
    await expect.poll(async () => (await service.status()).profiles[0]?.limiterWaitingUntil).toBeTruthy()
    await service.stop()
    expect(await finished(start)).toMatchObject({ outcome: 'stopped', failure: null })
    expect(await scene.program.store.effects.open(profile)).toEqual([])
    expect(scene.made(1)).toEqual([])
    expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
    expect(scene.made(1)).toHaveLength(1)
  })

  test('a run of a process that was killed is marked at the next start', async () => {
    const { scene, service, profile } = await begin()
    const begun = `
      const { openProgram } = await import(${JSON.stringify(new URL('../../main.ts', import.meta.url).href)})
      const { thisProcess } = await import(${JSON.stringify(new URL('../holder.ts', import.meta.url).href)})
      const { store } = openProgram(process.env.FOLDER, { keySource: 'file' })
      const startedAt = new Date(${scene.clock.now()}).toISOString()
      await store.tasks.begin({ profile: '${profile}', task: 'importOrders', startedAt, by: 'plan', holder: thisProcess() })
      process.kill(process.pid, 'SIGKILL')`
    const options = { env: { ...process.env, FOLDER: scene.folder } }
    const child = promisify(execFile)(process.execPath, ['--input-type=module', '-e', begun], options)
    await expect(child).rejects.toMatchObject({ signal: 'SIGKILL' })
    const { tasks } = service.program.store
    expect(await tasks.last(profile, task)).toMatchObject({ outcome: 'running' })
    await service.start()
    expect(await tasks.last(profile, task)).toMatchObject({ outcome: 'stopped' })
  })

  test('what processes of before left running is marked at the start, not what another machine runs', async () => {
    const { scene, service, profile } = await begin()
    const { tasks } = service.program.store
    const run = { profile, task, startedAt: instantOf(scene.clock.now() - minutes), by: 'plan' } as const
    const here = `${process.pid}@${hostname()}`
    await tasks.begin({ ...run, holder: `${here}#1` })
    await tasks.begin({ ...run, holder: here.replace(/^\d+/, '4194304').concat('#1') })
    await tasks.begin({ ...run, holder: '1@elsewhere#1' })
    await service.start()
    expect((await tasks.runs(profile, 9)).map(({ outcome, endedAt }) => [outcome, endedAt])).toEqual([
      ['running', null],
      ['stopped', instantOf(scene.clock.now())],
      ['stopped', instantOf(scene.clock.now())],
    ])
  })
})

describe('what the service tells', () => {
  test('USE-2 the status line: step, how far, how fast and how long still', async () => {
    const { scene, service, profile, events } = await begin({ orders: orders(40) })
    service.subscribe((event) => event.type === 'order' && event.state === 'done' && scene.clock.advance(1000))
    await finished(await service.runNow(profile))
    const told = events.filter((event) => event.type === 'progress').map(({ status }) => status)
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['mirror', 'read', 'write']))
    const half = told.find(({ phase, done }) => phase === 'write' && done >= 20)
    expect(half).toMatchObject({ state: 'running', total: 40 })
    expect(half?.perMinute).toBeGreaterThan(50)
    expect(half?.perMinute).toBeLessThan(90)
    expect(half?.secondsLeft).toBeGreaterThan(10)
    expect(told.at(-1)).toMatchObject({ done: 40, total: 40, secondsLeft: 0 })
    const states = events.filter((event) => event.type === 'status').map(({ status }) => status.state)
    expect(states).toEqual(['running', 'idle'])
  })

  test('what is made, logged and waits', async () => {
    const { service, profile, events } = await begin({ orders: [withProblem, mugOrder(2, guest('Bram'))] })
    expect(await finished(await service.runNow(profile))).toMatchObject({
      outcome: 'attention',
      counts: { done: 1, problem: 1 },
    })
    const told = (type: ServiceEvent['type']) => events.filter((event) => event.type === type)
    expect(told('order')).toEqual(
      expect.arrayContaining([
        { type: 'order', profile, order: null, state: null },
        { type: 'order', profile, order: '1', state: 'problem' },
        { type: 'order', profile, order: '2', state: 'done' },
      ]),
    )
    expect(told('log')).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'order.made', order: '2', level: 'normal', profile })]),
    )
    expect(told('attention')).toMatchObject([{ profile, counts: { problem: 1, done: 1 } }])
    expect(JSON.stringify(events)).not.toMatch(/Bram|voorbeeld/)
  })

  test('what people change: settings, secrets without their value, orders that they retry or dismiss', async () => {
    const { scene, service, profile, events } = await begin({ orders: [withProblem] })
    const { store } = service.program
    await finished(await service.runNow(profile))
    events.length = 0
    const at = instantOf(scene.clock.now())
    await store.profiles.saveSettings(profile, 'customers', { a: 1 }, 'test', at)
    await store.secrets.set(profile, 'shop.ftpPassword', 'geheim', at)
    await store.secrets.set(profile, 'memory.key', 'geheim', at)
    const entry = await scene.entry(1)
    await store.inbox.retry(profile, [entry.id], at)
    await store.inbox.dismiss(profile, [entry.id], 'klaar', at)
    await store.inbox.dismiss(profile, [entry.id], 'klaar', at)
    expect(
      events.map((event) => [event.type, 'part' in event ? event.part : 'counts' in event ? event.counts.waiting : '']),
    ).toEqual([
      ['settings', 'customers'],
      ['settings', 'shop'],
      ['order', ''],
      ['attention', 1],
      ['order', ''],
      ['attention', 0],
    ])
    expect(JSON.stringify(events)).not.toContain('geheim')
  })

  test('one who watches and fails harms neither the run nor the others, and can leave', async () => {
    const { service, profile, events, reported } = await begin({ orders: orders(1) })
    const leave = service.subscribe(() => {
      throw new Error('broken page')
    })
    expect(await finished(await service.runNow(profile))).toMatchObject({ outcome: 'well', counts: { done: 1 } })
    expect(reported.length).toBe(events.length)
    leave()
    await finished(await service.runNow(profile))
    expect(reported.length).toBeLessThan(events.length)
  })

  test('a store that is full fails the run, and says so to those who watch', async () => {
    const full = new StoreFailed('store.full', 'the disk is full')
    const { service, profile } = await begin({}, (program) => ({
      ...program,
      store: { ...program.store, tasks: { ...program.store.tasks, begin: () => Promise.reject(full) } },
    }))
    expect(await finished(await service.runNow(profile))).toMatchObject({
      id: 0,
      outcome: 'failed',
      failure: { code: 'store.full' },
    })
    expect((await service.status()).profiles[0]?.state).toBe('idle')
  })
})

describe('after settings are saved', () => {
  const mend = { paymentArticle: 'VERZ' }

  test('with a plan, what can be made now is made at once, without asking the shop', async () => {
    const { scene, service, profile } = await begin({ orders: [withProblem] })
    await planEvery(service, profile, '1h', 60 * minutes)
    await finished(await service.runNow(profile))
    await scene.set('sales', mend)
    scene.shop.put(mugOrder(2, guest('Bram')))
    const ended = endOf(service)
    await service.decideAgain(profile)
    expect(await ended).toMatchObject({ outcome: 'well', counts: { read: 0, done: 1 } })
    expect(scene.made(1)).toHaveLength(1)
    expect(scene.made(2)).toHaveLength(0)
  })

  test('without a plan it is decided anew, and nothing is written before a person says so', async () => {
    const { scene, service, profile } = await begin({ orders: [withProblem, mugOrder(2, guest('Bram'))] })
    await finished(await service.runNow(profile, { preview: true }))
    expect(await scene.entry(1)).toMatchObject({ state: 'problem', problem: { code: 'sale.settingArticleEmpty' } })
    expect(await scene.entry(2)).toMatchObject({ state: 'waiting' })
    await scene.set('sales', mend)
    const ended = endOf(service)
    await service.decideAgain(profile)
    await ended
    expect(await scene.entry(1)).toMatchObject({ state: 'waiting', problem: null })
    expect(scene.writes()).toEqual([])
    expect(await service.program.store.tasks.runs(profile, 9)).toEqual([])
  })

  test('without a plan, a setting that makes a new problem shows it on the order', async () => {
    const { scene, service, profile } = await begin({ orders: [mugOrder(1, guest('Anna'))] })
    await finished(await service.runNow(profile, { preview: true }))
    await scene.set('sales', { shippingArticle: '' })
    const ended = endOf(service)
    await service.decideAgain(profile)
    await ended
    expect(await scene.entry(1)).toMatchObject({ state: 'problem', problem: { code: 'sale.settingArticleEmpty' } })
  })

  test('while a run goes on, it is done once that has ended', async () => {
    const { scene, service, profile } = await begin({ orders: [withProblem, ...orders(5, 2)] })
    await planEvery(service, profile, '1h', 60 * minutes)
    const problemSeen = nextEvent(service, 'order', ({ state }) => state === 'problem')
    const start = await service.runNow(profile)
    await problemSeen
    await scene.set('sales', mend)
    await Promise.all([service.decideAgain(profile), service.decideAgain(profile)])
    const again = nextEvent(service, 'status', ({ run }) => run !== null && run.counts.read === 0)
    expect(await finished(start)).toMatchObject({ outcome: 'attention', counts: { done: 5, problem: 1 } })
    expect((await again).run).toMatchObject({ outcome: 'well', counts: { done: 1 } })
    expect(await service.program.store.tasks.runs(profile, 9)).toHaveLength(2)
  })
})

test('USE-3 log entries older than four weeks, ended sessions and old runs go by themselves', async () => {
  const { scene, service, timers, profile } = await begin()
  const { store } = service.program
  const line = { profile, level: 'normal', order: null, code: 'x', data: {} } as const
  const daysAgo = (days: number) => instantOf(scene.clock.now() - days * 24 * 60 * minutes)
  await store.log.add([
    { ...line, at: daysAgo(27) },
    { ...line, at: daysAgo(29) },
  ])
  await service.start()
  await settled()
  expect((await store.log.page({ level: 'normal', limit: 9 })).map(({ at }) => at)).toEqual([daysAgo(27)])
  timers.pass(2 * 24 * 60 * minutes)
  await settled()
  expect(await store.log.page({ level: 'normal', limit: 9 })).toEqual([])
})
