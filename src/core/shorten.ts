// Texts that are longer than the accounting side takes are cut where one can see it, and the caller says so.

/** At most `limit` characters; a cut text ends in '…'. `cut` tells whether something was lost. */
export function shorten(text: string, limit: number): { readonly text: string; readonly cut: boolean } {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= limit) return { text: plain, cut: false }
  // A surrogate pair is never cut in half.
  const kept = plain.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')
  return { text: `${kept.trimEnd()}…`, cut: true }
}
