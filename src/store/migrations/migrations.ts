// Every shape the database has had, in order. Forward only.
import { first } from './0001-first.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [first]
