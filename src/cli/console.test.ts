import { expect, test } from 'vitest'
import { chooseLanguage } from './choose-language.ts'
import { amount, moment, table } from './console.ts'
import { progressLine } from './terminal.ts'

test('a table is as wide as its widest cells, with figures to the right and nothing behind a line', () => {
  const rows = [
    ['1001', 'Jan de Vries', '€ 38,00', ''],
    ['1002', 'Bakker', '€ 1.204,35', 'gemaakt'],
  ]
  expect(table(rows, [2])).toBe(
    ['1001  Jan de Vries     € 38,00', '1002  Bakker        € 1.204,35  gemaakt'].join('\n'),
  )
})

test('an amount that is none is left empty, and one too large for a binary fraction is exact', () => {
  expect(amount('', 'EUR', 'nl')).toBe('')
  expect(amount('onbekend', 'EUR', 'nl')).toBe('')
  expect(amount('90071992547409.93', '', 'nl')).toBe('€ 90.071.992.547.409,93')
})

test('a moment is told with its day written out and 24 hours', () => {
  const local = new Date(2026, 10, 20, 14, 5).toISOString()
  expect(moment(local, 'nl')).toBe('20 november 2026, 14:05')
  expect(moment(local, 'en')).toBe('20 November 2026, 14:05')
  expect(moment(null, 'nl')).toBe('')
})

test('progress shows how far it is, or how much where the end is not known', () => {
  expect(progressLine('Orders lezen', 0, null)).toBe('Orders lezen …')
  expect(progressLine('Orders lezen', 12, null)).toBe('Orders lezen 12')
  expect(progressLine('Orders verwerken', 1, 4)).toBe('Orders verwerken [██████░░░░░░░░░░░░░░░░░░] 1/4')
  expect(progressLine('Orders verwerken', 5, 4)).toContain(`[${'█'.repeat(24)}]`)
})

test('the last --lang counts, and one behind -- is no option', () => {
  expect(chooseLanguage(['--lang', 'en', 'demo', '--lang=nl'], {})).toEqual({ language: 'nl', wrong: null })
  expect(chooseLanguage(['demo', '--', '--lang', 'en'], {})).toEqual({ language: 'nl', wrong: null })
  expect(chooseLanguage(['demo', '--lang', 'EN'], {})).toEqual({ language: 'nl', wrong: 'EN' })
  expect(chooseLanguage([], { S_CONNECT_LANG: '' })).toEqual({ language: 'nl', wrong: null })
})
