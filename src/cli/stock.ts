// `stock`: exports stock (with the orders before it), shows what that would change, what was changed and what is the matter.
import type { PlannedChange } from '../core/stock/decide-stock.ts'
import { explainStock } from '../core/stock/explain.ts'
import type { StockProblem } from '../core/stock/match-lines.ts'
import { tellStockProblem } from '../core/stock/problems.ts'
import { type ExportResult, exportStock } from '../runs/export-stock.ts'
import { requireLicensed } from '../runs/licence.ts'
import { previewStock } from '../runs/preview-stock.ts'
import { messagesOf, type Program, withParts } from '../runs/program.ts'
import type { Profile } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage, moment, table } from './console.ts'
import { openParts } from './import.ts'
import { report } from './report.ts'

type Search = { readonly text: string; readonly limit: number }

/** Throws SettingsWrong 'stock.notSupported'. */
export async function stockCommand(
  console: Console,
  options: Search & { readonly preview: boolean; readonly whole: boolean },
): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  await requireLicensed(program, profile.id)
  if (options.preview) return showPreview(console, program, profile, options)
  const startedAt = program.clock()
  try {
    const { stock, ...result } = await withParts(program, profile, openParts(console), (parts) =>
      exportStock(parts, { whole: options.whole }),
    )
    console.clearProgress()
    console.signal.throwIfAborted()
    tellExported(console, stock)
    const exit = await report(console, program, profile, { result, startedAt })
    return exit === 0 && stock !== null && stock.refused + stock.heldBack > 0 ? 1 : exit
  } finally {
    console.clearProgress()
  }
}

function tellExported(console: Console, stock: ExportResult['stock']): void {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  if (console.json) {
    console.printJson({ stock })
    return
  }
  if (stock === null) {
    console.print(say('De voorraad is niet geëxporteerd.', 'Stock was not exported.'))
    return
  }
  const { matched, written, refused, heldBack } = stock
  const rows: readonly (readonly [string, number])[] = [
    [say('Artikelen in de webshop', 'Articles in the shop'), matched],
    [say('Voorraad gewijzigd', 'Stock changed'), written],
    [say('Geweigerd door de webshop', 'Refused by the shop'), refused],
    [say('Nog niet verhoogd', 'Not raised yet'), heldBack],
  ]
  console.print(
    table(
      rows.filter(([, count], index) => index < 2 || count > 0).map(([label, count]) => [label, String(count)]),
      [1],
    ),
  )
}

async function showPreview(
  console: Console,
  program: Program,
  profile: Profile,
  { whole, text, limit }: Search & { readonly whole: boolean },
): Promise<ExitCode> {
  const plan = await withParts(program, profile, openParts(console), (parts) => previewStock(parts, { whole }))
  console.clearProgress()
  const wanted = text.toLowerCase()
  const found = plan.changes.filter(({ code, name }) => `${code}\n${name}`.toLowerCase().includes(wanted))
  const shown = found.slice(0, limit)
  if (console.json) for (const change of shown) console.printJson(change)
  else if (shown.length > 0) console.print(changesText(console, shown))
  console.print(
    inLanguage(
      console,
      `Voorbeeld: van ${plan.changes.length} artikelen zou de voorraad veranderen; er is niets geschreven.`,
      `Preview: the stock of ${plan.changes.length} articles would change; nothing was written.`,
    ),
  )
  return plan.heldBack > 0 ? 1 : 0
}

export async function stockChanges(console: Console, search: Search): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const found = await program.store.stock.changes(profile.id, search)
  if (console.json) for (const { at, change } of found) console.printJson({ at, ...change })
  else if (found.length === 0) console.print(inLanguage(console, 'Geen wijzigingen.', 'No changes.'))
  else {
    const at = found.map((one) => moment(one.at, console.language))
    console.print(
      changesText(
        console,
        found.map(({ change }) => change),
        at,
      ),
    )
  }
  return 0
}

function changesText(console: Console, changes: readonly PlannedChange[], at: readonly string[] = []): string {
  const rows = changes.map(({ code, name, from, to, reason }, index) => [
    ...(at[index] === undefined ? [] : [at[index]]),
    code,
    name,
    `${from ?? '?'} → ${to}`,
    explainStock(reason)[console.language],
  ])
  return table(rows)
}

/** Exit code 1 where there are any. */
export async function stockProblemsCommand(console: Console, search: Search): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const { problems, total } = await program.store.stock.problems(profile.id, search)
  const words = messagesOf(program)
  const say = (problem: StockProblem) => {
    const { text, todo } = tellStockProblem(problem, words)
    return { text: text[console.language], todo: todo[console.language] }
  }
  for (const problem of problems)
    if (console.json)
      console.printJson({ code: problem.code, about: problem.about, since: problem.since, ...say(problem) })
    else console.print(`${say(problem).text}\n    ${say(problem).todo}`)
  if (total === 0) console.print(inLanguage(console, 'Er is niets aan de hand.', 'Nothing is the matter.'))
  else if (total > problems.length)
    console.print(inLanguage(console, `En nog ${total - problems.length}.`, `And ${total - problems.length} more.`))
  return total > 0 ? 1 : 0
}
