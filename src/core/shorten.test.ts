import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test.each([
  ['precies tien', 12, 'precies tien', false],
  ['precies tien', 11, 'precies ti…', true],
  ['woord woord', 7, 'woord…', true],
  ['  twee\n regels ', 50, 'twee regels', false],
  ['ab😀cd', 4, 'ab…', true],
])('‘%s’ within %i becomes ‘%s’', (text, limit, expected, cut) => {
  expect(shorten(text, limit)).toEqual({ text: expected, cut })
})
