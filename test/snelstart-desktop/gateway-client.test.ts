// The Windows helper as S-Connect uses it, against a helper that does everything wrong that a program can do.
import { describe, expect, test, vi } from 'vitest'
import { createHelper } from '../../src/accounting/snelstart-desktop/gateway/helper.ts'
import type { HelperQuestions } from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import {
  Bug,
  ConnectionFailed,
  LoginRefused,
  Refused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../src/core/failures.ts'
import { type Behaviour, isRunning, scriptedHelper as startScripted } from './scripted-helper.ts'

const scriptedHelper = (starts: readonly Behaviour[], deps: Parameters<typeof createHelper>[1] = {}) =>
  startScripted(starts, (command) => createHelper(command, deps))
const never = new AbortController().signal
const deliverTo = {
  id: 7,
  deliveryAddress: { name: 'A', contact: '', street: '', postcode: '', city: '', countryId: null },
} as const
const open: HelperQuestions['gateway.open'] = {
  database: 'mdb',
  folder: 'C:\\Administraties',
  server: '',
  administration: 'Demo BV',
  windows: false,
  sqlUser: '',
  sqlPassword: '',
  user: 'Beheerder',
  password: 'geheim"1',
}
const hello = (over: object = {}): string =>
  `${JSON.stringify({ hello: 's-connect-gateway', protocol: 1, version: '1.0.0', bits: 32, system: 'x', ...over })}\n`

describe('the way of a call', () => {
  test('the process is started at the first call, with our process as its parent, and asked in JSON lines', async () => {
    const { helper, processes, heard } = await scriptedHelper([{}])
    expect(processes()).toEqual([])
    expect(await helper.call('gateway.versions', {}, never)).toEqual({ gateway: '16', snelStart: '12.17' })
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
    expect(processes()).toMatchObject([{ args: ['--parent', String(process.pid)] }])
    expect(heard()).toEqual([
      { id: 1, call: 'gateway.versions', question: {} },
      { id: 2, call: 'order.deliverTo', question: deliverTo },
    ])
    expect(helper.calls()).toBe(2)
  })

  test('words in any script and a byte order mark before the hello come through whole', async () => {
    const text = 'Weigering: € 12,50 – Łódź 😀'
    const { helper } = await scriptedHelper([
      { hello: [{ say: `\uFEFF${hello()}` }], on: { 'order.deliverTo': [{ error: { kind: 'refused', text } }] } },
    ])
    await expect(helper.call('order.deliverTo', deliverTo, never)).rejects.toMatchObject({
      reasons: [{ code: '', text }],
    })
  })

  test('calls go one at a time, in the order of asking', async () => {
    const { helper, heard } = await scriptedHelper([
      { on: { 'gateway.versions': [{ afterMs: 50 }, { answer: { gateway: '1', snelStart: '1' } }] } },
    ])
    const done: string[] = []
    const asked = [
      helper.call('gateway.versions', {}, never).then(() => done.push('first')),
      helper.call('sql.databases', { server: '', user: '', password: '' }, never).then(() => done.push('second')),
      helper.call('order.deliverTo', deliverTo, never).then(() => done.push('third')),
    ]
    await Promise.all(asked)
    expect(done).toEqual(['first', 'second', 'third'])
    expect(heard().map(({ call }) => call)).toEqual(['gateway.versions', 'sql.databases', 'order.deliverTo'])
  })

  test('a signal ends the waiting for a turn with its own reason, and nothing was sent', async () => {
    const { helper, heard } = await scriptedHelper([
      { on: { 'gateway.versions': [{ afterMs: 200 }, { answer: { gateway: '1', snelStart: '1' } }] } },
    ])
    const stop = new AbortController()
    const first = helper.call('gateway.versions', {}, never)
    const second = helper.call('order.deliverTo', deliverTo, stop.signal)
    const third = helper.call('sql.databases', { server: '', user: '', password: '' }, never)
    stop.abort(new Error('stopped by the user'))
    await expect(second).rejects.toThrow('stopped by the user')
    await Promise.all([first, third])
    expect(heard().map(({ call }) => call)).toEqual(['gateway.versions', 'sql.databases'])
  })

  test('a signal also ends the waiting for a helper that starts slowly, and the next call has that helper', async () => {
    const { helper, heard, processes } = await scriptedHelper([{ hello: [{ afterMs: 300 }, { say: hello() }] }])
    const stop = new AbortController()
    const first = helper.call('order.deliverTo', deliverTo, stop.signal)
    stop.abort(new Error('stopped by the user'))
    await expect(first).rejects.toThrow('stopped by the user')
    await helper.call('gateway.versions', {}, never)
    expect(heard().map(({ call }) => call)).toEqual(['gateway.versions'])
    expect(processes()).toHaveLength(1)
  })

  test('a call that was sent is awaited, whatever the signal says', async () => {
    const { helper, heard } = await scriptedHelper([
      { on: { 'order.deliverTo': [{ afterMs: 200 }, { answer: { id: 7 } }] } },
    ])
    const stop = new AbortController()
    const call = helper.call('order.deliverTo', deliverTo, stop.signal)
    await vi.waitFor(() => expect(heard()).toHaveLength(1))
    stop.abort()
    expect(await call).toEqual({ id: 7 })
  })
})

describe('opening', () => {
  test('SNEL-4 what a call needs is opened before it, once, and again in every new process', async () => {
    const dies: Behaviour = { on: { 'customer.create': [{ answer: { code: 1 } }, { die: 3 }] } }
    const { helper, heard, processes } = await scriptedHelper([dies, {}], { openings: { gateway: open } })
    const create = () => helper.call('customer.create', { code: 1, fields: {} }, never)
    await create()
    await vi.waitFor(() => expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false))
    await create()
    await create()
    const asked = heard().map(({ call }) => call)
    expect(asked).toEqual(['gateway.open', 'customer.create', 'gateway.open', 'customer.create', 'customer.create'])
    expect(heard()[2]?.question).toEqual(open)
  })

  test('an opening that was asked for is what later processes open', async () => {
    const { helper, heard } = await scriptedHelper([{ on: { 'sql.rows': [{ die: 1 }] } }, {}])
    const sql = { server: 'pc', database: 'Demo BV', file: '', user: '', password: '' }
    const rows = { table: 'tblLand', key: 'fldLandID', columns: ['fldLandID'], where: [], after: null, limit: 500 }
    await helper.call('sql.open', sql, never)
    await expect(helper.call('sql.rows', rows, never)).rejects.toMatchObject({ code: 'gateway.died', sent: false })
    expect(await helper.call('sql.rows', rows, never)).toEqual({ rows: [] })
    expect(heard().map(({ call }) => call)).toEqual(['sql.open', 'sql.rows', 'sql.open', 'sql.rows'])
    expect(heard()[2]?.question).toEqual(sql)
  })

  test('a helper that says that nothing is open is given the opening once more, not for ever', async () => {
    const closed: Behaviour = { on: { 'customer.create': [{ error: { kind: 'closed', text: 'nothing open' } }] } }
    const { helper, heard } = await scriptedHelper([closed], { openings: { gateway: open } })
    await expect(helper.call('customer.create', { code: 1, fields: {} }, never)).rejects.toMatchObject({
      code: 'gateway.closed',
      sent: false,
    })
    expect(heard().map(({ call }) => call)).toEqual([
      'gateway.open',
      'customer.create',
      'gateway.open',
      'customer.create',
    ])
  })

  test('SNEL-4 a writing call whose opening is refused or dies was not sent', async () => {
    const refuses: Behaviour = { on: { 'gateway.open': [{ error: { kind: 'login', text: 'Onjuist wachtwoord' } }] } }
    const dies: Behaviour = { on: { 'gateway.open': [{ die: 1 }] } }
    const { helper, heard } = await scriptedHelper([refuses, dies], { openings: { gateway: open } })
    const create = () => helper.call('customer.create', { code: 1, fields: {} }, never)
    await expect(create()).rejects.toMatchObject({
      code: 'gateway.loginRefused',
      context: { said: 'Onjuist wachtwoord' },
    })
    await helper.call('gateway.versions', {}, never)
    expect(heard().map(({ call }) => call)).toEqual(['gateway.open', 'gateway.versions'])

    const other = await scriptedHelper([dies], { openings: { gateway: open } })
    await expect(other.helper.call('customer.create', { code: 1, fields: {} }, never)).rejects.toMatchObject({
      code: 'gateway.died',
      sent: false,
    })
  })
})

