// 'Verbinding testen' for myShop (SHOP-9): a ticket, the signature (trying all that it can be), the orders, and the product list. A leg
// that fails ends the test: those behind it would only repeat its reason.
import type { Instant } from '../../core/ids.ts'
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import type { Text } from '../../core/text.ts'
import { type Api, baseOf, fetchTicket } from './client.ts'
import { toChangeTime } from './dates.ts'
import { failing } from './failing.ts'
import { myShopProblems } from './problems.ts'
import { ordersIn, ordersSince, type Reading } from './read-orders.ts'
import { nameOf } from './recipes.ts'
import { readStock } from './stock.ts'

const text = (nl: string, en: string): Text => ({ nl, en })
/** Enough orders to see whether the mapping fits, few enough to be quick. */
const testDays = 30

/** Never throws for what the shop does wrong. */
export const testConnection = (api: Api, reading: Reading, signal: AbortSignal): AsyncGenerator<TestLeg> =>
  tryLegs(steps(api, reading, signal), myShopProblems, signal)

function steps(api: Api, reading: Reading, signal: AbortSignal): readonly LegStep[] {
  const { shopNumber, productList } = api.settings
  const since = new Date(api.environment.clock() - testDays * 86_400_000).toISOString() as Instant
  const answer: { bytes: Uint8Array } = { bytes: new Uint8Array() }
  const always: readonly LegStep[] = [
    {
      leg: 'reach',
      title: text('myShop bereiken', 'Reach myShop'),
      tried: text(`${addressOf(api)}, winkel ${shopNumber}`, `${addressOf(api)}, shop ${shopNumber}`),
      run: async () => {
        await fetchTicket(api, signal)
        return text('Bereikt; myShop kent het winkelnummer.', 'Reached; myShop knows the shop number.')
      },
    },
    {
      leg: 'signature',
      title: text('Sleutel en ondertekening', 'Key and signature'),
      tried: text(`De orders van ${testDays} dagen opvragen`, `Asking for the orders of ${testDays} days`),
      run: async () => {
        answer.bytes = await reading.asking.ask(ordersSince(toChangeTime(since, reading.mapping.zone)), signal, true)
        const name = nameOf(reading.asking.taken() ?? '')
        return text(`myShop nam de ondertekening ${name} aan.`, `myShop took the signature ${name}.`)
      },
    },
    {
      leg: 'orders',
      title: text('Orders herkennen', 'Recognise orders'),
      tried: text('De orders lezen met de veldindeling', 'Reading the orders by the mapping'),
      run: () => describeOrders(reading, answer.bytes, signal),
    },
  ]
  const stock: LegStep = {
    leg: 'stock',
    title: text('Productlijst lezen', 'Read the product list'),
    tried: text(`Productlijst ${productList}`, `Product list ${productList}`),
    run: async () => {
      const lines = (await Array.fromAsync(readStock(reading.asking, productList, signal))).flat()
      return text(`${lines.length} producten gevonden.`, `${lines.length} products found.`)
    },
  }
  return productList === '' ? always : [...always, stock]
}

/** The address as it will be asked; what is wrong with it the leg itself says. */
function addressOf({ settings }: Api): string {
  try {
    return baseOf(settings)
  } catch {
    // Shown as it was typed.
    return settings.baseUrl
  }
}

async function describeOrders(reading: Reading, bytes: Uint8Array, signal: AbortSignal): Promise<Text> {
  const reads = await ordersIn(bytes, reading, signal)
  const good = reads.flatMap((read) => (read.ok ? [read.order] : []))
  const bad = reads.length - good.length
  if (reads.length > 0 && good.length === 0) throw failing('myshop.noneRecognised', { count: reads.length })
  if (good.length === 0)
    return text(
      `Geen orders in ${testDays} dagen; controleer de eerste met het voorbeeld.`,
      `No orders in ${testDays} days; check the first with the preview.`,
    )
  return text(
    `${good.length} orders herkend, waaronder ${good[0]?.number}; ${bad} niet begrepen.`,
    `${good.length} orders recognised, among them ${good[0]?.number}; ${bad} not understood.`,
  )
}
