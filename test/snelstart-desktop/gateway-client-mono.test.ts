// The real Windows helper under Mono, as S-Connect uses it, over a stand-in of SnelStart's Gateway: every call once well and once
// refused, and killed at every moment of an order.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listHelperDatabases, openHelperDatabase } from '../../src/accounting/snelstart-desktop/database/helper.ts'
import { findHelperCommand } from '../../src/accounting/snelstart-desktop/gateway/find-command.ts'
import { createHelper } from '../../src/accounting/snelstart-desktop/gateway/helper.ts'
import type {
  HelperCall,
  HelperOrder,
  HelperQuestions,
} from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { thisSystem } from '../../src/accounting/snelstart-desktop/gateway/system.ts'
import { findServerObstacle } from '../support/programs.ts'
import {
  type Fault,
  readState,
  type StandInRules,
  standInGateway,
  writeFaults,
  writeState,
} from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'
import type { SampleTable } from './tables.ts'
import { startSqlServer } from './tds/server.ts'

const never = new AbortController().signal
const sample = sampleAdministration({ customers: 6, articles: 6, stocked: 3 })
const opening: HelperQuestions['gateway.open'] = {
  ...{ database: 'mdb', folder: '/administraties', server: '', administration: 'Proefwinkel BV', windows: false },
  ...{ sqlUser: '', sqlPassword: '', user: 'Beheerder', password: '' },
}

type Given = {
  readonly rules?: StandInRules
  readonly without?: readonly string[]
  readonly faults?: readonly Fault[]
  readonly writeMs?: number
  readonly open?: Partial<typeof opening>
}

async function startGateway({ rules = {}, without = [], faults = [], writeMs, open = {} }: Given = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'sc-gateway-'))
  const state = join(folder, 'state')
  writeState(state, sample, rules)
  writeFaults(join(folder, 'faults'), faults)
  const command = await standInGateway({ state, faults: join(folder, 'faults'), without })
  const times = writeMs === undefined ? {} : { times: { write: writeMs } }
  const helper = createHelper(command, { openings: { gateway: { ...opening, ...open } }, ...times })
  onTestFinished(async () => {
    await helper.close()
    await rm(folder, { recursive: true })
  })
  const rows = (table: string) => readState(state, sample).find(({ name }) => name === table)?.rows ?? []
  const call = <Call extends HelperCall>(name: Call, question: HelperQuestions[Call]) =>
    helper.call(name, question, never)
  return { call, rows, helper, size: async () => (await stat(state)).size }
}

const address = { name: 'Anna', contact: 'A. Bos', street: 'Kade 1', postcode: '1234 AB', city: 'Hoorn', countryId: 1 }
const order: HelperOrder = {
  ...{ templateId: 1, customerCode: 10_001, date: '2026-02-03', description: 'Web 77', memo: 'graag snel' },
  ...{ costCentre: 200, paymentReference: '77', paymentTermDays: null, costA: '4.95', costB: '0.50' },
  ...{ invoiceAddress: address, deliveryAddress: { ...address, name: 'Achterdeur', countryId: 2 } },
  lines: [
    { call: 'A', articleCode: 'ART-001', quantity: '2' },
    { call: 'B', articleCode: 'ART-002', description: 'Rood', quantity: '1', price: '12.50', discountPercent: '10' },
    { call: 'C', articleCode: 'ART-003', quantity: '1.5', price: '8.25', discountPercent: '0' },
    { call: 'D', articleCode: 'ART-004', description: 'Blauw', quantity: '1', discountPercent: '0' },
    { call: 'text', description: 'Cadeau: ja' },
  ],
}
const entry: HelperQuestions['entry.create'] = {
  ...{ date: '2026-02-03', journal: 1300, documentNumber: '2026-1', description: 'Web 77', paymentTermDays: null },
  marking: 1,
  lines: [
    { ...{ account: 1300, description: 'Klant', debit: '121.00', credit: '0' }, ...debtor(10_001) },
    { ...{ account: 8000, description: 'Omzet', debit: '0', credit: '100.00' }, ...noDebtor(2) },
    { ...{ account: 1671, description: 'Btw', debit: '0', credit: '21.00' }, ...noDebtor(0) },
  ],
}
function debtor(customerCode: number) {
  return { vatId: 0, customerCode, invoiceNumber: 'W-77', costCentre: null } as const
}
function noDebtor(vatId: 0 | 2) {
  return { vatId, customerCode: null, invoiceNumber: '', costCentre: null } as const
}

