// Tables whose cells have numbers instead of names: a first row of type 'column_set' names the numbers. Afterwards every cell
// has the attribute 'name', as tables have that were named from the start.
import type { RecordNode } from './record.ts'

export function nameColumns(node: RecordNode): RecordNode {
  const headings = node.children.find((child) => child.name === 'row' && child.attributes['type'] === 'column_set')
  const children = node.children.filter((child) => child !== headings).map(nameColumns)
  if (headings === undefined) return { ...node, children }
  const names = new Map(
    headings.children.map((column) => [column.attributes['number'] ?? '', column.attributes['name'] ?? nameIn(column)]),
  )
  return { ...node, children: children.map((row) => withNames(row, names)) }
}

const nameIn = (column: RecordNode): string =>
  column.children.find((child) => child.name === 'name')?.text ?? column.text

const withNames = (row: RecordNode, names: ReadonlyMap<string, string>): RecordNode => ({
  ...row,
  children: row.children.map((cell) => {
    const name = names.get(cell.attributes['number'] ?? '')
    return name === undefined || 'name' in cell.attributes
      ? cell
      : { ...cell, attributes: { ...cell.attributes, name: name.toLowerCase() } }
  }),
})
