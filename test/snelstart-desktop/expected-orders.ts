// The answers of expected.json about orders and invoices.
import { expect, test } from 'vitest'
import type { OpenOrder } from '../../src/core/administration.ts'
import { searchKey } from '../../src/core/customer/search-keys.ts'
import type { RemoteId } from '../../src/core/ids.ts'
import { decimal, sum } from '../../src/core/money.ts'
import type { Demo } from './demo.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { never } from './reading.ts'

export function orderAnswers(demo: Demo, expected: ExpectedAnswers): void {
  const customerId = (code: number): RemoteId => demo.index.find(searchKey.code(String(code)))[0]!.id

  test.each(expected.lastTemplate)('SALE-1 last template of customer $customer', async (row) => {
    const found = await demo.reading.findLastTemplate(customerId(row.customer), never)
    const { templates } = await demo.reading.readLists(never)
    const template = templates.find(({ id }) => id === found)
    expect(found).toBe(String(row.byLatestOrderOrInvoice))
    expect([template?.name, !template?.inactive]).toEqual([row.template, row.templateActive])
  })

  test('orders without print, and those of the web among them', () => {
    const unprinted = demo.openOrders.filter(({ withoutPrint }) => withoutPrint)
    const numbers = (orders: readonly OpenOrder[]) => orders.map((order) => Number(order.number)).toSorted()
    expect(numbers(unprinted)).toEqual(expected.orders.unprinted)
    expect(numbers(unprinted.filter((order) => order.paymentReference !== ''))).toEqual(expected.orders.unprintedWeb)
    const backOrders = unprinted.filter(({ reached }) => reached === 'backOrder')
    expect(backOrders).toHaveLength(4)
    expect(unprinted.filter(({ reached }) => reached === 'all')).toHaveLength(26)
  })

  test('SALE-2 finds the order of every payment reference, and none for half of one', async () => {
    for (const [reference, number] of Object.entries(expected.orders.paymentReferences)) {
      const found = await demo.reading.findSalesOrders(reference, never)
      expect(found.map((order) => [order.paymentReference, Number(order.number)])).toEqual([[reference, number]])
    }
    expect(await demo.reading.findSalesOrders('10000', never)).toEqual([])
    expect(await demo.reading.findSalesOrders('', never)).toEqual([])
  })

  test('an order is found by its customer and by its id, with the same totals', async () => {
    const [order] = await demo.reading.findSalesOrders('100020', never)
    const ofCustomer = await demo.reading.findSalesOrdersOfCustomer(order!.customerId, never)
    expect(ofCustomer.find(({ id }) => id === order!.id)).toEqual(order)
    expect(await demo.reading.orderById(order!.id, never)).toEqual(order)
    expect(await demo.reading.orderById('999999' as RemoteId, never)).toBeNull()
  })

  test('BEY-1 finds the sales entry of an invoice number, its journal entry balanced', async () => {
    const invoices = expected.rowsPerTable['tblVerkoopFactuur']!
    const lines = await demo.reading.reader.all('entryLines', ['fldJournaalpostID', 'fldDebet', 'fldCredit'], never)
    for (let number = 20_260_001; number <= 20_260_000 + invoices; number += 1) {
      const entry = await demo.reading.findSalesEntry({ invoiceNumber: String(number), customerId: null }, never)
      const [invoice] = await demo.reading.reader.all(
        'invoices',
        ['fldRelatieID', 'fldDatum', 'fldTotaalInclusiefBtw'],
        never,
        [{ column: 'fldVerkoopFactuurID', is: 'equal', value: number - 20_260_000 }],
      )
      expect(entry).toMatchObject({
        invoiceNumber: String(number),
        customerId: String(invoice?.fldRelatieID),
        date: String(invoice?.fldDatum).slice(0, 10),
        totalIncl: decimal(String(invoice?.fldTotaalInclusiefBtw)),
      })
      const own = lines.filter((line) => String(line.fldJournaalpostID) === entry?.id)
      const side = (column: 'fldDebet' | 'fldCredit') => sum(own.map((line) => decimal(String(line[column]))))
      expect(side('fldDebet')).toBe(side('fldCredit'))
      expect(own.length).toBeGreaterThan(1)
    }
    expect(await demo.reading.findSalesEntry({ invoiceNumber: '2026000', customerId: null }, never)).toBeNull()
  })

  test('totals of invoiced orders come to the invoice, cost amounts included, whichever way their template has', async () => {
    const columns = ['fldVerkoopFactuurID', 'fldVerkoopOrderID'] as const
    const rows = await demo.reading.reader.all('orders', columns, never, [
      { column: 'fldVerkoopFactuurID', is: 'atLeast', value: 1 },
    ])
    const invoices = await demo.reading.reader.all('invoices', ['fldVerkoopFactuurID', 'fldTotaalInclusiefBtw'], never)
    let compared = 0
    for (const row of rows) {
      const order = await demo.reading.orderById(String(row.fldVerkoopOrderID) as RemoteId, never)
      // The fixture computes every invoice as if the customer were Dutch (its README), and its amounts are excl. VAT everywhere.
      const country = (await demo.reading.customerById(order!.customerId, never))?.establishment.country
      if (country !== 'NL') continue
      const invoice = invoices.find((one) => one.fldVerkoopFactuurID === row.fldVerkoopFactuurID)
      expect([order?.number, order?.totalIncl]).toEqual([
        order?.number,
        decimal(String(invoice?.fldTotaalInclusiefBtw)),
      ])
      compared += 1
    }
    expect(compared).toBeGreaterThanOrEqual(10)
  })
}
