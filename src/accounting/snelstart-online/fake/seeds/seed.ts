// What a seed may hold: records as the API shows them, each as complete as one likes. A reference may be given by what a
// person knows (a country by 'NL', a relation by its code) instead of an id.
import type { Fields, Shape } from '../shape.ts'
import { relatieShape } from '../shapes/relation.ts'
import { artikelShape, verkoopboekingShape, verkoopfactuurShape, verkooporderShape } from '../shapes/sales.ts'
import {
  actieprijzenShape,
  btwTariefShape,
  dagboekShape,
  grootboekShape,
  kostenplaatsShape,
  landShape,
  omzetgroepShape,
  sjabloonShape,
  vatRateDefinitionShape,
  vatRatesShape,
} from '../shapes/settings.ts'

export type SeedRecord = Readonly<Record<string, unknown>>
type Records = readonly SeedRecord[]

export type Seed = {
  /** Replaces the fields that it names. */
  readonly companyInfo?: SeedRecord
  // Records with the same id or key (code, number, name) as an existing one change the fields that they name; others are added.
  readonly landen?: Records
  readonly grootboeken?: Records
  readonly dagboeken?: Records
  readonly kostenplaatsen?: Records
  readonly artikelomzetgroepen?: Records
  readonly verkoopordersjablonen?: Records
  readonly relaties?: Records
  readonly artikelen?: Records
  readonly verkooporders?: Records
  readonly verkoopboekingen?: Records
  readonly verkoopfacturen?: Records
  // These lists are replaced as a whole.
  readonly btwtarieven?: Records
  readonly vatrates?: Records
  readonly vatratedefinitions?: Records
  readonly actieprijzen?: Records
  /** `{relatie, artikel, vanaf?, korting?, verkoopprijs?, startdatum?, einddatum?}`: agreed prices, added to those there are. */
  readonly prijsafspraken?: Records
  /** `{klant: [{name, type, properties?}], leverancier: […], artikel: […]}`: the custom fields that exist. */
  readonly customFields?: SeedRecord
  /** By the id of a relation or article: `{field: value}`. */
  readonly customFieldValues?: SeedRecord
  /** VAT numbers that are refused although their form is right. */
  readonly refusedVatNumbers?: readonly string[]
  /** Last day (YYYY-MM-DD) of the closed periods, and of what the accountant has locked; null opens them again. */
  readonly closedUpTo?: string | null
  readonly lockedUpTo?: string | null
}

/** The tables of a seed in the order of loading: what is referred to comes first. `key` is what a person calls a record by. */
export const tables = {
  landen: { shape: landShape, key: 'landcode' },
  grootboeken: { shape: grootboekShape, key: 'nummer' },
  dagboeken: { shape: dagboekShape, key: 'nummer' },
  kostenplaatsen: { shape: kostenplaatsShape, key: 'nummer' },
  artikelomzetgroepen: { shape: omzetgroepShape, key: 'nummer' },
  verkoopordersjablonen: { shape: sjabloonShape, key: 'omschrijving' },
  relaties: { shape: relatieShape, key: 'relatiecode' },
  artikelen: { shape: artikelShape, key: 'artikelcode' },
  verkooporders: { shape: verkooporderShape, key: 'nummer' },
  verkoopboekingen: { shape: verkoopboekingShape, key: 'factuurnummer' },
  verkoopfacturen: { shape: verkoopfactuurShape, key: 'factuurnummer' },
} as const satisfies Record<string, { shape: Shape<Fields>; key: string }>
export type TableName = keyof typeof tables

export const plainLists = {
  btwtarieven: btwTariefShape,
  vatrates: vatRatesShape,
  vatratedefinitions: vatRateDefinitionShape,
  actieprijzen: actieprijzenShape,
} as const satisfies Record<string, Shape<Fields>>
export type PlainListName = keyof typeof plainLists

/** Which table a reference of this name points to. */
export const referenceTables: Readonly<Record<string, TableName>> = {
  land: 'landen',
  relatie: 'relaties',
  klant: 'relaties',
  factuurRelatie: 'relaties',
  artikel: 'artikelen',
  artikelOmzetgroep: 'artikelomzetgroepen',
  verkoopordersjabloon: 'verkoopordersjablonen',
  kostenplaats: 'kostenplaatsen',
  grootboek: 'grootboeken',
  verkoopGrootboekNederlandIdentifier: 'grootboeken',
  rekeningTeOntvangenInkoopfacturen: 'grootboeken',
  dagboekVoorraadverschillen: 'grootboeken',
  buitenlandseBtwGrootboek: 'grootboeken',
  verkoopBoeking: 'verkoopboekingen',
  verkoopfactuur: 'verkoopfacturen',
}

/** A seed or fault file that cannot be used; the message names the place. */
export class SeedWrong extends Error {
  override readonly name = 'SeedWrong'
}
