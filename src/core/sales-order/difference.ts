// SALE-9: what the shop's total is more or less than the lines and costs, on the article set for it. The shop's VAT rows tell
// which rate (or rates) such an amount has.
import { hasNoLines } from '../credit/credit-order.ts'
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  inclOf,
  isNegative,
  isZero,
  multiply,
  subtract,
  sum,
  toCents,
  toFixed,
  vatOfExcl,
  vatOfIncl,
  zero,
} from '../money.ts'
import { type Outcome, ok } from '../problem.ts'
import { shopVatPerRate } from '../reconcile.ts'
import { type Context, type DraftLine, explain } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { findSettingArticle } from './setting-article.ts'

/** Amount incl. VAT, in whole cents. */
type Part = { readonly vatPercent: Decimal; readonly amountIncl: Decimal }

/** Drafts for the difference; none where the order adds up. Problems: 'sale.totalDifference', 'sale.vatDiffers', those of the article. */
export function decideDifference(
  drafts: readonly DraftLine[],
  context: Context,
): Outcome<readonly DraftLine[], SalesProblemCode> {
  const difference = differenceOf(drafts, context)
  if (isZero(difference)) return ok([])
  if (context.choices.differenceArticle.trim() === '') {
    return stopSale('sale.totalDifference', { difference: toFixed(difference, 2), ...causeOf(difference, context) })
  }
  const parts = splitOverRates(difference, drafts, context)
  if (!parts.ok) return parts
  const lines: DraftLine[] = []
  for (const part of parts.value) {
    const line = differenceLine(part.vatPercent, part.amountIncl, String(lines.length + 1), context)
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok(lines)
}

/**
 * To the cent, with incl. prices from the shop's amounts, with excl. prices as SnelStart computes from price and rate. A shop
 * that rounds VAT by the line adds up only in its own amounts; what that explains is no difference but settled as VAT.
 */
function differenceOf(drafts: readonly DraftLine[], { order }: Context): Decimal {
  const near = compare(absolute(subtract(order.totalInclUnrounded, order.totalIncl)), cent) < 0
  const total = near ? order.totalInclUnrounded : order.totalIncl
  const given = toCents(subtract(total, sum(drafts.map((draft) => draft.amountIncl))))
  if (order.priceEntry === 'incl') return given
  const computed = toCents(subtract(total, sum(drafts.map((draft) => inclOf(draft.amountExcl, draft.vatPercent)))))
  const byRounding = divide(decimal(drafts.length + 2), decimal(200))
  return isZero(given) && compare(absolute(computed), byRounding) <= 0 ? zero : computed
}

const cent = '0.01' as Decimal

type TaxedAmount = Pick<DraftLine, 'vatPercent' | 'amountExcl' | 'amountIncl'>

/** The VAT that the shop has and the lines have not, per rate, says what part of the difference has that rate. */
export function splitOverRates(
  difference: Decimal,
  drafts: readonly TaxedAmount[],
  context: Pick<Context, 'order'>,
): Outcome<readonly Part[], SalesProblemCode> {
  const taxed: Part[] = []
  let rest = difference
  let slack = zero
  for (const { vatPercent, shopVat, linesVat } of vatGaps(drafts, context)) {
    const gap = subtract(shopVat, linesVat)
    if (isZero(toCents(gap))) continue
    const amountIncl = toCents(inclOf(divide(multiply(gap, hundred), vatPercent), vatPercent))
    const tooMuch = compare(absolute(amountIncl), add(absolute(difference), inclOfCent(vatPercent))) > 0
    if (isNegative(gap) !== isNegative(difference) || tooMuch) {
      const [shop, computed] = [toFixed(shopVat, 2), toFixed(linesVat, 2)]
      return stopSale('sale.vatDiffers', { vatPercent, shopVat: shop, computedVat: computed })
    }
    taxed.push({ vatPercent, amountIncl })
    rest = subtract(rest, amountIncl)
    slack = add(slack, inclOfCent(vatPercent))
  }
  return ok(closeUp(taxed, rest, slack))
}

/** A rest that the VAT's own rounding explains goes with the last part; any other rest has no VAT. */
function closeUp(taxed: readonly Part[], rest: Decimal, slack: Decimal): readonly Part[] {
  const last = taxed.at(-1)
  if (last !== undefined && compare(absolute(rest), slack) <= 0) {
    return [...taxed.slice(0, -1), { ...last, amountIncl: add(last.amountIncl, rest) }]
  }
  return [...taxed, { vatPercent: zero, amountIncl: rest }]
}

const hundred = '100' as Decimal

/** The amount incl. that has one cent of VAT: so far off may an amount be that was computed from VAT in cents. */
const inclOfCent = (vatPercent: Decimal): Decimal => inclOf(divide('1' as Decimal, vatPercent), vatPercent)

function vatGaps(drafts: readonly TaxedAmount[], { order }: Pick<Context, 'order'>) {
  const shop = shopVatPerRate(order)
  const lines = new Map<Decimal, Decimal>()
  for (const { vatPercent, amountExcl, amountIncl } of drafts) {
    const vat = order.priceEntry === 'incl' ? vatOfIncl(amountIncl, vatPercent) : vatOfExcl(amountExcl, vatPercent)
    lines.set(vatPercent, add(lines.get(vatPercent) ?? zero, vat))
  }
  return [...new Set([...shop.keys(), ...lines.keys()])]
    .filter((vatPercent) => !isZero(vatPercent))
    .map((vatPercent) => ({
      vatPercent,
      shopVat: shop.get(vatPercent) ?? zero,
      linesVat: lines.get(vatPercent) ?? zero,
    }))
}

/** A line on the difference article of this rate. */
export function differenceLine(
  vatPercent: Decimal,
  amountIncl: Decimal,
  ref: string,
  context: Context,
): Outcome<DraftLine, SalesProblemCode> {
  const what = { nl: 'een verschil in het totaal', en: 'a difference in the total' }
  const found = findSettingArticle({ setting: 'differenceArticle', what, amount: amountIncl }, vatPercent, context)
  if (!found.ok) return found
  const { article, vatKind } = found.value
  const amount = toFixed(amountIncl, 2)
  explain(
    context.trail,
    'sale.difference',
    'SALE-9',
    `Verschil van € ${amount} (${vatPercent}% btw) op artikel ${article.code}`,
    `Difference of € ${amount} (${vatPercent}% VAT) on article ${article.code}`,
  )
  return ok({
    articleCode: article.code,
    description: '',
    quantity: '1' as Decimal,
    amountExcl: subtract(amountIncl, vatOfIncl(amountIncl, vatPercent)),
    amountIncl,
    unitPrice: null,
    vatKind,
    vatPercent,
    origin: { kind: 'difference', ref },
    costType: null,
  })
}

const causeOf = (difference: Decimal, { order }: Context) =>
  hasNoLines(order)
    ? { causeNl: 'een terugbetaling zonder regels', causeEn: 'a refund without lines' }
    : isNegative(difference)
      ? {
          causeNl: 'een korting of tegoed van een uitbreiding van de webshop',
          causeEn: 'a discount or credit of an extension of the shop',
        }
      : {
          causeNl: 'een toeslag van een uitbreiding van de webshop, of een korting die groter was dan de order',
          causeEn: 'a surcharge of an extension of the shop, or a discount larger than the order',
        }
