// 'Verbinding testen' for Mijnwebwinkel (SHOP-9): reach it, the shop's key, the orders. A leg that fails ends the test: those
// behind it would only repeat its reason.
import { type LegStep, type TestLeg, tryLegs } from '../../core/test-leg.ts'
import type { Text } from '../../core/text.ts'
import { type Api, ask, baseOf } from './client.ts'
import { readStatuses } from './context.ts'
import { countOrders, findLists } from './list-orders.ts'
import { mijnwebwinkelProblems } from './problems.ts'
import { storeSchema } from './wire.ts'

const text = (nl: string, en: string): Text => ({ nl, en })

/** Never throws for what the shop does wrong. */
export const testConnection = (api: Api, signal: AbortSignal): AsyncGenerator<TestLeg> =>
  tryLegs(steps(api, signal), mijnwebwinkelProblems, signal)

const steps = (api: Api, signal: AbortSignal): readonly LegStep[] => [
  {
    leg: 'reach',
    title: text('Mijnwebwinkel bereiken', 'Reach MyOnlineStore'),
    tried: text(addressOrText(api), addressOrText(api)),
    run: async () => {
      const { length } = await readStatuses(api, signal)
      return text(`Bereikt; ${length} orderstatussen gevonden.`, `Reached; ${length} order statuses found.`)
    },
  },
  {
    leg: 'key',
    title: text('Sleutel van de winkel', 'Key of the shop'),
    tried: text('De gegevens van de winkel opvragen', 'Asking for the details of the shop'),
    run: async () => {
      const { name, primary_domain: domain } = await ask(api, storeSchema, { path: '/store' }, signal)
      return text(`De sleutel past bij ${name} (${domain}).`, `The key fits ${name} (${domain}).`)
    },
  },
  {
    leg: 'orders',
    title: text('Orders van de winkel', 'Orders of the shop'),
    tried: text('De orders tellen', 'Counting the orders'),
    run: () => describeOrders(api, signal),
  },
]

/** The address as it will be asked; what is wrong with it the leg itself says. */
function addressOrText({ settings }: Api): string {
  try {
    return baseOf(settings)
  } catch {
    // Shown as it was typed.
    return settings.apiUrl
  }
}

async function describeOrders(api: Api, signal: AbortSignal): Promise<Text> {
  let count = 0
  for (const list of await findLists(api, signal)) count += await countOrders(api, list, signal)
  return text(`${count} orders gevonden.`, `${count} orders found.`)
}
