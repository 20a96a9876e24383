// Holds everything that the simulator sends and takes against SnelStart's own description of its API.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { routes } from './fake/routes.ts'
import { type Reply, type TryOut, tryOut } from './fake/try-out.ts'
import { type Simulator, startSimulator } from './fake.ts'

const projectRoot = resolve(import.meta.dirname, '../../..')
const reference = resolve(projectRoot, process.env['S_CONNECT_REFERENCE'] ?? '../shared/reference')
const descriptionFile = resolve(reference, 'openapi/snelstart-b2b-api-v2.yaml')
const isAbsent = !existsSync(descriptionFile)

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type Operation = {
  readonly requestBody?: { readonly content?: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const description: Description = isAbsent
  ? { paths: {}, components: { schemas: {} } }
  : (parse(readFileSync(descriptionFile, 'utf8')) as Description)
const schemaOf = (content: Content | undefined): Schema | undefined => content?.['application/json']?.schema
const operationOf = (method: string, path: string): Operation | undefined =>
  description.paths[path]?.[method.toLowerCase()]

/** The price with agreements is in SnelStart's text but not in its model (reference/snelstart.md A7). */
const undescribed = ['prijsafspraak']

function checkText(schema: Schema, value: unknown, place: string): string[] {
  if (typeof value !== 'string') return [`${place}: no text`]
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${place}: '${value}' is none of its values`]
  if (schema.maxLength !== undefined && value.length > schema.maxLength) return [`${place}: too long`]
  if (schema.format === 'uuid' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
    return [`${place}: no guid`]
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,2}[1-9]|\.\d?[1-9])?$/.test(value)
  return schema.format === 'date-time' && !isMoment ? [`${place}: '${value}' is no date-time without zone`] : []
}

function checkNumber(schema: Schema, value: unknown, place: string): string[] {
  if (typeof value !== 'number') return [`${place}: no number`]
  if (schema.type === 'integer' && !Number.isInteger(value)) return [`${place}: not whole`]
  const outside = value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)
  return outside ? [`${place}: out of range`] : []
}

function checkObject(schema: Schema, value: unknown, place: string): string[] {
  if (schema.properties === undefined) return []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place}: no object`]
  const missing = (schema.required ?? []).filter((name) => (value as Record<string, unknown>)[name] == null)
  return [
    ...missing.map((name) => `${place}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      if (undescribed.includes(name)) return []
      const property = schema.properties?.[name]
      return property === undefined ? [`${place}.${name}: unknown name`] : check(property, inner, `${place}.${name}`)
    }),
  ]
}

/** What does not fit, with places. Null fits everywhere: absent values are null, and the description marks none. */
function check(schema: Schema, value: unknown, place: string): string[] {
  if (value === null) return []
  if (schema.$ref !== undefined) {
    return check(description.components.schemas[schema.$ref.replace('#/components/schemas/', '')]!, value, place)
  }
  switch (schema.type) {
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => check(schema.items ?? {}, item, `${place}[${index}]`))
        : [`${place}: no list`]
    case 'string':
      return checkText(schema, value, place)
    case 'integer':
    case 'number':
      return checkNumber(schema, value, place)
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${place}: no boolean`]
    default:
      return checkObject(schema, value, place)
  }
}

const adres = { contactpersoon: 'Jan', straat: 'Kade 1', postcode: '1234 AB', plaats: 'Ede', land: 'NL' }
const email = { shouldSend: true, email: 'boek@example.com', ccEmail: 'cc@example.com' }
const seed = {
  relaties: [
    {
      relatiecode: 1,
      relatiesoort: ['Klant'],
      naam: 'Klant',
      vestigingsAdres: adres,
      correspondentieAdres: adres,
      factuurEmailVersturen: email,
      btwNummer: 'NL853746333B01',
      kredietLimiet: 10.5,
      memo: 'Bel eerst',
    },
  ],
  artikelen: [
    {
      artikelcode: 'A',
      omschrijving: 'A',
      artikelOmzetgroep: 1,
      verkoopprijs: 1.5,
      subartikelen: [{ artikelcode: 'B', aantal: 2 }],
    },
    { artikelcode: 'B', omschrijving: 'B', artikelOmzetgroep: 2, voorraadControle: true, technischeVoorraad: 3.5 },
  ],
  verkoopordersjablonen: [
    {
      omschrijving: 'Met velden',
      extraHoofdVelden: [{ veldNummer: 1, omschrijving: 'Ref', soortVeld: 'Tekst', maximumTekstLengte: 10 }],
      extraRegelVelden: [{ veldNummer: 2, omschrijving: 'Maat', soortVeld: 'GeheelGetal' }],
    },
  ],
  prijsafspraken: [{ relatie: 1, artikel: 'A', korting: 10 }],
  actieprijzen: [
    {
      omschrijving: 'Winter',
      startdatum: '2026-01-01',
      einddatum: '2026-12-31',
      status: 'Actief',
      artikelPrijzen: [
        { artikelcode: 'B', artikelOmschrijving: 'B', prijsIngave: 'Bedrag', prijzen: [{ vanaf: 1, verkoopprijs: 2 }] },
      ],
    },
  ],
  customFields: {
    klant: [{ name: 'webshop', type: 'Text', properties: [{ name: 'MaxLength', value: 20 }] }],
    artikel: [{ name: 'kleur', type: 'Text' }],
  },
}

let simulator: Simulator
let api: TryOut
const seen = new Set<string>()

beforeAll(async () => {
  simulator = await startSimulator({ clock: () => Date.UTC(2026, 6, 15, 12, 0, 0, 120), seed: seed as object })
  api = await tryOut(simulator)
})
afterAll(() => simulator.stop())

const state = () => simulator.state()
const relatie = () => state().relaties.find(({ relatiecode }) => relatiecode === 1)!
const artikel = (code = 'A') => state().artikelen.find(({ artikelcode }) => artikelcode === code)!
const sjabloon = () => state().verkoopordersjablonen.find(({ omschrijving }) => omschrijving === 'Met velden')!
const grootboek = () => ({ id: state().grootboeken.find(({ nummer }) => nummer === 8000)!.id })

/** Asks, and holds request and answer against the description of that operation. */
async function exchange(method: string, route: string, path: string, body?: unknown): Promise<Reply> {
  const operation = operationOf(method, route)
  if (operation === undefined) throw new Error(`${method} ${route} is not described`)
  seen.add(`${method} ${route}`)
  if (body !== undefined) {
    const requestSchema = schemaOf(operation.requestBody?.content)
    expect(requestSchema === undefined ? ['no request body described'] : check(requestSchema, body, 'request')).toEqual(
      [],
    )
  }
  const reply = await api.ask(method, path, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  // Removing orders is described as 201, but answered 200 (reference/snelstart.md A4).
  const answer =
    operation.responses[String(reply.status)] ?? (method === 'DELETE' ? operation.responses['201'] : undefined)
  if (answer === undefined) throw new Error(`${method} ${route}: status ${reply.status} is not described`)
  const schema = schemaOf(answer.content)
  if (reply.body !== undefined && schema !== undefined) expect(check(schema, reply.body, 'answer')).toEqual([])
  return reply
}

const order = () => ({
  relatie: { id: relatie().id },
  datum: '2026-07-01T00:00:00',
  procesStatus: 'Order',
  betalingskenmerk: 'W1',
  verkooporderBtwIngaveModel: 'Inclusief',
  verkoopordersjabloon: { id: sjabloon().id },
  extraHoofdVelden: [{ veldNummer: 1, waarde: 'x' }],
  factuurkorting: 2.5,
  orderreferentie: 'PO 1',
  regels: [
    {
      artikel: { id: artikel().id },
      aantal: 2,
      stuksprijs: 1.21,
      kortingsPercentage: 5,
      extraRegelVelden: [{ veldNummer: 2, waarde: '4' }],
    },
  ],
})
const offerte = () => {
  const { verkoopordersjabloon: _1, extraHoofdVelden: _2, ...rest } = order()
  return { ...rest, regels: [{ artikel: { id: artikel().id }, aantal: 1, stuksprijs: 2 }] }
}
const boeking = (factuurnummer: string) => ({
  factuurnummer,
  omschrijving: 'Webshop-order',
  klant: { id: relatie().id },
  factuurdatum: '2026-07-01T00:00:00',
  factuurbedrag: 121,
  boekingsregels: [{ grootboek: grootboek(), bedrag: 100, btwSoort: 'Hoog' }],
  btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
  markering: true,
})
const writable = {
  relaties: () => ({ naam: 'Nieuw', relatiesoort: ['Klant'], email: 'a@b.example', incassoSoort: 'Geen' }),
  artikelen: () => ({
    artikelcode: 'N',
    omschrijving: 'Nieuw',
    artikelOmzetgroep: { id: state().artikelomzetgroepen[0]!.id },
    verkoopprijs: 9.95,
  }),
  verkooporders: order,
  offertes: offerte,
  verkoopboekingen: () => boeking('F1'),
  kostenplaatsen: () => ({ nummer: 77, omschrijving: 'Nieuw' }),
} as const

const title = (name: string) => (isAbsent ? `${name} (needs ${descriptionFile})` : name)

test('the checking finds unknown names, missing ones and wrong values', () => {
  const schema: Schema = {
    type: 'object',
    required: ['naam'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      naam: { type: 'string', maxLength: 2 },
      soort: { enum: ['A'], type: 'string' },
    },
  }
  expect(check(schema, { id: 'x', soort: 'B', nieuw: 1 }, 'at')).toEqual([
    'at.naam: missing',
    'at.id: no guid',
    "at.soort: 'B' is none of its values",
    'at.nieuw: unknown name',
  ])
  expect(check(schema, { naam: 'abc' }, 'at')).toEqual(['at.naam: too long'])
  expect(check({ type: 'string', format: 'date-time' }, '2026-01-01T00:00:00.10', 'at')).toHaveLength(1)
})

describe('the description of the API', () => {
  test.skipIf(isAbsent).each(Object.entries(writable))(
    title('/%s: create, read, change and remove fit'),
    async (resource, make) => {
      const path = `/${resource}`
      const { body } = await exchange('POST', path, path, make())
      const { id } = body as { id: string }
      if (operationOf('GET', path) !== undefined) await exchange('GET', path, path)
      const read = (await exchange('GET', `${path}/{id}`, `${path}/${id}`)).body as object
      const { fax: _, isHoofdartikel: _1, subartikelen: _2, ...written } = read as Record<string, unknown>
      await exchange('PUT', `${path}/{id}`, `${path}/${id}`, written)
      await exchange('DELETE', `${path}/{id}`, `${path}/${id}`)
    },
  )

  test.skipIf(isAbsent)(title('lists and what hangs on a relation, an article or an order fit'), async () => {
    await exchange('POST', '/verkooporders', '/verkooporders', order())
    const { body } = await exchange('POST', '/verkoopboekingen', '/verkoopboekingen', boeking('F2'))
    expect(body).toMatchObject({ factuurnummer: 'F2' })
    const lists = routes.filter(
      ({ method, path }) => method === 'GET' && !path.includes('{') && path !== '/prijsafspraken' && path !== '/echo',
    )
    for (const { path } of lists) await exchange('GET', path, path)
    await exchange('GET', '/prijsafspraken', `/prijsafspraken?$filter=Artikel/Id eq guid'${artikel().id}'`)
    await exchange('GET', '/artikelen', `/artikelen?relatieId=${relatie().id}&aantal=2`)
    await exchange('GET', '/artikelen/{id}', `/artikelen/${artikel().id}?relatieId=${relatie().id}`)
    for (const part of ['customFields', 'verkoopboekingen', 'inkoopboekingen', 'doorlopendeincassomachtigingen']) {
      await exchange('GET', `/relaties/{id}/${part}`, `/relaties/${relatie().id}/${part}`)
    }
    const fields = { klantCustomFields: [{ name: 'webshop', value: '77' }], leverancierCustomFields: [] }
    await exchange('PUT', '/relaties/{id}/customFields', `/relaties/${relatie().id}/customFields`, fields)
    await exchange('GET', '/artikelen/{id}/customFields', `/artikelen/${artikel().id}/customFields`)
    await exchange('PUT', '/artikelen/{id}/customFields', `/artikelen/${artikel().id}/customFields`, [
      { name: 'kleur', value: 'rood' },
    ])
    const { id } = state().verkooporders[0]!
    await exchange('PUT', '/verkooporders/{id}/ProcesStatus', `/verkooporders/${id}/ProcesStatus`, {
      id,
      procesStatus: 'Pakbon',
    })
  })

  test.skipIf(isAbsent)(title('single settings and lists fit'), async () => {
    const { artikelomzetgroepen, verkoopordersjablonen, verkoopfacturen, grootboeken, landen } = state()
    for (const [resource, rows] of Object.entries({
      artikelomzetgroepen,
      verkoopordersjablonen,
      verkoopfacturen,
      grootboeken,
      landen,
    })) {
      await exchange('GET', `/${resource}/{id}`, `/${resource}/${rows[0]!.id}`)
    }
    await exchange('GET', '/vatrates/{id}', '/vatrates/BEL')
    await exchange('GET', '/echo/{input}', '/echo/hallo')
    await exchange('POST', '/grootboeken', '/grootboeken', {
      nummer: 8999,
      omschrijving: 'Nieuw',
      rekeningCode: 'WinstEnVerlies',
    })
    await exchange('PUT', '/companyInfo', '/companyInfo', { factureerBuitenlandsBtw: true })
  })

  test.skipIf(isAbsent)(title('every operation of the simulator was held against it, and is described'), () => {
    const simulated = routes.filter(({ path }) => path !== '/echo').map(({ method, path }) => `${method} ${path}`)
    expect(simulated.filter((operation) => !seen.has(operation))).toEqual([])
    expect(
      simulated.filter((operation) => operationOf(...(operation.split(' ') as [string, string])) === undefined),
    ).toEqual([])
  })

  test.skipIf(isAbsent)(title('what is not simulated is outside this project'), () => {
    const simulated = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const missing = described.filter((operation) => !simulated.has(operation))
    const outside =
      /inkoop|bankboekingen|kasboekingen|memoriaal|bankafschrift|btwaangiftes|rapportages|documenten|grootboekmutaties|\/ubl$/
    expect(missing.filter((operation) => !outside.test(operation))).toEqual([])
    expect([described.length, described.length - missing.length]).toEqual([96, 60])
  })
})
