// A problem is the value that parks one order: a code of the catalogue, the words' data, and nothing else. Shapes only;
// the texts stand beside the code that makes them (`…/problems.ts`) and are gathered in `problems.ts`.
import type { Text } from './text.ts'

/** One entry of the catalogue. `{name}` places are filled from `Problem.data`; number, customer and amount are always there. */
export type ProblemText = {
  readonly spec: string
  /** What is the matter: one cause. */
  readonly text: Text
  /** What to do: one action. */
  readonly todo: Text
  /** Key of the setting concerned, for the link; null: nothing to set. */
  readonly setting: string | null
  /** 'warning': the order is made, with this said; 'problem': the order waits. */
  readonly level: 'problem' | 'warning'
}

/** Texts for what is thrown or read by an adapter, by code: as a problem's, without a setting of our own to point at. */
export type FailureText = Pick<ProblemText, 'spec' | 'text' | 'todo'>
export type FailureCatalogue = Readonly<Record<string, FailureText>>

export type ProblemCatalogue = Readonly<Record<string, ProblemText>>

export type Problem<Code extends string = string> = {
  readonly code: Code
  readonly data: Readonly<Record<string, string>>
}

export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem<Code> }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const stop = <Code extends string>(
  code: Code,
  data: Readonly<Record<string, string>> = {},
): { ok: false; problem: Problem<Code> } => ({
  ok: false,
  problem: { code, data },
})
