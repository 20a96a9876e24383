// ART: the articles of the shop, kept the same in SnelStart without an order. The shop is a list in memory with the shape of a real
// one; SnelStart is the simulator.
import { afterEach, describe, expect, test } from 'vitest'
import { type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import { tellLog } from '../core/messages.ts'
import { decimal } from '../core/money.ts'
import type { ShopArticle } from '../shops/shop.ts'
import { instantOf, usualTuning } from './context.ts'
import { type OpenParts, profileOf, withParts } from './program.ts'
import { previewArticles, type SyncResult, syncArticles } from './sync-articles.ts'

let scene: Scene
let changed: ShopArticle[] = []
/** What happens in SnelStart after S-Connect read it and before it writes. */
let whileReading = async (): Promise<void> => {}
afterEach(async () => {
  changed = []
  whileReading = async () => {}
  await scene.stop()
})

const shopArticle = (code: string | null, more: Partial<ShopArticle> = {}): ShopArticle => ({
  ...{ key: code ?? 'none', code, alternativeCodes: {}, name: `Artikel ${code}`, active: true },
  ...{ priceExcl: decimal('10'), priceIncl: decimal('12.1'), vatPercent: decimal('21') },
  changedAt: instantOf(Date.UTC(2026, 2, 1)),
  ...more,
})

const open: OpenParts = {
  signal: new AbortController().signal,
  progress: () => {},
  at: () => {},
  tuning: usualTuning,
}

/** Cursors that the shop was asked to go on from. */
const asked: (string | null)[] = []

const withShop = async <Result>(
  work: (parts: Parameters<typeof syncArticles>[0]) => Promise<Result>,
): Promise<Result> =>
  withParts(scene.program, await profileOf(scene.program, scene.profile), open, (parts) =>
    work({
      ...parts,
      shop: {
        ...parts.shop,
        readArticles: async function* (from) {
          asked.push(from)
          await whileReading()
          const begin = from === null ? 0 : Number(from)
          for (let place = begin; place < changed.length; place += 2)
            yield { articles: changed.slice(place, place + 2), cursor: String(Math.min(place + 2, changed.length)) }
        },
      },
    }),
  )

const sync = (): Promise<SyncResult> => withShop(syncArticles)

const begin = async (articles: object, seed: object = {}): Promise<void> => {
  asked.length = 0
  scene = await startScene({
    simulator: { seed: { artikelen: [seedArticle('MOK', 'Mok', 1, '10.00')], ...seed } },
    settings: { articles: { revenueGroup: '1', revenueGroupLow: '2', revenueGroupNone: '3', ...articles } },
  })
}

const held = (): readonly string[] =>
  scene.simulator
    .state()
    .artikelen.map((each) => `${each.artikelcode}: ${each.omschrijving}, ${Number(each.verkoopprijs).toFixed(2)}`)
    .toSorted()

const told = async (): Promise<readonly string[]> =>
  (await scene.log())
    .filter(({ code }) => code.startsWith('articles.') && code !== 'articles.end')
    .map(({ code }) => code)

describe('ART-3 by the choice of handling', () => {
  test('add: missing articles are made, existing ones stay as they are', async () => {
    await begin({})
    changed = [shopArticle('MOK', { name: 'Grote mok', priceExcl: decimal('12') }), shopArticle('KAN')]
    expect((await sync()).counts).toMatchObject({ read: 2, made: 1, updated: 0, same: 1 })
    expect(held()).toEqual(['KAN: Artikel KAN, 10.00', 'MOK: Mok, 10.00'])
  })

  test('add and update: description and price too, where they differ', async () => {
    await begin({ articleHandling: 'addAndUpdate' })
    changed = [shopArticle('MOK', { name: 'Grote mok', priceExcl: decimal('12.34'), priceIncl: decimal('14.9314') })]
    expect((await sync()).counts).toMatchObject({ updated: 1 })
    expect(held()).toEqual(['MOK: Grote mok, 12.34'])
    changed.push(changed[0] as ShopArticle)
    expect((await sync()).counts).toMatchObject({ read: 1, updated: 0, same: 1 })
  })

  test('the price is in the administration’s own way and decimals, also where the shop tells only the other', async () => {
    await begin({ articleHandling: 'addAndUpdate' }, { companyInfo: { verkoopprijsArtikelbestandExclusiefBtw: false } })
    changed = [shopArticle('KAN', { priceExcl: decimal('9.9999'), priceIncl: null })]
    await sync()
    expect(held()).toContain('KAN: Artikel KAN, 12.10')
  })

  test('a shop that tells no price changes none', async () => {
    await begin({ articleHandling: 'addAndUpdate' })
    changed = [shopArticle('MOK', { name: 'Mok', priceExcl: null, priceIncl: null, vatPercent: null })]
    await sync()
    expect(held()).toEqual(['MOK: Mok, 10.00'])
  })

  test('manual: only tells what is missing, once', async () => {
    await begin({ articleHandling: 'manual' })
    changed = [shopArticle('KAN')]
    expect((await sync()).counts).toMatchObject({ missing: 1, made: 0 })
    changed.push(shopArticle('KAN'))
    await sync()
    expect(await told()).toEqual(['articles.missing'])
    expect(held()).toEqual(['MOK: Mok, 10.00'])
  })
})

describe('what cannot be made is told once, and stops nothing', () => {
  test('double codes', async () => {
    await begin({})
    changed = [shopArticle('KAN'), shopArticle('kan', { key: 'other', name: 'Andere kan' }), shopArticle('POT')]
    expect((await sync()).counts).toMatchObject({ made: 2, problems: 1 })
    changed.push(...changed)
    await sync()
    expect(await told()).toEqual(['articles.double'])
  })

  test('no code, too long a code, and a code that is not numeric', async () => {
    await begin({}, { companyInfo: { artikelcodeSoort: 'Numeriek', artikelcodeMaxLengte: 4 } })
    changed = [shopArticle(null), shopArticle('12345'), shopArticle('KAN'), shopArticle('1234')]
    expect((await sync()).counts).toMatchObject({ made: 1, problems: 3 })
    expect(await told()).toEqual(['articles.noCode', 'articles.codeTooLong', 'articles.codeNotNumeric'])
  })

  test('an article that SnelStart refuses', async () => {
    await begin({})
    scene.fault('POST artikelen', { status: 400, body: [{ errorCode: 'ART-0013', message: 'Dat mag niet.' }] })
    changed = [shopArticle('KAN'), shopArticle('POT')]
    expect((await sync()).counts).toMatchObject({ made: 1, problems: 1 })
    expect(await told()).toEqual(['articles.refused'])
    const line = (await scene.log()).find(({ code }) => code === 'articles.refused')
    expect(tellLog('articles.refused', line?.data ?? {}, 'nl')).toContain('Dat mag niet.')
  })

  test('an update that SnelStart refuses', async () => {
    await begin({ articleHandling: 'addAndUpdate' })
    scene.fault('PUT artikelen', { status: 400, body: [{ errorCode: 'ART-0013', message: 'Dat mag niet.' }] })
    changed = [shopArticle('MOK', { name: 'Grote mok' }), shopArticle('POT')]
    expect((await sync()).counts).toMatchObject({ made: 1, updated: 0, problems: 1 })
  })
})

describe('BEY-1 each article once, whatever happens', () => {
  test('the cursor is the articles’ own, and goes on where the last page ended', async () => {
    await begin({})
    changed = [shopArticle('A'), shopArticle('B'), shopArticle('C')]
    await sync()
    await sync()
    expect(asked).toEqual([null, '3'])
    expect((await scene.program.store.inbox.cursor(scene.profile)).cursor).toBeNull()
  })

  test('an answer that is lost after SnelStart made it: it is found back by its code', async () => {
    await begin({})
    scene.fault('POST artikelen', { cutAfterCommit: true })
    changed = [shopArticle('KAN')]
    expect(await sync()).toMatchObject({ stoppedBy: null, counts: { made: 1 } })
    expect(held()).toEqual(['KAN: Artikel KAN, 10.00', 'MOK: Mok, 10.00'])
  })

  test('a request that is lost stays in doubt: the run stops, and the next one reads it again', async () => {
    await begin({})
    scene.fault('POST artikelen', { cutBefore: true })
    changed = [shopArticle('KAN'), shopArticle('POT'), shopArticle('VAAS')]
    expect((await sync()).stoppedBy).not.toBeNull()
    expect((await sync()).stoppedBy).toBeNull()
    expect(held().filter((line) => !line.startsWith('MOK'))).toHaveLength(3)
    expect(asked).toEqual([null, null])
  })

  test('one that somebody typed in meanwhile is taken as it is (ART-0005)', async () => {
    await begin({})
    changed = [shopArticle('KAN')]
    whileReading = () => scene.typeIn({ artikelen: [seedArticle('KAN', 'Kan van de zaak', 1, '8.00')] })
    expect(await sync()).toMatchObject({ stoppedBy: null })
    expect(held()).toEqual(['KAN: Kan van de zaak, 8.00', 'MOK: Mok, 10.00'])
  })

  test('BEY-2 the preview tells the same and changes nothing', async () => {
    await begin({})
    changed = [shopArticle('KAN'), shopArticle('MOK'), shopArticle(null)]
    const shown: string[] = []
    const counts = await withShop((parts) => previewArticles(parts, ({ decision }) => shown.push(decision.kind)))
    expect(shown).toEqual(['plan', 'same', 'same'])
    expect(counts).toMatchObject({ read: 3, made: 1, same: 1, problems: 1 })
    expect(scene.writes()).toEqual([])
    expect((await sync()).counts).toEqual(counts)
  })

  test('a shop that cannot tell its articles says so', async () => {
    await begin({})
    const profile = await profileOf(scene.program, scene.profile)
    await expect(withParts(scene.program, profile, open, syncArticles)).rejects.toMatchObject({
      code: 'articles.notSupported',
    })
  })
})
