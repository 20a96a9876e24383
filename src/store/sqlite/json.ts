// JSON in text columns. `null` is stored as NULL, so that SQL can ask for it.

export const toJson = (value: unknown): string => JSON.stringify(value ?? null)
export const toJsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)
/** Only for columns that this store wrote itself; that is why the shape is taken on trust. */
export const fromJson = <Value>(text: string | null): Value => (text === null ? null : JSON.parse(text)) as Value
