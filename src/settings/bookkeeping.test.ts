// FIN-2 as a setting: the matrix on the command line and in a form, and profiles from before there was one.
import { describe, expect, test } from 'vitest'
import { bookkeepingFields, bookkeepingSettings } from './bookkeeping.ts'
import { metaOf } from './field.ts'
import { checkSetting, readSetting } from './profile.ts'

const { ledgerMatrix } = bookkeepingFields

describe('the matrix of ledger accounts', () => {
  test('FIN-2 is read from text as cell=account pairs', () => {
    const value = { 'turnover.high.nl': '8000', 'shipping.high.nl': '8400' }
    expect(readSetting(ledgerMatrix, 'turnover.high.nl=8000, shipping.high.nl = 8400')).toEqual({ ok: true, value })
    expect(readSetting(ledgerMatrix, '')).toEqual({ ok: true, value: {} })
  })

  test('an unknown cell is refused, with what would be right', () => {
    const refused = readSetting(ledgerMatrix, 'omzet.hoog=8000')
    expect(refused.ok === false && refused.expected.nl).toContain('turnover.high.nl=8000')
  })

  test('a cell that is made empty in a form is left out', () => {
    const checked = checkSetting(ledgerMatrix, { 'turnover.high.nl': '8000', 'turnover.low.nl': ' ' })
    expect(checked).toEqual({ ok: true, value: { 'turnover.high.nl': '8000' } })
  })

  test('every cell of rows and columns has its key, and no other', () => {
    const matrix = metaOf(ledgerMatrix)?.matrix
    const columns = matrix?.columnGroups.flatMap((group) => group.columns.map(({ key }) => key)) ?? []
    const keys = matrix?.rows.flatMap((row) => columns.map((column) => `${row.key}.${column}`))
    expect(keys?.toSorted()).toEqual(matrix?.cells.toSorted())
  })

  test('a profile from before has the defaults', () => {
    expect(bookkeepingSettings.parse({})).toMatchObject({ ledgerMatrix: {}, markUnread: false, untaxed: 'zero' })
  })
})
