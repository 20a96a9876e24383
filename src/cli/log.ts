// `log [--extended]`: 'Informatie' on the command line (USE-3).
import type { ProfileId } from '../core/ids.ts'
import { tellLog } from '../core/messages.ts'
import { tellProblem } from '../core/problems.ts'
import type { Language } from '../core/text.ts'
import { messagesOf, type Program } from '../runs/program.ts'
import type { LogEntry } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { commandFailures } from './command-failures.ts'
import { amount, type Console, type ExitCode, moment, table } from './console.ts'
import { catalogueOf } from './order-text.ts'
import { say, tellFailure } from './words.ts'

export async function showLog(
  console: Console,
  options: { extended: boolean; order: string | null; limit: number },
): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const ask = {
    profile: profile.id,
    level: options.extended ? ('extended' as const) : ('normal' as const),
    limit: options.limit,
  }
  const entries = await program.store.log.page(options.order === null ? ask : { ...ask, order: options.order })
  if (entries.length === 0) console.print(say('noLog', console.language))
  printEntries(console, program, entries)
  return 0
}

/** The newest lines of a profile, oldest first: what was made and what was not. */
export async function printLog(console: Console, program: Program, profile: ProfileId): Promise<void> {
  printEntries(console, program, await program.store.log.page({ profile, level: 'normal', limit: 200 }))
}

function printEntries(console: Console, program: Program, entries: readonly LogEntry[]): void {
  for (const entry of entries.toReversed()) {
    const text = logText(program, entry, console.language)
    if (console.json) console.printJson({ ...entry, text })
    else console.print(table([[moment(entry.at, console.language), text]]))
  }
}

/** A problem is told in its own words, and so is a failure; everything else by the log's catalogue. */
function logText(program: Program, entry: LogEntry, language: Language): string {
  const { problem, failure, ...data } = entry.data
  const number = entry.order ?? data['number'] ?? ''
  const shown = { ...data, number, amount: amount(data['amount'] ?? '', 'EUR', language) }
  const messages = messagesOf(program)
  if (problem !== undefined)
    return tellProblem(
      catalogueOf(program),
      { code: problem, data },
      { number, customer: data['customer'] ?? '', amount: shown.amount },
      language,
    ).text
  const extra = Object.fromEntries(Object.entries(messages).map(([code, { text }]) => [code, text]))
  if (failure === undefined) return tellLog(entry.code, shown, language, extra)
  const words = { code: failure, message: data['message'] ?? '', context: data }
  const message = tellFailure({ ...commandFailures, ...messages }, words, language)
  return tellLog(entry.code, { ...shown, message }, language, extra)
}
