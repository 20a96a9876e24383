// Which names this service answers to. A page elsewhere can make a browser call 127.0.0.1 under a name of its own (DNS
// rebinding); such a request carries that name in its Host header and is refused before anything looks at its path.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'

/** Host names in lower case, without port; IPv6 without brackets. */
export type HostList = ReadonlySet<string>

const loopback = ['127.0.0.1', 'localhost', '::1']

/** 'localhost:4780' → 'localhost', '[::1]:4780' → '::1'; null: no host name. */
export function hostNameOf(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^\s:/@\\?#[\]]+))(?::\d{1,5})?$/i.exec(header ?? '')
  return match === null ? null : (match[1] ?? match[2] ?? '').toLowerCase().replace(/\.$/, '')
}

/** Loopback always; this machine's own addresses and name once it is opened; `extra`: names that its owner gave it. */
export function allowedHosts(address: string, extra: readonly string[]): HostList {
  const names = [...loopback, ...extra]
  if (!isLoopback(address)) names.push(hostname(), ...ownAddresses(), address)
  return new Set(names.map((name) => name.toLowerCase()))
}

export const isLoopback = (address: string): boolean =>
  loopback.includes(address) || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)

const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address.replace(/%.*$/, '')))

/** Tells whether the request may go on; else it has been answered. */
export function checkHost(hosts: HostList, request: IncomingMessage, response: ServerResponse): boolean {
  const name = hostNameOf(request.headers.host)
  if (name !== null && hosts.has(name)) return true
  response.writeHead(421, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
  const text = {
    nl: 'Dit adres hoort niet bij S-Connect. Open het adres dat S-Connect bij het starten noemde.',
    en: 'This address does not belong to S-Connect. Open the address that S-Connect named when it started.',
  }
  response.end(JSON.stringify({ error: 'host.refused', text }))
  return false
}
