// SnelStart's booking, and the invoice that it yields, → what we keep of a sales entry. Pure.
import type { SalesEntrySummary, WrittenOrder } from '../../core/administration.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { sum, zero } from '../../core/money.ts'
import { fromNumber } from './from-article.ts'
import type { Verkoopboeking, Verkoopfactuur } from './wire.ts'

export const fromVerkoopboeking = (entry: Verkoopboeking): SalesEntrySummary => ({
  id: entry.id as RemoteId,
  invoiceNumber: entry.factuurnummer ?? '',
  customerId: (entry.klant?.id ?? '') as RemoteId,
  date: (entry.factuurdatum ?? '').slice(0, 10) as CalendarDate,
  totalIncl: fromNumber(entry.factuurbedrag) ?? zero,
})

/** The invoice's own id where it points back to no booking: an invoice made from an order in SnelStart has none. */
export const fromVerkoopfactuur = (invoice: Verkoopfactuur): SalesEntrySummary => ({
  id: (invoice.verkoopBoeking?.id ?? invoice.id) as RemoteId,
  invoiceNumber: invoice.factuurnummer ?? '',
  customerId: (invoice.relatie?.id ?? '') as RemoteId,
  date: (invoice.factuurDatum ?? '').slice(0, 10) as CalendarDate,
  totalIncl: fromNumber(invoice.factuurBedrag) ?? zero,
})

/** `number` is the invoice number: it is the entry's only one. `at` is null: SnelStart's times have no zone. */
export const fromWrittenEntry = (entry: Verkoopboeking): WrittenOrder => ({
  id: entry.id as RemoteId,
  number: entry.factuurnummer ?? '',
  totalIncl: fromNumber(entry.factuurbedrag) ?? zero,
  totalExcl: sum((entry.boekingsregels ?? []).map(({ bedrag }) => fromNumber(bedrag) ?? zero)),
  at: null,
})
