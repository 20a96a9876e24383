// Opening an administration through the Windows helper, and everything that can be in the way. Under Mono, over the stand-in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as protocol from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { describeWith } from '../support/fixtures.ts'
import { toOpen } from './gateway/questions.ts'
import { type RawHelper, startRawHelper } from './gateway/raw-helper.ts'
import { type StandInRules, standInGateway, writeFaults, writeState } from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'

describeWith({ servers: ['mono'] }, 'opening through the Windows helper', () => {
  const seed = sampleAdministration({ customers: 1, articles: 1, stocked: 1 })
  let folder: string
  let helper: RawHelper
  const be = (rules: StandInRules): void => writeState(join(folder, 'state'), seed, rules)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sc-opening-'))
    be({})
    helper = await startRawHelper(
      protocol,
      await standInGateway({ state: join(folder, 'state'), faults: join(folder, 'faults') }),
    )
  })
  afterAll(async () => {
    await helper.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('SNEL-6 the versions are told before anything is open', async () => {
    expect(await helper.ask('gateway.versions', {})).toEqual({ gateway: '12.17.0', snelStart: '12.17' })
  })

  test('nothing is open at first', async () => {
    const error = await helper.refuse('customer.update', { code: 10_001, fields: {} })
    expect(error).toMatchObject({ kind: 'closed' })
  })

  test('SNEL-4 ‘Beheerder’ opens with an empty password, as .mdb and as SQL', async () => {
    const opened = { gateway: '12.17.0', snelStart: '12.17', administration: 'Proefwinkel BV' }
    expect(await helper.ask('gateway.open', toOpen)).toEqual(opened)
    const sql = { ...toOpen, database: 'sql', folder: '', server: '(localdb)\\snelstart', windows: true } as const
    expect(await helper.ask('gateway.open', sql)).toEqual(opened)
  })

  test('after closing nothing is open, and closing again is no error', async () => {
    await helper.ask('gateway.open', toOpen)
    expect(await helper.ask('gateway.close', {})).toEqual({})
    expect(await helper.ask('gateway.close', {})).toEqual({})
    expect(await helper.refuse('customer.update', { code: 10_001, fields: {} })).toMatchObject({ kind: 'closed' })
  })

  test.each([
    [
      'wrong password',
      { passwords: { Beheerder: 'x' } },
      {},
      'De gebruikersnaam of het wachtwoord is onjuist: Beheerder.',
    ],
    ['unknown user', {}, { user: 'Niemand' }, 'De gebruikersnaam of het wachtwoord is onjuist: Niemand.'],
    ['inactive user', {}, { user: 'oud' }, 'De gebruikersnaam of het wachtwoord is onjuist: oud.'],
    [
      'other user',
      { settings: { otherUser: 'Piet' } },
      {},
      'Een andere gebruiker heeft de administratie geopend: Piet.',
    ],
    [
      'missing module',
      { settings: { noIntegration: 'ja' } },
      {},
      'De module Integratie ontbreekt in uw licentie; neem contact op met uw beheerder – coördinatie.',
    ],
    [
      'newer version',
      { settings: { wrongVersion: '12.99' } },
      {},
      'De administratie is van een nieuwere versie van SnelStart: 12.99.',
    ],
    [
      'unknown administration',
      { settings: { administration: 'Proefwinkel BV' } },
      { administration: 'Café “Zoë”' },
      'Administratie ‘Café “Zoë”’ is niet gevonden.',
    ],
    [
      'wrong SQL password',
      { settings: { sqlPassword: 'goed' } },
      { database: 'sql', sqlUser: 'sa', sqlPassword: 'fout-geheim' },
      "Login failed for user 'sa'.",
    ],
  ] as const)('SNEL-6 %s: SnelStart’s own words come whole, and nothing is open', async (_, rules, change, text) => {
    be(rules)
    const error = await helper.refuse('gateway.open', { ...toOpen, ...change })
    expect(error).toEqual({ kind: 'refused', text, member: 'mtdGWayAdmiOpenenViaLoginSettings', code: null })
    expect(await helper.refuse('customer.update', { code: 10_001, fields: {} })).toMatchObject({ kind: 'closed' })
    be({})
    await helper.ask('gateway.open', toOpen)
  })

  test('a no without any words names the member', async () => {
    writeFaults(join(folder, 'faults'), [{ member: 'mtdGWayAdmiOpenenViaLoginSettings', do: 'false', text: '' }])
    const error = await helper.refuse('gateway.open', toOpen)
    expect(error).toMatchObject({ kind: 'refused', text: 'mtdGWayAdmiOpenenViaLoginSettings: no' })
  })
})
