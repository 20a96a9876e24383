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

for (const text of ['', 'ABCDE', 'é'.repeat(65), '-'.repeat(80)])
  test(`what is no code at all is refused: '${text.slice(0, 8)}'`, () => {
    expect(fromRecoveryCode(text).ok).toBe(false)
  })
