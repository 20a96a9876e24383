// SALE-9 in the books: what the shop's total is more or less than its lines and costs. What has VAT in it is a discount (or
// turnover) of that rate; the rest goes, without VAT, to the account set for it. Without such an account: a problem.
import {
  absolute,
  compare,
  type Decimal,
  isNegative,
  isZero,
  subtract,
  sum,
  toCents,
  toFixed,
  vatOfIncl,
} from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { splitOverRates } from '../sales-order/difference.ts'
import { freeDraft, revenueDraft } from './drafts.ts'
import { type EntryContext, type EntryDraft, explain } from './known.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'

const cent = '0.01' as Decimal

/** Drafts for the difference; none where the order adds up to within a cent, which is rounding. */
export function decideDifference(
  drafts: readonly EntryDraft[],
  context: EntryContext,
): Outcome<readonly EntryDraft[], EntryProblemCode> {
  const difference = differenceOf(drafts, context.order)
  if (compare(absolute(difference), cent) <= 0) return ok([])
  const amount = toFixed(difference, 2)
  if (context.choices.differenceLedger.trim() === '') return stopEntry('entry.totalDifference', { difference: amount })
  const parts = splitOverRates(difference, drafts, context)
  if (!parts.ok) return stopEntry('entry.vatDiffers', parts.problem.data)
  const made: EntryDraft[] = []
  for (const part of parts.value) {
    const draft = partDraft(part.vatPercent, part.amountIncl, context)
    if (!draft.ok) return draft
    if (draft.value !== null) made.push(draft.value)
  }
  const nl = `Het totaal van de webshop verschilt € ${amount} van de regels en kosten samen`
  const en = `The shop’s total differs by € ${amount} from the lines and costs together`
  explain(context.trail, 'entry.difference', nl, en)
  return ok(made)
}

function differenceOf(drafts: readonly EntryDraft[], order: ShopOrder): Decimal {
  // A shop that stores only a rounded total, or a total for show, has its cents in `totalIncl`.
  const near = compare(absolute(subtract(order.totalInclUnrounded, order.totalIncl)), cent) < 0
  const total = near ? order.totalInclUnrounded : order.totalIncl
  return toCents(subtract(total, sum(drafts.map(({ amountIncl }) => amountIncl))))
}

function partDraft(vatPercent: Decimal, amountIncl: Decimal, context: EntryContext) {
  if (isZero(vatPercent)) return freeDraft('difference', { amountIncl }, context)
  const amountExcl = subtract(amountIncl, vatOfIncl(amountIncl, vatPercent))
  const kind = isNegative(amountIncl) ? 'discount' : 'turnover'
  return revenueDraft(kind, { what: '', amountExcl, amountIncl, vatPercent }, context)
}
