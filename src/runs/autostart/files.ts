// The few file operations of the ways to start at log-in; a folder that may not be written to becomes one clear failure.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StoreFailed } from '../../core/failures.ts'

/** With the folders above it. Throws StoreFailed 'autostart.unwritable' (`path`). */
export async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Throws StoreFailed 'autostart.unwritable'. */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** null: there is none. */
export async function readFileIf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw unwritable(path, error)
  }
}

export const unwritable = (path: string, cause: unknown): StoreFailed =>
  new StoreFailed('autostart.unwritable', `cannot be written: ${path}`, { path }, cause)
