// An order's own page: what the shop said on the left, what is or will be in SnelStart on the right, each on the same height.
import type { SalesOrderDocument, SalesOrderLine } from '../administration.ts'
import {
  absolute,
  add,
  compare,
  type Decimal,
  equals,
  isZero,
  multiply,
  subtract,
  sum,
  toCents,
  zero,
} from '../money.ts'
import type { Charge, OrderLine, ShopOrder } from '../order.ts'

/** `unitPrice` and `amount` in the way of the document: incl. or excl. VAT as `priceEntry` of the comparison says. */
export type RowSide = {
  readonly code: string
  readonly description: string
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  /** Rounded to the cent. */
  readonly amount: Decimal
  /** null: the shop does not tell. */
  readonly vatPercent: Decimal | null
}

export type Row = {
  readonly kind: SalesOrderLine['origin']['kind']
  /** null: only in SnelStart, or one shop line that became several. */
  readonly shop: RowSide | null
  /** null: not taken over. */
  readonly snelstart: RowSide | null
  /** What both say of this line, all its rows together, is not the same. */
  readonly differs: boolean
}

export type SideBySide = {
  readonly priceEntry: 'incl' | 'excl'
  readonly rows: readonly Row[]
  readonly totals: {
    readonly shop: Decimal
    /** null: nothing was decided. */
    readonly snelstart: Decimal | null
    readonly differs: boolean
  }
}

type Expected = { readonly totalIncl: Decimal }

/** `document` null: nothing was decided; the shop's side stands alone and nothing differs. */
export function sideBySide(
  order: ShopOrder,
  document: SalesOrderDocument | null,
  expected: Expected | null,
): SideBySide {
  const priceEntry = document?.priceEntry ?? order.priceEntry
  const written = groupByShopPart(document?.lines ?? [])
  const shopParts = [
    ...order.lines.map((line) => ({ key: `line/${line.id}`, kind: 'line' as const, side: lineSide(line, priceEntry) })),
    ...order.charges.flatMap((charge, index) =>
      isZero(charge.amountIncl) && isZero(charge.amountExcl)
        ? []
        : [chargePart(charge, `charge/${charge.code}/${index + 1}`, priceEntry)],
    ),
  ]
  const rows = shopParts.flatMap(({ key, kind, side }) =>
    pair(kind, side, written.get(key) ?? [], document, priceEntry),
  )
  const known = new Set(shopParts.map(({ key }) => key))
  const extra = [...written].filter(([key]) => !known.has(key)).flatMap(([, lines]) => lines)
  const footer = footerRows(document)
  const total = expected?.totalIncl ?? null
  return {
    priceEntry,
    rows: [...rows, ...extra.map((line) => onlyWritten(line)), ...footer],
    totals: {
      shop: order.totalIncl,
      snelstart: total,
      differs: total !== null && !equals(toCents(total), toCents(order.totalIncl)),
    },
  }
}

/** By the shop's line or charge that they come from; options and components stand with their line. */
function groupByShopPart(lines: readonly SalesOrderLine[]): ReadonlyMap<string, readonly SalesOrderLine[]> {
  return Map.groupBy(lines, ({ origin }) => {
    if (origin.kind === 'charge') return `charge/${origin.ref}`
    if (origin.kind === 'difference') return `difference/${origin.ref}`
    return `line/${origin.kind === 'line' ? origin.ref : origin.ref.replace(/\/[^/]*$/, '')}`
  })
}

/** The first row holds both sides, the others what else came from the same line of the shop. */
function pair(
  kind: 'line' | 'charge',
  shop: RowSide,
  lines: readonly SalesOrderLine[],
  document: SalesOrderDocument | null,
  priceEntry: 'incl' | 'excl',
): readonly Row[] {
  const [first, ...rest] = lines
  if (first === undefined)
    return [{ kind, shop, snelstart: null, differs: document !== null && !isInFooter(kind, document) }]
  const differs = differsFrom(shop, lines, priceEntry)
  return [
    { kind, shop, snelstart: writtenSide(first), differs },
    ...rest.map((line): Row => ({ kind: line.origin.kind, shop: null, snelstart: writtenSide(line), differs })),
  ]
}

const isInFooter = (kind: 'line' | 'charge', document: SalesOrderDocument): boolean =>
  kind === 'charge' && (document.costType1 !== null || document.costType2 !== null)

/** Amounts to the cent, as a customer sees them. Prices excl. VAT may differ by the cent that their rounding makes. */
function differsFrom(shop: RowSide, lines: readonly SalesOrderLine[], priceEntry: 'incl' | 'excl'): boolean {
  const amount = toCents(sum(lines.map((line) => multiply(line.quantity, line.unitPrice))))
  const slack = priceEntry === 'excl' ? cent : zero
  if (compare(absolute(subtract(shop.amount, amount)), slack) > 0) return true
  const own = lines.filter(({ origin }) => origin.kind === 'line')
  const quantity = own.reduce((total, line) => add(total, line.quantity), zero)
  if (own.length > 0 && !equals(quantity, shop.quantity)) return true
  return shop.vatPercent !== null && lines[0] !== undefined && !equals(lines[0].vatPercent, shop.vatPercent)
}

const cent = '0.01' as Decimal

const lineSide = (line: OrderLine, priceEntry: 'incl' | 'excl'): RowSide => ({
  code: line.articleCode ?? '',
  description: line.description,
  quantity: line.quantity,
  unitPrice: priceEntry === 'incl' ? line.unitPriceIncl : line.unitPriceExcl,
  amount: toCents(priceEntry === 'incl' ? line.totalIncl : line.totalExcl),
  vatPercent: line.vatPercent,
})

function chargePart(charge: Charge, key: string, priceEntry: 'incl' | 'excl') {
  const amount = toCents(priceEntry === 'incl' ? charge.amountIncl : charge.amountExcl)
  const [only, second] = charge.parts
  const vatPercent = only !== undefined && second === undefined ? only.vatPercent : null
  const side: RowSide = {
    code: '',
    description: charge.title,
    quantity: '1' as Decimal,
    unitPrice: amount,
    amount,
    vatPercent,
  }
  return { key, kind: 'charge' as const, side }
}

const writtenSide = (line: SalesOrderLine): RowSide => ({
  code: line.articleCode,
  description: line.description,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  amount: toCents(multiply(line.quantity, line.unitPrice)),
  vatPercent: line.vatPercent,
})

/** A difference that was booked on purpose is not one that a person must look at again. */
const onlyWritten = (line: SalesOrderLine): Row => ({
  kind: line.origin.kind,
  shop: null,
  snelstart: writtenSide(line),
  differs: line.origin.kind !== 'difference',
})

/** Charges that stand in the order's footer, per cost type and together. */
function footerRows(document: SalesOrderDocument | null): readonly Row[] {
  return [document?.costType1 ?? null, document?.costType2 ?? null].flatMap((amount, index): Row[] => {
    if (amount === null) return []
    const side = { code: String(index + 1), description: '', quantity: '1' as Decimal, unitPrice: amount, amount }
    return [{ kind: 'charge', shop: null, snelstart: { ...side, vatPercent: null }, differs: false }]
  })
}
