// What a person does and counts in an administration of the desktop, for the contract suites.
import type { AccountingBench } from '../../src/accounting/contract-bench.ts'
import type { GatewaySide } from './desktop-bench.ts'

export const ordersWith = ({ rows }: GatewaySide, paymentReference: string): number =>
  rows('tblVerkoopOrder').filter((row) => row['fldBetalingskenmerk'] === paymentReference).length

export function printPackingSlip({ rows, change }: GatewaySide, orderNumber: string): void {
  const order = rows('tblVerkoopOrder').find((row) => String(row['fldOrdernummer']) === orderNumber)
  if (order === undefined) throw new Error(`no order ${orderNumber}`)
  change('tblVerkoopOrder', { ...order, fldPakbonAfgedrukt: true })
}

/** Since it was asked last: questions to the database, and calls of the Gateway without its opening. */
export function countCalls({ gatewayCalls }: GatewaySide, questions: () => number): AccountingBench['callsMade'] {
  const counted = { read: 0, write: 0 }
  return (kind) => {
    const now = { read: questions(), write: gatewayCalls().filter((call) => call !== 'gateway.open').length }
    const made = now[kind] - counted[kind]
    Object.assign(counted, now)
    return made
  }
}
