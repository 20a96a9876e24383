// How the texts about customers are written down: pairs of Dutch and English, each after the order that it is about.
import type { ProblemText } from '../problem.ts'

const order = 'Order {number} ({customer}, {amount}): '

type Entry = Omit<ProblemText, 'text' | 'todo'> & { readonly text: [string, string]; readonly todo: [string, string] }

/** Puts order number, customer and amount before the text; the caller always supplies them. */
export const entry = ({ text, todo, ...rest }: Entry): ProblemText => ({
  ...rest,
  text: { nl: order + text[0], en: order + text[1] },
  todo: { nl: todo[0], en: todo[1] },
})
