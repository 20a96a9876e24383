// SnelStart on the desktop from the command line, from nothing to an order in SnelStart: the real program in processes of its own,
// against our stand-ins of SQL Server and of the Gateway.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { openProgram } from '../../src/main.ts'
import { instantOf } from '../../src/runs/context.ts'
import { startOpenCartFake } from '../../src/shops/opencart/fake.ts'
import { type DesktopScene, desktopOrder, startDesktop } from '../support/desktop.ts'
import { describeWith } from '../support/fixtures.ts'
import { newFolder } from './scene.ts'
import { jsonLines, type RunOptions, runProgram } from './spawn-program.ts'

const inFolder =
  (folder: string, usual: RunOptions = {}) =>
  (args: readonly string[], more: RunOptions = {}) =>
    runProgram(args, { folder, ...usual, ...more })

const withoutGateway = { env: { S_CONNECT_GATEWAY: '' } }

test('SNEL-1 the kinds are told with what one knows them by, and at once what this machine cannot do with one', async () => {
  const run = inFolder(newFolder(), withoutGateway)
  const { stdout } = await run(['profile', 'kinds'])
  expect(stdout).toMatch(
    /--accounting snelstart-mdb +SnelStart MDB +SnelStart tot en met 11 met ‘MDB’ in de titelbalk\./,
  )
  expect(stdout).toMatch(/--accounting snelstart-online +SnelStart Online +/)
  const json = jsonLines((await run(['profile', 'kinds', '--json', '--lang', 'en'])).stdout)
  expect(json.find(({ kind }) => kind === 'snelstart-sql')).toMatchObject({
    ...{ of: 'accounting', title: 'SnelStart SQL (Netwerk)', help: expect.stringMatching(/title bar/) },
    obstacle: process.platform === 'win32' ? null : expect.stringMatching(/Windows only/),
  })
})

test.skipIf(process.platform === 'win32')(
  'SNEL-1 a profile of the desktop can be made elsewhere than on Windows, with the warning that it cannot write',
  async () => {
    const run = inFolder(newFolder(), withoutGateway)
    const added = await run(['profile', 'add', '--accounting', 'snelstart-local'])
    expect(added.stdout).toBe('Toegevoegd: 1  OpenCart → SnelStart Lokaal  verkooporders\n')
    expect(added.stderr).toMatch(/^Let op: .*alleen te lezen en te schrijven op de Windows-computer.*SnelStart Online/)
    const online = await run(['profile', 'remove', '--yes']).then(() => run(['profile', 'add']))
    expect(online).toMatchObject({ code: 0, stderr: '' })
  },
)

