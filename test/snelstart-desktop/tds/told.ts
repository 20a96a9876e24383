// What the user is told when something fails.
import { expect } from 'vitest'
import { sqlServerMessages } from '../../../src/accounting/snelstart-desktop/database/sql-server/messages.ts'
import { Failure } from '../../../src/core/failures.ts'
import type { FailureText } from '../../../src/core/problem.ts'
import { fillIn } from '../../../src/core/text.ts'

const messages: Readonly<Record<string, FailureText>> = sqlServerMessages

/** The failure as the user reads it, every place filled in. */
export async function read(
  action: Promise<unknown>,
): Promise<{ code: string; kind: string; text: string; todo: string }> {
  const error = await action.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Failure)) throw new Error('no failure', { cause: error })
  const data = Object.fromEntries(Object.entries(error.context).map(([name, value]) => [name, String(value ?? '')]))
  const { text, todo } = messages[error.code] ?? { text: { nl: '', en: '' }, todo: { nl: '', en: '' } }
  const words = [text.nl, text.en, todo.nl, todo.en].map((one) => fillIn(one, data))
  for (const one of words) expect(one).toMatch(/^[^{}]+$/)
  return { code: error.code, kind: error.name, text: words[0] ?? '', todo: words[2] ?? '' }
}
