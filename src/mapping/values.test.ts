import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecoder } from './charset.ts'
import { createCountryNames } from './countries.ts'
import { parsePath } from './paths.ts'
import { guessSeparator } from './read-csv.ts'
import { parseAmount, parseMoment } from './values.ts'

test.each([
  ['12,10', 'auto', '12.1'],
  ['12.10', 'auto', '12.1'],
  ['€ 1.234,50', 'auto', '1234.5'],
  ['1,234.50', 'auto', '1234.5'],
  ['1.234.567', 'auto', '1234567'],
  ['1.234', 'auto', '1.234'],
  ['1.234', 'comma', '1234'],
  ['1,234', 'point', '1234'],
  ['-12,10', 'comma', '-12.1'],
  ['12,10-', 'comma', '-12.1'],
  ['(3.00)', 'point', '-3'],
  ['21 %', 'auto', '21'],
  ['5,-', 'comma', '5'],
  ['0', 'auto', '0'],
  ['.50', 'point', '0.5'],
] as const)('%s with decimal sign %s is %s', (text, sign, value) => {
  expect(parseAmount(text, sign)).toBe(value)
})

test.each(['', 'veel', '1,2,3', '12.3.4,5', '1.23,4.5', '--5', '1e5'])('%s is no amount', (text) => {
  expect(parseAmount(text, 'auto')).toBeNull()
})

describe('moments', () => {
  test.each([
    ['2024-03-05 14:22:10', 'yyyy-MM-dd HH:mm:ss', '2024-03-05T13:22:10Z'],
    ['5-3-2024', 'dd-MM-yyyy', '2024-03-04T23:00:00Z'],
    ['20240305142210', 'yyyyMMddHHmmss', '2024-03-05T13:22:10Z'],
    ['2024-03-05T14:22:10+02:00', 'iso', '2024-03-05T12:22:10Z'],
    ['2024-07-05', 'iso', '2024-07-04T22:00:00Z'],
    ['1709645000', 'unix', '2024-03-05T13:23:20Z'],
  ])('%s as %s is %s', (text, pattern, instant) => {
    expect(parseMoment(text, [pattern], 'Europe/Amsterdam')).toBe(instant)
  })

  test('the first pattern that fits counts; a day that does not exist fits none', () => {
    expect(parseMoment('05/03/2024', ['iso', 'dd/MM/yyyy'], 'UTC')).toBe('2024-03-05T00:00:00Z')
    expect(parseMoment('31-02-2024', ['dd-MM-yyyy'], 'UTC')).toBeNull()
    expect(parseMoment('morgen', ['iso', 'dd-MM-yyyy', 'unix'], 'UTC')).toBeNull()
  })
})

test('countries are known by code and by name in four languages', () => {
  const { find } = createCountryNames()
  expect(['NL', 'nld', 'Nederland', 'the netherlands', 'Allemagne', 'Deutschland', 'UK', 'België'].map(find)).toEqual([
    ...['NL', 'NL', 'NL', 'NL', 'DE', 'DE', 'GB', 'BE'],
  ])
  expect(find('Atlantis')).toBeNull()
})

test('UTF-8 stays as it is, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, size) => {
      const decoder = createDecoder('auto')
      const bytes = new TextEncoder().encode(text)
      let read = ''
      for (let at = 0; at < bytes.length; at += size) read += decoder.write(bytes.subarray(at, at + size))
      expect(read + decoder.end()).toBe(text)
    }),
  )
})

test('a byte order mark decides: UTF-16 as Excel writes it', () => {
  const decoder = createDecoder('auto')
  expect(
    decoder.write(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('café', 'utf16le')])) + decoder.end(),
  ).toBe('café')
  expect(decoder.found()).toBe('utf-16')
})

test('the separator is the sign that the heading has most of', () => {
  expect([';', ',', '\t', '|'].map((sign) => guessSeparator(`a${sign}"b;,;,;,"${sign}c\n1;1;1;1,2,3`))).toEqual([
    ';',
    ',',
    '\t',
    '|',
  ])
})

test('what is no path is refused', () => {
  expect(['a/b/@c', "a[@b='c/d']/e", '.', '@x y', '*'].map((text) => parsePath(text) !== null)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(
    ['a[[b', 'a b', "a[b='c']", 'a/@', ''].map((text) => parsePath(text)).filter((path) => path !== null),
  ).toHaveLength(1)
})
