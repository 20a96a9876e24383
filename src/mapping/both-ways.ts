// An amount as the file gives it, incl. or excl. VAT, as both.
import { add, type Decimal, subtract, vatOfExcl, vatOfIncl } from '../core/money.ts'

export type BothWays = { readonly excl: Decimal; readonly incl: Decimal }

/** `vatPercent` null: nobody tells, so no VAT is presumed. */
export function bothWays(amount: Decimal, given: 'incl' | 'excl', vatPercent: Decimal | null): BothWays {
  if (vatPercent === null) return { excl: amount, incl: amount }
  return given === 'incl'
    ? { incl: amount, excl: subtract(amount, vatOfIncl(amount, vatPercent)) }
    : { excl: amount, incl: add(amount, vatOfExcl(amount, vatPercent)) }
}
