import { afterEach, describe, expect, test } from 'vitest'
import type { ArticleCode, CountryCode, CustomerCode } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { settingsOf } from '../../settings/field.ts'
import type { AccountingEnvironment } from '../accounting.ts'
import { accountingContract } from '../contract.ts'
import { type AccountingBench, type Disturbance, prepare } from '../contract-bench.ts'
import { type Fault, type Seed, type Simulator, type SimulatorOptions, startSimulator } from './fake.ts'
import { snelStartOnline } from './index.ts'

const never = new AbortController().signal
const start = Date.UTC(2026, 10, 20, 12)

/** A clock that sleeping alone moves, for both sides of the line. */
function fakeTime() {
  const time = { now: start }
  const sleep: AccountingEnvironment['sleep'] = async (ms, signal) => {
    signal.throwIfAborted()
    time.now += ms
  }
  return { time, clock: () => time.now, sleep }
}

const numbers = (count: number, from: number) => Array.from({ length: count }, (_, index) => from + index)
const articleCode = (number: number) => `ART-${String(number).padStart(3, '0')}`

const seed: Seed = {
  relaties: numbers(620, 10_001).map((relatiecode) => ({
    relatiecode,
    relatiesoort: ['Klant'],
    naam: `Klant ${relatiecode}`,
    email: relatiecode % 2 === 0 ? null : `klant${relatiecode}@voorbeeld.example`,
    factuurEmailVersturen:
      relatiecode % 2 === 0
        ? {
            shouldSend: true,
            email: 'boek@voorbeeld.example',
            ccEmail: `x@y.example;klant${relatiecode}@voorbeeld.example`,
          }
        : null,
    modifiedOn: '2026-11-19T10:00:00',
  })),
  artikelen: numbers(600, 1).map((number) => ({
    artikelcode: articleCode(number),
    omschrijving: `Artikel ${number}`,
    artikelOmzetgroep: 1,
    verkoopprijs: 10,
    ...(number <= 550 ? { voorraadControle: true, technischeVoorraad: 40 } : {}),
    ...(number === 600 ? { isHoofdartikel: true, subartikelen: [{ artikelcode: articleCode(2), aantal: 6 }] } : {}),
    modifiedOn: '2026-11-19T10:00:00',
  })),
  prijsafspraken: [{ relatie: 10_005, artikel: articleCode(5), verkoopprijs: 7.5 }],
  refusedVatNumbers: ['NL999999999B99'],
  companyInfo: { verkooporderVoorraadVanafNiveau: 'PakbonEnAfhaalbon' },
}

type Started = {
  readonly simulator: Simulator
  readonly connection: AccountingBench['connection']
  readonly logged: string[]
  readonly stop: () => Promise<void>
}

async function begin(
  options: Partial<SimulatorOptions> = {},
  settings: Record<string, unknown> = {},
): Promise<Started> {
  const { clock, sleep } = fakeTime()
  const simulator = await startSimulator({ seed, clock, ...options })
  const logged: string[] = []
  const given = settingsOf(snelStartOnline.settings).parse({
    clientKey: simulator.clientKey,
    subscriptionKeyPrimary: simulator.subscriptionKeys.primary,
    apiUrl: simulator.apiUrl,
    tokenUrl: simulator.tokenUrl,
    ...settings,
  })
  const log: AccountingEnvironment['log'] = (_level, code) => void logged.push(code)
  const connection = await snelStartOnline.connect(given, { clock, sleep, log })
  return { simulator, connection, logged, stop: () => simulator.stop() }
}

const actions: Readonly<Record<Disturbance, Fault['action']>> = {
  cutBefore: { cutBefore: true },
  cutAfterWriting: { cutAfterCommit: true },
  halfAnswer: { halfAnswer: true },
  webPage: { garbage: true },
  webPageAfterWriting: { garbage: true, commit: true },
  serverError: { status: 502 },
  serverErrorAfterWriting: { status: 500, commit: true },
  hugeAnswer: { bigAnswer: 10 * 1024 * 1024 },
  tooManyRequests: { status: 429 },
  loginExpired: { expireToken: true },
  noRight: { status: 403, body: '' },
  pageTwice: { duplicatePage: true },
}

