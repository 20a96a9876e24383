// Shop against books as rows of cells, for a spreadsheet: every row of VAT, and under it the orders that explain a difference.
import type { Amounts } from '../core/comparison/amounts.ts'
import type { Comparison } from '../core/comparison/compare.ts'
import { reasonWords } from '../core/comparison/reasons.ts'
import { toFixed } from '../core/money.ts'
import { regionWords } from '../core/sales-entry/matrix.ts'
import type { Language, Text } from '../core/text.ts'

const headings: readonly Text[] = [
  { nl: 'Periode', en: 'Period' },
  { nl: 'Regio', en: 'Region' },
  { nl: 'Btw %', en: 'VAT %' },
  { nl: 'Order', en: 'Order' },
  { nl: 'Datum', en: 'Date' },
  { nl: 'Webshop excl. btw', en: 'Shop excl. VAT' },
  { nl: 'Webshop btw', en: 'Shop VAT' },
  { nl: 'Boeken excl. btw', en: 'Books excl. VAT' },
  { nl: 'Boeken btw', en: 'Books VAT' },
  { nl: 'Verschil excl. btw', en: 'Difference excl. VAT' },
  { nl: 'Verschil btw', en: 'Difference VAT' },
  { nl: 'Oorzaak', en: 'Cause' },
]

type Sides = { readonly shop: Amounts; readonly books: Amounts; readonly difference: Amounts }

/** In pages, the headings first. */
export async function* comparisonRows(
  { periods }: Comparison,
  language: Language,
): AsyncIterable<readonly (readonly string[])[]> {
  yield [headings.map((heading) => heading[language])]
  const figure = (text: string): string => (language === 'nl' ? text.replace('.', ',') : text)
  const figures = ({ shop, books, difference }: Sides): string[] =>
    [shop, books, difference].flatMap(({ baseExcl, vatAmount }) => [
      figure(toFixed(baseExcl, 2)),
      figure(toFixed(vatAmount, 2)),
    ])
  for (const { period, rows } of periods)
    for (const row of rows) {
      const head = [period, regionWords[row.region][language], figure(row.vatPercent)]
      yield [[...head, '', '', ...figures(row), '']]
      yield row.explained.map((order) => [
        ...head,
        order.number,
        order.date,
        ...figures(order),
        reasonWords[order.reason][language],
      ])
    }
}
