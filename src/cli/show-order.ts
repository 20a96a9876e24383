// `orders show`: one order whole. What the shop said beside what was written, how every choice was made, and each step with
// its time, so that 'why this customer?' and 'is it in SnelStart?' need no other source.
import { type Decimal, decimal, roundTo } from '../core/money.ts'
import type { ShopOrder } from '../core/order.ts'
import type { Settled } from '../core/plan.ts'
import { tellProblem } from '../core/problems.ts'
import type { Language } from '../core/text.ts'
import type { AccountsById } from '../core/view/entry-view.ts'
import { readAccounts } from '../runs/ledger-accounts.ts'
import type { Program } from '../runs/program.ts'
import type { Effect, EffectState, InboxEntry } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { amount, type Console, type ExitCode, moment, table } from './console.ts'
import { decisionText } from './decision-text.ts'
import { catalogueOf, factsOf, findOrder, headline, linesTable } from './order-text.ts'
import { type Label, say } from './words.ts'

/** Throws SettingsWrong 'order.unknownNumber'. */
export async function showOrder(console: Console, number: string, options: { raw: boolean }): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const entry = await findOrder(program, profile, number)
  const effects = await program.store.effects.of(profile.id, entry.id)
  const raw = options.raw ? await program.store.inbox.raw(profile.id, entry.id) : undefined
  if (console.json) {
    console.printJson({ ...entry, effects, raw })
    return 0
  }
  const accounts = await readAccounts(program.store, profile)
  console.print(orderText(program, { entry, effects, accounts }, console.language))
  if (options.raw) console.print(JSON.stringify(raw, null, 2))
  return 0
}

type Shown = { readonly entry: InboxEntry; readonly effects: readonly Effect[]; readonly accounts: AccountsById }

function orderText(program: Program, { entry, effects, accounts }: Shown, language: Language): string {
  const decision = entry.decision as Settled | null
  const catalogue = catalogueOf(program)
  return [
    headline(entry, language),
    ...headText(entry, language),
    ...(entry.order === null ? [] : [shopText(entry.order, language)]),
    ...notesText(program, entry, language),
    ...decisionText(catalogue, entry, decision, language, accounts),
    ...warningsText(program, entry, decision, language),
    ...stepsDone(effects, language),
  ].join('\n')
}

function headText(entry: InboxEntry, language: Language): string[] {
  const number = entry.remoteNumber === null ? [] : [`${say('inSnelStart', language)} ${entry.remoteNumber}`]
  const placed = entry.placedAt === null ? [] : [moment(entry.placedAt, language)]
  return [
    ...(placed.length + number.length === 0 ? [] : [`  ${[...placed, ...number].join('  ')}`]),
    ...(entry.dismissedBecause === null ? [] : [`  ${say('dismissed', language)}: ${entry.dismissedBecause}`]),
    ...(entry.changedSince ? [`  ${say('changedSince', language)}`] : []),
  ]
}

/** In the shop's own way, so that it can be compared with the shop's page. */
function shopText(order: ShopOrder, language: Language): string {
  const incl = order.priceEntry === 'incl'
  const lines = order.lines.map((line) => ({
    code: line.articleCode ?? '',
    description: line.description,
    quantity: line.quantity,
    unitPrice: shownPrice(incl ? line.unitPriceIncl : line.unitPriceExcl),
    vatPercent: line.vatPercent,
  }))
  const charges = order.charges.map((charge) => ({
    code: '',
    description: charge.title,
    quantity: decimal(1),
    unitPrice: shownPrice(incl ? charge.amountIncl : charge.amountExcl),
    vatPercent: onlyRate(charge.parts),
  }))
  return [
    `  ${say('inShop', language)} (${say(order.priceEntry, language)}):`,
    linesTable([...lines, ...charges], language),
    `    ${say('total', language)} ${amount(order.totalIncl, order.currency, language)}`,
  ].join('\n')
}

/** Shops keep four decimals; what comes behind them is left of their own multiplying. */
const shownPrice = (price: Decimal): Decimal => roundTo(price, 4)

const onlyRate = (parts: readonly { readonly vatPercent: Decimal | null }[]): Decimal | null =>
  parts.length === 1 ? (parts[0]?.vatPercent ?? null) : null

/** What reading had to decide about this order. */
function notesText(program: Program, entry: InboxEntry, language: Language): string[] {
  const notes = entry.order?.readingNotes ?? []
  if (notes.length === 0) return []
  const catalogue = catalogueOf(program)
  const told = notes.map((note) => `    · ${tellProblem(catalogue, note, factsOf(entry, language), language).text}`)
  return [`  ${say('readingNotes', language)}:`, ...told]
}

/** What was said on the order and is not in its plan: SnelStart's own total, a refused VAT number. */
function warningsText(program: Program, entry: InboxEntry, decision: Settled | null, language: Language): string[] {
  const planned = decision?.kind === 'plan' ? decision.plan.warnings.map((warning) => JSON.stringify(warning)) : []
  const decided = decision?.kind === 'problem' ? [decision.problem] : decision?.kind === 'skip' ? [decision.reason] : []
  const shown = new Set([...planned, ...decided.map((problem) => JSON.stringify(problem))])
  const problems = [...(entry.problem === null || decision === null ? [] : [entry.problem]), ...entry.warnings]
  const catalogue = catalogueOf(program)
  return problems
    .filter((problem) => !shown.has(JSON.stringify(problem)))
    .map((problem) => {
      const told = tellProblem(catalogue, problem, factsOf(entry, language), language)
      return `  ${told.text}\n    ${say('todo', language)}: ${told.todo}`
    })
}

const stepLabels: Readonly<Record<string, Label>> = {
  customer: 'stepCustomer',
  customerUpdate: 'stepCustomerUpdate',
  article: 'stepArticle',
  articleUpdate: 'stepArticleUpdate',
  salesOrder: 'stepSalesOrder',
  salesEntry: 'stepSalesEntry',
}
const stateLabels: Readonly<Record<EffectState, Label>> = {
  intended: 'effectIntended',
  done: 'effectDone',
  unknown: 'effectUnknown',
  absent: 'effectAbsent',
}

function stepsDone(effects: readonly Effect[], language: Language): string[] {
  if (effects.length === 0) return []
  const rows = effects.map((effect) => {
    const [kind = '', code = ''] = effect.step.split(':')
    const label = stepLabels[kind]
    // Only articles are named in the step; what follows a customer's is the moment, which keeps repeated steps apart.
    const name = kind.startsWith('article') ? ` ${code}` : ''
    return [
      `    ${label === undefined ? effect.step : say(label, language) + name}`,
      say(stateLabels[effect.state], language),
      moment(effect.settledAt ?? effect.intendedAt, language),
      effect.remoteId ?? '',
    ]
  })
  return [`  ${say('steps', language)}:`, table(rows)]
}
