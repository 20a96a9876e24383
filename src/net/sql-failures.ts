// What tedious and SQL Server say is wrong, as one of our failures. The first sign that fits decides.
import { ConnectionFailed, Failure, LoginRefused, SettingsWrong, UnexpectedAnswer } from '../core/failures.ts'

/** `numbers`: SQL Server's error numbers in the order they came. */
export type SqlTrouble = {
  readonly error: unknown
  readonly numbers: readonly number[]
  readonly server: string
  readonly database: string
  readonly user: string
  /** How far we were. */
  readonly phase: 'connect' | 'query'
}

const byNumber: readonly (readonly [readonly number[], string])[] = [
  [[4060, 911, 4064], 'desktop.sqlNoDatabase'],
  [[229, 230, 916, 297, 300], 'desktop.sqlNoRight'],
  [[18486, 18487, 18488], 'desktop.sqlPassword'],
  [[18456, 18452, 18470], 'desktop.sqlLogin'],
  [[207, 208], 'desktop.sqlMissing'],
  [[1205, 1222], 'desktop.sqlBusy'],
  [[6005, 17142, 18401, 18461, 921, 922, 924, 942, 945], 'desktop.sqlNotReady'],
]

/** What the network says comes first: its words hold the name of the server, which may be anything. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN|getaddrinfo/, 'desktop.sqlServerNotFound'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL/, 'desktop.sqlRefused'],
  [/ETIMEOUT|ETIMEDOUT/, 'desktop.sqlUnreachable'],
  [/Server did not negotiate encryption/, 'desktop.sqlNoTls'],
  [/Server requires encryption/, 'desktop.sqlTlsRequired'],
  [/DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS_CERT|self.signed|certificate/i, 'desktop.sqlCertificate'],
  [/SSL|TLS|EPROTO|wrong version|handshake/i, 'desktop.sqlTls'],
]

export function toSqlFailure(trouble: SqlTrouble): Failure {
  const { error, numbers, server, database, user, phase } = trouble
  if (error instanceof Failure) return error
  const said = describe(error)
  const object = numbers.some((number) => namingNumbers.includes(number)) ? nameIn(said) : database
  const context = { server, database, user, answer: said.slice(0, 300), number: numbers[0] ?? null, object }
  const code = byNumber.find(([ones]) => ones.some((one) => numbers.includes(one)))?.[1]
  if (code !== undefined) return ofSqlServer(code, context, error)
  if (numbers.length > 0 && phase === 'query') {
    return new UnexpectedAnswer('desktop.sqlAnswer', 'SQL Server refused a question', context, error)
  }
  const sign = signs.find(([pattern]) => pattern.test(said))?.[1] ?? 'desktop.sqlLost'
  return new ConnectionFailed(phase === 'query' ? 'desktop.sqlLost' : sign, 'SQL Server cannot be reached', {
    sent: false,
    context,
    cause: error,
  })
}

function ofSqlServer(code: string, context: Failure['context'], cause: unknown): Failure {
  switch (code) {
    case 'desktop.sqlNoDatabase':
      return new SettingsWrong(code, 'SQL Server has no such database, or not for this user', context, cause)
    case 'desktop.sqlMissing':
      return new UnexpectedAnswer(code, 'a table or column is not there', context, cause)
    case 'desktop.sqlBusy':
    case 'desktop.sqlNotReady':
      return new ConnectionFailed(code, 'SQL Server cannot answer now', { sent: false, context, cause })
    default:
      return new LoginRefused(code, 'SQL Server refused the user', context, cause)
  }
}

/** Every word in the chain of causes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  const several = error instanceof AggregateError ? error.errors.map(describe) : []
  return [String(code ?? ''), error.message, ...several, cause === undefined ? '' : describe(cause)].join(' ').trim()
}

/** Of the messages that name a table or column: SQL Server puts it between quotes, in every language. */
const namingNumbers: readonly number[] = [207, 208, 229, 230]
const nameIn = (text: string): string => /['"‘“«]([^'"’”»]{1,128})['"’”»]/.exec(text)?.[1] ?? ''
