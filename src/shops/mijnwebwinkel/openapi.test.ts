// Holds what the stand-in sends and what our client asks against the official description of the interface.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { describeWith, referenceFolder } from '../../../test/support/fixtures.ts'
import { settingsOf } from '../../settings/field.ts'
import { demoOrders, type MijnwebwinkelFake, startMijnwebwinkelFake } from './fake.ts'
import { mijnwebwinkel } from './index.ts'

const file = 'openapi/myonlinestore.yaml'

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly nullable?: boolean
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Parameter = {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly schema: Schema & { maximum?: number }
}
type Operation = {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
}
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly parameters: Readonly<Record<string, Parameter>>
  }
}

/** Two of its quoted texts go on in a line that stands too far to the left for a strict reader. */
function joined(text: string): string {
  return text.replace(
    /^( +description: "[^"\n]*)\n([^"]*")/gm,
    (_all, first: string, rest: string) => `${first} ${rest.replace(/\s+/g, ' ').trim()}`,
  )
}

const path = join(referenceFolder, file)
const description: Description = existsSync(path)
  ? (parse(joined(readFileSync(path, 'utf8'))) as Description)
  : { paths: {}, components: { schemas: {}, parameters: {} } }

/** Where the stand-in is as live shops are, or as the description's own examples, and not as its schemas. */
const knownDifferences: readonly (readonly [RegExp, string])[] = [
  [/^orders\[\]\.number: no whole number$/, 'text in live answers (reference, 4)'],
  [/\.shipping\[\]\.country: no object$/, 'an empty list in live answers (reference, 4)'],
  [/\.articles\[\]\.(rate|amount): missing$/, 'required at the wrong level; its own example has neither'],
  [/\.debtor\.extra: unknown name$/, 'ours, for SHOP-8: data that a shop may send besides'],
  [/\.variants\[\]\.sku: unknown name$/, 'ours: the assumption about codes of variants (README)'],
  [/^articles?(\[\])?\.stock: null$/, 'unlimited, as its own text says'],
  [/^regions: no list$/, 'wrapped in an object in live answers (reference, 2)'],
  [/\.(amount|amount_including_tax|rate|total): no text$/, 'JSON numbers in its own example'],
]

const lastOf = (ref: string): string => ref.split('/').at(-1) ?? ''

/** With what it refers to and inherits folded in. */
function flat(schema: Schema): Schema {
  const target = schema.$ref === undefined ? schema : (description.components.schemas[lastOf(schema.$ref)] ?? {})
  const parts = [target, ...(target.allOf ?? []).map(flat)]
  return {
    ...target,
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  }
}

function check(schema: Schema, value: unknown, place: string): readonly string[] {
  const { type, items, oneOf, properties, nullable, ...rest } = flat(schema)
  if (oneOf !== undefined) {
    const tried = oneOf.map((each) => differencesOf(each, value, place))
    return tried.find((found) => found.length === 0) ?? tried.toSorted((a, b) => a.length - b.length)[0] ?? []
  }
  if (value === null) return nullable === true || type === undefined ? [] : [`${place}: null`]
  if (type === 'array')
    return Array.isArray(value)
      ? value.flatMap((each) => check(items ?? {}, each, `${place}[]`))
      : [`${place}: no list`]
  if (type === 'string') return checkText(rest, value, place)
  if (type === 'integer') return Number.isInteger(value) ? [] : [`${place}: no whole number`]
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [`${place}: no boolean`]
  return properties === undefined || Object.keys(properties).length === 0
    ? []
    : checkObject({ properties, required: rest.required ?? [] }, value, place)
}

function checkText({ enum: values, pattern, format }: Schema, value: unknown, place: string): readonly string[] {
  if (typeof value !== 'string') return [`${place}: no text`]
  if (values !== undefined && !values.includes(value)) return [`${place}: '${value}' is none of its values`]
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return [`${place}: '${value}' does not fit`]
  if (format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) return [`${place}: '${value}' is no day`]
  if (format === 'uuid' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return [`${place}: no uuid`]
  return []
}

function checkObject(schema: Required<Pick<Schema, 'properties' | 'required'>>, value: unknown, place: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place}: no object`]
  return [
    ...schema.required.filter((name) => !(name in value)).map((name) => `${place}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const property = schema.properties[name]
      return property === undefined ? [`${place}.${name}: unknown name`] : check(property, inner, `${place}.${name}`)
    }),
  ]
}

const differencesOf = (schema: Schema, value: unknown, place: string): readonly string[] =>
  [...new Set(check(schema, value, place))].filter((found) => !knownDifferences.some(([known]) => known.test(found)))

const answerSchema = (route: string, method = 'get'): Schema =>
  description.paths[`/v{version}${route}`]?.[method]?.responses['200']?.content['application/json']?.schema ?? {}

