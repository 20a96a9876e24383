// Turns a filter's tree into a function on records, checking names and types against the model, as the query library
// does: names are UpperCamelCase and case-sensitive, types must fit, and unknown functions are refused.
import { readDateTime, readGuid } from '../bind.ts'
import { queryRefusal } from '../refusal.ts'
import type { Field, Fields, Kind, Shape } from '../shape.ts'
import { callFunction, type Operand, type ValueType } from './functions.ts'
import type { Comparison, Node } from './parse.ts'

export type TextCompare = 'likeTheDatabase' | 'exact'
type Scope = {
  readonly shape: Shape<Fields>
  readonly textCompare: TextCompare
  /** The variables of the lambdas around, each with where its value stands in the frame. */
  readonly variables: ReadonlyMap<string, { readonly field: Field<unknown>; readonly depth: number }>
}

const typeOfKind: Readonly<Record<Kind, ValueType>> = {
  text: 'text',
  enum: 'text',
  texts: 'text',
  value: 'text',
  uri: 'text',
  int: 'number',
  decimal: 'number',
  double: 'number',
  boolean: 'boolean',
  dateTime: 'dateTime',
  guid: 'guid',
  reference: 'complex',
  object: 'complex',
  list: 'complex',
}

const unknownProperty = (name: string, shape: Shape<Fields>) =>
  queryRefusal(`Could not find a property named '${name}' on type '${shape.type}'.`)

type Found = { readonly field: Field<unknown> | null; readonly read: (frame: readonly unknown[]) => unknown }

const step =
  (read: Found['read'], name: string): Found['read'] =>
  (frame) => {
    const outer = read(frame)
    return outer === null || outer === undefined ? null : ((outer as Record<string, unknown>)[name] ?? null)
  }

/** Follows a path from the record, or from a lambda's variable. The frame's first place holds the record. */
function resolve(segments: readonly string[], scope: Scope): Found {
  const variable = scope.variables.get(segments[0]!)
  let shape: Shape<Fields> | undefined = variable === undefined ? scope.shape : variable.field.shape
  let field: Field<unknown> | null = variable?.field ?? null
  const depth = variable?.depth ?? 0
  let read: Found['read'] = (frame) => frame[depth]
  for (const segment of variable === undefined ? segments : segments.slice(1)) {
    const name: string | undefined = shape?.byFilterName.get(segment)
    if (shape === undefined || name === undefined) throw unknownProperty(segment, shape ?? scope.shape)
    field = shape.fields[name]!
    read = step(read, name)
    shape = field.kind === 'list' || field.kind === 'texts' ? undefined : field.shape
  }
  return { field, read }
}

function compileLiteral(node: Extract<Node, { kind: 'literal' }>): Operand {
  const constant = (type: ValueType, value: unknown): Operand => ({ type, read: () => value })
  switch (node.type) {
    case 'text':
      return constant('text', node.text)
    case 'number':
      return constant('number', Number(node.text))
    case 'boolean':
      return constant('boolean', node.text === 'true')
    case 'null':
      return constant('null', null)
    case 'guid': {
      const guid = readGuid(node.text)
      if (guid === null) throw queryRefusal(`Unrecognized 'Edm.Guid' literal 'guid'${node.text}''.`)
      return constant('guid', guid)
    }
    case 'dateTime': {
      const moment = readDateTime(node.text)
      if (moment === null) throw queryRefusal(`Unrecognized 'Edm.DateTime' literal 'datetime'${node.text}''.`)
      return constant('dateTime', moment)
    }
  }
}

const sameText = (text: string): string => text.trimEnd().toLowerCase()

function order(left: unknown, right: unknown, normal: (value: unknown) => unknown): number | null {
  if (left === null || right === null) return left === right ? 0 : null
  const [a, b] = [normal(left) as string | number, normal(right) as string | number]
  return a === b ? 0 : a < b ? -1 : 1
}

