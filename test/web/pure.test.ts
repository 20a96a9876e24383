// The parts of the page that only compute.
import { expect, test } from 'vitest'
import { selectAt, selectedRange } from '../../web/src/pages/log/selection.ts'
import { shortCause } from '../../web/src/parts/short-cause.ts'
import { en } from '../../web/src/text/en.ts'
import { nl } from '../../web/src/text/nl.ts'

const key = (name: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})

test('Shift goes on choosing from where it began, other keys begin anew', () => {
  const start = selectAt(key('ArrowDown'), { anchor: -1, focus: -1 }, 10)
  expect(start).toEqual({ anchor: 0, focus: 0 })
  const more = selectAt(key('PageDown', { shiftKey: true }), { anchor: 2, focus: 2 }, 10)
  expect(more).toEqual({ anchor: 2, focus: 9 })
  expect(selectedRange({ anchor: 7, focus: 3 })).toEqual([3, 7])
  expect(selectAt(key('ArrowUp'), { anchor: 2, focus: 9 }, 10)).toEqual({ anchor: 8, focus: 8 })
  expect(selectAt(key('a', { ctrlKey: true }), { anchor: 4, focus: 4 }, 10)).toEqual({ anchor: 0, focus: 9 })
  expect(selectAt(key('x'), { anchor: 4, focus: 4 }, 10)).toBeNull()
})

test('a message beside its order does not say the order again', () => {
  const order = { number: '1009', customer: 'De Vries' }
  expect(shortCause('Order 1009 (De Vries, € 5,00): de order is leeg.', order, '€ 5,00')).toBe('De order is leeg.')
  expect(shortCause('Order 1009 of De Vries (€5.00): it is empty.', order, '€5.00')).toBe('It is empty.')
  expect(shortCause('Iets anders.', order, '€ 5,00')).toBe('Iets anders.')
})

type Words = { readonly [name: string]: string | Words }

const leaves = (words: Words, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : leaves(value, `${path}${name}.`),
  )

test('both languages fill in the same places', () => {
  const places = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
  const english = new Map(leaves(en))
  const differing = leaves(nl).filter(
    ([name, text]) => String(places(text)) !== String(places(english.get(name) ?? '')),
  )
  expect(differing.map(([name]) => name)).toEqual([])
})
