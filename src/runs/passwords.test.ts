import { expect, test } from 'vitest'
import { hashPassword, nobodysHash, requirePassword, verifyPassword } from './passwords.ts'

test('a password is known again by its hash, and another one is not', async () => {
  const hash = await hashPassword('correct paard batterij')
  expect(hash).not.toContain('paard')
  expect(await verifyPassword('correct paard batterij', hash)).toBe(true)
  expect(await verifyPassword('correct paard batterij ', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

test('the same password has another hash each time', async () => {
  expect(await hashPassword('correct paard')).not.toBe(await hashPassword('correct paard'))
})

test('an accent typed as one character or as two is the same password', async () => {
  expect(await verifyPassword('cafe\u0301-creme-1', await hashPassword('caf\u00e9-creme-1'))).toBe(true)
})

test('what is no hash of ours lets nobody in', async () => {
  for (const hash of ['', 'scrypt', 'plain$secret', 'scrypt$40$8$1$AA$AA', `${nobodysHash.slice(0, 20)}`])
    expect(await verifyPassword('secret', hash)).toBe(false)
  expect(await verifyPassword('secret', nobodysHash)).toBe(false)
})

test('a password has at least ten characters, counted as a person counts them', () => {
  expect(() => requirePassword('kortwoord')).toThrow(expect.objectContaining({ code: 'password.short' }))
  expect(() => requirePassword('🐴🐴🐴🐴🐴')).toThrow(expect.objectContaining({ code: 'password.short' }))
  expect(() => requirePassword('langgenoeg')).not.toThrow()
  expect(() => requirePassword('x'.repeat(201))).toThrow(expect.objectContaining({ code: 'password.long' }))
})
