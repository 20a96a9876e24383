// XML of any size → one record at a time. Only well-formed XML is taken; entities of its own making and external ones are not
// (the parser knows the five of XML itself), so a hostile file cannot grow in memory or reach for another.
import { SaxesParser } from 'saxes'
import { UnexpectedAnswer } from '../core/failures.ts'
import { type Charset, createDecoder } from './charset.ts'
import { type FoundRecord, type RecordNode, recordLimits } from './record.ts'

type Growing = {
  readonly name: string
  readonly attributes: Record<string, string>
  text: string
  readonly children: RecordNode[]
}

/** `records`: the names from the root to one order, divided by '/'. Throws UnexpectedAnswer 'mapping.brokenXml' (with the line)
 *  and 'mapping.tooLarge'. */
export async function* readXml(
  source: AsyncIterable<Uint8Array>,
  records: string,
  charset: Charset,
): AsyncGenerator<FoundRecord> {
  const wanted = records.toLowerCase().split('/').filter(Boolean)
  const found: FoundRecord[] = []
  const way: string[] = []
  const open: Growing[] = []
  let size = { values: 0, characters: 0 }
  let place = 0
  const parser = new SaxesParser({ xmlns: false, position: true })

  const grow = (values: number, characters: number): void => {
    size = { values: size.values + values, characters: size.characters + characters }
    if (size.values > recordLimits.values || size.characters > recordLimits.characters) throw tooLarge(place + 1)
  }
  parser.on('error', (error) => {
    throw new UnexpectedAnswer('mapping.brokenXml', 'the file is not well-formed XML', {
      line: parser.line,
      column: parser.column,
      error: error.message.replace(/^\d+:\d+: |\.$/g, '').slice(0, 200),
    })
  })
  parser.on('opentag', (tag) => {
    const name = tag.name.toLowerCase()
    way.push(name)
    if (way.length > recordLimits.depth) throw tooLarge(place + 1)
    if (open.length === 0 && !isWanted(way, wanted)) return
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes as Record<string, string>).map(([key, value]) => [key.toLowerCase(), value]),
    )
    grow(
      1 + Object.keys(attributes).length,
      Object.values(attributes).reduce((sum, value) => sum + value.length, 0),
    )
    open.push({ name, attributes, text: '', children: [] })
  })
  const addText = (text: string): void => {
    const inside = open.at(-1)
    if (inside === undefined) return
    grow(0, text.length)
    inside.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    way.pop()
    const closed = open.pop()
    if (closed === undefined) return
    const node: RecordNode = { ...closed, text: closed.text.trim() }
    const parent = open.at(-1)
    if (parent !== undefined) {
      parent.children.push(node)
      return
    }
    place += 1
    found.push({ node, place })
    size = { values: 0, characters: 0 }
  })

  const decoder = createDecoder(charset)
  for await (const bytes of source) {
    parser.write(decoder.write(bytes))
    yield* found.splice(0)
  }
  parser.write(decoder.end())
  parser.close()
  yield* found.splice(0)
}

const isWanted = (way: readonly string[], wanted: readonly string[]): boolean =>
  way.length === wanted.length && wanted.every((name, index) => name === '*' || name === way[index])

export const tooLarge = (place: number): UnexpectedAnswer =>
  new UnexpectedAnswer('mapping.tooLarge', 'one order of the file is larger than any order can be', { place })
