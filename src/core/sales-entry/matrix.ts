// FIN-2: the table of ledger accounts: kind of revenue × VAT kind × region. Which cells there are, in the words of the page,
// and where a cell that is not filled in may take its account from. docs/bookkeeping.md gives the reasons.
import type { VatKind } from '../administration.ts'
import type { ChargeKind } from '../order.ts'
import type { Text } from '../text.ts'
import type { Region } from '../vat.ts'

export const revenueKinds = ['turnover', 'shipping', 'payment', 'discount'] as const
export type RevenueKind = (typeof revenueKinds)[number]

/** SnelStart's codes of foreign rates: standard, higher reduced, lower reduced, super-reduced, parking (reference A7). */
export const ossCodes = ['SR', 'RRH', 'RRL', 'SRR', 'PR'] as const
export type OssCode = (typeof ossCodes)[number]

const vatColumns = ['high', 'low', 'other', 'zero', 'exempt', 'reversed', ...ossCodes] as const
export type VatColumn = (typeof vatColumns)[number]

/** 'turnover.high.nl'. */
export type CellKey = `${RevenueKind}.${VatColumn}.${Region}`
export type Cell = { readonly kind: RevenueKind; readonly vat: VatColumn; readonly region: Region }

/** Ledger account (number or id) by cell; cells that are not filled in are left out or ''. */
export type LedgerMatrix = Readonly<Partial<Record<CellKey, string>>>

const columnsOf: Readonly<Record<Region, readonly VatColumn[]>> = {
  nl: ['high', 'low', 'other', 'zero', 'exempt'],
  eu: ['high', 'low', 'other', 'zero', 'exempt', 'reversed', ...ossCodes],
  world: ['high', 'low', 'other', 'zero', 'exempt'],
}

export const regions = ['nl', 'eu', 'world'] as const satisfies readonly Region[]

/** The cells of one row, in the order of the page. */
export const cellsOf = (kind: RevenueKind): readonly Cell[] =>
  regions.flatMap((region) => columnsOf[region].map((vat) => ({ kind, vat, region })))

export const allCells: readonly Cell[] = revenueKinds.flatMap(cellsOf)

export const keyOf = ({ kind, vat, region }: Cell): CellKey => `${kind}.${vat}.${region}`

export const kindWords: Readonly<Record<RevenueKind, Text>> = {
  turnover: { nl: 'Omzet', en: 'Turnover' },
  shipping: { nl: 'Verzendkosten', en: 'Shipping costs' },
  payment: { nl: 'Betalingskosten', en: 'Payment costs' },
  discount: { nl: 'Korting', en: 'Discount' },
}

export const regionWords: Readonly<Record<Region, Text>> = {
  nl: { nl: 'Nederland', en: 'Netherlands' },
  eu: { nl: 'Binnen de EU', en: 'Inside the EU' },
  world: { nl: 'Buiten de EU', en: 'Outside the EU' },
}

export const vatWords: Readonly<Record<VatColumn, Text>> = {
  high: { nl: 'btw hoog', en: 'high VAT' },
  low: { nl: 'btw laag', en: 'low VAT' },
  other: { nl: 'btw overig', en: 'other VAT' },
  zero: { nl: '0 % / geen btw', en: '0 % / no VAT' },
  exempt: { nl: 'vrijgesteld', en: 'exempt' },
  reversed: { nl: 'btw verlegd', en: 'reverse-charged' },
  SR: { nl: 'OSS standaardtarief', en: 'one-stop shop, standard rate' },
  RRH: { nl: 'OSS hoger verlaagd tarief', en: 'one-stop shop, higher reduced rate' },
  RRL: { nl: 'OSS lager verlaagd tarief', en: 'one-stop shop, lower reduced rate' },
  SRR: { nl: 'OSS sterk verlaagd tarief', en: 'one-stop shop, super-reduced rate' },
  PR: { nl: 'OSS parkeertarief', en: 'one-stop shop, parking rate' },
}

/** 'Omzet Nederland, btw hoog', as the manual writes it. */
export function cellWords({ kind, vat, region }: Cell): Text {
  const inWords = (language: 'nl' | 'en'): string => {
    const place = regionWords[region][language]
    // 'Omzet Nederland', but 'Omzet binnen de EU': a name keeps its capital.
    const lower = region === 'nl' ? place : place.charAt(0).toLowerCase() + place.slice(1)
    return `${kindWords[kind][language]} ${lower}, ${vatWords[vat][language]}`
  }
  return { nl: inWords('nl'), en: inWords('en') }
}

/** Rows of charges. Wrapping, fees and contributions by the piece go where payment costs go, as they do on sales orders. */
export const kindOfCharge: Readonly<Record<Exclude<ChargeKind, 'giftCard' | 'rounding'>, RevenueKind>> = {
  shipping: 'shipping',
  payment: 'payment',
  discount: 'discount',
  wrapping: 'payment',
  fee: 'payment',
  fixedTax: 'payment',
}

export const isOss = (vat: VatColumn): vat is OssCode => ossCodes.some((code) => code === vat)

/** The kind that a line of this column has in SnelStart. Reversed, exempt, export and one-stop shop are all 'none' there. */
export const lineKindOf = (vat: VatColumn): VatKind =>
  vat === 'high' || vat === 'low' || vat === 'other' ? vat : 'none'
