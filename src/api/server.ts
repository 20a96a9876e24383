// The API on a port: this machine alone unless it was opened, and never opened without a password.
import { SettingsWrong } from '../core/failures.ts'
import { createApp } from './app.ts'
import { readNetwork } from './network.ts'
import type { ApiParts } from './parts.ts'
import { allowedHosts, type HostList, isLoopback } from './security/hosts.ts'

export type ServerOptions = {
  /** null: as set in the page; loopback if nothing was. */
  readonly host: string | null
  /** 0: any free one. */
  readonly port: number
}

export type Server = {
  readonly url: string
  /** Others can reach it too. */
  readonly open: boolean
  /** Ends open requests and event streams. */
  readonly close: () => Promise<void>
}

const loopback = '127.0.0.1'
const everywhere = '0.0.0.0'

/** Throws SettingsWrong 'network.noPassword', 'network.address' (`host`), 'input.portTaken' and 'input.portDenied' (`port`). */
export async function startServer(parts: Omit<ApiParts, 'address'>, { host, port }: ServerOptions): Promise<Server> {
  const { store } = parts.service.program
  const network = await readNetwork(store)
  const address = host ?? (network.open ? everywhere : loopback)
  const open = !isLoopback(address)
  if (open && (await store.users.list()).length === 0)
    throw new SettingsWrong('network.noPassword', 'no password yet', { host: address })
  let url = ''
  const hosts: HostList = allowedHosts(address, network.hosts)
  const apiParts = { ...parts, address: () => url }
  const app = await createApp(apiParts, {
    hosts: () => hosts,
    describe: async () => (await import('./openapi.ts')).describeApi(apiParts),
  })
  try {
    await app.listen({ host: address, port })
  } catch (error) {
    await app.close()
    throw asFailure(error, address, port)
  }
  const bound = app.server.address()
  const shown = address === everywhere || address === '::' ? loopback : address
  const name = shown.includes(':') ? `[${shown}]` : shown
  url = `http://${name}:${typeof bound === 'object' && bound !== null ? bound.port : port}`
  return { url, open, close: () => app.close() }
}

function asFailure(error: unknown, host: string, port: number): Error {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new SettingsWrong('input.portTaken', 'port taken', { port }, error)
    case 'EACCES':
      return new SettingsWrong('input.portDenied', 'port denied', { port }, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EINVAL':
      return new SettingsWrong('network.address', 'no such address', { host }, error)
    default:
      return error instanceof Error ? error : new Error(String(error))
  }
}
