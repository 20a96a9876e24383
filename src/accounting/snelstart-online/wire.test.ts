import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { describeWith, referenceFolder } from '../../../test/support/fixtures.ts'
import type { CustomerFields, SalesEntryDocument, SalesOrderDocument } from '../../core/administration.ts'
import type { ArticleCode, CalendarDate, CountryCode, CustomerCode, RemoteId } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { toCustomFields, toNewArtikel } from './to-article.ts'
import { toNewRelatie } from './to-customer.ts'
import { toVerkoopboeking } from './to-sales-entry.ts'
import { toVerkooporder } from './to-sales-order.ts'
import * as wire from './wire.ts'

// SnelStart's own description of its API: data for tests, not part of this project.
const description = 'openapi/snelstart-b2b-api-v2.yaml'

type Described = {
  readonly type?: string
  readonly $ref?: string
  readonly items?: Described
  readonly properties?: Readonly<Record<string, Described>>
}
type Api = {
  readonly components: { readonly schemas: Readonly<Record<string, Described>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
type Operation = {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Described }>> }
}

const file = join(referenceFolder, description)
const api: Api | null = existsSync(file) ? parse(readFileSync(file, 'utf8')) : null
const schemas = api?.components.schemas ?? {}

const resolve = (described: Described | undefined): Described | undefined =>
  described?.$ref === undefined ? described : schemas[described.$ref.replace('#/components/schemas/', '')]

const model = (name: string): Described | undefined =>
  schemas[Object.keys(schemas).find((key) => key.endsWith(`.${name}`) && !key.includes('ODataQueryOptions')) ?? '']

/** Every property that the schema reads and the description lacks, or has with another type. */
function unlike(schema: z.core.$ZodType, described: Described | undefined, path: string): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, z.core.$ZodType>
  const real = resolve(described)
  if (real === undefined) return [`${path}: not described`]
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return unlike(def['innerType']!, real, path)
    case 'array':
      return real.type === 'array' ? unlike(def['element']!, real.items, `${path}[]`) : [`${path}: ${real.type}`]
    case 'object':
      return Object.entries((schema as z.ZodObject).shape).flatMap(([name, part]) =>
        unlike(part, real.properties?.[name], `${path}.${name}`),
      )
    case 'number':
      return real.type === 'number' || real.type === 'integer' ? [] : [`${path}: ${real.type}`]
    default:
      return real.type === def.type ? [] : [`${path}: ${real.type} instead of ${def.type}`]
  }
}

/** As `unlike`, for a body that we send: a plain value. */
function unlikeBody(value: unknown, described: Described | undefined, path: string): string[] {
  const real = resolve(described)
  if (real === undefined) return [`${path}: not described`]
  if (Array.isArray(value)) return value.flatMap((part) => unlikeBody(part, real.items, `${path}[]`))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) => unlikeBody(part, real.properties?.[name], `${path}.${name}`))
  const type = typeof value === 'number' ? (real.type === 'integer' ? 'integer' : 'number') : typeof value
  // A custom field's value may be of any type: the description calls that an object.
  return real.type === type || real.type === 'object' ? [] : [`${path}: ${real.type} instead of ${type}`]
}

const bodyOf = (method: string, path: string): Described | undefined =>
  api?.paths[path]?.[method]?.requestBody?.content['application/json']?.schema

const sent = (body: unknown): unknown => JSON.parse(JSON.stringify(body))

