// What SnelStart checks when a sales order is saved (reference/snelstart.md A7, A8).
import type { Administration } from '../administration.ts'
import { bindingRefusal, type ErrorCode, refuseIfAny } from '../refusal.ts'
import type { Adres } from '../shapes/relation.ts'
import type { IngaveGegeven, Regel, Verkooporder } from '../shapes/sales.ts'
import type { SjabloonVeld } from '../shapes/settings.ts'
import { tooLong } from './relation.ts'

type Found = ErrorCode | null | false

function checkCustomer(administration: Administration, order: Verkooporder): Found {
  const relatie = administration.relaties.get(order.relatie?.id)
  if (relatie === undefined) return 'REL-0005'
  if (!relatie.relatiesoort?.includes('Klant')) return 'VOR-0002'
  if (relatie.nonactief === true) return 'ALG-0105'
  const payer = administration.relaties.get(relatie.factuurRelatie?.id)
  return payer !== undefined && !payer.relatiesoort?.includes('Klant') && 'VOR-0003'
}

function checkAdres(administration: Administration, adres: Adres | null): Found[] {
  if (adres === null) return []
  return [
    tooLong(adres.straat, 50) && 'VOR-0006',
    tooLong(adres.postcode, 25) && 'VOR-0007',
    tooLong(adres.plaats, 50) && 'VOR-0008',
    tooLong(adres.contactpersoon, 50) && 'VOR-0009',
    adres.land !== null && administration.landen.get(adres.land.id) === undefined && 'VOR-0010',
  ]
}

function checkTemplate(administration: Administration, order: Verkooporder): Found {
  if (order.verkoopordersjabloon === null) return null
  const sjabloon = administration.verkoopordersjablonen.get(order.verkoopordersjabloon.id)
  if (sjabloon === undefined) return 'ALG-0103'
  return sjabloon.nonactief === true && 'ALG-0105'
}

function checkLine(administration: Administration, regel: Regel): Found {
  const artikel = administration.artikelen.get(regel.artikel?.id)
  if (artikel === undefined) return 'ART-0001'
  return artikel.isNonActief === true && 'ALG-0105'
}

const hasUnknown = (given: readonly IngaveGegeven[] | null, known: readonly SjabloonVeld[] | null): boolean =>
  (given ?? []).some(({ veldNummer }) => !(known ?? []).some((field) => field.veldNummer === veldNummer))

function checkExtraFields(administration: Administration, order: Verkooporder): Found {
  const sjabloon = administration.verkoopordersjablonen.get(order.verkoopordersjabloon?.id)
  const lines = order.regels ?? []
  const unknown =
    hasUnknown(order.extraHoofdVelden, sjabloon?.extraHoofdVelden ?? null) ||
    lines.some(({ extraRegelVelden }) => hasUnknown(extraRegelVelden, sjabloon?.extraRegelVelden ?? null))
  return unknown && 'VOR-0016'
}

/** What the model itself forbids, before any rule is looked at. */
function checkModel(order: Verkooporder): void {
  const places = new Map<string, string[]>()
  if (order.procesStatus === 'Contantbon' || order.procesStatus === 'Factuur') {
    places.set('verkooporder.ProcesStatus', [`The value '${order.procesStatus}' cannot be set.`])
  }
  if (order.krediettermijn !== null && (order.krediettermijn < 0 || order.krediettermijn > 100)) {
    places.set('verkooporder.Krediettermijn', ['The field Krediettermijn must be between 0 and 100.'])
  }
  if (places.size > 0) throw bindingRefusal(places)
}

/** `given` is what the request said, `order` that with what SnelStart adds. Throws a Refusal with every broken rule. */
export function checkOrder(
  administration: Administration,
  order: Verkooporder,
  given: Verkooporder,
  isNew: boolean,
): void {
  checkModel(given)
  const lines = new Set((order.regels ?? []).map((regel) => checkLine(administration, regel)))
  refuseIfAny([
    isNew && (given.nummer ?? 0) !== 0 && 'VOR-0005',
    checkCustomer(administration, order),
    ...new Set([...checkAdres(administration, order.afleveradres), ...checkAdres(administration, order.factuuradres)]),
    tooLong(order.orderreferentie, 50) && 'VOR-0011',
    checkTemplate(administration, order),
    order.kostenplaats !== null && administration.kostenplaatsen.get(order.kostenplaats.id) === undefined && 'KPL-0001',
    ...lines,
    checkExtraFields(administration, order),
  ])
}
