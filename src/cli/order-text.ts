// An order of the inbox in words: its head line, its facts for messages, its lines, and the catalogue that holds the texts.
import { SettingsWrong } from '../core/failures.ts'
import { formatDecimal, formatPrice } from '../core/format.ts'
import { type Decimal, isZero } from '../core/money.ts'
import type { DocumentPlan } from '../core/plan.ts'
import type { ProblemCatalogue } from '../core/problem.ts'
import { coreProblems, type OrderFacts } from '../core/problems.ts'
import type { Language } from '../core/text.ts'
import { messagesOf, type Program } from '../runs/program.ts'
import type { InboxEntry, Profile } from '../store/store.ts'
import { amount, table } from './console.ts'
import { say } from './words.ts'

/** Core problems and the adapters' reading reasons, as one catalogue. */
export function catalogueOf(program: Program): ProblemCatalogue {
  const adapters = Object.entries(messagesOf(program)).map(([code, text]) => [
    code,
    { setting: null, level: 'problem', ...text },
  ])
  return { ...Object.fromEntries(adapters), ...coreProblems }
}

/** Throws SettingsWrong 'order.unknownNumber'. */
export async function findOrder(program: Program, profile: Profile, number: string): Promise<InboxEntry> {
  const entry = await program.store.inbox.find(profile.id, number)
  if (entry === null) throw new SettingsWrong('order.unknownNumber', 'no such order', { number })
  return entry
}

type Named = Pick<InboxEntry, 'number' | 'customerName' | 'totalIncl' | 'currency'>

export const factsOf = (entry: Named, language: Language): OrderFacts => ({
  number: entry.number,
  customer: entry.customerName,
  amount: amount(entry.totalIncl, entry.currency, language),
})

/** Number, customer, amount and state, as cells of a row. */
export const headCells = (entry: Named & Pick<InboxEntry, 'state'>, language: Language): string[] => {
  const { number, customer, amount: total } = factsOf(entry, language)
  return [number, customer, total, say(entry.state, language)]
}

export const headline = (entry: Named & Pick<InboxEntry, 'state'>, language: Language): string =>
  headCells(entry, language).join('  ')

export type ShownLine = {
  readonly code: string
  readonly description: string
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  readonly vatPercent: Decimal | null
}

/** Order lines under each other, figures right. */
export const linesTable = (lines: readonly ShownLine[], language: Language): string =>
  table(
    lines.map((line) => [`    ${line.code}`, line.description, ...figuresOf(line, language)]),
    [2, 4, 5],
  )

/** A line of words alone (SALE-7) has none. */
function figuresOf({ code, quantity, unitPrice, vatPercent }: ShownLine, language: Language): string[] {
  if (code === '' && isZero(quantity)) return ['', '', '', '']
  const rate = vatPercent === null ? '' : `${formatDecimal(vatPercent, language)}%`
  return [formatDecimal(quantity, language), '×', formatPrice(unitPrice, language), rate]
}

export function customerText({ customer }: DocumentPlan, language: Language): string {
  if (customer.action === 'create') {
    const code = customer.code === null ? '' : ` ${customer.code}`
    return `${customer.fields.name} (${say('newCustomer', language)}${code})`
  }
  const changed = customer.changes === null ? '' : `, ${say('willBeChanged', language)}`
  return `${customer.name} (${customer.code}${changed})`
}
