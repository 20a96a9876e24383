// T-SQL cut into its words.

export type Token = {
  readonly kind: 'name' | 'word' | 'parameter' | 'text' | 'number' | 'sign' | 'end'
  readonly text: string
}

const pattern =
  /\s+|--[^\n]*|\[((?:[^\]]|\]\])*)\]|N?'((?:[^']|'')*)'|@([\w#$]+)|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(>=|<=|<>|[-=<>(),.*;+])/gy

/** What SQL Server says: a number and words. */
export class TSqlError extends Error {
  readonly number: number
  constructor(number: number, message: string) {
    super(message)
    this.number = number
  }
}

export function tokenize(sql: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of sql.matchAll(pattern)) {
    end = match.index + match[0].length
    const [, name, text, parameter, number, word, sign] = match
    if (name !== undefined) tokens.push({ kind: 'name', text: name.replaceAll(']]', ']') })
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") })
    else if (parameter !== undefined) tokens.push({ kind: 'parameter', text: `@${parameter}` })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
  }
  if (end !== sql.length) throw syntaxError(sql.slice(end, end + 20))
  return tokens
}

export const syntaxError = (near: string): TSqlError => new TSqlError(102, `Incorrect syntax near '${near}'.`)

/** The tokens one after another. */
export type Reader = ReturnType<typeof createReader>
export function createReader(tokens: readonly Token[]) {
  let at = 0
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '' }
  const isNext = (text: string): boolean => {
    const { kind, text: next } = peek()
    return (kind === 'word' || kind === 'sign') && next.toUpperCase() === text
  }
  const next = (): Token => {
    const token = peek()
    at++
    return token
  }
  return {
    peek,
    next,
    isNext,
    /** Takes it where it is the next one. */
    take: (text: string): boolean => {
      const found = isNext(text)
      if (found) at++
      return found
    },
    expect: (text: string): void => {
      if (!isNext(text)) throw syntaxError(peek().text)
      at++
    },
    /** A name in brackets or a bare word. */
    name: (): string => {
      const token = next()
      if (token.kind !== 'name' && token.kind !== 'word') throw syntaxError(token.text)
      return token.text
    },
  }
}
