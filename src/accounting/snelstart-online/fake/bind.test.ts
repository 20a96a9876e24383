import { expect, test } from 'vitest'
import { bindValue, parseBody, readDateTime, readGuid } from './bind.ts'
import { Refusal } from './refusal.ts'
import { relatieShape } from './shapes/relation.ts'
import { verkooporderShape } from './shapes/sales.ts'

function bodyOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.body
    throw error
  }
  throw new Error('not refused')
}

test('names are read in any case, unknown ones are dropped, and absent values are null', () => {
  const relatie = bindValue(relatieShape, { NAAM: 'X', VestigingsAdres: { STRAAT: 'Kade' }, onbekend: 1 }, 'relatie')
  expect(relatie.naam).toBe('X')
  expect(relatie.vestigingsAdres).toEqual({
    contactpersoon: null,
    straat: 'Kade',
    postcode: null,
    plaats: null,
    land: null,
  })
  expect(relatie.memo).toBeNull()
  expect(relatie).not.toHaveProperty('onbekend')
})

test('money may be numeric text, and enums may be numbers or names in any case', () => {
  const order = bindValue(
    verkooporderShape,
    { verkooporderBtwIngaveModel: 1, procesStatus: 'bevestiging', regels: [{ stuksprijs: '121.00', aantal: ' 3 ' }] },
    'verkooporder',
  )
  expect(order.verkooporderBtwIngaveModel).toBe('Exclusief')
  expect(order.procesStatus).toBe('Bevestiging')
  expect(order.regels?.[0]).toMatchObject({ stuksprijs: 121, aantal: 3 })
})

test.each([
  [{ krediettermijn: 'a' }, 'relatie.krediettermijn'],
  [{ krediettermijn: 1.5 }, 'relatie.krediettermijn'],
  [{ relatiesoort: ['Onbekend'] }, 'relatie.relatiesoort[0]'],
  [{ vestigingsAdres: 'Kade' }, 'relatie.vestigingsAdres'],
  [{ factuurRelatie: { id: 'geen' } }, 'relatie.factuurRelatie.id'],
  [{ nonactief: 'misschien' }, 'relatie.nonactief'],
])('%j does not fit the model and the place is named', (value, place) => {
  const body = bodyOf(() => bindValue(relatieShape, value, 'relatie')) as { modelState: Record<string, string[]> }
  expect(Object.keys(body.modelState)).toEqual([place])
})

test('an empty body is ALG-0106 and broken JSON a binding error', () => {
  expect(bodyOf(() => parseBody(' ', 'relatie'))).toMatchObject([{ errorCode: 'ALG-0106' }])
  expect(bodyOf(() => parseBody('null', 'relatie'))).toMatchObject([{ errorCode: 'ALG-0106' }])
  expect(bodyOf(() => parseBody('{"naam": ', 'relatie'))).toHaveProperty('modelState.relatie')
})

test('date-times lose their zone and the zeros at their end', () => {
  expect(readDateTime('2026-02-03')).toBe('2026-02-03T00:00:00')
  expect(readDateTime('2026-02-03T04:05')).toBe('2026-02-03T04:05:00')
  expect(readDateTime('2026-02-03T04:05:10.120+02:00')).toBe('2026-02-03T04:05:10.12')
  expect(readDateTime('2026-02-03T04:05:10.000Z')).toBe('2026-02-03T04:05:10')
  expect(readDateTime('2026-13-03')).toBeNull()
  expect(readDateTime('3-2-2026')).toBeNull()
})

test('guids are read with or without braces and dashes', () => {
  const guid = '0123abcd-0000-4000-a000-00000000abcd'
  expect(readGuid(guid.toUpperCase())).toBe(guid)
  expect(readGuid(`{${guid}}`)).toBe(guid)
  expect(readGuid(guid.replaceAll('-', ''))).toBe(guid)
  expect(readGuid('1')).toBeNull()
})
