// `/verkooporders`, `/verkooporders/{id}/ProcesStatus` and `/offertes`, which are orders with process status Offerte.
import { decimal, roundTo } from '../../../../core/money.ts'
import { type Administration, toReference } from '../administration.ts'
import { completeAdres, isEmptyAdres } from '../complete.ts'
import { runQuery } from '../odata/query.ts'
import { bindingRefusal, refuse } from '../refusal.ts'
import { type Answer, type ApiRequest, created, type Handler, ok, queryRules } from '../request.ts'
import { checkOrder } from '../rules/order.ts'
import type { Adres } from '../shapes/relation.ts'
import { offerteShape, procesStatusShape, type Regel, type Verkooporder, verkooporderShape } from '../shapes/sales.ts'
import type { Sjabloon } from '../shapes/settings.ts'
import { computeTotals } from '../totals.ts'
import { findRecord, readBody, refuseGivenId, refuseOtherId } from './records.ts'

/** The first active template is the default one (a guess: reference/snelstart.md "Not known"). */
function templateOf(administration: Administration, order: Verkooporder): Sjabloon | undefined {
  const given = toReference('verkoopordersjablonen', order.verkoopordersjabloon)
  if (given !== null) return administration.verkoopordersjablonen.get(given.id)
  return Iterator.from(administration.verkoopordersjablonen.values()).find(({ nonactief }) => nonactief !== true)
}

function completeLine({ administration, behaviour }: ApiRequest, regel: Regel): Regel {
  const artikel = administration.artikelen.get(regel.artikel?.id)
  const places = administration.companyInfo.aantalDecimalenArtikelprijzen ?? 2
  const absentPrice = behaviour.absentPrice === 'article' ? (artikel?.verkoopprijs ?? 0) : 0
  return {
    ...regel,
    artikel: toReference('artikelen', regel.artikel),
    omschrijving:
      regel.omschrijving === null || regel.omschrijving === '' ? (artikel?.omschrijving ?? null) : regel.omschrijving,
    stuksprijs: Number(roundTo(decimal(regel.stuksprijs ?? absentPrice), places)),
    aantal: regel.aantal ?? 0,
    kortingsPercentage: regel.kortingsPercentage ?? 0,
    extraRegelVelden: regel.extraRegelVelden ?? [],
  }
}

/** Adds what SnelStart takes from the customer and the template where the request leaves it out. */
function complete(request: ApiRequest, order: Verkooporder): Verkooporder {
  const { administration } = request
  const relatie = administration.relaties.get(order.relatie?.id)
  const payer = administration.relaties.get(relatie?.factuurRelatie?.id) ?? relatie
  const template = templateOf(administration, order)
  const adres = (given: Adres | null, own: Adres | null) =>
    isEmptyAdres(given) ? own : completeAdres(administration, given)
  return {
    ...order,
    uri: `/verkooporders/${order.id}`,
    relatie: toReference('relaties', order.relatie),
    procesStatus: order.procesStatus ?? 'Order',
    krediettermijn: order.krediettermijn ?? relatie?.krediettermijn ?? null,
    geblokkeerd: order.geblokkeerd ?? template?.nieuweOrdersBlokkeren ?? false,
    afleveradres: adres(order.afleveradres, relatie?.vestigingsAdres ?? null),
    factuuradres: adres(order.factuuradres, payer?.correspondentieAdres ?? payer?.vestigingsAdres ?? null),
    verkooporderBtwIngaveModel: order.verkooporderBtwIngaveModel ?? 'Exclusief',
    incassomachtiging: toReference('incassomachtigingen', order.incassomachtiging),
    kostenplaats: toReference('kostenplaatsen', order.kostenplaats),
    regels: (order.regels ?? []).map((regel) => completeLine(request, regel)),
    factuurkorting: order.factuurkorting ?? 0,
    verkoopordersjabloon: toReference(
      'verkoopordersjablonen',
      order.verkoopordersjabloon ?? (template ? { id: template.id, uri: null } : null),
    ),
    verkoopOrderStatus: order.verkoopOrderStatus ?? 'InBehandeling',
    extraHoofdVelden: order.extraHoofdVelden ?? [],
  }
}

function save(request: ApiRequest, given: Verkooporder, before: Verkooporder | null): Verkooporder {
  const { administration, behaviour } = request
  const order = complete(request, given)
  checkOrder(administration, order, given, before === null)
  const saved: Verkooporder = {
    ...order,
    ...computeTotals(administration, order, behaviour.rounding),
    nummer: before?.nummer ?? administration.nextOrdernummer,
    verkoopfactuur: before?.verkoopfactuur ?? null,
    modifiedOn: administration.now(),
  }
  if (before === null) administration.nextOrdernummer += 1
  administration.verkooporders.put(saved)
  return saved
}