const outcomes: Readonly<Record<Comparison, (order: number | null) => boolean>> = {
  eq: (found) => found === 0,
  ne: (found) => found !== 0,
  gt: (found) => found === 1,
  ge: (found) => found !== null && found >= 0,
  lt: (found) => found === -1,
  le: (found) => found !== null && found <= 0,
}

function compileCompare(node: Extract<Node, { kind: 'compare' }>, scope: Scope): Operand {
  const left = compile(node.left, scope)
  const right = compile(node.right, scope)
  const bothNamed = left.type !== 'null' && right.type !== 'null'
  if (bothNamed && (left.type !== right.type || left.type === 'complex')) {
    throw queryRefusal(
      `A binary operator with incompatible types was detected. Found operand types '${left.type}' and '${right.type}' for operator '${node.comparison}'.`,
    )
  }
  const asDatabase = left.type === 'text' && scope.textCompare === 'likeTheDatabase'
  const normal = (value: unknown): unknown => (asDatabase ? sameText(String(value)) : value)
  const holds = outcomes[node.comparison]
  return { type: 'boolean', read: (frame) => holds(order(left.read(frame), right.read(frame), normal)) }
}

function compileAny(node: Extract<Node, { kind: 'any' }>, scope: Scope): Operand {
  const { field, read } = resolve(node.segments, scope)
  if (field === null || (field.kind !== 'list' && field.kind !== 'texts')) {
    throw queryRefusal(`The Any/All query expression needs a collection; '${node.segments.join('/')}' is none.`)
  }
  const items = (frame: readonly unknown[]): readonly unknown[] => (read(frame) as unknown[] | null) ?? []
  if (node.body === null || node.variable === null) return { type: 'boolean', read: (frame) => items(frame).length > 0 }
  const depth = scope.variables.size + 1
  const item: Field<unknown> = field.kind === 'list' ? { kind: 'object', shape: field.shape! } : { kind: 'text' }
  const inner: Scope = { ...scope, variables: new Map([...scope.variables, [node.variable, { field: item, depth }]]) }
  const body = asCondition(compile(node.body, inner))
  return { type: 'boolean', read: (frame) => items(frame).some((value) => body([...frame.slice(0, depth), value])) }
}

function asCondition(operand: Operand): (frame: readonly unknown[]) => boolean {
  if (operand.type !== 'boolean') throw queryRefusal('The filter expression must evaluate to a boolean.')
  return (frame) => operand.read(frame) === true
}

function compile(node: Node, scope: Scope): Operand {
  switch (node.kind) {
    case 'literal':
      return compileLiteral(node)
    case 'path': {
      const { field, read } = resolve(node.segments, scope)
      return { type: field === null ? 'complex' : typeOfKind[field.kind], read }
    }
    case 'call':
      return callFunction(
        node.name,
        node.args.map((arg) => compile(arg, scope)),
        scope.textCompare === 'likeTheDatabase',
      )
    case 'any':
      return compileAny(node, scope)
    case 'compare':
      return compileCompare(node, scope)
    case 'not': {
      const operand = asCondition(compile(node.operand, scope))
      return { type: 'boolean', read: (frame) => !operand(frame) }
    }
    default: {
      const left = asCondition(compile(node.left, scope))
      const right = asCondition(compile(node.right, scope))
      if (node.kind === 'both') return { type: 'boolean', read: (frame) => left(frame) && right(frame) }
      return { type: 'boolean', read: (frame) => left(frame) || right(frame) }
    }
  }
}

/** A condition on records of this model. Throws a Refusal (400) for unknown names, types that do not fit and the like. */
export function compileFilter<F extends Fields>(
  node: Node,
  shape: Shape<F>,
  textCompare: TextCompare,
): (record: unknown) => boolean {
  const condition = asCondition(compile(node, { shape, textCompare, variables: new Map() }))
  return (record) => condition([record])
}

/** Reads one property path of this model, for `$orderby`. Throws a Refusal (400) for an unknown name. */
export function compilePath<F extends Fields>(path: string, shape: Shape<F>): (record: unknown) => unknown {
  const { read } = resolve(path.split('/'), { shape, textCompare: 'exact', variables: new Map() })
  return (record) => read([record])
}
