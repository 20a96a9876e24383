// A working day on the page: solving what waits, looking things up, changing settings; and what a bookkeeper may not.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser, newContext, openPage, settle, startBrowser, usualLook } from './browser.ts'
import { type Site, startSite } from './site.ts'

describe.skipIf(!hasBrowser)('a working day', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    browser = await startBrowser()
  })
  beforeEach(async () => {
    site = await startSite({ as: 'filled', bookkeeper: 'Bea' })
    context = await newContext(browser)
    page = await openPage(context, site)
  })
  afterEach(async () => {
    await context.close()
    await site.stop()
  })
  afterAll(() => browser?.close())

  const go = async (path: string): Promise<void> => {
    await page.goto(site.url + path)
    await settle(page)
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const stateOf = async (number: string) => (await site.program.store.inbox.find('1' as never, number))?.state

  test('USE-2 an order that waits is solved by changing the setting that its message leads to', async () => {
    await go('/')
    await page.getByRole('link', { name: 'Naar instelling' }).click()
    const field = page.getByRole('combobox', { name: 'Verschil ordertotaal' })
    await field.waitFor()
    await expect.poll(() => page.evaluate<string>('document.activeElement.getAttribute("role")')).toBe('combobox')
    await field.fill('BON')
    await page.keyboard.press('Tab')
    await button('Opslaan').click()
    await page.getByText('Opgeslagen. Orders die hierop wachtten zijn opnieuw beoordeeld.').waitFor()
    await page.getByRole('link', { name: 'Uitvoering' }).click()
    await button('Nu uitvoeren').click()
    await expect.poll(() => stateOf('1009'), { timeout: 30_000 }).toBe('done')
    await page.getByRole('heading', { name: 'Aandacht nodig' }).waitFor({ state: 'detached' })
  })

  test('BEY-1 an order is dismissed only with a reason, and can be found back with it', async () => {
    await go('/')
    await button('Afhandelen').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Afhandelen' }).click()
    await dialog.getByText('Vul in waarom deze order niet gemaakt hoeft te worden.').waitFor()
    await dialog.getByLabel('Reden').fill('Proefbestelling')
    await dialog.getByRole('button', { name: 'Afhandelen' }).click()
    await expect.poll(() => stateOf('1009')).toBe('dismissed')
    await go('/orders/1/1009')
    await page.getByText('Afgehandeld: Proefbestelling').waitFor()
  })

  test('the order page shows both sides and why this customer', async () => {
    await go('/orders/1/1001')
    const row = page.getByRole('row', { name: /ART-0001/ })
    expect(await row.getByText('ART-0001').count()).toBe(2)
    await page.getByText('Nieuwe klant: Jan de Vries', { exact: true }).waitFor()
    await button('Toon ruwe gegevens').click()
    await page.getByText('"order_id"').first().waitFor()
  })

  test('USE-3 lines of the log are chosen by keyboard and copied as text', async () => {
    await go('/log')
    await page.getByRole('listbox').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    await page.getByText('2 regels gekopieerd').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied.split('\n')).toHaveLength(2)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Uitgebreid' }).click()
    await page.getByText('Importeren orders is begonnen.').waitFor()
    await page.getByLabel('Ordernummer').fill('1012')
    await expect.poll(() => page.getByRole('option').filter({ hasText: '1001' }).count()).toBe(0)
  })

  test('settings are checked while typing, and leaving with changes asks first', async () => {
    await go('/settings/1/customers')
    const term = page.getByLabel('Standaard betalingstermijn (dagen)')
    await term.fill('5000')
    await page.getByText('Vul een getal in van 0 tot en met 1000.').waitFor()
    expect(await button('Opslaan').isEnabled()).toBe(false)
    await term.fill('30')
    await page.getByRole('link', { name: 'Aansluiting – Artikelen' }).click()
    await page.getByRole('link', { name: 'Uitvoering' }).click()
    await button('Hier blijven').click()
    await page.getByRole('link', { name: 'Aansluiting – Klanten' }).click()
    expect(await term.inputValue()).toBe('30')
    await button('Opslaan').click()
    await page.getByText(/^Opgeslagen\./).waitFor()
    await page.getByRole('link', { name: 'Gewijzigd' }).click()
    await page.getByText('was 14, is nu 30').waitFor()
  })

  test('a secret is never sent back to the page', async () => {
    const seen: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.url().includes('/api/') && !response.url().endsWith('/events'))
        seen.push(response.text().catch(() => ''))
    })
    for (const tab of ['accounting', 'shop', 'history', 'general']) await go(`/settings/1/${tab}`)
    const key = site.scene.secrets['accounting.clientKey'] as string
    expect((await Promise.all(seen)).filter((text) => text.includes(key))).toEqual([])
    await go('/settings/1/accounting')
    await page
      .getByText(/^ingesteld op /)
      .first()
      .waitFor()
  })

  test('a bookkeeper sees everything and finds nothing to change', async () => {
    const theirs = await newContext(browser)
    page = await openPage(theirs, site, 'Bea')
    await go('/')
    await page.getByText('U kijkt mee als boekhouder').waitFor()
    expect(await button(/Nu uitvoeren|Opnieuw|Afhandelen/).count()).toBe(0)
    await go('/settings/1/sales')
    expect(await page.getByRole('combobox', { name: 'Verzendkosten' }).isDisabled()).toBe(true)
    await theirs.close()
  })

  test('BEY-4 speaks the browser’s language, and the other one when asked', async () => {
    const english = await newContext(browser, { ...usualLook, language: 'en' })
    page = await openPage(english, site)
    await go('/')
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
    await button(/^NL/).click()
    await page.getByRole('heading', { name: 'Aandacht nodig' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Aandacht nodig' }).waitFor()
    await english.close()
  })
})
