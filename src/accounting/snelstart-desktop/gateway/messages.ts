// Every code that SnelStart's Gateway, the helper before it, or a database read through that helper can fail with.
import type { FailureCatalogue } from '../../../core/problem.ts'
import { localMessages } from '../database/helper-messages.ts'
import { helperMessages } from './helper-messages.ts'
import { snelStartMessages } from './snelstart-messages.ts'

export const gatewayMessages = {
  ...helperMessages,
  ...snelStartMessages,
  ...localMessages,
} as const satisfies FailureCatalogue