/** What a helper does with a call instead of answering it, and what that is for a call that reads. */
const plain = { answer: { gateway: '1', snelStart: '1' } }
const misbehaviours: readonly (readonly [string, Behaviour['on'] & object, string])[] = [
  ['says what is no JSON', { call: [{ say: 'Unhandled exception\n' }] }, 'gateway.unreadable'],
  ['says JSON that is no answer', { call: [{ say: '{"id":$id,"result":{}}\n' }] }, 'gateway.unreadable'],
  ['answers a call that was never asked', { call: [{ ...plain, id: 99 }] }, 'gateway.unreadable'],
  ['answers twice', { call: [{ say: twice() }] }, 'gateway.unreadable'],
  ['gives a result of another shape', { call: [{ answer: { elephant: 1 } }] }, 'gateway.unreadable'],
  ['says an error of an unknown kind', { call: [{ error: { kind: 'tired', text: 'x' } }] }, 'gateway.unreadable'],
  [
    'says bytes that are no text',
    { call: [{ bytes: Buffer.from([0x7b, 0xff, 0xfe, 0x0a]).toString('base64') }] },
    'gateway.unreadable',
  ],
  ['says a line without end', { call: [{ fill: 34 * 1024 * 1024 }, { hold: true }] }, 'gateway.unreadable'],
  ['says half a line and dies', { call: [{ say: '{"id":$id,"ok":tr' }, { die: 1 }] }, 'gateway.died'],
  ['dies', { call: [{ complain: 'System.AccessViolation at\n  Gateway\n' }, { die: 134 }] }, 'gateway.died'],
  ['is killed', { call: [{ kill: true }] }, 'gateway.died'],
  ['ends its output and stays', { call: [{ hold: true }] }, 'gateway.silent'],
]
function twice(): string {
  const answer = '{"id":$id,"ok":true,"result":{"gateway":"1","snelStart":"1","id":7}}\n'
  return answer + answer
}

