// Recursive descent over a filter: or < and < comparison < not < primary. It knows the grammar and no property.
import { queryRefusal } from '../refusal.ts'
import { type LiteralType, type Token, toTokens } from './tokens.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type Node =
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string }
  | { readonly kind: 'path'; readonly segments: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | {
      readonly kind: 'any'
      readonly segments: readonly string[]
      readonly variable: string | null
      readonly body: Node | null
    }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'both' | 'either'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly left: Node; readonly right: Node }

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']

type Reader = {
  peek: () => Token | undefined
  next: () => Token
  /** Takes the next token if it is this word or sign. */
  accept: (text: string) => boolean
  expect: (text: string) => void
  fail: () => never
}

function createReader(filter: string): Reader {
  const tokens = toTokens(filter)
  let at = 0
  const fail = (): never => {
    throw queryRefusal(`Syntax error at position ${tokens[at]?.at ?? filter.length} in '${filter}'.`)
  }
  const accept = (text: string): boolean => {
    const token = tokens[at]
    if (token === undefined || token.kind === 'literal' || token.text !== text) return false
    at += 1
    return true
  }
  return {
    peek: () => tokens[at],
    next: () => {
      const token = tokens[at] ?? fail()
      at += 1
      return token
    },
    accept,
    expect: (text) => {
      if (!accept(text)) fail()
    },
    fail,
  }
}

function parseEither(reader: Reader): Node {
  let left = parseBoth(reader)
  while (reader.accept('or')) left = { kind: 'either', left, right: parseBoth(reader) }
  return left
}

function parseBoth(reader: Reader): Node {
  let left = parseComparison(reader)
  while (reader.accept('and')) left = { kind: 'both', left, right: parseComparison(reader) }
  return left
}

function parseComparison(reader: Reader): Node {
  const left = parseUnary(reader)
  const token = reader.peek()
  if (token?.kind !== 'word' || !comparisons.includes(token.text)) return left
  reader.next()
  return { kind: 'compare', comparison: token.text as Comparison, left, right: parseUnary(reader) }
}

function parseUnary(reader: Reader): Node {
  return reader.accept('not') ? { kind: 'not', operand: parseUnary(reader) } : parsePrimary(reader)
}

function parsePrimary(reader: Reader): Node {
  const token = reader.next()
  if (token.kind === 'literal') return { kind: 'literal', type: token.type, text: token.text }
  if (token.kind === 'word') return reader.accept('(') ? parseCall(reader, token.text) : parsePath(reader, token.text)
  if (token.text !== '(') return reader.fail()
  const inner = parseEither(reader)
  reader.expect(')')
  return inner
}

function parseCall(reader: Reader, name: string): Node {
  const args: Node[] = []
  if (reader.accept(')')) return { kind: 'call', name, args }
  do args.push(parseEither(reader))
  while (reader.accept(','))
  reader.expect(')')
  return { kind: 'call', name, args }
}

function parsePath(reader: Reader, first: string): Node {
  const segments = [first]
  while (reader.accept('/')) {
    const token = reader.next()
    if (token.kind !== 'word') return reader.fail()
    if (token.text === 'any' && reader.accept('(')) return parseAny(reader, segments)
    segments.push(token.text)
  }
  return { kind: 'path', segments }
}

function parseAny(reader: Reader, segments: readonly string[]): Node {
  if (reader.accept(')')) return { kind: 'any', segments, variable: null, body: null }
  const variable = reader.next()
  if (variable.kind !== 'word') return reader.fail()
  reader.expect(':')
  const body = parseEither(reader)
  reader.expect(')')
  return { kind: 'any', segments, variable: variable.text, body }
}

/** The tree of a filter. Throws a Refusal (400) with the position where it stops being one. */
export function parseFilter(filter: string): Node {
  const reader = createReader(filter)
  const node = parseEither(reader)
  if (reader.peek() !== undefined) reader.fail()
  return node
}

/** What every match must equal, by path: the equalities that are joined by `and` at the top. */
export function equalitiesOf(node: Node): ReadonlyMap<string, { type: LiteralType; text: string }> {
  const found = new Map<string, { type: LiteralType; text: string }>()
  const visit = (part: Node): void => {
    if (part.kind === 'both') {
      visit(part.left)
      visit(part.right)
    }
    if (part.kind !== 'compare' || part.comparison !== 'eq') return
    const [path, literal] = part.left.kind === 'path' ? [part.left, part.right] : [part.right, part.left]
    if (path.kind === 'path' && literal.kind === 'literal') found.set(path.segments.join('/'), literal)
  }
  visit(node)
  return found
}
