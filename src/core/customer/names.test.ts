import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKey } from './names.ts'

/** Names that are one and the same customer, each row with its key. */
const same: readonly [key: string, ...names: string[]][] = [
  ['jansen', 'Jansen', 'JANSEN', ' jansen ', 'Jansen.', 'Jansén', 'Jânsen B.V.'],
  [
    'jansen',
    'Jansen BV',
    'Jansen B.V.',
    'Jansen b.v',
    'Jansen B. V.',
    'Jansen, BV',
    'Jansen (BV)',
    'B.V. Jansen',
    'BV Jansen',
  ],
  ['jansen', 'Jansen NV', 'Jansen N.V.', 'Jansen vof', 'Jansen V.O.F.', 'VOF Jansen', 'V.o.f. Jansen', 'Jansen C.V.'],
  ['jansen', 'Eenmanszaak Jansen', 'Jansen eenmanszaak', 'Maatschap Jansen', 'Jansen B.V. i.o.', 'Jansen U.A.'],
  ['jansen', 'Besloten vennootschap Jansen', 'Jansen Naamloze Vennootschap', 'Jansen vennootschap onder firma'],
  ['hetzonnetje', 'Stichting Het Zonnetje', 'Het Zonnetje', 'Het Zonnetje, stichting', "Stichting 'Het Zonnetje'"],
  [
    'detuin',
    'Vereniging De Tuin',
    'Coöperatie De Tuin U.A.',
    'Cooperatie De Tuin',
    'Coöperatieve Vereniging De Tuin U.A.',
  ],
  [
    'jansenenzonen',
    'Jansen & Zonen',
    'Jansen en Zonen',
    'Jansen&Zonen B.V.',
    'Jansen + Zonen',
    'Jansen and Zonen',
    'Jansen und Zonen',
  ],
  [
    'dupontenfils',
    'Dupont et Fils SARL',
    'Dupont & Fils',
    'Dupont & fils S.à r.l.',
    'SARL Dupont et Fils',
    'DUPONT ET FILS, S.A.R.L.',
  ],
  [
    'bakkerijpeeters',
    'Bakkerij Peeters BVBA',
    'Bakkerij Peeters bv',
    'Bakkerij-Peeters SPRL',
    'Bakkerij Peeters s.r.l.',
  ],
  [
    'peeters',
    'Peeters NV',
    'Peeters S.A.',
    'Peeters Comm.V',
    'Peeters Comm. V.',
    'Peeters SNC',
    'Peeters CVBA',
    'Peeters G.C.V.',
  ],
  ['dekring', 'VZW De Kring', 'De Kring v.z.w.', 'ASBL De Kring', 'De Kring asbl'],
  [
    'muller',
    'Müller GmbH',
    'Müller G.m.b.H.',
    'MULLER gmbh',
    'Müller UG',
    'Müller UG (haftungsbeschränkt)',
    'Müller AG',
  ],
  [
    'muller',
    'Müller GmbH & Co. KG',
    'Müller GmbH und Co KG',
    'Müller GmbH & Co.KG',
    'Müller KG',
    'Müller OHG',
    'Müller GbR',
  ],
  [
    'muller',
    'Müller e.K.',
    'Müller e. K.',
    'Muller eK',
    'Müller e.V.',
    'Müller Gesellschaft mit beschränkter Haftung',
    'Müller KGaA',
  ],
  ['mullerenstrasse', 'Müller & Straße', 'Müller und Strasse GmbH', 'MÜLLER & STRASSE'],
  ['sorensen', 'Sørensen A/S', 'Sorensen ApS', 'SØRENSEN'],
  [
    'weber',
    'Weber S.à r.l.',
    'Weber Sàrl',
    'Weber SARL-S',
    'Weber S.à r.l.-S',
    'Weber SCS',
    'Weber S.A.',
    'Weber Société Anonyme',
  ],
  ['martin', 'Martin SAS', 'Martin SASU', 'Martin E.U.R.L.', 'SCI Martin', 'Martin SNC', 'Martin S.A.S.', 'SAS Martin'],
  [
    'smith',
    'Smith Ltd',
    'Smith Ltd.',
    'Smith Limited',
    'Smith PLC',
    'Smith P.L.C.',
    'Smith LLP',
    'Smith LLC',
    'Smith, Inc.',
  ],
  ['obrien', "O'Brien Ltd", 'O’Brien', 'OBrien', 'O`Brien plc'],
  ['cafedelaposte', 'Café de la Poste', 'Cafe de la Poste', 'CAFÉ DE LA POSTE SA', 'Café-de-la-Poste'],
  ['jpdevries', 'J.P. de Vries', 'J. P. de Vries', 'JP de Vries', 'J.P. De Vries'],
  ['ijsjes', 'IJsjes', 'Ijsjes', 'ĳsjes'],
  ['lodz', 'Łódź Sp. z o.o.', 'Lodz sp.z o.o.', 'Łódź'],
  ['coeurenart', 'Cœur en Art', 'Coeur & Art', 'Coeur et Art'],
]

