// A table of records in memory: by id, in order of arrival, with indexes on the filter paths that are asked most, so that
// a hundred thousand relations cost no more than a hundred.

/** What an index is keyed by; text is compared as the database does: without case and trailing spaces. */
type IndexKey = string | number
export type Indexes<T> = Readonly<Record<string, (record: T) => IndexKey | null>>

const toIndexKey = (value: IndexKey): IndexKey => (typeof value === 'string' ? value.trimEnd().toLowerCase() : value)

export type Collection<T extends { id: string }> = {
  get: (id: string | null | undefined) => T | undefined
  /** Adds or replaces. */
  put: (record: T) => void
  remove: (id: string) => void
  values: () => Iterable<T>
  size: () => number
  /** Records with this value at an indexed path; undefined where the path has no index. */
  lookUp: (path: string, value: IndexKey) => readonly T[] | undefined
  isIndexed: (path: string) => boolean
}

type Index<T> = { readonly keyOf: (record: T) => IndexKey | null; readonly records: Map<IndexKey, T[]> }

function withdraw<T>(index: Index<T>, record: T): void {
  const key = index.keyOf(record)
  if (key === null) return
  const found = index.records.get(toIndexKey(key))
  if (found === undefined) return
  if (found.length === 1) index.records.delete(toIndexKey(key))
  else found.splice(found.indexOf(record), 1)
}

function enter<T>(index: Index<T>, record: T): void {
  const key = index.keyOf(record)
  if (key === null) return
  const found = index.records.get(toIndexKey(key))
  if (found === undefined) index.records.set(toIndexKey(key), [record])
  else found.push(record)
}

export function createCollection<T extends { id: string }>(indexes: Indexes<T> = {}): Collection<T> {
  const byId = new Map<string, T>()
  const byPath = new Map<string, Index<T>>()
  for (const [path, keyOf] of Object.entries(indexes)) byPath.set(path, { keyOf, records: new Map() })
  const take = (id: string) => {
    const old = byId.get(id)
    if (old !== undefined) for (const index of byPath.values()) withdraw(index, old)
  }
  return {
    get: (id) => (id == null ? undefined : byId.get(id)),
    put: (record) => {
      take(record.id)
      byId.set(record.id, record)
      for (const index of byPath.values()) enter(index, record)
    },
    remove: (id) => {
      take(id)
      byId.delete(id)
    },
    values: () => byId.values(),
    size: () => byId.size,
    lookUp: (path, value) => {
      const index = byPath.get(path)
      return index === undefined ? undefined : (index.records.get(toIndexKey(value)) ?? [])
    },
    isIndexed: (path) => byPath.has(path),
  }
}
