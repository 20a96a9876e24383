// SnelStart Online, reached over its B2B API: the only door of this folder.
import type { AccountingCapabilities } from '../../core/administration.ts'
import { SettingsWrong } from '../../core/failures.ts'
import type { Text } from '../../core/text.ts'
import { createHttp, type Http } from '../../net/http.ts'
import { createRateLimiter } from '../../net/rate-limit.ts'
import { type AccountingConnection, type AccountingEnvironment, defineAccounting } from '../accounting.ts'
import { articleCalls } from './articles.ts'
import { createClient } from './client.ts'
import { createCountryList } from './countries.ts'
import { customerCalls } from './customers.ts'
import { readAgreedPrice } from './prices.ts'
import { snelStartMessages } from './problems.ts'
import { readLists } from './read-lists.ts'
import { salesEntryCalls } from './sales-entries.ts'
import { salesOrderCalls } from './sales-orders.ts'
import { type SnelStartSettings, settings } from './settings.ts'
import { stockCalls } from './stock.ts'
import { testConnection } from './test-connection.ts'
import { createTokenKeeper } from './token.ts'
import { createTransport, type SubscriptionKey } from './transport.ts'

// A development subscription allows five at a time (reference A3); one is left to the user's other connections.
const concurrent = 4

const capabilities: AccountingCapabilities = {
  costTypes: false,
  recipeModes: 'content',
  deliveryName: false,
  priceFromAccounting: true,
  markUnread: true,
  textLines: false,
  ledger: true,
}

const missing: AccountingConnection['missing'] = {
  costTypes: {
    nl: 'SnelStart Online laat koppelingen niet bij de kostensoorten van de ordervoet. Kies een artikelcode.',
    en: 'SnelStart Online does not let connections reach the cost types of the order footer. Choose an article code.',
  },
  recipeModes: {
    nl: 'SnelStart Online vertelt wel wat een recept bevat, maar niet of het altijd of naar keuze wordt geplaatst.',
    en: 'SnelStart Online tells what a recipe holds, but not whether it is placed always or by choice.',
  },
  deliveryName: {
    nl: 'Een afleveradres heeft in SnelStart Online geen veld voor een naam. De naam komt bij de contactpersoon.',
    en: 'A delivery address has no field for a name in SnelStart Online. The name goes with the contact.',
  },
  textLines: {
    nl: 'SnelStart Online kent geen orderregel met alleen tekst voor koppelingen.',
    en: 'SnelStart Online has no order line with text alone for connections.',
  },
} satisfies Readonly<Partial<Record<keyof AccountingCapabilities, Text>>>

export const snelStartOnline = defineAccounting({
  kind: 'snelstart-online',
  title: { nl: 'SnelStart Online', en: 'SnelStart Online' },
  help: {
    nl: 'Uw administratie staat bij SnelStart: u kunt haar ook openen in SnelStart Web. S-Connect bereikt haar via internet, vanaf elke computer.',
    en: 'Your administration is kept by SnelStart: you can open it in SnelStart Web as well. S-Connect reaches it over the internet, from any computer.',
  },
  settings,
  messages: snelStartMessages,
  connect: async (given, environment) => connect(given, environment, createHttp({ connections: concurrent })),
})

/** Throws SettingsWrong where a key is not filled in; makes no call. */
function connect(given: SnelStartSettings, environment: AccountingEnvironment, http: Http): AccountingConnection {
  for (const setting of ['clientKey', 'subscriptionKeyPrimary'] as const) {
    if (given[setting] === '') throw new SettingsWrong('settings.missing', `${setting} is not filled in`, { setting })
  }
  const tokens = createTokenKeeper({ ...environment, http, tokenUrl: given.tokenUrl, clientKey: given.clientKey })
  const apiUrl = given.apiUrl.replace(/\/+$/, '')
  const transport = createTransport({ http, apiUrl, tokens, keys: keysOf(given, environment) })
  const client = createClient({ transport, sleep: environment.sleep })
  const countries = createCountryList(client)
  return {
    capabilities,
    missing,
    readLists: (signal) => readLists(client, countries, signal),
    useLists: (lists) => countries.use(lists.countries),
    ...customerCalls(client, countries),
    ...articleCalls(client, environment.log),
    ...salesOrderCalls(client, countries, environment),
    ...salesEntryCalls(client),
    ...stockCalls(client),
    readAgreedPrice: readAgreedPrice(client),
    test: (signal) => testConnection({ client, tokens }, signal),
    waits: transport.waits,
    close: () => http.close(),
  }
}

/** Each key with its own windows, less the room that is left to the user's other connections. */
function keysOf(
  given: SnelStartSettings,
  { clock, sleep, log }: AccountingEnvironment,
): [SubscriptionKey, ...SubscriptionKey[]] {
  const share = 1 - (given.leaveRoomPercent ?? 0) / 100
  const limits = {
    perMinute: Math.floor((given.perMinute ?? 500) * share),
    perHour: Math.floor((given.perHour ?? 5000) * share),
    concurrent,
  }
  const onWait = (ms: number): void => log('extended', 'snelstart.waiting', { seconds: String(Math.ceil(ms / 1000)) })
  const keyOf = (text: string): SubscriptionKey => ({
    text,
    limiter: createRateLimiter(limits, { clock, sleep, onWait }),
  })
  const secondary = given.subscriptionKeySecondary
  return secondary === ''
    ? [keyOf(given.subscriptionKeyPrimary)]
    : [keyOf(given.subscriptionKeyPrimary), keyOf(secondary)]
}