/** What looks like a legal form and is none, or is all there is of a name. */
const kept: readonly [name: string, key: string][] = [
  ['BV', 'bv'],
  ['B.V.', 'bv'],
  ['SAS', 'sas'],
  ['Stichting', 'stichting'],
  ['Stichting B.V.', 'stichting'],
  ['& B.V.', 'en'],
  ['X BV', 'xbv'],
  ['S.A. Jansen', 'sajansen'],
  ['A.G. de Boer', 'agdeboer'],
  ['E.K. Visser', 'ekvisser'],
  ['Sar L. Pieters', 'sarlpieters'],
  ['Van der Sar L.', 'vandersarl'],
  ['Bvlgari', 'bvlgari'],
  ['Inca Trading', 'incatrading'],
  ['Limited Edition', 'limitededition'],
  ['Van der BV Berg', 'vanderbvberg'],
  ['Andries', 'andries'],
  ['And', 'and'],
  ['H&M', 'henm'],
  ['3M', '3m'],
  ['...', ''],
  ['', ''],
  ['日本 BV', 'riben'],
]

describe('CUST-4 names that differ in accents, dots, spaces, case, "&" and legal form are the same', () => {
  test.each(same.flatMap(([key, ...names]) => names.map((name) => [name, key] as const)))('%s → %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

describe('CUST-4 a name keeps what is no legal form, and is never reduced to nothing', () => {
  test.each(kept)('%s → %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

test('the tables hold at least sixty names', () => {
  expect(same.flat().length - same.length + kept.length).toBeGreaterThan(60)
})

const words = fc.array(
  fc.constantFrom('jansen', 'bakkerij', 'zonen', 'müller', 'café', 'holding', 'en', 'Été', 'groep'),
  {
    minLength: 1,
    maxLength: 4,
  },
)
const forms = [
  'BV',
  'B.V.',
  'b.v.',
  'vof',
  'V.O.F.',
  'GmbH',
  'GmbH & Co. KG',
  'Ltd.',
  'SARL',
  'S.A.',
  'NV',
  'S.à r.l.',
  'SAS',
]

describe('CUST-4 laws of the name key', () => {
  test('normalising twice is the same as once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => nameKey(nameKey(name)) === nameKey(name)),
    )
  })

  test('a legal form behind the name makes no difference', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...forms), (name, form) => {
        expect(nameKey(`${name.join(' ')} ${form}`)).toBe(nameKey(name.join(' ')))
      }),
    )
  })

  test('accents, case, dots and spaces make no difference', () => {
    const accents = new Map([...'aeiou'].map((letter) => [letter, `${letter}\u0301`]))
    const disturb = (text: string, seed: number): string =>
      [...text]
        .map((letter, at) => ((at + seed) % 3 === 0 ? (accents.get(letter) ?? letter.toUpperCase()) : letter))
        .join('')
    fc.assert(
      fc.property(words, fc.nat(2), fc.constantFrom(' ', '  ', '. ', '-', ' - '), (name, seed, between) => {
        expect(nameKey(`  ${disturb(name.join(between), seed)} .`)).toBe(nameKey(name.join(' ')))
      }),
    )
  })

  test('a name with a letter or digit never becomes nothing', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-zA-Z0-9 .&]*[a-z0-9][a-zA-Z .&]*$/), (name) => nameKey(name) !== ''))
  })
})
