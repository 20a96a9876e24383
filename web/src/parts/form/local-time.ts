// Instants as the browser's own date-and-time field wants them: local, without a zone.

const two = (value: number): string => String(value).padStart(2, '0')

/** '' where there is no moment. */
export function toLocal(value: unknown): string {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return ''
  const at = new Date(value)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** null while the field is not filled in whole. */
export const fromLocal = (text: string): string | null =>
  Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString()
