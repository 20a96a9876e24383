// A decision as a person reads it: which customer and why, which articles are made, every line of the document, warnings.
import { nearMissTexts } from '../core/customer/near-misses.ts'
import type { Step } from '../core/explanation.ts'
import { formatDay } from '../core/format.ts'
import { toFixed } from '../core/money.ts'
import { isEntryPlan, type NearMiss, type SalesOrderPlan, type Settled } from '../core/plan.ts'
import type { ProblemCatalogue } from '../core/problem.ts'
import { tellProblem } from '../core/problems.ts'
import type { Language } from '../core/text.ts'
import type { AccountsById } from '../core/view/entry-view.ts'
import type { InboxEntry } from '../store/store.ts'
import { amount } from './console.ts'
import { entryText } from './entry-text.ts'
import { customerText, factsOf, linesTable } from './order-text.ts'
import { say } from './words.ts'

/** Lines of text. `decision` null: the order could not be understood, or waits for its first decision; its own problem, if it
 *  has one, is told. */
export function decisionText(
  catalogue: ProblemCatalogue,
  entry: InboxEntry,
  decision: Settled | null,
  language: Language,
  accounts: AccountsById,
): string[] {
  const tell = (problem: Parameters<typeof tellProblem>[1]): string => {
    const told = tellProblem(catalogue, problem, factsOf(entry, language), language)
    return `  ${told.text}\n    ${say('todo', language)}: ${told.todo}`
  }
  if (decision === null) return entry.problem === null ? [] : [tell(entry.problem)]
  switch (decision.kind) {
    case 'problem':
      return [tell(decision.problem), ...stepsText(decision.steps, decision.nearMisses, language)]
    case 'skip':
      return [tell(decision.reason), ...stepsText(decision.steps, [], language)]
    case 'plan':
      return [
        ...(isEntryPlan(decision.plan)
          ? entryText(decision.plan, entry, accounts, language)
          : planText(decision.plan, entry, language)),
        ...decision.plan.warnings.map(tell),
        ...stepsText(decision.plan.steps, decision.plan.nearMisses, language),
      ]
  }
}

function planText(plan: SalesOrderPlan, entry: InboxEntry, language: Language): string[] {
  const { document } = plan
  const isDone = entry.state === 'done'
  const articles = plan.articles.map((article) =>
    article.action === 'create'
      ? `  ${say('article', language)} ${article.fields.code} ${say(isDone ? 'wasMade' : 'willBeMade', language)}: ${article.fields.description}`
      : `  ${say('article', language)} ${article.code} ${say(isDone ? 'wasChanged' : 'willBeChanged', language)}`,
  )
  const number = entry.remoteNumber === null ? '' : ` ${entry.remoteNumber}`
  const description = document.description === '' ? '' : `: ${document.description}`
  return [
    `  ${say('customer', language)}: ${customerText(plan, language)}`,
    ...articles,
    `  ${say('document', language)}${number}, ${formatDay(document.date, language)} (${say(document.priceEntry, language)})${description}`,
    linesTable(
      document.lines.map((line) => ({ ...line, code: line.articleCode })),
      language,
    ),
    `    ${say('total', language)} ${amount(toFixed(plan.expected.totalIncl, 2), 'EUR', language)}`,
  ]
}

function stepsText(steps: readonly Step[], nearMisses: readonly NearMiss[], language: Language): string[] {
  const near = nearMisses.map((miss) => `    · ${miss.code} ${miss.name}: ${whyNot(miss, language)}`)
  return [
    ...(steps.length === 0 ? [] : [`  ${say('howDecided', language)}:`]),
    ...steps.map((step) => `    ${step.decided ? '→' : '·'} ${step.text[language]} (${step.spec})`),
    ...(near.length === 0 ? [] : [`  ${say('nearMisses', language)}:`, ...near]),
  ]
}

/** A reason that an older version kept and this one has no words for stays as it was. */
const whyNot = ({ why }: NearMiss, language: Language): string =>
  (nearMissTexts as Readonly<Record<string, (typeof nearMissTexts)['inactive']>>)[why]?.[language] ?? why
