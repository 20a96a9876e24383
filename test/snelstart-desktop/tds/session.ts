// One client of the stand-in, from pre-login to the end of the line.
import type { Socket } from 'node:net'
import { answer, toFailure } from './answer.ts'
import { encryption, type LogIn, readLogIn, readPreLogin, toPreLogin } from './log-in.ts'
import { createMessageReader, type Message, messageTypes, toPackets } from './packets.ts'
import type { Parts } from './parts.ts'
import { readBatch, readCall } from './questions.ts'
import { doneFlags, doneTokens, toDialect, toDone, toError, toLogInAnswer } from './tokens.ts'
import { createTunnel, type Tunnel } from './tunnel.ts'

export function serve(socket: Socket, parts: Parts): void {
  const read = createMessageReader()
  let tunnel: Tunnel | null = null
  let logIn: LogIn | null = null
  let packetSize = 4096
  const sendOnLine = (bytes: Buffer): void => {
    parts.overhear(bytes)
    socket.write(bytes)
  }
  const sendRaw = (bytes: Buffer): void => {
    if (tunnel === null) sendOnLine(bytes)
    else tunnel.clear.write(bytes)
  }
  const send = (tokens: Buffer): void => sendRaw(toPackets(messageTypes.answer, tokens, packetSize))

  const onPreLogin = (payload: Buffer): void => {
    const wish = readPreLogin(payload)
    const said = parts.context === null ? encryption.notSupported : toAnswer(wish, parts.encryption === 'required')
    send(toPreLogin(said))
    if (parts.context === null || said === encryption.notSupported) return
    const unwrap = createMessageReader()
    tunnel = createTunnel(parts.context(), sendOnLine, (bytes) =>
      Buffer.concat(unwrap(bytes).map((message) => message.payload)),
    )
    tunnel.clear.on('data', (bytes: Buffer) => read(bytes).forEach(onMessage))
    tunnel.clear.on('error', () => socket.destroy())
  }
  const onLogIn = (payload: Buffer): void => {
    logIn = readLogIn(payload)
    parts.countLogIn()
    const dialect = toDialect(logIn.version)
    const refusal = findRefusal(logIn, parts)
    if (refusal.length > 0) {
      const errors = refusal.map((error) => toError(dialect, error))
      send(Buffer.concat([...errors, toDone(dialect, doneTokens.batch, doneFlags.error, 0)]))
      socket.end()
      return
    }
    const size = Math.min(Math.max(logIn.packetSize, 512), 32_767)
    const database = logIn.database === '' ? 'master' : logIn.database
    send(Buffer.concat([toLogInAnswer(logIn.version, database, size), toDone(dialect, doneTokens.batch, 0, 0)]))
    packetSize = size
  }
  const onQuestion = async ({ type, payload }: Message, { version, database }: LogIn): Promise<void> => {
    const dialect = toDialect(version)
    if (parts.misbehaviour.delayMs > 0) await new Promise((done) => setTimeout(done, parts.misbehaviour.delayMs))
    if (parts.misbehaviour.hangs) return
    const isCall = type === messageTypes.rpc
    try {
      const question = isCall ? readCall(payload, dialect) : readBatch(payload, dialect)
      const { bytes, cut } = answer(question, { ...parts, dialect, database, isCall })
      if (cut === null) return send(bytes)
      sendRaw(toPackets(messageTypes.answer, bytes.subarray(0, cut), packetSize, false))
      socket.end(() => socket.destroy())
    } catch (error) {
      send(toFailure(error, dialect, isCall))
    }
  }
  const onMessage = (message: Message): void => {
    if (message.type === messageTypes.preLogin) onPreLogin(message.payload)
    else if (message.type === messageTypes.logIn) onLogIn(message.payload)
    else if (logIn === null) socket.destroy()
    else if (message.type !== messageTypes.attention) void onQuestion(message, logIn)
    else if (!parts.misbehaviour.hangs) {
      send(toDone(toDialect(logIn.version), doneTokens.batch, doneFlags.attention, 0))
    }
  }
  socket.on('data', (bytes: Buffer) => {
    parts.overhear(bytes)
    if (tunnel === null) read(bytes).forEach(onMessage)
    else tunnel.receive(bytes)
  })
}

function toAnswer(wish: number, mustEncrypt: boolean): number {
  if (wish === encryption.on || wish === encryption.required) return encryption.on
  return mustEncrypt ? encryption.required : encryption.notSupported
}

function findRefusal(logIn: LogIn, parts: Parts): { number: number; message: string; severity: number }[] {
  const failed = { number: 18456, message: `Login failed for user '${logIn.user}'.`, severity: 14 }
  const { refuses } = parts.misbehaviour
  if (refuses !== null) return [{ ...failed, number: refuses }]
  if (logIn.isWindows || logIn.user !== parts.user || logIn.password !== parts.password) return [failed]
  const known = ['', 'master', ...Object.keys(parts.databases)].map((name) => name.toLowerCase())
  if (known.includes(logIn.database.toLowerCase())) return []
  const message = `Cannot open database "${logIn.database}" requested by the login. The login failed.`
  return [{ number: 4060, message, severity: 11 }, failed]
}
