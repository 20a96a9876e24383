// What an import did, as its last words: counts, what waits and what to do about it, what was made with a remark, and where it
// stopped if it did.
import { type Failure, RateLimited } from '../core/failures.ts'
import type { Problem } from '../core/problem.ts'
import { tellProblem } from '../core/problems.ts'
import type { ImportResult } from '../runs/import-orders.ts'
import { messagesOf, type Program } from '../runs/program.ts'
import type { InboxEntry, LogEntry, Profile } from '../store/store.ts'
import { commandFailures } from './command-failures.ts'
import { type Console, clockTime, type ExitCode, table } from './console.ts'
import { catalogueOf, factsOf } from './order-text.ts'
import { say, tellFailure } from './words.ts'

/** More than this many is a list to page through with `orders list` or `log`. */
const mostShown = 20

/** `startedAt` in ms since 1970. */
export type Ran = { readonly result: ImportResult; readonly startedAt: number }

/** Exit code 2 where the import stopped before its end, 1 where orders wait, else 0. */
export async function report(console: Console, program: Program, profile: Profile, ran: Ran): Promise<ExitCode> {
  const { result } = ran
  const counts = await program.store.inbox.counts(profile.id)
  const warnings = await readWarnings(program, profile, ran.startedAt)
  if (console.json) {
    const warned = warnings.map(({ entry, problem }) => ({ number: entry.number, ...problem }))
    console.printJson({
      ...result,
      stoppedBy: failureJson(console, program, result.stoppedBy),
      counts,
      warnings: warned,
    })
  } else {
    console.print(countsText(result, counts, console))
    if (counts.problem + counts.unknown > 0) await printAttention(console, program, profile)
    printWarnings(console, program, warnings)
    if (result.stoppedBy !== null) console.print(stoppedText(console, program, result.stoppedBy))
    else if (counts.problem + counts.unknown === 0) console.print(`\n${say('allWell', console.language)}`)
  }
  if (result.stoppedBy !== null) return 2
  return counts.problem + counts.unknown > 0 ? 1 : 0
}

function countsText(
  { read, written }: ImportResult,
  counts: Readonly<Record<'problem' | 'unknown', number>>,
  { language }: Console,
): string {
  const rows: readonly (readonly [Parameters<typeof say>[0], number, boolean])[] = [
    ['read', read.added + read.changed, true],
    ['made', written.done, true],
    ['newCustomers', written.newCustomers, written.newCustomers > 0],
    ['skippedNow', written.skipped, written.skipped > 0],
    ['problemsNow', counts.problem, true],
    ['unknownNow', counts.unknown, counts.unknown > 0],
  ]
  return table(
    rows.filter(([, , isShown]) => isShown).map(([label, count]) => [say(label, language), String(count)]),
    [1],
  )
}

type Fact = Pick<InboxEntry, 'number' | 'customerName' | 'totalIncl' | 'currency'>

function tellOne(console: Console, program: Program, entry: Fact, problem: Problem): string {
  const { language } = console
  const told = tellProblem(catalogueOf(program), problem, factsOf(entry, language), language)
  return `  ${told.text}\n    ${say('todo', language)}: ${told.todo}`
}

async function printAttention(console: Console, program: Program, profile: Profile): Promise<void> {
  const ask = { states: ['problem', 'unknown'] as const, limit: mostShown + 1 }
  const entries = await program.store.inbox.page(profile.id, ask)
  console.print(`\n${say('attention', console.language)}`)
  for (const entry of entries.slice(0, mostShown))
    if (entry.problem !== null) {
      console.print(tellOne(console, program, entry, entry.problem))
      if (entry.state === 'unknown')
        console.print(`    ${say('doubtHint', console.language, { number: entry.number })}`)
    }
  if (entries.length > mostShown) console.print(`  ${say('more', console.language)}`)
}

type Warned = { readonly entry: Fact; readonly problem: Problem }

/** The remarks on orders made since `startedAt`, oldest first; one more than is shown at most. */
async function readWarnings(program: Program, profile: Profile, startedAt: number): Promise<readonly Warned[]> {
  const warnings: Warned[] = []
  let before: number | null = null
  for (;;) {
    const ask = { profile: profile.id, level: 'normal' as const, limit: 200, before }
    const page: readonly (LogEntry & { readonly id: number })[] = await program.store.log.page(ask)
    for (const line of page) {
      if (Date.parse(line.at) < startedAt || warnings.length > mostShown) return warnings.toReversed()
      if (line.code === 'order.warning') warnings.push(toWarned(line))
    }
    before = page.at(-1)?.id ?? null
    if (before === null) return warnings.toReversed()
  }
}

/** The log keeps a problem's code and data in one, with the order's customer and amount. */
function toWarned({ order, data }: LogEntry): Warned {
  const { problem = '', customer = '', amount: totalIncl = '', ...rest } = data
  return {
    entry: { number: order ?? ('' as Fact['number']), customerName: customer, totalIncl, currency: 'EUR' },
    problem: { code: problem, data: rest },
  }
}

function printWarnings(console: Console, program: Program, warnings: readonly Warned[]): void {
  if (warnings.length === 0) return
  console.print(`\n${say('notice', console.language)}`)
  for (const { entry, problem } of warnings.slice(0, mostShown))
    console.print(tellOne(console, program, entry, problem))
  if (warnings.length > mostShown) console.print(`  ${say('moreNotices', console.language)}`)
}

/** What stopped it, what to do, and that nothing is lost. */
function stoppedText(console: Console, program: Program, failure: Failure): string {
  const { language } = console
  const goesOn =
    failure instanceof RateLimited
      ? say('goesOnFrom', language, { time: clockTime(program.clock() + failure.retryAfterMs) })
      : say('goesOn', language)
  return `\n${say('stopped', language)}: ${failureText(console, program, failure)}\n${goesOn}`
}

const failureText = (console: Console, program: Program, failure: Failure): string =>
  tellFailure({ ...commandFailures, ...messagesOf(program) }, failure, console.language)

const failureJson = (console: Console, program: Program, failure: Failure | null) =>
  failure === null ? null : { code: failure.code, text: failureText(console, program, failure), retry: failure.retry }
