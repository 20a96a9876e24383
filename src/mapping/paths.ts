// Paths into a record, a small part of XPath: `basket/item`, `@number`, `basket/@total`, `rows/row[@type='product']`,
// `col[@name='price']`, `*`, `.`. The last step may be an attribute; else the text of the element counts.
import type { RecordNode } from './record.ts'

type Step = { readonly name: string; readonly where: readonly { readonly attribute: string; readonly is: string }[] }

export type Path = { readonly text: string; readonly steps: readonly Step[]; readonly attribute: string | null }

const stepPattern = /^([\p{L}_*][\p{L}\p{N}_.:-]*|\*)((?:\[@[\p{L}_][\p{L}\p{N}_.:-]*='[^']*'\])*)$/u
const wherePattern = /\[@([\p{L}_][\p{L}\p{N}_.:-]*)='([^']*)'\]/gu
/** Attributes may hold anything: the columns of a CSV file are attributes, and have names such as 'Bedrag (incl.)'. */
const attributePattern = /^@(.+)$/

/** null: not a path. */
export function parsePath(text: string): Path | null {
  const at = text.startsWith('@') ? 0 : text.indexOf('/@') + 1
  const hasAttribute = text.startsWith('@') || text.includes('/@')
  const attribute = hasAttribute ? (attributePattern.exec(text.slice(at))?.[1] ?? null) : null
  if (hasAttribute && attribute === null) return null
  const before = hasAttribute ? text.slice(0, at).replace(/\/$/, '') : text
  const steps: Step[] = []
  const parts = splitSteps(before)
  if (parts.join('/') !== before) return null
  for (const part of parts) {
    if (part === '.') continue
    const match = stepPattern.exec(part)
    if (match === null) return null
    const where = [...(match[2] ?? '').matchAll(wherePattern)].map(([, name = '', is = '']) => ({
      attribute: name.toLowerCase(),
      is,
    }))
    steps.push({ name: (match[1] ?? '').toLowerCase(), where })
  }
  return { text, steps, attribute: attribute?.toLowerCase() ?? null }
}

/** At every '/' that does not stand within a condition. */
const splitSteps = (text: string): readonly string[] =>
  text === '' ? [] : (text.match(/(?:[^/[]|\[[^\]]*\])+/g) ?? [text])

/** The elements at the path, in the order of the file; of a path to an attribute, the elements that may have it. */
export function selectNodes(from: RecordNode, path: Path): readonly RecordNode[] {
  let found: readonly RecordNode[] = [from]
  for (const { name, where } of path.steps)
    found = found.flatMap((node) =>
      node.children.filter(
        (child) =>
          (name === '*' || child.name === name) &&
          where.every(({ attribute, is }) => child.attributes[attribute]?.toLowerCase() === is.toLowerCase()),
      ),
    )
  return found
}
