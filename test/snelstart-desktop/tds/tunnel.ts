// TLS as TDS has it: the handshake travels inside pre-login messages, what follows is plain TLS on the same line.
import { Duplex } from 'node:stream'
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls'
import { messageTypes, toPackets } from './packets.ts'

export type Tunnel = {
  /** Bytes as they came off the line, envelopes and all. */
  readonly receive: (bytes: Buffer) => void
  readonly clear: Duplex
}

/** `send`: onto the line. */
export function createTunnel(
  context: SecureContextOptions,
  send: (bytes: Buffer) => void,
  unwrap: (bytes: Buffer) => Buffer,
): Tunnel {
  let isWrapped = true
  const line = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      send(isWrapped ? toPackets(messageTypes.preLogin, chunk, 4096) : chunk)
      done()
    },
  })
  const clear = new TLSSocket(line, { isServer: true, secureContext: createSecureContext(context) })
  return {
    receive: (bytes) => {
      // The first TLS record outside an envelope ends the handshake: its first byte is no type of message.
      isWrapped &&= bytes[0] === messageTypes.preLogin
      line.push(isWrapped ? unwrap(bytes) : bytes)
    },
    clear,
  }
}
