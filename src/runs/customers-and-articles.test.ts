// What SnelStart says while customers, articles and orders are made: codes that are taken, numbers that it refuses, and
// what somebody typed in meanwhile.
import { afterEach, describe, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../../test/support/scene.ts'
import { tryOut } from '../accounting/snelstart-online/fake/try-out.ts'
import { usualTuning } from './context.ts'

const scenes: Scene[] = []
const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
async function begin(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, orders: [mugOrder(1, guest('Anna'))], ...options })
  scenes.push(scene)
  return scene
}
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const customers = ({ simulator }: Scene) =>
  simulator
    .state()
    .relaties.filter(({ relatiecode }) => (relatiecode ?? 0) > 0)
    .map(({ relatiecode, naam }) => [relatiecode, naam])
const customerOf = ({ simulator, made }: Scene, reference: number): number | null | undefined => {
  const [order] = made(reference)
  return simulator.state().relaties.find(({ id }) => id === order?.relatie?.id)?.relatiecode
}
const aDay = 25 * 3_600_000

/** By hand, in SnelStart; `code` is a customer's or an article's. */
async function remove({ simulator }: Scene, resource: 'relaties' | 'artikelen', code: number | string): Promise<void> {
  const { relaties, artikelen } = simulator.state()
  const found =
    relaties.find(({ relatiecode }) => relatiecode === code) ??
    artikelen.find(({ artikelcode }) => artikelcode === code)
  const answer = await (await tryOut(simulator)).ask('DELETE', `/${resource}/${found?.id}`)
  expect(answer.status).toBeLessThan(300)
}

const relation = (relatiecode: number, naam: string, email = '', relatiesoort = 'Klant') => ({
  relatiecode,
  naam,
  email,
  relatiesoort: [relatiesoort],
})

