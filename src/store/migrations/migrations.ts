// Every shape the database has had, in order. Forward only.
import { first } from './0001-first.ts'
import { service } from './0002-service.ts'
import { programSecrets } from './0003-program-secrets.ts'
import { stock } from './0004-stock.ts'
import { credits } from './0005-credits.ts'
import { chosenCustomer } from './0007-chosen-customer.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [first, service, programSecrets, stock, credits, chosenCustomer]
