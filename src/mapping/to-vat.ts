// The VAT that the file itself tells, per rate.
import { type Decimal, divide, isZero, multiply } from '../core/money.ts'
import type { VatAmount } from '../core/order.ts'
import type { Look } from './look.ts'
import type { Path } from './paths.ts'
import type { RecordNode } from './record.ts'
import { Unplaced } from './unplaced.ts'
import { parseAmount } from './values.ts'

export function toVat(record: RecordNode, look: Look): readonly VatAmount[] {
  return look.mapping.vat.flatMap((rule) =>
    look.nodes(record, rule.select).flatMap((row) => {
      const vatPercent = amountAt(look, row, rule.percent, 'vat.percent')
      const vatAmount = amountAt(look, row, rule.amount, 'vat.amount')
      if (vatPercent === null || vatAmount === null) return []
      const told = rule.base === undefined ? null : amountAt(look, row, rule.base, 'vat.base')
      const baseExcl = told ?? baseOf(vatAmount, vatPercent)
      if (isZero(vatAmount) && (baseExcl === null || isZero(baseExcl))) return []
      const title = rule.title === undefined ? '' : look.at(row, rule.title)
      return [{ vatPercent, baseExcl: baseExcl ?? ('0' as Decimal), vatAmount, title }]
    }),
  )
}

/** null: a rate of 0 % does not tell over how much. */
export const baseOf = (vatAmount: Decimal, vatPercent: Decimal): Decimal | null =>
  isZero(vatPercent) ? null : divide(multiply(vatAmount, '100' as Decimal), vatPercent)

/** null: not filled in. */
export function amountAt(look: Look, from: RecordNode, path: Path, what: string): Decimal | null {
  const text = look.at(from, path)
  if (text === '') return null
  const amount = parseAmount(text, look.mapping.decimals)
  if (amount === null) throw new Unplaced('mapping.notAnAmount', { what, value: text.slice(0, 60) })
  return amount
}
