// What a connector mostly only reads: echo, company, the lists, ledger accounts and cost centres.
import type { Administration } from '../administration.ts'
import { plainRecords, runQuery } from '../odata/query.ts'
import { notFound, refuseIfAny } from '../refusal.ts'
import { type ApiRequest, created, type Handler, ok, queryRules } from '../request.ts'
import { tooLong } from '../rules/relation.ts'
import { companyInfoShape } from '../shapes/company.ts'
import {
  type Grootboek,
  grootboekShape,
  type Kostenplaats,
  kostenplaatsShape,
  vatRateDefinitionShape,
  vatRatesShape,
} from '../shapes/settings.ts'
import { findRecord, readBody, refuseGivenId, refuseOtherId } from './records.ts'

const echo: Handler = ({ parameters }) => {
  const input = parameters['input'] ?? ''
  return input === '' ? { status: 204, body: undefined } : ok(input)
}

const hasAccess: Handler = () => ok({ hasAccess: true })

const shownCompany = ({ companyInfo, nextOrdernummer }: Administration) => ({
  ...companyInfo,
  volgendVerkoopordernummer: nextOrdernummer,
})

const getCompany: Handler = ({ administration }) => ok(shownCompany(administration))

/** Only `factureerBuitenlandsBtw` can be changed; everything else of the body is ignored. */
const changeCompany: Handler = (request) => {
  const { administration } = request
  const { factureerBuitenlandsBtw } = readBody(request, companyInfoShape, 'companyInfo')
  administration.companyInfo = {
    ...administration.companyInfo,
    factureerBuitenlandsBtw: factureerBuitenlandsBtw ?? false,
  }
  return ok(shownCompany(administration))
}

const listVatTariffs: Handler = ({ administration }) => ok(administration.btwtarieven)
const listVatRates: Handler = (request) =>
  ok(runQuery(request.options, vatRatesShape, plainRecords(request.administration.vatrates), queryRules(request)))
const listVatRateDefinitions: Handler = (request) =>
  ok(
    runQuery(
      request.options,
      vatRateDefinitionShape,
      plainRecords(request.administration.vatratedefinitions),
      queryRules(request),
    ),
  )

const getVatRates: Handler = ({ administration, parameters }) => {
  const code = (parameters['id'] ?? '').toUpperCase()
  const found = administration.vatrates.find(({ countryCode }) => countryCode === code)
  if (found === undefined) throw notFound(null)
  return ok(found)
}

const listLedger: Handler = (request) =>
  ok(runQuery(request.options, grootboekShape, request.administration.grootboeken, queryRules(request)))

const createLedger: Handler = (request) => {
  const { administration } = request
  const given = readBody(request, grootboekShape, 'grootboek', ['nummer', 'omschrijving'])
  refuseGivenId(given.id, 'ALG-0100')
  const id = administration.newId()
  const grootboek: Grootboek = {
    ...given,
    id,
    uri: `/grootboeken/${id}`,
    nonactief: given.nonactief ?? false,
    kostenplaatsVerplicht: given.kostenplaatsVerplicht ?? false,
    rgsCode: given.rgsCode ?? [],
    btwSoort: given.btwSoort ?? [],
    modifiedOn: administration.now(),
  }
  administration.grootboeken.put(grootboek)
  return created(grootboek)
}

function saveCostCentre({ administration }: ApiRequest, given: Kostenplaats): Kostenplaats {
  const holder = administration.kostenplaatsen.lookUp('Nummer', given.nummer ?? 0)?.[0]
  refuseIfAny([
    (given.nummer === null || given.nummer < 1 || given.nummer > 999_999_999) && 'KPL-0002',
    holder !== undefined && holder.id !== given.id && 'KPL-0003',
    ((given.omschrijving?.trim() ?? '') === '' || tooLong(given.omschrijving, 50)) && 'KPL-0004',
  ])
  const saved = { ...given, nonactief: given.nonactief ?? false, uri: `/kostenplaatsen/${given.id}` }
  administration.kostenplaatsen.put(saved)
  return saved
}

const createCostCentre: Handler = (request) => {
  const given = readBody(request, kostenplaatsShape, 'kostenplaats')
  refuseGivenId(given.id, 'ALG-0100')
  return created(saveCostCentre(request, { ...given, id: request.administration.newId() }))
}

const changeCostCentre: Handler = (request) => {
  const before = findRecord(request, request.administration.kostenplaatsen, 'KPL-0001')
  const given = readBody(request, kostenplaatsShape, 'kostenplaats')
  refuseOtherId(given.id, before.id, 'ALG-0101')
  return ok(saveCostCentre(request, { ...given, id: before.id }))
}

const removeCostCentre: Handler = (request) => {
  const { administration } = request
  administration.kostenplaatsen.remove(findRecord(request, administration.kostenplaatsen, 'KPL-0001').id)
  return ok(undefined)
}

export const settingsHandlers = {
  echo,
  hasAccess,
  getCompany,
  changeCompany,
  listVatTariffs,
  listVatRates,
  listVatRateDefinitions,
  getVatRates,
  listLedger,
  createLedger,
  createCostCentre,
  changeCostCentre,
  removeCostCentre,
}
