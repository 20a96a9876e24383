// Every page as people with other eyes, hands and screens meet it: both languages, both colour schemes, desk and phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers, findBarriersInBothSchemes } from './axe.ts'
import { hasBrowser, type Look, newContext, openPage, settle, startBrowser } from './browser.ts'
import { type Site, startSite } from './site.ts'

const looks: readonly Look[] = [
  { language: 'nl', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 1280 },
  { language: 'nl', scheme: 'dark', width: 360 },
]

const paths = [
  '/',
  '/orders',
  '/orders?text=nergens',
  '/orders/1/1009',
  '/orders/1/1001',
  '/check',
  '/log',
  '/settings/1/accounting',
  '/settings/1/shop',
  '/settings/1/sales',
  '/settings/1/articles',
  '/settings/1/customers',
  '/settings/1/planning',
  '/settings/1/general',
  '/settings/1/history',
  '/start/accounting',
  '/start/writing',
  '/start/plan',
  '/no-such-page',
]

describe.skipIf(!hasBrowser)('every page', { timeout: 120_000 }, () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite({ as: 'filled', history: true })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  for (const look of looks) {
    test(`BEY-4 has no barriers, fits and says nothing in the console: ${look.language}, ${look.scheme}, ${look.width} px`, async () => {
      const context = await newContext(browser, look)
      const page = await openPage(context, site)
      const said: string[] = []
      page.on('console', (message) => message.type() === 'error' && said.push(`${page.url()} ${message.text()}`))
      page.on('pageerror', (error) => said.push(`${page.url()} ${error.message}`))
      for (const path of paths) {
        await page.goto(site.url + path)
        await settle(page)
        expect(await findBarriers(page), path).toEqual([])
        expect(await overflow(page), `${path} is wider than the screen`).toBe(0)
        expect(await page.locator('h1').count(), `${path} has one heading of the first level`).toBe(1)
        expect(await page.getAttribute('html', 'lang')).toBe(look.language)
      }
      expect(said).toEqual([])
      await context.close()
    })
  }

  test.each(['light', 'dark'] as const)('BEY-4 has no barriers in dialogs and menus: %s', async (scheme) => {
    const context = await newContext(browser, { language: 'nl', scheme, width: 1280 })
    const page = await openPage(context, site)
    const openers: readonly (readonly [path: string, button: string, item?: string])[] = [
      ['/', 'Afhandelen'],
      ['/', 'Account van Jan'],
      ['/', 'Account van Jan', 'Wachtwoord wijzigen'],
      ['/', 'Voorbeeld'],
      ['/', 'Als tabel'],
      ['/log', 'Wissen'],
      ['/log', 'Menu voor de lijst'],
      ['/settings/1/general', 'Gebruiker toevoegen'],
      ['/settings/1/general', 'Nieuw profiel'],
      ['/orders/1/1009', 'Kies klant'],
      ['/orders/1/1009', 'Afhandelen'],
      ['/orders/1/1009', 'Toon ruwe gegevens'],
    ]
    for (const [path, name, item] of openers) {
      await page.goto(site.url + path)
      await settle(page)
      // The choice between chart and table is a radio behind its own text.
      const opener = name === 'Als tabel' ? page.getByText(name) : page.getByRole('button', { name, exact: true })
      await opener.first().click()
      if (item !== undefined) await page.getByRole('menuitem', { name: item }).click()
      await settle(page)
      expect(await findBarriers(page), `${path} ${name} ${item ?? ''}`).toEqual([])
    }
    await context.close()
  })

  test('BEY-4 has no barriers where something is about to be lost, in both schemes', async () => {
    const several = await startSite({ as: 'empty', profiles: 2, bookkeeper: 'Bea' })
    const context = await newContext(browser)
    const page = await openPage(context, several)
    const go = async (path: string): Promise<void> => {
      await page.goto(several.url + path)
      await settle(page)
    }
    const check = async (title: RegExp): Promise<void> => {
      await page.getByRole('dialog', { name: title }).waitFor()
      await settle(page)
      expect(await findBarriersInBothSchemes(page), String(title)).toEqual([])
    }
    await go('/settings/1/general')
    await page.getByRole('button', { name: 'Gebruiker Bea verwijderen' }).click()
    await check(/Gebruiker Bea verwijderen/)
    await go('/settings/1/customers')
    await page.getByRole('button', { name: 'Profiel verwijderen' }).click()
    await check(/Profiel .* verwijderen/)
    await go('/settings/1/customers')
    await page.getByLabel('Standaard betalingstermijn (dagen)').fill('21')
    await page.getByRole('link', { name: 'Uitvoering' }).click()
    await check(/niet opgeslagen|Niet opgeslagen/)
    await context.close()
    await several.stop()
  })

  test.each(['light', 'dark'] as const)(
    'the log-in has no barriers and says in words what is wrong: %s',
    async (scheme) => {
      const context = await newContext(browser, { language: 'nl', scheme, width: 360 })
      const page = await context.newPage()
      await page.goto(site.url)
      await page.getByLabel('Naam').fill('Jan')
      await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het goede')
      await page.getByRole('button', { name: 'Aanmelden' }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').textContent()).toMatch(/wachtwoord/i)
      expect(await findBarriers(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await context.close()
    },
  )
})

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
