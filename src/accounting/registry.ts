// Every kind of administration there is. Adding one is one line here and one folder beside it.
import type { AccountingKind } from './accounting.ts'
import { snelStartLocal, snelStartMdb, snelStartSql } from './snelstart-desktop/index.ts'
import { snelStartOnline } from './snelstart-online/index.ts'

export const accountingKinds: readonly AccountingKind[] = [snelStartOnline, snelStartSql, snelStartMdb, snelStartLocal]
