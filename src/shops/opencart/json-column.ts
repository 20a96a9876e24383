// Columns that hold JSON in some versions and plain text in others (payment_method and shipping_method from 4.0.2 on).

/** The object in the column; null where it holds plain text, nothing, or something broken. */
export function readJsonColumn(stored: string | null | undefined): Readonly<Record<string, unknown>> | null {
  const text = (stored ?? '').trim()
  if (!text.startsWith('{')) return null
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    // A method's own name may begin with a brace; then the text itself is the answer.
    return null
  }
}
