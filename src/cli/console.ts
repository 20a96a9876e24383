// What a command has at hand: the options that every command knows, where to print, and how to ask. Printing for people
// and for machines (`--json`) goes through the same few functions, so that no command forgets one of them.
import { formatAmount, formatDay } from '../core/format.ts'
import { parseDecimal } from '../core/money.ts'
import type { Language } from '../core/text.ts'
import type { Program } from '../runs/program.ts'

export type Console = {
  readonly language: Language
  readonly json: boolean
  readonly profile: string | null
  /** Opens the data folder on first use. Throws StoreFailed. */
  readonly program: () => Promise<Program>
  readonly print: (text: string) => void
  /** One JSON value per line, only with `--json`. */
  readonly printJson: (value: unknown) => void
  /** Progress for a person at a terminal; silent elsewhere and with `--json`. */
  readonly progress: (text: string, done: number, total: number | null) => void
  readonly clearProgress: () => void
  /** Beside the result, for people: to standard error, also with `--json`. */
  readonly warn: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly readStdin: () => Promise<string>
  /** Asks without showing what is typed. Throws SettingsWrong 'input.missing' where there is no terminal or the question is left
   *  unanswered (Ctrl+D), and an AbortError at Ctrl+C. */
  readonly askSecret: (question: string) => Promise<string>
  readonly signal: AbortSignal
}

/** 0 all well, 1 some orders wait with a problem, 2 could not run. */
export type ExitCode = 0 | 1 | 2

/** The words in the console's language. */
export const inLanguage = ({ language }: Pick<Console, 'language'>, nl: string, en: string): string =>
  ({ nl, en })[language]

/** Columns padded to their widest cell; those in `right` are aligned right, as figures are read. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  const padded = (cell: string, column: number): string =>
    right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}

/** An amount of the inbox or the log, as text; '' where there is none. */
export function amount(value: string, currency: string, language: Language): string {
  const exact = parseDecimal(value)
  return exact === null ? '' : formatAmount(exact, currency || 'EUR', language)
}

/** '20 november 2026, 14:05' in the zone of this machine. */
export function moment(at: string | null, language: Language): string {
  if (at === null) return ''
  const date = new Date(at)
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${formatDay(day, language)}, ${clockTime(date.getTime())}`
}

/** '14:05' in the zone of this machine. */
export function clockTime(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
