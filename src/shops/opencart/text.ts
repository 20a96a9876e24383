// Text as OpenCart stores it. The shop escapes what people type (`&`, `<`, `>`, `"`) before storing it.

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** Decodes once, so that a literal '&amp;' survives; half an entity where a column was cut stays as it is
 *  (reference/opencart.md, 6). Line ends become '\n'. null becomes ''. */
export function decodeText(stored: string | null | undefined): string {
  if (stored === null || stored === undefined) return ''
  return stored
    .replace(/&(?:amp|lt|gt|quot|nbsp|#0?39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** A title or method name: payment extensions put a logo's HTML in it. */
export const decodeTitle = (stored: string | null | undefined): string =>
  decodeText(stored)
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** For comparing names of fields: case, accents, spaces and punctuation do not matter (SHOP-8). */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
