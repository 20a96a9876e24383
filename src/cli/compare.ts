// `compare --from --to [--xlsx FILE]`: the shop's totals beside what was written in SnelStart, with the orders that explain each
// difference. Ends with 1 where there is one, so that a script can watch it.
import { writeFile } from 'node:fs/promises'
import { type Amounts, inclOfAmounts } from '../core/comparison/amounts.ts'
import type { Comparison, ComparisonQuestion } from '../core/comparison/compare.ts'
import { reasonWords } from '../core/comparison/reasons.ts'
import { SettingsWrong } from '../core/failures.ts'
import { formatAmount, formatDecimal } from '../core/format.ts'
import type { CalendarDate } from '../core/ids.ts'
import { regionWords } from '../core/sales-entry/matrix.ts'
import type { Language } from '../core/text.ts'
import { compareBooks } from '../runs/compare-books.ts'
import { comparisonRows } from '../runs/comparison-rows.ts'
import { makeSpreadsheet } from '../runs/spreadsheet.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, table } from './console.ts'
import { say } from './words.ts'

type Options = { readonly from: string; readonly to: string; readonly by: string; readonly xlsx: string | null }

/** Throws SettingsWrong 'input.day'. */
export async function compareCommand(console: Console, options: Options): Promise<ExitCode> {
  const question = { from: dayOf(options.from), to: dayOf(options.to), by: periodOf(options.by) }
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const comparison = await compareBooks(program, profile, question)
  const { language } = console
  if (options.xlsx !== null)
    await writeFile(options.xlsx, makeSpreadsheet(say('compare', language), comparisonRows(comparison, language)))
  if (console.json) console.printJson(comparison)
  else console.print(comparisonText(comparison, language))
  return comparison.agrees ? 0 : 1
}

function dayOf(text: string): CalendarDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text as CalendarDate
  throw new SettingsWrong('input.day', 'no day', { text })
}

const periodOf = (text: string): ComparisonQuestion['by'] => (text === 'quarter' || text === 'year' ? text : 'month')

function comparisonText({ agrees, periods }: Comparison, language: Language): string {
  const money = (amounts: Amounts): string => formatAmount(inclOfAmounts(amounts), 'EUR', language)
  const lines = periods.flatMap(({ period, orders, bookedOrders, rows }) => [
    `${period}  ${bookedOrders}/${orders} ${say('compareBooked', language)}`,
    table(
      rows.map((row) => [
        `  ${regionWords[row.region][language]}`,
        `${formatDecimal(row.vatPercent, language)}%`,
        money(row.shop),
        money(row.books),
        money(row.difference),
      ]),
      [1, 2, 3, 4],
    ),
    ...rows.flatMap(({ explained }) =>
      explained.map(
        (order) => `    ${order.number}  ${money(order.difference)}  ${reasonWords[order.reason][language]}`,
      ),
    ),
  ])
  return [
    ...(periods.length === 0 ? [] : [say('compareHead', language)]),
    ...lines,
    say(periods.length === 0 ? 'compareNothing' : agrees ? 'compareAgrees' : 'compareDiffers', language),
  ].join('\n')
}
