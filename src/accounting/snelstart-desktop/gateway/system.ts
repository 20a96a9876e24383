// What has to be known of the machine to tell whether SnelStart's Gateway can be there. Everything else is loaded when it is needed.
import { fileURLToPath } from 'node:url'

export type GatewaySystem = {
  /** As Node names it. */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** `bridges/snelstart-gateway` of this program. */
  readonly bridge: string
  /** A folder that this program may write in, for what it compiles. */
  readonly data: string
}

/** Of the machine that this runs on. */
export function thisSystem(data: string): GatewaySystem {
  const bridge = fileURLToPath(new URL('../../../../bridges/snelstart-gateway', import.meta.url))
  return { platform: process.platform, env: process.env, bridge, data }
}

/** Windows, or a helper of one's own (tests, support). */
export const canHaveGateway = ({ platform, env }: GatewaySystem): boolean =>
  platform === 'win32' || (env['S_CONNECT_GATEWAY'] ?? '').trim() !== ''
