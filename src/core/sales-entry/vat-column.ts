// The column of the matrix that an amount belongs to, from the shop's rate and the way the order is taxed.
import { type Decimal, equals, isZero } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { foreignRateOf, vatKindOf } from '../vat.ts'
import type { EntryContext } from './known.ts'
import { ossCodes, type VatColumn } from './matrix.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'

type ColumnOutcome = Outcome<VatColumn, EntryProblemCode>

/** Problems: 'entry.smallBusiness', 'entry.reverseMixed', 'entry.ossRate', 'entry.rateUnknown'. */
export function decideColumn(vatPercent: Decimal, context: EntryContext): ColumnOutcome {
  return isZero(vatPercent) ? untaxedColumn(context) : taxedColumn(vatPercent, context)
}

function untaxedColumn({ choices, customer, treatment }: EntryContext): ColumnOutcome {
  if (treatment.way === 'smallBusiness') return ok('exempt')
  if (treatment.way === 'reversed') return ok('reversed')
  // The order has taxed amounts too, or it would have been reversed as a whole; SnelStart takes no mixture (BOE-0062).
  if (treatment.region === 'eu' && customer.hasVatNumber) return stopEntry('entry.reverseMixed')
  return ok(treatment.region === 'world' ? 'zero' : choices.untaxed)
}

function taxedColumn(vatPercent: Decimal, context: EntryContext): ColumnOutcome {
  const { order, known, treatment } = context
  if (treatment.way === 'smallBusiness') return stopEntry('entry.smallBusiness', { vatPercent })
  if (treatment.way === 'oneStopShop') return foreignColumn(vatPercent, context)
  const kind = vatKindOf(vatPercent, order.orderDate, known.lists.vatRates)
  if (kind !== null && kind !== 'none') return ok(kind)
  return stopEntry('entry.rateUnknown', { vatPercent, date: order.orderDate })
}

/** A country can have one percentage under two codes (a reduced and a parking rate): the first in the list is the usual one. */
function foreignColumn(vatPercent: Decimal, { order, known, customer }: EntryContext): ColumnOutcome {
  const { country } = customer
  const situation = { country, date: order.orderDate, foreignRates: known.lists.foreignVatRates }
  const rates = ossCodes.flatMap((code) => {
    const rate = foreignRateOf(code, situation)
    return rate === null ? [] : [{ code, rate }]
  })
  const found = rates.find(({ rate }) => equals(rate, vatPercent))
  if (found !== undefined) return ok(found.code)
  const right = [...new Set(rates.map(({ rate }) => `${rate}%`))].join(', ')
  return stopEntry('entry.ossRate', { vatPercent, country: country ?? '?', rates: right === '' ? '–' : right })
}
