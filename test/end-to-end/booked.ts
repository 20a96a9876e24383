// The oracle: what a shop's order should be in SnelStart, and what the simulator holds, in the same words. It computes VAT
// from articles, revenue groups and the customer's country by itself, so that it does not believe whom it checks.
import type { Simulator } from '../../src/accounting/snelstart-online/fake.ts'
import { type Decimal, decimal, divide, multiply, sum, toCents, toFixed } from '../../src/core/money.ts'
import type { Made } from '../support/scene.ts'

/** Total incl. VAT, and VAT by percentage where it is not 0: `{ '21': '4.51' }`. */
export type Booked = { readonly totalIncl: string; readonly vat: Readonly<Record<string, string>> }

const rates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NL: { Hoog: '21', Laag: '9' },
  BE: { Hoog: '21', Laag: '6' },
  DE: { Hoog: '19', Laag: '7' },
}

/** What a sales order of the simulator comes to, computed here from its lines; all prices include VAT. `dutchIn`:
 *  countries where the administration charges Dutch VAT. */
export function bookedOf(simulator: Simulator, order: Made, dutchIn: readonly string[] = []): Booked {
  const { relaties, artikelen, artikelomzetgroepen, landen } = simulator.state()
  const customer = relaties.find(({ id }) => id === order.relatie?.id)
  const country = landen.find(({ id }) => id === customer?.vestigingsAdres?.land?.id)?.landcode ?? 'NL'
  const isReverseCharged = country !== 'NL' && Boolean(customer?.btwNummer)
  const percentOf = (articleId: string | null | undefined): string => {
    const article = artikelen.find(({ id }) => id === articleId)
    const group = artikelomzetgroepen.find(({ id }) => id === article?.artikelOmzetgroep?.id)
    return isReverseCharged
      ? '0'
      : (rates[dutchIn.includes(country) ? 'NL' : country]?.[group?.verkoopNederlandBtwSoort ?? ''] ?? '0')
  }
  const lines = (order.regels ?? []).map((line) => ({
    percent: percentOf(line.artikel?.id),
    incl: toCents(multiply(decimal(line.stuksprijs ?? 0), decimal(line.aantal ?? 0))),
  }))
  const perRate = Map.groupBy(lines, ({ percent }) => percent)
  const vat = [...perRate].map(([percent, group]) => {
    const incl = sum(group.map((line) => line.incl))
    const share = divide(decimal(percent), decimal(100 + Number(percent)))
    return [percent, toFixed(toCents(multiply(incl, share)), 2)] as const
  })
  return { totalIncl: toFixed(sum(lines.map((line) => line.incl)), 2), vat: withoutZeros(vat) }
}

type ExpectedTotal = { readonly code: string; readonly title: string; readonly value: string }
export type ExpectedOrder = {
  readonly order_id: number
  readonly import: boolean
  readonly status: string | null
  readonly total_incl_rounded: string
  readonly totals: readonly ExpectedTotal[]
}

/** What the shop itself charged: its total, and its rows of tax. A tax by the piece ('Verwijderingsbijdrage') is no VAT. */
export function chargedBy(order: ExpectedOrder): Booked {
  const perRate = new Map<string, Decimal[]>()
  for (const { code, title, value } of order.totals) {
    const percent = /(\d+)%/.exec(title)?.[1]
    if (code === 'tax' && percent !== undefined) perRate.set(percent, [...(perRate.get(percent) ?? []), decimal(value)])
  }
  const vat = [...perRate].map(([percent, each]) => [percent, toFixed(toCents(sum(each)), 2)] as const)
  return { totalIncl: order.total_incl_rounded, vat: withoutZeros(vat) }
}

const withoutZeros = (vat: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(vat.filter(([, amount]) => Number(amount) !== 0).toSorted())
