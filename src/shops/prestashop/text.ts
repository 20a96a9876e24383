// Text as PrestaShop stores it: plain, but messages of customers were escaped by older versions.
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
}

/** Without outer spaces; line ends become '\n'; null becomes ''. */
export const plainText = (stored: string | null | undefined): string => (stored ?? '').replace(/\r\n?/g, '\n').trim()

/** Decodes once. For messages only: a name such as 'A&amp;B' is what the shop itself shows. */
export const decodeMessage = (stored: string | null | undefined): string =>
  plainText(stored).replace(/&(?:amp|lt|gt|quot|#0?39);/g, (entity) => entities[entity] ?? entity)
