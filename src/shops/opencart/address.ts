// Invoice and delivery address of an order; null where the shop has none (4.x without billing step, digital goods).
import type { CountryCode } from '../../core/ids.ts'
import type { Address } from '../../core/order.ts'
import type { ShopContext } from './context.ts'
import { type FilledField, readCustomFields, toCustomFields } from './custom-fields.ts'
import { decodeText, normaliseName } from './text.ts'
import type { OrderRaw } from './wire.ts'

type Side = 'payment' | 'shipping'

const houseNumberNames = ['huisnummer', 'huisnr', 'housenumber', 'houseno', 'hausnummer', 'streetnumber']
const additionNames = ['toevoeging', 'huisnummertoevoeging', 'addition', 'houseaddition', 'numberaddition']

export const readAddressFields = (raw: OrderRaw, side: Side, context: ShopContext): readonly FilledField[] =>
  readCustomFields(raw.order[`${side}_custom_field`], context)

/** `fields`: the side's own custom fields; a house number among them is put behind the street. */
export function toAddress(
  raw: OrderRaw,
  side: Side,
  context: ShopContext,
  fields: readonly FilledField[],
): Address | null {
  const text = (name: string) => decodeText(raw.order[`${side}_${name}`])
  const country = findCountry(raw, side, context)
  const placed = ['company', 'address_1', 'address_2', 'city', 'postcode', 'country'].some((name) => text(name) !== '')
  if (!placed && country === null) return null
  // 4.0.2.3: an order typed in by the manager has an address without a name (reference/opencart.md, 2).
  const nameless = text('firstname') === '' && text('lastname') === ''
  return {
    company: text('company'),
    firstName: nameless ? decodeText(raw.order['firstname']) : text('firstname'),
    lastName: nameless ? decodeText(raw.order['lastname']) : text('lastname'),
    street: withHouseNumber(text('address_1'), fields),
    street2: text('address_2'),
    postcode: text('postcode'),
    city: text('city'),
    region: text('zone'),
    country,
    countryName: text('country'),
    customFields: toCustomFields(fields),
  }
}

/** By id, since the name is in the shop's or the customer's language; 1.0 has no ids and no code: null. */
function findCountry(raw: OrderRaw, side: Side, context: ShopContext): CountryCode | null {
  const code = raw.country[`${side}_iso2`]
  if (code !== null && /^[A-Za-z]{2}$/.test(code)) return code.toUpperCase() as CountryCode
  return context.countries.get(raw.order[`${side}_country_id`] ?? '') ?? null
}

function withHouseNumber(street: string, fields: readonly FilledField[]): string {
  const filledIn = (wanted: readonly string[]) => {
    const found = fields.find(({ names }) => names.some((name) => wanted.includes(normaliseName(name))))?.value
    return typeof found === 'string' ? found : ''
  }
  const number = filledIn(houseNumberNames)
  const addition = filledIn(additionNames)
  const full = addition === '' || endsWithWord(number, addition) ? number : `${number} ${addition}`.trim()
  return full === '' || endsWithWord(street, full) || endsWithWord(street, number) ? street : `${street} ${full}`.trim()
}

/** 'Industrieweg 100' already ends with '100', 'Laan 1100' does not; an empty word is never there. */
const endsWithWord = (text: string, word: string): boolean =>
  word !== '' && (text === word || text.toLowerCase().endsWith(` ${word.toLowerCase()}`))
