// What SnelStart checks when a sales booking is saved (reference/snelstart.md A7, A8, A10).
import { add, type Decimal, decimal, equals, sum } from '../../../../core/money.ts'
import type { Administration } from '../administration.ts'
import { type ErrorCode, refuseIfAny } from '../refusal.ts'
import { isInEu } from '../seeds/countries.ts'
import type { Boekingsregel, Verkoopboeking } from '../shapes/sales.ts'
import { checkOneStopShop, isOneStopShop } from './one-stop-shop.ts'
import { tooLong } from './relation.ts'

type Found = ErrorCode | null | false

/** The row of VAT that belongs to a line's kind; the two vocabularies differ on purpose. */
const rowKinds = [
  'Geen',
  'VerkopenLaag',
  'VerkopenHoog',
  'VerkopenOverig',
  'VerkopenVerlegd',
  'InkopenLaag',
  'InkopenHoog',
  'InkopenOverig',
]
const lineKinds = ['Geen', 'Laag', 'Hoog', 'Overig']
const euFunctions = ['VerkopenExportBinnenEU', 'DienstverleningBinnenEU']
/** Accounts that SnelStart books on by itself: the debtor's and the VAT's. */
const ownFunctions = /^(DagboekVerkoop|DagboekInkoop|BtwAfte?Dragen|BtwTeVorderen)/i
const functionOfRow: Readonly<Record<string, string>> = {
  VerkopenLaag: 'BtwAfteDragenLaag',
  VerkopenHoog: 'BtwAfTeDragenHoog',
  VerkopenOverig: 'BtwAfTeDragenOverig',
  VerkopenVerlegd: 'BtwAfTeDragenVerlegdVerkopen',
}

const total = (amounts: readonly (number | null)[]): Decimal => sum(amounts.map((amount) => decimal(amount ?? 0)))

/** Lines (excl. VAT) plus VAT: what the customer owes. */
export const bookedTotal = (boeking: Verkoopboeking): Decimal =>
  add(
    total((boeking.boekingsregels ?? []).map(({ bedrag }) => bedrag)),
    total((boeking.btw ?? []).map(({ btwBedrag }) => btwBedrag)),
  )

function checkNumber(administration: Administration, boeking: Verkoopboeking): Found {
  const number = boeking.factuurnummer?.trim() ?? ''
  if (number === '' || number.length > 25) return 'BOE-0058'
  const holder = administration.verkoopboekingen.lookUp('Factuurnummer', number)?.[0]
  const invoice = administration.verkoopfacturen.lookUp('Factuurnummer', number)?.[0]
  const taken =
    (holder !== undefined && holder.id !== boeking.id) ||
    (invoice !== undefined && invoice.verkoopBoeking?.id !== boeking.id)
  return taken && 'BOE-0021'
}

function checkCustomer(administration: Administration, boeking: Verkoopboeking): Found {
  const klant = administration.relaties.get(boeking.klant?.id)
  if (!klant?.relatiesoort?.includes('Klant')) return 'BOE-0060'
  return klant.nonactief === true && 'BOE-0054'
}

/** EU accounts are for customers elsewhere in the EU who have a VAT number. */
function fitsEuAccount(administration: Administration, boeking: Verkoopboeking): boolean {
  const klant = administration.relaties.get(boeking.klant?.id)
  const land = administration.landen.get(klant?.vestigingsAdres?.land?.id)?.landcode ?? 'NL'
  return land !== 'NL' && isInEu(land) && Boolean(klant?.btwNummer)
}