async function openBench(): Promise<AccountingBench> {
  const { simulator, connection, stop } = await begin()
  let counted = 0
  return {
    connection,
    disturb: (call, disturbance) => {
      const match =
        disturbance === 'pageTwice'
          ? { method: 'GET', path: '$skip=' }
          : { pattern: '/v2/', method: call === 'read' ? 'GET' : 'POST' }
      simulator.addFault({ match, action: actions[disturbance] })
    },
    ordersWith: (reference) =>
      simulator.state().verkooporders.filter(({ betalingskenmerk }) => betalingskenmerk === reference).length,
    callsMade: () => {
      const all = simulator.calls().filter(({ kind }) => kind === 'api').length
      const since = all - counted
      counted = all
      return since
    },
    print: async (number) => {
      const printed = { verkooporders: [{ nummer: Number(number), procesStatus: 'Pakbon' }] }
      await fetch(`${simulator.url}/_simulator/seed`, { method: 'POST', body: JSON.stringify(printed) })
    },
    refusedVatNumber: 'NL999999999B99',
    agreement: { customer: '10005' as CustomerCode, article: articleCode(5) as ArticleCode },
    stop,
  }
}

accountingContract('SnelStart Online', openBench)

describe('SnelStart Online', () => {
  const running: Started[] = []
  afterEach(async () => {
    for (const { connection, stop } of running.splice(0)) {
      await connection.close()
      await stop()
    }
  })
  const started = async (...given: Parameters<typeof begin>): Promise<Started> => {
    const one = await begin(...given)
    running.push(one)
    return one
  }
  const apiCalls = ({ simulator }: Started) => simulator.calls().filter(({ kind }) => kind === 'api')

  test('SNEL-5 a key that is not filled in is named', async () => {
    await expect(begin({}, { clientKey: '' })).rejects.toMatchObject({
      code: 'settings.missing',
      context: { setting: 'clientKey' },
    })
  })

  test.each(['refuse', 'cut'] as const)(
    'every article is read where pages above 25 are met by: %s',
    async (topOverCap) => {
      const { connection } = await started({ articlePageCap: 25, topOverCap })
      const articles = (await Array.fromAsync(connection.readArticles(null, never))).flat()
      expect(new Set(articles.map(({ code }) => code)).size).toBe(600)
    },
  )

  test('only what changed is asked for, and compared again where a filter is ignored', async () => {
    const one = await started()
    await one.connection.readLists(never)
    const before = apiCalls(one).length
    const pages = await Array.fromAsync(one.connection.readCustomers('2026-11-20T00:00:00', never))
    expect(pages.flat()).toEqual([])
    expect(apiCalls(one).length - before).toBe(1)
  })

  test('countries that the mirror kept are not asked for again', async () => {
    const one = await started()
    const { countries } = await one.connection.readLists(never)
    const other = await started({ seed: one.simulator.state() as unknown as Seed })
    other.connection.useLists({ countries })
    await other.connection.findCustomers({ code: '10001' as CustomerCode, email: null }, never)
    expect(apiCalls(other).map(({ path }) => path.split('?')[0])).toEqual(['/v2/relaties'])
  })

  test('SALE-2 where the filter on the payment reference is refused, recent orders are compared, and it is said', async () => {
    const one = await started()
    one.simulator.addFault({ match: { path: 'Betalingskenmerk' }, times: 'always', action: { status: 400 } })
    const { templates } = await one.connection.readLists(never)
    const [customer] = await one.connection.findCustomers({ code: '10001' as CustomerCode, email: null }, never)
    const article = (await one.connection.findArticle('ART-001' as ArticleCode, never))!
    const document = {
      templateId: templates[0]!.id,
      date: '2026-11-20',
      description: '',
      paymentReference: '77',
      memo: '',
      priceEntry: 'excl' as const,
      invoiceAddress: null,
      deliveryAddress: null,
      costType1: null,
      costType2: null,
      lines: [],
    }
    await one.connection.createSalesOrder(customer!.id, document as never, new Map([[article.code, article.id]]), never)
    expect(await one.connection.findSalesOrders('77', never)).toHaveLength(1)
    expect(await one.connection.findSalesOrders('78', never)).toEqual([])
    expect(one.logged).toContain('snelstart.referenceFilterRefused')
  })

  test('a changed customer keeps what we do not know of, such as the memo and the credit limit', async () => {
    const own = { relatiecode: 30_001, relatiesoort: ['Klant'], naam: 'Oud', memo: 'bewaren', kredietLimiet: 1500.5 }
    const one = await started({ seed: { relaties: [own] } })
    const [customer] = await one.connection.findCustomers({ code: '30001' as CustomerCode, email: null }, never)
    await one.connection.updateCustomer(customer!.id, { name: 'Nieuw', paymentTermDays: 8 }, never)
    const stored = one.simulator.state().relaties.find(({ relatiecode }) => relatiecode === 30_001)
    expect(stored).toMatchObject({ naam: 'Nieuw', memo: 'bewaren', kredietLimiet: 1500.5, krediettermijn: 8 })
  })

  test('a change that changes nothing is not written', async () => {
    const one = await started()
    const [customer] = await one.connection.findCustomers({ code: '10001' as CustomerCode, email: null }, never)
    await one.connection.updateCustomer(customer!.id, { name: 'Klant 10001' }, never)
    expect(apiCalls(one).map(({ method }) => method)).not.toContain('PUT')
  })

  test('ART-1 a custom field is filled, and one that does not exist is told without losing the article', async () => {
    const fields = { customFields: { artikel: [{ name: 'EAN', type: 'Text' }] } }
    const one = await started({ seed: fields })
    const { revenueGroups } = await one.connection.readLists(never)
    const make = (code: string, name: string) =>
      one.connection.createArticle(
        {
          code: code as ArticleCode,
          description: 'Stoel',
          revenueGroupId: revenueGroups[0]!.id,
          salesPrice: decimal('1'),
          customField: { name, value: '8712345678906' },
        },
        never,
      )
    await make('A', 'EAN')
    expect((await one.connection.findArticle('A' as ArticleCode, never))?.customFields).toMatchObject({
      EAN: '8712345678906',
    })
    expect((await make('B', 'Bestaat niet')).code).toBe('B')
    expect(one.logged).toContain('snelstart.customFieldNotWritten')
  })

  test('a country that SnelStart does not list refuses before anything is sent', async () => {
    const one = await started()
    const address = { contact: '', street: 'X 1', postcode: '1', city: 'Y', country: 'ZZ' as CountryCode }
    const fields = { name: 'X', establishment: address, correspondence: null, email: '', phone: '', mobile: '' }
    const more = { vatNumber: '', cocNumber: '', paymentTermDays: null, emailInvoice: false, emailReminder: false }
    await expect(
      one.connection.createCustomer('20001' as CustomerCode, { ...fields, ...more }, never),
    ).rejects.toMatchObject({ code: 'snelstart.countryUnknown' })
    expect(apiCalls(one).map(({ method }) => method)).toEqual(['GET'])
  })

  test('with limits set, nothing is refused and what had to be waited is told', async () => {
    const limits = { perMinute: 20, perHour: 1000, concurrent: 5 }
    const one = await started({ limits }, { perMinute: 20, leaveRoomPercent: 0 })
    for (const code of numbers(60, 10_001))
      await one.connection.findArticle(articleCode(code - 10_000) as ArticleCode, never)
    expect(apiCalls(one).filter(({ status }) => status === 429)).toEqual([])
    expect(one.connection.waits()).toMatchObject({ count: 2, waitingUntilMs: null })
    expect(one.logged).toContain('snelstart.waiting')
  })

  test('the secondary key is used while the primary has to pause', async () => {
    const { secondary } = { secondary: 'fedcba9876543210fedcba9876543210' }
    const one = await started({}, { subscriptionKeySecondary: secondary })
    one.simulator.addFault({ match: { pattern: '/v2/' }, action: { status: 429 } })
    await one.connection.findArticle('ART-001' as ArticleCode, never)
    expect(apiCalls(one).map(({ key }) => key)).toEqual([null, 'secondary'])
    expect(one.connection.waits().count).toBe(0)
  })

  describe("SNEL-6 'Verbinding testen'", () => {
    const legs = async (...given: Parameters<typeof begin>) => {
      const one = await started(...given)
      return Array.fromAsync(one.connection.test(never))
    }

    test('a wrong client key fails the first leg and tries no further', async () => {
      const tested = await legs({}, { clientKey: 'onzin' })
      expect(tested.map(({ leg, ok }) => [leg, ok])).toEqual([['token', false]])
      expect(tested[0]?.todo?.nl).toMatch(/koppelsleutel/)
    })

    test('a wrong subscription key fails the second leg', async () => {
      const tested = await legs({}, { subscriptionKeyPrimary: 'onzin' })
      expect(tested.map(({ leg, ok }) => [leg, ok])).toEqual([
        ['token', true],
        ['administration', false],
      ])
      expect(tested[1]?.todo?.nl).toMatch(/abonnementssleutel/)
    })

    test('a right to write that is missing is named, without writing anything', async () => {
      const scopes = [
        'settings:read',
        'orders:read',
        'orders:write',
        'artikelen:read',
        'relaties:read',
        'relaties:write',
      ]
      const tested = await legs({ scopes })
      const articles = tested.find(({ leg }) => leg === 'articles')
      expect(tested.filter(({ ok }) => !ok)).toEqual([articles])
      expect(articles?.cameBack.nl).toContain('artikelen:write')
    })

    test('an administration without active sales templates is told', async () => {
      const off = ['Factuur exclusief btw', 'Factuur inclusief btw'].map((omschrijving) => ({
        omschrijving,
        nonactief: true,
      }))
      const tested = await legs({ seed: { verkoopordersjablonen: off } })
      expect(tested.at(-1)).toMatchObject({ leg: 'templates', ok: false })
    })

    test('an address where nothing answers is told, with the client key untouched', async () => {
      const tested = await legs({}, { tokenUrl: 'http://127.0.0.1:9/token' })
      expect(tested).toMatchObject([{ leg: 'token', ok: false }])
      expect(JSON.stringify(tested)).not.toContain('voorbeeldsleutel')
    })
  })

  test.each([
    ['Alle', '38'],
    ['Offerte', '40'],
    ['PakbonEnAfhaalbon', '40'],
  ])(
    'STOCK-2 count level %s: the company tells it, and free stock of the simulator follows it',
    async (level, free) => {
      const { connection } = await started({
        seed: { ...seed, companyInfo: { verkooporderVoorraadVanafNiveau: level } },
      })
      const { lists, article, write } = await prepare({ connection } as AccountingBench)
      await write('10482')
      expect(lists.company.stockCountLevel).toBe(
        { Alle: 'all', Offerte: 'quotation', PakbonEnAfhaalbon: 'packingSlip' }[level],
      )
      const stock = (await Array.fromAsync(connection.readStock(never))).flat()
      expect(stock.find(({ id }) => id === article.id)?.freeStock).toBe(free)
    },
  )

  test('where SnelStart refuses the filters of stock, everything is read and looked at here', async () => {
    const { connection, simulator } = await started()
    for (const path of ['ProcesStatus', 'VoorraadControle'])
      simulator.addFault({
        match: { method: 'GET', path },
        times: 9,
        action: { status: 400, body: '{"Message":"no"}' },
      })
    expect((await Array.fromAsync(connection.readStock(never))).flat()).toHaveLength(550)
    expect((await Array.fromAsync(connection.readOpenOrders(never))).flat()).toEqual([])
  })
})
