// What SnelStart sends, with its own names: only the properties that we read. Everything may be null or absent, because
// the API gives null for empty and the description names no compulsory properties (reference A4).
import { z } from 'zod'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const number = z.number().nullish()
const reference = z.object({ id: z.string() }).nullish()

const adres = z.object({ contactpersoon: text, straat: text, postcode: text, plaats: text, land: reference }).nullish()
export type Adres = z.infer<typeof adres>

const emailVersturen = z.object({ shouldSend: flag, email: text, ccEmail: text }).nullish()
export type EmailVersturen = z.infer<typeof emailVersturen>

export const relatie = z.object({
  id: z.string(),
  modifiedOn: text,
  relatiesoort: z.array(z.string()).nullish(),
  relatiecode: number,
  naam: text,
  vestigingsAdres: adres,
  correspondentieAdres: adres,
  telefoon: text,
  mobieleTelefoon: text,
  email: text,
  btwNummer: text,
  krediettermijn: number,
  nonactief: flag,
  kvkNummer: text,
  offerteEmailVersturen: emailVersturen,
  bevestigingsEmailVersturen: emailVersturen,
  factuurEmailVersturen: emailVersturen,
  aanmaningEmailVersturen: emailVersturen,
})
export type Relatie = z.infer<typeof relatie>

export const artikel = z.object({
  id: z.string(),
  modifiedOn: text,
  artikelcode: z.string(),
  omschrijving: text,
  artikelOmzetgroep: reference,
  verkoopprijs: number,
  eenheid: text,
  isNonActief: flag,
  voorraadControle: flag,
  technischeVoorraad: number,
  vrijeVoorraad: number,
  extraVelden: z.array(z.object({ naam: text, waarde: text })).nullish(),
  isHoofdartikel: flag,
  subartikelen: z.array(z.object({ id: z.string(), artikelcode: text, aantal: number })).nullish(),
})
export type Artikel = z.infer<typeof artikel>

export const prijsafspraak = z.object({ artikel: reference, relatie: reference, aantal: number, verkoopprijs: number })

export const verkooporder = z.object({
  id: z.string(),
  relatie: reference,
  nummer: number,
  modifiedOn: text,
  datum: text,
  betalingskenmerk: text,
  verkoopordersjabloon: reference,
  totaalExclusiefBtw: number,
  totaalInclusiefBtw: number,
})
export type Verkooporder = z.infer<typeof verkooporder>

/** With its lines and how far it is; only for stock, because a page of these is several times as large. */
export const openVerkooporder = verkooporder.extend({
  procesStatus: text,
  verkoopfactuur: reference,
  regels: z.array(z.object({ artikel: reference, aantal: number })).nullish(),
})
export type OpenVerkooporder = z.infer<typeof openVerkooporder>

export const artikelVoorraad = z.object({
  id: z.string(),
  isNonActief: flag,
  voorraadControle: flag,
  vrijeVoorraad: number,
})

const boekingsregel = z.object({ grootboek: reference, bedrag: number, btwSoort: text })
export const verkoopboeking = z.object({
  id: z.string(),
  factuurnummer: text,
  klant: reference,
  factuurdatum: text,
  factuurbedrag: number,
  boekingsregels: z.array(boekingsregel).nullish(),
})
export type Verkoopboeking = z.infer<typeof verkoopboeking>

export const verkoopfactuur = z.object({
  id: z.string(),
  verkoopBoeking: reference,
  factuurnummer: text,
  relatie: reference,
  factuurDatum: text,
  factuurBedrag: number,
})
export type Verkoopfactuur = z.infer<typeof verkoopfactuur>

export const verkoopordersjabloon = z.object({
  id: z.string(),
  omschrijving: text,
  nonactief: flag,
  prijsIngaveExclusiefBtw: flag,
})
export type Verkoopordersjabloon = z.infer<typeof verkoopordersjabloon>

export const artikelomzetgroep = z.object({
  id: z.string(),
  nummer: number,
  omschrijving: text,
  verkoopNederlandBtwSoort: text,
})
export type Artikelomzetgroep = z.infer<typeof artikelomzetgroep>

export const grootboek = z.object({
  id: z.string(),
  nummer: number,
  omschrijving: text,
  grootboekfunctie: text,
  btwSoort: z.array(z.string()).nullish(),
  kostenplaatsVerplicht: flag,
  nonactief: flag,
  vatRateCode: text,
})
export type Grootboek = z.infer<typeof grootboek>

export const btwtarief = z.object({ btwSoort: text, btwPercentage: number, datumVanaf: text, datumTotEnMet: text })
export type Btwtarief = z.infer<typeof btwtarief>

export const vatRates = z.object({
  countryCode: text,
  vatRates: z.array(z.object({ rateCode: text, rate: number, validFrom: text })).nullish(),
})
export type VatRates = z.infer<typeof vatRates>

export const land = z.object({ id: z.string(), naam: text, landcode: text, landcodeISO: text })
export type Land = z.infer<typeof land>

export const companyInfo = z.object({
  administratieIdentifier: text,
  administratieNaam: text,
  artikelcodeSoort: text,
  artikelcodeMaxLengte: number,
  verkoopprijsArtikelbestandExclusiefBtw: flag,
  aantalDecimalenArtikelprijzen: number,
  aantalDecimalenArtikelaantallen: number,
  verkooporderVoorraadVanafNiveau: text,
  factureerBuitenlandsBtw: flag,
  buitenlandseBtwGrootboek: reference,
  factureerBuitenlandsBtwRanges: z.array(z.object({ from: number, to: number })).nullish(),
  kleineOndernemersregeling: z.object({ isKleineOndernemersRegelingActief: flag }).nullish(),
})
export type CompanyInfo = z.infer<typeof companyInfo>

/** Answer of the token endpoint; not part of the API's own description. */
export const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
