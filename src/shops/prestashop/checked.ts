// Checks what the shop sent against the shape that it should have.
import type { z } from 'zod'
import { failing } from './failing.ts'

/** Throws 'prestashop.schema' with the place that does not fit. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const where = [part, ...(parsed.error.issues[0]?.path ?? [])].join('.')
  throw failing('prestashop.schema', { where }, parsed.error)
}
