// Cuts texts to the lengths that SnelStart takes, never in silence: every cut comes with a warning that holds the full text.
import { type CustomerProblem, type CustomerProblemCode, customerProblem } from './problems.ts'

/** What was made of something, and what must be said about it. */
export type Said<Value> = { readonly value: Value; readonly warnings: readonly CustomerProblem[] }

/** SnelStart's 'naam' (REL-0007). Names are compared at this length, as a card holds no more. */
export const nameLimit = 50

/** At least so much of the limit is kept when the cut is moved back to the end of a word. */
const keptShare = 0.5

/** At most `limit` UTF-16 units, cut at the end of a word where one is near, and never inside a character. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  const end = text[limit] === ' ' ? limit : cut.lastIndexOf(' ')
  const kept = end >= limit * keptShare ? cut.slice(0, end) : cut
  return kept.replace(/[\ud800-\udbff]$/, '').trimEnd()
}

/** The text as it fits in a field of `limit` characters; a cut is said with warning `code`. */
export function fitField(text: string, limit: number, code: CustomerProblemCode): Said<string> {
  const kept = cutAtWord(text, limit)
  const warnings = kept === text ? [] : [customerProblem(code, { full: text, kept, limit: String(limit) })]
  return { value: kept, warnings }
}
