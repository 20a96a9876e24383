// A sales entry as a person reads it: what is booked on which ledger account, the VAT, and the total beside the shop's.
import type { EntryVatKind, LedgerAccount, SalesEntryDocument, VatKind } from '../administration.ts'
import type { RemoteId } from '../ids.ts'
import { type Decimal, equals, toCents } from '../money.ts'
import type { ShopOrder } from '../order.ts'

export type EntryLineView = {
  /** Number and name of the ledger account; '' where it is not known any more. */
  readonly account: string
  readonly accountName: string
  readonly description: string
  readonly amountExcl: Decimal
  readonly vatKind: VatKind
}

export type EntryView = {
  readonly invoiceNumber: string
  readonly date: string
  readonly description: string
  readonly documentNumber: string
  readonly lines: readonly EntryLineView[]
  readonly vat: readonly { readonly kind: EntryVatKind; readonly amount: Decimal }[]
  readonly totalIncl: Decimal
  readonly differs: boolean
}

export type AccountsById = ReadonlyMap<RemoteId, Pick<LedgerAccount, 'number' | 'name'>>

/** `order` null: the shop's order could not be understood, so nothing differs. */
export function viewEntry(document: SalesEntryDocument, order: ShopOrder | null, accounts: AccountsById): EntryView {
  const { invoiceNumber, date, description, documentNumber, totalIncl, vat } = document
  return {
    ...{ invoiceNumber, date, description, documentNumber, totalIncl, vat },
    lines: document.lines.map((line) => ({
      account: accounts.get(line.ledgerId)?.number ?? '',
      accountName: accounts.get(line.ledgerId)?.name ?? '',
      description: line.description,
      amountExcl: line.amountExcl,
      vatKind: line.vatKind,
    })),
    differs: order !== null && !equals(toCents(order.totalIncl), toCents(totalIncl)),
  }
}
