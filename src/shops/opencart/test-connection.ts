// 'Verbinding testen' for an OpenCart shop (SHOP-9): log in, folder, write, reach the URL, signature, database. A leg that
// fails ends the test: those behind it would only repeat its reason.
import { Failure } from '../../core/failures.ts'
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import type { Text } from '../../core/text.ts'
import type { FileTransfer } from '../../net/ftp.ts'
import { ask, checked } from './client.ts'
import { placeEndpoint, readEndpoint, type Shop } from './endpoint.ts'
import { checkShopFolder, openShopFiles, toFolder, toShopUrl } from './install.ts'
import { openCartProblems } from './problems.ts'
import { toPrefix } from './settings.ts'
import { type Identity, identitySchema } from './wire.ts'

const text = (nl: string, en: string): Text => ({ nl, en })

/** Never throws for what the shop does wrong. */
export const testConnection = (shop: Shop, signal: AbortSignal): AsyncGenerator<TestLeg> =>
  tryLegs(steps(shop, signal), openCartProblems, signal)

async function* steps(shop: Shop, signal: AbortSignal): AsyncGenerator<LegStep> {
  if (shop.settings.transport !== 'none') yield* fileSteps(shop)
  yield* shopSteps(shop, signal)
}

async function* fileSteps(shop: Shop): AsyncGenerator<LegStep> {
  const { settings, environment } = shop
  const server = `${settings.ftpUser} @ ${settings.ftpHost}`
  const folder = toFolder(settings.shopFolder) || '/'
  const opened: { files: FileTransfer | null } = { files: null }
  try {
    yield {
      leg: 'ftpLogin',
      title: text('Inloggen op de FTP-server', 'Log in to the FTP server'),
      tried: text(server, server),
      run: async () => {
        opened.files = await openShopFiles(settings, environment.memory)
        return text('Ingelogd.', 'Logged in.')
      },
    }
    yield {
      leg: 'ftpFolder',
      title: text('Map van de winkel', 'Folder of the shop'),
      tried: text(`config.php zoeken in ${folder}`, `Looking for config.php in ${folder}`),
      run: async () => {
        if (opened.files !== null) await checkShopFolder(opened.files, settings)
        return text('De winkel staat hier.', 'The shop is here.')
      },
    }
  } finally {
    await opened.files?.close()
  }
  yield {
    leg: 'ftpWrite',
    title: text('Koppelbestand plaatsen', 'Place the connection file'),
    tried: text(`Schrijven in ${folder}`, `Writing in ${folder}`),
    run: async () => {
      await placeEndpoint(shop)
      return text('Geplaatst.', 'Placed.')
    },
  }
}

/** Failures by which the shop was reached, but not by our key. */
const signatureProblems = [
  'opencart.refused',
  'opencart.signature',
  'opencart.clock',
  'opencart.replay',
  'opencart.oldBridge',
]
const databaseProblems = [
  'opencart.noConfig',
  'opencart.database',
  'opencart.prefix',
  'opencart.query',
  'opencart.schema',
]

async function* shopSteps(shop: Shop, signal: AbortSignal): AsyncGenerator<LegStep> {
  const question = { question: 'identify', prefix: toPrefix(shop.settings.tablePrefix) }
  let asked: Promise<{ version: string; answer: unknown }> | null = null
  const identify = async (notYet: readonly string[]): Promise<{ version: string; answer: unknown } | null> => {
    const endpoint = (await readEndpoint(shop)) ?? (await placeEndpoint(shop))
    asked ??= ask(shop, endpoint, question, signal)
    return await asked.catch((error: unknown) => {
      if (error instanceof Failure && notYet.includes(error.code)) return null
      throw error
    })
  }
  const address = shop.settings.transport === 'none' ? shop.settings.shopUrl : toShopUrlOrText(shop.settings.shopUrl)
  yield {
    leg: 'url',
    title: text('De webshop bereiken', 'Reach the webshop'),
    tried: text(address, address),
    run: async () => {
      await identify([...signatureProblems, ...databaseProblems])
      return isOpen(address)
        ? text(
            'Het koppelbestand antwoordt, maar onversleuteld (http).',
            'The connection file answers, but unencrypted (http).',
          )
        : text('Het koppelbestand antwoordt.', 'The connection file answers.')
    },
  }
  yield {
    leg: 'signature',
    title: text('Sleutel en handtekening', 'Key and signature'),
    tried: text('Een ondertekende vraag stellen', 'Asking a signed question'),
    run: async () => {
      const found = await identify(databaseProblems)
      return text(`Klopt${versionOf(found)}.`, `Right${versionOf(found)}.`)
    },
  }
  yield {
    leg: 'database',
    title: text('Database van de winkel', 'Database of the shop'),
    tried: text(
      `Orders tellen met prefix ${question.prefix || '-'}`,
      `Counting orders with prefix ${question.prefix || '-'}`,
    ),
    run: async () => describeShop(checked(identitySchema, (await identify([]))?.answer, 'identify')),
  }
}

/** Orders would travel readably over the internet. */
const isOpen = (address: string): boolean => /^http:\/\/(?!127\.|localhost)/i.test(address)

const versionOf = (found: { version: string } | null): string => (found === null ? '' : ` (${found.version})`)

function toShopUrlOrText(setting: string): string {
  try {
    return toShopUrl(setting)
  } catch {
    // The leg itself says what is wrong with it.
    return setting
  }
}

const describeShop = (identity: Identity): Text => {
  const shop = `OpenCart ${identity.version ?? '?'}, PHP ${identity.php}, ${identity.database.server ?? '?'}`
  return text(`${identity.order_count} orders gevonden (${shop}).`, `${identity.order_count} orders found (${shop}).`)
}
