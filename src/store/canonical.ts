// One text for one value, whatever the order of its keys, and its hash: how the inbox sees that a shop changed an order.
import { createHash } from 'node:crypto'

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** JSON with the keys in order; `undefined` counts as absent. Throws a TypeError on what JSON cannot hold. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value ?? null, sorted)

/** SHA-256 in hex. */
export const contentHash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
