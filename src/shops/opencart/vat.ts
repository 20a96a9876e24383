// VAT of a whole order: the rates of the lines, of every other row, and the shop's VAT per rate.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  equals,
  isPositive,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  sum,
  zero,
} from '../../core/money.ts'
import type { ChargePart, ReadingNote, VatAmount } from '../../core/order.ts'
import type { TaxRate } from './context.ts'
import type { TotalRow } from './totals.ts'
import { type ChargeVat, solveChargeVat } from './vat-charges.ts'
import {
  type KnownRates,
  type LineVat,
  type PricedLine,
  readLineVat,
  sumPerRate,
  type TaxReading,
} from './vat-lines.ts'

/** Rates that exist or existed in Europe, the Dutch ones first: for shops whose set-up no longer has the rate of an old order. */
const commonRates: readonly Decimal[] = [
  ...['21', '9', '0', '6', '19', '7', '20', '17', '16', '15', '14', '13', '12', '10', '8', '5', '5.5', '2.1', '3', '4'],
  ...[
    '25',
    '24',
    '23',
    '22',
    '18',
    '27',
    '17.5',
    '13.5',
    '9.5',
    '12.5',
    '8.1',
    '7.7',
    '2.6',
    '2.5',
    '3.8',
    '4.8',
    '25.5',
  ],
].map((rate) => decimal(rate))

const readings: readonly TaxReading[] = ['perUnit', 'percentage', 'perLine']

export type TaxRow = { readonly row: TotalRow; readonly vatPercent: Decimal | null; readonly fixed: boolean }

export type OrderVat = {
  readonly lines: readonly LineVat[]
  /** Per charge row, in the order given. */
  readonly chargeParts: readonly (readonly ChargePart[])[]
  readonly chargesProved: boolean
  /** `tax` rows that are a tax by the piece: they become charges of their own. */
  readonly fixedRows: readonly TotalRow[]
  readonly vat: readonly VatAmount[]
  readonly notes: readonly ReadingNote[]
}

export type VatInput = {
  readonly lines: readonly PricedLine[]
  readonly taxRows: readonly TotalRow[]
  /** Rows that the `tax` rows can cover, with the set-up's hint. */
  readonly charges: readonly { readonly row: TotalRow; readonly hint: Decimal | null }[]
  readonly setup: readonly TaxRate[]
}

type Attempt = { lines: readonly LineVat[]; taxRows: readonly TaxRow[]; charges: ChargeVat; misses: number }

/** Tries each meaning of the tax column and keeps the first that explains the order, else the nearest. */
export function readOrderVat(input: VatInput): OrderVat {
  const known = knownRates(input)
  const attempts: Attempt[] = []
  for (const reading of readings) {
    const attempt = tryReading(input, reading, known)
    attempts.push(attempt)
    if (attempt.misses === 0 && attempt.charges.explained) break
  }
  const cost = ({ misses, charges }: Attempt) => misses + (charges.explained ? 0 : 0.5)
  const best = attempts.toSorted((a, b) => cost(a) - cost(b))[0] as Attempt
  return {
    lines: best.lines,
    chargeParts: best.charges.parts,
    chargesProved: best.charges.proved,
    fixedRows: best.taxRows.filter(({ fixed }) => fixed).map(({ row }) => row),
    vat: toVatAmounts(best, input),
    notes: [
      ...(best.misses > 0 ? [{ code: 'opencart.lineVatUnknown', data: { lines: String(best.misses) } }] : []),
      ...(best.charges.explained ? [] : [{ code: 'opencart.vatNotExplained', data: {} }]),
    ],
  }
}

function tryReading(input: VatInput, reading: TaxReading, known: KnownRates): Attempt {
  const lines = input.lines.map((line) => readLineVat(line, reading, known))
  const priced = input.lines.map((line, index) => ({ totalExcl: line.totalExcl, vat: lines[index] as LineVat }))
  const perRate = sumPerRate(priced)
  const taxRows = assignTaxRows(input, perRate, lines)
  const charges = solveChargeVat({
    lines: perRate,
    taxRows: sumTaxRows(taxRows),
    rows: input.charges.map(({ row, hint }) => ({ value: row.value, hint })),
  })
  const misses = lines.filter(
    (vat, index) => vat.vatPercent === null && !isZero(input.lines[index]?.priceExcl ?? zero),
  ).length
  return { lines, taxRows, charges, misses }
}

