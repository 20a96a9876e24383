// Orders from files in a folder. Files are only read; which ones were read, and as they were then, stands in the cursor.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { SettingsWrong } from '../../core/failures.ts'

/** `mark`: size and time of change, so that a file that was written anew is read anew. */
export type OrderFile = { readonly name: string; readonly mark: string; readonly open: () => AsyncIterable<Uint8Array> }

const endings = new Set(['.xml', '.csv', '.txt', '.json'])
/** A file that changed less than this ago is perhaps still being written. */
const settledMs = 2000

/** Oldest first. `own`: our folder, which may not be there yet and where files come whole. Throws SettingsWrong
 *  'shopfactory.noFolder'. */
export async function listFiles(folder: string, nowMs: number, own: boolean): Promise<readonly OrderFile[]> {
  const found: { name: string; changedMs: number; size: number }[] = []
  for (const name of await namesIn(folder, own)) {
    const facts = await stat(join(folder, name)).catch(() => null)
    // Gone meanwhile, or no file.
    if (facts === null || !facts.isFile() || (!own && nowMs - facts.mtimeMs < settledMs)) continue
    found.push({ name, changedMs: facts.mtimeMs, size: facts.size })
  }
  return found
    .toSorted((a, b) => a.changedMs - b.changedMs || a.name.localeCompare(b.name))
    .map(({ name, changedMs, size }) => ({
      name,
      mark: `${size}:${Math.round(changedMs)}`,
      open: () => createReadStream(join(folder, name)),
    }))
}

async function namesIn(folder: string, own: boolean): Promise<readonly string[]> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => endings.has(extname(name).toLowerCase()) && !name.startsWith('.'))
  } catch (error) {
    if (own && (error as { code?: string }).code === 'ENOENT') return []
    throw new SettingsWrong('shopfactory.noFolder', 'the folder cannot be read', { folder }, error)
  }
}
