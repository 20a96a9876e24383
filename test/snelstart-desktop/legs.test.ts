// SNEL-6 'Verbinding testen' on the desktop: the database and the Gateway are tested apart, leg by leg, each with what to do.
import { afterEach, expect, test } from 'vitest'
import type { TestLeg } from '../../src/core/test-leg.ts'
import { describeWith } from '../support/fixtures.ts'
import { type DesktopBench, type DesktopOptions, openDesktop } from './desktop-bench.ts'
import { sampleAdministration } from './sample.ts'

const never = new AbortController().signal
const benches: DesktopBench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop()
})

const database = ['server', 'databaseLogIn', 'tables', 'administration']
const gateway = ['gatewaySystem', 'gatewayHelper', 'gatewayLibrary', 'gatewayOpen']

async function legsOf(options: DesktopOptions, disturb: (bench: DesktopBench) => void = () => {}) {
  const bench = await openDesktop(options)
  benches.push(bench)
  disturb(bench)
  return Array.fromAsync(bench.connection.test(never))
}

/** Legs that went well, then the one that failed. */
const outcome = (legs: readonly TestLeg[]) => ({
  well: legs.filter(({ ok }) => ok).map(({ leg }) => leg),
  failed: legs.filter(({ ok }) => !ok).map(({ leg }) => leg),
})
const failedLeg = (legs: readonly TestLeg[]): TestLeg => legs.find(({ ok }) => !ok)!

describeWith({ servers: ['mono'] }, 'SNEL-6 the legs of SnelStart SQL', () => {
  test('all well: server, administration with version and customers, Gateway and SnelStart with versions', async () => {
    const legs = await legsOf({})
    expect(outcome(legs)).toEqual({ well: [...database, ...gateway], failed: [] })
    const cameBack = (leg: string) => legs.find((each) => each.leg === leg)?.cameBack.nl
    expect(cameBack('administration')).toBe('Administratie ‘Proefwinkel BV’, SnelStart 12.00, 620 klanten.')
    expect(cameBack('databaseLogIn')).toContain('SQL Server')
    expect(cameBack('gatewayLibrary')).toMatch(/^Gateway .+, SnelStart .+\.$/)
  })

  test('a wrong SQL password: the server answers, logging in fails, and the Gateway is tested all the same', async () => {
    const legs = await legsOf({ settings: { sqlPassword: 'geheim-en-fout' } })
    expect(outcome(legs)).toEqual({ well: ['server', ...gateway], failed: ['databaseLogIn'] })
    expect(JSON.stringify(legs)).not.toContain('geheim-en-fout')
  })

  test('a database that is not there: the server answers', async () => {
    const legs = await legsOf({ settings: { administration: 'Bestaat niet' } })
    expect(outcome(legs)).toMatchObject({ well: expect.arrayContaining(['server']), failed: ['databaseLogIn'] })
    expect(failedLeg(legs).cameBack.nl).toContain('Bestaat niet')
  })

  test('a server where nothing answers names the server and what to look at, and the Gateway is tested all the same', async () => {
    const legs = await legsOf({ settings: { server: '127.0.0.1,9' } })
    expect(outcome(legs)).toEqual({ well: gateway, failed: ['server'] })
    expect(failedLeg(legs)).toMatchObject({
      cameBack: { nl: expect.stringContaining('127.0.0.1') as unknown },
      todo: { nl: expect.stringContaining('TCP/IP') as unknown },
    })
  })

  test('a column that is missing is named, with the version', async () => {
    const administration = sampleAdministration().map((table) => ({
      ...table,
      columns: table.columns.filter(({ name }) => table.name !== 'tblRelatie' || name !== 'fldNaam'),
    }))
    const legs = await legsOf({ administration })
    expect(outcome(legs)).toEqual({ well: ['server', 'databaseLogIn', ...gateway], failed: ['tables'] })
    expect(failedLeg(legs).cameBack.nl).toMatch(/versie 12\.00.*tblRelatie\.fldNaam/)
  })

  test.each(['tblRelatie', 'tblVerkoopOrder', 'tblVerkoopOrderRegel', 'tblJournaalpost'])(
    'SNEL-7 a right that is missing on %s is named, before an order is written',
    async (table) => {
      const legs = await legsOf({}, ({ server }) => server.misbehaviour.denied.add(table))
      expect(outcome(legs)).toEqual({ well: ['server', 'databaseLogIn', ...gateway], failed: ['tables'] })
      expect(failedLeg(legs).cameBack.nl).toContain(`‘${table}’`)
      expect(failedLeg(legs).todo?.nl).toContain('leesrechten')
    },
  )

  test('a table that is needed only when it is used, and is not there, is not tried', async () => {
    const administration = sampleAdministration().filter(({ name }) => name !== 'tblContantbon')
    expect(outcome(await legsOf({ administration }))).toEqual({ well: [...database, ...gateway], failed: [] })
  })

  test('not Windows: said before anything is started, with Online as the way out', async () => {
    const legs = await legsOf({ system: { env: {} } })
    expect(outcome(legs)).toEqual({ well: database, failed: ['gatewaySystem'] })
    expect(failedLeg(legs).todo?.nl).toContain('SnelStart Online')
  })

  test('a helper that is another program', async () => {
    const legs = await legsOf({ system: { env: { S_CONNECT_GATEWAY: '["echo", "hallo"]' } } })
    expect(outcome(legs)).toMatchObject({ failed: ['gatewayLibrary'] })
  })

  test.each([
    ['the module Integratie is missing', { noIntegration: 'ja' }, /Integratie/],
    ['another version', { wrongVersion: '11.40' }, /versie/i],
    ['another user has it open', { otherUser: 'Piet' }, /Piet|gebruiker/],
    ['another administration', { administration: 'Iets anders' }, /administratie/i],
  ])('the Gateway does not open: %s', async (_why, settings, words) => {
    const legs = await legsOf({ rules: { settings } })
    const leg = failedLeg(legs)
    expect(outcome(legs).well).toEqual(expect.arrayContaining([...database, 'gatewaySystem', 'gatewayHelper']))
    expect(`${leg.cameBack.nl} ${leg.todo?.nl}`).toMatch(words)
    expect(leg.todo?.en).not.toBe('')
  })

  test('SNEL-4 a wrong password of the SnelStart user fails opening, and is never shown', async () => {
    const wrong = { snelStartPassword: 'nogeengeheim' }
    const legs = await legsOf({ rules: { passwords: { Beheerder: 'geheim' } }, settings: wrong })
    expect(outcome(legs)).toEqual({ well: [...database, ...gateway.slice(0, 3)], failed: ['gatewayOpen'] })
    expect(JSON.stringify(legs)).not.toContain('nogeengeheim')
  })
})
