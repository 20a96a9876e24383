// What the far sides of SnelStart on the desktop can do wrong, seen through the whole adapter: one clear failure each, nothing lost
// and nothing doubled.
import { afterEach, expect, test } from 'vitest'
import { customersOf, prepare } from '../../src/accounting/contract-bench.ts'
import { type Failure, SettingsWrong } from '../../src/core/failures.ts'
import type { ArticleCode, CalendarDate, CustomerCode } from '../../src/core/ids.ts'
import { decimal } from '../../src/core/money.ts'
import { describeWith } from '../support/fixtures.ts'
import { administrationName, type DesktopBench, type DesktopOptions, openDesktop } from './desktop-bench.ts'
import { writeFaults } from './gateway/stand-in.ts'

const never = new AbortController().signal
const benches: DesktopBench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop()
})

async function begin(options: DesktopOptions = {}): Promise<DesktopBench> {
  const bench = await openDesktop(options)
  benches.push(bench)
  return bench
}
const prepared = async (bench: DesktopBench) => prepare(bench as unknown as Parameters<typeof prepare>[0])
const allCustomers = async (bench: DesktopBench) => customersOf(bench as unknown as Parameters<typeof customersOf>[0])
const failureOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => Promise.reject('no failure'),
    (error) => error,
  )

describeWith({ servers: ['mono'] }, 'SnelStart SQL with far sides that misbehave', () => {
  test('a database without the right to read a table names the table', async () => {
    const bench = await begin()
    bench.server.misbehaviour.denied.add('tblArtikel')
    const failure = await failureOf(bench.connection.findArticle('ART-001' as ArticleCode, never))
    expect(failure).toMatchObject({ name: 'LoginRefused', code: 'desktop.sqlNoRight', retry: 'never' })
    expect(JSON.stringify(failure.context)).toContain('tblArtikel')
  })

  test('a line that breaks in the middle of a page is taken up again: every customer once', async () => {
    const bench = await begin()
    await bench.connection.readLists(never)
    bench.server.misbehaviour.cutAfterRows = 230
    const customers = await allCustomers(bench)
    expect(customers).toHaveLength(620)
    expect(new Set(customers.map(({ code }) => code)).size).toBe(620)
    expect(bench.server.misbehaviour.cutAfterRows).toBeNull()
  })

  test('a server that goes away for good in the middle of reading leaves no doubt, and nothing is written', async () => {
    const bench = await begin()
    const ready = await prepared(bench)
    await bench.stopServer()
    expect(await failureOf(allCustomers(bench))).toMatchObject({ name: 'ConnectionFailed', sent: false, retry: 'soon' })
    expect(await failureOf(ready.write('1001'))).toMatchObject({ name: 'ConnectionFailed', sent: false })
    expect(bench.gatewayCalls()).toEqual([])
  }, 30_000)

  test.each(['twoAnswers', 'webPageAfterWriting', 'halfAnswer'])(
    'BEY-1 a helper that gives %s is believed no more: doubt, the order once, and the next call works again',
    async (fault) => {
      const bench = await begin()
      const ready = await prepared(bench)
      bench.misbehave(`order.create ${fault}`)
      expect(await failureOf(ready.write('1001'))).toMatchObject({ code: 'gateway.doubt', sent: true })
      expect(await bench.connection.findSalesOrders('1001', never)).toHaveLength(1)
      await ready.write('1002')
      expect(bench.rows('tblVerkoopOrder').map((row) => row['fldBetalingskenmerk'])).toEqual(['1001', '1002'])
    },
  )

  test.each([
    ['throw', 'Refused', 0],
    ['dieBefore', 'ConnectionFailed', 0],
    ['dieAfter', 'ConnectionFailed', 0],
  ] as const)(
    'BEY-1 a Gateway with transactions that fails while it closes an order (%s): %s, and nothing is there',
    async (what, name, orders) => {
      const bench = await begin()
      const ready = await prepared(bench)
      writeFaults(bench.faultsFile, [
        { member: 'mtdGWayVerkoopOrderSluitenGet', do: what, text: 'Het sjabloon is vol.' },
      ])
      expect(await failureOf(ready.write('1001'))).toMatchObject({ name })
      expect(bench.rows('tblVerkoopOrder')).toHaveLength(orders)
    },
  )

  test('BEY-1 a Gateway without transactions that dies before the delivery address: the order is there once, then completed', async () => {
    const bench = await begin({ without: ['mtdGWayTransactionBegin'] })
    const ready = await prepared(bench)
    writeFaults(bench.faultsFile, [{ member: 'mtdGWayVerkoopOrderOpslaan', do: 'dieBefore' }])
    expect(await failureOf(ready.write('1001'))).toMatchObject({ code: 'gateway.doubt', sent: true })
    expect(bench.rows('tblVerkoopOrder')).toMatchObject([{ fldBetalingskenmerk: '1001', fldVerzendAdres: null }])
    const [found] = await bench.connection.findSalesOrders('1001', never)
    const deliveryAddress = { contact: 'Jan', street: 'Laan 2', postcode: '9000', city: 'Gent', country: null }
    await bench.connection.completeSalesOrder!(found!.id, { deliveryAddress }, never)
    expect(bench.rows('tblVerkoopOrder')).toMatchObject([{ fldBetalingskenmerk: '1001', fldVerzendAdres: 'Laan 2' }])
  })

  test('a Gateway that is too old for the payment reference says so before anything is begun', async () => {
    const without = ['C', 'D', 'F', 'G'].map((revision) => `mtdGWayVerkoopOrderAanmaken${revision}`)
    const bench = await begin({ without })
    const ready = await prepared(bench)
    expect(await failureOf(ready.write('1001'))).toMatchObject({ name: 'Refused', code: 'gateway.tooOld' })
    expect(bench.rows('tblVerkoopOrder')).toEqual([])
  })

  test('an administration of a newer SnelStart is read all the same, and it is said', async () => {
    const bench = await begin()
    const [settings] = bench.rows('tblInstelling')
    bench.change('tblInstelling', { ...settings!, fldVersie: '13.02' })
    expect((await bench.connection.readLists(never)).company.administrationName).toBe(administrationName)
    expect(bench.logged).toContain('desktop.newerVersion')
  })

  test('a database that is no administration', async () => {
    const nothing = [{ name: 'klanten', columns: [{ name: 'id', type: 'integer' as const, key: true }], rows: [] }]
    const bench = await begin({ administration: nothing })
    expect(await failureOf(bench.connection.readLists(never))).toMatchObject({ code: 'desktop.noAdministration' })
  })
})

describeWith({ servers: ['mono'] }, 'SnelStart SQL on a machine that is not Windows', () => {
  test('reading works; prices and every write say so before anything is tried', async () => {
    const bench = await begin({ system: { env: {} } })
    const ready = await prepared(bench)
    const ask = { articleId: ready.article.id, customerId: null, quantity: decimal('1') }
    const price = () => bench.connection.readAgreedPrice({ ...ask, date: '2026-11-20' as CalendarDate }, never)
    for (const work of [() => ready.write('1001'), price]) {
      const failure = await failureOf(work())
      expect(failure).toBeInstanceOf(SettingsWrong)
      expect(failure).toMatchObject({ code: 'gateway.notWindows' })
    }
  })

  test('Windows authentication needs Windows for reading too', async () => {
    const bench = await begin({ system: { env: {} }, settings: { sqlUser: '', sqlPassword: '' } })
    const finding = bench.connection.findCustomers({ code: '10001' as CustomerCode, email: null }, never)
    expect(await failureOf(finding)).toMatchObject({ name: 'SettingsWrong' })
  })
})
