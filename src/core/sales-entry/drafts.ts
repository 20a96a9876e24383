// Lines and charges of the shop, each with its ledger account. A gift card that was used is a payment and one that was sold a
// debt: both go, without VAT, to the account for gift cards, and neither is revenue.
import { absolute, add, compare, type Decimal, decimal, isZero, subtract, zero } from '../money.ts'
import type { Charge, OrderLine } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import type { EntryContext, EntryDraft } from './known.ts'
import { ledgerOfCell, ledgerOfSetting } from './ledgers.ts'
import { kindOfCharge, lineKindOf, type RevenueKind } from './matrix.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'
import { decideColumn } from './vat-column.ts'

type DraftsOutcome = Outcome<readonly EntryDraft[], EntryProblemCode>

/** What the shop says of one amount. */
type Told = {
  readonly what: string
  readonly amountExcl: Decimal
  readonly amountIncl: Decimal
  readonly vatPercent: Decimal | null
}

const cent = '0.01' as Decimal

/** Amounts of 0 are left out: SnelStart takes no line of 0 (BOE-0028). Problems: those of cells, rates and accounts. */
export function decideDrafts(context: EntryContext): DraftsOutcome {
  const drafts: EntryDraft[] = []
  const amounts = [
    ...context.order.lines.map((line) => () => lineDraft(line, context)),
    ...context.order.charges.flatMap((charge) =>
      toldParts(charge).map((told) => () => chargeDraft(charge.kind, told, context)),
    ),
  ]
  for (const decide of amounts) {
    const draft = decide()
    if (!draft.ok) return draft
    if (draft.value !== null) drafts.push(draft.value)
  }
  return ok(drafts)
}

type DraftOutcome = Outcome<EntryDraft | null, EntryProblemCode>

function lineDraft(line: OrderLine, context: EntryContext): DraftOutcome {
  const { totalExcl: amountExcl, totalIncl: amountIncl, vatPercent } = line
  const told: Told = { what: line.description, amountExcl, amountIncl, vatPercent }
  // A gift card sold with VAT (one use, one rate) is taxed at its sale and so is turnover.
  const debt = line.kind === 'giftCardSold' && isZero(subtract(amountIncl, amountExcl))
  return debt ? freeDraft('giftCard', told, context) : revenueDraft('turnover', told, context)
}

const toldParts = (charge: Charge): readonly Told[] =>
  charge.parts.map(({ amountExcl, vatAmount, vatPercent }) => ({
    what: charge.title,
    amountExcl,
    amountIncl: add(amountExcl, vatAmount),
    vatPercent,
  }))

function chargeDraft(kind: Charge['kind'], told: Told, context: EntryContext): DraftOutcome {
  if (kind !== 'giftCard' && kind !== 'rounding') return revenueDraft(kindOfCharge[kind], told, context)
  // With VAT in it, the shop has treated it as a discount.
  if (!isZero(subtract(told.amountIncl, told.amountExcl))) return revenueDraft('discount', told, context)
  if (kind === 'giftCard') return freeDraft('giftCard', told, context)
  // A cent needs no account of its own: it goes with the roundings (docs/decisions/0014-entry-rounding.md).
  const small = compare(absolute(told.amountIncl), cent) <= 0 && context.choices.differenceLedger.trim() === ''
  return small ? ok(null) : freeDraft('rounding', told, context)
}

/** An amount on the matrix. */
export function revenueDraft(kind: RevenueKind, told: Told, context: EntryContext): DraftOutcome {
  const { what, amountExcl, amountIncl } = told
  if (isZero(amountExcl) && isZero(amountIncl)) return ok(null)
  const vatAmount = subtract(amountIncl, amountExcl)
  const vatPercent = told.vatPercent === null && isZero(vatAmount) ? zero : told.vatPercent
  if (vatPercent === null) return stopEntry('entry.vatUnknown', { what })
  const column = decideColumn(vatPercent, context)
  if (!column.ok) return column
  const vat = column.value
  const ledger = ledgerOfCell({ kind, vat, region: context.treatment.region }, context)
  if (!ledger.ok) return ledger
  const vatKind = lineKindOf(vat)
  return ok({ kind, vat, ledger: ledger.value, vatKind, vatPercent: decimal(vatPercent), amountExcl, amountIncl })
}

/** An amount without VAT beside the matrix. */
export function freeDraft(
  kind: 'giftCard' | 'rounding' | 'difference',
  { amountIncl }: Pick<Told, 'amountIncl'>,
  context: EntryContext,
): DraftOutcome {
  if (isZero(amountIncl)) return ok(null)
  const ledger = ledgerOfSetting(kind === 'giftCard' ? 'giftCardLedger' : 'differenceLedger', context)
  if (!ledger.ok) return ledger
  const amounts = { amountExcl: amountIncl, amountIncl, vatPercent: zero }
  return ok({ kind, vat: null, ledger: ledger.value, vatKind: 'none', ...amounts })
}
