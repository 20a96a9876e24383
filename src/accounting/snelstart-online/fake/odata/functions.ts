// The functions of the filter language, version 3: `substringof` with the needle first, and no `contains`.
import { queryRefusal } from '../refusal.ts'

export type ValueType = 'text' | 'number' | 'boolean' | 'guid' | 'dateTime' | 'complex' | 'null'
/** A part of a filter: its type, and its value for a frame (the record and the variables of lambdas). */
export type Operand = { readonly type: ValueType; readonly read: (frame: readonly unknown[]) => unknown }

type Definition = {
  readonly takes: readonly ValueType[]
  readonly gives: ValueType
  readonly compute: (...values: string[]) => unknown
}

const textTest = (compute: (a: string, b: string) => boolean): Definition => ({
  takes: ['text', 'text'],
  gives: 'boolean',
  compute: (a, b) => compute(a!, b!),
})
const textChange = (compute: (text: string) => string): Definition => ({
  takes: ['text'],
  gives: 'text',
  compute: (text) => compute(text!),
})
const datePart = (from: number, to: number): Definition => ({
  takes: ['dateTime'],
  gives: 'number',
  compute: (moment) => Number(moment!.slice(from, to)),
})

const functions: ReadonlyMap<string, Definition> = new Map([
  ['substringof', textTest((needle, text) => text.includes(needle))],
  ['startswith', textTest((text, start) => text.startsWith(start))],
  ['endswith', textTest((text, end) => text.endsWith(end))],
  ['tolower', textChange((text) => text.toLowerCase())],
  ['toupper', textChange((text) => text.toUpperCase())],
  ['trim', textChange((text) => text.trim())],
  ['length', { takes: ['text'], gives: 'number', compute: (text) => text!.length }],
  ['year', datePart(0, 4)],
  ['month', datePart(5, 7)],
  ['day', datePart(8, 10)],
  ['hour', datePart(11, 13)],
  ['minute', datePart(14, 16)],
  ['second', datePart(17, 19)],
])

/** A call of a known function on operands of the right types; null in, null (or false) out. Throws a Refusal (400). */
export function callFunction(name: string, args: readonly Operand[], ignoreCase: boolean): Operand {
  const definition = functions.get(name)
  if (definition === undefined) throw queryRefusal(`An unknown function with name '${name}' was found.`)
  const fits =
    args.length === definition.takes.length &&
    definition.takes.every((type, index) => args[index]!.type === type || args[index]!.type === 'null')
  if (!fits)
    throw queryRefusal(`No function signature for the function with name '${name}' matches the specified arguments.`)
  const folded = ignoreCase && definition.gives === 'boolean'
  return {
    type: definition.gives,
    read: (frame) => {
      const values = args.map((arg) => arg.read(frame))
      if (values.includes(null)) return definition.gives === 'boolean' ? false : null
      return definition.compute(...values.map((value) => (folded ? String(value).toLowerCase() : String(value))))
    },
  }
}
