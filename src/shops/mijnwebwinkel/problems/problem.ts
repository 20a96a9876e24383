// The shape of one entry, short enough to read a list of them.
import type { FailureText } from '../../../core/problem.ts'

/** `{name}` places are filled from the failure's context or the reason's data. */
export const problem = (spec: string, nl: string, en: string, todoNl: string, todoEn: string): FailureText => ({
  text: { nl, en },
  todo: { nl: todoNl, en: todoEn },
  spec,
})
