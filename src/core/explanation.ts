// How a choice was made, step by step, as data: `orders show`, the preview and the order's page draw it in words.
import type { Text } from './text.ts'

export type Step = {
  /** Stable key for tests and machines, such as 'customer.email.main'. */
  readonly key: string
  readonly spec: string
  readonly text: Text
  /** Did this step decide? */
  readonly decided: boolean
}
