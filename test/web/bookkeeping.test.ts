// A bookkeeping profile in the page: fill the matrix, save, import, look at the entry, and see that shop and books agree.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { importOrders } from '../../src/runs/import-orders.ts'
import { profileOf, withParts } from '../../src/runs/program.ts'
import { findBarriers } from './axe.ts'
import { hasBrowser, type Look, newContext, openPage, settle, startBrowser } from './browser.ts'
import { type Site, startSite } from './site.ts'

const looks: readonly Look[] = [
  { language: 'nl', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 1280 },
  { language: 'nl', scheme: 'dark', width: 360 },
]

describe.skipIf(!hasBrowser)('bookkeeping', { timeout: 120_000 }, () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await startSite({ as: 'empty', product: 'bookkeeping' })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test('FIN-2 the matrix is filled from the standard accounts, changed by keyboard, undone and saved', async () => {
    const page = await openPage(await newContext(browser), site)
    await page.goto(`${site.url}/settings/1/bookkeeping`)
    await page.getByRole('heading', { name: 'Aansluiting – Financieel' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Instellingen' }).getByText('Verkopen').count()).toBe(0)
    await page.getByRole('button', { name: 'Lijst verversen' }).click()
    const fill = page.getByRole('button', { name: 'Vul met de standaardrekeningen van SnelStart' })
    await expect.poll(() => fill.isEnabled(), { timeout: 20_000 }).toBe(true)

    await fill.click()
    await expect.poll(() => cell(page, 'Omzet Nederland, btw hoog').inputValue()).toContain('8000')
    await page.getByRole('button', { name: 'Invullen ongedaan maken' }).click()
    await expect.poll(() => cell(page, 'Omzet Nederland, btw hoog').inputValue()).toBe('')
    await fill.click()

    // An account for low VAT in a cell for high VAT: said at once, before anything is booked.
    await choose(page, 'Korting Nederland, btw hoog', '8010')
    await page.getByText('Deze rekening is in SnelStart voor een andere btw-soort.').waitFor()
    await choose(page, 'Korting Nederland, btw hoog', '8900')
    await expect.poll(() => page.getByText('voor een andere btw-soort').count()).toBe(0)
    await choose(page, 'Rekening cadeaubonnen en tegoed', '1850')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Opgeslagen').first().waitFor()
    const { settings } = await profileOf(site.program, '1' as ProfileId)
    expect(settings.bookkeeping['ledgerMatrix']).toMatchObject({
      'turnover.high.nl': '8000',
      'turnover.low.nl': '8010',
      'shipping.high.nl': '8400',
      'discount.high.nl': '8900',
    })
  })

  test('FIN-1 an order is shown with the accounts that it is booked on, and shop and books agree on what was booked', async () => {
    await importOnce(site)
    const page = await openPage(await newContext(browser), site)
    const done = (await site.program.store.inbox.page('1' as ProfileId, { limit: 100, states: ['done'] })).at(0)
    expect(done).toBeDefined()
    await page.goto(`${site.url}/orders/1/${done?.id}`)
    await page.getByText(`Verkoopboeking ${done?.number}`).waitFor()
    expect(await page.getByText('Omzet hoog (goederen)').count()).toBeGreaterThan(0)
    expect(await page.getByText('Verkoopboeking maken').count()).toBe(1)
    await page.goto(`${site.url}/check?from=2026-01-01&to=2026-12-31`)
    await page.getByRole('heading', { name: 'Periode 2026-03' }).waitFor()
    await page.getByRole('columnheader', { name: 'Verschil' }).first().waitFor()
  })

  for (const look of looks)
    test(`BEY-4 has no barriers and fits: ${look.language}, ${look.scheme}, ${look.width} px`, async () => {
      const page = await openPage(await newContext(browser, look), site)
      const done = (await site.program.store.inbox.page('1' as ProfileId, { limit: 1, states: ['done'] })).at(0)
      for (const path of [
        '/settings/1/bookkeeping',
        `/orders/1/${done?.id}`,
        '/check?from=2026-01-01&to=2026-12-31',
        '/check?from=1999-01-01&to=1999-12-31',
      ]) {
        await page.goto(site.url + path)
        await settle(page)
        expect(await findBarriers(page), path).toEqual([])
        const tooWide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(tooWide, `${path} is wider than the screen`).toBe(0)
      }
    })
})

const cell = (page: Page, name: string) =>
  page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name })).first()

async function choose(page: Page, name: string, number: string): Promise<void> {
  const input = cell(page, name)
  await input.focus()
  await input.fill(number)
  await page
    .getByRole('option', { name: new RegExp(`^${number} `) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function importOnce({ program }: Site): Promise<void> {
  const open = { signal: new AbortController().signal, progress: () => {}, at: () => {}, tuning: usualTuning }
  await withParts(program, await profileOf(program, '1' as ProfileId), open, (run) => importOrders(run))
}
