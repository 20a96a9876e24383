// Debian's Chromium, without the connections that it would open by itself.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { owner, type Site } from './site.ts'

const executablePath = process.env['S_CONNECT_CHROMIUM'] ?? '/usr/bin/chromium'

export const hasBrowser = existsSync(executablePath)

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Look = {
  readonly language: 'nl' | 'en'
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly height?: number
}

export const usualLook: Look = { language: 'nl', scheme: 'light', width: 1280 }

export function newContext(browser: Browser, look: Look = usualLook): Promise<BrowserContext> {
  return browser.newContext({
    locale: look.language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    viewport: { width: look.width, height: look.height ?? 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
}

/** A page that is logged in, without going through the form. */
export async function openPage(
  context: BrowserContext,
  site: Pick<Site, 'url'>,
  name: string = owner.name,
): Promise<Page> {
  const page = await context.newPage()
  await page.request.post(`${site.url}/api/session`, { data: { name, password: owner.password } })
  return page
}

/** Waits until nothing is being loaded any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.getByRole('status', { name: /^(Bezig met laden|Loading)$/ }).waitFor({ state: 'detached' })
}