const required = ['relatie', 'datum']

const listOrders: Handler = (request) =>
  ok(runQuery(request.options, verkooporderShape, request.administration.verkooporders, queryRules(request)))

const getOrder: Handler = (request) => ok(findRecord(request, request.administration.verkooporders, 'VOR-0001'))

const createOrder: Handler = (request) => {
  const given = readBody(request, verkooporderShape, 'verkooporder', required)
  refuseGivenId(given.id, 'ALG-0100')
  return created(save(request, { ...given, id: request.administration.newId() }, null))
}

const changeOrder: Handler = (request) => {
  const before = findRecord(request, request.administration.verkooporders, 'VOR-0001')
  const given = readBody(request, verkooporderShape, 'verkooporder', required)
  refuseOtherId(given.id, before.id, 'ALG-0101')
  return ok(save(request, { ...given, id: before.id }, before))
}

function remove(request: ApiRequest, order: Verkooporder): Answer {
  request.administration.verkooporders.remove(order.id)
  return ok(undefined)
}
const removeOrder: Handler = (request) =>
  remove(request, findRecord(request, request.administration.verkooporders, 'VOR-0001'))

const changeProcesStatus: Handler = (request) => {
  const { administration } = request
  const before = findRecord(request, administration.verkooporders, 'VOR-0001')
  const { id, procesStatus } = readBody(request, procesStatusShape, 'model')
  refuseOtherId(id, before.id, 'ALG-0101')
  if (procesStatus === 'Contantbon' || procesStatus === 'Factuur') {
    throw bindingRefusal(new Map([['model.ProcesStatus', [`The value '${procesStatus}' cannot be set.`]]]))
  }
  administration.verkooporders.put({
    ...before,
    procesStatus: procesStatus ?? 'Order',
    modifiedOn: administration.now(),
  })
  return ok({ id: before.id, procesStatus: procesStatus ?? 'Order' })
}

/** The same order as a quotation shows it. */
function toOfferte({
  verkoopordersjabloon: _1,
  geblokkeerd: _2,
  verkoopOrderStatus: _3,
  extraHoofdVelden: _4,
  ...order
}: Verkooporder) {
  return { ...order, uri: `/offertes/${order.id}`, isOfferte: order.procesStatus === 'Offerte' }
}

function findOfferte(request: ApiRequest): Verkooporder {
  const order = findRecord(request, request.administration.verkooporders, 'VOR-0001')
  if (order.procesStatus !== 'Offerte') throw refuse(['VOR-0015'])
  return order
}

const listOffertes: Handler = (request) => {
  const offertes = Iterator.from(request.administration.verkooporders.values())
    .filter(({ procesStatus }) => procesStatus === 'Offerte')
    .map(toOfferte)
  const records = { values: () => offertes, lookUp: () => undefined, isIndexed: () => false }
  return ok(runQuery(request.options, offerteShape, records, queryRules(request)))
}

const getOfferte: Handler = (request) => ok(toOfferte(findOfferte(request)))

const fromOfferte = (given: Partial<Verkooporder>, id: string): Verkooporder =>
  ({
    verkoopordersjabloon: null,
    geblokkeerd: null,
    verkoopOrderStatus: null,
    extraHoofdVelden: null,
    ...given,
    procesStatus: 'Offerte',
    id,
  }) as Verkooporder

const createOfferte: Handler = (request) => {
  const { isOfferte: _, ...given } = readBody(request, offerteShape, 'offerte', required)
  refuseGivenId(given.id, 'ALG-0100')
  return created(toOfferte(save(request, fromOfferte({ ...given, id: '' }, request.administration.newId()), null)))
}

const changeOfferte: Handler = (request) => {
  const before = findOfferte(request)
  const { isOfferte: _, ...given } = readBody(request, offerteShape, 'offerte', required)
  refuseOtherId(given.id, before.id, 'ALG-0101')
  return ok(toOfferte(save(request, fromOfferte({ ...given, id: '' }, before.id), before)))
}

const removeOfferte: Handler = (request) => remove(request, findOfferte(request))

export const orderHandlers = { listOrders, getOrder, createOrder, changeOrder, removeOrder, changeProcesStatus }
export const offerteHandlers = { listOffertes, getOfferte, createOfferte, changeOfferte, removeOfferte }