function knownRates({ taxRows, setup, lines }: VatInput): KnownRates {
  const inTitles = taxRows.map((row) => percentInTitle(row.title)).filter((rate) => rate !== null)
  const inSetup = setup.filter((rate) => !rate.fixed).map((rate) => rate.rate)
  const named = setup
    .filter((rate) => !rate.fixed && taxRows.some((row) => row.title === rate.name))
    .map((rate) => rate.rate)
  const quantity = sum(lines.map((line) => line.quantity))
  // A row that calls itself VAT is one, even where its rate is unknown; any other may be a tax by the piece.
  const levies = taxRows.filter((row) => !/%|btw|\bvat\b|mwst|\btva\b/i.test(row.title))
  const pieces = levies.flatMap((row) => {
    const counts = [quantity, ...lines.map((line) => line.quantity)].filter(isPositive)
    return counts.map((count) => divide(row.value, count))
  })
  return {
    percents: [...inTitles, ...named, ...inSetup, ...commonRates],
    fixed: [...setup.filter((rate) => rate.fixed).map((rate) => rate.rate), ...pieces],
  }
}

/** 'BTW 21%', 'VAT (17.5 %)', 'MwSt. 19,0%'. */
function percentInTitle(title: string): Decimal | null {
  const match = /(\d{1,2}(?:[.,]\d{1,4})?)\s*%/.exec(title)
  return match === null ? null : parseDecimal((match[1] ?? '').replace(',', '.'))
}

/** Which rate a `tax` row is of: its title, else the set-up's rate of that name, else the line rate that has no row yet. */
function assignTaxRows(
  input: VatInput,
  perRate: ReadonlyMap<Decimal, unknown>,
  lines: readonly LineVat[],
): readonly TaxRow[] {
  const fixedTotal = sum(lines.map((line, index) => multiply(line.fixedPerUnit, input.lines[index]?.quantity ?? zero)))
  const first = input.taxRows.map((row): TaxRow => {
    const percent = percentInTitle(row.title)
    const named = input.setup.find((rate) => rate.name === row.title)
    const fixed = named?.fixed === true || (percent === null && isPositive(fixedTotal) && isNear(row.value, fixedTotal))
    if (fixed) return { row, vatPercent: null, fixed: true }
    return {
      row,
      vatPercent: percent ?? (named !== undefined && perRate.has(named.rate) ? named.rate : null),
      fixed: false,
    }
  })
  const taken = first.map(({ vatPercent }) => vatPercent)
  const free = [...perRate.keys()].filter(
    (rate) => isPositive(rate) && !taken.some((other) => other !== null && equals(other, rate)),
  )
  return first.map((taxRow) => {
    if (taxRow.fixed || taxRow.vatPercent !== null) return taxRow
    const named = input.setup.find((rate) => rate.name === taxRow.row.title)?.rate ?? null
    return { ...taxRow, vatPercent: free.shift() ?? named }
  })
}

const isNear = (a: Decimal, b: Decimal): boolean => compare(absolute(subtract(a, b)), decimal('0.005')) <= 0

function sumTaxRows(taxRows: readonly TaxRow[]): Map<Decimal, Decimal> {
  const sums = new Map<Decimal, Decimal>()
  for (const { row, vatPercent, fixed } of taxRows) {
    if (!fixed && vatPercent !== null) sums.set(vatPercent, add(sums.get(vatPercent) ?? zero, row.value))
  }
  return sums
}

function toVatAmounts({ taxRows, lines, charges }: Attempt, input: VatInput): readonly VatAmount[] {
  const parts = charges.parts.flat()
  return [...sumTaxRows(taxRows)].map(([vatPercent, vatAmount]) => ({
    vatPercent,
    baseExcl: sum([
      ...input.lines.filter((_, index) => lines[index]?.vatPercent === vatPercent).map((line) => line.totalExcl),
      ...parts.filter((part) => part.vatPercent === vatPercent).map((part) => part.amountExcl),
    ]),
    vatAmount,
    title: taxRows.find((taxRow) => taxRow.vatPercent === vatPercent)?.row.title ?? '',
  }))
}