describe.skipIf(findServerObstacle('mono') !== null)('the helper under Mono', { timeout: 120_000 }, () => {
  describe('every call, well and refused', () => {
    test('SNEL-6 versions come without anything being open', async () => {
      const { call } = await startGateway()
      expect(await call('gateway.versions', {})).toEqual({ gateway: '12.17.0', snelStart: '12.17' })
    })

    test.each<readonly [string, Given, object]>([
      ['a wrong password', { open: { password: 'fout' } }, { code: 'gateway.loginRefused' }],
      ['no module Integratie', { rules: { settings: { noIntegration: 'x' } } }, { code: 'gateway.moduleMissing' }],
      ['a newer version', { rules: { settings: { wrongVersion: '13' } } }, { code: 'gateway.wrongVersion' }],
      ['another user', { rules: { settings: { otherUser: 'Jan' } } }, { code: 'gateway.otherUser', sent: false }],
      ['another name', { rules: { settings: { administration: 'Andere' } } }, { code: 'gateway.noAdministration' }],
    ])(
      'SNEL-6 opening with %s says so, in SnelStart’s words, before a writing call is sent',
      async (_, given, wanted) => {
        const { call, size } = await startGateway(given)
        const before = await size()
        const failure = await call('customer.create', { code: 5, fields: { name: 'A' } }).catch(
          (error: unknown) => error,
        )
        expect(failure).toMatchObject(wanted)
        expect(failure).toMatchObject({ context: { call: 'gateway.open', said: expect.stringMatching(/\w{4}/) } })
        expect(await size()).toBe(before)
      },
    )

    test('SNEL-4 opening, closing, and opening again at the next call', async () => {
      const { call } = await startGateway()
      expect(await call('gateway.open', opening)).toMatchObject({ administration: 'Proefwinkel BV' })
      await call('gateway.close', {})
      expect(await call('customer.update', { code: 10_001, fields: { phone: '1' } })).toEqual({ code: 10_001 })
    })

    test('a customer is made once, and refused where the code is taken or the VAT number will not do', async () => {
      const { call, rows } = await startGateway({ rules: { refusedVatNumbers: ['NL1'] } })
      const fields = {
        name: 'Zoë Łukasz €',
        establishment: address,
        email: 'zoe@voorbeeld.example',
        cocNumber: '01234567',
      }
      expect(await call('customer.create', { code: 20_001, fields })).toEqual({ code: 20_001 })
      expect(rows('tblRelatie').find((row) => row['fldRelatiecode'] === 20_001)).toMatchObject({
        ...{ fldNaam: 'Zoë Łukasz €', fldAdres: 'Kade 1', fldLandID: 1, fldKvkNummer: '01234567' },
      })
      await expect(call('customer.create', { code: 20_001, fields })).rejects.toMatchObject({ meaning: 'codeTaken' })
      const wrong = { ...fields, vatNumber: 'NL1' }
      await expect(call('customer.create', { code: 20_002, fields: wrong })).rejects.toMatchObject({
        code: 'gateway.vatNumberRefused',
        meaning: 'vatNumber',
      })
    })

    test('a customer’s fields are changed and nothing else; one that is gone is stale', async () => {
      const { call, rows } = await startGateway()
      await call('customer.update', { code: 10_001, fields: { phone: '0229-1' } })
      expect(rows('tblRelatie').find((row) => row['fldRelatiecode'] === 10_001)).toMatchObject({
        ...{ fldTelefoon: '0229-1', fldNaam: 'Klant 10001', fldEmail: 'klant10001@voorbeeld.example' },
      })
      await expect(call('customer.update', { code: 9, fields: { phone: '1' } })).rejects.toMatchObject({
        code: 'gateway.notFound',
        meaning: 'stale',
      })
    })

    test('an article is made and changed; a taken code and one that is gone are told apart', async () => {
      const { call, rows } = await startGateway()
      const made = { code: 'NIEUW', description: 'Nieuw', revenueGroupId: 1, salesPrice: '9.9500', extraField: null }
      expect(await call('article.create', made)).toEqual({ code: 'NIEUW' })
      expect(await call('article.update', { code: 'NIEUW', description: 'Nieuwer' })).toEqual({ code: 'NIEUW' })
      const [row] = rows('tblArtikel').filter(({ fldArtikelcode }) => fldArtikelcode === 'NIEUW')
      expect(row).toMatchObject({ fldOmschrijving: 'Nieuwer', fldVerkoopprijs: '9.9500' })
      await expect(call('article.create', made)).rejects.toMatchObject({ meaning: 'codeTaken' })
      await expect(call('article.update', { code: 'WEG' })).rejects.toMatchObject({ meaning: 'stale' })
      const noGroup = { ...made, code: 'ZONDER', revenueGroupId: 99 }
      await expect(call('article.create', noGroup)).rejects.toMatchObject({ reasons: [{ text: /omzetgroep/ }] })
    })

    test('a price is told, with the customer’s agreement, and refused for an article that is gone', async () => {
      const { call } = await startGateway()
      const asked = { articleCode: 'ART-005', customerCode: 10_005, quantity: '1', date: '2026-02-03' }
      expect(Number((await call('article.price', asked)).price)).toBe(7.5)
      expect(Number((await call('article.price', { ...asked, customerCode: null })).price)).toBe(10)
      await expect(call('article.price', { ...asked, articleCode: 'WEG' })).rejects.toMatchObject({ meaning: 'stale' })
    })

    test('an order is made whole: lines A to D and words, costs, addresses, reference', async () => {
      const { call, rows } = await startGateway()
      const { number } = await call('order.create', order)
      expect(rows('tblVerkoopOrder')).toMatchObject([
        {
          ...{ fldOrdernummer: number, fldBetalingskenmerk: '77', fldOmschrijving: 'Web 77', fldMemo: 'graag snel' },
          ...{
            fldKostenBedragA: '4.9500',
            fldKostenBedragB: '0.5000',
            fldVerzendNaam: 'Achterdeur',
            fldKostenplaatsID: 2,
          },
        },
      ])
      expect(rows('tblVerkoopOrderRegel').map((row) => row['fldOmschrijving'])).toEqual([
        ...['Artikel 1', 'Rood', 'Artikel 3', 'Blauw', 'Cadeau: ja'],
      ])
    })

    test.each<readonly [string, Partial<HelperOrder>, object]>([
      ['a customer that is gone', { customerCode: 9 }, { meaning: 'stale' }],
      ['a template that was removed', { templateId: 9 }, { meaning: 'stale' }],
      ['an article that is gone', { lines: [{ call: 'A', articleCode: 'WEG', quantity: '1' }] }, { meaning: 'stale' }],
    ])('an order with %s is refused, nothing is left, and the next one goes well', async (_, change, wanted) => {
      const { call, rows } = await startGateway()
      const failure = await call('order.create', { ...order, ...change }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'gateway.notFound', ...wanted })
      expect(rows('tblVerkoopOrder')).toEqual([])
      await call('order.create', order)
      expect(rows('tblVerkoopOrder')).toHaveLength(1)
      expect(rows('tblVerkoopOrderRegel')).toHaveLength(order.lines.length)
    })

    test('a version without the call that sets the payment reference is said to be too old', async () => {
      const { call, rows } = await startGateway({
        without: ['mtdGWayVerkoopOrderAanmakenC', 'mtdGWayVerkoopOrderAanmakenD'],
      })
      await expect(call('order.create', order)).rejects.toMatchObject({
        code: 'gateway.tooOld',
        context: { member: 'mtdGWayVerkoopOrderAanmakenC' },
      })
      expect(rows('tblVerkoopOrder')).toEqual([])
    })

    test('the delivery address of an order is set; an order that is gone is stale', async () => {
      const { call, rows } = await startGateway()
      await call('order.create', { ...order, deliveryAddress: null })
      const id = Number(rows('tblVerkoopOrder')[0]?.['fldVerkoopOrderID'])
      expect(await call('order.deliverTo', { id, deliveryAddress: address })).toEqual({ id })
      expect(rows('tblVerkoopOrder')[0]).toMatchObject({ fldVerzendNaam: 'Anna', fldVerzendPostcode: '1234 AB' })
      await expect(call('order.deliverTo', { id: 99, deliveryAddress: address })).rejects.toMatchObject({
        meaning: 'stale',
      })
    })

    test('an entry is made in balance with its mark, and refused out of balance', async () => {
      const { call, rows } = await startGateway()
      const { id } = await call('entry.create', entry)
      expect(rows('tblJournaalpost')).toMatchObject([{ fldJournaalpostID: id, fldMarkering: 1, fldBoekstuk: '2026-1' }])
      expect(rows('tblJournaalpostRegel')).toHaveLength(3)
      const crooked = { ...entry, lines: entry.lines.slice(0, 2) }
      await expect(call('entry.create', crooked)).rejects.toMatchObject({ code: 'gateway.refused', meaning: 'other' })
      expect(rows('tblJournaalpost')).toHaveLength(1)
    })
  })

  test('SNEL-6 the sources compile with the arguments for Windows’ own compiler, and without the library it says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sc-compile-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const framework = join(folder, 'Microsoft.NET', 'Framework', 'v4.0.30319')
    await mkdir(framework, { recursive: true })
    await writeFile(join(framework, 'csc.exe'), '#!/bin/sh\nexec mcs -langversion:5 "$@"\n', { mode: 0o755 })
    const system = { ...thisSystem(join(folder, 'data')), platform: 'win32', env: { WINDIR: folder } }
    const found = await findHelperCommand(system)
    if (!found.found) throw found.reason
    const helper = createHelper({ command: 'mono', args: [found.command.command] })
    onTestFinished(() => helper.close())
    // Mono runs it as 64-bit where it is 64-bit itself.
    await expect(helper.call('gateway.versions', {}, never)).rejects.toMatchObject({
      code: expect.stringMatching(/^gateway\.(notInstalled|bits)$/),
      context: { kind: 'noGateway', said: expect.stringMatching(/\w{4}/) },
    })
  })

  const members = [
    'mtdGWayTransactionBegin',
    'mtdGWayVerkoopOrderAanmakenC',
    'mtdGWayVerkoopOrderRegelToevoegenArtikelA',
    'mtdGWayVerkoopOrderRegelToevoegenTekst',
    'mtdGWayVerkoopOrderKostenBedragenSet',
    'mtdAfwijkendVerkoopFactuurAdresInstellen',
    'mtdGWayVerkoopOrderSluitenGet',
    'mtdGWayVerkoopOrderByNummerGet',
    'mtdGWayVerkoopOrderOpslaan',
    'mtdGWayTransactionCommit',
  ]
  const deaths = members.flatMap((member) => [
    { member, moment: 'dieBefore' as const },
    { member, moment: 'dieAfter' as const },
  ])

  describe('killed in the middle of an order', () => {
    test.each(deaths)(
      '$moment $member: doubt, and the order is there whole or not at all',
      async ({ member, moment }) => {
        const { call, rows } = await startGateway({ faults: [{ member, do: moment }] })
        await expect(call('order.create', order)).rejects.toMatchObject({ code: 'gateway.doubt', sent: true })
        const isSaved = member === 'mtdGWayTransactionCommit' && moment === 'dieAfter'
        expect(rows('tblVerkoopOrder')).toHaveLength(isSaved ? 1 : 0)
        expect(rows('tblVerkoopOrderRegel')).toHaveLength(isSaved ? order.lines.length : 0)
        // As after a look-up that found nothing; where it was found nobody asks again.
        if (!isSaved) await call('order.create', order)
        expect(rows('tblVerkoopOrder')).toMatchObject([{ fldBetalingskenmerk: '77', fldVerzendNaam: 'Achterdeur' }])
        expect(rows('tblVerkoopOrderRegel')).toHaveLength(order.lines.length)
      },
    )

    test.each(['mtdGWayVerkoopOrderAanmakenC', 'mtdGWayVerkoopOrderSluitenGet', 'mtdGWayTransactionCommit'])(
      'a Gateway that hangs in %s is killed: doubt, nothing saved, and the next call has a new one',
      async (member) => {
        const { call, rows } = await startGateway({ faults: [{ member, do: 'hang' }], writeMs: 2_000 })
        await expect(call('order.create', order)).rejects.toMatchObject({ code: 'gateway.doubt', sent: true })
        expect(rows('tblVerkoopOrder')).toEqual([])
        await call('order.create', order)
        expect(rows('tblVerkoopOrder')).toHaveLength(1)
      },
    )

    test('a version without transactions that dies behind closing has the order with all but its address', async () => {
      const without = ['mtdGWayTransactionBegin', 'mtdGWayTransactionCommit', 'mtdGWayTransactionRollback']
      const faults = [{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'dieBefore' }] as const
      const { call, rows } = await startGateway({ without, faults })
      await expect(call('order.create', order)).rejects.toMatchObject({ code: 'gateway.doubt', sent: true })
      expect(rows('tblVerkoopOrder')).toMatchObject([{ fldBetalingskenmerk: '77' }])
      const id = Number(rows('tblVerkoopOrder')[0]?.['fldVerkoopOrderID'])
      await call('order.deliverTo', { id, deliveryAddress: address })
      expect(rows('tblVerkoopOrder')).toMatchObject([{ fldVerzendNaam: 'Anna' }])
    })
  })

  describe('a database on SQL Server', () => {
    /** A server that speaks TDS, and the helper's SqlClient of Mono towards it. */
    async function startDatabase() {
      const server = await startSqlServer({ databases: { 'Proefwinkel BV': sample }, tls: 'none' })
      onTestFinished(() => server.stop())
      const { helper } = await startGateway()
      const target = { server: `127.0.0.1,${server.port}`, user: server.user, password: server.password }
      const open = (change: object = {}) =>
        openHelperDatabase({ ...target, database: 'Proefwinkel BV', file: '', ...change }, helper)
      return { server, helper, target, open }
    }
    const columnsOf = (table: SampleTable) => table.columns.map(({ name }) => name)
    const readTable = async (database: ReturnType<typeof openHelperDatabase>, table: SampleTable) => {
      const key = table.columns.find((column) => column.key)?.name ?? ''
      return (await Array.fromAsync(database.read({ table: table.name, key, columns: columnsOf(table) }, never))).flat()
    }

    test('SNEL-1 gives every row of every table as it stands there, through the helper', async () => {
      const database = (await startDatabase()).open()
      expect(await database.describe(never)).toContain('‘Proefwinkel BV’ (SQL Server')
      for (const table of sample)
        expect([table.name, await readTable(database, table)]).toEqual([table.name, table.rows])
    })

    test('asks with every condition', async () => {
      const database = (await startDatabase()).open()
      const where = [
        { column: 'fldRelatieSoort', is: 'equal', value: 0 },
        { column: 'fldRelatieID', is: 'atLeast', value: 5 },
        { column: 'fldNaam', is: 'contains', value: 'kLANT 1' },
        { anyOf: [{ column: 'fldRelatiecode', is: 'oneOf', values: [10_002, 10_004, 1] }] },
        { column: 'fldNonactief', is: 'equal', value: false },
      ] as const
      const ask = { table: 'tblRelatie', key: 'fldRelatieID', columns: ['fldRelatiecode'], where }
      expect((await Array.fromAsync(database.read(ask, never))).flat()).toEqual([
        { fldRelatiecode: 10_002 },
        { fldRelatiecode: 10_004 },
      ])
    })

    test('a line that is cut in the middle of a page is taken up again', async () => {
      const { server, open } = await startDatabase()
      const database = open()
      await database.schema(never)
      server.misbehaviour.cutAfterRows = 4
      const customers = sample.find(({ name }) => name === 'tblRelatie')
      if (customers === undefined) throw new Error('no customers in the sample')
      expect(await readTable(database, customers)).toEqual(customers.rows)
      expect(server.logIns()).toBe(2)
    })

    test('SNEL-2 lists the databases, and tells a refused log-in, a missing database and a missing right apart', async () => {
      const { server, helper, target, open } = await startDatabase()
      expect(await listHelperDatabases(target, helper, never)).toEqual(['Proefwinkel BV'])
      await expect(open({ password: 'fout' }).schema(never)).rejects.toMatchObject({ code: 'desktop.sqlLogin' })
      await expect(open({ database: 'Weg' }).schema(never)).rejects.toMatchObject({ code: 'desktop.sqlNoDatabase' })
      server.misbehaviour.denied.add('tblLand')
      const denied = sample.find(({ name }) => name === 'tblLand')
      if (denied === undefined) throw new Error('no countries in the sample')
      await expect(readTable(open(), denied)).rejects.toMatchObject({ code: 'desktop.sqlNoRight' })
    })

    test('the fingerprint is the same until a row differs', async () => {
      const { server, open } = await startDatabase()
      const database = open()
      const first = await database.fingerprint(['tblLand', 'tblBtw'], never)
      expect(await database.fingerprint(['tblLand', 'tblBtw'], never)).toBe(first)
      const [country] = sample.find(({ name }) => name === 'tblLand')?.rows ?? []
      server.databases['Proefwinkel BV']?.write('tblLand', { ...country, fldNaam: 'Elders' })
      expect(await database.fingerprint(['tblLand', 'tblBtw'], never)).not.toBe(first)
    })
  })
})