function checkLine(administration: Administration, boeking: Verkoopboeking, regel: Boekingsregel): Found[] {
  const grootboek = administration.grootboeken.get(regel.grootboek?.id)
  if (grootboek === undefined) return ['BOE-0037']
  const allowed = grootboek.btwSoort ?? []
  const unfit = regel.btwSoort !== null && allowed.length > 0 && !allowed.includes(regel.btwSoort)
  const kostenplaats = administration.kostenplaatsen.get(regel.kostenplaats?.id)
  const needsKind = ['InkopenKostenAlleBtwTarieven', 'InkopenVraagPosten'].includes(grootboek.grootboekfunctie ?? '')
  return [
    grootboek.nonactief === true && 'BOE-0008',
    regel.kostenplaats !== null && kostenplaats === undefined && 'BOE-0019',
    grootboek.kostenplaatsVerplicht === true && regel.kostenplaats === null && 'BOE-0022',
    (regel.bedrag ?? 0) === 0 && 'BOE-0028',
    tooLong(regel.omschrijving, 250) && 'BOE-0071',
    ownFunctions.test(grootboek.grootboekfunctie ?? '') && 'BOE-0061',
    euFunctions.includes(grootboek.grootboekfunctie ?? '') && !fitsEuAccount(administration, boeking) && 'BOE-0080',
    grootboek.vatRateCode !== null && !isOneStopShop(administration, boeking) && 'BOE-0080',
    (unfit ||
      (regel.btwSoort !== null && !lineKinds.includes(regel.btwSoort)) ||
      (needsKind && regel.btwSoort === null)) &&
      'BOE-0082',
  ]
}

function checkVatRows(administration: Administration, boeking: Verkoopboeking): Found[] {
  const rows = (boeking.btw ?? []).map(({ btwSoort }) => btwSoort ?? '')
  const lines = (boeking.boekingsregels ?? []).map(({ btwSoort }) => btwSoort ?? 'Geen')
  const functions = new Set(
    Iterator.from(administration.grootboeken.values()).map(({ grootboekfunctie }) => grootboekfunctie),
  )
  const reversed = rows.includes('VerkopenVerlegd')
  const withoutLine = rows.some((row) => row.startsWith('Verkopen') && !reversed && !lines.includes(row.slice(8)))
  return [
    rows.some((kind) => !rowKinds.includes(kind)) && 'BOE-0082',
    reversed && [...rows, ...lines].some((kind) => kind !== 'VerkopenVerlegd' && kind !== 'Geen') && 'BOE-0062',
    rows.some((kind) => functionOfRow[kind] !== undefined && !functions.has(functionOfRow[kind])) && 'BOE-0081',
    (withoutLine || new Set(rows).size < rows.length) && 'BOE-0069',
  ]
}

/** A collection needs an account to collect from. */
function lacksIban(administration: Administration, boeking: Verkoopboeking): boolean {
  const collects = boeking.doorlopendeIncassoMachtiging !== null || boeking.eenmaligeIncassoMachtiging !== null
  return collects && !administration.relaties.get(boeking.klant?.id)?.iban
}

const liesIn = (boeking: Verkoopboeking, upTo: string | null): boolean =>
  upTo !== null && (boeking.factuurdatum ?? '').slice(0, 10) <= upTo

function isTooOld(administration: Administration, boeking: Verkoopboeking): boolean {
  const today = administration.now()
  const limit = `${Number(today.slice(0, 4)) - 5}${today.slice(4, 10)}`
  return boeking.factuurdatum !== null && boeking.factuurdatum < limit
}

/** Throws a Refusal with every broken rule. */
export function checkBooking(administration: Administration, boeking: Verkoopboeking): void {
  const lines = boeking.boekingsregels ?? []
  const stated = boeking.factuurbedrag
  refuseIfAny([
    checkNumber(administration, boeking),
    lines.length === 0 && 'BOE-0023',
    isTooOld(administration, boeking) && 'BOE-0033',
    liesIn(boeking, administration.closedUpTo) && 'BOE-0042',
    liesIn(boeking, administration.lockedUpTo) && 'BOE-0051',
    checkCustomer(administration, boeking),
    lacksIban(administration, boeking) && 'BOE-0052',
    tooLong(boeking.boekstuk, 25) && 'BOE-0068',
    tooLong(boeking.omschrijving, 250) && 'BOE-0071',
    (boeking.omschrijving ?? '').trim() === '' && 'BOE-0084',
    ...new Set(lines.flatMap((regel) => checkLine(administration, boeking, regel))),
    ...checkVatRows(administration, boeking),
    checkOneStopShop(administration, boeking),
    stated !== null && !equals(decimal(stated), bookedTotal(boeking)) && 'BOE-0039',
  ])
}
