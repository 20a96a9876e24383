// What the page shows by itself: of the service's own doing, of the command line beside it, and after a broken line.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openProgram } from '../../src/main.ts'
import { hasBrowser, newContext, openPage, settle, startBrowser } from './browser.ts'
import { startCuttableLine } from './cuttable-line.ts'
import { owner, type Site, startSite } from './site.ts'

describe.skipIf(!hasBrowser)('live events', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  beforeAll(async () => {
    browser = await startBrowser()
  })
  beforeEach(async () => {
    site = await startSite({ as: 'filled' })
    context = await newContext(browser)
  })
  afterEach(async () => {
    await context.close()
    await site.stop()
  })
  afterAll(() => browser?.close())

  const attention = (page: Page) => page.getByRole('heading', { name: 'Aandacht nodig' })

  test('what the command line changes beside the service appears without loading anew', async () => {
    const page = await openPage(context, site)
    await page.goto(site.url)
    await attention(page).waitFor()
    const other = openProgram(site.folder, { keySource: 'file' })
    const at = new Date().toISOString() as never
    await other.store.inbox.dismiss('1' as never, ['1009' as never], 'van de opdrachtregel', at)
    await attention(page).waitFor({ state: 'detached', timeout: 10_000 })
    await other.store.close()
  })

  test('a broken line is said, and what happened meanwhile is shown once it is back', async () => {
    const line = await startCuttableLine(site.url)
    const page = await context.newPage()
    const answer = await page.request.post(`${line.url}/api/session`, { data: owner })
    const { csrf } = (await answer.json()) as { csrf: string }
    const cookie = (await context.cookies(line.url)).map(({ name, value }) => `${name}=${value}`).join('; ')
    await page.goto(line.url)
    await settle(page)
    await attention(page).waitFor()
    line.cut()
    const offline = page.getByText('De verbinding met S-Connect is even weg.')
    await offline.waitFor()
    const done = await fetch(`${site.url}/api/profiles/1/orders/dismiss`, {
      method: 'POST',
      headers: { cookie, 'x-csrf': csrf, 'content-type': 'application/json' },
      body: JSON.stringify({ ids: ['1009'], reason: 'terwijl de lijn weg was' }),
    })
    expect(done.status).toBe(200)
    expect(await attention(page).count()).toBe(1)
    line.join()
    await offline.waitFor({ state: 'detached', timeout: 20_000 })
    await attention(page).waitFor({ state: 'detached', timeout: 10_000 })
    await line.stop()
  })
})
