// Who may reach the service: by default this machine alone. What is set here holds from the next start on; `--host` goes before.
import { z } from 'zod'
import type { Store } from '../store/store.ts'

export const networkSchema = z.object({
  /** Listens on every address of this machine instead of loopback alone. */
  open: z.boolean().default(false),
  /** Names it is reached by, such as that of a proxy with TLS. */
  hosts: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9.-]{0,252}$|^[0-9a-f:]+$/),
    )
    .max(20)
    .default([]),
})
export type Network = z.infer<typeof networkSchema>

const key = 'network'

/** What does not fit (any more) counts as not set. */
export async function readNetwork({ values }: Pick<Store, 'values'>): Promise<Network> {
  const parsed = networkSchema.safeParse((await values.get(key)) ?? {})
  return parsed.success ? parsed.data : networkSchema.parse({})
}

export const saveNetwork = ({ values }: Pick<Store, 'values'>, network: Network): Promise<void> =>
  values.set(key, network)
