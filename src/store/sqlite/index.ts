// The only door of this folder.
export { openSqliteStore, type SqliteStoreParts } from './open.ts'
