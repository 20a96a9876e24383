// Our file in the shop: its address and key are kept in the connection's memory; it is placed, found back, renewed when
// older or refused, and removed (SHOP-3).
import { Failure } from '../../core/failures.ts'
import type { Http } from '../../net/http.ts'
import type { ShopEnvironment } from '../shop.ts'
import { type Answer, ask, type Endpoint, type Question } from './client.ts'
import { failing } from './failing.ts'
import { type Bridge, install, readBridge, toShopUrl } from './install.ts'
import type { OpenCartSettings } from './settings.ts'

export type Shop = {
  readonly settings: OpenCartSettings
  readonly environment: ShopEnvironment
  readonly http: Http
}

/** Failures after which placing the file once more can help: another key, a file that a host's clean-up took away, or one
 *  of which only half was uploaded. */
const mendable: readonly string[] = [
  ...['opencart.refused', 'opencart.notFound', 'opencart.homePage', 'opencart.oldBridge', 'opencart.phpNotRun'],
  ...['opencart.serverError', 'opencart.emptyAnswer'],
]

/** Asks, and places the file first where there is none, it is older than ours, or the shop no longer answers it. */
export async function askShop(shop: Shop, question: Question, signal: AbortSignal): Promise<unknown> {
  const kept = await readEndpoint(shop)
  const endpoint = kept ?? (await placeEndpoint(shop))
  const canPlace = kept !== null && shop.settings.transport !== 'none'
  try {
    const found = await ask(shop, endpoint, question, signal)
    if (canPlace && isOlder(found.version, (await readBridge()).version)) return await askAnew(shop, question, signal)
    return found.answer
  } catch (error) {
    if (!canPlace || !(error instanceof Failure) || !mendable.includes(error.code)) throw error
    shop.environment.log('extended', 'opencart.placedAnew', { because: error.code })
    return await askAnew(shop, question, signal)
  }
}

async function askAnew(shop: Shop, question: Question, signal: AbortSignal): Promise<unknown> {
  const answer: Answer = await ask(shop, await placeEndpoint(shop), question, signal)
  return answer.answer
}

/** null: never placed, or placed for another address than the settings have now. */
export async function readEndpoint({ settings, environment: { memory } }: Shop): Promise<Endpoint | null> {
  const [url, key, placedFor] = [
    await memory.get('endpointUrl'),
    await memory.get('key'),
    await memory.get('placedFor'),
  ]
  if (url === null || key === null) return null
  return settings.transport === 'none' || placedFor === placeOf(settings) ? { url, key } : null
}

/** What the endpoint depends on; another shop address, server or folder means a new one. */
const placeOf = (settings: OpenCartSettings): string =>
  JSON.stringify([toShopUrl(settings.shopUrl), settings.ftpHost, settings.shopFolder])

/** Places our file with the key and names that memory has, or new ones. Remembered before the upload, so that nothing is
 *  left behind unknown if we stop half-way. */
export async function placeEndpoint({ settings, environment }: Shop): Promise<Endpoint> {
  if (settings.transport === 'none') throw failing('opencart.noEndpoint')
  const { memory, randomHex } = environment
  const shopUrl = toShopUrl(settings.shopUrl)
  const here = (await memory.get('placedFor')) === placeOf(settings)
  const recall = async (name: string, make: () => string) => (here ? await memory.get(name) : null) ?? make()
  // Names begin with a letter and hold no dot but the last: hosts refuse '.log' and the like anywhere in a name.
  const folder = await recall('endpointFolder', () => `s${randomHex(9)}`)
  const file = await recall('endpointFile', () => `c${randomHex(5)}.php`)
  const key = await recall('key', () => randomHex(32))
  const url = `${shopUrl}${folder}/${file}`
  for (const [name, value] of Object.entries({ endpointFolder: folder, endpointFile: file, key, endpointUrl: url })) {
    await memory.set(name, value)
  }
  await memory.set('placedFor', placeOf(settings))
  const bridge: Bridge = await readBridge()
  await install({ settings, memory, folder, file, text: bridge.withKey(key) })
  return { url, key }
}

/** '1.0.9' is older than '1.0.10'; equal or newer is not. */
function isOlder(found: string, ours: string): boolean {
  const [a, b] = [found, ours].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (const [index, part] of (b ?? []).entries()) {
    const other = a?.[index] ?? 0
    if (other !== part) return other < part
  }
  return false
}
