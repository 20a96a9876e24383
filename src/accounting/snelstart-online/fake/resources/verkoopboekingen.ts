// `/verkoopboekingen` (which has no list) and `/verkoopfacturen`, of which every booking yields one.
import { type Administration, toReference } from '../administration.ts'
import { invoiceOf, toInvoice } from '../invoice.ts'
import { runQuery } from '../odata/query.ts'
import { bindingRefusal, refuseIfAny } from '../refusal.ts'
import { type ApiRequest, created, type Handler, ok, queryRules } from '../request.ts'
import { bookedTotal, checkBooking } from '../rules/booking.ts'
import { type Verkoopboeking, verkoopboekingShape, verkoopfactuurShape } from '../shapes/sales.ts'
import { findRecord, getOne, readBody, refuseGivenId, refuseOtherId } from './records.ts'

function complete(administration: Administration, given: Verkoopboeking): Verkoopboeking {
  const klant = toReference('relaties', given.klant)
  return {
    ...given,
    uri: `/verkoopboekingen/${given.id}`,
    gewijzigdDoorAccountant: false,
    markering: given.markering ?? false,
    factuurdatum: given.factuurdatum ?? `${administration.now().slice(0, 10)}T00:00:00`,
    factuurnummer: given.factuurnummer?.trim() ?? null,
    klant,
    betalingstermijn: given.betalingstermijn ?? administration.relaties.get(klant?.id)?.krediettermijn ?? 0,
    doorlopendeIncassoMachtiging: toReference('doorlopendeincassomachtigingen', given.doorlopendeIncassoMachtiging),
    boekingsregels: (given.boekingsregels ?? []).map((regel) => ({
      ...regel,
      grootboek: toReference('grootboeken', regel.grootboek),
      kostenplaats: toReference('kostenplaatsen', regel.kostenplaats),
      btwSoort: regel.btwSoort === '' ? null : regel.btwSoort,
    })),
    btw: given.btw ?? [],
    documents: [],
    modifiedOn: administration.now(),
  }
}

function save({ administration }: ApiRequest, given: Verkoopboeking, before: Verkoopboeking | null): Verkoopboeking {
  const boeking = complete(administration, given)
  const term = boeking.betalingstermijn ?? 0
  if (given.betalingstermijn !== null && (term < 0 || term > 999)) {
    throw bindingRefusal(
      new Map([['verkoopBoeking.Betalingstermijn', ['The field Betalingstermijn must be between 0 and 999.']]]),
    )
  }
  checkBooking(administration, boeking)
  const saved = { ...boeking, factuurbedrag: boeking.factuurbedrag ?? Number(bookedTotal(boeking)) }
  const invoice = toInvoice(saved, before === null ? undefined : invoiceOf(administration, before))
  administration.verkoopboekingen.put(saved)
  administration.verkoopfacturen.put(invoice)
  return saved
}

const createBooking: Handler = (request) => {
  const given = readBody(request, verkoopboekingShape, 'verkoopBoeking')
  refuseGivenId(given.id, 'ALG-0100')
  return created(save(request, { ...given, id: request.administration.newId() }, null))
}

const changeBooking: Handler = (request) => {
  const before = findRecord(request, request.administration.verkoopboekingen, 'BOE-0001')
  const given = readBody(request, verkoopboekingShape, 'verkoopBoeking')
  refuseOtherId(given.id, before.id, 'ALG-0101')
  return ok(save(request, { ...given, id: before.id }, before))
}

const removeBooking: Handler = (request) => {
  const { administration } = request
  const boeking = findRecord(request, administration.verkoopboekingen, 'BOE-0001')
  const invoice = invoiceOf(administration, boeking)
  refuseIfAny([invoice !== undefined && invoice.openstaandSaldo !== invoice.factuurBedrag && 'BOE-0083'])
  administration.verkoopboekingen.remove(boeking.id)
  if (invoice !== undefined) administration.verkoopfacturen.remove(invoice.id)
  return ok(undefined)
}

const listInvoices: Handler = (request) =>
  ok(runQuery(request.options, verkoopfactuurShape, request.administration.verkoopfacturen, queryRules(request)))

export const bookingHandlers = {
  getBooking: getOne(({ administration }) => administration.verkoopboekingen, 'BOE-0001'),
  createBooking,
  changeBooking,
  removeBooking,
  listInvoices,
  getInvoice: getOne(({ administration }) => administration.verkoopfacturen, null),
}