describe('a helper that cannot be believed', () => {
  test.each(misbehaviours)('that %s leaves doubt about a call that writes, and is killed', async (_, does, code) => {
    const actions = does['call'] ?? []
    const first = { on: { 'order.deliverTo': actions, 'gateway.versions': actions } }
    const times = { read: 600, write: 600 }
    const { helper, processes } = await scriptedHelper([first, {}], code === 'gateway.silent' ? { times } : {})
    const failure = await helper.call('order.deliverTo', deliverTo, never).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ConnectionFailed)
    expect(failure).toMatchObject({ code: 'gateway.doubt', sent: true })
    expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false)
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
  })

  test.each(misbehaviours)('that %s leaves no doubt about a call that reads', async (_, does, code) => {
    const first = { on: { 'gateway.versions': does['call'] ?? [] } }
    const times = { read: 600 }
    const { helper, processes } = await scriptedHelper([first, {}], code === 'gateway.silent' ? { times } : {})
    const failure = await helper.call('gateway.versions', {}, never).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code })
    if (code === 'gateway.unreadable') expect(failure).toBeInstanceOf(UnexpectedAnswer)
    else expect(failure).toMatchObject({ sent: false })
    expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false)
    expect(await helper.call('gateway.versions', {}, never)).toMatchObject({ gateway: '16' })
  })

  test('that answers a second time later is ended before the next call, which has a new one', async () => {
    const late: Behaviour = {
      on: { 'order.deliverTo': [{ answer: { id: 7 } }, { afterMs: 100 }, { answer: { id: 7 } }] },
    }
    const { helper, processes } = await scriptedHelper([late, {}])
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
    await vi.waitFor(() => expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false))
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
    expect(processes()).toHaveLength(2)
  })

  test('that dies right after answering has answered, and the next call has a new one', async () => {
    const dies: Behaviour = { on: { 'order.deliverTo': [{ answer: { id: 7 } }, { kill: true }] } }
    const { helper, processes } = await scriptedHelper([dies, {}])
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
    await vi.waitFor(() => expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false))
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
  })

  test('what it said last on standard error is told, cut and without passwords', async () => {
    const complain = `${'noise '.repeat(2000)}\nlogin Beheerder/${open.password} failed\n   at Gateway.Open\n`
    const dies: Behaviour = { on: { 'order.deliverTo': [{ complain }, { die: 2 }] } }
    const { helper } = await scriptedHelper([dies], { openings: { gateway: open } })
    const failure = await helper.call('order.deliverTo', deliverTo, never).catch((error: unknown) => error)
    if (!(failure instanceof ConnectionFailed)) throw failure
    const said = String(failure.context['said'])
    expect(said).toContain('login Beheerder/*** failed at Gateway.Open')
    expect(said.length).toBeLessThan(600)
    expect(`${failure.message} ${JSON.stringify(failure.context)}`).not.toContain('geheim')
  })

  test('that writes much on standard error without being asked is no trouble', async () => {
    const { helper } = await scriptedHelper([{ on: { 'gateway.versions': [{ noise: 3_000_000 }, plain] } }])
    expect(await helper.call('gateway.versions', {}, never)).toMatchObject({ gateway: '1' })
  })
})

