// SnelStart on the desktop, set up in the page: the kinds and what this machine can do with them, lists that fill themselves, and
// the database and the Gateway tested apart (SNEL-1 … SNEL-6). Behind it our stand-ins of SQL Server and of the Gateway.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountingKind } from '../../src/accounting/accounting.ts'
import { desktopKinds } from '../../src/accounting/snelstart-desktop/index.ts'
import { type DesktopScene, startDesktop } from '../support/desktop.ts'
import { describeWith } from '../support/fixtures.ts'
import { findBarriersInBothSchemes } from './axe.ts'
import { hasBrowser, type Look, newContext, startBrowser, usualLook } from './browser.ts'
import { startSite } from './site.ts'

describe.skipIf(!hasBrowser)('SnelStart on the desktop, in the page', { timeout: 120_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  test('SNEL-1 says by what one knows one’s kind, and where this machine cannot write, before anything is tried', async () => {
    const { page, stop } = await start(browser, onLinux)
    for (const kind of ['SnelStart SQL (Netwerk)', 'SnelStart MDB', 'SnelStart Lokaal'])
      expect(await page.getByRole('radio', { name: kind }).isEnabled()).toBe(true)
    await page.getByText('in de titelbalk').first().waitFor()
    await page.getByRole('radio', { name: 'SnelStart MDB' }).check()
    const notice = page.getByRole('status').filter({ hasText: 'alleen voor Windows' })
    await notice.waitFor()
    expect(await findBarriersInBothSchemes(page)).toEqual([])
    await notice.getByRole('button', { name: 'Kies SnelStart Online' }).click()
    expect(await page.getByRole('radio', { name: 'SnelStart Online' }).isChecked()).toBe(true)
    expect(await notice.count()).toBe(0)
    await page.getByRole('radio', { name: 'SnelStart Lokaal' }).check()
    await page.getByRole('button', { name: 'Verder' }).click()
    // Still said where the fields are, here and later under Instellingen; and the choice can be taken back.
    await page.getByRole('textbox', { name: /^Map van/ }).waitFor()
    expect(await page.getByText('Windows-computer waar SnelStart staat').count()).toBe(1)
    await page.goto(`${page.url().replace(/\/start.*/, '')}/settings/1/accounting`)
    await page.getByText('Windows-computer waar SnelStart staat').waitFor()
    await page.goto(`${page.url().replace(/\/settings.*/, '')}/start`)
    await page.getByRole('button', { name: 'Andere soort kiezen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Andere soort kiezen' }).click()
    await page.getByRole('radio', { name: 'SnelStart Online' }).waitFor()
    await stop()
  })

  test('SNEL-1 says nothing of the kind on Windows, where SnelStart runs', async () => {
    const { page, stop } = await start(browser, onWindows, { ...usualLook, language: 'en' })
    await page.getByRole('radio', { name: 'SnelStart MDB' }).check()
    await page.getByText('in the title bar').first().waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox', { name: /^Folder of/ }).waitFor()
    expect(await page.getByText('Windows only').count()).toBe(0)
    await stop()
  })

  describeWith({ servers: ['mono'] }, 'with the stand-ins of SQL Server and of the Gateway', () => {
    let desktop: DesktopScene
    beforeAll(async () => {
      desktop = await startDesktop()
    })
    afterAll(() => desktop?.stop())

    test('SNEL-2 SNEL-6 fills the list of the server that was typed, and tests database and Gateway apart', async () => {
      const { site, page, stop } = await start(browser, { ...onLinux, env: { S_CONNECT_GATEWAY: desktop.gateway } })
      await choose(page, 'SnelStart SQL (Netwerk)')
      const administration = page.getByRole('combobox', { name: 'Administratie' })
      await administration.focus()
      await noteOf(page, 'Vul eerst ‘SQL Server’ in.').waitFor()
      await page.getByRole('combobox', { name: 'SQL Server' }).fill(desktop.address)
      await page.getByRole('textbox', { name: 'SQL-gebruikersnaam' }).fill(desktop.server.user)
      await page.getByRole('textbox', { name: 'SQL-wachtwoord' }).fill('verkeerd')
      await administration.focus()
      await noteOf(page, desktop.server.user).waitFor()
      await page.getByRole('textbox', { name: 'SQL-wachtwoord' }).fill(desktop.server.password)
      await administration.focus()
      await noteOf(page, '2 gevonden').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('option', { name: 'Archief' }).waitFor()
      expect(await findBarriersInBothSchemes(page)).toEqual([])
      await page.keyboard.type('proef b')
      await page.getByRole('option', { name: 'Archief' }).waitFor({ state: 'detached' })
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await administration.inputValue()).toBe(desktop.administration)

      await saveAndTest(page)
      await page.getByText('De verbinding is in orde.').waitFor()
      const legs = await legsOf(page)
      expect(legs.filter((leg) => leg.startsWith('Gateway')).length).toBeGreaterThan(1)
      expect(legs.filter((leg) => !leg.startsWith('Gateway')).length).toBeGreaterThan(1)
      expect(legs.every((leg) => leg.includes('Gelukt'))).toBe(true)
      await page.getByText(/Administratie ‘Proefwinkel BV’/).waitFor()
      expect(await findBarriersInBothSchemes(page)).toEqual([])

      // Later, under Instellingen, with the password that is saved and never comes back to the page.
      await page.goto(`${site.url}/settings/1/accounting`)
      await administration.click()
      await page.getByRole('option', { name: 'Archief' }).click()
      expect(await administration.inputValue()).toBe('Archief')
      expect(await findBarriersInBothSchemes(page)).toEqual([])
      await stop()
    })

    test('SNEL-3 SNEL-6 finds the administrations of a folder; without Windows only the Gateway fails, and says why', async () => {
      const { page, stop } = await start(browser, onLinux)
      await choose(page, 'SnelStart MDB')
      const administration = page.getByRole('combobox', { name: 'Administratie' })
      await page.getByRole('textbox', { name: /^Map van/ }).fill(`${desktop.folder} weg`)
      await administration.focus()
      await noteOf(page, `${desktop.folder} weg`).waitFor()
      await page.getByRole('textbox', { name: /^Map van/ }).fill(desktop.folder)
      await administration.click()
      await page.getByRole('option', { name: 'De Vries & Zn. oud' }).waitFor()
      await page.getByRole('option', { name: desktop.administration }).click()
      expect(await administration.inputValue()).toBe(desktop.administration)

      await saveAndTest(page)
      await page.getByText('De verbinding is nog niet in orde.').waitFor()
      const legs = await legsOf(page)
      expect(legs.filter((leg) => leg.includes('Mislukt'))).toEqual([expect.stringMatching(/^Gateway.*Windows/s)])
      expect(await findBarriersInBothSchemes(page)).toEqual([])
      await page.getByRole('button', { name: 'Toch verdergaan' }).waitFor()
      await stop()
    })
  })
})

