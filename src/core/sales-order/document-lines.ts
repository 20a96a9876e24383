// From cents to the lines of the document and its footer: each line of a rate gets its share, and the prices that give it.
import type { SalesOrderDocument, SalesOrderLine } from '../administration.ts'
import { type Decimal, fromUnits, isZero, roundTo, sum, zero } from '../money.ts'
import type { PricedLine } from './expected.ts'
import { type Context, type DraftLine, explain } from './known.ts'
import { hasSinglePrice, toPieces } from './prices.ts'
import { distribute } from './rounding.ts'

export type SettledLines = Pick<SalesOrderDocument, 'lines' | 'costType1' | 'costType2'> & {
  /** Lines and footer together, as SnelStart computes with them. */
  readonly priced: readonly PricedLine[]
}

/** In the document's way of entry, unrounded. */
export const amountOf = (draft: DraftLine, { order }: Context): Decimal =>
  order.priceEntry === 'incl' ? draft.amountIncl : draft.amountExcl

/** `groupCents`: the sum per rate of the lines without a price of their own. */
export function toLines(
  drafts: readonly DraftLine[],
  groupCents: ReadonlyMap<Decimal, bigint>,
  context: Context,
): SettledLines {
  const cents = new Map<DraftLine, bigint>()
  for (const [vatPercent, sumCents] of groupCents) {
    const members = drafts.filter((draft) => draft.unitPrice === null && draft.vatPercent === vatPercent)
    const shares = distribute(
      sumCents,
      members.map((draft) => ({
        amount: amountOf(draft, context),
        hasPrice: (amount) => hasSinglePrice(draft.quantity, amount, decimalsOf(context)),
      })),
    )
    for (const [rank, draft] of members.entries()) cents.set(draft, shares[rank]!)
  }
  const inFooter = drafts.filter((draft) => draft.costType !== null)
  const lines = drafts
    .filter((draft) => draft.costType === null)
    .flatMap((draft) => piecesOf(draft, cents.get(draft) ?? 0n, context))
  const footer = inFooter.map((draft) => ({ draft, amount: fromUnits(cents.get(draft) ?? 0n, 2) }))
  const priced = footer.map(({ draft, amount }) => ({
    quantity: draft.quantity,
    unitPrice: amount,
    vatPercent: draft.vatPercent,
  }))
  return { lines, costType1: costOf(1, footer), costType2: costOf(2, footer), priced: [...lines, ...priced] }
}

/** With fewer than two decimals SnelStart could not hold prices in cents at all. */
const decimalsOf = ({ known }: Context) => ({
  price: Math.max(2, known.lists.company.priceDecimals),
  quantity: known.lists.company.quantityDecimals,
})

function costOf(
  costType: 1 | 2,
  footer: readonly { readonly draft: DraftLine; readonly amount: Decimal }[],
): Decimal | null {
  const amounts = footer.filter(({ draft }) => draft.costType === costType).map(({ amount }) => amount)
  return amounts.length === 0 ? null : sum(amounts)
}

/** One line, or more where no single price gives its cents. */
function piecesOf(draft: DraftLine, cents: bigint, context: Context): readonly SalesOrderLine[] {
  const decimals = decimalsOf(context)
  const stands = draft.unitPrice ?? (isZero(draft.quantity) ? zero : null)
  const pieces =
    stands === null
      ? toPieces(draft.quantity, cents, decimals)
      : [{ quantity: draft.quantity, unitPrice: roundTo(stands, decimals.price) }]
  if (pieces.length > 1) {
    const [nl, en] = [
      `Regel met ${draft.articleCode} gesplitst: geen enkele prijs geeft het bedrag van de webshop`,
      `Line with ${draft.articleCode} split: no single price gives the shop’s amount`,
    ]
    explain(context.trail, 'sale.line.split', 'SALE-5', nl, en)
  }
  return pieces.map((piece) => ({
    articleCode: draft.articleCode,
    description: draft.description,
    quantity: piece.quantity,
    unitPrice: piece.unitPrice,
    origin: draft.origin,
    vatKind: draft.vatKind,
    vatPercent: draft.vatPercent,
    ...(draft.ownPrice === true ? { ownPrice: true as const } : {}),
    ...(draft.text === true ? { text: true as const } : {}),
  }))
}
