// Legal forms (BV, vof, GmbH …) and how they are cut off a name (CUST-4). Works on words; what the words of a name are
// is decided in names.ts. Forms stand here without accents and dots, in lower case, with '&' and its words as 'en'.

/** By country of origin only to be readable: a Dutch shop sells to all of them, so every form counts everywhere. */
const formsAfterName = [
  // Netherlands
  'bv, nv, vof, cv, ua, ba, wa, bv io, eenmanszaak, stichting, vereniging, cooperatie, maatschap, cooperatieve vereniging',
  'besloten vennootschap, naamloze vennootschap, vennootschap onder firma, commanditaire vennootschap',
  // Belgium
  'bvba, ebvba, sprl, sprlu, srl, sa, snc, comm v, commv, comm va, cva, cvba, scrl, scs, gcv, vzw, asbl',
  // Germany, Austria, Switzerland
  'gmbh, ug, ag, kg, ohg, gbr, ek, ev, eg, se, ggmbh, kgaa, mbh, gesmbh, ges mbh, partg, partgmbb',
  'ug haftungsbeschrankt, ug haftungsbeschrankt en co kg, ug en co kg, haftungsbeschrankt',
  'gmbh en co, gmbh en co kg, gmbh co kg, gmbh en cokg, gmbh en co ohg, ag en co kg',
  'gesellschaft mit beschrankter haftung, aktiengesellschaft, kommanditgesellschaft',
  // Luxembourg, France
  'sarl, sarl s, sarls, sca, secs, senc, sas, sasu, eurl, sci, scop, selarl, selas, eirl, gie',
  'societe anonyme, societe a responsabilite limitee',
  // United Kingdom, Ireland, United States
  'ltd, limited, plc, llp, llc, inc, incorporated, corp, cic, clg, dac',
  // Italy, Spain, the north and the east
  'spa, srls, sl, slu, oy, oyj, ab, aps, as, asa, doo, sp zoo, spzoo, sp z oo, sro, kft, lda',
]

/** Before a name only what nobody has for initials: 'S.A. Jansen' and 'A.G. de Boer' are persons. */
const formsBeforeName = [
  'bv, nv, vof, bvba, cvba, vzw, asbl, eenmanszaak, stichting, vereniging, cooperatie, cooperatieve vereniging, maatschap',
  'besloten vennootschap, vennootschap onder firma, sprl, srl, scrl',
  'gmbh, ggmbh, ohg, gbr, sarl, sas, sasu, eurl, sci, snc',
]

/** A form without spaces to its spellings in words. */
type Forms = ReadonlyMap<string, readonly string[]>

const toForms = (lines: readonly string[]): Forms =>
  Map.groupBy(
    lines.flatMap((line) => line.split(', ')),
    (form) => form.replaceAll(' ', ''),
  )

const afterName = toForms(formsAfterName)
const beforeName = toForms(formsBeforeName)
const longestForm = Math.max(...[...afterName.keys(), ...beforeName.keys()].map((form) => form.length))

/** 'bv', 'b v' and 's a rl' are spellings of a form; 'sar l' is a surname with an initial. */
function spellsForm(words: readonly string[], compact: string, forms: Forms): boolean {
  const spellings = forms.get(compact)
  if (spellings === undefined) return false
  return words.length === 1 || words.every((word) => word.length <= 2) || spellings.includes(words.join(' '))
}

/** How many words at one end are a form, the longest form first; 0: none. Always leaves at least two letters of name. */
function countFormWords(words: readonly string[], forms: Forms, end: 'start' | 'end'): number {
  let found = 0
  for (let count = 1, compact = ''; count < words.length; count++) {
    const word = words.at(end === 'end' ? -count : count - 1) ?? ''
    compact = end === 'end' ? word + compact : compact + word
    if (compact.length > longestForm) break
    const taken = end === 'end' ? words.slice(-count) : words.slice(0, count)
    const lettersLeft = words.reduce((sum, each) => sum + each.length, 0) - compact.length
    if (lettersLeft >= 2 && spellsForm(taken, compact, forms)) found = count
  }
  return found
}

/**
 * The words without the legal forms after and before the name, however many there are. Never empty: what consists of
 * forms only ('BV', 'SA') keeps a name. Source: manuals 000 and 001, chapter 2.6, 'Slim'.
 */
export function withoutLegalForms(words: readonly string[]): readonly string[] {
  const after = countFormWords(words, afterName, 'end')
  if (after > 0) return withoutLegalForms(words.slice(0, -after))
  const before = countFormWords(words, beforeName, 'start')
  return before > 0 ? withoutLegalForms(words.slice(before)) : words
}
