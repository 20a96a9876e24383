// Who ordered: names, group, and the codes that customer recognition lives on (SHOP-8).
import type { CustomerCode } from '../../core/ids.ts'
import type { ShopCustomer } from '../../core/order.ts'
import type { ShopContext } from './context.ts'
import { type FilledField, readCustomFields, toCustomFields } from './custom-fields.ts'
import { decodeText, normaliseName } from './text.ts'
import type { OrderRaw } from './wire.ts'

/** SHOP-8, after `normaliseName`. */
const customerCodeNames = ['klantcode', 'klantnr', 'klantnummer', 'debiteurnr', 'debiteurnummer']
const vatNumberNames = [
  ...[
    'btw',
    'btwnr',
    'btwnummer',
    'btwid',
    'btwidnummer',
    'btwidentificatienummer',
    'eubtwnummer',
    'ondernemingsnummer',
  ],
  ...['vat', 'vatno', 'vatnr', 'vatid', 'vatnumber', 'euvatnumber', 'taxid', 'taxnumber', 'tva', 'numerotva'],
  ...['ustid', 'ustidnr', 'umsatzsteuerid', 'umsatzsteueridentifikationsnummer'],
]
const cocNumberNames = [
  ...['kvk', 'kvknr', 'kvkno', 'kvknummer', 'kamervankoophandel', 'kamervankoophandelnummer', 'handelsregister'],
  ...[
    'coc',
    'cocnr',
    'cocnumber',
    'chamberofcommerce',
    'chamberofcommercenumber',
    'handelsregisternummer',
    'kbonummer',
  ],
]

/** `addressFields`: the filled-in fields of the addresses, searched after the account's own. */
export function toCustomer(raw: OrderRaw, context: ShopContext, addressFields: readonly FilledField[]): ShopCustomer {
  const { order } = raw
  const fields = readCustomFields(order['custom_field'], context)
  // An order made by the manager has no copy of the account's fields; then the account as it is now is asked.
  const searched = [...fields, ...addressFields, ...readCustomFields(raw.customer?.['custom_field'], context)]
  const customerId = order['customer_id'] ?? '0'
  return {
    id: customerId === '0' ? null : customerId,
    group: context.groups(order['customer_group_id'] ?? '', order['language_id'] ?? ''),
    company: decodeText(order['payment_company']) || decodeText(order['shipping_company']),
    firstName: decodeText(order['firstname']),
    lastName: decodeText(order['lastname']),
    email: decodeText(order['email']),
    phone: decodeText(order['telephone']),
    customFields: toCustomFields(fields),
    code: toCode(findValue(searched, customerCodeNames)),
    vatNumber: findValue(searched, vatNumberNames) ?? filled(order['payment_tax_id']),
    cocNumber: findValue(searched, cocNumberNames) ?? filled(order['payment_company_id']),
  }
}

function findValue(fields: readonly FilledField[], wanted: readonly string[]): string | null {
  const found = fields.find(({ names }) => names.some((name) => wanted.includes(normaliseName(name))))
  if (found === undefined) return null
  return filled(typeof found.value === 'string' ? found.value : found.value[0])
}

const filled = (stored: string | null | undefined): string | null => decodeText(stored) || null

/** Without spaces and leading zeros, as SnelStart's own codes. */
function toCode(value: string | null): CustomerCode | null {
  const code = value?.replace(/\s+/g, '').replace(/^0+(?=.)/, '') ?? ''
  return code === '' || code === '0' ? null : (code as CustomerCode)
}
