// What the shop's tax set-up of today says. A hint only: it may have changed since the order, so the order's own figures
// always win (reference/opencart.md, 4).
import type { Decimal } from '../../core/money.ts'
import { zero } from '../../core/money.ts'
import type { ShopContext } from './context.ts'
import { readJsonColumn } from './json-column.ts'
import type { TotalRow } from './totals.ts'
import type { OrderRaw } from './wire.ts'

/** The rate that the set-up gives a row of costs for this order's customer; null: the set-up does not say. */
export function findHint(row: TotalRow, raw: OrderRaw, context: ShopContext): Decimal | null {
  const taxClass = row.role === 'shipping' ? shippingClass(raw, context) : feeClass(row.code, raw, context)
  if (taxClass === null) return null
  if (taxClass === '0') return zero
  const rates = context.ratesOfClass(taxClass)
  if (rates.length === 0) return null
  const found = rates.find(({ rate, based }) => !rate.fixed && applies(rate.geoZoneId, rate.id, based, raw, context))
  return found?.rate.rate ?? zero
}

/** 4.0.2 and later keep it with the order; manager-made orders have 0 there, which says nothing. */
function shippingClass(raw: OrderRaw, context: ShopContext): string | null {
  const method = readJsonColumn(raw.order['shipping_method'])
  const kept = String(method?.['tax_class_id'] ?? '')
  if (kept !== '' && kept !== '0') return kept
  const code = String(method?.['code'] ?? raw.order['shipping_code'] ?? '').split('.')[0] ?? ''
  return code === '' ? null : firstSetting(raw, context, [`shipping_${code}_tax_class_id`, `${code}_tax_class_id`])
}

const feeClass = (code: string, raw: OrderRaw, context: ShopContext): string | null =>
  firstSetting(raw, context, [`total_${code}_tax_class_id`, `${code}_tax_class_id`])

function firstSetting(raw: OrderRaw, context: ShopContext, keys: readonly string[]): string | null {
  const store = raw.order['store_id'] ?? '0'
  for (const key of keys) {
    const value = context.setting(store, key)
    if (value !== null && value !== '') return value
  }
  return null
}

function applies(geoZoneId: string, rateId: string, based: string, raw: OrderRaw, context: ShopContext): boolean {
  const { order } = raw
  const store = order['store_id'] ?? '0'
  const atStore = {
    country: context.setting(store, 'config_country_id'),
    zone: context.setting(store, 'config_zone_id'),
  }
  const atSide = (side: string) => ({
    country: order[`${side}_country_id`] ?? null,
    zone: order[`${side}_zone_id`] ?? null,
  })
  const filled = (place: { country: string | null }) => place.country !== null && !['', '0'].includes(place.country)
  const [first, second] = based === 'payment' ? ['payment', 'shipping'] : ['shipping', 'payment']
  const place = based === 'store' ? atStore : ([atSide(first ?? ''), atSide(second ?? '')].find(filled) ?? atStore)
  return (
    context.geoZoneHolds(geoZoneId, place.country ?? '', place.zone ?? '') &&
    context.groupPays(rateId, order['customer_group_id'] ?? '')
  )
}
