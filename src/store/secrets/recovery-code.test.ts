import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRecoveryCode, toRecoveryCode } from './recovery-code.ts'

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('every key survives being written down and typed in small letters with look-alikes', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const typed = ` ${toRecoveryCode(key).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', '  ')} `
      expect(fromRecoveryCode(typed)).toEqual({ ok: true, key })
    }),
  )
})

test('two groups that changed places are noticed at the first of them', () => {
  const [first, second, ...rest] = toRecoveryCode(Uint8Array.from({ length: 32 }, (_, index) => index * 7)).split('-')
  expect(fromRecoveryCode([second, first, ...rest].join('-'))).toEqual({ ok: false, group: 1 })
})

test('any one wrong character is noticed, in the group where it stands', () => {
  const typo = fc.record({
    key: anyKey,
    group: fc.nat(12),
    at: fc.nat(4),
    wrong: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  })
  fc.assert(
    fc.property(typo, ({ key, group, at, wrong }) => {
      const groups = toRecoveryCode(key).split('-')
      const right = groups[group] ?? ''
      fc.pre(right[at] !== wrong)
      groups[group] = right.slice(0, at) + wrong + right.slice(at + 1)
      expect(fromRecoveryCode(groups.join('-'))).toEqual({ ok: false, group: group + 1 })
    }),
  )
})

for (const text of ['', 'ABCDE', 'é'.repeat(65), '-'.repeat(80)])
  test(`what is no code at all is refused: '${text.slice(0, 8)}'`, () => {
    expect(fromRecoveryCode(text).ok).toBe(false)
  })
