import { describe, expect, test } from 'vitest'
import type { CalendarDate, Instant, ProfileId } from '../ids.ts'
import { allowProfiles, type CountedProfile, checkLicence, checkRoom } from './check-licence.ts'
import { canonicalText, type Licence, parseLicenceFile, writeLicenceFile } from './licence-file.ts'
import { licenceMessages } from './messages.ts'

const day = (text: string) => text as CalendarDate
const licence: Licence = {
  holder: 'Zoë’s winkel B.V.',
  product: 's-connect',
  profiles: 3,
  kinds: [],
  issued: day('2026-03-14'),
  until: day('2027-03-14'),
}
/** Stands for a signature: the text itself. */
const fileOf = (of: Licence) => writeLicenceFile({ licence: of, signature: canonicalText(of) })
const verify = (file: { licence: Licence; signature: string }) => canonicalText(file.licence) === file.signature
const check = (text: string, today = '2026-06-01') => checkLicence(text, day(today), verify)

describe('PROF-4 a licence file', () => {
  test('is read back as it was written, and counts', () => {
    expect(check(fileOf(licence))).toEqual({ ok: true, value: licence })
  })

  test('counts whatever the order of its fields and its spaces, and with a byte order mark', () => {
    const fields = JSON.parse(fileOf(licence)) as Record<string, unknown>
    const turned = Object.fromEntries(Object.entries(fields).toReversed())
    expect(check(`\uFEFF${JSON.stringify(turned)}`).ok).toBe(true)
  })

  test.each([
    ['holder', 'Een ander'],
    ['profiles', 99],
    ['kinds', ['opencart']],
    ['until', '2099-01-01'],
    ['product', 'iets-anders'],
  ])('whose %s was changed has a signature that is not right', (field, value) => {
    const changed = JSON.stringify({ ...JSON.parse(fileOf(licence)), [field]: value })
    expect(check(changed)).toMatchObject({ ok: false, problem: { code: 'licence.signature' } })
  })

  test('for another product, rightly signed, is refused', () => {
    expect(check(fileOf({ ...licence, product: 's-desk' }))).toMatchObject({
      problem: { code: 'licence.otherProduct', data: { product: 's-desk', holder: licence.holder } },
    })
  })

  test('counts on its last day and not on the day after', () => {
    expect(check(fileOf(licence), '2027-03-14').ok).toBe(true)
    expect(check(fileOf(licence), '2027-03-15')).toMatchObject({ problem: { code: 'licence.expired' } })
  })

  test.each([
    ['geen JSON', 'JSON'],
    ['[]', 'JSON'],
    ['null', 'JSON'],
    ['{}', 'format'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), profiles: 0 }), 'profiles'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), profiles: '3' }), 'profiles'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), until: '2027-13-01' }), 'until'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), kinds: [1] }), 'kinds'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), holder: ' ' }), 'holder'],
    [JSON.stringify({ ...JSON.parse(fileOf(licence)), signature: undefined }), 'signature'],
  ])('%s is unreadable at %s', (text, place) => {
    expect(parseLicenceFile(text)).toMatchObject({ problem: { code: 'licence.unreadable', data: { place } } })
  })

  test('of a newer form asks for a newer program', () => {
    const newer = JSON.stringify({ ...JSON.parse(fileOf(licence)), format: 2, profiles: { any: 3 } })
    expect(check(newer)).toMatchObject({ problem: { code: 'licence.newerFormat' } })
  })
})

describe('PROF-2 profiles under a licence', () => {
  const profileOf = (id: string, more: Partial<CountedProfile> = {}): CountedProfile => ({
    id: id as ProfileId,
    shopKind: 'opencart',
    product: 'order',
    createdAt: `2026-01-0${id}T00:00:00.000Z` as Instant,
    ...more,
  })
  const [one, two, three] = [profileOf('1'), profileOf('2'), profileOf('3')] as const

  test('without a licence the oldest runs', () => {
    expect(allowProfiles(null, [three, one, two])).toEqual({ running: ['1'], surplus: ['2', '3'] })
    expect(allowProfiles(null, [])).toEqual({ running: [], surplus: [] })
  })

  test('with fewer than there are, the oldest run', () => {
    expect(allowProfiles({ ...licence, profiles: 2 }, [three, one, two])).toEqual({
      running: ['1', '2'],
      surplus: ['3'],
    })
  })

  test('a profile of a kind that is not named is surplus and takes no place', () => {
    const shop = profileOf('1', { shopKind: 'prestashop' })
    const booking = profileOf('2', { product: 'bookkeeping' })
    const kinds = ['opencart/order', 'myshop']
    const given = { ...licence, profiles: 1, kinds }
    expect(allowProfiles(given, [shop, booking, three])).toEqual({ running: ['3'], surplus: ['1', '2'] })
    expect(allowProfiles({ ...given, profiles: 5, kinds: ['opencart'] }, [shop, booking, three]).running).toEqual([
      '2',
      '3',
    ])
  })

  test('one more may be made while there is room for its kind', () => {
    expect(checkRoom(null, [], one).ok).toBe(true)
    expect(checkRoom(null, [one], two)).toMatchObject({ problem: { code: 'licence.full', data: { most: '1' } } })
    expect(checkRoom(licence, [one, two], three).ok).toBe(true)
    expect(checkRoom({ ...licence, kinds: ['myshop'] }, [], one)).toMatchObject({
      problem: { code: 'licence.kind', data: { kind: 'opencart/order' } },
    })
  })
})

test('every reason has words in both languages', () => {
  for (const { text, todo } of Object.values(licenceMessages))
    expect([text.nl, text.en, todo.nl, todo.en].every((words) => words.length > 10)).toBe(true)
})
