// The Windows helper when SnelStart's Gateway misbehaves: it says whether something may have been saved, and never more than it
// knows. Under Mono, over the stand-in.
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as protocol from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { describeWith } from '../support/fixtures.ts'
import { address, entry, order, toOpen } from './gateway/questions.ts'
import { type RawHelper, startRawHelper } from './gateway/raw-helper.ts'
import { type Fault, readOwnRows, standInGateway, writeFaults, writeState } from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'

const seed = sampleAdministration({ customers: 2, articles: 2, stocked: 2 })
const noTransactions = ['mtdGWayTransactionBegin']

describeWith({ servers: ['mono'] }, 'the Windows helper over a Gateway in trouble', () => {
  const running: RawHelper[] = []
  let folder: string
  let state: string
  let faults: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sc-trouble-'))
    state = join(folder, 'state')
    faults = join(folder, 'faults')
  })

  afterEach(async () => {
    for (const helper of running.splice(0)) {
      helper.kill()
      await helper.ended
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** An open administration; the faults come after that. */
  async function start(wrong: readonly Fault[], without: readonly string[] = []): Promise<RawHelper> {
    prepare([])
    const helper = await restart(without)
    writeFaults(faults, wrong)
    return helper
  }
  async function restart(without: readonly string[] = []): Promise<RawHelper> {
    const helper = await startRawHelper(protocol, await standInGateway({ state, faults, without, graceMs: 50 }))
    running.push(helper)
    await helper.ask('gateway.open', toOpen)
    return helper
  }
  function prepare(wrong: readonly Fault[]): void {
    writeState(state, seed)
    writeFaults(faults, wrong)
  }
  const orders = (): readonly unknown[] => [
    ...new Set(readOwnRows(state, 'tblVerkoopOrder').map((row) => row['fldVerkoopOrderID'])),
  ]

  test('closing fails within a transaction: undone, so refused, and the next order goes through', async () => {
    const helper = await start([
      { member: 'mtdGWayVerkoopOrderSluitenGet', do: 'throwAfter', text: 'Schijf vol – geïnd?' },
    ])
    expect(await helper.refuse('order.create', order)).toEqual({
      kind: 'refused',
      text: 'Schijf vol – geïnd?',
      member: 'mtdGWayVerkoopOrderSluitenGet',
      code: null,
    })
    expect(orders()).toEqual([])
    await helper.ask('order.create', order)
    expect(orders()).toEqual([1])
  })

  test('the delivery address fails within a transaction: the order is gone with it', async () => {
    const helper = await start([{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'throw', text: 'Nee' }])
    const error = await helper.refuse('order.create', { ...order, deliveryAddress: address })
    expect(error).toMatchObject({ kind: 'refused', text: 'Nee' })
    expect(orders()).toEqual([])
  })

  test('without transactions the same is doubt: the order is there', async () => {
    const helper = await start([{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'throw', text: 'Nee' }], noTransactions)
    const error = await helper.refuse('order.create', { ...order, deliveryAddress: address })
    expect(error).toMatchObject({ kind: 'doubt', text: 'Nee', member: 'mtdGWayVerkoopOrderOpslaan' })
    expect(orders()).toEqual([1])
  })

  test('without transactions a failure before closing is refused', async () => {
    const helper = await start(
      [{ member: 'mtdGWayVerkoopOrderRegelToevoegenArtikelA', do: 'throw', text: 'Nee' }],
      noTransactions,
    )
    expect(await helper.refuse('order.create', order)).toMatchObject({ kind: 'refused' })
    await helper.ask('order.create', order)
    expect(orders()).toEqual([1])
  })

  test.each([
    ['committing', [{ member: 'mtdGWayTransactionCommit', do: 'throwAfter', text: 'Stuk' }], 1],
    [
      'closing and rolling back',
      [
        { member: 'mtdGWayVerkoopOrderSluitenGet', do: 'throwAfter', text: 'Stuk' },
        { member: 'mtdGWayTransactionRollback', do: 'throw', text: 'Ook stuk' },
      ],
      0,
    ],
  ] as const)('a failure in %s is doubt', async (_, wrong, saved) => {
    const helper = await start(wrong)
    expect(await helper.refuse('order.create', order)).toMatchObject({ kind: 'doubt', text: 'Stuk' })
    expect(orders()).toHaveLength(saved)
  })

  test.each([
    ['customer.create', 'mtdGWayKlantWrite', { code: 20_001, fields: { name: 'Naam' } }],
    ['customer.update', 'mtdGWayKlantWrite', { code: 10_001, fields: { name: 'Naam' } }],
    [
      'article.create',
      'mtdGWayArtikelWrite',
      { code: 'N', description: 'x', revenueGroupId: 1, salesPrice: null, extraField: null },
    ],
    ['article.update', 'mtdGWayArtikelWrite', { code: 'ART-001', description: 'x' }],
    ['order.deliverTo', 'mtdGWayVerkoopOrderOpslaan', { id: 1, deliveryAddress: address }],
    ['entry.create', 'mtdGWayJpSluitenMetID', entry],
  ] as const)(
    '%s: no is refused, an exception is refused with a transaction and doubt without',
    async (call, member, question) => {
      const wrong: Fault = { member, do: 'throwAfter', text: 'Stuk' }
      const helper = await start([])
      await helper.ask('order.create', order)
      const before = readFileSync(state, 'utf8')
      writeFaults(faults, [{ ...wrong, do: 'false', text: 'Nee' }, wrong])
      expect(await helper.refuse(call, question)).toMatchObject({ kind: 'refused', text: 'Nee', member })
      expect(await helper.refuse(call, question)).toMatchObject({ kind: 'refused', text: 'Stuk', member })
      expect(readFileSync(state, 'utf8')).toBe(before)
      const older = await restart(noTransactions)
      const saysNo = member.endsWith('Write')
      writeFaults(faults, [...(saysNo ? [{ ...wrong, do: 'false', text: 'Nee' } as const] : []), wrong])
      if (saysNo) expect(await older.refuse(call, question)).toMatchObject({ kind: 'refused', text: 'Nee' })
      expect(await older.refuse(call, question)).toMatchObject({ kind: 'doubt', text: 'Stuk', member })
      expect(readFileSync(state, 'utf8')).not.toBe(before)
    },
  )

  test.each([
    ['customer.create', 'mtdGWayKlantWrite', { code: 20_001, fields: { name: 'Naam' } }],
    [
      'article.create',
      'mtdGWayArtikelWrite',
      { code: 'N', description: 'x', revenueGroupId: 1, salesPrice: null, extraField: null },
    ],
    ['order.create', 'mtdGWayVerkoopOrderOpslaan', { ...order, deliveryAddress: address }],
  ] as const)('%s: what rolling back did not undo is seen, and is doubt', async (call, member, question) => {
    writeState(state, seed, { settings: { transactionsCover: 'nothing' } })
    writeFaults(faults, [])
    const helper = await restart()
    writeFaults(faults, [{ member, do: 'throwAfter', text: 'Stuk' }])
    expect(await helper.refuse(call, question)).toMatchObject({ kind: 'doubt', text: 'Stuk', member })
  })

  test('it dies right after the order was saved: the order is there, an answer never comes', async () => {
    const helper = await start([{ member: 'mtdGWayTransactionCommit', do: 'dieAfter' }])
    helper.send(JSON.stringify({ id: 9, call: 'order.create', question: order }))
    expect(await helper.next()).toBeNull()
    expect(await helper.ended).toBe('SIGKILL')
    expect(orders()).toEqual([1])
  })

  test.each(['mtdGWayTransactionCommit', 'mtdGWayVerkoopOrderAanmakenC'])(
    'it dies before %s: nothing is saved',
    async (member) => {
      const helper = await start([{ member, do: 'dieBefore' }])
      helper.send(JSON.stringify({ id: 9, call: 'order.create', question: order }))
      expect(await helper.next()).toBeNull()
      expect(orders()).toEqual([])
    },
  )

  test('a half-written last line never happened, and is cut off by the next order', async () => {
    const helper = await start([])
    await helper.ask('order.create', order)
    await helper.stop()
    truncateSync(state, readFileSync(state).length - 20)
    expect(orders()).toEqual([])
    const next = await restart()
    await next.ask('order.create', { ...order, paymentReference: '103' })
    expect(readOwnRows(state, 'tblVerkoopOrder').map((row) => row['fldBetalingskenmerk'])).toEqual(['103'])
  })

  test('a call that hangs ends with the program when its input ends', async () => {
    const helper = await start([{ member: 'mtdGWayKlantWrite', do: 'hang' }])
    helper.send(JSON.stringify({ id: 9, call: 'customer.create', question: { code: 5, fields: { name: 'x' } } }))
    expect(await helper.stop()).toBe('SIGKILL')
    expect(helper.stderr()).toContain('still under way')
  })

  test.each([
    ['mtdGWayVerkoopOrderAanmakenC', 'mtdGWayVerkoopOrderAanmakenD', {}],
    ['mtdGWayVerkoopOrderAanmakenF', 'mtdGWayVerkoopOrderAanmakenG', { paymentTermDays: 8 }],
  ] as const)('a version without %s is served by %s', async (missing, used, change) => {
    const helper = await start([{ member: used, do: 'throw', text: 'die dus' }], [missing])
    expect(await helper.refuse('order.create', { ...order, ...change })).toMatchObject({ member: used })
    await helper.ask('order.create', { ...order, ...change })
    expect(orders()).toEqual([1])
  })

  test.each([
    [['mtdGWayVerkoopOrderAanmakenC', 'mtdGWayVerkoopOrderAanmakenD'], 'mtdGWayVerkoopOrderAanmakenC', order],
    [
      ['mtdGWayVerkoopOrderAanmakenF', 'mtdGWayVerkoopOrderAanmakenG'],
      'mtdGWayVerkoopOrderAanmakenG',
      { ...order, paymentTermDays: 8 },
    ],
    [
      ['mtdGWayVerkoopOrderRegelToevoegenArtikelD'],
      'mtdGWayVerkoopOrderRegelToevoegenArtikelD',
      {
        ...order,
        lines: [{ call: 'D', articleCode: 'ART-001', description: 'x', quantity: '1', discountPercent: '0' }],
      },
    ],
    [['mtdGWayVerkoopOrderSluitenGet'], 'mtdGWayVerkoopOrderSluitenGet', { ...order, deliveryAddress: address }],
    [
      ['mtdGWayVerkoopOrderKostenBedragenSet'],
      'mtdGWayVerkoopOrderKostenBedragenSet',
      { ...order, costA: '1', costB: '1' },
    ],
  ] as const)(
    'a version without %s says which member it lacks, and nothing is begun',
    async (without, member, question) => {
      const helper = await start([], without)
      expect(await helper.refuse('order.create', question)).toMatchObject({ kind: 'member', member })
      expect(orders()).toEqual([])
    },
  )

  test.each(['mtdGWayJpAanmakenB', 'mtdMarkeringInstellen', 'mtdGWayJpRegelToevoegenV750'])(
    'an entry without %s is refused by name',
    async (member) => {
      const helper = await start([], [member])
      expect(await helper.refuse('entry.create', { ...entry, paymentTermDays: 8 })).toMatchObject({
        kind: 'member',
        member,
      })
    },
  )

  test('the oldest closing calls give no number and no id', async () => {
    const helper = await start([], ['mtdGWayVerkoopOrderSluitenGet', 'mtdGWayJpSluitenMetID'])
    expect(await helper.ask('order.create', order)).toEqual({ number: 0 })
    expect(await helper.ask('entry.create', entry)).toEqual({ id: null })
  })

  test('closing that gives an id instead of a number still sets the address on our own order', async () => {
    prepare([])
    writeState(state, seed, { settings: { closingGives: 'id' } })
    const helper = await restart()
    expect(await helper.ask('order.create', { ...order, deliveryAddress: address })).toEqual({ number: 1 })
    expect(readOwnRows(state, 'tblVerkoopOrder').at(-1)).toMatchObject({
      fldVerkoopOrderID: 1,
      fldVerzendNaam: 'Café ’t Hoekje',
    })
  })

  test('what was closed after a refusal is opened again, and when that fails it is said', async () => {
    const helper = await start([{ member: 'mtdGWayVerkoopOrderAanmakenC', do: 'throw', text: 'Nee' }])
    await helper.refuse('order.create', order)
    writeFaults(faults, [{ member: 'mtdGWayAdmiOpenenViaLoginSettings', do: 'throw', text: 'Bezet' }])
    expect(await helper.refuse('order.create', order)).toMatchObject({ kind: 'refused', text: 'Bezet' })
    await helper.ask('order.create', order)
    expect(orders()).toEqual([1])
  })
})
