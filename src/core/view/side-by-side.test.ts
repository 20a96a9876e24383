import { expect, test } from 'vitest'
import type { SalesOrderDocument, SalesOrderLine } from '../administration.ts'
import type { ArticleCode } from '../ids.ts'
import type { Decimal } from '../money.ts'
import { type Case, plan } from '../sales-order/testing/book.ts'
import { orderOf } from '../sales-order/testing/orders.ts'
import { sideBySide } from './side-by-side.ts'

/** 'line MOK 1×10 | MOK 1×10' per row; '!' before those that differ. */
function rowsOf(given: Case, change: (document: SalesOrderDocument) => SalesOrderDocument = (same) => same) {
  const { document, expected } = plan(given)
  return inWords(orderOf(given.order), change(document), expected)
}

function inWords(...given: Parameters<typeof sideBySide>): readonly string[] {
  const { rows } = sideBySide(...given)
  const side = (of: (typeof rows)[number]['shop']): string =>
    of === null ? '–' : `${of.code || of.description} ${of.quantity}×${of.unitPrice}`
  return rows.map(
    ({ kind, shop, snelstart, differs }) => `${differs ? '!' : ''}${kind} ${side(shop)} | ${side(snelstart)}`,
  )
}

const mug = { code: 'MOK', price: '10', qty: '2' }
const shipping = { kind: 'shipping', amount: '6', title: 'Verzending' } as const
const mugs: Case = { order: { priceEntry: 'incl', lines: [mug], charges: [shipping] } }

const firstLine =
  (change: Partial<SalesOrderLine>) =>
  (document: SalesOrderDocument): SalesOrderDocument => ({
    ...document,
    lines: document.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
  })

test('each line and charge of the shop stands beside what becomes of it', () => {
  expect(rowsOf(mugs)).toEqual([
    'line MOK 2×10 | MOK 2×10',
    expect.stringMatching(/^charge Verzending 1×\S+ \| VERZEND/),
  ])
})

test('the total of both sides is compared to the cent', () => {
  const { document, expected } = plan(mugs)
  expect(sideBySide(orderOf(mugs.order), document, expected).totals.differs).toBe(false)
  const off = { ...expected, totalIncl: '1' as Decimal }
  expect(sideBySide(orderOf(mugs.order), document, off).totals).toMatchObject({ snelstart: '1', differs: true })
})

test.each<[string, Partial<SalesOrderLine>]>([
  ['another price', { unitPrice: '9.99' as Decimal }],
  ['another quantity at the same amount', { quantity: '4' as Decimal, unitPrice: '5' as Decimal }],
  ['another rate', { vatPercent: '9' as Decimal }],
])('%s is marked', (_, change) => {
  expect(rowsOf(mugs, firstLine(change))[0]).toMatch(/^!line/)
})

test('a line that is not taken over is marked', () => {
  const without = (document: SalesOrderDocument) => ({ ...document, lines: document.lines.slice(1) })
  expect(rowsOf(mugs, without)[0]).toBe('!line MOK 2×10 | –')
})

test('a line that was split stands on rows of its own, and its parts together are what is compared', () => {
  const split = (document: SalesOrderDocument): SalesOrderDocument => {
    const [first, ...rest] = document.lines as [SalesOrderLine, ...SalesOrderLine[]]
    const piece = (unitPrice: string): SalesOrderLine => ({
      ...first,
      quantity: '1' as Decimal,
      unitPrice: unitPrice as Decimal,
    })
    return { ...document, lines: [piece('9.99'), piece('10.01'), ...rest] }
  }
  expect(rowsOf(mugs, split).slice(0, 2)).toEqual(['line MOK 2×10 | MOK 1×9.99', 'line – | MOK 1×10.01'])
})

test('options and components stand with the line that they belong to', () => {
  const withMore = (document: SalesOrderDocument): SalesOrderDocument => {
    const [first, ...rest] = document.lines as [SalesOrderLine, ...SalesOrderLine[]]
    const zero = { unitPrice: '0' as Decimal, quantity: '2' as Decimal }
    const option: SalesOrderLine = {
      ...first,
      ...zero,
      articleCode: 'OPTIE' as ArticleCode,
      origin: { kind: 'option', ref: `${first.origin.ref}/1` },
    }
    const part: SalesOrderLine = {
      ...option,
      articleCode: 'DEEL' as ArticleCode,
      origin: { kind: 'component', ref: `${first.origin.ref}/1` },
    }
    return { ...document, lines: [first, option, part, ...rest] }
  }
  const [line, option, component] = rowsOf(mugs, withMore)
  expect([line, option, component]).toEqual([
    'line MOK 2×10 | MOK 2×10',
    'option – | OPTIE 2×0',
    'component – | DEEL 2×0',
  ])
})

test('a difference that is booked on purpose is shown and not marked', () => {
  const withDifference = (document: SalesOrderDocument): SalesOrderDocument => {
    const [first] = document.lines as [SalesOrderLine]
    const line: SalesOrderLine = {
      ...first,
      articleCode: 'VERSCHIL' as ArticleCode,
      origin: { kind: 'difference', ref: '1' },
    }
    return { ...document, lines: [...document.lines, line] }
  }
  expect(rowsOf(mugs, withDifference).at(-1)).toBe('difference – | VERSCHIL 2×10')
})

test('without a decision the shop’s side stands alone and nothing is marked', () => {
  expect(inWords(orderOf(mugs.order), null, null)).toEqual([
    'line MOK 2×10 | –',
    expect.stringMatching(/^charge .* \| –$/),
  ])
})
