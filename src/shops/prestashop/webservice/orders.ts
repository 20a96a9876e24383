// Orders of the web service, put together into the rows that our module gives.
import type { Row, Token } from '../wire.ts'
import { type Found, list, type WebserviceDoor } from './client.ts'
import { byId, groupBy, listWhere, valuesOf, withId } from './lookups.ts'

type OrdersPage = { readonly orders: readonly unknown[]; readonly token: Token }

const farAhead = '9999-12-31 23:59:59'

/** Where the page before ended: the time of its last order, and how many orders of that very time were given. */
type Place = { readonly date_upd: string; readonly skip: number }

/** Orders by date of change and id. There is no filter on both, so the page begins at the last time and leaves out what it
 *  gave of that second already. */
export async function ordersPage(
  door: WebserviceDoor,
  { since, token, limit }: { since: string; token: Token; limit: number },
  signal: AbortSignal,
): Promise<OrdersPage> {
  const place = token as Place | null
  const query = {
    filter: { date_upd: `[${place?.date_upd ?? since},${farAhead}]` },
    sort: '[date_upd_ASC,id_ASC]',
    limit: `${place?.skip ?? 0},${limit}`,
  }
  const found = await list(door, 'orders', query, signal)
  return { orders: await complete(door, found, signal), token: found.length < limit ? null : placeAfter(found, place) }
}

function placeAfter(found: readonly Found[], before: Place | null): Place {
  const last = found.at(-1)?.row['date_upd'] ?? ''
  const same = found.filter(({ row }) => row['date_upd'] === last).length
  return { date_upd: last, skip: last === before?.date_upd ? before.skip + same : same }
}

/** null: there is none. Asked as a list, since the answer for one object leaves fields out. */
export async function oneOrder(door: WebserviceDoor, id: string, signal: AbortSignal): Promise<unknown> {
  if (!/^\d+$/.test(id)) return null
  const found = await list(door, 'orders', { filter: { id: `[${id}]` } }, signal)
  return (await complete(door, found, signal))[0] ?? null
}

/** What the orders of a page point at. */
async function complete(
  door: WebserviceDoor,
  found: readonly Found[],
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  if (found.length === 0) return []
  const orders = found.map(({ row }) => withId(row, 'id_order'))
  const of = async (resource: string, column: string, values: readonly string[], display?: string) =>
    await listWhere(door, resource, { column, values, ...(display === undefined ? {} : { display }) }, signal)
  const ids = valuesOf(orders, 'id_order')
  const references = valuesOf(orders, 'reference')
  const details = await of('order_details', 'id_order', ids)
  const rules = await of('order_cart_rules', 'id_order', ids)
  const customers = await of('customers', 'id', valuesOf(orders, 'id_customer'))
  const addresses = await of('addresses', 'id', [
    ...new Set([...valuesOf(orders, 'id_address_invoice'), ...valuesOf(orders, 'id_address_delivery')]),
  ])
  const addressRows = addresses.map(({ row }) => row)
  const threads = await of('customer_threads', 'id_order', ids)
  const parts = {
    details: groupBy(details, 'id_order'),
    rules: groupBy(rules, 'id_order'),
    cartRules: byId(
      await of(
        'cart_rules',
        'id',
        valuesOf(
          rules.map(({ row }) => row),
          'id_cart_rule',
        ),
      ),
    ),
    slips: groupBy(await of('order_slip', 'id_order', ids), 'id_order'),
    payments: groupBy(await of('order_payments', 'order_reference', references), 'order_reference'),
    siblings: groupBy(
      await of('orders', 'reference', references, '[id,reference,total_paid_tax_incl,total_shipping_tax_incl]'),
      'reference',
    ),
    customers: byId(customers),
    groups: byId(
      await of(
        'groups',
        'id',
        valuesOf(
          customers.map(({ row }) => row),
          'id_default_group',
        ),
      ),
    ),
    addresses: byId(addresses),
    countries: byId(await of('countries', 'id', valuesOf(addressRows, 'id_country'))),
    states: byId(await of('states', 'id', valuesOf(addressRows, 'id_state'))),
    currencies: byId(await of('currencies', 'id', valuesOf(orders, 'id_currency'))),
    carriers: byId(await of('carriers', 'id', valuesOf(orders, 'id_carrier'))),
    orderStates: byId(await of('order_states', 'id', valuesOf(orders, 'current_state'))),
    taxes: byId(
      await of(
        'taxes',
        'id',
        valuesOf(
          details.flatMap((each) => each.associations['taxes'] ?? []),
          'id',
        ),
      ),
    ),
    customizations: new Map(
      (
        await of(
          'customizations',
          'id',
          valuesOf(
            details.map(({ row }) => row),
            'id_customization',
          ),
        )
      ).map((each) => [each.row['id'] ?? '', each]),
    ),
    threads: groupBy(threads, 'id_order'),
    messages: groupBy(
      await of(
        'customer_messages',
        'id_customer_thread',
        valuesOf(
          threads.map(({ row }) => row),
          'id',
        ),
      ),
      'id_customer_thread',
    ),
  }
  const fields = byId(
    await of(
      'product_customization_fields',
      'id',
      valuesOf([...parts.customizations.values()].flatMap(typedIn), 'id_customization_field'),
    ),
  )
  return orders.map((order) => toRaw(order, { ...parts, fields }))
}

