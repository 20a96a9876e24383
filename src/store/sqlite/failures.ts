// Turns what SQLite and the file system throw into the failures that the store promises. One place, by result code.
import { Bug, Failure, StoreFailed } from '../../core/failures.ts'

/** Primary result codes, https://sqlite.org/rescode.html */
const codes: Readonly<Record<number, readonly [code: string, message: string]>> = {
  3: ['store.readOnly', 'the database may not be written to'],
  5: ['store.locked', 'another process keeps the database locked'],
  6: ['store.locked', 'another process keeps the database locked'],
  8: ['store.readOnly', 'the database may not be written to'],
  10: ['store.damaged', 'the disk gives errors'],
  11: ['store.damaged', 'the database is damaged'],
  13: ['store.full', 'the disk is full'],
  14: ['store.readOnly', 'the database file cannot be opened or made'],
  26: ['store.damaged', 'the file is no database'],
}
/** SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMOPEN: no room, no right to make the shared memory beside a WAL database. */
const extendedCodes: typeof codes = {
  4618: ['store.readOnly', 'the database may not be written to'],
  4874: ['store.full', 'the disk is full'],
}
const foreignKeyCode = 787

const fileCodes: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOSPC: ['store.full', 'the disk is full'],
  EDQUOT: ['store.full', 'the disk quota is used up'],
  EACCES: ['store.readOnly', 'the data folder may not be written to'],
  EPERM: ['store.readOnly', 'the data folder may not be written to'],
  EROFS: ['store.readOnly', 'the data folder may not be written to'],
  EISDIR: ['store.damaged', 'a folder stands in the place of the database'],
  ENOTDIR: ['store.readOnly', 'the data folder cannot be made: a file stands in its place'],
  EEXIST: ['store.readOnly', 'the data folder cannot be made: a file stands in its place'],
  ENOENT: ['store.readOnly', 'the data folder cannot be made'],
  ENAMETOOLONG: ['store.readOnly', 'the data folder cannot be made: its name is too long'],
  EINVAL: ['store.readOnly', 'the data folder cannot be made: no folder can have this name'],
  ELOOP: ['store.readOnly', 'the data folder cannot be made: its links lead in a circle'],
}

/** A failure of ours stays as it is; an unknown error becomes a Bug with the error as cause. */
function toStoreFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error
  const { errcode, code } = error as { errcode?: number; code?: string }
  if (errcode === foreignKeyCode) return new StoreFailed('store.noProfile', 'no such profile', { path }, error)
  const known = errcode === undefined ? fileCodes[code ?? ''] : (extendedCodes[errcode] ?? codes[errcode & 0xff])
  if (known !== undefined) return new StoreFailed(known[0], `${known[1]}: ${path}`, { path }, error)
  const message = error instanceof Error ? error.message : String(error)
  return new Bug(`the store failed: ${message}`, { path, ...(errcode === undefined ? {} : { errcode }) }, error)
}

/** Runs `work`; whatever it throws comes out as a Failure. */
export function withFailures<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw toStoreFailure(error, path)
  }
}

/** The same for work that takes its time. */
export async function withFailuresLater<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw toStoreFailure(error, path)
  }
}
