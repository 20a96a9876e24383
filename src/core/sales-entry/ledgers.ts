// The ledger account of a cell, or of a setting. Only looked for when an order needs it; an empty or wrong one is a problem
// that names the cell in the words of the page.
import type { LedgerAccount } from '../administration.ts'
import { type Outcome, ok } from '../problem.ts'
import type { Text } from '../text.ts'
import { findFilled } from './fallback.ts'
import { type EntryContext, explain } from './known.ts'
import { type Cell, cellWords, isOss, keyOf, type OssCode } from './matrix.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'
import { cellRefusal, freeAccountRefusal } from './refusals.ts'

type LedgerOutcome = Outcome<LedgerAccount, EntryProblemCode>

/** By number or id; null: no such account. */
function findLedger(ledger: string, accounts: readonly LedgerAccount[]): LedgerAccount | null {
  const wanted = ledger.trim()
  return accounts.find(({ number }) => number === wanted) ?? accounts.find(({ id }) => id === wanted) ?? null
}

/** Problems: 'entry.cellEmpty', 'entry.ledgerUnknown', 'entry.ledgerRefused'. */
export function ledgerOfCell(cell: Cell, context: EntryContext): LedgerOutcome {
  const words = cellWords(cell)
  const filled = findFilled(cell, context.choices.ledgerMatrix)
  if (filled === null) {
    const only = isOss(cell.vat) ? onlyAccountOf(cell.vat, context) : null
    if (only !== null) return ok(only)
    return stopEntry('entry.cellEmpty', { cell: keyOf(cell), cellNl: words.nl, cellEn: words.en })
  }
  const place = cellWords(filled.cell)
  if (keyOf(filled.cell) !== keyOf(cell)) {
    const nl = `‘${words.nl}’ is niet ingevuld; de rekening van ‘${place.nl}’ is genomen, dat is voor de btw-aangifte gelijk`
    const en = `‘${words.en}’ is not filled in; the account of ‘${place.en}’ was taken, which is the same for the VAT return`
    explain(context.trail, 'entry.fallback', nl, en)
  }
  return checked(filled.ledger, place, 'ledgerMatrix', (account) => cellRefusal(filled.cell, account), context)
}

/** The setting of an account outside the matrix. Problems: 'entry.ledgerMissing', and as above. */
export function ledgerOfSetting(setting: keyof typeof settingWords, context: EntryContext): LedgerOutcome {
  const place = settingWords[setting]
  const ledger = context.choices[setting]
  if (ledger.trim() === '') {
    return stopEntry('entry.ledgerMissing', { setting, placeNl: place.nl, placeEn: place.en })
  }
  return checked(ledger, place, setting, freeAccountRefusal, context)
}

/** Labels as in src/settings/bookkeeping.ts. */
const settingWords = {
  giftCardLedger: { nl: 'Rekening cadeaubonnen en tegoed', en: 'Account for gift cards and store credit' },
  differenceLedger: { nl: 'Rekening verschil ordertotaal', en: 'Account for order total differences' },
} as const satisfies Readonly<Record<string, Text>>

function checked(
  ledger: string,
  place: Text,
  setting: string,
  refusalOf: (account: LedgerAccount) => Text | null,
  { known }: EntryContext,
): LedgerOutcome {
  const data = { setting, ledger: ledger.trim(), placeNl: place.nl, placeEn: place.en }
  const account = findLedger(ledger, known.lists.ledgerAccounts)
  if (account === null) return stopEntry('entry.ledgerUnknown', data)
  const reason = refusalOf(account)
  if (reason === null) return ok(account)
  const name = `${account.number} ${account.name}`
  return stopEntry('entry.ledgerRefused', { ...data, ledger: name, reasonNl: reason.nl, reasonEn: reason.en })
}

/** Read from SnelStart where there is no choice: one account for this rate code, and nothing filled in. */
function onlyAccountOf(code: OssCode, { known }: EntryContext): LedgerAccount | null {
  const cell = { kind: 'turnover', vat: code, region: 'eu' } as const
  const fitting = known.lists.ledgerAccounts.filter((account) => cellRefusal(cell, account) === null)
  return fitting.length === 1 ? fitting[0]! : null
}
