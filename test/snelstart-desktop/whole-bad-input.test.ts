// The bad input of a desktop administration, through the whole program: what stops the import, in the user's words, and that each
// order is in SnelStart once when it is mended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { catalogueOf, factsOf } from '../../src/cli/order-text.ts'
import { tellProblem } from '../../src/core/problems.ts'
import { fillIn, type Language } from '../../src/core/text.ts'
import { connectAccounting, messagesOf, profileOf } from '../../src/runs/program.ts'
import { describeWith } from '../support/fixtures.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { administrationName } from './desktop-bench.ts'
import { writeMdb } from './mdb/write-mdb.ts'
import { sampleAdministration } from './sample.ts'
import { startWhole, type Whole, type WholeOptions } from './whole-scene.ts'

const scenes: Whole[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const small = sampleAdministration({ customers: 300, articles: 10, stocked: 5 })

async function begin(options: WholeOptions = {}): Promise<Whole> {
  const scene = await startWhole({ administration: small, orders: [mugOrder(1, guest('Anna'))], ...options })
  scenes.push(scene)
  return scene
}

/** Of an import that was stopped: the code and what the user reads. */
async function stoppedBy(scene: Whole): Promise<readonly [code: string, words: string]> {
  const { stoppedBy: failure } = await scene.import()
  if (failure === null) throw new Error('the import was not stopped')
  const message = messagesOf(scene.program)[failure.code]
  const data = Object.fromEntries(Object.entries(failure.context).map(([name, value]) => [name, String(value)]))
  return [failure.code, message === undefined ? '' : fillIn(`${message.text.nl} ${message.todo.nl}`, data)]
}

/** What the user reads of an order, in either language. */
async function toldOf(scene: Whole, number: number): Promise<Record<Language, string>> {
  const entry = await scene.entry(number)
  const words = (language: Language): string => {
    const { text, todo } = tellProblem(catalogueOf(scene.program), entry.problem!, factsOf(entry, language), language)
    return `${text} ${todo}`
  }
  return { nl: words('nl'), en: words('en') }
}

/** Payment references of the orders in SnelStart. */
const made = ({ rows }: Whole): readonly unknown[] => rows('tblVerkoopOrder').map((row) => row['fldBetalingskenmerk'])

const statesOf = async (scene: Whole, ...numbers: readonly number[]) =>
  Promise.all(numbers.map(async (number) => (await scene.entry(number)).state))

describeWith({ servers: ['mono'] }, 'an administration that will not do', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sc-bad-mdb-'))
    const path = (name: string): string => join(folder, `${name}.mdb`)
    const lacking = small.map((table) =>
      table.name === 'tblRelatie'
        ? { ...table, columns: table.columns.filter(({ name }) => name !== 'fldNaam') }
        : table,
    )
    writeMdb(path('goed'), small)
    const whole = readFileSync(path('goed'))
    writeMdb(path('beveiligd'), small, { password: 'geheim' })
    writeFileSync(path('half'), whole.subarray(0, whole.length / 2))
    writeFileSync(path('brief'), 'Geachte heer,')
    writeMdb(path('leden'), [{ name: 'leden', columns: [{ name: 'id', type: 'integer', key: true }], rows: [] }])
    writeMdb(path('anders'), lacking)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['beveiligd', 'desktop.mdbPassword', /met een wachtwoord beveiligd\. Haal/],
    ['half', 'desktop.mdbDamaged', /beschadigd of niet heel\. Laat SnelStart/],
    ['brief', 'desktop.mdbNotAccess', /geen Access-database.*Kies een andere/],
    ['leden', 'desktop.noAdministration', /geen administratie van SnelStart\. Kies/],
    ['anders', 'desktop.columnsMissing', /versie 12\.00.*tblRelatie\.fldNaam/],
  ])('SNEL-6 the .mdb ‘%s’ stops the import before anything is read from the shop: %s', async (name, code, words) => {
    const scene = await begin({ mdb: { folder, administration: name } })
    expect(await stoppedBy(scene)).toEqual([code, expect.stringMatching(words)])
    expect(scene.gatewayCalls()).toEqual([])
    // Mended by choosing another: nothing was passed over.
    await scene.set('accounting', { administration: 'goed' })
    await scene.import()
    expect((await scene.entry(1)).order?.number).toBe('1')
  })
})

