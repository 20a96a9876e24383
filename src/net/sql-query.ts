// One statement over an open connection: its rows, or why not. What is cut off half-way closes the connection, so that nothing of
// this answer is ever taken for the next.
import type { Connection, Request } from 'tedious'
import { ConnectionFailed, type Failure } from '../core/failures.ts'

/** Parameters by the type that SQL Server gives them in a declaration; names with their '@'. */
export type SqlQuery = {
  readonly text: string
  readonly parameters: readonly {
    readonly name: string
    readonly type: 'int' | 'bigint' | 'float' | 'bit' | 'nvarchar(4000)'
    readonly value: string | number | boolean
  }[]
}
/** Cells in the order of the SELECT, as tedious gives them: a bigint comes as text. */
export type SqlRow = readonly unknown[]

type Tedious = typeof import('tedious')
type Parts = {
  /** Until the last row. */
  readonly timeoutMs: number
  readonly failure: (error: unknown) => Failure
}

export function runQuery(
  tedious: Tedious,
  connection: Connection,
  query: SqlQuery,
  { timeoutMs, failure }: Parts,
  signal: AbortSignal,
): Promise<readonly SqlRow[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly SqlRow[]>()
  const rows: SqlRow[] = []
  const giveUp = (reason: unknown): void => {
    reject(reason)
    connection.close()
  }
  const abort = () => giveUp(signal.reason)
  const timer = setTimeout(() => giveUp(toTimeout(timeoutMs)), timeoutMs)
  signal.addEventListener('abort', abort, { once: true })
  const request = new tedious.Request(query.text, (error) => {
    if (error === undefined || error === null) resolve(rows)
    else reject(failure(error))
  })
  request.on('row', (cells: readonly { readonly value: unknown }[]) => rows.push(cells.map(({ value }) => value)))
  for (const parameter of query.parameters) addParameter(tedious, request, parameter)
  connection.execSql(request)
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  })
}

const toTimeout = (timeoutMs: number): ConnectionFailed =>
  new ConnectionFailed('desktop.sqlTimeout', 'SQL Server did not answer in time', {
    sent: false,
    context: { seconds: Math.round(timeoutMs / 1000) },
  })

function addParameter(
  { TYPES }: Tedious,
  request: Request,
  { name, type, value }: SqlQuery['parameters'][number],
): void {
  const types = {
    int: TYPES.Int,
    bigint: TYPES.BigInt,
    float: TYPES.Float,
    bit: TYPES.Bit,
    'nvarchar(4000)': TYPES.NVarChar,
  } as const
  // Without a length each text would be declared as long as it is, and SQL Server would plan anew for every length.
  const options = type === 'nvarchar(4000)' ? { length: 4000 } : undefined
  request.addParameter(name.replace(/^@/, ''), types[type], value, options)
}
