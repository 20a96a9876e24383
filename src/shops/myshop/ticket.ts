// The ticket that each question needs: the text of the first child of the document element, whatever these are called
// (reference/myshop.md, 2). That child may be an element or the text itself.
import { SaxesParser } from 'saxes'

/** null: this is no ticket. */
export function readTicket(text: string): string | null {
  const parser = new SaxesParser()
  const found = { root: '', first: '' }
  let depth = 0
  let elements = 0
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('opentag', () => {
    depth += 1
    if (depth === 2) elements += 1
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  const take = (part: string): void => {
    if (depth === 1 && elements === 0) found.root += part
    if (depth === 2 && elements === 1) found.first += part
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(text).close()
  const ticket = found.root.trim() || found.first.trim()
  return !broken && /^[\x21-\x7e]{1,200}$/.test(ticket) ? ticket : null
}
