// `lists`, `test` and `shop read`: what can be asked of both sides without importing anything.
import type { AdministrationLists } from '../core/administration.ts'
import { Failure, SettingsWrong } from '../core/failures.ts'
import type { Instant } from '../core/ids.ts'
import type { OrderStatus } from '../core/order.ts'
import type { TestLeg } from '../core/test-leg.ts'
import { connectAccounting, connectShop, messagesOf, type Program } from '../runs/program.ts'
import { type ConnectionSide, testConnections } from '../runs/test-connection.ts'
import type { Profile } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { commandFailures } from './command-failures.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { warnOfObstacle } from './offers.ts'
import { catalogueOf } from './order-text.ts'
import { meaningOf, say, tellFailure, vatKindText } from './words.ts'

/** The lists of the administration and the shop that settings choose from. Exit code 1 where the shop's could not be read. */
export async function showLists(console: Console): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const accounting = await connectAccounting(program, profile)
  try {
    const lists = await accounting.readLists(console.signal)
    const statuses = await readStatuses(console, program, profile)
    if (console.json) console.printJson({ ...lists, orderStatuses: statuses })
    else printLists(console, lists, statuses ?? [])
    return statuses === null ? 1 : 0
  } finally {
    await accounting.close()
  }
}

/** Statuses need the shop; without it (null) the administration's lists are still worth showing. */
async function readStatuses(
  console: Console,
  program: Program,
  profile: Profile,
): Promise<readonly OrderStatus[] | null> {
  try {
    const shop = await connectShop(program, profile)
    try {
      return await shop.readOrderStatuses(console.signal)
    } finally {
      await shop.close()
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.warn(tellFailure({ ...commandFailures, ...messagesOf(program) }, error, console.language))
    return null
  }
}

function printLists(console: Console, lists: AdministrationLists, statuses: readonly OrderStatus[]): void {
  const { language } = console
  const { company, templates, revenueGroups } = lists
  const section = (title: string, rows: readonly string[][]): void => {
    if (rows.length > 0) console.print(`\n${title}\n${table(rows)}`)
  }
  console.print(company.administrationName)
  section(
    inLanguage(console, 'Verkoopsjablonen', 'Sales templates'),
    templates.map(({ name, pricesExclVat, inactive }) => [
      `  ${name}`,
      say(pricesExclVat ? 'excl' : 'incl', language),
      inactive ? inLanguage(console, 'niet actief', 'not active') : '',
    ]),
  )
  section(
    inLanguage(console, 'Omzetgroepen', 'Revenue groups'),
    revenueGroups.map((group) => [`  ${group.number}`, group.name, vatKindText(group.vatKind, language)]),
  )
  section(
    inLanguage(console, 'Orderstatussen van de webshop', 'Order statuses of the shop'),
    statuses.map((status) => [`  ${status.code}`, status.text, meaningOf(status, language)]),
  )
}

/** SNEL-6, SHOP-9: each leg on its own. Exit code 1 where one failed. */
export async function test(console: Console, side: ConnectionSide | 'both'): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const words = { ...commandFailures, ...messagesOf(program) }
  if (side !== 'shop') warnOfObstacle(console, program, profile)
  let allWell = true
  for await (const { of, leg } of testConnections(program, profile, side, console.signal, (failure, language) =>
    tellFailure(words, failure, language),
  )) {
    allWell &&= leg.ok
    printLeg(console, of, leg)
  }
  return allWell ? 0 : 1
}

function printLeg(console: Console, of: ConnectionSide, leg: TestLeg): void {
  const { language } = console
  const [title, tried, cameBack] = [leg.title[language], leg.tried[language], leg.cameBack[language]]
  const todo = leg.todo?.[language] ?? null
  if (console.json) {
    console.printJson({ of, leg: leg.leg, ok: leg.ok, title, tried, cameBack, todo })
    return
  }
  console.print(`${leg.ok ? '✓' : '✗'} ${title}`)
  console.print(`    ${say('tried', language)}: ${tried}`)
  console.print(`    ${say('cameBack', language)}: ${cameBack}`)
  if (todo !== null) console.print(`    ${say('todo', language)}: ${todo}`)
}

/** The orders as ShopOrder, one JSON per line; remembers nothing and writes nothing. Exit code 1 where one of them could not
 *  be understood. */
export async function readShop(
  console: Console,
  options: { from: string | null; limit: number | null },
): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const from = startAt(options.from)
  const shop = await connectShop(program, profile)
  try {
    let left = options.limit ?? Number.POSITIVE_INFINITY
    let unread = false
    for await (const page of shop.readOrders(null, { startAt: from, signal: console.signal })) {
      for (const read of page.orders) {
        if (left <= 0) return unread ? 1 : 0
        left -= 1
        unread ||= !read.ok
        if (read.ok) console.printJson(read.order)
        else {
          const text = catalogueOf(program)[read.reason.code]?.text[console.language]
          console.printJson({ id: read.id, number: read.number, reason: read.reason, text })
        }
      }
    }
    return unread ? 1 : 0
  } finally {
    await shop.close()
  }
}

/** '2026-03-01', '2026-03-01 14:30' (this machine's time) or with an offset; digits alone are an order number. */
function startAt(from: string | null): { at: Instant } | { number: string } | null {
  if (from === null) return null
  const text = from.trim()
  if (/^\d+$/.test(text)) return { number: text }
  const iso = text.replace(' ', 'T')
  const at = /^\d{4}-\d{2}-\d{2}/.test(iso) ? Date.parse(iso.includes('T') ? iso : `${iso}T00:00`) : Number.NaN
  if (Number.isNaN(at)) throw new SettingsWrong('input.from', 'neither a date nor a number', { from })
  return { at: new Date(at).toISOString() as Instant }
}
