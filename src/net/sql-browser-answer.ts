// An answer of SQL Server Browser (SVR_RESP of MC-SQLR): 5, the length of the text in two bytes, and per instance
// 'ServerName;…;InstanceName;…;…;;'. Comes from anywhere on the network, so whatever is not exactly that is dropped.

export type SqlInstance = {
  readonly server: string
  readonly instance: string
  /** null: not reachable by TCP/IP. */
  readonly port: number | null
}

const mostInstances = 64

/** Empty where the bytes are no answer. Instances with unlikely names or ports are left out. */
export function readBrowserAnswer(bytes: Buffer): readonly SqlInstance[] {
  if (bytes.length < 3 || bytes[0] !== 5 || bytes.readUInt16LE(1) !== bytes.length - 3) return []
  const entries = bytes.toString('latin1', 3).split(';;', mostInstances)
  return entries.map(readInstance).filter((instance) => instance !== null)
}

function readInstance(entry: string): SqlInstance | null {
  const words = entry.split(';')
  const value = (name: string): string => {
    const at = words.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === name)
    return at < 0 ? '' : (words[at + 1] ?? '')
  }
  const server = value('servername')
  const instance = value('instancename')
  const port = value('tcp')
  if (!isName(server, 63) || !isName(instance, 16) || (port !== '' && !isPort(port))) return null
  return { server, instance, port: port === '' ? null : Number(port) }
}

/** Letters of Western Europe are as far as the code page of an answer can be trusted. */
const isName = (text: string, longest: number): boolean =>
  text.length <= longest && /^[\p{L}\p{N}_#$][\p{L}\p{N}_#$.-]*$/u.test(text)
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
