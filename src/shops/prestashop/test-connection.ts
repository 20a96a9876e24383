// 'Verbinding testen' for a PrestaShop shop (SHOP-9): address, module or web service, key, orders, stock. A leg that fails ends
// the test: those behind it would only repeat its reason.
import { Failure } from '../../core/failures.ts'
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import type { Text } from '../../core/text.ts'
import type { ShopEnvironment } from '../shop.ts'
import { toShopUrl } from './address-of-shop.ts'
import { nowOf } from './cursor.ts'
import { toZone, wallBefore } from './dates.ts'
import { prestaShopProblems } from './problems.ts'
import type { PrestaShopSettings } from './settings.ts'
import type { ShopSource } from './source.ts'
import type { Identity } from './wire.ts'

type Parts = {
  readonly settings: PrestaShopSettings
  readonly environment: ShopEnvironment
  /** A function, since a wrong address is the first leg's to tell. */
  readonly open: () => ShopSource
}

const text = (nl: string, en: string): Text => ({ nl, en })

/** Never throws for what the shop does wrong. */
export const testConnection = (parts: Parts, signal: AbortSignal): AsyncGenerator<TestLeg> =>
  tryLegs(steps(parts, signal), prestaShopProblems, signal)

/** Failures by which the shop and our door in it were reached, but not with the right key. */
const keyProblems = [
  ...['noToken', 'tokenShape', 'moduleNoKey', 'wrongKey', 'clock', 'replayed', 'answerSignature'],
  ...['noApiKey', 'apiKeyShape', 'apiKeyWrong', 'apiKeyDropped', 'apiRight'],
].map((name) => `prestashop.${name}`)
const doorProblems = ['moduleMissing', 'moduleDisabled', 'oldModule', 'multishopAll', 'moduleFailed', 'apiOff'].map(
  (name) => `prestashop.${name}`,
)

function steps({ settings, environment, open }: Parts, signal: AbortSignal): readonly LegStep[] {
  let asked: Promise<Identity> | null = null
  const identify = async (notYet: readonly string[]): Promise<Identity | null> => {
    asked ??= open().identify(signal)
    return await asked.catch((error: unknown) => {
      if (error instanceof Failure && notYet.includes(error.code)) return null
      throw error
    })
  }
  const reached = {
    leg: 'url',
    title: text('De webshop bereiken', 'Reach the webshop'),
    tried: text(settings.shopUrl, settings.shopUrl),
    run: async () => {
      const address = toShopUrl(settings.shopUrl)
      await identify([...doorProblems, ...keyProblems])
      return isOpen(address)
        ? text('De winkel antwoordt, maar onversleuteld (http).', 'The shop answers, but unencrypted (http).')
        : text('De winkel antwoordt.', 'The shop answers.')
    },
  }
  const door = settings.way === 'module' ? moduleStep(identify) : webserviceStep(identify)
  const key = {
    leg: 'key',
    title: settings.way === 'module' ? text('Token', 'Token') : text('API-sleutel', 'API key'),
    tried: text('Een vraag stellen', 'Asking a question'),
    run: async () => describeShop(await identify([])),
  }
  return [
    reached,
    door,
    key,
    ordersStep({ settings, environment, open }, identify, signal),
    stockStep(open, identify, signal),
  ]
}

type Identify = (notYet: readonly string[]) => Promise<Identity | null>

const moduleStep = (identify: Identify): LegStep => ({
  leg: 'module',
  title: text('Module S-Connect', 'S-Connect module'),
  tried: text('De module in de winkel vragen', 'Asking the module in the shop'),
  run: async () => {
    const found = await identify(keyProblems)
    return found === null
      ? text('De module antwoordt.', 'The module answers.')
      : text(`Versie ${found.moduleVersion}.`, `Version ${found.moduleVersion}.`)
  },
})

const webserviceStep = (identify: Identify): LegStep => ({
  leg: 'webservice',
  title: text('Webservice', 'Web service'),
  tried: text('De webservice van de winkel vragen', 'Asking the web service of the shop'),
  run: async () => {
    await identify(keyProblems)
    return text('De webservice staat aan.', 'The web service is on.')
  },
})

function ordersStep({ environment, open }: Parts, identify: Identify, signal: AbortSignal): LegStep {
  return {
    leg: 'orders',
    title: text('Orders lezen', 'Read orders'),
    tried: text('Orders van de laatste dertig dagen', 'Orders of the last thirty days'),
    run: async () => {
      const zone = toZone((await identify([]))?.timezone)
      const since = wallBefore(nowOf(environment.clock, zone), 30 * 24)
      const { orders } = await open().orders({ since, token: null, limit: 1 }, signal)
      return orders.length === 0
        ? text(
            'Lezen lukt; er zijn geen orders van de laatste dertig dagen.',
            'Reading works; there are no orders of the last thirty days.',
          )
        : text('Lezen lukt.', 'Reading works.')
    },
  }
}

/** Not being allowed is no fault: who only imports orders leaves it so. */
function stockStep(open: () => ShopSource, identify: Identify, signal: AbortSignal): LegStep {
  return {
    leg: 'stock',
    title: text('Voorraad', 'Stock'),
    tried: text('Of S-Connect voorraad mag schrijven', 'Whether S-Connect may write stock'),
    run: async () => {
      if ((await identify([]))?.stockManagement === false)
        return text('Het voorraadbeheer staat in PrestaShop uit.', 'Stock management is switched off in PrestaShop.')
      return (await open().mayWriteStock(signal))
        ? text('S-Connect mag voorraad schrijven.', 'S-Connect may write stock.')
        : text(
            'S-Connect mag geen voorraad schrijven. Dat hoeft ook niet als u alleen orders importeert.',
            'S-Connect may not write stock. That is fine if you only import orders.',
          )
    },
  }
}

/** Orders would travel readably over the internet. */
const isOpen = (address: string): boolean => /^http:\/\/(?!127\.|localhost)/i.test(address)

function describeShop(identity: Identity | null): Text {
  const shop = `${identity?.shopName ?? '?'}: PrestaShop ${identity?.shopVersion ?? '?'}`
  return text(`Klopt (${shop}, ${identity?.timezone}).`, `Right (${shop}, ${identity?.timezone}).`)
}
