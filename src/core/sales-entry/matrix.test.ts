// FIN-2: cells, what may stand in for an empty one, what SnelStart refuses, and what a standard chart fills.
import { describe, expect, test } from 'vitest'
import type { LedgerAccount } from '../administration.ts'
import { candidatesOf } from './fallback.ts'
import { allCells, type CellKey, cellWords, keyOf } from './matrix.ts'
import { cellRefusal, freeAccountRefusal } from './refusals.ts'
import { standardFill } from './standard-fill.ts'
import { account, ledgerAccounts } from './testing/administration.ts'

const cellOf = (key: string) => allCells.find((cell) => keyOf(cell) === key)!
const ledger = (number: number): LedgerAccount => ledgerAccounts.find((each) => each.number === String(number))!

const standIns: readonly (readonly [cell: CellKey, ...standIns: CellKey[]])[] = [
  ['turnover.high.nl'],
  ['turnover.high.eu', 'turnover.high.nl'],
  ['shipping.low.world', 'shipping.low.nl', 'turnover.low.world', 'turnover.low.nl'],
  ['discount.exempt.eu', 'discount.exempt.nl', 'turnover.exempt.eu', 'turnover.exempt.nl'],
  ['turnover.zero.eu'],
  ['turnover.zero.world'],
  ['payment.zero.world', 'turnover.zero.world'],
  ['shipping.reversed.eu', 'turnover.reversed.eu'],
  ['shipping.SR.eu', 'turnover.SR.eu'],
]

const refusals: readonly (readonly [cell: CellKey, account: LedgerAccount, reason: RegExp | null])[] = [
  ['turnover.high.nl', ledger(8000), null],
  ['turnover.high.eu', ledger(8000), null],
  ['turnover.high.nl', ledger(8010), /andere btw-soort/],
  ['turnover.high.nl', ledger(8999), /non-actief/],
  ['turnover.high.nl', ledger(1300), /SnelStart zelf/],
  ['turnover.high.nl', ledger(1671), /SnelStart zelf/],
  [
    'turnover.high.nl',
    account(1, 'Met kostenplaats', 'Diversen', ['high'], { costCentreRequired: true }),
    /kostenplaats/,
  ],
  ['turnover.high.nl', account(1, 'Vrij', 'Diversen', ['high', 'low']), null],
  ['turnover.zero.nl', ledger(8070), /btw-nummer/],
  ['turnover.reversed.eu', ledger(8070), null],
  ['turnover.reversed.eu', ledger(8050), /ICP/],
  ['turnover.zero.world', ledger(8060), null],
  ['turnover.zero.nl', ledger(8060), /buiten de EU/],
  ['turnover.SR.eu', ledger(8100), null],
  ['turnover.RRH.eu', ledger(8100), /OSS/],
  ['turnover.high.eu', ledger(8100), /andere btw-soort/],
]

describe('the matrix', () => {
  test.each(standIns)('FIN-2 %s may be taken from its stand-ins only', (cell, ...others) => {
    expect(candidatesOf(cellOf(cell)).map(keyOf)).toEqual([cell, ...others])
  })

  test('FIN-2 a stand-in never has another VAT kind', () => {
    for (const cell of allCells) for (const other of candidatesOf(cell)) expect(other.vat).toBe(cell.vat)
  })

  test.each(refusals)('FIN-2 %s: account %o', (cell, given, reason) => {
    const refused = cellRefusal(cellOf(cell), given)
    if (reason === null) expect(refused).toBeNull()
    else expect(refused?.nl).toMatch(reason)
  })

  test('an account for gift cards is outside the VAT return', () => {
    expect(freeAccountRefusal(ledger(1850))).toBeNull()
    expect(freeAccountRefusal(ledger(8030))?.nl).toMatch(/omzetrekening/)
    expect(freeAccountRefusal(ledger(8000))).not.toBeNull()
  })

  test('FIN-2 the standard accounts: by function first, then by name, and never one that is refused', () => {
    const filled = standardFill(ledgerAccounts)
    expect(Object.fromEntries(filled.map(({ cell, ledger }) => [cell, ledger]))).toEqual({
      'turnover.high.nl': '8000',
      'turnover.low.nl': '8010',
      'turnover.exempt.nl': '8030',
      'turnover.reversed.eu': '8070',
      'turnover.zero.world': '8060',
      'turnover.SR.eu': '8100',
      'turnover.RRH.eu': '8101',
      'shipping.high.nl': '8400',
      'payment.high.nl': '8420',
      'discount.high.nl': '8900',
    })
  })

  test('a cell is called as the manual calls it', () => {
    expect(cellWords(cellOf('turnover.high.nl')).nl).toBe('Omzet Nederland, btw hoog')
  })
})
