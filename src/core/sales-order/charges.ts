// SALE-8: shipping, payment costs, discount and the like, each on the article (or cost type) set for it.

import type { RemoteId } from '../ids.ts'
import { add, type Decimal, decimal, isZero, zero } from '../money.ts'
import type { Charge, ChargeKind, ChargePart } from '../order.ts'
import { type Outcome, ok } from '../problem.ts'
import { vatKindOf } from '../vat.ts'
import { type Context, type DraftLine, explain } from './known.ts'
import { lineDescription } from './line-description.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'
import { type ArticleSetting, dataOf, findCostType, findSettingArticle, type Need } from './setting-article.ts'

const settingOf: Readonly<Record<ChargeKind, ArticleSetting>> = {
  shipping: 'shippingArticle',
  payment: 'paymentArticle',
  discount: 'discountArticle',
  wrapping: 'otherCostsArticle',
  fee: 'otherCostsArticle',
  fixedTax: 'otherCostsArticle',
  giftCard: 'giftCardArticle',
  rounding: 'differenceArticle',
}

const wordsOf: Readonly<Record<ChargeKind, Need['what']>> = {
  shipping: { nl: 'verzendkosten', en: 'shipping costs' },
  payment: { nl: 'betalingskosten', en: 'payment costs' },
  discount: { nl: 'korting', en: 'a discount' },
  wrapping: { nl: 'inpakkosten', en: 'wrapping costs' },
  fee: { nl: 'overige kosten', en: 'other costs' },
  fixedTax: { nl: 'een bijdrage per stuk', en: 'a contribution by the piece' },
  giftCard: { nl: 'een cadeaubon of tegoed', en: 'a gift card or store credit' },
  rounding: { nl: 'een afronding', en: 'a rounding' },
}

/** A draft per charge and rate; parts of 0 give none. Problems: those of `findSettingArticle`, 'sale.chargeVatUnknown'. */
export function decideCharges(templateId: RemoteId, context: Context): Outcome<readonly DraftLine[], SalesProblemCode> {
  const drafts: DraftLine[] = []
  for (const [index, charge] of context.order.charges.entries()) {
    for (const part of partsOf(charge)) {
      const draft = chargeLine(charge, part, `${charge.code}/${index + 1}`, templateId, context)
      if (!draft.ok) return draft
      drafts.push(draft.value)
    }
  }
  return ok(drafts)
}

const partsOf = (charge: Charge): readonly ChargePart[] =>
  charge.parts.filter((part) => !isZero(part.amountExcl) || !isZero(part.vatAmount))

function chargeLine(
  charge: Charge,
  part: ChargePart,
  ref: string,
  templateId: RemoteId,
  context: Context,
): Outcome<DraftLine, SalesProblemCode> {
  const amountIncl = add(part.amountExcl, part.vatAmount)
  const need: Need = { setting: settingFor(charge.kind, context), what: wordsOf[charge.kind], amount: amountIncl }
  // Without VAT on it, it is booked without; a gift card is a payment, after VAT.
  const vatPercent = part.vatPercent !== null ? decimal(part.vatPercent) : isZero(part.vatAmount) ? zero : null
  if (vatPercent === null) return stopSale('sale.chargeVatUnknown', dataOf(need))
  const target = findTarget(need, vatPercent, templateId, context)
  if (!target.ok) return target
  explainCharge(charge, need, target.value, vatPercent, context)
  return ok({
    ...target.value,
    description: context.choices.orderLines === 'full' ? lineDescription(charge.title, context) : '',
    quantity: quantityOf(target.value, context),
    amountExcl: part.amountExcl,
    amountIncl,
    unitPrice: null,
    vatPercent,
    origin: { kind: 'charge', ref },
  })
}

/** A credit takes back one piece, at the price that was charged. The footer has amounts only. */
const quantityOf = ({ costType }: Target, { order }: Context): Decimal =>
  (order.creditOf !== null && costType === null ? '-1' : '1') as Decimal

/** Other costs go where payment costs go, unless they have a setting of their own. */
function settingFor(kind: ChargeKind, { choices }: Context): ArticleSetting {
  const setting = settingOf[kind]
  return setting === 'otherCostsArticle' && choices.otherCostsArticle.trim() === '' ? 'paymentArticle' : setting
}

type Target = Pick<DraftLine, 'articleCode' | 'vatKind' | 'costType'>

/** ASSUMPTION: where the VAT of a cost type is not told it is that of the charge; SnelStart's total is compared after writing. */
function findTarget(
  need: Need,
  vatPercent: Decimal,
  templateId: RemoteId,
  context: Context,
): Outcome<Target, SalesProblemCode> {
  const footer = findCostType(need, vatPercent, templateId, context)
  if (!footer.ok) return footer
  if (footer.value !== null) {
    const { date, rates } = context.situation
    const { costType } = footer.value
    const vatKind = footer.value.vatKind ?? vatKindOf(vatPercent, date, rates) ?? 'other'
    return ok({ articleCode: `costtype${costType}` as DraftLine['articleCode'], vatKind, costType })
  }
  const found = findSettingArticle(need, vatPercent, context)
  if (!found.ok) return found
  return ok({ articleCode: found.value.article.code, vatKind: found.value.vatKind, costType: null })
}

function explainCharge(
  charge: Charge,
  need: Need,
  { articleCode }: Target,
  vatPercent: Decimal,
  { trail }: Context,
): void {
  const [guessNl, guessEn] = charge.vatKnown ? ['', ''] : [' (tarief afgeleid)', ' (rate inferred)']
  explain(
    trail,
    `sale.charge.${charge.kind}`,
    'SALE-8',
    `‘${charge.title}’ (${need.what.nl}, ${vatPercent}%${guessNl}) op ${articleCode}`,
    `‘${charge.title}’ (${need.what.en}, ${vatPercent}%${guessEn}) on ${articleCode}`,
  )
}
