// SQL Server Browser for tests: answers over UDP where an instance listens. What it answers can be replaced by anything.
import { createSocket } from 'node:dgram'

export type Browser = { readonly port: number; readonly stop: () => Promise<void> }

/** `answers`: what is sent for a question, instead of the truth; each entry a datagram. */
export async function startBrowser(
  host: string,
  instance: string,
  port: number | null,
  answers: ((question: Buffer) => readonly Buffer[]) | null = null,
): Promise<Browser> {
  const socket = createSocket('udp4')
  socket.on('message', (question, sender) => {
    const datagrams = answers?.(question) ?? answer(question, instance, port)
    for (const datagram of datagrams) socket.send(datagram, sender.port, sender.address)
  })
  await new Promise<void>((done) => {
    socket.bind(0, host, done)
  })
  return { port: socket.address().port, stop: () => new Promise((done) => socket.close(() => done())) }
}

/** Silence about an instance that it does not know, as the real one. */
function answer(question: Buffer, instance: string, port: number | null): Buffer[] {
  const asked = question.toString('latin1', 1).replace('\0', '')
  const isKnown =
    question[0] === 2 || question[0] === 3 || (question[0] === 4 && asked.toUpperCase() === instance.toUpperCase())
  const tcp = port === null ? '' : `tcp;${port};`
  return isKnown
    ? [toAnswer(`ServerName;WINKEL;InstanceName;${instance};IsClustered;No;Version;15.0.2000.5;${tcp};`)]
    : []
}

export function toAnswer(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1')
  const head = Buffer.from([5, 0, 0])
  head.writeUInt16LE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}
