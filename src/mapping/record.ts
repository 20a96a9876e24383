// What every file is read into, whatever its format: a tree with names, attributes and texts, one tree for each order.
// Plain JSON, because it is kept beside the order. Names are in lower case: senders are not steady in theirs.

export type RecordNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own text, without that of its children, trimmed. */
  readonly text: string
  readonly children: readonly RecordNode[]
}

/** One order as it stands in a file, with where that is, for messages: 'regel 12', 'order 3'. */
export type FoundRecord = { readonly node: RecordNode; readonly place: number }

/** How much of a file may belong to one order, and how deep; more is no order but a mistake or an attack. */
export const recordLimits = { values: 50_000, characters: 4_000_000, depth: 40 } as const
