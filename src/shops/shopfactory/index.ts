// The only door to the ShopFactory adapter.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { SettingsWrong } from '../../core/failures.ts'
import type { OrderStatus } from '../../core/order.ts'
import { createTranslation, type Mapping, type RecordNode, readMapping } from '../../mapping/index.ts'
import { createHttp } from '../../net/http.ts'
import { defineShop, type ShopConnection, type ShopEnvironment } from '../shop.ts'
import { listFiles, type OrderFile } from './files.ts'
import { shopFactoryProblems } from './problems.ts'
import { findInFiles, once, type Reading, readFiles, readWeb, toRead } from './read-orders.ts'
import { type ShopFactorySettings, settings } from './settings.ts'
import { testConnection } from './test-connection.ts'
import { createOrderPages } from './web.ts'

/** ShopFactory with GlobeCharge. The cursor is JSON: the highest order number that was read, the number that the user began from,
 *  and the files that were read as they were then. */
export const shopFactory = defineShop({
  kind: 'shopfactory',
  title: { nl: 'ShopFactory', en: 'ShopFactory' },
  settings,
  messages: shopFactoryProblems,
  capabilities: {
    stock: false,
    startsAt: ['number'],
    orderStatuses: true,
    articles: false,
    files: true,
    credits: false,
  },
  mapping: { setting: 'mapping', builtIn: builtInMapping },
  connect,
})

/** The mapping document for the order document that published ShopFactory shops submit, as text. */
export function builtInMapping(): string {
  return readFileSync(new URL('./mapping.json', import.meta.url), 'utf8')
}

async function connect(
  values: z.infer<z.ZodObject<typeof settings>>,
  environment: ShopEnvironment,
): Promise<ShopConnection> {
  const chosen = values as ShopFactorySettings
  const mapping = toMapping(chosen.mapping)
  const translate = createTranslation(mapping, { storeId: '', name: 'ShopFactory', url: '' })
  const log: Reading['log'] = (code, data) => environment.log('extended', code, data)
  const reading: Reading = { mapping, translate, statuses: chosen.orderStatuses, log }
  const http = createHttp()
  const pages = createOrderPages(chosen, http)
  const files = (): Promise<readonly OrderFile[]> => filesOf(chosen, environment)
  return {
    readOrders: async function* (from, options) {
      options.signal.throwIfAborted()
      if (chosen.transport === 'web') yield* readWeb(reading, pages, from, options)
      else yield* readFiles(reading, await files(), from, options)
    },
    readOrder: async (id, signal) => {
      if (chosen.transport !== 'web') return await findInFiles(reading, await files(), id, signal)
      const bytes = await pages.fetch(id, 1, signal)
      const file: OrderFile = { name: 'order', mark: '', open: () => once(bytes) }
      return await findInFiles(reading, [file], id, signal)
    },
    reread: (raw) => toRead(raw as RecordNode, translate),
    readOrderStatuses: async () => statusesOf(mapping),
    stock: null,
    readArticles: null,
    test: (signal) => testConnection({ settings: chosen, reading, pages, files }, signal),
    disconnect: async () => undefined,
    close: () => http.close(),
  }
}

function filesOf(chosen: ShopFactorySettings, { uploads, clock }: ShopEnvironment): Promise<readonly OrderFile[]> {
  if (chosen.transport === 'folder') return listFiles(chosen.folder, clock(), false)
  if (uploads === null || uploads === undefined) throw new SettingsWrong('shopfactory.noUploads', 'no place for files')
  return listFiles(uploads, clock(), true)
}

function toMapping(text: string): Mapping {
  const read = readMapping(text.trim() === '' ? builtInMapping() : text)
  if (read.ok) return read.mapping
  throw new SettingsWrong('mapping.wrong', 'the mapping is not right', {
    setting: 'mapping',
    issues: read.issues.slice(0, 3).join('; '),
  })
}

/** Nobody tells which there are; those that the mapping knows. */
const statusesOf = (mapping: Mapping): readonly OrderStatus[] =>
  Object.entries(mapping.statuses).map(([code, meaning]) => ({ code, text: code, meaning }))
