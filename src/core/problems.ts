// The one catalogue of everything that can stop or mark an order: the core's own codes. Shops and administrations add the
// codes of their own folder (registry), and `docs/reference/messages.md` is generated from all of them together.
import { articleProblems } from './article/problems.ts'
import { creditProblems } from './credit/problems.ts'
import { customerProblems } from './customer/problems.ts'
import { tell } from './format.ts'
import type { Problem, ProblemCatalogue, ProblemText } from './problem.ts'
import { runProblems } from './run-problems.ts'
import { entryProblems } from './sales-entry/problems.ts'
import { salesProblems } from './sales-order/problems.ts'
import type { Language } from './text.ts'

export const coreProblems: ProblemCatalogue = {
  ...customerProblems,
  ...articleProblems,
  ...salesProblems,
  ...entryProblems,
  ...creditProblems,
  ...runProblems,
}

/** What every message names: as the shop shows the number, and the amount as `€ 121,00`. */
export type OrderFacts = { readonly number: string; readonly customer: string; readonly amount: string }

export type Told = {
  readonly text: string
  readonly todo: string
  readonly setting: string | null
  readonly level: ProblemText['level']
}

/** A problem in words. A code that no catalogue has is told with its data rather than hidden. */
export function tellProblem(
  catalogue: ProblemCatalogue,
  problem: Problem,
  order: OrderFacts,
  language: Language,
): Told {
  const entry = catalogue[problem.code]
  const data = { ...problem.data, ...order }
  if (entry === undefined) {
    const details = Object.entries(problem.data).map(([name, value]) => `${name}: ${value}`)
    return { text: [problem.code, ...details].join(', '), todo: '', setting: null, level: 'problem' }
  }
  return {
    text: tell(entry.text, data, language),
    todo: tell(entry.todo, data, language),
    // One entry serves several settings (SALE-8): the problem then names its own.
    setting: problem.data['setting'] ?? entry.setting,
    level: entry.level,
  }
}
