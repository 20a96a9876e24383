// The connection behind a database: opened at the first question, opened again when it broke, one question at a time. Every
// question only reads, so asking it once more is safe.
import { ConnectionFailed, Failure } from '../../../../core/failures.ts'
import type { SqlQuery, SqlRow } from '../../../../net/sql-query.ts'
import { openSqlConnection, type SqlConnection, type SqlOptions, type SqlTarget } from '../../../../net/sql-server.ts'

export type SqlSession = {
  /** Waits for its turn. Throws as SqlConnection does. */
  readonly ask: (query: SqlQuery, signal: AbortSignal) => Promise<readonly SqlRow[]>
  readonly calls: () => number
  readonly close: () => void
}

export function createSession(target: SqlTarget, options: SqlOptions): SqlSession {
  let connection: SqlConnection | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let calls = 0
  const askOnce = async (query: SqlQuery, signal: AbortSignal): Promise<readonly SqlRow[]> => {
    signal.throwIfAborted()
    if (connection?.isOpen() !== true && !isClosed) connection = await openSqlConnection(target, options, signal)
    if (isClosed || connection === null) {
      connection?.close()
      throw new ConnectionFailed('desktop.sqlLost', 'the connection was closed', { sent: false })
    }
    calls++
    return connection.query(query, signal)
  }
  const askTwice = async (query: SqlQuery, signal: AbortSignal): Promise<readonly SqlRow[]> => {
    try {
      return await askOnce(query, signal)
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'desktop.sqlLost') throw error
      return askOnce(query, signal)
    }
  }
  return {
    ask: (query, signal) => {
      const result = turn.then(() => askTwice(query, signal))
      turn = result.catch(() => null)
      return Promise.race([result, whenAborted(signal, turn)])
    },
    calls: () => calls,
    close: () => {
      isClosed = true
      connection?.close()
    },
  }
}

/** Rejects as soon as nobody waits any more; settles with `end` at the latest, so that no listener stays. */
function whenAborted(signal: AbortSignal, end: Promise<unknown>): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  void end.then(() => signal.removeEventListener('abort', abort))
  return promise
}
