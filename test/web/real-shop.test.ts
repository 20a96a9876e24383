// The wizard with nothing invented at the shop's side: a real OpenCart database, our file on real PHP, uploaded by FTP from
// what is typed on the page; until the first orders stand in SnelStart.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configFor } from '../../bridges/opencart/test-shop.ts'
import { describeWith, fixturesFolder } from '../support/fixtures.ts'
import { type FtpServer, startFtp } from '../support/ftp.ts'
import { type MariaDb, startMariaDb } from '../support/mariadb.ts'
import { type PhpServer, startPhp } from '../support/php.ts'
import { hasBrowser, newContext, settle, startBrowser } from './browser.ts'
import { type Site, startSite } from './site.ts'

const realDump = join(fixturesFolder, 'opencart/3.0.4.1.sql.gz')
const dump = existsSync(realDump) ? realDump : join(import.meta.dirname, '../../bridges/opencart/samples/3.0.sql')

if (hasBrowser) {
  describeWith({ servers: ['mariadb', 'php', 'vsftpd'] }, 'a real OpenCart shop', () => {
    let db: MariaDb
    let ftp: FtpServer
    let php: PhpServer
    let site: Site
    let browser: Browser
    beforeAll(async () => {
      db = await startMariaDb()
      await db.createDatabase('shop', dump)
      ftp = await startFtp({ tls: 'none' })
      writeFileSync(join(ftp.folder, 'config.php'), configFor(db, 'shop'))
      writeFileSync(join(ftp.folder, 'index.php'), "<?php define('VERSION', '3.0.4.1');")
      php = await startPhp(ftp.folder)
      site = await startSite({ as: 'nothing' })
      browser = await startBrowser()
    }, 60_000)
    afterAll(async () => {
      await browser?.close()
      await site?.stop()
      await php?.stop()
      await ftp?.stop()
      await db?.stop()
    })

    test('USE-1 the wizard leads from nothing to its first orders in SnelStart', { timeout: 120_000 }, async () => {
      const context = await newContext(browser)
      const page = await context.newPage()
      await page.goto(site.url)
      await page.getByLabel('Wachtwoord', { exact: true }).fill('een lang wachtwoord')
      await page.getByLabel('Nog een keer').fill('een lang wachtwoord')
      await page.keyboard.press('Enter')

      await page.getByRole('heading', { name: 'Uw administratie' }).waitFor()
      await press(page, 'Verder')
      await page.getByLabel(/^Koppelsleutel/).fill(site.scene.secrets['accounting.clientKey'] ?? '')
      const subscriptionKey = site.scene.secrets['accounting.subscriptionKeyPrimary'] ?? ''
      await page.getByLabel(/^Abonnementssleutel \(primair\)/).fill(subscriptionKey)
      await beAtTheSimulator(site)
      await press(page, 'Opslaan en testen')
      await press(page, 'Ik heb de code bewaard')
      await page.getByText('De verbinding is in orde.').waitFor()
      await press(page, 'Verder')

      await page.getByRole('heading', { name: 'Uw webshop' }).waitFor()
      await settle(page)
      await page.getByLabel('FTP (onversleuteld)').check()
      await page.getByLabel(/^FTP server/).fill(ftp.host)
      await page.getByLabel(/^Poort/).fill(String(ftp.port))
      await page.getByLabel(/^Gebruikersnaam/).fill(ftp.user)
      await page.getByLabel(/^Wachtwoord/).fill(ftp.password)
      await page.getByLabel(/^Map winkel/).fill(ftp.remoteFolder)
      await page.getByLabel(/^Webshop URL/).fill(php.url)
      await press(page, 'Opslaan en testen')
      await page.getByText('De verbinding is in orde.').waitFor({ timeout: 30_000 })
      expect(ours(ftp.folder)).toHaveLength(1)
      await press(page, 'Verder')

      await page.getByRole('heading', { name: 'Hoe orders worden overgenomen' }).waitFor()
      await settle(page)
      await page.getByLabel(/^Vanaf datum/).fill('2015-01-01T00:00')
      await page.getByRole('combobox', { name: /^Verkoopsjabloon/ }).fill('Factuur inclusief btw')
      await page.getByRole('combobox', { name: 'Verzendkosten', exact: true }).fill('VERZ')
      await page
        .getByRole('combobox', { name: /^Omzetgroep/ })
        .first()
        .fill('1')
      await page.keyboard.press('Tab')
      await press(page, 'Verder')

      await page.getByRole('heading', { name: 'Kijken en aanzetten' }).waitFor()
      await page.getByText(/orders? bekeken$/).waitFor({ timeout: 60_000 })
      await press(page, 'Aanzetten')
      await press(page, 'Nu uitvoeren')
      await page.getByText(/[1-9]\d* gemaakt/).waitFor({ timeout: 60_000 })

      const [made] = await site.program.store.inbox.page('1' as never, { states: ['done'], limit: 1 })
      await page.goto(`${site.url}/orders/1/${made?.id}`)
      await page.getByText(`· Verkooporder ${made?.remoteNumber}`).waitFor()
      await context.close()
    })
  })
}

const ours = (folder: string) => readdirSync(folder).filter((name) => /^s[0-9a-f]{18}$/.test(name))

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click({ timeout: 30_000 })

/** The simulator stands elsewhere than SnelStart; a user never touches these addresses. */
async function beAtTheSimulator({ program, scene }: Site): Promise<void> {
  const [profile] = await program.store.profiles.list()
  const at = new Date(program.clock()).toISOString() as never
  await program.store.profiles.saveSettings(profile?.id as never, 'accounting', scene.settings.accounting, 'test', at)
}
