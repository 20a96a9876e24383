// What the API's models consist of, as data: one table per model drives the reading of requests, the types of the filter
// language and the order and emptiness of answers. Wire names are SnelStart's own.

export type Kind =
  | 'text'
  | 'int'
  | 'decimal'
  | 'double'
  | 'boolean'
  | 'dateTime'
  | 'guid'
  | 'uri'
  | 'enum'
  | 'value'
  | 'texts'
  | 'reference'
  | 'object'
  | 'list'

/** One property. `example` never holds anything: it carries the type of the value for the compiler. */
export type Field<T> = {
  readonly kind: Kind
  readonly max?: number
  readonly values?: readonly string[]
  readonly shape?: Shape<Fields>
  readonly example?: T
}
export type Fields = { readonly [name: string]: Field<unknown> }

/** A record of these fields; whatever is absent is null, as the API answers. */
export type Row<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T | null : never }
/** A record that the simulator keeps: it has an id. */
export type Stored<F> = Row<F> & { id: string }

export type Shape<F extends Fields> = {
  /** The .NET type's name, which error messages mention. */
  readonly type: string
  readonly fields: F
  readonly names: readonly string[]
  /** Requests may write names in any case; filters only in UpperCamelCase (reference/snelstart.md A4, A5). */
  readonly byLowerName: ReadonlyMap<string, string>
  readonly byFilterName: ReadonlyMap<string, string>
}

export type Reference = { id: string; uri: string | null }

const lazily = <T>(kind: Kind, extra: Partial<Field<T>> = {}): Field<T> => ({ kind, ...extra })
export const text = (max?: number): Field<string> => lazily('text', max === undefined ? {} : { max })
export const int = (): Field<number> => lazily('int')
export const decimalNumber = (): Field<number> => lazily('decimal')
export const double = (): Field<number> => lazily('double')
export const boolean = (): Field<boolean> => lazily('boolean')
export const dateTime = (): Field<string> => lazily('dateTime')
export const guid = (): Field<string> => lazily('guid')
export const uri = (): Field<string> => lazily('uri')
export const anyValue = (): Field<unknown> => lazily('value')
export const oneOf = (...values: readonly string[]): Field<string> => lazily('enum', { values })
export const texts = (...values: readonly string[]): Field<string[]> => lazily('texts', { values })
export const reference = (): Field<Reference> => lazily('reference', { shape: referenceShape })
export const object = <F extends Fields>(inner: Shape<F>): Field<Row<F>> => lazily('object', { shape: inner })
export const list = <F extends Fields>(inner: Shape<F>): Field<Row<F>[]> => lazily('list', { shape: inner })

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

export function shape<F extends Fields>(type: string, fields: F): Shape<F> {
  const names = Object.keys(fields)
  const filterable = names.filter((name) => fields[name]!.kind !== 'uri')
  return {
    type: `SnelStart.B2B.Api.V2.Models.${type}`,
    fields,
    names,
    byLowerName: new Map(names.map((name) => [name.toLowerCase(), name])),
    byFilterName: new Map(filterable.map((name) => [upperFirst(name), name])),
  }
}

const referenceShape = shape('IdentifierModel', { id: guid(), uri: uri() })

/** A record without any value: every property null. */
export function emptyRow<F extends Fields>(of: Shape<F>): Row<F> {
  const row: Record<string, unknown> = {}
  for (const name of of.names) row[name] = null
  return row as Row<F>
}
