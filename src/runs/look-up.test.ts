// What looking up an order does besides finding it: an administration that writes an order in more than one step is made to do
// the rest, and a total that the administration fills in itself tells nothing.
import { afterEach, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import type { AccountingConnection } from '../accounting/accounting.ts'
import { ConnectionFailed } from '../core/failures.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

async function begin(): Promise<Scene> {
  const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1, '8.26'), seedArticle('VERZ', 'Verzendkosten', 8)] }
  const scene = await startScene({ simulator: { seed }, orders: [mugOrder(1, guest('Anna'))] })
  scenes.push(scene)
  return scene
}

/** Notes the addresses that orders are completed with; the first `failing` times the answer is lost. */
function completing(failing = 0) {
  const completed: string[] = []
  const administration = (connection: AccountingConnection): AccountingConnection => ({
    ...connection,
    completeSalesOrder: async (_id, { deliveryAddress }) => {
      if (failing-- > 0) throw new ConnectionFailed('test', 'lost', { sent: true })
      completed.push(deliveryAddress.street)
    },
  })
  return { completed, administration }
}

test('BEY-1 an order found back at once is completed with its delivery address', async () => {
  const scene = await begin()
  const { completed, administration } = completing()
  scene.fault('POST verkooporders', { cutAfterCommit: true })
  expect(await scene.import({ administration })).toMatchObject({ written: { done: 1 }, stoppedBy: null })
  expect(completed).toEqual(['Dorpsstraat 12'])
  expect((await scene.entry(1)).warnings).toEqual([])
})

test('BEY-1 where completing is cut off, the next run does it, and the order is made once', async () => {
  const scene = await begin()
  const { completed, administration } = completing(1)
  scene.fault('POST verkooporders', { cutAfterCommit: true })
  expect(await scene.import({ administration })).toMatchObject({ written: { done: 0 }, stoppedBy: { code: 'test' } })
  expect(completed).toEqual([])
  expect(await scene.import({ administration })).toMatchObject({ stoppedBy: null })
  expect(completed).toEqual(['Dorpsstraat 12'])
  expect(await scene.entry(1)).toMatchObject({ state: 'done', warnings: [] })
  expect(scene.made(1)).toHaveLength(1)
})

test('an order that was surely written is not completed again', async () => {
  const scene = await begin()
  const { completed, administration } = completing()
  await scene.import({ administration })
  expect(completed).toEqual([])
})

test('BEY-1 SALE-5 with SnelStart’s own prices an order is found back whatever its total', async () => {
  const scene = await begin()
  scene.fault('POST verkooporders', { cutAfterCommit: true })
  const dearer = (connection: AccountingConnection): AccountingConnection => ({
    ...connection,
    findSalesOrders: async (...ask) =>
      (await connection.findSalesOrders(...ask)).map((order) => ({ ...order, totalIncl: '99' as never })),
  })
  const given = { administration: dearer, choices: { orderLines: 'codeAndQuantity' } } as const
  expect(await scene.import(given)).toMatchObject({ written: { done: 1, unknown: 0 } })
  expect(scene.made(1)).toHaveLength(1)
})

test('BEY-1 an order whose payment reference has other outer blanks in SnelStart is found back', async () => {
  const scene = await begin()
  scene.fault('POST verkooporders', { cutAfterCommit: true })
  const spaced = <Order extends { readonly paymentReference: string }>(orders: readonly Order[]) =>
    orders.map((order) => ({ ...order, paymentReference: `${order.paymentReference} ` }))
  const blank = (connection: AccountingConnection): AccountingConnection => ({
    ...connection,
    findSalesOrders: async (...ask) => spaced(await connection.findSalesOrders(...ask)),
    findSalesOrdersOfCustomer: async (...ask) => spaced(await connection.findSalesOrdersOfCustomer(...ask)),
  })
  expect(await scene.import({ administration: blank })).toMatchObject({ written: { done: 1, unknown: 0 } })
  expect(scene.made(1)).toHaveLength(1)
})
