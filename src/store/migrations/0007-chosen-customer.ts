// The customer that a person chose for an order; JSON, null: recognised by the program.
import type { Migration } from './migration.ts'

export const chosenCustomer: Migration = { version: 7, sql: 'alter table inbox add column chosen_customer text;' }
