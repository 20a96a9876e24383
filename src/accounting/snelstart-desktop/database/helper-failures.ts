// What SQL Server or LocalDB says is wrong through the Windows helper, as one of our failures: by number where there is one, because
// the words come in the language of Windows.
import { ConnectionFailed, Failure, SettingsWrong } from '../../../core/failures.ts'
import { toSqlFailure } from '../../../net/sql-failures.ts'
import type { HelperQuestions } from '../gateway/protocol.ts'

type Trouble = keyof typeof makers

/** What the helper threw, in the database's own terms; anything but a word of the database stays what it is. */
export function toLocalFailure(error: unknown, database: HelperQuestions['sql.open']): unknown {
  if (!(error instanceof Failure)) return error
  if (error.code === 'gateway.notWindows') return onlyThere(database, error)
  const { kind, number, said, call } = error.context
  if (kind !== 'database' && kind !== 'login') return error
  const text = String(said ?? '')
  const code = Number.parseInt(String(number ?? ''), 10)
  const context = {
    server: database.server,
    file: database.file,
    database: database.database,
    user: database.user,
    said: text,
  }
  const trouble = findTrouble(code, text)
  // The network's numbers mean something else once the server was reached.
  const isLost = trouble === 'sqlUnreachable' && code !== timedOut && call !== 'sql.open' && call !== 'sql.databases'
  if (isLost) return makers.sqlLost('desktop.sqlLost', text, context, error)
  if (trouble !== null) return makers[trouble](`desktop.${trouble}`, text, context, error)
  const numbers = code > 0 ? [code] : []
  const { server, user } = database
  const asked = { numbers, server, database: database.database || database.file, user }
  return toSqlFailure({
    ...asked,
    error: new Error(text, { cause: error }),
    phase: numbers.length > 0 ? 'query' : 'connect',
  })
}

/** Said of writing; here it is reading that cannot be done. */
const onlyThere = ({ file, server, user }: HelperQuestions['sql.open'], cause: Failure): SettingsWrong =>
  file === ''
    ? new SettingsWrong('desktop.sqlWindows', 'Windows authentication needs Windows', { server, user }, cause)
    : new SettingsWrong('desktop.localWindows', 'LocalDB needs Windows', { file }, cause)

type Maker = (code: string, message: string, context: Failure['context'], cause: unknown) => Failure
const settings: Maker = (...given) => new SettingsWrong(...given)
/** Trying again can help: somebody closes a program, a service starts. */
const later: Maker = (code, message, context, cause) =>
  new ConnectionFailed(code, message, { sent: false, context, cause })

const makers = {
  localMissing: settings,
  localNotStarted: later,
  localInUse: later,
  localFileMissing: settings,
  localForbidden: settings,
  localTooNew: settings,
  localNotDatabase: settings,
  sqlUnreachable: later,
  sqlLost: later,
} as const satisfies Readonly<Record<string, Maker>>

function findTrouble(code: number, text: string): Trouble | null {
  const local = findLocalDbTrouble(code, text)
  if (local !== null) return local
  if (fileNumbers.has(code)) return troubleOfFile(text)
  return byNumber.find(([numbers]) => numbers.includes(code))?.[1] ?? null
}

/** LocalDB's own codes are 0x89C501nn: 07 no such instance, 11 no such version, 16 not installed; the others did not start. */
function findLocalDbTrouble(code: number, text: string): Trouble | null {
  const isLocalDb = code >>> 16 === 0x89c5 || /Local ?Database Runtime|LocalDB|SQLUserInstance/i.test(text)
  if (!isLocalDb || fileNumbers.has(code)) return null
  const isMissing = [0x07, 0x0d, 0x11, 0x16].includes(code & 0xff) && code >>> 16 === 0x89c5
  return isMissing || /does not exist|not installed|bestaat niet|niet ge[iï]nstalleerd/i.test(text)
    ? 'localMissing'
    : 'localNotStarted'
}

/** Opening or attaching a file failed; Windows' own number in the text tells why. */
const fileNumbers: ReadonlySet<number> = new Set([5120, 5123, 5133, 15350, 1802, 1813, 1832])

function troubleOfFile(text: string): Trouble {
  if (/(version|versie) \d+/i.test(text)) return 'localTooNew'
  const system = /(?:error|fout)\s*:?\s+(\d+)/i.exec(text)?.[1]
  switch (system) {
    case '2':
    case '3':
      return 'localFileMissing'
    case '5':
      return 'localForbidden'
    default:
      return 'localInUse'
  }
}

/** The client library's, for a connection or an answer that took too long. */
const timedOut = -2

/** SQL Server's numbers; those below zero and the small ones are of the client library, for a server that does not answer. */
const byNumber: readonly (readonly [readonly number[], Trouble])[] = [
  [[924, 1222, 5061, 5064], 'localInUse'],
  [[946, 948, 950, 1810], 'localTooNew'],
  [[5171, 5172, 5173, 824, 823], 'localNotDatabase'],
  [
    [timedOut, -1, 2, 20, 26, 40, 52, 53, 64, 121, 233, 258, 1225, 1326, 10_053, 10_054, 10_060, 10_061, 11_001],
    'sqlUnreachable',
  ],
]
