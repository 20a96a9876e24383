// Rows of a sales order → what we keep of it. Pure.
import type { AdministrationLists, SalesOrderSummary, VatKind } from '../../core/administration.ts'
import type { CalendarDate, CountryCode, RemoteId } from '../../core/ids.ts'
import { type Decimal, decimal, isZero, multiply, subtract, zero } from '../../core/money.ts'
import type { PriceEntry } from '../../core/sales-order/computed-vat.ts'
import { dayOf, decimalOf, idOf, integerOf, textOf } from './cells.ts'
import { type Amount, type OrderTotals, totalsOf } from './order-totals.ts'
import type { RowOf } from './reader.ts'
import { type ColumnOf, toRemoteId } from './tables.ts'

export const orderColumns = [
  'fldVerkoopOrderID',
  'fldOrdernummer',
  'fldRelatieID',
  'fldDatum',
  'fldOrderSjabloonVerkoopID',
  'fldBetalingskenmerk',
  'fldKostenBedragA',
  'fldKostenBedragB',
  'fldFactuurkorting',
] as const satisfies readonly ColumnOf<'orders'>[]
export const amountColumns = [
  'fldVerkoopOrderID',
  'fldBedragNaKortingen',
  'fldArtikelOmzetgroepID',
] as const satisfies readonly ColumnOf<'orderLines'>[]

type OrderRow = RowOf<(typeof orderColumns)[number]>
type AmountRow = RowOf<(typeof amountColumns)[number]>

/** One of the two amounts in the footer of an order. */
export type CostType = {
  readonly templateId: RemoteId | null
  readonly number: number
  readonly name: string
  readonly defaultAmount: Decimal
  readonly vatKind: VatKind
}

export type OrderLists = Pick<AdministrationLists, 'company' | 'templates' | 'revenueGroups' | 'vatRates'>
export type OrderFacts = OrderLists & {
  readonly costTypes: readonly CostType[]
  /** Of amounts on templates with prices incl. VAT; on the others they are excl. */
  readonly amountsWay: PriceEntry
}

/** Of whom the order is, as far as VAT goes. */
export type Buyer = { readonly country: CountryCode | null; readonly hasVatNumber: boolean }

/** With its total excl. VAT as well. */
export type FoundOrder = SalesOrderSummary & OrderTotals

export function fromOrder(row: OrderRow, lines: readonly AmountRow[], buyer: Buyer, facts: OrderFacts): FoundOrder {
  const templateId = idOf(row, 'fldOrderSjabloonVerkoopID')
  const date = dayOf(row, 'fldDatum') ?? ('' as CalendarDate)
  const template = facts.templates.find(({ id }) => id === templateId)
  const totals = totalsOf(
    [...lines.map((line) => lineAmount(line, leftAfterDiscount(row), facts)), ...costAmounts(row, templateId, facts)],
    template?.pricesExclVat === false ? facts.amountsWay : 'excl',
    {
      country: buyer.country,
      customerHasVatNumber: buyer.hasVatNumber,
      date,
      company: facts.company,
      rates: facts.vatRates,
      foreignRates: [],
      foreignReducedRate: 'higher',
    },
  )
  return {
    id: toRemoteId(integerOf(row, 'fldVerkoopOrderID') ?? 0),
    number: textOf(row, 'fldOrdernummer'),
    customerId: idOf(row, 'fldRelatieID') ?? ('' as RemoteId),
    paymentReference: textOf(row, 'fldBetalingskenmerk'),
    date,
    templateId,
    modifiedAt: null,
    totalComputed: true,
    ...totals,
  }
}

/** Of a line, as a part of 1. SnelStart takes the percentage from the customer's card. */
const leftAfterDiscount = (row: OrderRow): Decimal =>
  subtract(decimal(1), multiply(decimalOf(row, 'fldFactuurkorting') ?? zero, decimal('0.01')))

function lineAmount(line: AmountRow, left: Decimal, { revenueGroups }: OrderFacts): Amount {
  const group = idOf(line, 'fldArtikelOmzetgroepID')
  const vatKind = revenueGroups.find(({ id }) => id === group)?.vatKind ?? 'none'
  return { amount: multiply(decimalOf(line, 'fldBedragNaKortingen') ?? zero, left), vatKind }
}

/** Outside the discount on the order. A cost type that the template does not describe has the high rate, as such costs nearly always have. */
function costAmounts(row: OrderRow, templateId: RemoteId | null, { costTypes }: OrderFacts): readonly Amount[] {
  return (['fldKostenBedragA', 'fldKostenBedragB'] as const).flatMap((column, at) => {
    const amount = decimalOf(row, column) ?? zero
    const type = costTypes.find((one) => one.templateId === templateId && one.number === at + 1)
    return isZero(amount) ? [] : [{ amount, vatKind: type?.vatKind ?? 'high' }]
  })
}
