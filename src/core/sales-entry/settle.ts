// From drafts to cents: VAT per rate as the shop's, amounts per account that add up with it to the shop's total (FIN-4). What
// rounding does not explain is a problem.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  fromUnits,
  isZero,
  subtract,
  sum,
  toCents,
  toFixed,
  toUnits,
  vatOfExcl,
  zero,
} from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { shopVatPerRate } from '../reconcile.ts'
import { distribute } from '../sales-order/rounding.ts'
import type { EntryContext, EntryDraft } from './known.ts'
import { type EntryProblemCode, stopEntry } from './problems.ts'
import { type SettledRate, settleRates } from './settle-rates.ts'

/** Drafts of one kind of revenue on one account at one rate, as one line of the entry. */
export type EntryGroup = Pick<EntryDraft, 'kind' | 'vat' | 'ledger' | 'vatKind' | 'vatPercent'> & {
  readonly amountExcl: Decimal
}

export type SettledEntry = {
  /** In cents; those of 0 are left out. */
  readonly groups: readonly EntryGroup[]
  readonly rates: readonly SettledRate[]
}

/** Problems: 'entry.vatDiffers', 'entry.rounding'. */
export function settle(drafts: readonly EntryDraft[], context: EntryContext): Outcome<SettledEntry, EntryProblemCode> {
  const { order } = context
  const vat = shopVatPerRate(order)
  const groups = groupsOf(drafts)
  const percents = [...new Set(groups.map(({ vatPercent }) => vatPercent))]
  const stranger = [...vat].find(([percent, amount]) => !percents.includes(percent) && !isZero(toCents(amount)))
  if (stranger !== undefined) return stopForVat(stranger[0], stranger[1], zero)
  const sums = percents.map((vatPercent) => ({ vatPercent, amountExcl: sumOf(groups, vatPercent) }))
  const { rates, rest } = settleRates(sums, vat, order.totalIncl)
  const wrong = rates.map((rate) => wrongVat(rate, drafts, context)).find((each) => each !== null)
  if (wrong !== undefined && wrong !== null) return stopForVat(wrong.vatPercent, wrong.vatAmount, wrong.computed)
  if (!isZero(rest)) return stopEntry('entry.rounding', { difference: toFixed(rest, 2) })
  const settled = rates.flatMap(({ vatPercent, baseExcl }) =>
    shares(
      groups.filter((group) => group.vatPercent === vatPercent),
      baseExcl,
    ),
  )
  return ok({ groups: settled.filter(({ amountExcl }) => !isZero(amountExcl)), rates })
}

function groupsOf(drafts: readonly EntryDraft[]): readonly EntryGroup[] {
  const groups = new Map<string, EntryGroup>()
  for (const { kind, vat, ledger, vatKind, vatPercent, amountExcl } of drafts) {
    const key = `${kind} ${vat} ${ledger.id} ${vatPercent}`
    const before = groups.get(key)?.amountExcl ?? zero
    groups.set(key, { kind, vat, ledger, vatKind, vatPercent, amountExcl: add(before, amountExcl) })
  }
  return [...groups.values()]
}

const sumOf = (groups: readonly EntryGroup[], percent: Decimal): Decimal =>
  sum(groups.filter(({ vatPercent }) => vatPercent === percent).map(({ amountExcl }) => amountExcl))

/** The cents of a rate over its accounts by the largest remainder: each stays within a cent of the shop's. */
function shares(groups: readonly EntryGroup[], baseExcl: Decimal): readonly EntryGroup[] {
  const lines = groups.map(({ amountExcl }) => ({ amount: amountExcl, hasPrice: () => true }))
  const cents = distribute(toUnits(baseExcl, 2), lines)
  return groups.map((group, index) => ({ ...group, amountExcl: fromUnits(cents[index]!, 2) }))
}

const cent = '0.01' as Decimal

/**
 * null: the shop's VAT is right to a cent by its own lines, and by the rate to what rounding each line apart explains. In
 * the one-stop shop SnelStart allows a cent per line of the entry (reference/snelstart.md, A10).
 */
function wrongVat(rate: SettledRate, drafts: readonly EntryDraft[], { treatment }: EntryContext) {
  const { vatPercent, vatAmount } = rate
  const own = drafts.filter((draft) => draft.vatPercent === vatPercent)
  const told = sum(own.map(({ amountExcl, amountIncl }) => subtract(amountIncl, amountExcl)))
  const computed = vatOfExcl(rate.baseExcl, vatPercent)
  const roundings = divide(decimal(own.length + 2), decimal(200))
  const lines = decimal(groupsOf(own).length)
  const allowed = treatment.way === 'oneStopShop' ? divide(lines, decimal(100)) : roundings
  if (compare(absolute(toCents(subtract(vatAmount, told))), cent) > 0) return { ...rate, computed: told }
  return compare(absolute(subtract(vatAmount, computed)), allowed) > 0 ? { ...rate, computed } : null
}

const stopForVat = (vatPercent: Decimal, shopVat: Decimal, computed: Decimal) =>
  stopEntry('entry.vatDiffers', { vatPercent, shopVat: toFixed(shopVat, 2), computedVat: toFixed(computed, 2) })