const countries = { idOf: () => 'land' as RemoteId, codeOf: () => 'NL' as CountryCode }
const address = { contact: 'A', street: 'B 1', postcode: '1234 AB', city: 'C', country: 'NL' as CountryCode }
const customer: CustomerFields = {
  name: 'Jansen',
  establishment: address,
  correspondence: address,
  email: 'a@b.nl',
  phone: '1',
  mobile: '2',
  vatNumber: 'NL1',
  cocNumber: '3',
  paymentTermDays: 14,
  emailInvoice: true,
  emailReminder: true,
}
const code = 'A1' as ArticleCode
const document: SalesOrderDocument = {
  templateId: 't' as RemoteId,
  date: '2026-11-20' as CalendarDate,
  description: 'Webshop-order 1',
  paymentReference: '1',
  memo: 'm',
  priceEntry: 'incl',
  invoiceAddress: address,
  deliveryAddress: address,
  costType1: null,
  costType2: null,
  lines: [
    {
      articleCode: code,
      description: 'Stoel',
      quantity: decimal('2'),
      unitPrice: decimal('12.5'),
      origin: { kind: 'line', ref: '1' },
      vatKind: 'high',
      vatPercent: decimal('21'),
    },
  ],
}
const entry: SalesEntryDocument = {
  invoiceNumber: 'W1',
  date: '2026-11-20' as CalendarDate,
  description: 'Webshop-order 1',
  documentNumber: '1',
  paymentTermDays: 14,
  markUnread: true,
  totalIncl: decimal('30.25'),
  lines: [
    {
      ledgerId: 'g' as RemoteId,
      description: 'Stoel',
      amountExcl: decimal('25'),
      vatKind: 'high',
      origin: { kind: 'line', ref: '1' },
    },
  ],
  vat: [{ kind: 'high', amount: decimal('5.25') }],
}
const article = {
  code,
  description: 'Stoel',
  revenueGroupId: 'g' as RemoteId,
  salesPrice: decimal('1.1'),
  customField: null,
}

describeWith({ reference: [description] }, 'the shapes that SnelStart describes', () => {
  test.each([
    ['relatie', wire.relatie, 'RelatieModel'],
    ['artikel', wire.artikel, 'ArtikelQueryModel'],
    ['prijsafspraak', wire.prijsafspraak, 'PrijsafspraakModel'],
    ['verkooporder', wire.verkooporder, 'VerkoopOrderModel'],
    ['verkoopboeking', wire.verkoopboeking, 'VerkoopBoekingModel'],
    ['verkoopfactuur', wire.verkoopfactuur, 'VerkoopfactuurModel'],
    ['verkoopordersjabloon', wire.verkoopordersjabloon, 'VerkoopOrderSjabloonModel'],
    ['artikelomzetgroep', wire.artikelomzetgroep, 'ArtikelOmzetGroepModel'],
    ['grootboek', wire.grootboek, 'GrootboekModel'],
    ['btwtarief', wire.btwtarief, 'BtwTariefModel'],
    ['vatRates', wire.vatRates, 'VatRatesModel'],
    ['land', wire.land, 'LandModel'],
    ['companyInfo', wire.companyInfo, 'CompanyInfoModel'],
  ] as const)('hold every property of %s that we read, with its type', (name, schema, described) => {
    expect(unlike(schema, model(described), name)).toEqual([])
  })

  test('hold every property that we send, with its type', () => {
    const relatie = sent(toNewRelatie('12' as CustomerCode, customer, countries))
    const order = sent(toVerkooporder('k' as RemoteId, document, new Map([[code, 'a' as RemoteId]]), countries))
    const boeking = sent(toVerkoopboeking('k' as RemoteId, entry))
    const fields = sent(toCustomFields({ name: 'EAN', value: '871' }))
    expect([
      ...unlikeBody(relatie, bodyOf('post', '/relaties'), 'relatie'),
      ...unlikeBody(sent(toNewArtikel(article)), bodyOf('post', '/artikelen'), 'artikel'),
      ...unlikeBody(order, bodyOf('post', '/verkooporders'), 'verkooporder'),
      ...unlikeBody(boeking, bodyOf('post', '/verkoopboekingen'), 'verkoopboeking'),
      ...unlikeBody(fields, bodyOf('put', '/artikelen/{id}/customFields'), 'customFields'),
    ]).toEqual([])
  })

  test('are not taken for granted: a property that is not there is found', () => {
    expect(unlikeBody({ naam: 'x', bestaatNiet: 1, relatiecode: '7' }, model('RelatieModel'), 'relatie')).toEqual([
      'relatie.bestaatNiet: not described',
      'relatie.relatiecode: integer instead of string',
    ])
  })
})