/** A kind, and on to its fields. */
async function choose(page: Page, kind: string): Promise<void> {
  await page.getByRole('radio', { name: kind }).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Opslaan en testen' }).waitFor()
}

const noteOf = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** Where a secret was the first one, the recovery code is shown. */
async function saveAndTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opslaan en testen' }).click()
  const kept = page.getByRole('button', { name: 'Ik heb de code bewaard' })
  await kept
    .or(page.getByText(/^De verbinding is/))
    .first()
    .waitFor()
  if (await kept.isVisible()) await kept.click()
}

const legsOf = (page: Page): Promise<readonly string[]> => page.locator('.legs > li').allInnerTexts()

type System = Parameters<typeof desktopKinds>[0]

const onLinux: System = { platform: 'linux', env: {}, bridge: 'nowhere', data: 'nowhere' }
const onWindows: System = { ...onLinux, platform: 'win32' }

/** The wizard at the choice of kinds, with the desktop's as they are on this system. */
async function start(browser: Browser, system: System, look: Look = usualLook) {
  const kinds = Object.values(desktopKinds(system)) as unknown as readonly AccountingKind[]
  const own = new Set(kinds.map(({ kind }) => kind))
  const site = await startSite({
    as: 'nothing',
    accountings: (usual) => [...usual.filter(({ kind }) => !own.has(kind)), ...kinds],
  })
  const context = await newContext(browser, look)
  const page = await context.newPage()
  await page.request.post(`${site.url}/api/setup`, { data: { password: 'een lang wachtwoord' } })
  await page.goto(`${site.url}/start`)
  await page.getByRole('radio', { name: 'SnelStart Online' }).waitFor()
  const stop = async () => {
    await context.close()
    await site.stop()
  }
  return { site, page, stop }
}
