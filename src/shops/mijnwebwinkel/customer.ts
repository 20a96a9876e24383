// Who ordered and where it goes.
import type { CountryCode, CustomerCode } from '../../core/ids.ts'
import type { Address, CustomFields, ShopCustomer } from '../../core/order.ts'
import type { AddressRaw, DebtorRaw, OrderRaw } from './wire.ts'

/** SHOP-8, after `normaliseName`. */
const customerCodeNames = ['klantcode', 'klantnr', 'klantnummer', 'debiteurnr', 'debiteurnummer']
const cocNumberNames = ['kvk', 'kvknr', 'kvknummer', 'coc', 'cocnumber', 'handelsregister']
const vatNumberNames = ['btw', 'btwnr', 'btwnummer', 'vatnumber', 'vatid', 'taxnumber']

export function toCustomer(raw: OrderRaw): ShopCustomer {
  const { debtor } = raw
  const invoice = debtor?.address?.invoice ?? null
  const name = splitName(invoice?.name || debtor?.name || '')
  const fields = { ...ownFields(invoice, addressNames), ...ownFields(debtor, debtorNames) }
  return {
    id: debtor?.id || null,
    group: raw.business_model,
    company: invoice?.company || debtor?.company || '',
    ...name,
    email: debtor?.email ?? '',
    phone: invoice?.phone || debtor?.phone || '',
    customFields: fields,
    code: toCode(findField(fields, customerCodeNames)),
    vatNumber: invoice?.taxnumber || findField(fields, vatNumberNames),
    cocNumber: findField(fields, cocNumberNames),
  }
}

/** Without a delivery address it is the same as the invoice address (reference, 4). */
export function toAddresses(debtor: DebtorRaw | null): Pick<Addresses, 'invoiceAddress' | 'deliveryAddress'> {
  const invoiceAddress = toAddress(debtor?.address?.invoice ?? null)
  return { invoiceAddress, deliveryAddress: toAddress(debtor?.address?.delivery ?? null) ?? invoiceAddress }
}
type Addresses = { readonly invoiceAddress: Address | null; readonly deliveryAddress: Address | null }

function toAddress(raw: AddressRaw | null): Address | null {
  if (raw === null) return null
  const placed = [raw.company, raw.street, raw.city, raw.zipcode, raw.country_code, raw.country].some(
    (text) => text !== '',
  )
  if (!placed && raw.name === '') return null
  const country = raw.country_code.toUpperCase()
  return {
    company: raw.company,
    ...splitName(raw.name),
    street: `${raw.street} ${raw.number}`.trim(),
    street2: '',
    postcode: raw.zipcode,
    city: raw.city,
    region: '',
    country: /^[A-Z]{2}$/.test(country) ? (country as CountryCode) : null,
    countryName: raw.country,
    customFields: {},
  }
}

/** The shop has one field for the name: up to the first space is the first name, so that both together are what was given. */
function splitName(full: string): { readonly firstName: string; readonly lastName: string } {
  const [, firstName = '', lastName = full] = /^(\S+)\s+(.+)$/s.exec(full) ?? []
  return { firstName, lastName }
}

const addressNames = [
  ...['id', 'gender', 'name', 'company', 'phone', 'street', 'number', 'zipcode', 'city', 'country', 'country_code'],
  ...['taxnumber', 'bankaccount'],
]
const debtorNames = [
  ...['id', 'gender', 'name', 'company', 'email', 'phone', 'bankaccount', 'link_to_account', 'address'],
]

/** Fields that the interface does not describe, but a shop may send: the customer's own data of SHOP-8. Plain values, and one
 *  level of them below a name such as `extra`. */
function ownFields(part: Readonly<Record<string, unknown>> | null, described: readonly string[]): CustomFields {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(part ?? {})) {
    if (described.includes(name)) continue
    const inner = value !== null && typeof value === 'object' ? Object.entries(value) : [[name, value] as const]
    for (const [label, plain] of inner)
      if ((typeof plain === 'string' && plain.trim() !== '') || typeof plain === 'number')
        fields[label] = String(plain).trim()
  }
  return fields
}

function findField(fields: CustomFields, wanted: readonly string[]): string | null {
  const found = Object.entries(fields).find(([name]) => wanted.includes(normaliseName(name)))
  return typeof found?.[1] === 'string' ? found[1] : null
}

/** Case, accents, spaces and punctuation do not matter (SHOP-8). */
const normaliseName = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Without spaces and leading zeros, as SnelStart's own codes. */
function toCode(value: string | null): CustomerCode | null {
  const code = value?.replace(/\s+/g, '').replace(/^0+(?=.)/, '') ?? ''
  return code === '' || code === '0' ? null : (code as CustomerCode)
}