describe('a helper that does not start well', () => {
  test.each<
    readonly [string, Behaviour, string, typeof ConnectionFailed | typeof SettingsWrong | typeof UnexpectedAnswer]
  >([
    ['says no hello', { hello: [{ say: 'Hello, world\n' }] }, 'gateway.otherProgram', SettingsWrong],
    ['speaks another protocol', { hello: [{ say: hello({ protocol: 2 }) }] }, 'gateway.otherProgram', SettingsWrong],
    ['says more than hello', { hello: [{ say: `${hello()}more\n` }] }, 'gateway.unreadable', UnexpectedAnswer],
    ['dies before its hello', { hello: [{ complain: 'no .NET' }, { die: 1 }] }, 'gateway.died', ConnectionFailed],
    ['stays silent', { hello: [{ hold: true }] }, 'gateway.silent', ConnectionFailed],
  ])('that %s got nothing of a writing call', async (_, behaviour, code, kind) => {
    const times = code === 'gateway.silent' ? { times: { start: 1_500 } } : {}
    const { helper, heard, processes } = await scriptedHelper([behaviour, {}], times)
    const failure = await helper.call('order.deliverTo', deliverTo, never).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(kind)
    expect(failure).toMatchObject({ code })
    if (kind === ConnectionFailed) expect(failure).toMatchObject({ sent: false })
    expect(heard()).toEqual([])
    expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false)
    expect(await helper.call('order.deliverTo', deliverTo, never)).toEqual({ id: 7 })
  })

  test('a program that is not there is told as such', async () => {
    const helper = createHelper({ command: '/nowhere/snelstart-gateway.exe', args: [] })
    await expect(helper.call('gateway.versions', {}, never)).rejects.toMatchObject({ code: 'gateway.notStarted' })
    await helper.close()
  })

  test('a program that the system refuses to start is told as such', async () => {
    const { helper } = await scriptedHelper([{ hello: [{ complain: 'x'.repeat(3_000_000) }] }])
    await expect(helper.call('order.deliverTo', deliverTo, never)).rejects.toMatchObject({ code: 'gateway.notStarted' })
  })

  test('SNEL-7 a system that is not Windows says so before anything is tried', async () => {
    await expect(createHelper(null).call('gateway.versions', {}, never)).rejects.toMatchObject({
      code: 'gateway.notWindows',
    })
  })
})

