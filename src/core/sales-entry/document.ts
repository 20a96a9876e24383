// The entry as SnelStart takes it: lines excl. VAT, VAT per kind beside them; reversed VAT as a row of 0; foreign VAT of the
// one-stop shop as lines of its own, without rows (reference/snelstart.md A7, A10).
import type { EntryVatKind, SalesEntryDocument, SalesEntryLine, VatKind } from '../administration.ts'
import { isZero, sum, zero } from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { vatKindOf } from '../vat.ts'
import type { EntryContext } from './known.ts'
import { kindWords, vatWords } from './matrix.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'
import type { EntryGroup, SettledEntry } from './settle.ts'

export type EntryBody = Pick<SalesEntryDocument, 'lines' | 'vat'>

/** Problem: 'entry.ossLedger'. */
export function toBody(settled: SettledEntry, context: EntryContext): Outcome<EntryBody, EntryProblemCode> {
  const lines = settled.groups.map(toLine)
  if (context.treatment.way === 'oneStopShop') return withForeignVat(lines, settled, context)
  const reversed = settled.groups.some(({ vat }) => vat === 'reversed')
  return ok({ lines, vat: reversed ? [{ kind: 'reversed', amount: zero }] : vatRows(settled, context) })
}

const freeWords = {
  giftCard: 'Cadeaubon of tegoed',
  rounding: 'Afronding',
  difference: 'Verschil ordertotaal',
} as const

/** SnelStart is in Dutch, and so are the lines of its entries. */
function wordsOf({ kind, vat, vatPercent }: EntryGroup): string {
  if (kind === 'giftCard' || kind === 'rounding' || kind === 'difference') return freeWords[kind]
  const percent = isZero(vatPercent) ? '' : ` ${vatPercent.replace('.', ',')}%`
  return `${kindWords[kind].nl}, ${vat === null ? '' : vatWords[vat].nl}${percent}`
}

const toLine = (group: EntryGroup): SalesEntryLine => ({
  ledgerId: group.ledger.id,
  description: wordsOf(group),
  amountExcl: group.amountExcl,
  vatKind: group.vatKind,
  origin: { kind: group.kind, ref: `${group.vat ?? 'none'} ${group.vatPercent}` },
})

/** A row per kind that has lines, also where its VAT came to 0. */
function vatRows({ groups, rates }: SettledEntry, { order, known }: EntryContext): SalesEntryDocument['vat'] {
  const kinds = ['high', 'low', 'other'] as const satisfies readonly (EntryVatKind & VatKind)[]
  return kinds
    .filter((kind) => groups.some(({ vatKind }) => vatKind === kind))
    .map((kind) => {
      const own = rates.filter(
        ({ vatPercent }) => vatKindOf(vatPercent, order.orderDate, known.lists.vatRates) === kind,
      )
      return { kind, amount: sum(own.map(({ vatAmount }) => vatAmount)) }
    })
}

function withForeignVat(
  lines: readonly SalesEntryLine[],
  { rates }: SettledEntry,
  { known, customer }: EntryContext,
): Outcome<EntryBody, EntryProblemCode> {
  const taxed = rates.filter(({ vatAmount }) => !isZero(vatAmount))
  const ledgerId = known.lists.company.foreignVatLedgerId ?? null
  if (taxed.length === 0) return ok({ lines, vat: [] })
  if (ledgerId === null) return stopEntry('entry.ossLedger', { country: customer.country ?? '' })
  const vatLines = taxed.map(
    ({ vatPercent, vatAmount }): SalesEntryLine => ({
      ledgerId,
      description: `Btw ${customer.country ?? ''} ${vatPercent.replace('.', ',')}%`,
      amountExcl: vatAmount,
      vatKind: 'none',
      origin: { kind: 'foreignVat', ref: vatPercent },
    }),
  )
  return ok({ lines: [...lines, ...vatLines], vat: [] })
}
