// Fills in what SnelStart itself adds to a record on saving: defaults, addresses of references, computed flags. Used for
// records that clients write and for those of a seed.
import { type Administration, toReference } from './administration.ts'
import type { Adres, EmailVersturen, Relatie } from './shapes/relation.ts'
import type { Artikel, Subartikel } from './shapes/sales.ts'
import type { Land } from './shapes/settings.ts'

const noEmail: EmailVersturen = Object.freeze({ shouldSend: false, email: null, ccEmail: null })

const findLand = (administration: Administration, code: string): Land | undefined =>
  administration.landen.lookUp('Landcode', code)?.[0]

export const isEmptyAdres = (adres: Adres | null): boolean =>
  adres === null || Object.values(adres).every((value) => value === null || value === '')

/** An address whose country, when left out, is the Netherlands. Null stays null. */
export function completeAdres(administration: Administration, adres: Adres | null): Adres | null {
  if (adres === null || isEmptyAdres(adres)) return adres === null ? null : { ...adres, land: null }
  const netherlands = findLand(administration, 'NL')
  const land = adres.land ?? (netherlands === undefined ? null : { id: netherlands.id, uri: null })
  return { ...adres, land: toReference('landen', land) }
}

export function completeRelatie(administration: Administration, relatie: Relatie): Relatie {
  const uri = `/relaties/${relatie.id}`
  return {
    ...relatie,
    uri,
    relatiesoort: relatie.relatiesoort ?? [],
    vestigingsAdres: completeAdres(administration, relatie.vestigingsAdres),
    correspondentieAdres: completeAdres(administration, relatie.correspondentieAdres),
    factuurkorting: relatie.factuurkorting ?? 0,
    krediettermijn: relatie.krediettermijn ?? 14,
    bankieren: relatie.incassoSoort === 'Core' || relatie.incassoSoort === 'B2B',
    nonactief: relatie.nonactief ?? false,
    aanmaningsoort: relatie.aanmaningsoort ?? 'Nee',
    offerteEmailVersturen: relatie.offerteEmailVersturen ?? noEmail,
    bevestigingsEmailVersturen: relatie.bevestigingsEmailVersturen ?? noEmail,
    factuurEmailVersturen: relatie.factuurEmailVersturen ?? noEmail,
    aanmaningEmailVersturen: relatie.aanmaningEmailVersturen ?? noEmail,
    offerteAanvraagEmailVersturen: relatie.offerteAanvraagEmailVersturen ?? noEmail,
    bestellingEmailVersturen: relatie.bestellingEmailVersturen ?? noEmail,
    ublBestandAlsBijlage: relatie.ublBestandAlsBijlage ?? false,
    incassoSoort: relatie.incassoSoort ?? 'Geen',
    factuurRelatie: toReference('relaties', relatie.factuurRelatie),
    inkoopBoekingenUri: `${uri}/inkoopboekingen`,
    verkoopBoekingenUri: `${uri}/verkoopboekingen`,
    documents: relatie.documents ?? [],
    extraVeldenKlant: relatie.extraVeldenKlant ?? [],
  }
}

function completeSubartikel(administration: Administration, part: Subartikel): Subartikel {
  const artikel = administration.artikelen.lookUp('Artikelcode', part.artikelcode ?? '')?.[0]
  return { ...part, id: artikel?.id ?? part.id, uri: artikel?.uri ?? null }
}

export function completeArtikel(administration: Administration, artikel: Artikel): Artikel {
  const parts = (artikel.subartikelen ?? []).map((part) => completeSubartikel(administration, part))
  return {
    ...artikel,
    uri: `/artikelen/${artikel.id}`,
    isHoofdartikel: parts.length > 0,
    subartikelen: parts,
    artikelOmzetgroep: toReference('artikelomzetgroepen', artikel.artikelOmzetgroep),
    relatie: toReference('relaties', artikel.relatie),
    isNonActief: artikel.isNonActief ?? false,
    voorraadControle: artikel.voorraadControle ?? false,
    technischeVoorraad: artikel.technischeVoorraad ?? 0,
    vrijeVoorraad: artikel.vrijeVoorraad ?? artikel.technischeVoorraad ?? 0,
    extraVelden: artikel.extraVelden ?? [],
  }
}
