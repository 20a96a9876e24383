// What the stand-in Gateway did (`Change` in tables.ts), taken over from the file it writes.
import { readFileSync, statSync } from 'node:fs'
import type { Change, SampleCell } from '../tables.ts'

/** Gives what takes over the whole lines that are new since the last time. */
export function followJournal(
  path: string,
  write: (table: string, row: Readonly<Record<string, SampleCell>>) => void,
): () => void {
  let done = 0
  return () => {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= done) return
    const bytes = readFileSync(path)
    const end = bytes.lastIndexOf('\n') + 1
    if (end <= done) return
    const lines = bytes.toString('utf8', done, end).split('\n')
    done = end
    for (const line of lines.filter((one) => one.trim() !== '')) {
      for (const { table, row } of JSON.parse(line) as readonly Change[]) write(table, row)
    }
  }
}
