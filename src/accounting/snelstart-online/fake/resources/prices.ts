// Which price holds for a relation: an agreed one, an action's, or the article's own; and the two lists of agreements.

import { type Decimal, decimal, divide, multiply, roundTo, subtract } from '../../../../core/money.ts'
import type { Administration, Afspraak } from '../administration.ts'
import { toReference } from '../administration.ts'
import { readDateTime } from '../bind.ts'
import { equalitiesOf } from '../odata/parse.ts'
import { plainRecords, readFilter, runQuery } from '../odata/query.ts'
import { Refusal } from '../refusal.ts'
import { type Handler, ok, queryRules } from '../request.ts'
import {
  type ArtikelPrijsAfspraken,
  artikelPrijsAfsprakenShape,
  type Prijsafspraak,
  prijsafspraakShape,
} from '../shapes/relation.ts'
import type { Artikel } from '../shapes/sales.ts'
import { actieprijzenShape } from '../shapes/settings.ts'

type Question = {
  readonly artikel: Artikel
  readonly relatieId: string | null
  readonly aantal: number
  readonly datum?: string
}
type Terms = Pick<Prijsafspraak, 'korting' | 'verkoopprijs' | 'datumVanaf' | 'datumTotEnMet' | 'prijsBepalingSoort'>

const isCurrent = (start: string | null, end: string | null, date: string): boolean =>
  (start ?? '') <= date && date.slice(0, 10) <= (end ?? '9999').slice(0, 10)

/** Of several agreements, the one with the highest quantity that is reached. */
function highestReached<T extends { vanaf: number | null }>(steps: readonly T[], aantal: number): T | undefined {
  return steps
    .filter(({ vanaf }) => (vanaf ?? 0) <= aantal)
    .toSorted((a, b) => (a.vanaf ?? 0) - (b.vanaf ?? 0))
    .at(-1)
}

function lessPercent(administration: Administration, price: number, percent: number): number {
  const places = administration.companyInfo.aantalDecimalenArtikelprijzen ?? 2
  const factor: Decimal = divide(subtract(decimal(100), decimal(percent)), decimal(100))
  return Number(roundTo(multiply(decimal(price), factor), places))
}

function agreedTerms(administration: Administration, question: Question, date: string): Terms | null {
  const agreed = administration.afspraken.filter(
    ({ relatieId, artikelId, startdatum, einddatum }) =>
      relatieId === question.relatieId && artikelId === question.artikel.id && isCurrent(startdatum, einddatum, date),
  )
  const found = highestReached(agreed, question.aantal)
  if (found === undefined) return null
  const { korting, startdatum, einddatum } = found
  const verkoopprijs =
    found.verkoopprijs ?? lessPercent(administration, question.artikel.verkoopprijs ?? 0, korting ?? 0)
  return {
    korting,
    verkoopprijs,
    datumVanaf: startdatum,
    datumTotEnMet: einddatum,
    prijsBepalingSoort: 'AfspraakPerArtikelklant',
  }
}

function actionTerms(administration: Administration, question: Question, date: string): Terms | null {
  for (const actie of administration.actieprijzen) {
    if (!isCurrent(actie.startdatum, actie.einddatum, date)) continue
    const prices = (actie.artikelPrijzen ?? []).find(({ artikelcode }) => artikelcode === question.artikel.artikelcode)
    const step = highestReached(prices?.prijzen ?? [], question.aantal)
    if (step === undefined) continue
    const verkoopprijs =
      step.verkoopprijs ?? lessPercent(administration, question.artikel.verkoopprijs ?? 0, step.korting ?? 0)
    const { startdatum: datumVanaf, einddatum: datumTotEnMet } = actie
    return {
      korting: step.korting,
      verkoopprijs,
      datumVanaf,
      datumTotEnMet,
      prijsBepalingSoort: 'ActieprijzenPerArtikel',
    }
  }
  return null
}

