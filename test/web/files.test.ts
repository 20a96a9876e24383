// SHOP-6 on the page: a file is tried with the mapping, given, and becomes orders at the next import.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProfileId } from '../../src/core/ids.ts'
import { profileOf } from '../../src/runs/program.ts'
import { generateOrder as generateMyShopOrder, toOrdersXml } from '../../src/shops/myshop/fake.ts'
import { generateOrder, toXml } from '../../src/shops/shopfactory/fake.ts'
import { newFolder } from '../command-line/scene.ts'
import { findBarriers } from './axe.ts'
import { hasBrowser, newContext, openPage, settle, startBrowser, usualLook } from './browser.ts'
import { type Site, startSite } from './site.ts'

const id = '1' as ProfileId

/** The site's profile, but of a shop that is read by a mapping. */
async function readByMapping({ program }: Site, shopKind: 'shopfactory' | 'myshop'): Promise<void> {
  const { store } = program
  const profile = await profileOf(program, id)
  const names = (await store.secrets.list(id)).map(({ name }) => name)
  const secrets = await Promise.all(names.map(async (name) => [name, await store.secrets.get(id, name)] as const))
  await store.profiles.remove(id)
  const settings = { ...profile.settings, shop: {}, general: { startAtNumber: '1' } }
  await store.profiles.add({ ...profile, shopKind, settings })
  for (const [name, value] of secrets) await store.secrets.set(id, name, value, profile.createdAt)
}

describe.skipIf(!hasBrowser)('a shop that is read from files', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  test.each(['light', 'dark'] as const)(
    'a file is tried, given and imported, without barriers (%s)',
    async (scheme) => {
      const site = await startSite({ as: 'empty' })
      await readByMapping(site, 'shopfactory')
      const context = await newContext(browser, { ...usualLook, scheme, width: 360 })
      const page = await openPage(context, site)
      const file = join(newFolder(), 'mei.xml')
      const broken = toXml([1, 2, 3].map(generateOrder)).replace('total="46.20"', 'total="47.20"')
      writeFileSync(file, broken)
      const choose = async (name: string): Promise<void> => {
        const chooser = page.waitForEvent('filechooser')
        await page.getByRole('button', { name, exact: true }).click()
        await (await chooser).setFiles(file)
      }

      await page.goto(`${site.url}/settings/1/shop`)
      await settle(page)
      await choose('Bestand proberen')
      await page.getByText('3 orders in dit bestand.').waitFor()
      await page.getByRole('row', { name: /^2 .*Totaal wijkt € 1,00 af/ }).waitFor()
      await page.getByText(/gegevens werden niet gebruikt/).click()
      await page.getByText('basket/shipinfo/@region').waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)

      await choose('Bestand inlezen')
      await page.getByText('mei.xml staat klaar voor de volgende import.').waitFor()
      await page.getByRole('button', { name: 'mei.xml verwijderen' }).waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.goto(site.url)
      await page.getByRole('button', { name: 'Nu uitvoeren' }).click()
      await expect
        .poll(async () => (await site.program.store.inbox.counts(id)).done, { timeout: 20_000 })
        .toBeGreaterThanOrEqual(2)
      await context.close()
      await site.stop()
    },
  )

  test('SHOP-4 a shop that gives no files has its export tried all the same, and takes none', async () => {
    const site = await startSite({ as: 'empty' })
    await readByMapping(site, 'myshop')
    const context = await newContext(browser, usualLook)
    const page = await openPage(context, site)
    const file = join(newFolder(), 'export.xml')
    const orders = [1, 2].map(generateMyShopOrder)
    writeFileSync(file, toOrdersXml('1234500', orders, { dialect: 'named', mixed: true }))
    await page.goto(`${site.url}/settings/1/shop`)
    await settle(page)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Bestand proberen', exact: true }).click()
    await (await chooser).setFiles(file)
    await page.getByText('2 orders in dit bestand.').waitFor()
    await page.getByRole('row', { name: /^1 .*Núñez.*Klopt/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Bestand inlezen' }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await context.close()
    await site.stop()
  })
})
