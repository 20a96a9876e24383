// A whole administration as plain tables: what the stand-ins of SQL Server, of the .mdb file and of the Gateway are filled with.

/** As `Cell` in database.ts: money as text, moments 'yyyy-MM-ddTHH:mm:ss', flags true or false. */
export type SampleCell = string | number | boolean | null
export type SampleColumn = {
  readonly name: string
  readonly type: 'integer' | 'money' | 'float' | 'boolean' | 'text' | 'memo' | 'moment'
  /** The primary key, one per table. */
  readonly key: boolean
}
export type SampleRow = Readonly<Record<string, SampleCell>>
export type SampleTable = {
  readonly name: string
  readonly columns: readonly SampleColumn[]
  readonly rows: readonly SampleRow[]
}
export type Administration = readonly SampleTable[]

/** What the stand-in Gateway keeps its state in: a text file, one line per transaction, each a JSON list of these; a row replaces
 *  the one with the same key. A last line without an end is of a process that died while writing: it did not happen. */
export type Change = { readonly table: string; readonly row: SampleRow }
