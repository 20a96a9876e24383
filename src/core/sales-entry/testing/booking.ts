// An entry as a bookkeeper writes it down: a line per account, the VAT, the sum.
import type { LedgerAccount, SalesEntryDocument } from '../../administration.ts'
import { toFixed } from '../../money.ts'
import { ledgerAccounts } from './administration.ts'

const kinds = { none: 'geen', high: 'hoog', low: 'laag', other: 'overig', reversed: 'verlegd' } as const

/** '8000 Omzet hoog 100.00 (hoog): Omzet, btw hoog 21%' per line, 'btw hoog 21.00' per row, 'totaal 121.00'. */
export function bookingOf(document: SalesEntryDocument, ledgers: readonly LedgerAccount[] = ledgerAccounts): string[] {
  const lines = document.lines.map((line) => {
    const ledger = ledgers.find(({ id }) => id === line.ledgerId)
    const amount = toFixed(line.amountExcl, 2)
    return `${ledger?.number} ${ledger?.name} ${amount} (${kinds[line.vatKind]}): ${line.description}`
  })
  const vat = document.vat.map(({ kind, amount }) => `btw ${kinds[kind]} ${toFixed(amount, 2)}`)
  return [...lines, ...vat, `totaal ${toFixed(document.totalIncl, 2)}`]
}
