// What SnelStart checks of a booking that falls under the one-stop shop (reference/snelstart.md A10): no rows of VAT, revenue on
// accounts that carry a rate of the customer's country, and that VAT as lines of its own, right to a cent per line.
import { absolute, compare, type Decimal, decimal, multiply, subtract, sum, vatOfExcl } from '../../../../core/money.ts'
import type { Administration } from '../administration.ts'
import type { ErrorCode } from '../refusal.ts'
import type { Verkoopboeking } from '../shapes/sales.ts'
import type { Grootboek } from '../shapes/settings.ts'
import { fallsUnderOneStopShop, foreignPercentOf } from '../totals.ts'

export const isOneStopShop = (administration: Administration, boeking: Verkoopboeking): boolean =>
  fallsUnderOneStopShop(administration, administration.relaties.get(boeking.klant?.id), boeking.factuurdatum ?? '')

/** Accounts of revenue that belong to another way of taxing; those for EU customers with a VAT number are BOE-0080. */
const otherRevenue = /^VerkopenOmzet|^VerkopenExportBuitenEU$/

const cent = decimal('0.01')

export function checkOneStopShop(administration: Administration, boeking: Verkoopboeking): ErrorCode | false {
  if (!isOneStopShop(administration, boeking)) return false
  if ((boeking.btw ?? []).length > 0) return 'BOE-0069'
  const country = administration.relaties.get(boeking.klant?.id)?.vestigingsAdres?.land?.id
  const lines = (boeking.boekingsregels ?? []).flatMap(({ grootboek, bedrag, btwSoort }) => {
    const account = administration.grootboeken.get(grootboek?.id)
    return account === undefined ? [] : [{ account, amount: decimal(bedrag ?? 0), kind: btwSoort ?? 'Geen' }]
  })
  if (lines.some(({ account }) => otherRevenue.test(account.grootboekfunctie ?? ''))) return 'BOE-0069'
  if (lines.some(({ kind }) => kind !== 'Geen')) return 'BOE-0082'
  const isVat = (account: Grootboek) => account.id === administration.companyInfo.buitenlandseBtwGrootboek?.id
  const revenue = lines.filter(({ account }) => account.vatRateCode !== null)
  const due = sum(revenue.map(({ account, amount }) => vatOf(administration, account, amount, country, boeking)))
  const booked = sum(lines.filter(({ account }) => isVat(account)).map(({ amount }) => amount))
  const allowed = multiply(cent, decimal(revenue.length))
  return compare(absolute(subtract(booked, due)), allowed) > 0 && 'BOE-0069'
}

function vatOf(
  administration: Administration,
  account: Grootboek,
  amount: Decimal,
  country: string | null | undefined,
  boeking: Verkoopboeking,
): Decimal {
  const iso = administration.landen.get(country)?.landcodeISO ?? null
  return vatOfExcl(amount, foreignPercentOf(administration, iso, account.vatRateCode ?? '', boeking.factuurdatum ?? ''))
}
