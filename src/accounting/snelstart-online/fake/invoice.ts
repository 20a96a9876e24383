// The invoice that every booking yields (reference/snelstart.md A7).
import { type Administration, deriveId, toReference } from './administration.ts'
import type { Verkoopboeking, Verkoopfactuur } from './shapes/sales.ts'

function addDays(moment: string, days: number): string {
  const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return `${date.toISOString().slice(0, 10)}T00:00:00`
}

/** `before`: the invoice that it had already, which keeps its id and its orders. */
export function toInvoice(boeking: Verkoopboeking, before: Verkoopfactuur | undefined): Verkoopfactuur {
  const id = before?.id ?? deriveId('verkoopfactuur', boeking.id)
  return {
    verkoopBoeking: toReference('verkoopboekingen', { id: boeking.id, uri: null }),
    modifiedOn: boeking.modifiedOn,
    openstaandSaldo: boeking.factuurbedrag,
    factuurnummer: boeking.factuurnummer,
    vervalDatum: addDays(boeking.factuurdatum ?? '', boeking.betalingstermijn ?? 0),
    relatie: boeking.klant,
    factuurDatum: boeking.factuurdatum,
    factuurBedrag: boeking.factuurbedrag,
    verkoopOrders: before?.verkoopOrders ?? [],
    id,
    uri: `/verkoopfacturen/${id}`,
  }
}

export const invoiceOf = (administration: Administration, boeking: Verkoopboeking): Verkoopfactuur | undefined =>
  administration.verkoopfacturen.get(deriveId('verkoopfactuur', boeking.id)) ??
  (administration.verkoopfacturen.lookUp('Factuurnummer', boeking.factuurnummer ?? '') ?? []).find(
    (factuur) => factuur.verkoopBoeking?.id === boeking.id,
  )
