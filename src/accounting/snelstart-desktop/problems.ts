// What the user reads when an administration on the desktop fails or refuses, by failure code: gathered from the folders that throw.
import type { FailureCatalogue } from '../../core/problem.ts'
import { localMessages } from './database/helper-messages.ts'
import { mdbMessages } from './database/mdb/messages.ts'
import { sqlServerMessages } from './database/sql-server/messages.ts'
import { gatewayMessages } from './gateway/messages.ts'
import { ownMessages } from './own-messages.ts'
import { readMessages } from './read-messages.ts'

export const desktopMessages: FailureCatalogue = {
  ...readMessages,
  ...mdbMessages,
  ...sqlServerMessages,
  ...localMessages,
  ...gatewayMessages,
  ...ownMessages,
}
