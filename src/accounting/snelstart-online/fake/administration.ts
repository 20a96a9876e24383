// Everything that one simulated administration holds. Records are replaced, never changed in place, so that indexes and
// snapshots stay right.
import { createHash } from 'node:crypto'
import { type Collection, createCollection, type Indexes } from './collection.ts'
import { emptyRow, type Reference } from './shape.ts'
import { type CompanyInfo, companyInfoShape } from './shapes/company.ts'
import type { Relatie } from './shapes/relation.ts'
import type { Artikel, Verkoopboeking, Verkoopfactuur, Verkooporder } from './shapes/sales.ts'
import type {
  Actieprijzen,
  BtwTarief,
  Dagboek,
  Grootboek,
  Kostenplaats,
  Land,
  Omzetgroep,
  Sjabloon,
  VatRateDefinition,
  VatRates,
} from './shapes/settings.ts'
import { type CountedOrders, createOrders } from './stock-count.ts'
import { monotonic, toDutchWallClock } from './wall-clock.ts'

/** An agreed price (or discount in percent) of a customer for an article, from a quantity on, within dates. */
export type Afspraak = {
  readonly relatieId: string
  readonly artikelId: string
  readonly vanaf: number
  readonly korting: number | null
  readonly verkoopprijs: number | null
  readonly startdatum: string
  readonly einddatum: string
}

type CustomFieldType = 'Text' | 'Integer' | 'Money' | 'Float' | 'DateTime' | 'Boolean' | 'Enum' | 'ByteArray'
export type CustomFieldDefinition = {
  readonly name: string
  readonly type: CustomFieldType
  readonly properties: readonly { readonly name: string; readonly value: unknown }[]
}
export type CustomFieldOwner = 'klant' | 'leverancier' | 'artikel'

export type Administration = {
  companyInfo: CompanyInfo
  readonly relaties: Collection<Relatie>
  readonly artikelen: Collection<Artikel>
  /** Sales orders and quotations: a quotation is one with procesStatus Offerte. */
  readonly verkooporders: Collection<Verkooporder>
  readonly afterOrders: CountedOrders['afterOrders']
  readonly verkoopboekingen: Collection<Verkoopboeking>
  readonly verkoopfacturen: Collection<Verkoopfactuur>
  readonly artikelomzetgroepen: Collection<Omzetgroep>
  readonly verkoopordersjablonen: Collection<Sjabloon>
  readonly grootboeken: Collection<Grootboek>
  readonly dagboeken: Collection<Dagboek>
  readonly landen: Collection<Land>
  readonly kostenplaatsen: Collection<Kostenplaats>
  btwtarieven: readonly BtwTarief[]
  vatrates: readonly VatRates[]
  vatratedefinitions: readonly VatRateDefinition[]
  actieprijzen: readonly Actieprijzen[]
  afspraken: readonly Afspraak[]
  customFields: Readonly<Record<CustomFieldOwner, readonly CustomFieldDefinition[]>>
  /** Values of custom fields by the id of their relation or article. */
  readonly customFieldValues: Map<string, Readonly<Record<string, unknown>>>
  refusedVatNumbers: ReadonlySet<string>
  /** Last day of the closed periods, and of what the accountant has locked; null: none. */
  closedUpTo: string | null
  lockedUpTo: string | null
  nextRelatiecode: number
  nextOrdernummer: number
  /** SnelStart's wall clock now. */
  readonly now: () => string
  readonly newId: () => string
}

/** Always the same guid for the same words, so that two simulators with one seed agree. */
export function deriveId(...words: readonly (string | number)[]): string {
  const digits = createHash('md5').update(words.join('\n')).digest('hex')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5')
}

/** As SnelStart writes a reference; null for none and for the zero guid. */
export function toReference(resource: string, reference: Reference | null): Reference | null {
  if (reference?.id == null || /^[0-]+$/.test(reference.id)) return null
  return { id: reference.id, uri: `/${resource}/${reference.id}` }
}

const relatieIndexes: Indexes<Relatie> = {
  Id: (relatie) => relatie.id,
  Relatiecode: (relatie) => relatie.relatiecode,
  Email: (relatie) => relatie.email,
}
const orderIndexes: Indexes<Verkooporder> = {
  Id: (order) => order.id,
  Nummer: (order) => order.nummer,
  Betalingskenmerk: (order) => order.betalingskenmerk,
  'Relatie/Id': (order) => order.relatie?.id ?? null,
}

export function createAdministration(clock: () => number): Administration {
  const readClock = monotonic(clock)
  const { orders, afterOrders } = createOrders(orderIndexes)
  let created = 0
  return {
    companyInfo: emptyRow(companyInfoShape),
    relaties: createCollection(relatieIndexes),
    artikelen: createCollection<Artikel>({
      Id: (artikel) => artikel.id,
      Artikelcode: (artikel) => artikel.artikelcode,
    }),
    verkooporders: orders,
    afterOrders,
    verkoopboekingen: createCollection<Verkoopboeking>({
      Factuurnummer: (boeking) => boeking.factuurnummer,
      'Klant/Id': (boeking) => boeking.klant?.id ?? null,
    }),
    verkoopfacturen: createCollection<Verkoopfactuur>({ Factuurnummer: (factuur) => factuur.factuurnummer }),
    artikelomzetgroepen: createCollection<Omzetgroep>({ Nummer: (groep) => groep.nummer }),
    verkoopordersjablonen: createCollection<Sjabloon>({ Omschrijving: (sjabloon) => sjabloon.omschrijving }),
    grootboeken: createCollection<Grootboek>({ Nummer: (grootboek) => grootboek.nummer }),
    dagboeken: createCollection<Dagboek>({ Nummer: (dagboek) => dagboek.nummer }),
    landen: createCollection<Land>({ Landcode: (land) => land.landcode }),
    kostenplaatsen: createCollection<Kostenplaats>({ Nummer: (kostenplaats) => kostenplaats.nummer }),
    btwtarieven: [],
    vatrates: [],
    vatratedefinitions: [],
    actieprijzen: [],
    afspraken: [],
    customFields: { klant: [], leverancier: [], artikel: [] },
    customFieldValues: new Map(),
    refusedVatNumbers: new Set(),
    closedUpTo: null,
    lockedUpTo: null,
    nextRelatiecode: 1,
    nextOrdernummer: 1,
    now: () => toDutchWallClock(readClock()),
    newId: () => {
      created += 1
      return deriveId('created', created)
    },
  }
}
