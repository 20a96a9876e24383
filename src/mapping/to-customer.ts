// Who ordered, and the two addresses.

import type { CustomerCode } from '../core/ids.ts'
import type { Address, CustomFields, ShopCustomer } from '../core/order.ts'
import type { AddressRule, Mapping } from './document.ts'
import type { Look } from './look.ts'
import type { RecordNode } from './record.ts'

export function toCustomer(record: RecordNode, look: Look, rules: Mapping['customer']): ShopCustomer {
  const text = (rule: Parameters<Look['text']>[1]): string => look.text(record, rule)
  const customFields = fieldsOf((rules.otherFields ?? []).flatMap((path) => look.nodes(record, path)))
  return {
    id: text(rules.id) || null,
    group: text(rules.group),
    company: text(rules.company),
    ...personOf(text(rules.firstName), text(rules.lastName), text(rules.name)),
    email: text(rules.email),
    phone: text(rules.phone),
    customFields,
    code: ((text(rules.code) || findCode(customFields)).replace(/\s+/g, '').replace(/^0+(?=.)/, '') ||
      null) as CustomerCode | null,
    vatNumber: text(rules.vatNumber) || null,
    cocNumber: text(rules.cocNumber) || null,
  }
}

const codeNames: readonly string[] = ['klantcode', 'klantnr', 'klantnummer', 'debiteurnr', 'debiteurnummer']

/** SHOP-8: case, spaces and punctuation of the name do not matter. '': no such field, or not filled in. */
function findCode(fields: CustomFields): string {
  const isCode = (name: string): boolean => codeNames.includes(name.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const found = Object.entries(fields).find(([name]) => isCode(name))
  return String(found?.[1] ?? '').trim()
}

/** Attributes by their name, and the cells of a table row by theirs (SHOP-8 looks for a customer code among them). */
function fieldsOf(nodes: readonly RecordNode[]): CustomFields {
  const fields: Record<string, string> = {}
  for (const node of nodes) {
    // What stands on a row of cells ('type', 'index') is about the table, not about the customer.
    const isTableRow = node.children.some((child) => 'name' in child.attributes)
    for (const [name, value] of Object.entries(isTableRow ? {} : node.attributes))
      if (value !== '') fields[name] = value
    for (const child of node.children)
      if (child.text !== '' && child.children.length === 0) fields[child.attributes['name'] ?? child.name] = child.text
  }
  return fields
}

/** One field for the whole name is kept whole: where the family name begins, nobody can tell. */
const personOf = (firstName: string, lastName: string, name: string) =>
  firstName === '' && lastName === '' ? { firstName: '', lastName: name } : { firstName, lastName }

/** null: the file has none. */
export function toAddress(record: RecordNode, look: Look, rules: AddressRule): Address | null {
  const text = (rule: Parameters<Look['text']>[1]): string => look.text(record, rule)
  const countryName = text(rules.country)
  const number = [text(rules.houseNumber), text(rules.addition)].filter(Boolean).join(' ')
  const address: Address = {
    company: text(rules.company),
    ...personOf(text(rules.firstName), text(rules.lastName), text(rules.name)),
    street: [text(rules.street), number].filter(Boolean).join(' '),
    street2: text(rules.street2),
    postcode: text(rules.postcode),
    city: text(rules.city),
    region: text(rules.region),
    country: look.country(countryName),
    countryName,
    customFields: {},
  }
  const placed = [address.street, address.postcode, address.city, countryName].some((part) => part !== '')
  return placed ? address : null
}
