// Our sales entry → a whole journal entry: the debtor, the revenue and the VAT, each on its account, in balance to the cent. Pure.
import type { EntryVatKind, LedgerAccount, SalesEntryDocument, VatKind } from '../../core/administration.ts'
import { Bug, Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import { absolute, compare, type Decimal, isNegative, isZero, negate, sum, toFixed, zero } from '../../core/money.ts'
import type { HelperEntry, HelperEntryLine } from './gateway/protocol.ts'

/** BtwID of the Gateway (reference B4). */
const vatIds: Readonly<Record<VatKind, HelperEntryLine['vatId']>> = { none: 0, low: 1, high: 2, other: 3 }

/** The functions of the accounts that VAT is owed on; both spellings are SnelStart's (reference A7). */
const vatFunctions: Readonly<Record<EntryVatKind, string>> = {
  low: 'BtwAfteDragenLaag',
  high: 'BtwAfTeDragenHoog',
  other: 'BtwAfTeDragenOverig',
  reversed: 'BtwAfTeDragenVerlegdVerkopen',
}

type Around = {
  readonly customerCode: number
  readonly accounts: readonly LedgerAccount[]
  readonly journal: LedgerAccount
  /** Of one that is perhaps gone. */
  readonly accountName: (ledgerId: RemoteId) => string
}

/** Throws Refused 'desktop.ledgerGone', 'desktop.vatAccountMissing', and Bug where the document does not add up. */
export function toEntry(document: SalesEntryDocument, around: Around): HelperEntry {
  const { customerCode, accounts, journal } = around
  const { description, invoiceNumber } = document
  const plain = { customerCode: null, invoiceNumber: '', costCentre: null }
  const lines: readonly HelperEntryLine[] = [
    {
      ...{ account: Number(journal.number), description, ...debit(document.totalIncl) },
      ...{ vatId: 0, customerCode, invoiceNumber, costCentre: null },
    },
    ...document.lines.map((line) => ({
      ...plain,
      account: numberOf(line.ledgerId, around),
      description: line.description,
      ...debit(negate(line.amountExcl)),
      vatId: vatIds[line.vatKind],
    })),
    ...document.vat
      .filter(({ amount }) => !isZero(amount))
      .map(({ kind, amount }) => ({
        ...plain,
        account: vatAccount(kind, accounts),
        description,
        ...debit(negate(amount)),
        vatId: 0 as const,
      })),
  ]
  checkBalance(lines, document)
  return {
    date: document.date,
    journal: Number(journal.number),
    documentNumber: document.documentNumber,
    description,
    paymentTermDays: document.paymentTermDays,
    marking: document.markUnread ? 1 : 0,
    lines,
  }
}

/** A negative amount stands on the other side. */
const debit = (amount: Decimal) => ({
  debit: toFixed(isNegative(amount) ? zero : amount, 2),
  credit: toFixed(isNegative(amount) ? absolute(amount) : zero, 2),
})

function numberOf(ledgerId: RemoteId, { accounts, accountName }: Around): number {
  const account = accounts.find(({ id }) => id === ledgerId)
  if (account !== undefined && !account.inactive) return Number(account.number)
  throw new Refused('desktop.ledgerGone', 'the ledger account is gone', [], { account: accountName(ledgerId) })
}

function vatAccount(kind: EntryVatKind, accounts: readonly LedgerAccount[]): number {
  const wanted = vatFunctions[kind].toLowerCase()
  const found = byNumber(accounts).find(
    ({ ledgerFunction, inactive }) => !inactive && ledgerFunction.toLowerCase() === wanted,
  )
  if (found !== undefined) return Number(found.number)
  throw new Refused('desktop.vatAccountMissing', 'no VAT account', [], { function: vatFunctions[kind] })
}

const byNumber = (accounts: readonly LedgerAccount[]): readonly LedgerAccount[] =>
  accounts.toSorted((a, b) => Number(a.number) - Number(b.number))

const checkBalance = (lines: readonly HelperEntryLine[], { invoiceNumber }: SalesEntryDocument): void => {
  const [debits, credits] = [
    sum(lines.map((line) => line.debit as Decimal)),
    sum(lines.map((line) => line.credit as Decimal)),
  ]
  if (compare(debits, credits) !== 0)
    throw new Bug('an entry that is out of balance', { invoiceNumber, debits, credits })
}
