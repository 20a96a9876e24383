// Cuts what a process writes into lines, without ever holding more than one line may be long.

/** Throws where a line is longer than `longestBytes` or is no UTF-8; after that it is of no use any more. */
export function createLineCutter(longestBytes: number): (part: Buffer) => readonly string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let kept: Buffer[] = []
  let size = 0
  const keep = (part: Buffer): void => {
    size += part.length
    if (size > longestBytes) throw new Error(`a line of more than ${longestBytes} bytes`)
    kept.push(part)
  }
  const takeLine = (): string => {
    const line = decoder.decode(Buffer.concat(kept))
    kept = []
    size = 0
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  return (part) => {
    const lines: string[] = []
    let from = 0
    for (let end = part.indexOf(10); end !== -1; end = part.indexOf(10, from)) {
      keep(part.subarray(from, end))
      lines.push(takeLine())
      from = end + 1
    }
    if (from < part.length) keep(part.subarray(from))
    return lines
  }
}

/** The last of what was said, as one line: `longest` characters at most. */
export function createTail(longest: number): { readonly add: (part: string) => void; readonly text: () => string } {
  let kept = ''
  return {
    add: (part) => {
      kept = (kept + part).slice(-4 * longest)
    },
    text: () => {
      const plain = kept.replace(/\s+/g, ' ').trim()
      return plain.length > longest ? `…${plain.slice(1 - longest)}` : plain
    },
  }
}
