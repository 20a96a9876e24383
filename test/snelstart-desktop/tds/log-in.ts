// The two messages before anything is asked: pre-login (versions and encryption) and LOGIN7 (user, password, database).

/** As the pre-login says it: nothing but the log-in itself encrypted, everything, cannot, must. */
export const encryption = { off: 0, on: 1, notSupported: 2, required: 3 } as const

const options = { version: 0, encryption: 1, instance: 2, thread: 3, mars: 4, end: 255 } as const

/** What the client says of encryption. */
export function readPreLogin(payload: Buffer): number {
  for (let at = 0; payload[at] !== options.end && at + 5 <= payload.length; at += 5) {
    if (payload[at] === options.encryption) return payload.readUInt8(payload.readUInt16BE(at + 1))
  }
  return encryption.notSupported
}

/** SQL Server 2019 (15.0.2000). */
export function toPreLogin(encryptionAnswer: number): Buffer {
  const parts: [number, Buffer][] = [
    [options.version, Buffer.from([15, 0, 0x07, 0xd0, 0, 0])],
    [options.encryption, Buffer.from([encryptionAnswer])],
    [options.instance, Buffer.from([0])],
    [options.thread, Buffer.alloc(0)],
    [options.mars, Buffer.from([0])],
  ]
  const head = Buffer.alloc(parts.length * 5 + 1, options.end)
  let offset = head.length
  parts.forEach(([option, value], index) => {
    head.writeUInt8(option, index * 5)
    head.writeUInt16BE(offset, index * 5 + 1)
    head.writeUInt16BE(value.length, index * 5 + 3)
    offset += value.length
  })
  return Buffer.concat([head, ...parts.map(([, value]) => value)])
}

export type LogIn = {
  /** 0x74000004 for 7.4; the highest byte tells 7.0 from 7.4. */
  readonly version: number
  readonly packetSize: number
  readonly user: string
  readonly password: string
  readonly application: string
  readonly database: string
  /** Windows authentication instead of a user. */
  readonly isWindows: boolean
}

const places = { user: 40, password: 44, application: 48, database: 68, sspi: 78 } as const

export function readLogIn(payload: Buffer): LogIn {
  const bytesAt = (place: number): Buffer => {
    const start = payload.readUInt16LE(place)
    return Buffer.from(payload.subarray(start, start + payload.readUInt16LE(place + 2) * 2))
  }
  const textAt = (place: number): string => bytesAt(place).toString('utf16le')
  const password = bytesAt(places.password).map((byte) => swapHalves(byte ^ 0xa5))
  return {
    version: payload.readUInt32LE(4),
    packetSize: payload.readUInt32LE(8),
    user: textAt(places.user),
    password: Buffer.from(password).toString('utf16le'),
    application: textAt(places.application),
    database: textAt(places.database),
    isWindows: payload.readUInt16LE(places.sspi + 2) > 0,
  }
}

const swapHalves = (byte: number): number => ((byte & 15) << 4) | (byte >> 4)
