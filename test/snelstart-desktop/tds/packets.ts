// TDS's own envelope: messages cut in packets of eight bytes of head and some payload. Both ways.

export const messageTypes = { batch: 1, rpc: 3, answer: 4, attention: 6, logIn: 16, preLogin: 18 } as const

export type Message = { readonly type: number; readonly payload: Buffer }

const headSize = 8
const lastPacket = 1

/** Takes bytes as they come and gives whole messages. */
export function createMessageReader(): (bytes: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    const messages: Message[] = []
    while (rest.length >= headSize && rest.length >= rest.readUInt16BE(2)) {
      const size = rest.readUInt16BE(2)
      parts.push(rest.subarray(headSize, size))
      if ((rest.readUInt8(1) & lastPacket) !== 0) {
        messages.push({ type: rest.readUInt8(0), payload: Buffer.concat(parts) })
        parts = []
      }
      rest = rest.subarray(size)
    }
    return messages
  }
}

/** `isWhole` false: no packet says that it is the last. */
export function toPackets(type: number, payload: Buffer, packetSize: number, isWhole = true): Buffer {
  const room = packetSize - headSize
  const count = Math.max(1, Math.ceil(payload.length / room))
  const packets = Array.from({ length: count }, (_, index) => {
    const part = payload.subarray(index * room, (index + 1) * room)
    const head = Buffer.alloc(headSize)
    head.writeUInt8(type, 0)
    head.writeUInt8(isWhole && index === count - 1 ? lastPacket : 0, 1)
    head.writeUInt16BE(part.length + headSize, 2)
    head.writeUInt8((index + 1) % 256, 6)
    return Buffer.concat([head, part])
  })
  return Buffer.concat(packets)
}
