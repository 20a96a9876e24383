// Screenshots of every page from the running demo, for the README and for looking at: `node scripts/screenshots.ts <folder> [names]`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Look, newContext, openPage, startBrowser } from '../test/web/browser.ts'
import { startSite } from '../test/web/site.ts'

const [folder = 'shots', only = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const looks: readonly Look[] = [
  { language: 'nl', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 1280 },
  { language: 'nl', scheme: 'light', width: 360, height: 760 },
  { language: 'nl', scheme: 'dark', width: 360, height: 760 },
]
const site = await startSite({ as: 'filled', profiles: only.includes('two') ? 2 : 1, history: true })
const browser = await startBrowser()
const orders = await site.program.store.inbox.page('1' as never, { states: ['problem', 'done'], limit: 50 })
const problem = orders.find(({ state }) => state === 'problem')
const done = orders.find(({ state }) => state === 'done')
const pages: Record<string, string> = {
  runs: '/',
  orders: '/orders',
  problem: `/orders/1/${problem?.id}`,
  done: `/orders/1/${done?.id}`,
  log: '/log',
  accounting: '/settings/1/accounting',
  shop: '/settings/1/shop',
  sales: '/settings/1/sales',
  customers: '/settings/1/customers',
  planning: '/settings/1/planning',
  general: '/settings/1/general',
  history: '/settings/1/history',
  start: '/start/plan',
}
for (const look of looks) {
  const context = await newContext(browser, look)
  const page = await openPage(context, site)
  page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text()))
  page.on('pageerror', (error) => console.log('pageerror:', error.message))
  for (const [name, path] of Object.entries(pages)) {
    if (only !== '' && !only.split(',').includes(name)) continue
    await page.goto(site.url + path)
    await page.waitForTimeout(900)
    await page.screenshot({
      path: join(folder, `${name}-${look.language}-${look.scheme}-${look.width}.png`),
      fullPage: name !== 'log',
    })
  }
  await context.close()
}
await browser.close()
await site.stop()
