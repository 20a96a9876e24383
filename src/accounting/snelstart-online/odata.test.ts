import { expect, test } from 'vitest'
import {
  allOf,
  anyIs,
  anyOf,
  compareDateTimes,
  contains,
  equalsId,
  equalsNumber,
  equalsText,
  filtersOf,
  fromDateTime,
  withQuery,
} from './odata.ts'

test('literals are written as version 3 wants them', () => {
  expect(allOf(equalsText('Naam', "O'Brien"), equalsNumber('Relatiecode', 2))).toBe(
    "Naam eq 'O''Brien' and Relatiecode eq 2",
  )
  expect(anyOf(equalsId('Relatie/Id', 'x'), anyIs('Relatiesoort', 'Klant'))).toBe(
    "Relatie/Id eq guid'x' or Relatiesoort/any(x:x eq 'Klant')",
  )
  expect(contains('FactuurEmailVersturen/Email', 'a@b.nl')).toBe(
    "substringof('a@b.nl',FactuurEmailVersturen/Email) eq true",
  )
  expect(fromDateTime('ModifiedOn', '2026-11-20T14:05:48.12')).toBe("ModifiedOn ge datetime'2026-11-20T14:05:48.12'")
})

test('a query is encoded, and what is not asked for is left out', () => {
  expect(withQuery('/relaties', { filter: equalsText('Naam', 'A & B + 1%'), top: 500, skip: 0, orderBy: null })).toBe(
    "/relaties?$filter=Naam%20eq%20'A%20%26%20B%20%2B%201%25'&$top=500",
  )
  expect(withQuery('/landen', {})).toBe('/landen')
})

test('conditions that are too long for one query string are spread over several', () => {
  const conditions = Array.from({ length: 9 }, (_, index) => contains(`Veld${index}`, 'x'.repeat(300)))
  const filters = filtersOf(conditions)
  expect(filters.length).toBeGreaterThan(1)
  for (const filter of filters) expect(encodeURIComponent(filter).length).toBeLessThan(2000)
  for (const condition of conditions) expect(filters.filter((filter) => filter.includes(condition))).toHaveLength(1)
  expect(filtersOf(conditions.slice(0, 2))).toHaveLength(1)
})

test.each([
  ['2026-11-20T14:05:48', '2026-11-20T14:05:48.000', 0],
  ['2026-11-20T14:05:48.12', '2026-11-20T14:05:48.120', 0],
  ['2026-11-20T14:05:48.12', '2026-11-20T14:05:48.5', -1],
  ['2026-11-20T14:05:48.1', '2026-11-20T14:05:48', 1],
])('%s against %s is %i', (a, b, order) => {
  expect(compareDateTimes(a, b)).toBe(order)
})
