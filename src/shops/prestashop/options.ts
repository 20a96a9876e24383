// The combination that was chosen. An order keeps it in the product's name only: 'Fles water (Inhoud:1 liter - Kleur:Blauw)'
// since 1.7, 'Fles water - Inhoud : 1 liter, Kleur : Blauw' before.
import type { LineOption } from '../../core/order.ts'
import { plainText } from './text.ts'
import type { DetailRaw } from './wire.ts'

type Named = { readonly name: string; readonly options: readonly LineOption[] }

/** The name without the combination, and the combination as options. A name in another shape stays whole, so that nothing
 *  that was ordered is lost. */
export function findOptions({ row, lists }: DetailRaw): Named {
  const whole = plainText(row['product_name'])
  if ((row['product_attribute_id'] ?? '0') === '0') return { name: whole, options: [] }
  const told = lists.attributes.map((each) => toOption(plainText(each['group']), plainText(each['name'])))
  const found = inBrackets(whole) ?? behindDash(whole)
  if (found === null) return { name: whole, options: isNamedIn(whole, told) ? [] : told }
  return found
}

/** A combination whose values stand in the name already is not said twice. */
const isNamedIn = (name: string, options: readonly LineOption[]): boolean =>
  options.every(({ value }) => name.toLowerCase().includes(value.toLowerCase()))

const toOption = (name: string, value: string): LineOption => ({ name, value, kind: 'select', unitPriceExcl: null })

function inBrackets(whole: string): Named | null {
  const match = /^(.*\S)\s*\((.+:.+)\)$/s.exec(whole)
  if (match === null) return null
  return named(match[1] ?? '', splitPairs(match[2] ?? '', ' - '))
}

function behindDash(whole: string): Named | null {
  const match = /^(.*?\S) - ([^:]+ : .+)$/s.exec(whole)
  if (match === null) return null
  return named(match[1] ?? '', splitPairs(match[2] ?? '', ', '))
}

const named = (name: string, options: readonly LineOption[] | null): Named | null =>
  options === null ? null : { name, options }

/** 'Inhoud:1 liter - Kleur:Blauw'. A piece without a colon belongs to the value before it ('Maat:S - M'). */
function splitPairs(text: string, separator: string): readonly LineOption[] | null {
  const pieces: string[] = []
  for (const piece of text.split(separator)) {
    const last = pieces.length - 1
    if (piece.includes(':') || last < 0) pieces.push(piece)
    else pieces[last] = `${pieces[last]}${separator}${piece}`
  }
  const options = pieces.map((piece) => {
    const colon = piece.indexOf(':')
    return toOption(piece.slice(0, colon).trim(), piece.slice(colon + 1).trim())
  })
  return options.every(({ name, value }) => name !== '' && value !== '') ? options : null
}
