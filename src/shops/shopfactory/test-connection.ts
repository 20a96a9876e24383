// 'Verbinding testen' for ShopFactory (SHOP-9): is there something to read from, and is what is read an order?
import { SettingsWrong, UnexpectedAnswer } from '../../core/failures.ts'
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import type { Text } from '../../core/text.ts'
import { readRecords } from '../../mapping/index.ts'
import type { OrderFile } from './files.ts'
import { shopFactoryProblems } from './problems.ts'
import { once, type Reading, toRead } from './read-orders.ts'
import type { ShopFactorySettings } from './settings.ts'
import type { OrderPages } from './web.ts'

type Shop = {
  readonly settings: ShopFactorySettings
  readonly reading: Reading
  readonly pages: OrderPages
  readonly files: () => Promise<readonly OrderFile[]>
}

const text = (nl: string, en: string): Text => ({ nl, en })
/** Enough to see whether the mapping fits. */
const mostOrders = 100

/** Never throws for what the shop does wrong. */
export const testConnection = (shop: Shop, signal: AbortSignal): AsyncGenerator<TestLeg> =>
  tryLegs(steps(shop, signal), shopFactoryProblems, signal)

function* steps(shop: Shop, signal: AbortSignal): Generator<LegStep> {
  const web = shop.settings.transport === 'web'
  const opened: { file: Pick<OrderFile, 'name' | 'open'> | null } = { file: null }
  yield {
    leg: 'source',
    title: web ? text('De orders ophalen', 'Fetch the orders') : text('Orderbestanden vinden', 'Find order files'),
    tried: web ? text(hostOf(shop.settings.address), hostOf(shop.settings.address)) : placeOf(shop.settings),
    run: async () => {
      opened.file = web ? await fetched(shop, signal) : ((await shop.files()).at(-1) ?? null)
      if (web) return text('Er kwam een antwoord.', 'There was an answer.')
      if (opened.file === null) throw new SettingsWrong('shopfactory.noFiles', 'no file yet')
      return text(`Het nieuwste bestand is ${opened.file.name}.`, `The newest file is ${opened.file.name}.`)
    },
  }
  const { file } = opened
  if (file === null) return
  yield {
    leg: 'orders',
    title: text('Orders herkennen', 'Recognise orders'),
    tried: text(`${file.name} lezen met de veldindeling`, `Reading ${file.name} by the mapping`),
    run: () => countOrders(shop.reading, file, signal),
  }
}

async function fetched(shop: Shop, signal: AbortSignal): Promise<Pick<OrderFile, 'name' | 'open'>> {
  const bytes = await shop.pages.fetch('1', 5, signal)
  return { name: 'orders', open: () => once(bytes) }
}

async function countOrders(
  reading: Reading,
  file: Pick<OrderFile, 'name' | 'open'>,
  signal: AbortSignal,
): Promise<Text> {
  const counts = { good: 0, bad: 0 }
  let firstNumber = ''
  for await (const { node } of readRecords(file.open(), reading.mapping, file.name)) {
    signal.throwIfAborted()
    const read = toRead(node, reading.translate)
    counts[read.ok ? 'good' : 'bad'] += 1
    if (firstNumber === '' && read.ok) firstNumber = read.order.number
    if (counts.good + counts.bad >= mostOrders) break
  }
  if (counts.good === 0)
    throw new UnexpectedAnswer('shopfactory.noOrders', 'no order recognised', { file: file.name, count: counts.bad })
  return text(
    `${counts.good} orders herkend, te beginnen met ${firstNumber}; ${counts.bad} niet begrepen.`,
    `${counts.good} orders recognised, beginning with ${firstNumber}; ${counts.bad} not understood.`,
  )
}

const placeOf = ({ transport, folder }: ShopFactorySettings): Text =>
  transport === 'folder' ? text(folder, folder) : text('Bestanden die u gaf', 'Files that you gave')

/** Without what stands behind it: an address can hold a password. */
function hostOf(address: string): string {
  try {
    return new URL(address).origin
  } catch {
    return address.split('?')[0] ?? ''
  }
}
