// E-mail addresses, chamber of commerce numbers, customer codes and telephone numbers: one table each.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { cocNumberKey } from './coc-numbers.ts'
import { customerCodeKey, toUsableCode } from './customer-codes.ts'
import { readEmails } from './emails.ts'
import { phoneKey, splitPhone } from './phones.ts'

describe('CUST-2 e-mail addresses are read out of lists and names, in lower case', () => {
  const cases: readonly [text: string, ...addresses: string[]][] = [
    ['jan@x.nl', 'jan@x.nl'],
    [' JAN@X.NL ', 'jan@x.nl'],
    ['jan@x.nl;info@x.nl', 'jan@x.nl', 'info@x.nl'],
    ['jan@x.nl, Info@X.nl ; jan@x.nl', 'jan@x.nl', 'info@x.nl'],
    ['Jan Jansen <jan@x.nl>', 'jan@x.nl'],
    ['"Jansen, Jan" <jan@x.nl>; info@x.nl', 'jan@x.nl', 'info@x.nl'],
    ['mailto:jan@x.nl', 'jan@x.nl'],
    ['jan@x'],
    ['jan@@x.nl'],
    ['geen'],
    [''],
    ['ik@sub.domein.co.uk\nb@c.nl', 'ik@sub.domein.co.uk', 'b@c.nl'],
    ["o'brien+shop@x.nl", "o'brien+shop@x.nl"],
  ]
  test.each(cases)('“%s”', (text, ...addresses) => {
    expect(readEmails(text)).toEqual(addresses)
  })

  test('reading the joined list again gives the same', () => {
    fc.assert(
      fc.property(fc.array(fc.emailAddress()), (addresses) => {
        const once = readEmails(addresses.join(';'))
        expect(readEmails(once.join(';'))).toEqual(once)
      }),
    )
  })
})

describe('CUST-4 chamber of commerce numbers are compared by their digits', () => {
  const cases: readonly [text: string, key: string][] = [
    ['12345678', '12345678'],
    ['KvK 12345678', '12345678'],
    ['KvK-nr. 12345678', '12345678'],
    ['01234567', '1234567'],
    ['1234567', '1234567'],
    ['12.34.56.78', '12345678'],
    ['12 345 678', '12345678'],
    ['0428.759.497', '428759497'],
    ['HRB 12345', 'HRB12345'],
    ['HRA 12345', 'HRA12345'],
    ['00000000', ''],
    ['99999999', ''],
    ['1234', ''],
    ['n.v.t.', ''],
    ['', ''],
  ]
  test.each(cases)('“%s” → “%s”', (text, key) => {
    expect(cocNumberKey(text)).toBe(key)
    expect(cocNumberKey(key)).toBe(key)
  })
})

describe('CUST-1 customer codes lose spaces and leading zeros; SnelStart takes whole numbers from 1 to 2147483647', () => {
  const cases: readonly [text: string, key: string, usable: string | null][] = [
    ['10021', '10021', '10021'],
    [' 10 021 ', '10021', '10021'],
    ['0010021', '10021', '10021'],
    ['2147483647', '2147483647', '2147483647'],
    ['2147483648', '2147483648', null],
    ['0', '0', null],
    ['000', '0', null],
    ['-2', '-2', null],
    ['K-100', 'K-100', null],
    ['1e3', '1e3', null],
    ['10.021', '10.021', null],
    ['', '', null],
  ]
  test.each(cases)('“%s” → “%s”, usable: %s', (text, key, usable) => {
    expect(customerCodeKey(text)).toBe(key)
    expect(toUsableCode(text)).toBe(usable)
  })
})

describe('CUST-5 Dutch 06 numbers are mobile, all others telephone', () => {
  const cases: readonly [phone: string, country: string | null, mobile: boolean][] = [
    ['0612345678', 'NL', true],
    ['06-12 34 56 78', 'NL', true],
    ['+31612345678', 'NL', true],
    ['+31 (0)6 12345678', 'DE', true],
    ['0031612345678', 'BE', true],
    ['0612345678', null, true],
    ['0612345678', 'FR', false],
    ['0201234567', 'NL', false],
    ['+32475123456', 'BE', false],
    ['061234567', 'NL', false],
  ]
  test.each(cases)('%s in %s: mobile %s', (phone, country, mobile) => {
    const split = splitPhone(phone, country as CountryCode | null)
    expect(split).toEqual(mobile ? { phone: '', mobile: phone } : { phone, mobile: '' })
  })

  test('what is no number fills neither', () => {
    expect(splitPhone('-', null)).toEqual({ phone: '', mobile: '' })
    expect(splitPhone('n.v.t.', null)).toEqual({ phone: '', mobile: '' })
  })

  test('the same number in another spelling is the same', () => {
    expect(phoneKey('+31 (0)20-123 45 67')).toBe(phoneKey('020 1234567'))
    expect(phoneKey('0032 475 12 34 56')).toBe(phoneKey('+32475123456'))
  })
})
