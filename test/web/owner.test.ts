// What an owner does now and then: several profiles with a licence, the log as a spreadsheet, a lost key, alerts and the network.
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { issueLicence } from '../../src/runs/licence.ts'
import { cellsOf, unzip } from '../support/spreadsheet.ts'
import { findBarriersInBothSchemes } from './axe.ts'
import { hasBrowser, newContext, openPage, settle, startBrowser } from './browser.ts'
import { type Site, startSite } from './site.ts'

describe.skipIf(!hasBrowser)('the owner', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  async function visit(options: Parameters<typeof startSite>[0]) {
    const site: Site = await startSite(options)
    onTestFinished(() => site.stop())
    const context: BrowserContext = await newContext(browser)
    onTestFinished(() => context.close())
    const page: Page = await openPage(context, site)
    const go = async (path: string): Promise<void> => {
      await page.goto(site.url + path)
      await settle(page)
    }
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
    return { site, page, go, button }
  }

  test('PROF-3, PROF-4 a licence is read from a file, a second profile made and described, and both run', async () => {
    const maker = makeMaker()
    const { site, page, go, button } = await visit({ as: 'empty', licenceKey: maker.licenceKey })
    await go('/settings/1/general')
    expect(await page.getByRole('navigation', { name: 'Profielen' }).count()).toBe(0)
    await button('Nieuw profiel').click()
    await page.getByRole('button', { name: 'Profiel maken' }).click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    const chooser = page.waitForEvent('filechooser')
    await button('Licentie inlezen').click()
    await (await chooser).setFiles({ name: 'licentie.txt', mimeType: 'text/plain', buffer: Buffer.from(maker.licence) })
    await page.getByText(/Op naam van Winkel Jan/).waitFor()
    await button('Nieuw profiel').click()
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await page.getByLabel('Omschrijving').fill('Tweede winkel')
    await page.getByRole('button', { name: 'Profiel maken' }).click()
    await page
      .getByRole('navigation', { name: 'Profielen' })
      .getByRole('link', { name: /Tweede winkel/ })
      .waitFor()

    const { store } = site.program
    const [, second] = await store.profiles.list()
    const at = new Date().toISOString() as never
    for (const [part, values] of Object.entries(site.scene.settings))
      await store.profiles.saveSettings(second?.id as never, part as never, values, 'test', at)
    for (const [name, value] of Object.entries(site.scene.secrets))
      await store.secrets.set(second?.id as never, name, value, at)
    await store.profiles.saveSettings(
      '1' as never,
      'customers',
      { ...site.scene.settings.customers, recognition: 'code' },
      'test',
      at,
    )
    await go('/')
    const run = button('Nu uitvoeren')
    expect(await run.count()).toBe(2)
    for (const place of [1, 0]) await run.nth(place).click()
    for (const id of ['1', second?.id]) {
      const runs = () => store.tasks.last(id as never, 'importOrders')
      await expect.poll(async () => (await runs())?.endedAt ?? null, { timeout: 30_000 }).not.toBeNull()
      expect((await runs())?.counts.read).toBeGreaterThan(0)
    }
  })

  test('USE-3 the log is exported as it is filtered, cell by cell', async () => {
    const { site, page, go } = await visit({ as: 'filled' })
    await go('/log')
    await page.getByText('Uitgebreid', { exact: true }).click()
    await page.getByLabel('Zoeken in tekst').fill('klant')
    await expect.poll(() => page.getByRole('option').filter({ hasNotText: /klant/i }).count()).toBe(0)
    const asked = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Naar Excel' }).click()
    const bytes = readFileSync(await (await asked).path())
    const [heads, ...rows] = cellsOf(unzip(bytes).get('xl/worksheets/sheet1.xml') ?? '')
    expect(heads).toEqual(['Datum', 'Tijd', 'Profiel', 'Order', 'Niveau', 'Informatie'])
    const answer = await page.request.get(`${site.url}/api/log?level=extended&text=klant&limit=500`)
    const { entries } = (await answer.json()) as { entries: Line[] }
    expect(entries.length).toBeGreaterThan(3)
    expect(rows).toEqual(entries.map(rowOf))
  })

  test('a lost key keeps everything else: the recovery code brings the secrets back', async () => {
    const { site, page, go, button } = await visit({ as: 'filled', lostKey: true })
    await go('/')
    await page.getByText('S-Connect kan de opgeslagen sleutels en wachtwoorden niet lezen').waitFor()
    await page.getByRole('heading', { name: 'Aandacht nodig' }).waitFor()
    await go('/orders/1/1001')
    await page.getByText('Nieuwe klant: Jan de Vries', { exact: true }).waitFor()
    await button('Herstellen').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Herstelcode').fill('ABCD-EFGH')
    await dialog.getByRole('button', { name: 'Terugzetten' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await dialog.getByLabel('Herstelcode').fill(site.recoveryCode)
    await dialog.getByRole('button', { name: 'Terugzetten' }).click()
    await page.getByText('De sleutels en wachtwoorden zijn terug.').waitFor()
    await page.getByText('S-Connect kan de opgeslagen sleutels').waitFor({ state: 'detached' })
    await go('/settings/1/accounting')
    await button('Verbinding testen').click()
    await page.getByText('De verbinding is in orde.').waitFor({ timeout: 20_000 })
  })

  test('a key that is lost for good: a new one is made, its code shown, and the secrets are asked anew', async () => {
    const { site, page, go, button } = await visit({ as: 'filled', lostKey: true })
    await go('/')
    await button('Herstellen').click()
    await button('Nieuwe sleutel maken').click()
    await page.getByRole('dialog', { name: 'Bewaar deze herstelcode' }).waitFor()
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    expect(await page.locator('.recovery').textContent()).not.toBe(site.recoveryCode)
    await button('Ik heb de code bewaard').click()
    await page.getByText('S-Connect kan de opgeslagen sleutels').waitFor({ state: 'detached' })
    await go('/settings/1/accounting')
    await page.getByLabel(/^Koppelsleutel/).fill(site.scene.secrets['accounting.clientKey'] ?? '')
    const primary = site.scene.secrets['accounting.subscriptionKeyPrimary'] ?? ''
    await page.getByLabel(/^Abonnementssleutel \(primair\)/).fill(primary)
    await button('Opslaan').click()
    await page.getByText(/^Opgeslagen\./).waitFor()
    await button('Verbinding testen').click()
    await page.getByText('De verbinding is in orde.').waitFor({ timeout: 20_000 })
  })

  test('BEY-6 alerts are set on the page and tried by e-mail and webhook', async () => {
    const mail = await startMailServer()
    const hook = await startHook()
    const { page, go } = await visit({ as: 'filled' })
    await go('/settings/1/general')
    const part = page.getByRole('region', { name: 'Waarschuwingen' })
    await part.getByRole('switch', { name: 'Bericht per e-mail' }).click()
    await part.getByLabel(/^Mailserver/).fill('127.0.0.1')
    await part.getByLabel(/^Poort/).fill(String(mail.port))
    await part.getByLabel('Geen', { exact: true }).check()
    await part.getByLabel(/^Afzender/).fill('winkel@voorbeeld.example')
    await part.getByLabel(/^Aan/).fill('jan@voorbeeld.example')
    await part.getByRole('switch', { name: 'Bericht per webhook' }).click()
    await part.getByLabel(/^Adres van de webhook/).fill(hook.url)
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await part.getByRole('button', { name: 'Opslaan' }).click()
    await part.getByRole('button', { name: 'Proefbericht per e-mail' }).click()
    await expect.poll(() => mail.received.length, { timeout: 10_000 }).toBe(1)
    expect(mail.received[0]).toContain('jan@voorbeeld.example')
    await part.getByRole('button', { name: 'Proefbericht per webhook' }).click()
    await expect.poll(() => hook.received.length, { timeout: 10_000 }).toBe(1)
    expect(JSON.parse(hook.received[0] ?? '')).toBeTypeOf('object')
  })

  test('opening to the network warns about TLS first, and is kept only when that is confirmed', async () => {
    const { site, page, go } = await visit({ as: 'filled' })
    const isOpen = async () =>
      ((await site.program.store.values.get('network')) as { open?: boolean } | null)?.open === true
    await go('/settings/1/general')
    const part = page.getByRole('region', { name: 'Netwerk' })
    const ask = async () => {
      await part.getByRole('button', { name: 'Opslaan' }).click()
      return page.getByRole('dialog')
    }
    await part.getByRole('switch', { name: 'Ook openen vanaf andere apparaten in het netwerk' }).click()
    const dialog = await ask()
    await dialog.getByText(/TLS \(https\)/).waitFor()
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Annuleren' }).click()
    expect(await isOpen()).toBe(false)
    await (await ask()).getByRole('button', { name: 'Ja, openen' }).click()
    await page.getByText('Dit geldt vanaf de volgende start van S-Connect.').waitFor()
    expect(await isOpen()).toBe(true)
  })

  test('USE-2 the customer of an order is chosen on its page, by keyboard, and the explanation says who chose', async () => {
    const { site, page, go, button } = await visit({ as: 'filled' })
    const at = new Date().toISOString() as never
    await site.program.store.profiles.saveSettings(
      '1' as never,
      'sales',
      { ...site.scene.settings.sales, differenceArticle: 'BON' },
      'test',
      at,
    )
    await go('/orders/1/1009')
    await button('Kies klant').press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Klant kiezen voor order 1009' })
    await dialog.getByLabel('Zoeken').fill('hoekje')
    const found = dialog.getByLabel(/^20045 Bakkerij het Hoekje/)
    await found.waitFor()
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(1)
    await found.focus()
    await page.keyboard.press('Space')
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Deze klant' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/^Jan koos klant 20045 Bakkerij het Hoekje BV op /).waitFor()
    await page.getByText(/Gekozen door Jan: 20045/).waitFor({ timeout: 15_000 })
    await go('/')
    await button('Nu uitvoeren').click()
    const state = async () => (await site.program.store.inbox.find('1' as never, '1009'))?.state
    await expect.poll(state, { timeout: 30_000 }).toBe('done')
  })

  test('the language chosen on the page is that of the alerts as well', async () => {
    const { site, page, go, button } = await visit({ as: 'filled' })
    const kept = () => site.program.store.values.get('language')
    await go('/')
    await expect.poll(kept).toBe('nl')
    await button(/^EN/).click()
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
    await expect.poll(kept).toBe('en')
  })
})

type Line = {
  readonly at: string
  readonly order: string | null
  readonly level: string
  readonly text: { readonly nl: string }
}

const rowOf = ({ at, order, level, text }: Line): readonly string[] => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at))
  const [day = '', time = ''] = parts.split(' ')
  return [day, time, '1', order ?? '', level === 'normal' ? 'normaal' : 'uitgebreid', text.nl]
}

function makeMaker() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const licenceKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10) as never
  const licence = {
    holder: 'Winkel Jan',
    product: 's-connect',
    profiles: 2,
    kinds: [],
    issued: day(-1),
    until: day(300),
  }
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { licenceKey, licence: issueLicence(licence as never, { pem, file: 'maker.pem', licenceKey }) }
}

async function startMailServer() {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      stream.resume()
      stream.on('end', () => {
        received.push(envelope.rcptTo.map(({ address }) => address).join())
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { received, port: (server.server.address() as AddressInfo).port }
}

async function startHook() {
  const received: string[] = []
  const server = createServer(async (request, response) => {
    received.push(Buffer.concat(await Array.fromAsync(request)).toString())
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}
