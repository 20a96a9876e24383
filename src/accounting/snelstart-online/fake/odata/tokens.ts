// Cuts a filter of the query language (OData version 3) into its words.
import { queryRefusal } from '../refusal.ts'

export type LiteralType = 'text' | 'number' | 'boolean' | 'guid' | 'dateTime' | 'null'
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string; readonly at: number }

const space = /\s+/y
const sign = /[(),/:]/y
const typed = /(guid|datetime)'((?:[^']|'')*)'/y
const quoted = /'((?:[^']|'')*)'/y
const number = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?[mMlLdDfF]?(?![\w'])/y
const word = /[A-Za-z_][A-Za-z0-9_]*/y

const take = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function wordToken(text: string, at: number): Token {
  if (text === 'true' || text === 'false') return { kind: 'literal', type: 'boolean', text, at }
  if (text === 'null') return { kind: 'literal', type: 'null', text, at }
  return { kind: 'word', text, at }
}

/** One token and where it ends; null where nothing fits. */
function nextToken(text: string, at: number): { token: Token; end: number } | null {
  const found = (match: RegExpExecArray, token: Token) => ({ token, end: at + match[0].length })
  const signMatch = take(sign, text, at)
  if (signMatch !== null) return found(signMatch, { kind: 'sign', text: signMatch[0], at })
  const typedMatch = take(typed, text, at)
  if (typedMatch !== null) {
    const type = typedMatch[1] === 'guid' ? 'guid' : 'dateTime'
    return found(typedMatch, { kind: 'literal', type, text: typedMatch[2] ?? '', at })
  }
  const quotedMatch = take(quoted, text, at)
  if (quotedMatch !== null) {
    return found(quotedMatch, { kind: 'literal', type: 'text', text: (quotedMatch[1] ?? '').replaceAll("''", "'"), at })
  }
  const numberMatch = take(number, text, at)
  if (numberMatch !== null) {
    return found(numberMatch, { kind: 'literal', type: 'number', text: numberMatch[0].replace(/[mMlLdDfF]$/, ''), at })
  }
  const wordMatch = take(word, text, at)
  return wordMatch === null ? null : found(wordMatch, wordToken(wordMatch[0], at))
}

/** All tokens of a filter. Throws a Refusal (400) at a character that begins none. */
export function toTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const blank = take(space, text, at)
    if (blank !== null) {
      at += blank[0].length
      continue
    }
    const next = nextToken(text, at)
    if (next === null)
      throw queryRefusal(`Syntax error: character '${text[at]}' is not valid at position ${at} in '${text}'.`)
    tokens.push(next.token)
    at = next.end
  }
  return tokens
}
