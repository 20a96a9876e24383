// What all clients of the stand-in share: its databases, who may log in, and what goes wrong.
import type { SecureContextOptions } from 'node:tls'
import type { Question } from './questions.ts'
import type { Store } from './store.ts'

/** What goes wrong; may be changed at any time. */
export type Misbehaviour = {
  /** Once, in the next answer with more rows than this: the line is cut in the middle of the next row. */
  cutAfterRows: number | null
  /** Questions are taken and never answered. */
  hangs: boolean
  /** Milliseconds before each answer. */
  delayMs: number
  /** SELECT is denied on these. */
  readonly denied: Set<string>
  /** Log-in is refused with this number of SQL Server: 18456, 18487 … */
  refuses: number | null
  /** Each SELECT is answered with this error of SQL Server. */
  fails: number | null
  /** Called before each answer, with what is asked. */
  before: ((sql: string) => void) | null
}

export type Parts = {
  readonly databases: Readonly<Record<string, Store>>
  readonly user: string
  readonly password: string
  readonly encryption: 'none' | 'offered' | 'required' | 'weak' | 'old'
  readonly context: (() => SecureContextOptions) | null
  readonly misbehaviour: Misbehaviour
  readonly asked: Question[]
  readonly countLogIn: () => void
  readonly overhear: (bytes: Buffer) => void
}
