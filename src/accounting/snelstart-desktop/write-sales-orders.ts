// Writes a sales order through the Gateway as one call of the helper. What came of it is read back from the database by its marker:
// SnelStart gives a number of which nobody has written down whether it is the order's number or its key.
import type { Customer, PostalAddress, WrittenOrder } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import { isZero } from '../../core/money.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import { flagOf, keyOfId, textOf } from './cells.ts'
import type { CountryList } from './countries.ts'
import type { FoundOrder } from './from-order.ts'
import type { Helper } from './gateway/gateway.ts'
import { pickMadeOrder, pickNumberedOrder } from './made-order.ts'
import { readCostTypes } from './order-facts.ts'
import type { Reader } from './reader.ts'
import { toAddress } from './to-customer.ts'
import { toOrder } from './to-sales-order.ts'
import { stillThere } from './write-customers.ts'
import { beforeWriting, callGateway, readBack } from './write-safely.ts'

type SalesOrderWriting = Required<Pick<AccountingConnection, 'createSalesOrder' | 'completeSalesOrder'>>

export type SalesOrderDeps = {
  readonly helper: Helper
  readonly reader: Reader
  readonly countries: CountryList
  /** Of one that is perhaps gone. */
  readonly templateName: (id: RemoteId) => string
  readonly customerById: (id: RemoteId, signal: AbortSignal) => Promise<Customer | null>
  readonly find: (reference: string, signal: AbortSignal) => Promise<readonly FoundOrder[]>
  readonly byId: (id: RemoteId, signal: AbortSignal) => Promise<FoundOrder | null>
  /** By number or key. */
  readonly numbered: (number: number, signal: AbortSignal) => Promise<readonly FoundOrder[]>
  readonly sleep: AccountingEnvironment['sleep']
}

export function salesOrderWriting(deps: SalesOrderDeps): SalesOrderWriting {
  const { helper, reader, countries, customerById, find, byId, numbered, sleep } = deps
  return {
    createSalesOrder: async (customerId, document, _articleIds, signal) => {
      const question = await beforeWriting(async () => {
        const customer = await stillThere(customerById, customerId, signal)
        await checkTemplate(deps, document.templateId, signal)
        return toOrder(document, {
          customerCode: Number(customer.code),
          customerName: customer.name,
          countryIds: (await countries.get(signal)).keyOf,
          templateHasCosts: await hasCosts(reader, document.templateId, signal),
        })
      }, signal)
      const { number } = await callGateway(helper, 'order.create', question, signal)
      return readBack(async (reading) => {
        const orders = await find(document.paymentReference, reading)
        const made =
          pickMadeOrder(number, customerId, document, orders) ??
          // SnelStart said that it is there: never made anew because it keeps the reference in another form.
          (number > 0 ? pickNumberedOrder(customerId, document, await numbered(number, reading)) : null)
        return made === null ? null : toWritten(made)
      }, sleep)
    },

    completeSalesOrder: async (id, { deliveryAddress }, signal) => {
      if (await beforeWriting(() => isDeliveredTo(reader, id, deliveryAddress, signal), signal)) return
      const question = await beforeWriting(async () => {
        const order = await byId(id, signal)
        const customer = order === null ? null : await customerById(order.customerId, signal)
        const countryIds = (await countries.get(signal)).keyOf
        return { id: Number(id), deliveryAddress: toAddress(deliveryAddress, customer?.name ?? '', countryIds) }
      }, signal)
      await callGateway(helper, 'order.deliverTo', question, signal)
    },
  }
}

/** Setting it again would do no harm, but an order that was printed meanwhile can be refused it. */
async function isDeliveredTo(
  reader: Reader,
  id: RemoteId,
  { street, postcode, city }: PostalAddress,
  signal: AbortSignal,
): Promise<boolean> {
  const columns = ['fldVerzendAdres', 'fldVerzendPostcode', 'fldVerzendPlaats'] as const
  const where = [{ column: 'fldVerkoopOrderID', is: 'equal' as const, value: keyOfId(id) }]
  const [row] = await reader.all('orders', columns, signal, where)
  if (row === undefined) return false
  return [street, postcode, city].every((part, index) => textOf(row, columns[index]!).trim() === part.trim())
}

/** It may have been removed after the order was decided on. Throws Refused 'desktop.templateGone'. */
async function checkTemplate(
  { reader, templateName }: SalesOrderDeps,
  templateId: RemoteId,
  signal: AbortSignal,
): Promise<void> {
  const value = keyOfId(templateId)
  const where = [{ column: 'fldOrderSjabloonVerkoopID', is: 'equal' as const, value }]
  const [row] = await reader.all('templates', ['fldOmschrijving', 'fldNonactief'], signal, where)
  if (row !== undefined && !flagOf(row, 'fldNonactief')) return
  throw new Refused('desktop.templateGone', 'the template is gone', [], { template: templateName(templateId) })
}

/** Does the template fill in a cost amount of its own? */
async function hasCosts(reader: Reader, templateId: RemoteId, signal: AbortSignal): Promise<boolean> {
  const costTypes = await readCostTypes(reader, signal)
  return costTypes.some((costType) => costType.templateId === templateId && !isZero(costType.defaultAmount))
}

/** `at` is null: SnelStart's times have no zone. */
const toWritten = ({ id, number, totalIncl, totalExcl }: FoundOrder): WrittenOrder => ({
  ...{ id, number, totalIncl, totalExcl },
  at: null,
})
