// What deciding a sales entry works on: everything known beforehand, gathered once, and what is said along the way.
import type { LedgerAccount, VatKind } from '../administration.ts'
import type { BookkeepingChoices } from '../choices.ts'
import type { Step } from '../explanation.ts'
import type { ShopOrderId } from '../ids.ts'
import type { Decimal } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import type { Problem } from '../problem.ts'
import type { CustomerChoice, Known } from '../sales-order/known.ts'
import type { Region } from '../vat.ts'
import type { RevenueKind, VatColumn } from './matrix.ts'

export type EntryKnown = Pick<Known, 'lists' | 'capabilities' | 'customers'> & {
  /** Invoice number under which an earlier order was booked, for its credit order; null or absent: not known. */
  readonly invoiceNumberOf?: (order: ShopOrderId) => string | null
}

/** How the order is taxed as a whole. */
export type Treatment = {
  readonly region: Region
  readonly way: 'dutch' | 'reversed' | 'oneStopShop' | 'smallBusiness'
}

export type EntryTrail = { readonly steps: Step[]; readonly warnings: Problem[] }

/** All that the steps after the customer need. `trail` is the one thing that grows. */
export type EntryContext = {
  readonly order: ShopOrder
  readonly choices: BookkeepingChoices
  readonly known: EntryKnown
  readonly customer: CustomerChoice
  readonly treatment: Treatment
  readonly trail: EntryTrail
}

/** Notes how a choice was made. */
export function explain({ steps }: EntryTrail, key: string, nl: string, en: string): void {
  steps.push({ key, spec: 'FIN-2', text: { nl, en }, decided: true })
}

/** An amount of the shop with the account that it goes to, before cents are settled. Amounts are the shop's, unrounded. */
export type EntryDraft = {
  readonly kind: RevenueKind | 'giftCard' | 'rounding' | 'difference'
  /** null: not on the matrix. */
  readonly vat: VatColumn | null
  readonly ledger: LedgerAccount
  readonly vatKind: VatKind
  readonly vatPercent: Decimal
  readonly amountExcl: Decimal
  readonly amountIncl: Decimal
}
