// `orders list|retry|dismiss`: the inbox. Nothing is hidden in it: each order says what happened, why, and what to do.
import { SettingsWrong } from '../core/failures.ts'
import { tellProblem } from '../core/problems.ts'
import { instantOf, usualTuning } from '../runs/context.ts'
import { declareAbsent } from '../runs/declare-absent.ts'
import type { Program } from '../runs/program.ts'
import { type InboxEntry, type InboxState, openStates, type Profile } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { catalogueOf, factsOf, findOrder, headCells, headline } from './order-text.ts'
import { say } from './words.ts'

export const orderStates: readonly InboxState[] = [
  ...(['waiting', 'writing', 'done', 'skipped', 'problem', 'unknown', 'dismissed'] as const),
]

const pageSize = 100

/** Throws SettingsWrong 'input.state'. */
export async function listOrders(
  console: Console,
  options: { state: string | null; all: boolean; limit: number },
): Promise<ExitCode> {
  const states = options.state === null ? (options.all ? orderStates : openStates) : [stateOf(options.state)]
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  let left = options.limit
  let after: InboxEntry | null = null
  while (left > 0) {
    const ask = { states, limit: Math.min(pageSize, left), after }
    const page: readonly InboxEntry[] = await program.store.inbox.page(profile.id, ask)
    if (console.json) for (const entry of page) console.printJson(entryJson(entry, console, program))
    else if (page.length > 0) console.print(pageText(page, console, program))
    left -= page.length
    after = page.at(-1) ?? null
    if (after === null) break
  }
  if (left === options.limit)
    console.print(say(options.state === null && !options.all ? 'noOpenOrders' : 'noOrders', console.language))
  return 0
}

function stateOf(text: string): InboxState {
  const state = orderStates.find((known) => known === text)
  if (state === undefined)
    throw new SettingsWrong('input.state', 'no such state', { state: text, states: orderStates.join(', ') })
  return state
}

const told = (entry: InboxEntry, { language }: Console, program: Program) =>
  entry.problem === null ? null : tellProblem(catalogueOf(program), entry.problem, factsOf(entry, language), language)

function pageText(page: readonly InboxEntry[], console: Console, program: Program): string {
  const heads = table(
    page.map((entry) => headCells(entry, console.language)),
    [2],
  ).split('\n')
  return page
    .flatMap((entry, index) => {
      const problem = told(entry, console, program)
      return [heads[index] ?? '', ...(problem === null ? [] : [`    ${problem.text}`])]
    })
    .join('\n')
}

function entryJson(entry: InboxEntry, console: Console, program: Program) {
  const { order: _order, decision: _decision, ...rest } = entry
  const problem = told(entry, console, program)
  return { ...rest, text: problem?.text ?? null, todo: problem?.todo ?? null, setting: problem?.setting ?? null }
}

/** `absent`: the person has looked in SnelStart and found nothing; only then an order in doubt is made again (BEY-1). Exit
 *  code 1 where an order could not be offered again. */
export async function retryOrders(
  console: Console,
  numbers: readonly string[],
  { absent }: { absent: boolean },
): Promise<ExitCode> {
  return changeOrders(console, numbers, {
    code: 'order.retried',
    data: {},
    cannot: ({ state, number }) =>
      state === 'unknown'
        ? [
            `Het is onzeker of SnelStart deze order kreeg. Kijk in SnelStart of hij er is; zo niet: ‘s-connect orders retry ${number} --absent’.`,
            `It is in doubt whether SnelStart got this order. See in SnelStart whether it is there; if not: ‘s-connect orders retry ${number} --absent’.`,
          ]
        : [
            'Deze order is niet opnieuw aan te bieden: hij is al gemaakt of wordt nu geschreven.',
            'This order cannot be offered again: it was made already or is being written now.',
          ],
    change: async ({ store, clock }, profile, entry, at) => {
      if (entry.state !== 'unknown') return (await store.inbox.retry(profile.id, [entry.id], at)) > 0
      return absent && (await declareAbsent({ store, clock, profile, at: () => {}, tuning: usualTuning }, entry))
    },
  })
}

/** Exit code 1 where an order could not be dismissed. */
export async function dismissOrders(console: Console, numbers: readonly string[], reason: string): Promise<ExitCode> {
  return changeOrders(console, numbers, {
    code: 'order.dismissed',
    data: { reason },
    cannot: () => [
      'Deze order is niet af te handelen: hij is al gemaakt of afgehandeld.',
      'This order cannot be dismissed: it was made or dismissed already.',
    ],
    change: async ({ store }, profile, { id }, at) => (await store.inbox.dismiss(profile.id, [id], reason, at)) > 0,
  })
}

type Change = {
  readonly code: string
  readonly data: Readonly<Record<string, string>>
  /** Said where nothing changed, Dutch and English. */
  readonly cannot: (entry: InboxEntry) => readonly [string, string]
  /** Whether it did anything. */
  readonly change: (
    program: Program,
    profile: Profile,
    entry: InboxEntry,
    at: InboxEntry['updatedAt'],
  ) => Promise<boolean>
}

async function changeOrders(console: Console, numbers: readonly string[], how: Change): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const at = instantOf(program.clock())
  // All are looked up first: one number that is not there must not leave half of them changed.
  const entries: InboxEntry[] = []
  for (const number of numbers) entries.push(await findOrder(program, profile, number))
  let changed = 0
  for (const entry of entries) {
    const did = await how.change(program, profile, entry, at)
    if (did) {
      changed += 1
      const data = { ...how.data, number: entry.number }
      await program.store.log.add([
        { at, profile: profile.id, level: 'normal', order: entry.number, code: how.code, data },
      ])
    }
    const after = (await program.store.inbox.get(profile.id, entry.id)) ?? entry
    if (console.json) console.printJson({ number: entry.number, state: after.state, changed: did })
    else
      console.print(
        headline(after, console.language) + (did ? '' : `\n    ${inLanguage(console, ...how.cannot(entry))}`),
      )
  }
  return changed === entries.length ? 0 : 1
}
