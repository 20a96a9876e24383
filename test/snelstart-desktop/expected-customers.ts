// The answers of expected.json about customers and how they are recognised.
import { expect, test } from 'vitest'
import { postcodeKey } from '../../src/core/customer/postcodes.ts'
import { recognise } from '../../src/core/customer/recognise.ts'
import { sampleChoices, sampleOrder } from '../../src/core/customer/samples.ts'
import { type EmailRound, searchKey } from '../../src/core/customer/search-keys.ts'
import type { CountryCode, RemoteId } from '../../src/core/ids.ts'
import type { Demo } from './demo.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { never } from './reading.ts'

export function customerAnswers(demo: Demo, expected: ExpectedAnswers): void {
  test('CUST-1 customers are those with a positive code, inactive ones too; suppliers and the own company are none', () => {
    expect(demo.customers).toHaveLength(expected.customers.customersWithPositiveCode)
    expect(demo.customers.filter(({ inactive }) => !inactive)).toHaveLength(expected.customers.ofWhichActive)
    expect(new Set(demo.customers.map(({ code }) => code)).size).toBe(demo.customers.length)
  })

  const codesOf = (key: string | null, inactive: boolean): number[] =>
    demo.index
      .find(key)
      .filter((ref) => ref.inactive === inactive)
      .map(({ code }) => Number(code))
  const rounds: readonly EmailRound[] = ['main', 'invoice', 'other']

  test.each(expected.searches)('CUST-2 … CUST-4 search $id by $kind', ({ kind, expect: answer, ...asked }) => {
    const email = asked.email?.toLowerCase() ?? ''
    const country = (asked.country ?? 'NL') as CountryCode
    if (kind === 'email' || kind === 'emailAndPostcode') {
      const keys = rounds.map((round) => searchKey.email(round, email))
      const delivery = kind === 'email' ? null : { postcode: asked.postcode ?? '' }
      const order = sampleOrder({ customer: { email }, delivery })
      const outcome = recognise(order, sampleChoices({ recognition: kind }), demo.index)
      const isWanted = (code: number): boolean =>
        kind === 'email' || postcodeOf(code) === postcodeKey(asked.postcode ?? '', country)
      const hits = keys.map((key) => codesOf(key, false).filter(isWanted))
      expect(hits.find((codes) => codes.length > 0) ?? []).toEqual(answer.codes)
      expect(hits.findIndex((codes) => codes.length > 0) + 1 || null).toBe(answer.step)
      expect(keys.flatMap((key) => codesOf(key, true))).toEqual(answer.inactive)
      const [only] = answer.codes
      expect(outcome).toMatchObject(
        answer.ambiguous
          ? { kind: 'problem', problem: { code: 'customer.ambiguous' } }
          : only === undefined
            ? { kind: 'new' }
            : { kind: 'found', customer: { code: String(only) } },
      )
      return
    }
    if (kind === 'emailAllFieldsThenPostcodes') {
      const all = rounds.flatMap((round) => codesOf(searchKey.email(round, email), false)).toSorted()
      const postcodes = (asked.postcodes ?? []).map((postcode) => postcodeKey(postcode, country))
      expect(all).toEqual(answer.beforeNarrowing)
      expect(all.filter((code) => postcodes.includes(postcodeOf(code)))).toEqual(answer.codes)
      const order = sampleOrder({ customer: { email }, invoice: { postcode: asked.postcodes?.[0] ?? '' } })
      expect(recognise(order, sampleChoices({ recognition: 'smart' }), demo.index)).toMatchObject(
        answer.ambiguous
          ? { kind: 'problem', problem: { code: 'customer.ambiguous' } }
          : { kind: 'found', customer: { code: String(answer.codes[0]) } },
      )
      return
    }
    const key =
      kind === 'vat'
        ? searchKey.vatNumber(asked.vat ?? '', country)
        : kind === 'coc'
          ? searchKey.cocNumber(asked.coc ?? '', country)
          : searchKey.nameAndPlace(asked.name ?? '', country, postcodeKey(asked.postcode ?? '', country))
    expect(codesOf(key, false)).toEqual(answer.codes)
    expect(codesOf(key, true)).toEqual(answer.inactive)
  })

  const postcodeOf = (code: number): string => demo.index.find(searchKey.code(String(code)))[0]?.postcode ?? ''

  test('CUST-2 finds customers by e-mail in any field, fresh and in one question', async () => {
    await demo.reading.findCustomers({ code: null, email: 'niemand@nergens.example' }, never)
    for (const { kind, email, expect: answer } of expected.searches) {
      if (kind !== 'email' || email === undefined) continue
      const before = demo.database.calls()
      const found = await demo.reading.findCustomers({ code: null, email }, never)
      expect(demo.database.calls() - before).toBe(1)
      const codes = found.map(({ code }) => Number(code))
      expect(codes).toEqual(expect.arrayContaining([...answer.codes, ...answer.inactive]))
      if (answer.codes.length + answer.inactive.length === 0) expect(codes).toEqual([])
    }
    const byCode = await demo.reading.findCustomers({ code: demo.customers[0]!.code, email: null }, never)
    expect(byCode).toEqual([{ ...demo.customers[0]!, modifiedAt: null }])
    expect(await demo.reading.customerById(demo.customers[0]!.id, never)).toEqual({
      ...demo.customers[0]!,
      modifiedAt: null,
    })
    expect(await demo.reading.customerById('1' as RemoteId, never)).toBeNull()
  })
}
