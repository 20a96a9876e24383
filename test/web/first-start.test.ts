// The wizard (USE-1): from nothing to the first order in SnelStart, by someone who only has a browser and a keyboard.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { hasBrowser, newContext, settle, startBrowser } from './browser.ts'
import { type Site, startSite } from './site.ts'

describe.skipIf(!hasBrowser)('first start', { timeout: 120_000 }, () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite({ as: 'nothing' })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test('USE-1 leads by keyboard alone from the password to the first order made', async () => {
    const context = await newContext(browser)
    const page = await context.newPage()
    await page.goto(site.url)

    await heading(page, 'Kies een wachtwoord')
    await type(page, 'Wachtwoord', 'een lang wachtwoord')
    await type(page, 'Nog een keer', 'een lang wachtwoord')
    await page.keyboard.press('Enter')

    await heading(page, 'Uw administratie')
    await page.getByRole('radio', { name: 'Verkooporders' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await press(page, 'Verder')
    await page
      .getByLabel(/^Koppelsleutel/)
      .first()
      .waitFor()
    expect(await findBarriers(page)).toEqual([])
    await type(page, /^Koppelsleutel/, site.scene.secrets['accounting.clientKey'] ?? '')
    await type(page, /^Abonnementssleutel \(primair\)/, site.scene.secrets['accounting.subscriptionKeyPrimary'] ?? '')
    await beAtTheDemo(site)
    await press(page, 'Opslaan en testen')
    await page.getByRole('dialog', { name: 'Bewaar deze herstelcode' }).waitFor()
    await press(page, 'Ik heb de code bewaard')
    await page.getByText('De verbinding is in orde.').waitFor()
    expect(await page.getByText('Voorbeeldwinkel B.V.').count()).toBeGreaterThan(0)
    await press(page, 'Verder')

    await heading(page, 'Uw webshop')
    await beAtTheShop(site)
    await page.reload()
    await heading(page, 'Uw webshop')
    await settle(page)
    await press(page, 'Opslaan en testen')
    await page.getByText('De verbinding is in orde.').waitFor({ timeout: 30_000 })
    await press(page, 'Verder')

    await heading(page, 'Hoe orders worden overgenomen')
    await settle(page)
    await type(page, /^Vanaf datum/, '2026-03-01T00:00')
    await type(page, /^Verkoopsjabloon/, 'Factuur inclusief btw')
    await type(page, 'Verzendkosten', 'VERZ')
    await type(page, 'Omzetgroep', '1')
    expect(await findBarriers(page)).toEqual([])
    await press(page, 'Verder')

    await heading(page, 'Kijken en aanzetten')
    await page.getByText(/orders? bekeken$/).waitFor({ timeout: 60_000 })
    expect(await findBarriers(page)).toEqual([])
    await press(page, 'Aanzetten')

    await page.getByRole('heading', { name: 'Taken' }).waitFor()
    await press(page, 'Nu uitvoeren')
    await page.getByText(/[1-9]\d* gemaakt/).waitFor({ timeout: 60_000 })
    await context.close()
  })

  test('USE-1 can be left and found back where it was', async () => {
    const fresh = await startSite({ as: 'nothing' })
    const context = await newContext(browser)
    const page = await context.newPage()
    await page.goto(`${fresh.url}/orders`)
    await heading(page, 'Kies een wachtwoord')
    await type(page, 'Wachtwoord', 'een lang wachtwoord')
    await type(page, 'Nog een keer', 'een lang wachtwoord')
    await page.keyboard.press('Enter')
    await heading(page, 'Uw administratie')
    await press(page, 'Verder')
    await page
      .getByLabel(/^Koppelsleutel/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Later verdergaan' }).click()
    await page.getByRole('link', { name: 'Instellen afmaken' }).first().click()
    await heading(page, 'Uw administratie')
    await context.close()
    await fresh.stop()
  })
})

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name }).waitFor()

/** Goes to the field as Tab would, and types. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = typeof label === 'string' ? page.getByLabel(label, { exact: true }) : page.getByLabel(label)
  await field.first().focus()
  await field.first().fill(text)
  await page.keyboard.press('Tab')
}

/** A button pressed with the keyboard, once it can be. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first()
  await button.waitFor()
  await expect.poll(() => button.isEnabled(), { timeout: 10_000 }).toBe(true)
  await button.focus()
  await page.keyboard.press('Enter')
}

/** The simulator stands elsewhere than SnelStart; a user never touches these addresses. */
async function beAtTheDemo({ program, scene }: Site): Promise<void> {
  const [profile] = await program.store.profiles.list()
  const at = new Date(program.clock()).toISOString() as never
  await program.store.profiles.saveSettings(profile?.id as never, 'accounting', scene.settings.accounting, 'test', at)
}

/** The demo's shop is found without FTP: its endpoint is there already. */
async function beAtTheShop({ program, scene }: Site): Promise<void> {
  const [profile] = await program.store.profiles.list()
  const at = new Date(program.clock()).toISOString() as never
  await program.store.profiles.saveSettings(profile?.id as never, 'shop', scene.settings.shop, 'test', at)
  for (const [name, value] of Object.entries(scene.secrets))
    if (name.startsWith('memory.')) await program.store.secrets.set(profile?.id as never, name, value, at)
}
