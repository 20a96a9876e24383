// The tokens that an answer is made of, in the dialect of the client's TDS version: 7.0 (Mono) to 7.4 (tedious).

/** `max`: nvarchar(max). */
export type TdsType = 'int' | 'bigint' | 'bit' | 'float' | 'nvarchar' | 'max' | 'varchar'
export type TdsColumn = { readonly name: string; readonly type: TdsType }
export type TdsCell = string | number | bigint | null

/** 70, 71, 72, 73 or 74. */
export type Dialect = number
export const toDialect = (version: number): Dialect => 70 + ((version >>> 24) & 15)

/** Latin1_General_CI_AS. */
const collation = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34])

const byte = (...values: number[]): Buffer => Buffer.from(values)
const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const shortText = (text: string): Buffer => Buffer.concat([byte(text.length), Buffer.from(text, 'utf16le')])
const longText = (text: string): Buffer => Buffer.concat([u16(text.length), Buffer.from(text, 'utf16le')])
const token = (kind: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([byte(kind), u16(body.length), body])
}

export const toLogInAnswer = (version: number, database: string, packetSize: number): Buffer =>
  Buffer.concat([
    token(0xe3, byte(1), shortText(database), shortText('master')),
    ...(toDialect(version) >= 71 ? [token(0xe3, byte(7, 5), collation, byte(0))] : []),
    token(0xe3, byte(2), shortText('us_english'), shortText('')),
    token(0xad, byte(1), toAckVersion(version), shortText('Microsoft SQL Server'), byte(15, 0, 0x07, 0xd0)),
    token(0xe3, byte(4), shortText(String(packetSize)), shortText('4096')),
  ])

/** In the other byte order than the client sent it; 7.0 is 7.0.0.0 here. */
function toAckVersion(version: number): Buffer {
  return version === 0x70000000
    ? byte(7, 0, 0, 0)
    : byte(version >>> 24, (version >>> 16) & 255, (version >>> 8) & 255, version & 255)
}

export type SqlError = { readonly number: number; readonly message: string; readonly severity?: number }

export const toError = (dialect: Dialect, { number, message, severity = 16 }: SqlError): Buffer =>
  token(
    0xaa,
    u32(number),
    byte(1, severity),
    longText(message),
    shortText('STAND-IN'),
    shortText(''),
    dialect >= 72 ? u32(1) : u16(1),
  )

export const doneTokens = { batch: 0xfd, procedure: 0xfe, inProcedure: 0xff } as const
export const doneFlags = { last: 0, more: 1, error: 2, count: 16, attention: 32 } as const

export const toDone = (dialect: Dialect, kind: number, flags: number, rows: number): Buffer =>
  Buffer.concat([byte(kind), u16(flags), u16(0xc1), u32(rows), dialect >= 72 ? u32(0) : Buffer.alloc(0)])

export const returnStatus = Buffer.concat([byte(0x79), u32(0)])

export function toColumns(dialect: Dialect, columns: readonly TdsColumn[]): Buffer {
  const userType = dialect >= 72 ? u32(0) : u16(0)
  const each = columns.map(({ name, type }) => [userType, u16(1), toTypeInfo(dialect, type), shortText(name)])
  return Buffer.concat([byte(0x81), u16(columns.length), ...each.flat()])
}

function toTypeInfo(dialect: Dialect, type: TdsType): Buffer {
  const sorting = dialect >= 71 ? collation : Buffer.alloc(0)
  switch (type) {
    case 'int':
      return byte(0x26, 4)
    case 'bigint':
      return byte(0x26, 8)
    case 'bit':
      return byte(0x68, 1)
    case 'float':
      return byte(0x6d, 8)
    case 'nvarchar':
      return Buffer.concat([byte(0xe7), u16(8000), sorting])
    case 'varchar':
      return Buffer.concat([byte(0xa7), u16(8000), sorting])
    case 'max':
      // Clients from before 2005 are given ntext instead, with the name of a table.
      return dialect >= 72
        ? Buffer.concat([byte(0xe7), u16(0xffff), sorting])
        : Buffer.concat([byte(0x63), u32(0x7ffffffe), sorting, longText('t')])
  }
}
