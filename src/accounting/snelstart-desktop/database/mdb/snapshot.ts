// Reads one moment of an .mdb file, that SnelStart may have open and be writing: for reading only, shared, and never longer than
// a copy takes. What the file says about when it was changed cannot be relied on: Windows may leave that until the writer closes it.
import { type FileHandle, open } from 'node:fs/promises'
import { ConnectionFailed, type Failure, type FailureContext } from '../../../../core/failures.ts'
import { fileFailure } from './file-failures.ts'
import { readHeader } from './header.ts'
import { type Pages, pageSize } from './pages.ts'

export type SnapshotParts = { readonly sleep: (ms: number, signal: AbortSignal) => Promise<void> }

/** Whole pages. */
const chunkBytes = 256 * pageSize

/** Waits before a pass: the first one long enough for a change that SnelStart was in the middle of. After the last one a file that
 *  keeps changing, or that another program holds, is given up for now: 6 seconds in all. */
const waitsMs = [0, 100, 100, 200, 400, 800, 1500, 3000]

/** The pages as they all were at one moment after the call began: a pass over the file that finds what the pass before found
 *  proves that moment between the two. With `known` from before, an unchanged file costs one pass and gives `known` itself. Throws
 *  ConnectionFailed 'desktop.mdbBusy' or 'desktop.mdbLocked' after some tries, and what fileFailure and readHeader give. */
export async function readMoment(
  path: string,
  known: Pages,
  { sleep }: SnapshotParts,
  context: FailureContext,
  signal: AbortSignal,
): Promise<Pages> {
  let [pages, last] = [known, null as Failure | null]
  for (const waitMs of waitsMs) {
    if (waitMs > 0) await sleep(waitMs, signal)
    try {
      const found = await readPass(path, pages, context, signal)
      if (found === pages) return pages
      pages = found ?? pages
      last = null
    } catch (error) {
      const failure = fileFailure(error, context)
      if (!(failure instanceof ConnectionFailed)) throw failure
      last = failure
    }
  }
  throw last ?? new ConnectionFailed('desktop.mdbBusy', 'the file kept changing', { sent: false, context })
}

async function readPass(
  path: string,
  pages: Pages,
  context: FailureContext,
  signal: AbortSignal,
): Promise<Pages | null> {
  const file = await open(path, 'r')
  try {
    return await readAll(file, pages, context, signal)
  } finally {
    await file.close()
  }
}

/** null: the file became shorter meanwhile. */
async function readAll(
  file: FileHandle,
  pages: Pages,
  context: FailureContext,
  signal: AbortSignal,
): Promise<Pages | null> {
  const { size } = await file.stat()
  const chunk = Buffer.alloc(chunkBytes)
  const first = await file.read(chunk, 0, pageSize, 0)
  const { plain } = readHeader(chunk.subarray(0, first.bytesRead), size, context)
  const next = pages.next(size, plain)
  for (let position = 0; position < size; position += chunkBytes) {
    signal.throwIfAborted()
    const wanted = Math.min(chunkBytes, size - position)
    const { bytesRead } = await file.read(chunk, 0, wanted, position)
    if (bytesRead < wanted) return null
    next.add(chunk.subarray(0, bytesRead))
  }
  return next.done()
}
