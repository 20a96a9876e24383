// How an order is taxed as a whole: with Dutch VAT, reversed to a business elsewhere in the EU, by the rates of the customer's
// country (one-stop shop), as an export, or not at all (small-business scheme). The shop's figures and the customer card decide.
import { isZero, toCents } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { shopVatPerRate } from '../reconcile.ts'
import type { CustomerChoice } from '../sales-order/known.ts'
import { oneStopShopApplies, regionOf } from '../vat.ts'
import type { EntryKnown, Treatment } from './known.ts'

/** The rules of the one-stop shop hold from here on (reference/snelstart.md, A10). */
const oneStopShopSince = '2021-07-01'

/**
 * Region and country are those of the customer card, as SnelStart checks them (BOE-0080). One exception: what a Dutch customer
 * has sent to outside the EU, without VAT, is an export.
 */
export function decideTreatment(order: ShopOrder, customer: CustomerChoice, known: EntryKnown): Treatment {
  const { company } = known.lists
  const region = regionOf(customer.country)
  const untaxed = isUntaxed(order)
  if (company.smallBusinessScheme) return { region, way: 'smallBusiness' }
  if (region === 'eu' && customer.hasVatNumber) return { region, way: untaxed ? 'reversed' : 'dutch' }
  if (
    region === 'eu' &&
    order.orderDate >= oneStopShopSince &&
    oneStopShopApplies({ company, date: order.orderDate })
  ) {
    return { region, way: 'oneStopShop' }
  }
  const sentOutside = regionOf(order.deliveryAddress?.country ?? null) === 'world'
  return { region: region === 'nl' && untaxed && sentOutside ? 'world' : region, way: 'dutch' }
}

/** The shop charged no VAT at all. */
export const isUntaxed = (order: ShopOrder): boolean =>
  [...shopVatPerRate(order).values()].every((vatAmount) => isZero(toCents(vatAmount)))
