// A whole copy of the database while others use it, by SQLite's own backup (https://sqlite.org/backup.html).
import { chmod, open, rename, rm } from 'node:fs/promises'
import { backup, type DatabaseSync } from 'node:sqlite'
import { withFailuresLater } from './failures.ts'

/** Copied at once: a backup that pauses begins anew each time that another process writes, and would not end on a busy day. */
const allPages = 2 ** 31 - 1

/** Beside `path` first, so that what stands there is replaced only by a whole copy. Throws StoreFailed, named after `path`. */
export async function backUpTo(connection: DatabaseSync, path: string): Promise<void> {
  const partial = `${path}.partial`
  await withFailuresLater(path, async () => {
    try {
      await rm(partial, { force: true })
      // Made before anything is in it, so that nobody else can ever read it.
      await (await open(partial, 'wx', 0o600)).close()
      await backup(connection, partial, { rate: allPages })
      await chmod(partial, 0o600)
      await rename(partial, path)
    } finally {
      await rm(partial, { force: true })
    }
  })
}
