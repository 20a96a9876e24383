// `/artikelen`: list, one, create, change, remove. With `relatieId` (and `aantal`) an answer carries the price that
// holds for that relation.
import type { Administration } from '../administration.ts'
import { readGuid } from '../bind.ts'
import { completeArtikel } from '../complete.ts'
import { runQuery } from '../odata/query.ts'
import { notFound, refuse } from '../refusal.ts'
import { type ApiRequest, created, type Handler, ok, queryRules } from '../request.ts'
import { checkArtikel, checkArtikelRemoval } from '../rules/article.ts'
import { type Artikel, artikelShape } from '../shapes/sales.ts'
import { findPrice } from './prices.ts'
import { findRecord, readBody, refuseGivenId, refuseOtherId } from './records.ts'

/** What writing answers: without what only reading shows. */
const toWriteModel = ({ isHoofdartikel: _1, subartikelen: _2, ...artikel }: Artikel) => artikel

/** The question after a price, or null where none was asked. Throws 404 for an unknown relation. */
function readPriceQuestion(request: ApiRequest): { relatieId: string; aantal: number } | null {
  const given = request.options.get('relatieId')
  if (given === null || given === '') return null
  const relatieId = readGuid(given)
  if (relatieId === null) throw refuse(['ALG-0103'])
  if (request.administration.relaties.get(relatieId) === undefined) throw notFound('ART-0014')
  return { relatieId, aantal: Number(request.options.get('aantal') ?? 1) || 1 }
}

const stockOf =
  ({ afterOrders, companyInfo }: Administration) =>
  (artikel: Artikel): Artikel =>
    afterOrders(artikel, companyInfo.verkooporderVoorraadVanafNiveau)

/** The articles as they are read: their stock is what orders have left of it. */
function withStock(administration: Administration) {
  const { artikelen } = administration
  const read = stockOf(administration)
  return {
    values: () => Iterator.from(artikelen.values()).map(read),
    lookUp: (path: string, value: string | number) => artikelen.lookUp(path, value)?.map(read),
    isIndexed: artikelen.isIndexed,
  }
}

const listArtikelen: Handler = (request) => {
  const { administration, behaviour } = request
  const question = readPriceQuestion(request)
  const rules = { ...queryRules(request), pageCap: behaviour.articlePageCap }
  const page = runQuery(request.options, artikelShape, withStock(administration), rules)
  if (question === null || request.options.has('$select')) return ok(page)
  return ok(
    (page as Artikel[]).map((artikel) => ({
      ...artikel,
      prijsafspraak: findPrice(administration, { artikel, ...question }),
    })),
  )
}

const getArtikel: Handler = (request) => {
  const question = readPriceQuestion(request)
  const artikel = stockOf(request.administration)(findRecord(request, request.administration.artikelen, 'ART-0001'))
  if (question === null) return ok(artikel)
  return ok({ ...artikel, prijsafspraak: findPrice(request.administration, { artikel, ...question }) })
}

function save(request: ApiRequest, given: Artikel, before: Artikel | null): Artikel {
  const { administration } = request
  const artikel = completeArtikel(administration, {
    ...given,
    artikelcode: given.artikelcode?.trim() ?? null,
    subartikelen: before?.subartikelen ?? [],
    technischeVoorraad: before?.technischeVoorraad ?? 0,
    vrijeVoorraad: before?.vrijeVoorraad ?? 0,
    extraVelden: before?.extraVelden ?? [],
    modifiedOn: administration.now(),
  })
  checkArtikel(administration, artikel, before)
  administration.artikelen.put(artikel)
  return artikel
}

const createArtikel: Handler = (request) => {
  const given = readBody(request, artikelShape, 'artikel')
  refuseGivenId(given.id, 'ALG-0100')
  return created(toWriteModel(save(request, { ...given, id: request.administration.newId() }, null)))
}

const changeArtikel: Handler = (request) => {
  const before = findRecord(request, request.administration.artikelen, 'ART-0001')
  const given = readBody(request, artikelShape, 'artikel')
  refuseOtherId(given.id, before.id, 'ALG-0101')
  return ok(toWriteModel(save(request, { ...given, id: before.id }, before)))
}

const removeArtikel: Handler = (request) => {
  const { administration } = request
  const artikel = findRecord(request, administration.artikelen, 'ART-0001')
  checkArtikelRemoval(administration, artikel)
  administration.artikelen.remove(artikel.id)
  return ok(undefined)
}

export const artikelHandlers = { listArtikelen, getArtikel, createArtikel, changeArtikel, removeArtikel }