type Index = ReadonlyMap<string, Row>
type Groups = ReadonlyMap<string, readonly Found[]>
type Parts = Readonly<
  Record<'details' | 'rules' | 'slips' | 'payments' | 'siblings' | 'threads' | 'messages', Groups> &
    Record<'cartRules' | 'customers' | 'groups' | 'addresses' | 'countries' | 'states' | 'currencies', Index> &
    Record<'carriers' | 'orderStates' | 'taxes' | 'fields', Index>
> & { readonly customizations: ReadonlyMap<string, Found> }

function toRaw(order: Row, parts: Parts): unknown {
  const of = (groups: Groups, key: string | null | undefined) => groups.get(key ?? '') ?? []
  const id = order['id_order']
  return {
    order: { ...order, secure_key: null },
    state: parts.orderStates.get(order['current_state'] ?? '') ?? null,
    customer: toCustomer(order, parts),
    invoice_address: toAddress(order['id_address_invoice'], parts),
    delivery_address: toAddress(order['id_address_delivery'], parts),
    currency: parts.currencies.get(order['id_currency'] ?? '') ?? null,
    carrier: parts.carriers.get(order['id_carrier'] ?? '') ?? null,
    details: of(parts.details, id).map((detail) => toDetail(detail, parts)),
    cart_rules: of(parts.rules, id).map(({ row }) => ({
      ...row,
      code: parts.cartRules.get(row['id_cart_rule'] ?? '')?.['code'] ?? null,
    })),
    payments: of(parts.payments, order['reference']).map(({ row }) => row),
    slips: of(parts.slips, id).map(toSlip),
    messages: of(parts.threads, id).flatMap(({ row }) =>
      of(parts.messages, row['id']).map((message) => toMessage(message.row)),
    ),
    siblings: of(parts.siblings, order['reference']).map(({ row }) => toSibling(row)),
    settings: {},
  }
}

const toMessage = (row: Row): Row => ({
  message: row['message'] ?? '',
  private: row['private'] ?? '0',
  date_add: row['date_add'] ?? '',
})

/** Passwords and keys come along and go no further. */
function toCustomer(order: Row, { customers, groups }: Parts): unknown {
  const row = customers.get(order['id_customer'] ?? '')
  if (row === undefined) return null
  const wanted = ['lastname', 'firstname', 'email', 'company', 'siret', 'is_guest', 'id_default_group', 'website']
  const kept = Object.fromEntries(wanted.map((name) => [name, row[name] ?? null]))
  return { id_customer: row['id'], ...kept, group: groups.get(row['id_default_group'] ?? '') ?? null }
}

function toAddress(id: string | null | undefined, { addresses, countries, states }: Parts): Row | null {
  const row = addresses.get(id ?? '')
  if (row === undefined) return null
  const country = countries.get(row['id_country'] ?? '')
  const state = states.get(row['id_state'] ?? '')
  const names = { country_iso: country?.['iso_code'] ?? null, country_name: country?.['name'] ?? null }
  return { ...withId(row, 'id_address'), ...names, state_name: state?.['name'] ?? null }
}

function toDetail({ row, associations }: Found, parts: Parts): unknown {
  const customization = parts.customizations.get(row['id_customization'] ?? '')
  return {
    ...withId(row, 'id_order_detail'),
    taxes: (associations['taxes'] ?? []).flatMap(({ id }) => {
      const tax = parts.taxes.get(id ?? '')
      return tax === undefined ? [] : [{ id_tax: id, rate: tax['rate'] ?? '0' }]
    }),
    customizations:
      customization === undefined ? [] : typedIn(customization).map((field) => toCustomization(field, parts)),
  }
}

const typedIn = ({ associations }: Found): readonly Row[] => [
  ...(associations['customized_data_text_fields'] ?? []).map((field) => ({ ...field, type: '1' })),
  ...(associations['customized_data_images'] ?? []).map((field) => ({ ...field, type: '0' })),
]

const toCustomization = (field: Row, { fields }: Parts): Row => ({
  index: field['id_customization_field'] ?? '',
  type: field['type'] ?? '1',
  name: fields.get(field['id_customization_field'] ?? '')?.['name'] ?? '',
  value: field['value'] ?? '',
})

const toSibling = (row: Row): Row => ({
  id_order: row['id'] ?? '',
  total_paid_tax_incl: row['total_paid_tax_incl'] ?? null,
  total_shipping_tax_incl: row['total_shipping_tax_incl'] ?? null,
})

const toSlip = ({ row, associations }: Found): unknown => ({
  ...withId(row, 'id_order_slip'),
  details: (associations['order_slip_details'] ?? []).map((detail) => detail),
})
