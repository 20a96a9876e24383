// What a state of an order means: by PrestaShop's own ids and the names that people give, then by the state's flags.
import type { OrderStatus, StatusMeaning } from '../../core/order.ts'
import { plainText } from './text.ts'
import type { Row } from './wire.ts'

/** Payment errors are no sale: the customer tries again, in an order of its own. Refused by a name that says so. */
const names: readonly (readonly [RegExp, StatusMeaning])[] = [
  [/partial(ly)? refund|gedeeltelijk|deels terug/, 'processing'],
  [/refund|terugbetaa?l|gecrediteerd|rembours[ée]|erstattet|reembolsado/, 'refunded'],
  [/payment error|betal(ing|ings)s?fout|fout (bij|in) (de )?betaling|erreur de paiement|zahlungsfehler/, 'unfinished'],
  [/cancel|geannuleerd|annul|storn|vervallen|expired|verlopen|geweigerd|afgewezen|fail|mislukt|fraud/, 'cancelled'],
]

/** The installer's ids, which people rename but seldom reuse (reference/prestashop.md, 3). Their flags do not tell them apart. */
const installed: Readonly<Record<string, StatusMeaning>> = {
  '5': 'complete',
  '6': 'cancelled',
  '7': 'refunded',
  '8': 'unfinished',
}

/** `state`: null where the order's state is none of the shop's (0 with broken modules). */
export function toStatus(id: string, state: Row | null): OrderStatus {
  if (state === null) return { code: id, text: `#${id}`, meaning: installed[id] ?? 'unknown' }
  const text = plainText(state['name']) || `#${id}`
  return { code: id, text, meaning: meaningOf(id, text, state) }
}

function meaningOf(id: string, text: string, state: Row): StatusMeaning {
  const isOn = (flag: string) => state[flag] === '1'
  const [paid, shipped, logable] = [isOn('paid'), isOn('shipped'), isOn('logable')]
  const byName = names.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1]
  // A name may say 'refund' of a state that the shop still counts as a sale ('Refund requested').
  if (byName !== undefined && !(paid && logable)) return byName
  const byId = installed[id]
  if (byId !== undefined && (byId === 'complete' ? shipped : !paid)) return byId
  if (shipped) return 'shipped'
  if (isOn('delivery')) return 'processing'
  return paid ? 'paid' : 'unpaid'
}

const notSales: readonly StatusMeaning[] = ['unfinished', 'cancelled', 'refunded']

/** Whether orders of this state are imported. `chosen` empty: every state that means a sale, awaited payments included, and
 *  those that the shop does not know. */
export const isImported = (status: OrderStatus, chosen: readonly string[]): boolean =>
  chosen.length === 0 ? !notSales.includes(status.meaning) : chosen.includes(status.code)
