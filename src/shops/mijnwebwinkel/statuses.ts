// What a status means. The shop gives an id and a name that the merchant can change, so the name decides, in Dutch, English
// or German; then the ids that are known; then how the payment went.
import type { OrderStatus, StatusMeaning } from '../../core/order.ts'

/** As the shop lists it. `credit`: for credit orders. */
export type ShopStatus = { readonly id: string; readonly name: string; readonly credit: boolean }

/** In this order: the first that fits wins. */
const patterns: readonly (readonly [RegExp, StatusMeaning])[] = [
  [/refund|terugbetaa?l|credit(?! ?card)|retour|terugboek|gestorneerd|erstattet/, 'refunded'],
  [
    /cancel|geannuleerd|annul|storn|vervallen|expired|verlopen|denied|geweigerd|afgewezen|fail|mislukt|fraud/,
    'cancelled',
  ],
  [/unpaid|onbetaald|niet betaald|nog niet|awaiting|wacht|pending|nieuw|^new|unbezahlt|openstaand/, 'unpaid'],
  [/complete|compleet|afgerond|voltooid|afgehandeld|afgehaald|collected|abgeschlossen/, 'complete'],
  [/shipped|dispatch|verzonden|verstuurd|delivered|afgeleverd|bezorgd|versendet|versand/, 'shipped'],
  [/processing|in behandeling|behandel|in bearbeitung|back ?order|nabestel|ingepakt|klaar/, 'processing'],
  [/paid|betaald|payment (received|accepted)|betaling ontvangen|bezahlt/, 'paid'],
]

/** reference/mijnwebwinkel.md, 5. */
const known: Readonly<Record<string, StatusMeaning>> = { '1': 'unpaid', '2': 'shipped', '3': 'paid', '6': 'complete' }

const ofPayment: Readonly<Record<string, StatusMeaning>> = {
  ...{ new: 'unpaid', pending: 'unpaid', incomplete: 'unpaid' },
  ...{ authorized: 'paid', captured: 'paid', refunded: 'refunded', voided: 'cancelled' },
}

export function meaningOf(id: string, name: string): StatusMeaning {
  const text = name.toLowerCase()
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? known[id] ?? 'unknown'
}

/** `paymentStatus`: as the order has it; '' where it has none. */
export function toStatus(id: string, listed: ShopStatus | undefined, paymentStatus: string): OrderStatus {
  const text = listed?.name || `#${id}`
  const meaning = meaningOf(id, listed?.name ?? '')
  const paid = ofPayment[paymentStatus] === 'paid'
  if (meaning === 'unpaid' && paid) return { code: id, text, meaning: 'paid' }
  return { code: id, text, meaning: meaning === 'unknown' ? (ofPayment[paymentStatus] ?? meaning) : meaning }
}

/** No money came and none will, as long as the status says that the order is still open. */
export const isPaymentFailed = (meaning: StatusMeaning, paymentStatus: string): boolean =>
  ['unpaid', 'unknown'].includes(meaning) && ['failed', 'voided'].includes(paymentStatus)

const notSales: readonly StatusMeaning[] = ['unfinished', 'cancelled', 'refunded']

/** Whether an order is imported. `chosen` empty: every sale, and every credit order that was not itself cancelled. */
export function isImported({ code, meaning }: OrderStatus, isCredit: boolean, chosen: readonly string[]): boolean {
  if (chosen.length > 0) return chosen.includes(code)
  return isCredit ? meaning !== 'cancelled' : !notSales.includes(meaning)
}

/** BEY-3: the sale was undone. Where the shop made credit orders of a refund, these tell how much; the status does not. */
export const isTakenBack = ({ meaning }: OrderStatus, isCredit: boolean, hasCredits: boolean): boolean =>
  !isCredit && (meaning === 'cancelled' || (meaning === 'refunded' && !hasCredits))
