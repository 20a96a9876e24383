// Notes about an order, by the last part of their code in `problems.ts`.
import type { ReadingNote } from '../../core/order.ts'
import type { MijnwebwinkelProblem } from './problems.ts'

type NoteName = MijnwebwinkelProblem extends `mijnwebwinkel.${infer Name}` ? Name : never

export const note = (name: NoteName, data: Readonly<Record<string, string>> = {}): ReadingNote => ({
  code: `mijnwebwinkel.${name}`,
  data,
})