describeWith({ reference: [file] }, 'the official description of the interface', () => {
  let fake: MijnwebwinkelFake
  beforeAll(async () => {
    fake = await startMijnwebwinkelFake({ orders: demoOrders() })
  })
  afterAll(() => fake.stop())

  async function get(address: string): Promise<unknown> {
    const keys = new URLSearchParams({ token: fake.keys.key, partner_token: fake.keys.partnerKey })
    const answer = await fetch(`${fake.url}/v1${address}${address.includes('?') ? '&' : '?'}${keys}`)
    expect([address, answer.status]).toEqual([address, 200])
    return await answer.json()
  }

  test('the checking finds unknown names, missing ones and wrong values', () => {
    const [order] = demoOrders().map((each) => ({ ...each }))
    expect(differencesOf({ $ref: '#/components/schemas/TaxPrice' }, { amount: '1', vat: 2 }, 'x')).toEqual([
      'x.rate: missing',
      'x.vat: unknown name',
    ])
    expect(differencesOf({ $ref: '#/components/schemas/Store' }, { region_code: 'nl', open: 1 }, 'x')).toEqual([
      "x.region_code: 'nl' does not fit",
      'x.open: no boolean',
    ])
    expect(order).toBeDefined()
  })

  test.each([
    ['/orders', '/orders?limit=100', 'orders'],
    ['/orders/{order_number}', '/orders/1002', 'order'],
    ['/orders/count', '/orders/count', 'count'],
    ['/orderstatuses', '/orderstatuses', 'statuses'],
    ['/store', '/store', 'store'],
    ['/articles', '/articles?limit=100', 'articles'],
    ['/articles/count', '/articles/count', 'count'],
    ['/articles/{article_id}', '/articles/105?use_url_id=false', 'article'],
    ['/tax-policy/regions', '/tax-policy/regions', 'regions'],
    ['/shipping/methods', '/shipping/methods', 'methods'],
  ])('%s answers as described', async (route, address, place) => {
    const schema = answerSchema(route)
    expect(schema).not.toEqual({})
    const found = differencesOf(schema, await get(address), place)
    expect(found.filter((each) => each !== 'order.number: no whole number')).toEqual([])
  })

  test('every question of ours is one that is described, with described parameters', async () => {
    const values = settingsOf(mijnwebwinkel.settings).parse({ apiUrl: fake.url, ...fake.keys })
    const memory = { get: async () => null, set: async () => undefined }
    const environment = { clock: () => Date.UTC(2026, 2, 20), randomHex: () => '', log: () => undefined, memory }
    const shop = await mijnwebwinkel.connect(values, environment)
    const signal = new AbortController().signal
    const options = { startAt: { number: '1004' }, signal } as const
    const pages = await Array.fromAsync(shop.readOrders(null, options))
    await Array.fromAsync(shop.readOrders(pages.at(-1)?.cursor ?? null, options))
    await shop.readOrder('1004' as never, signal)
    await Array.fromAsync(shop.test(signal))
    await shop.readOrderStatuses(signal)
    await Array.fromAsync(shop.stock?.read(signal) ?? [])
    await shop.stock?.write([{ key: '101', quantity: 1 }], signal)
    await shop.close()
    const odd = fake.asked().flatMap(undescribedIn)
    expect(odd).toEqual([])
    expect(fake.asked().length).toBeGreaterThan(15)
  })

  test('what we write is what may be written', () => {
    const body = description.paths['/v{version}/articles/{article_id}']?.['patch']?.requestBody
    const schema = body?.content['application/json']?.schema ?? {}
    const sent = { stock: 3, variants: [{ id: 1, stock: -2 }] }
    // `name` is required for a new article; the description inherits that, its own example of a change names few fields.
    expect(differencesOf(schema, sent, 'body').filter((found) => !/: missing$/.test(found))).toEqual([])
    expect(differencesOf(schema, { stok: 3 }, 'body')).toContain('body.stok: unknown name')
  })
})

/** 'GET /orders?limit=100' → what of it the description does not have. */
function undescribedIn(call: string): readonly string[] {
  const [method = '', address = ''] = call.split(' ')
  const url = new URL(address.replaceAll(' ', '+'), 'http://fake')
  const exact = `/v{version}${url.pathname}`
  const pattern = (route: string) =>
    new RegExp(
      `^${route.replace(/[{]version}/, '{version}').replace(/\{(?!version)\w+\}/g, '[^/]+')}$`.replace(
        '{version}',
        '\\{version\\}',
      ),
    )
  const route =
    description.paths[exact] === undefined
      ? Object.keys(description.paths).find((each) => pattern(each).test(exact))
      : exact
  const operation = description.paths[route ?? '']?.[method.toLowerCase()]
  if (operation === undefined) return [`${call}: no such operation`]
  const parameters = operation.parameters.map((each) =>
    each.$ref === undefined ? each : (description.components.parameters[lastOf(each.$ref)] ?? each),
  )
  return [...url.searchParams].flatMap(([name, value]) => {
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name)
    if (parameter === undefined) return [`${call}: ${name} is not described`]
    const { maximum = Number.POSITIVE_INFINITY } = parameter.schema
    return Number(value) > maximum ? [`${call}: ${name} is too high`] : []
  })
}
