// The administration's own database, whichever way it is reached: SQL Server, an .mdb file, or the Windows helper. Strictly
// reading: nothing here can change a row (SNEL-7).

/** A value as it came. 'money': text with all its digits; 'moment': 'yyyy-MM-ddTHH:mm:ss' without a zone, the wall clock of
 *  SnelStart; 'boolean' never null. */
export type Cell = string | number | boolean | null
/** By column, spelled as the ask spells it. */
export type Row = Readonly<Record<string, Cell>>

export type ColumnType = 'integer' | 'money' | 'float' | 'boolean' | 'text' | 'moment' | 'other'
export type Table = {
  /** As the database spells it. */
  readonly name: string
  /** By name in lower case; SQL Server and Jet do not mind capitals. */
  readonly columns: ReadonlyMap<string, { readonly name: string; readonly type: ColumnType }>
}
/** By name in lower case. */
export type Schema = ReadonlyMap<string, Table>

export type Condition =
  | { readonly column: string; readonly is: 'equal'; readonly value: string | number | boolean | null }
  | { readonly column: string; readonly is: 'oneOf'; readonly values: readonly (string | number)[] }
  /** For numbers, and for moments as text. */
  | { readonly column: string; readonly is: 'atLeast'; readonly value: string | number }
  /** The text stands anywhere in it; capitals do not matter. */
  | { readonly column: string; readonly is: 'contains'; readonly value: string }

export type Ask = {
  readonly table: string
  /** A whole-number column, unique and never null: pages go by it. */
  readonly key: string
  /** Every one exists: whoever asks has looked in the schema. */
  readonly columns: readonly string[]
  /** All hold; in an `anyOf` at least one. Text compares without capitals and outer spaces behind; compared again by the caller. */
  readonly where?: readonly (Condition | { readonly anyOf: readonly Condition[] })[]
}

export type Database = {
  /** Tables and columns, looked up once per connection. Throws as `read` does. */
  readonly schema: (signal: AbortSignal) => Promise<Schema>
  /** Each row once, in pages of at most 500, in no promised order. Throws LoginRefused, ConnectionFailed, UnexpectedAnswer or
   *  SettingsWrong with a code 'desktop.…'. */
  readonly read: (ask: Ask, signal: AbortSignal) => AsyncIterable<readonly Row[]>
  /** A text that differs (all but certainly) as soon as a row of these tables does, much cheaper than reading them; null: cannot be told. */
  readonly fingerprint: (tables: readonly string[], signal: AbortSignal) => Promise<string | null>
  /** What the database is, for 'Verbinding testen': '‘Demo BV’ (SQL Server 2019, 15.0)'. */
  readonly describe: (signal: AbortSignal) => Promise<string>
  /** How many times the database was asked. */
  readonly calls: () => number
  readonly close: () => Promise<void>
}
