// Looking things up in one record by the rules of a mapping, while noting what was looked at: what nobody asked for is shown
// to the person who writes the mapping.
import type { CountryCode, Instant } from '../core/ids.ts'
import type { Decimal } from '../core/money.ts'
import type { CountryNames } from './countries.ts'
import type { FieldRule, Mapping } from './document.ts'
import { type Path, selectNodes } from './paths.ts'
import type { RecordNode } from './record.ts'
import { Unplaced } from './unplaced.ts'
import { parseAmount, parseMoment } from './values.ts'

export type Look = {
  readonly mapping: Mapping
  readonly countries: CountryNames
  /** '' where nothing is filled in. */
  readonly text: (from: RecordNode, rule: FieldRule | undefined) => string
  /** null: not filled in. Throws Unplaced where it is filled in with something else. */
  readonly amount: (from: RecordNode, rule: FieldRule | undefined, what: string) => Decimal | null
  readonly moment: (from: RecordNode, rule: FieldRule | undefined, what: string) => Instant | null
  readonly country: (text: string) => CountryCode | null
  readonly nodes: (from: RecordNode, path: Path) => readonly RecordNode[]
  readonly at: (from: RecordNode, path: Path) => string
  /** Values that no rule has looked at. */
  readonly unused: (record: RecordNode) => readonly { readonly path: string; readonly value: string }[]
}

/** `watch` false: what was looked at is not kept, which is faster. */
export function createLook(mapping: Mapping, countries: CountryNames, watch: boolean): Look {
  const seen = new Map<RecordNode, Set<string>>()
  const note = (node: RecordNode, name: string): void => {
    if (!watch) return
    const names = seen.get(node)
    if (names === undefined) seen.set(node, new Set([name]))
    else names.add(name)
  }
  const filledIn = (node: RecordNode, attribute: string | null): string => {
    note(node, attribute ?? '')
    return (attribute === null ? node.text : (node.attributes[attribute] ?? '')).trim()
  }
  const nodes = (from: RecordNode, path: Path): readonly RecordNode[] => {
    const found = selectNodes(from, path)
    if (watch)
      for (const { attribute } of path.steps.flatMap((step) => step.where))
        for (const node of found) note(node, attribute)
    return found
  }
  const at = (from: RecordNode, path: Path): string => {
    for (const node of nodes(from, path)) {
      const value = filledIn(node, path.attribute)
      if (value !== '') return value
    }
    return ''
  }
  const text = (from: RecordNode, rule: FieldRule | undefined): string => {
    for (const path of rule?.paths ?? []) {
      const found = at(from, path)
      const value = rule?.cut == null ? found : (rule.cut.exec(found)?.[1] ?? '')
      if (value !== '') return `${rule?.prefix ?? ''}${value}`
    }
    return rule?.fixed ?? ''
  }
  return {
    mapping,
    countries,
    text,
    nodes,
    at,
    amount: (from, rule, what) => {
      const value = text(from, rule)
      if (value === '') return null
      const amount = parseAmount(value, mapping.decimals)
      if (amount === null) throw new Unplaced('mapping.notAnAmount', { what, value: value.slice(0, 60) })
      return amount
    },
    moment: (from, rule, what) => {
      const value = text(from, rule)
      if (value === '') return null
      const moment = parseMoment(value, mapping.dates, mapping.zone)
      if (moment === null)
        throw new Unplaced('mapping.notADate', { what, value: value.slice(0, 60), patterns: mapping.dates.join(', ') })
      return moment
    },
    country: (value) => countries.find(value),
    unused: (record) => unusedIn(record, seen, []),
  }
}

function unusedIn(
  node: RecordNode,
  seen: ReadonlyMap<RecordNode, ReadonlySet<string>>,
  way: readonly string[],
): readonly { path: string; value: string }[] {
  const names = seen.get(node)
  const here = way.join('/')
  const own = Object.entries(node.attributes)
    .filter(([name, value]) => value.trim() !== '' && names?.has(name) !== true)
    .map(([name, value]) => ({ path: `${here === '' ? '' : `${here}/`}@${name}`, value }))
  const text = node.text === '' || names?.has('') === true ? [] : [{ path: here === '' ? '.' : here, value: node.text }]
  return [...own, ...text, ...node.children.flatMap((child) => unusedIn(child, seen, [...way, child.name]))]
}