describe('what the helper calls an error', () => {
  test.each([
    [{ kind: 'taken', text: 'bestaat al' }, Refused, { code: 'gateway.codeTaken', meaning: 'codeTaken' }],
    [{ kind: 'gone', text: 'er is geen klant 5' }, Refused, { code: 'gateway.notFound', meaning: 'stale' }],
    [
      { kind: 'refused', text: 'Het btw-nummer is onjuist' },
      Refused,
      { code: 'gateway.vatNumberRefused', meaning: 'vatNumber' },
    ],
    [{ kind: 'refused', text: 'De klant is niet actief' }, Refused, { code: 'gateway.notFound', meaning: 'stale' }],
    [{ kind: 'refused', text: 'Dit kan niet' }, Refused, { code: 'gateway.refused', meaning: 'other' }],
    [{ kind: 'refused', text: 'Module Integratie ontbreekt' }, SettingsWrong, { code: 'gateway.moduleMissing' }],
    [
      { kind: 'refused', text: 'U heeft geen rechten voor verkooporders' },
      LoginRefused,
      { code: 'gateway.rightMissing' },
    ],
    [{ kind: 'login', text: 'Aanmelden mislukt' }, LoginRefused, { code: 'gateway.loginRefused' }],
    [{ kind: 'noGateway', text: 'Class not registered' }, SettingsWrong, { code: 'gateway.notInstalled' }],
    [
      { kind: 'member', text: 'x', member: 'mtdNieuw' },
      Refused,
      { code: 'gateway.tooOld', context: { member: 'mtdNieuw' } },
    ],
    [{ kind: 'doubt', text: 'Time-out' }, ConnectionFailed, { code: 'gateway.doubt', sent: true }],
    [{ kind: 'database', text: 'x' }, ConnectionFailed, { code: 'gateway.database', sent: false }],
    [{ kind: 'request', text: 'no such call' }, Bug, { code: 'bug' }],
  ])('%j is a failure of its own kind, with the text', async (error, kind, wanted) => {
    const { helper, processes } = await scriptedHelper([{ on: { 'customer.create': [{ error }] } }])
    const failure = await helper
      .call('customer.create', { code: 1, fields: {} }, never)
      .catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(kind)
    expect(failure).toMatchObject(wanted)
    expect(failure).toMatchObject({ context: { said: error.text } })
    expect(isRunning(processes()[0]?.pid ?? 0)).toBe(true)
  })

  test('SNEL-6 without the Gateway, a 64-bit helper says that this is why', async () => {
    const { helper } = await scriptedHelper([
      {
        hello: [{ say: hello({ bits: 64 }) }],
        on: { 'gateway.versions': [{ error: { kind: 'noGateway', text: 'Class not registered' } }] },
      },
    ])
    await expect(helper.call('gateway.versions', {}, never)).rejects.toMatchObject({ code: 'gateway.bits' })
  })
})

describe('closing', () => {
  test('lets the process go by itself, refuses what waits and what comes after', async () => {
    const { helper, heard, endedWell } = await scriptedHelper([
      { on: { 'order.deliverTo': [{ afterMs: 100 }, { answer: { id: 7 } }] } },
    ])
    const first = helper.call('order.deliverTo', deliverTo, never)
    await vi.waitFor(() => expect(heard()).toHaveLength(1))
    const second = helper.call('order.deliverTo', deliverTo, never)
    const refused = expect(second).rejects.toMatchObject({ code: 'gateway.closing', sent: false })
    await helper.close()
    expect(await first).toEqual({ id: 7 })
    await refused
    await expect(helper.call('gateway.versions', {}, never)).rejects.toMatchObject({ code: 'gateway.closing' })
    expect(endedWell()).toBe(1)
  })

  test('does not wait for ever for a call that hangs: it is in doubt', async () => {
    const { helper, heard } = await scriptedHelper([{ on: { 'order.deliverTo': [{ hold: true }] } }], {
      times: { close: 200 },
    })
    const hanging = helper.call('order.deliverTo', deliverTo, never)
    const doubt = expect(hanging).rejects.toMatchObject({ code: 'gateway.doubt', sent: true })
    await vi.waitFor(() => expect(heard()).toHaveLength(1))
    await helper.close()
    await doubt
  })

  test('does not wait for a helper that starts without end', async () => {
    const { helper, processes } = await scriptedHelper([{ hello: [{ hold: true }] }], { times: { close: 100 } })
    const refused = expect(helper.call('order.deliverTo', deliverTo, never)).rejects.toMatchObject({
      code: 'gateway.closing',
      sent: false,
    })
    await vi.waitFor(() => expect(processes()).toHaveLength(1))
    await helper.close()
    await refused
    expect(isRunning(processes()[0]?.pid ?? 0)).toBe(false)
  })
})
