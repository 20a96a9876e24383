// 'Voorraad' on the page, with a shop that takes stock behind it: what a person sees and does, on a desk and on a phone.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandFailures } from '../../src/cli/command-failures.ts'
import { instantOf } from '../../src/runs/context.ts'
import { hashPassword } from '../../src/runs/passwords.ts'
import { serveProgram } from '../../src/serve-program.ts'
import { type StockScene, startStockScene } from '../support/stock-scene.ts'
import { findBarriers } from './axe.ts'
import { hasBrowser, type Look, newContext, openPage, settle, startBrowser } from './browser.ts'
import { owner } from './site.ts'

const looks: readonly Look[] = [
  { language: 'nl', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 1280 },
  { language: 'nl', scheme: 'dark', width: 360 },
]

async function serve(scene: StockScene) {
  const { program, folder } = scene
  const passwordHash = await hashPassword(owner.password)
  const createdAt = instantOf(program.clock())
  await program.store.users.add({ id: 'user-1', name: owner.name, role: 'owner', createdAt, passwordHash })
  const run = async () => ({ code: 127, stdout: '', stderr: '' })
  return serveProgram(
    program,
    { host: null, port: 0 },
    {
      folder,
      version: '0.1.0',
      failures: commandFailures,
      machine: { platform: 'none', home: folder, env: {}, run },
      launch: { node: process.execPath, nodeFlags: [], script: '', args: [] },
      takeRecoveryCode: () => null,
      report: (error) => console.error(error),
    },
  )
}

describe.skipIf(!hasBrowser)('stock on the page', { timeout: 120_000 }, () => {
  let scene: StockScene
  let site: Awaited<ReturnType<typeof serve>>
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
    scene = await startStockScene({ realClock: true, inShop: { 'ART-2': 3, ZONDER: 1 } })
    await scene.export()
    scene.shop.sell('1001', { 'ART-1': 2 })
    site = await serve(scene)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await scene?.stop()
  })

  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(site.url + path)
    await settle(page)
  }

  for (const look of looks) {
    test(`BEY-4 has no barriers and fits: ${look.language}, ${look.scheme}, ${look.width} px`, async () => {
      const context = await newContext(browser, look)
      const page = await openPage(context, site)
      for (const path of ['/', '/stock', '/stock?text=nergens', '/settings/1/articles', '/settings/1/planning']) {
        await go(page, path)
        expect(await findBarriers(page), path).toEqual([])
        expect(await overflow(page), `${path} is wider than the screen`).toBe(0)
      }
      await go(page, '/stock')
      await page.getByRole('button', { name: look.language === 'nl' ? 'Voorbeeld' : 'Preview' }).click()
      await page
        .getByRole('dialog')
        .getByText(/10 (→|.*8)|ART-1|would|overal/)
        .first()
        .waitFor()
      expect(await findBarriers(page), 'preview').toEqual([])
      await context.close()
    })
  }

  test('STOCK-1 the task is run from the page, and what changed is found back with its reason', async () => {
    const context = await newContext(browser)
    const page = await openPage(context, site)
    await go(page, '/')
    await page.getByRole('heading', { name: 'Importeren orders + exporteren voorraad' }).waitFor()
    await page.getByText('Plant u deze taak, dan hoeft u Importeren orders niet ook te plannen.').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Voorraad' }).click()
    await page.getByText(/Artikel ZONDER .* staat niet in SnelStart/).waitFor()
    await page.getByRole('button', { name: 'Nu uitvoeren' }).click()
    const row = page.getByRole('row', { name: /ART-1/ })
    await row.waitFor({ timeout: 30_000 })
    expect(await row.textContent()).toMatch(/10.*8.*vrij 10, min 2 in SnelStart \(order \d+\)/)
    await page.getByLabel('Zoek op artikelcode of naam').fill('ART-2')
    await row.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /ART-2/ }).waitFor()
    expect(scene.shop.quantities()).toMatchObject({ 'ART-1': 8, 'ART-2': 20 })
    await context.close()
  })

  test('‘Alles vergelijken’ puts back what was changed in the shop', async () => {
    scene.shop.stock.get('key-ART-3')!.quantity = 1
    const context = await newContext(browser)
    const page = await openPage(context, site)
    await go(page, '/stock')
    await page.getByRole('button', { name: 'Alles vergelijken' }).click()
    await page.getByRole('row', { name: /ART-3/ }).waitFor({ timeout: 30_000 })
    expect(scene.shop.quantities()['ART-3']).toBe(30)
    await context.close()
  })

  test('PLAN-1 each task has its own plan', async () => {
    const context = await newContext(browser)
    const page = await openPage(context, site)
    await go(page, '/settings/1/planning')
    const form = page.getByRole('group', { name: 'Importeren orders + exporteren voorraad' })
    await form.getByRole('combobox').selectOption('1h')
    await form.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Opgeslagen').waitFor()
    const { tasks } = scene.program.store
    expect((await tasks.plan(scene.profile, 'exportStock')).interval).toBe('1h')
    expect((await tasks.plan(scene.profile, 'importOrders')).interval).toBe('off')
    await context.close()
  })
})

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
