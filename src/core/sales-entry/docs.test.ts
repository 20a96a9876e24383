// docs/bookkeeping.md and the code name the same places, cells and VAT kinds.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { descriptionPlaces } from './description.ts'
import { allCells } from './matrix.ts'

const page = readFileSync(new URL('../../../docs/bookkeeping.md', import.meta.url), 'utf8')

test.each(descriptionPlaces)('the place {$nl} is in the docs, in both languages', ({ nl, en }) => {
  expect(page).toContain(`| \`{${nl}}\` | \`{${en}}\` |`)
})

test('every kind, VAT kind and region of the matrix is in the docs', () => {
  const words = new Set(allCells.flatMap(({ kind, vat, region }) => [kind, vat, region]))
  for (const word of words) expect(page).toContain(`\`${word}\``)
})
