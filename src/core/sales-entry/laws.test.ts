// The laws of every entry, whatever the order and however the matrix is filled: it balances to the cent, VAT per rate is the
// shop's, the same input gives the same plan. The recomputation shares no code with what it checks.
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { type Entry, type OrderSketch, orderOf } from '../sales-order/testing/orders.ts'
import { decideSalesEntry } from './decide-sales-entry.ts'
import { allCells, keyOf } from './matrix.ts'
import { cellRefusal } from './refusals.ts'
import { account, bookChoices, entryKnown, ledgerAccounts } from './testing/administration.ts'

const percents = ['21', '9', '0'] as const
const price = fc.oneof(
  fc.integer({ min: 1, max: 20_000_000 }).map((units) => new Big(units).div(10_000).toFixed()),
  fc.constantFrom('0.3333', '0.0413', '8.2645', '3.6697', '0', '99.95', '4.95'),
)
const line = fc.record({
  price,
  qty: fc.oneof(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom('0.75', '-1', '-3')),
  percent: fc.constantFrom(...percents),
})
const charge = fc
  .record({
    kind: fc.constantFrom('shipping', 'payment', 'fee', 'wrapping', 'discount', 'giftCard', 'rounding' as const),
    cents: fc.integer({ min: 1, max: 20_000 }),
    percent: fc.constantFrom(...percents),
  })
  .map(({ kind, cents, percent }) => ({
    kind,
    amount: new Big(kind === 'discount' || kind === 'giftCard' ? -cents : cents).div(100).toFixed(),
    percent: kind === 'giftCard' ? null : percent,
  }))
const sketch: fc.Arbitrary<OrderSketch> = fc.record({
  priceEntry: fc.constantFrom<Entry>('incl', 'excl'),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  charges: fc.array(charge, { maxLength: 3 }),
})

/** Any fill: cells empty, right, wrong, unknown. */
const numbers = ['', ...ledgerAccounts.map(({ number }) => number), '7777']
const anyFill = fc.array(fc.constantFrom(...numbers), { minLength: allCells.length, maxLength: allCells.length })
/** Only accounts that SnelStart takes, and no cell empty that has one. */
const rightFill = Object.fromEntries(
  allCells.flatMap((cell) => {
    const fitting = [...ledgerAccounts, account(8020, 'Overig', 'VerkopenOmzetOverig', ['other'])]
    const found = fitting.find((each) => cellRefusal(cell, each) === null)
    return found === undefined ? [] : [[keyOf(cell), found.number] as const]
  }),
)
const fill = fc.oneof(
  fc.constant(rightFill),
  anyFill.map((values) => Object.fromEntries(allCells.map((cell, index) => [keyOf(cell), values[index]!]))),
)
const place = fc.constantFrom(
  {},
  { country: 'DE' as CountryCode },
  { country: 'DE' as CountryCode, hasVatNumber: true },
  { country: 'US' as CountryCode },
)
const namesACell = ['entry.cellEmpty', 'entry.ledgerUnknown', 'entry.ledgerRefused']

const cents = (value: string): string => new Big(value).round(2, Big.roundHalfUp).toFixed(2)

describe('every order that adds up, and every fill of the matrix', () => {
  test('FIN-4 the entry balances to the cent and VAT per rate is the shop’s, or a problem names the cell', () => {
    let [tried, planned] = [0, 0]
    fc.assert(
      fc.property(sketch, fill, place, fc.boolean(), (sketched, ledgerMatrix, customer, exempt) => {
        const order = orderOf(sketched)
        const untaxed = exempt ? 'exempt' : 'zero'
        const decision = decideSalesEntry(
          order,
          { ...bookChoices, ledgerMatrix, untaxed },
          entryKnown({ known: { customer } }),
        )
        const right = ledgerMatrix === rightFill
        if (decision.kind === 'problem') {
          const { code, data } = decision.problem
          if (namesACell.includes(code))
            expect(data['placeNl'] ?? data['cellNl']).toMatch(/^(Omzet|Verzend|Betal|Kort)/)
          else expect(['entry.reverseMixed', 'entry.rounding']).toContain(code)
          if (right) expect(namesACell).not.toContain(code)
          if (right && code !== 'entry.reverseMixed') tried++
          return
        }
        if (decision.kind === 'skip') return
        if (right) planned++
        if (right) tried++
        const { lines, vat, totalIncl } = decision.plan.document
        const amounts = [...lines.map(({ amountExcl }) => amountExcl), ...vat.map(({ amount }) => amount)]
        expect(amounts.reduce((total, each) => total.plus(each), new Big(0)).toFixed(2)).toBe(cents(order.totalIncl))
        expect(totalIncl).toBe(order.totalIncl)
        expect(lines.filter(({ amountExcl }) => new Big(amountExcl).eq(0))).toEqual([])
        for (const [percent, kind] of [
          ['21', 'high'],
          ['9', 'low'],
        ] as const) {
          const shop = order.vat.find(({ vatPercent }) => vatPercent === percent)?.vatAmount ?? '0'
          expect(cents(vat.find((row) => row.kind === kind)?.amount ?? '0')).toBe(cents(shop))
        }
      }),
      { numRuns: 1500 },
    )
    expect(planned / tried).toBeGreaterThan(0.98)
  })

  test('the same order, settings and knowledge give the same decision', () => {
    fc.assert(
      fc.property(sketch, fill, place, (sketched, ledgerMatrix, customer) => {
        const once = () =>
          decideSalesEntry(orderOf(sketched), { ...bookChoices, ledgerMatrix }, entryKnown({ known: { customer } }))
        expect(once()).toEqual(once())
      }),
      { numRuns: 200 },
    )
  })
})