/** The price that holds, with how it was found. */
export function findPrice(administration: Administration, question: Question): Prijsafspraak {
  const date = question.datum ?? administration.now()
  const basisprijs = question.artikel.verkoopprijs ?? 0
  const terms = agreedTerms(administration, question, date) ?? actionTerms(administration, question, date)
  const normal = {
    korting: 0,
    verkoopprijs: basisprijs,
    datumVanaf: null,
    datumTotEnMet: null,
    prijsBepalingSoort: 'NormaleVerkoopprijs',
  }
  return {
    relatie: question.relatieId === null ? null : toReference('relaties', { id: question.relatieId, uri: null }),
    artikel: toReference('artikelen', { id: question.artikel.id, uri: null }),
    datum: `${date.slice(0, 10)}T00:00:00`,
    aantal: question.aantal,
    basisprijs,
    ...(terms ?? normal),
  }
}

/** `/prijsafspraken` insists on an article in its filter. */
const listPrices: Handler = (request) => {
  const { administration } = request
  const filter = readFilter(request.options)
  const asked = filter === null ? new Map() : equalitiesOf(filter)
  const artikelId = asked.get('Artikel/Id')?.text.toLowerCase()
  if (artikelId === undefined) throw new Refusal(400, { Message: 'The filter must contain Artikel/Id.' })
  const artikel = administration.artikelen.get(artikelId)
  const datum = readDateTime(asked.get('Datum')?.text ?? '')
  const question = {
    relatieId: asked.get('Relatie/Id')?.text.toLowerCase() ?? null,
    aantal: Number(asked.get('Aantal')?.text ?? 1),
    ...(datum === null ? {} : { datum }),
  }
  const rows = artikel === undefined ? [] : [findPrice(administration, { artikel, ...question })]
  return ok(runQuery(request.options, prijsafspraakShape, plainRecords(rows), queryRules(request)))
}

function statusOf({ startdatum, einddatum }: Afspraak, date: string): string {
  if (date < startdatum) return 'Gepland'
  return date.slice(0, 10) > einddatum.slice(0, 10) ? 'Verlopen' : 'Actief'
}

function toAgreements(
  administration: Administration,
  artikel: Artikel,
  afspraken: readonly Afspraak[],
): ArtikelPrijsAfspraken {
  const klantAfspraken = afspraken.map((afspraak) => {
    const relatie = administration.relaties.get(afspraak.relatieId)
    const { vanaf, korting, verkoopprijs, startdatum, einddatum } = afspraak
    const kind = verkoopprijs === null ? 'Korting' : 'Bedrag'
    return {
      relatiePublicIdentifier: afspraak.relatieId,
      relatieCode: relatie?.relatiecode ?? null,
      relatieNaam: relatie?.naam ?? null,
      startdatum,
      einddatum,
      prijsIngave: vanaf > 0 ? `Staffel${kind}` : kind,
      status: statusOf(afspraak, administration.now()),
      prijsAfspraken: [{ vanaf, korting, verkoopprijs }],
    }
  })
  return {
    artikelCode: artikel.artikelcode,
    artikelOmschrijving: artikel.omschrijving,
    basisprijs: artikel.verkoopprijs,
    klantAfspraken,
  }
}

/** `/artikelen/prijsafspraken`: every article that has agreements, with them. */
const listAgreements: Handler = (request) => {
  const { administration, behaviour } = request
  const byArticle = Map.groupBy(administration.afspraken, ({ artikelId }) => artikelId)
  const rows = [...byArticle].flatMap(([artikelId, afspraken]) => {
    const artikel = administration.artikelen.get(artikelId)
    return artikel === undefined ? [] : [toAgreements(administration, artikel, afspraken)]
  })
  const rules = { ...queryRules(request), pageCap: behaviour.articlePageCap }
  return ok(runQuery(request.options, artikelPrijsAfsprakenShape, plainRecords(rows), rules))
}

const listActions: Handler = (request) =>
  ok(
    runQuery(
      request.options,
      actieprijzenShape,
      plainRecords(request.administration.actieprijzen),
      queryRules(request),
    ),
  )

export const priceHandlers = { listPrices, listAgreements, listActions }
