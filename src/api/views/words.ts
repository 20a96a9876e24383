// Everything that is told about an order or a log line, in both languages at once: the page switches without asking again.
import { formatAmount } from '../../core/format.ts'
import { tellLog } from '../../core/messages.ts'
import { parseDecimal } from '../../core/money.ts'
import type { Problem, ProblemCatalogue } from '../../core/problem.ts'
import { coreProblems, type OrderFacts, tellProblem } from '../../core/problems.ts'
import type { Language, Text } from '../../core/text.ts'
import { messagesOf, type Program } from '../../runs/program.ts'
import type { InboxEntry, LogEntry } from '../../store/store.ts'

export type ProblemView = {
  readonly code: string
  readonly text: Text
  readonly todo: Text
  /** Key of the setting concerned, 'part.name' where it is known which part has it. */
  readonly setting: string | null
  readonly level: 'problem' | 'warning'
}

const both = (make: (language: Language) => string): Text => ({ nl: make('nl'), en: make('en') })

/** Core problems and the adapters' reading reasons, as one catalogue. */
export function problemCatalogue(program: Program): ProblemCatalogue {
  const adapters = Object.entries(messagesOf(program)).map(([code, text]) => [
    code,
    { setting: null, level: 'problem', ...text },
  ])
  return { ...Object.fromEntries(adapters), ...coreProblems }
}

type Named = Pick<InboxEntry, 'number' | 'customerName' | 'totalIncl' | 'currency'>

const amountIn = (value: string, currency: string, language: Language): string => {
  const exact = parseDecimal(value)
  return exact === null ? '' : formatAmount(exact, currency || 'EUR', language)
}

const factsOf = (entry: Named, language: Language): OrderFacts => ({
  number: entry.number,
  customer: entry.customerName,
  amount: amountIn(entry.totalIncl, entry.currency, language),
})

/** `toKey`: from a setting's name to its key. */
export function viewProblem(
  catalogue: ProblemCatalogue,
  problem: Problem,
  entry: Named,
  toKey: (setting: string) => string | null,
): ProblemView {
  const told = { nl: tellProblem(catalogue, problem, factsOf(entry, 'nl'), 'nl') }
  const en = tellProblem(catalogue, problem, factsOf(entry, 'en'), 'en')
  const { setting, level } = told.nl
  return {
    code: problem.code,
    text: { nl: told.nl.text, en: en.text },
    todo: { nl: told.nl.todo, en: en.todo },
    setting: setting === null ? null : toKey(setting),
    level,
  }
}

/** A problem is told in its own words; everything else by the log's catalogue. */
export function logText(program: Program, catalogue: ProblemCatalogue, entry: LogEntry): Text {
  const { problem, ...data } = entry.data
  const number = entry.order ?? data['number'] ?? ''
  const extra = Object.fromEntries(Object.entries(messagesOf(program)).map(([code, { text }]) => [code, text]))
  return both((language) => {
    const amount = amountIn(data['amount'] ?? '', 'EUR', language)
    if (problem === undefined) return tellLog(entry.code, { ...data, number, amount }, language, extra)
    const facts = { number, customer: data['customer'] ?? '', amount }
    return tellProblem(catalogue, { code: problem, data }, facts, language).text
  })
}

/** Codes whose words hold this text in either language, for searching what is stored as codes. */
export function codesWithText(program: Program, texts: Readonly<Record<string, Text>>, wanted: string): string[] {
  const sought = wanted.toLowerCase()
  const all = {
    ...texts,
    ...Object.fromEntries(Object.entries(messagesOf(program)).map(([code, { text }]) => [code, text])),
  }
  return Object.entries(all)
    .filter(([, text]) => [text.nl, text.en].some((words) => words.toLowerCase().includes(sought)))
    .map(([code]) => code)
}
