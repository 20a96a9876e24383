// Sums of amounts excl. and their VAT, in cents.
import { add, type Decimal, subtract, zero } from '../money.ts'
import type { Region } from '../vat.ts'

export type Amounts = { readonly baseExcl: Decimal; readonly vatAmount: Decimal }

/** Revenue of one rate in one region. */
export type VatRow = Amounts & { readonly vatPercent: Decimal; readonly region: Region }

export const noAmounts: Amounts = { baseExcl: zero, vatAmount: zero }

export const addAmounts = (a: Amounts, b: Amounts): Amounts => ({
  baseExcl: add(a.baseExcl, b.baseExcl),
  vatAmount: add(a.vatAmount, b.vatAmount),
})

export const subtractAmounts = (a: Amounts, b: Amounts): Amounts => ({
  baseExcl: subtract(a.baseExcl, b.baseExcl),
  vatAmount: subtract(a.vatAmount, b.vatAmount),
})

/** Incl. VAT. */
export const inclOfAmounts = ({ baseExcl, vatAmount }: Amounts): Decimal => add(baseExcl, vatAmount)
