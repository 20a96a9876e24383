// JSON → one record at a time. A JSON file is read whole, so it is bounded; large files come as XML or CSV.
import { UnexpectedAnswer } from '../core/failures.ts'
import { type Charset, createDecoder } from './charset.ts'
import { tooLarge } from './read-xml.ts'
import { type FoundRecord, type RecordNode, recordLimits } from './record.ts'

const mostBytes = 64 * 1024 * 1024

/** `records`: names from the outermost object to the list of orders; '' = the file is the list. Throws UnexpectedAnswer
 *  'mapping.brokenJson', 'mapping.noList', 'mapping.fileTooLarge', 'mapping.tooLarge'. */
export async function* readJson(
  source: AsyncIterable<Uint8Array>,
  records: string,
  charset: Charset,
): AsyncGenerator<FoundRecord> {
  const list = listAt(await parseWhole(source, charset), records)
  for (const [index, value] of list.entries()) {
    const budget = { values: recordLimits.values }
    yield { node: toNode('order', value, index + 1, budget, 0), place: index + 1 }
  }
}

async function parseWhole(source: AsyncIterable<Uint8Array>, charset: Charset): Promise<unknown> {
  const decoder = createDecoder(charset)
  const parts: string[] = []
  let size = 0
  for await (const bytes of source) {
    size += bytes.length
    if (size > mostBytes)
      throw new UnexpectedAnswer('mapping.fileTooLarge', 'a JSON file of this size is not read', { megabytes: 64 })
    parts.push(decoder.write(bytes))
  }
  parts.push(decoder.end())
  try {
    return JSON.parse(parts.join(''))
  } catch (error) {
    throw new UnexpectedAnswer('mapping.brokenJson', 'the file is not JSON', {
      error: (error as Error).message.slice(0, 200),
    })
  }
}

function listAt(root: unknown, records: string): readonly unknown[] {
  let at = root
  for (const name of records.split('/').filter(Boolean)) at = fieldOf(at, name)
  if (Array.isArray(at)) return at
  throw new UnexpectedAnswer('mapping.noList', 'no list of orders stands there', { records })
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : (value as Record<string, unknown>)[key]
}

/** Plain values become attributes, objects and lists children of that name. */
function toNode(name: string, value: unknown, place: number, budget: { values: number }, depth: number): RecordNode {
  budget.values -= 1
  if (budget.values < 0 || depth > recordLimits.depth) throw tooLarge(place)
  if (typeof value !== 'object' || value === null) return { name, attributes: {}, text: plain(value), children: [] }
  const attributes: Record<string, string> = {}
  const children: RecordNode[] = []
  for (const [key, inner] of Object.entries(value)) {
    const child = key.toLowerCase()
    if (typeof inner !== 'object' || inner === null) {
      budget.values -= 1
      attributes[child] = plain(inner)
    } else {
      const items: readonly unknown[] = Array.isArray(inner) ? inner : [inner]
      for (const item of items) children.push(toNode(child, item, place, budget, depth + 1))
    }
  }
  return { name, attributes, text: '', children }
}

const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim())
