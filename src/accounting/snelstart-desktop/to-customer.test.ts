import { expect, test } from 'vitest'
import { toCustomer } from './to-customer.ts'

test.each([
  ['12345678', '12345678'],
  ['01234567', '01234567'],
  ['12.34.56.78', '12345678'],
  ['2147483647', '2147483647'],
  ['', ''],
])('a chamber of commerce number goes as a whole number: ‘%s’', (cocNumber, expected) => {
  expect(toCustomer({ cocNumber }, () => null)).toEqual({ cocNumber: expected })
})

test.each(['HRB12345', 'SC123456', '2147483648', '123456789012'])(
  'one that SnelStart’s whole number cannot hold is left out, never sent as another’s: ‘%s’',
  (cocNumber) => {
    expect(toCustomer({ cocNumber, name: 'Firma' }, () => null)).toEqual({ name: 'Firma' })
  },
)
