// What a status means. OpenCart's statuses are free text with editable ids, so the name decides, in Dutch, English or
// German, and the shop's own lists of 'processing' and 'complete' statuses where the name says nothing.
import type { StatusMeaning } from '../../core/order.ts'
import { decodeText } from './text.ts'

/** In this order: the first that fits wins. */
const patterns: readonly (readonly [RegExp, StatusMeaning])[] = [
  // A cancellation or chargeback that was itself undone: the sale stands.
  [/cancell?ed reversal|reversal of cancel|annulering teruggedraaid/, 'paid'],
  [/refund|terugbetaa?l|gecrediteerd|charge ?back|terugboek|reversed|teruggedraaid|gestorneerd|erstattet/, 'refunded'],
  [
    /cancel|geannuleerd|annul|storn|void|vervallen|expired|verlopen|denied|geweigerd|afgewezen|fail|mislukt|fraud/,
    'cancelled',
  ],
  [/unpaid|onbetaald|niet betaald|nog niet|awaiting|wacht|pending|unbezahlt|openstaand/, 'unpaid'],
  [/complete|compleet|afgerond|voltooid|processed|verwerkt|abgeschlossen/, 'complete'],
  [
    /shipped|dispatch|verzonden|verstuurd|delivered|afgeleverd|bezorgd|versendet|versand|opgehaald|collected/,
    'shipped',
  ],
  [/processing|in behandeling|behandel|in bearbeitung|back ?order|nabestel|ready to ship|preparing/, 'processing'],
  [/paid|betaald|payment (received|accepted)|betaling (ontvangen|akkoord)|bezahlt/, 'paid'],
]

/** The meaning of a status by its names in every language; id 0 is OpenCart's 'missing order'. */
export function toStatus(
  id: string,
  names: readonly string[],
  setting: (storeId: string, key: string) => string | null,
): StatusMeaning {
  if (id === '0' || id === '') return 'unfinished'
  if (setting('0', 'config_void_status_id') === id) return 'cancelled'
  const texts = names.map((name) => decodeText(name).toLowerCase())
  const found = patterns.find(([pattern]) => texts.some((text) => pattern.test(text)))
  if (found !== undefined) return found[1]
  if (idsIn(setting('0', 'config_complete_status')).includes(id)) return 'complete'
  if (setting('0', 'config_complete_status_id') === id) return 'complete'
  return idsIn(setting('0', 'config_processing_status')).includes(id) ? 'processing' : 'unknown'
}

/** Ids in a JSON list or PHP serialize() text; only the digits matter. Serialized keys come first, hence the quotes. */
const idsIn = (stored: string | null): readonly string[] =>
  stored === null ? [] : [...stored.matchAll(/"(\d+)"|i:\d+;i:(\d+);/g)].map((match) => match[1] ?? match[2] ?? '')

const notSales: readonly StatusMeaning[] = ['unfinished', 'cancelled', 'refunded']

/** Whether orders of this status are imported. `chosen` empty: every status that means a sale, and those whose name says
 *  nothing; never status 0, whatever is chosen. */
export const isImported = (status: { code: string; meaning: StatusMeaning }, chosen: readonly string[]): boolean =>
  status.meaning !== 'unfinished' &&
  (chosen.length === 0 ? !notSales.includes(status.meaning) : chosen.includes(status.code))

/** BEY-3: the sale was undone. OpenCart keeps no amount with it, so it is the whole order. */
export const isTakenBack = ({ meaning }: { meaning: StatusMeaning }): boolean =>
  meaning === 'cancelled' || meaning === 'refunded'