describe('customers', () => {
  test('CUST-4 a customer whom somebody types in while the run goes on is used, not made again', async () => {
    const scene = await begin({
      orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bram'))],
      tuning: { ordersAtOnce: 1 },
    })
    scene.fault('POST verkooporders', { delayMs: 300 })
    const running = scene.import()
    await expect.poll(() => scene.writes()).toContain('POST verkooporders')
    await scene.typeIn({ relaties: [relation(500, 'B. Jansen', 'bram@voorbeeld.example')] })
    scene.clock.advance(usualTuning.freshForCreatingMs)
    expect(await running).toMatchObject({ written: { done: 2, newCustomers: 1 } })
    expect(customerOf(scene, 2)).toBe(500)
    expect(customers(scene)).toHaveLength(2)
  })

  test('CUST-5 a code that another customer took meanwhile: the next one is used (REL-0008)', async () => {
    const scene = await begin({ simulator: { seed: { ...seed, relaties: [relation(40, 'Iemand')] } } })
    // Suppliers share the numbers and are not among the customers that we know.
    await scene.typeIn({ relaties: [relation(41, 'Leverancier BV', '', 'Leverancier')] })
    expect(await scene.import()).toMatchObject({ written: { done: 1, newCustomers: 1 } })
    expect(customerOf(scene, 1)).toBe(42)
  })

  test('CUST-5 a code that was taken by this very customer: the customer is used', async () => {
    const scene = await begin()
    scene.fault('POST relaties', { delayMs: 300 })
    // Typed in with the same code, name and address while our own request is on its way.
    const running = scene.import()
    await expect.poll(() => scene.writes()).toContain('POST relaties')
    await scene.typeIn({ relaties: [relation(1, 'Anna Jansen', 'anna@voorbeeld.example')] })
    expect(await running).toMatchObject({ written: { done: 1, newCustomers: 0 } })
    expect(customers(scene)).toEqual([[1, 'Anna Jansen']])
    expect(customerOf(scene, 1)).toBe(1)
  })

  test('CUST-5 no free code after many tries is a problem of this order only', async () => {
    const taken = Array.from({ length: 40 }, (_, index) =>
      relation(index + 1, `Leverancier ${index}`, '', 'Leverancier'),
    )
    const scene = await begin({ simulator: { seed: { ...seed, relaties: taken } } })
    const result = await scene.import()
    // A block of forty suppliers is leapt over.
    expect(result).toMatchObject({ written: { done: 1 }, stoppedBy: null })
    scene.fault(
      'POST relaties',
      { status: 400, body: [{ errorCode: 'REL-0008', message: 'bezet' }] },
      { times: 'always' },
    )
    scene.shop.put(mugOrder(2, guest('Bram')))
    expect(await scene.import()).toMatchObject({ written: { problem: 1 }, stoppedBy: null })
    expect(await scene.entry(2)).toMatchObject({ state: 'problem', problem: { code: 'customer.noFreeCode' } })
  })

  test('CUST-5 a VAT number that SnelStart refuses (REL-0088): the customer is made without it, and that is said', async () => {
    const company = guest('Anna', { company: 'Jansen BV', vatNumber: 'NL123456782B90' })
    const scene = await begin({
      orders: [mugOrder(1, company)],
      simulator: { seed: { ...seed, refusedVatNumbers: ['NL123456782B90'] } },
    })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    const { warnings } = await scene.entry(1)
    expect(warnings.map(({ code }) => code)).toEqual(['customer.vatNumberRefused'])
    expect(warnings[0]?.data).toMatchObject({
      vatNumber: 'NL123456782B90',
      reason: expect.stringContaining('REL-0088'),
    })
    expect(customers(scene)).toEqual([[1, 'Jansen BV']])
  })

  test('a VAT number abroad that SnelStart refuses: an order whose VAT would differ waits, and goes on waiting', async () => {
    const company = guest('Anna', {
      ...{ company: 'Mokken BVBA', vatNumber: 'BE0202239951', withoutVat: true },
      ...{ country: 'BE', postcode: '2000', city: 'Antwerpen' },
    })
    const scene = await begin({
      orders: [mugOrder(1, company)],
      simulator: { seed: { ...seed, refusedVatNumbers: ['BE0202239951'] } },
    })
    expect(await scene.import()).toMatchObject({ written: { problem: 1, newCustomers: 1 } })
    const { problem, warnings } = await scene.entry(1)
    expect(problem?.code).toBe('sale.lineVatAbroad')
    expect(warnings.map(({ code }) => code)).toContain('customer.vatNumberRefused')
    expect(scene.made(1)).toEqual([])
    expect(await scene.import()).toMatchObject({ written: { problem: 1, newCustomers: 0 } })
    expect(customers(scene)).toHaveLength(1)
    expect(scene.made(1)).toEqual([])
  })

  test('CUST-5 an update that SnelStart refuses does not keep the order back', async () => {
    const scene = await begin({
      simulator: { seed: { ...seed, relaties: [relation(500, 'Anna Jansen', 'anna@voorbeeld.example')] } },
      settings: { customers: { customerHandling: 'addAndUpdate' } },
    })
    scene.fault('PUT relaties', { status: 400, body: [{ errorCode: 'REL-0060', message: 'Adres onvolledig' }] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect((await scene.entry(1)).warnings).toContainEqual({
      code: 'customer.updateRefused',
      data: { reason: 'Adres onvolledig (REL-0060)' },
    })
  })

  test('CUST-5 an update of which the answer is lost is said, and the order is made', async () => {
    const scene = await begin({
      simulator: { seed: { ...seed, relaties: [relation(500, 'Anna Jansen', 'anna@voorbeeld.example')] } },
      settings: { customers: { customerHandling: 'addAndUpdate' } },
    })
    scene.fault('PUT relaties', { cutAfterCommit: true })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    const codes = (await scene.entry(1)).warnings.map(({ code }) => code)
    expect(codes).toContain('customer.updateUnsure')
    expect(customerOf(scene, 1)).toBe(500)
  })
})

describe('articles', () => {
  const newArticle = mugOrder(1, guest('Anna'), { lines: [{ article: 7, quantity: 1 }] })

  test('ART-3 an article that somebody makes meanwhile (ART-0005) is used', async () => {
    const scene = await begin({ orders: [newArticle] })
    scene.fault('POST artikelen', { delayMs: 300 })
    const running = scene.import()
    await expect.poll(() => scene.writes()).toContain('POST artikelen')
    await scene.typeIn({ artikelen: [seedArticle('ART-0007', 'Zelf gemaakt', 1)] })
    expect(await running).toMatchObject({ written: { done: 1 } })
    const articles = scene.simulator.state().artikelen.filter(({ artikelcode }) => artikelcode === 'ART-0007')
    expect(articles.map(({ omschrijving }) => omschrijving)).toEqual(['Zelf gemaakt'])
  })

  test('ART-3 two orders of the same new article make it once', async () => {
    const scene = await begin({ orders: [newArticle, { ...newArticle, id: 2, person: guest('Bram') }] })
    expect(await scene.import()).toMatchObject({ written: { done: 2 } })
    expect(scene.writes().filter((write) => write === 'POST artikelen')).toHaveLength(1)
  })

  test('ART-3 an update that SnelStart refuses does not keep the order back', async () => {
    const scene = await begin({ settings: { articles: { articleHandling: 'addAndUpdate' } } })
    scene.fault('PUT artikelen', { status: 400, body: [{ errorCode: 'ART-0013', message: 'Mag niet' }] })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect((await scene.entry(1)).warnings).toContainEqual({
      code: 'article.updateRefused',
      data: { code: 'ART-0001', reason: 'Mag niet (ART-0013)' },
    })
  })
})

describe('sales orders', () => {
  test('BEY-1 an order that SnelStart refuses waits with SnelStart’s own words, and is made once it can be', async () => {
    const scene = await begin({
      orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bram'))],
      tuning: { ordersAtOnce: 1 },
    })
    scene.fault('POST verkooporders', {
      status: 400,
      body: [{ errorCode: 'VOR-0011', message: 'De periode is geblokkeerd.' }],
    })
    expect(await scene.import()).toMatchObject({ written: { done: 1, problem: 1 } })
    const refused = await scene.entry(1)
    expect(refused).toMatchObject({
      state: 'problem',
      problem: { code: 'write.refused', data: { reason: 'De periode is geblokkeerd. (VOR-0011)' } },
    })
    const effects = await scene.program.store.effects.of(scene.profile, refused.id)
    expect(effects.find(({ step }) => step === 'salesOrder')).toMatchObject({ state: 'absent', remoteId: null })
    expect(await scene.import()).toMatchObject({ written: { done: 1 } })
    expect([scene.made(1).length, customers(scene).length]).toEqual([1, 2])
  })

  test('BEY-1 a customer that was removed in SnelStart is told, and made anew once the mirror is whole again', async () => {
    const relaties = [relation(500, 'Anna Jansen', 'anna@voorbeeld.example')]
    const scene = await begin({ orders: [], simulator: { seed: { ...seed, relaties } } })
    await scene.import()
    await remove(scene, 'relaties', 500)
    scene.shop.put(mugOrder(2, guest('Anna')))
    await scene.import()
    expect(await scene.entry(2)).toMatchObject({ state: 'problem', problem: { code: 'write.stale' } })
    scene.clock.advance(aDay)
    expect(await scene.import()).toMatchObject({ written: { done: 1, newCustomers: 1 } })
  })

  test('BEY-1 what was made for an order and removed before the order could be made is made anew', async () => {
    const scene = await begin({ orders: [mugOrder(1, guest('Anna'), { lines: [{ article: 7, quantity: 1 }] })] })
    scene.fault('POST verkooporders', { status: 400, body: [{ errorCode: 'VOR-0011', message: 'Geblokkeerd' }] })
    expect(await scene.import()).toMatchObject({ written: { problem: 1 } })
    await remove(scene, 'relaties', 1)
    await remove(scene, 'artikelen', 'ART-0007')
    scene.clock.advance(aDay)
    expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
    expect([customers(scene).length, scene.made(1).length]).toEqual([1, 1])
  })

  test('BEY-1 a question about an order that SnelStart refuses stops that order only, with SnelStart’s words', async () => {
    const scene = await begin({
      settings: { sales: { lastTemplate: true } },
      simulator: { seed: { ...seed, relaties: [relation(500, 'Anna Jansen', 'anna@voorbeeld.example')] } },
    })
    scene.fault(
      'GET verkooporders?',
      { status: 400, body: [{ errorCode: 'ALG-0001', message: 'Niet zo' }] },
      { times: 'always' },
    )
    expect(await scene.import()).toMatchObject({ written: { problem: 1 }, stoppedBy: null })
    expect((await scene.entry(1)).problem).toEqual({ code: 'write.refused', data: { reason: 'Niet zo (ALG-0001)' } })
  })
})
