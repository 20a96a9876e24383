// The only door of this folder.
export { holdFolder } from './hold-folder.ts'
export { openSqliteStore, type SqliteStoreParts } from './open.ts'
export { restoreDatabase } from './restore.ts'
