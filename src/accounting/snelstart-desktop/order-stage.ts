// How far a sales order is, from its flags. Pure.
import type { StockCountLevel } from '../../core/administration.ts'
import { flagOf, integerOf, keyOf } from './cells.ts'
import type { RowOf } from './reader.ts'
import type { ColumnOf } from './tables.ts'

export const stageColumns = [
  'fldVerkoopFactuurID',
  'fldContantbonID',
  'fldOfferteAfgedrukt',
  'fldBackorderVolgnummer',
  'fldBevestigingAfgedrukt',
  'fldWerkbonAfgedrukt',
  'fldPakbonAfgedrukt',
  'fldAfhaalbonAfgedrukt',
] as const satisfies readonly ColumnOf<'orders'>[]

type Stage = {
  /** Invoiced, or with a cash note. */
  readonly dealtWith: boolean
  /** No document was printed; a back order is none. */
  readonly withoutPrint: boolean
  /** The furthest document, 'all': none. An order whose only document is a quotation is a quotation. */
  readonly reached: StockCountLevel
}

export function stageOf(row: RowOf<(typeof stageColumns)[number]>): Stage {
  const dealtWith = keyOf(row, 'fldVerkoopFactuurID') !== null || keyOf(row, 'fldContantbonID') !== null
  const isBackOrder = (integerOf(row, 'fldBackorderVolgnummer') ?? 0) > 0
  const printed: readonly (readonly [StockCountLevel, boolean])[] = [
    ['packingSlip', flagOf(row, 'fldPakbonAfgedrukt') || flagOf(row, 'fldAfhaalbonAfgedrukt')],
    ['workOrder', flagOf(row, 'fldWerkbonAfgedrukt')],
    ['confirmation', flagOf(row, 'fldBevestigingAfgedrukt')],
    ['backOrder', isBackOrder],
    ['quotation', flagOf(row, 'fldOfferteAfgedrukt')],
  ]
  const reached = dealtWith ? 'invoice' : (printed.find(([, was]) => was)?.[0] ?? 'all')
  const withoutPrint = !dealtWith && printed.every(([level, was]) => level === 'backOrder' || !was)
  return { dealtWith, withoutPrint, reached }
}

const levels: readonly StockCountLevel[] = [
  'all',
  'quotation',
  'backOrder',
  'confirmation',
  'workOrder',
  'packingSlip',
  'invoice',
]

export const reaches = (reached: StockCountLevel, level: StockCountLevel): boolean =>
  levels.indexOf(reached) >= levels.indexOf(level)