describeWith({ servers: ['mono'] }, 'with the stand-ins of SQL Server and of the Gateway', () => {
  let desktop: DesktopScene
  beforeAll(async () => {
    desktop = await startDesktop()
  })
  afterAll(() => desktop?.stop())

  test('SNEL-2 SNEL-3 lists what can be chosen, with what is set so far', async () => {
    const run = inFolder(newFolder(), withoutGateway)
    await run(['profile', 'add', '--accounting', 'snelstart-mdb'])
    const early = await run(['lists', 'administrations'])
    expect(early).toMatchObject({ code: 1, stdout: '', stderr: 'Vul eerst ‘Map van de administratie’ in.\n' })
    await run(['settings', 'set', 'accounting.folder', desktop.folder])
    const found = await run(['lists', 'administrations'])
    expect(found).toEqual({ code: 0, stdout: `De Vries & Zn. oud\n${desktop.administration}\n`, stderr: '' })
    const json = await run(['lists', 'administrations', '--json'])
    expect(jsonLines(json.stdout)).toEqual([
      { list: 'administrations', options: ['De Vries & Zn. oud', desktop.administration], note: null },
    ])
    const none = await run(['lists', 'sqlServers', '--lang', 'en'])
    expect(none).toMatchObject({ code: 1, stdout: '', stderr: 'There is nothing to choose here with SnelStart MDB.\n' })
    const wrong = await run(['lists', 'klanten'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/^Er is geen lijst ‘klanten’\. Kies een van: sqlServers, administrations/)
  })

  test('SNEL-6 SALE-6 SALE-8 sets up an SQL administration, tests both roads, and writes an order as only the desktop can', async () => {
    const folder = newFolder()
    const run = inFolder(folder, { env: { S_CONNECT_GATEWAY: desktop.gateway } })
    const set = async (settings: Readonly<Record<string, string>>) => {
      for (const [key, value] of Object.entries(settings)) {
        const { code, stderr } = await run(['settings', 'set', key, value])
        expect([key, code, stderr]).toEqual([key, 0, ''])
      }
    }
    expect(await run(['profile', 'add', '--accounting', 'snelstart-sql'])).toMatchObject({ code: 0, stderr: '' })
    await set({ 'accounting.server': desktop.address, 'accounting.sqlUser': desktop.server.user })
    await run(['settings', 'set', 'accounting.sqlPassword', '--stdin'], { input: `${desktop.server.password}\n` })
    expect((await run(['lists', 'administrations'])).stdout.split('\n')).toContain(desktop.administration)
    await set({ 'accounting.administration': desktop.administration })

    const elsewhere = await run(['test', '--accounting', '--json'], withoutGateway)
    const legs = jsonLines(elsewhere.stdout)
    expect(elsewhere.code).toBe(1)
    expect(legs.filter(({ ok }) => ok === false)).toEqual([
      expect.objectContaining({ leg: 'gatewaySystem', todo: expect.stringMatching(/Windows/) }),
    ])
    const tested = await run(['test', '--accounting'])
    expect(tested).toMatchObject({ code: 0, stderr: '' })
    expect(tested.stdout.match(/^✓ /gm)?.length).toBeGreaterThan(5)
    expect(tested.stdout).toMatch(/✓ Server\n[\s\S]*✓ Gateway: administratie openen\n/)

    await set({
      ...{ 'sales.salesTemplate': 'Webshop (incl. btw)', 'sales.recipes': 'always' },
      ...{ 'sales.shippingArticle': 'kostensoort1', 'sales.paymentArticle': 'kostensoort2' },
      ...{ 'general.startAt': '2026-03-01 00:00' },
    })
    await connectShop(folder)
    const imported = await run(['import'])
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    expect(imported.stdout).toMatch(/Gemaakt in SnelStart +1\n/)

    const [order, second] = desktop.rows('tblVerkoopOrder')
    expect(second).toBeUndefined()
    expect(order).toMatchObject({
      ...{ fldBetalingskenmerk: '4711', fldKostenBedragA: '6.0000', fldKostenBedragB: '2.0000' },
      ...{ fldVerzendNaam: 'Garage De Vries', fldVerzendContactpersoon: 'Jan de Vries', fldVerzendPlaats: 'Rotterdam' },
    })
    const customer = desktop.rows('tblRelatie').find(({ fldRelatieID }) => fldRelatieID === order?.['fldRelatieID'])
    expect(customer).toMatchObject({ fldNaam: 'Garage De Vries', fldEmail: 'jan@garage-devries.example' })
    const lines = desktop.rows('tblVerkoopOrderRegel').map(({ fldArtikelID, fldAantal }) => [fldArtikelID, fldAantal])
    expect(lines).toEqual([
      [9001, 2],
      [9002, 1],
      [2, 3],
    ])
    // Once more changes nothing.
    expect((await run(['import'])).code).toBe(0)
    expect(desktop.rows('tblVerkoopOrder')).toHaveLength(1)
  })
})

/** The shop's own part, straight into the store: that the commands fill it in is tested elsewhere. */
async function connectShop(folder: string): Promise<void> {
  const shop = await startOpenCartFake({ orders: [desktopOrder] })
  onTestFinished(shop.stop)
  const { store, clock } = openProgram(folder, { keySource: 'file' })
  const id = '1' as ProfileId
  const at = instantOf(clock())
  await store.profiles.saveSettings(id, 'shop', { transport: 'none', shopUrl: shop.url }, 'test', at)
  for (const [name, value] of Object.entries(shop.memory)) await store.secrets.set(id, `memory.${name}`, value, at)
  await store.close()
}
