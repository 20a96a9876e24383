// SQL Server Browser (protocol MC-SQLR, UDP 1434): which SQL Servers there are nearby, and at which port an instance listens.
// Anybody can answer a question by UDP, so only well-formed answers of plausible senders count, and never endlessly many.
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { isIPv6 } from 'node:net'
import { ConnectionFailed, SettingsWrong } from '../core/failures.ts'
import { ownNetworks } from './own-networks.ts'
import { readBrowserAnswer, type SqlInstance } from './sql-browser-answer.ts'

const standardPort = 1434
const mostServers = 200
const mostAnswers = 500
/** A datagram can get lost. */
const repeats = 3

const everybody = Buffer.from([2])
const oneServer = Buffer.from([3])
const oneInstance = (name: string): Buffer => Buffer.concat([Buffer.from([4]), Buffer.from(`${name}\0`, 'latin1')])

/** 'SERVER' for a default instance, 'SERVER\\NAME' for another; sorted, each once, 200 at most. `address`: one computer's Browser
 *  instead of all of the network. Servers that hide, or whose network drops broadcasts, are not among them. Throws the system's
 *  error where UDP cannot be used. */
export async function findServers(
  by: { readonly timeoutMs: number; readonly address?: string; readonly port?: number },
  signal: AbortSignal,
): Promise<string[]> {
  const networks = ownNetworks()
  const targets = by.address === undefined ? ['127.0.0.1', ...networks.broadcasts] : await addressesOf(by.address)
  const isPlausible = by.address === undefined ? networks.contains : isOneOf(targets)
  const messages = [by.address === undefined ? everybody : oneServer]
  const found = new Map<string, string>()
  await ask({ ...by, targets, messages, isPlausible }, signal, (instances) => {
    for (const { server, instance } of instances) {
      const name = /^mssqlserver$/i.test(instance) ? server : `${server}\\${instance}`
      if (found.size < mostServers && !found.has(name.toUpperCase())) found.set(name.toUpperCase(), name)
    }
    return by.address !== undefined
  })
  return [...found.values()].toSorted((one, other) => one.localeCompare(other))
}

/** The TCP port of an instance. Throws ConnectionFailed 'desktop.sqlServerNotFound', 'desktop.sqlBrowser' (no answer) or
 *  SettingsWrong 'desktop.sqlInstance' (an answer without it) and 'desktop.sqlNoTcp'. */
export async function findInstancePort(
  by: { readonly host: string; readonly instance: string; readonly timeoutMs: number; readonly port?: number },
  signal: AbortSignal,
): Promise<number> {
  const context = { server: `${by.host}\\${by.instance}`, host: by.host, instance: by.instance }
  const targets = await addressesOf(by.host).catch((cause: unknown) => {
    const message = 'no such computer'
    throw new ConnectionFailed('desktop.sqlServerNotFound', message, { sent: false, context, cause })
  })
  const others = new Set<string>()
  // The Browser does not answer at all about an instance that it does not know; therefore the list as well.
  const messages = [oneInstance(by.instance), oneServer]
  let found: SqlInstance | undefined
  await ask({ ...by, targets, messages, isPlausible: isOneOf(targets) }, signal, (instances) => {
    for (const one of instances) others.add(one.instance)
    found = instances.find((one) => one.instance.toUpperCase() === by.instance.toUpperCase())
    return found !== undefined || instances.length > 1
  })
  if (found !== undefined && found.port !== null) return found.port
  if (found !== undefined)
    throw new SettingsWrong('desktop.sqlNoTcp', 'the instance does not listen on TCP/IP', context)
  if (others.size === 0) {
    throw new ConnectionFailed('desktop.sqlBrowser', 'SQL Server Browser does not answer', { sent: false, context })
  }
  throw new SettingsWrong('desktop.sqlInstance', 'no such instance', { ...context, instances: [...others].join(', ') })
}

type Asking = {
  readonly targets: readonly string[]
  readonly messages: readonly Buffer[]
  readonly timeoutMs: number
  readonly port?: number
  readonly isPlausible: (address: string) => boolean
}

/** Until the time is up, `take` says that it has enough, or too many answers came. */
async function ask(
  { targets, messages, timeoutMs, port = standardPort, isPlausible }: Asking,
  signal: AbortSignal,
  take: (instances: readonly SqlInstance[]) => boolean,
): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = createSocket(targets.every(isIPv6) ? 'udp6' : 'udp4')
  const usable = targets.filter((target) => targets.every(isIPv6) || !isIPv6(target))
  let answers = 0
  socket.on('error', reject)
  socket.on('message', (bytes, sender) => {
    answers++
    const instances = sender.port === port && isPlausible(sender.address) ? readBrowserAnswer(bytes) : []
    if ((instances.length > 0 && take(instances)) || answers >= mostAnswers) resolve()
  })
  const send = () => {
    // A network that takes no broadcast is no reason not to hear the others.
    for (const target of usable) for (const message of messages) socket.send(message, port, target, () => null)
  }
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const end = setTimeout(resolve, timeoutMs)
  const again = setInterval(send, timeoutMs / repeats)
  socket.bind(0, () => {
    socket.setBroadcast(true)
    send()
  })
  try {
    await promise
  } finally {
    clearTimeout(end)
    clearInterval(again)
    signal.removeEventListener('abort', abort)
    socket.close()
  }
}

const addressesOf = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)
const isOneOf = (targets: readonly string[]) => (address: string) => targets.includes(address)
