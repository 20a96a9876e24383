// One service per data folder: the right to serve is a lock that the operating system takes back when its process ends, however
// that happens. Kept on a file of its own, so that other commands go on working on the database.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreFailed } from '../../core/failures.ts'
import { withFailures } from './failures.ts'

/** Gives what lets it go. Throws StoreFailed 'store.served' (`path`) where another process serves this folder. */
export function holdFolder(folder: string): () => void {
  const path = join(folder, 'service.lock')
  return withFailures(path, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = new DatabaseSync(path, { timeout: 0 })
    try {
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      const { errcode } = error as { errcode?: number }
      if (errcode === undefined || (errcode & 0xff) !== busyCode) throw error
      throw new StoreFailed('store.served', 'another process serves this data folder', { path: folder }, error)
    }
    return () => lock.close()
  })
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html */
const busyCode = 5