describeWith({ servers: ['mono'] }, 'SnelStart SQL that goes wrong', () => {
  test('SNEL-7 a user without any right sees no table, and is told of rights', async () => {
    const scene = await begin({ administration: [] })
    expect(await stoppedBy(scene)).toEqual([
      'desktop.sqlNothingSeen',
      expect.stringMatching(/Proefwinkel BV.*leesrechten/),
    ])
  })

  test('SNEL-7 a table that may not be read is named; once it may, every order is made once, also one that was saved unseen', async () => {
    const scene = await begin()
    const denied = scene.server.misbehaviour.denied
    denied.add('tblArtikel')
    expect(await stoppedBy(scene)).toEqual(['desktop.sqlNoRight', expect.stringMatching(/‘tblArtikel’ niet lezen/)])
    expect(made(scene)).toEqual([])
    denied.clear()
    denied.add('tblVerkoopOrder')
    expect((await stoppedBy(scene))[1]).toContain('‘tblVerkoopOrder’')
    expect(made(scene)).toEqual(['1'])
    denied.clear()
    await scene.import()
    expect([made(scene), await statesOf(scene, 1)]).toEqual([['1'], ['done']])
  })

  test('BEY-1 a server that goes away in the middle of a page: taken up again, or said and done later; every order once', async () => {
    const scene = await begin()
    scene.server.misbehaviour.cutAfterRows = 150
    await scene.import()
    expect([scene.server.misbehaviour.cutAfterRows, made(scene)]).toEqual([null, ['1']])
    scene.openCart.put(mugOrder(2, guest('Bert')))
    scene.server.misbehaviour.refuses = 18_401
    expect((await stoppedBy(scene))[1]).toMatch(/start op of sluit af.*vanzelf opnieuw/)
    expect(made(scene)).toEqual(['1'])
    scene.server.misbehaviour.refuses = null
    await scene.import()
    expect([made(scene), await statesOf(scene, 1, 2)]).toEqual([
      ['1', '2'],
      ['done', 'done'],
    ])
  })

  test('SNEL-6 a newer SnelStart is written to all the same; ‘Verbinding testen’ and the extended log say that it is newer', async () => {
    const scene = await begin()
    const [settings] = scene.rows('tblInstelling')
    scene.change('tblInstelling', { ...settings!, fldVersie: '13.02' })
    await scene.import()
    expect(made(scene)).toEqual(['1'])
    const logged = async (level: 'normal' | 'extended') =>
      (await scene.program.store.log.page({ profile: scene.profile, level, limit: 1000 })).map(({ code }) => code)
    expect(await logged('extended')).toContain('desktop.newerVersion')
    expect(await logged('normal')).not.toContain('desktop.newerVersion')
    const connection = await connectAccounting(scene.program, await profileOf(scene.program, scene.profile))
    const legs = await Array.fromAsync(connection.test(new AbortController().signal))
    await connection.close()
    const cameBack = legs.find(({ leg }) => leg === 'administration')?.cameBack
    expect(cameBack?.nl).toMatch(
      /SnelStart 13\.02, 301 klanten\. De administratie is van SnelStart 13\.02, nieuwer dan .* goed\.$/,
    )
    expect(cameBack?.en).toMatch(/newer than the versions that S-Connect was tested with\. Check the first orders/)
  })

  test('SALE-1 a template that was removed: the orders wait with a problem, and are made on another', async () => {
    const scene = await begin()
    await scene.import()
    scene.openCart.put(mugOrder(2, guest('Bert')))
    scene.server.databases[administrationName]!.removeRow('tblOrderSjabloonVerkoop', 2)
    await scene.import()
    const told = await toldOf(scene, 2)
    expect(told.nl).toMatch(
      /^Order 2 van Bert.*: het verkoopsjabloon ‘Webshop \(incl\. btw\)’ is in SnelStart verwijderd/,
    )
    expect(told.en).toMatch(
      /^Order 2 of Bert.*: the sales template ‘Webshop \(incl\. btw\)’ was removed .* Choose another/,
    )
    expect(made(scene)).toEqual(['1'])
    scene.change('tblOrderSjabloonVerkoop', {
      ...{ fldOrderSjabloonVerkoopID: 3, fldOmschrijving: 'Web (nieuw)', fldPrijzenInclusiefBtw: true },
    })
    // The lists are read again after an hour.
    scene.advance(2 * 3_600_000)
    await scene.import()
    expect((await scene.entry(2)).problem).toMatchObject({ code: 'sale.templateUnknown' })
    await scene.set('sales', { salesTemplate: 'Web (nieuw)' })
    await scene.import()
    expect([made(scene), await statesOf(scene, 1, 2)]).toEqual([
      ['1', '2'],
      ['done', 'done'],
    ])
  })

  test.each(['twoAnswers', 'webPage'])(
    'BEY-1 a helper that gives %s: the order once, and those after it',
    async (fault) => {
      const scene = await begin({ orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bert'))] })
      scene.misbehave(`order.create ${fault}`)
      await scene.import()
      await scene.import()
      expect([made(scene).toSorted(), await statesOf(scene, 1, 2)]).toEqual([
        ['1', '2'],
        ['done', 'done'],
      ])
    },
  )
})

describeWith({ servers: ['mono'] }, 'a Gateway that nothing can be written through', () => {
  const two = [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bert'))]

  test.each([
    ['gateway.notWindows', { system: { env: {} } }, /alleen voor Windows/],
    ['gateway.moduleMissing', { rules: { settings: { noIntegration: 'ja' } } }, /Integratie/],
  ] as const)('%s stops the import in its own words; the orders wait', async (code, options, words) => {
    const scene = await begin({ orders: two, ...options })
    const [stopped, told] = await stoppedBy(scene)
    expect([stopped, told]).toEqual([code, expect.stringMatching(words)])
    expect(await statesOf(scene, 1, 2)).toEqual(['waiting', 'waiting'])
    expect(made(scene)).toEqual([])
  })

  test('a call that this version has not stops the order that needs it, in its own words', async () => {
    const scene = await begin({
      orders: two.slice(0, 1),
      without: ['mtdGWayVerkoopOrderAanmakenC', 'mtdGWayVerkoopOrderAanmakenD'],
    })
    expect(await scene.import()).toMatchObject({ stoppedBy: null, written: { problem: 1 } })
    expect((await toldOf(scene, 1)).nl).toMatch(/AanmakenC.*Werk SnelStart bij/)
    expect((await toldOf(scene, 1)).en).toMatch(/lacks a call.*Update SnelStart/)
    expect(made(scene)).toEqual([])
  })
})
