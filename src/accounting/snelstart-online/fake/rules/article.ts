// What SnelStart checks when an article is saved or removed (reference/snelstart.md A7, A8).
import type { Administration } from '../administration.ts'
import { type ErrorCode, refuseIfAny } from '../refusal.ts'
import type { Artikel } from '../shapes/sales.ts'
import { tooLong } from './relation.ts'

/** The article behind text lines in the program; it cannot be changed. */
const textLineCode = '-1'

function checkCode(administration: Administration, artikel: Artikel): (ErrorCode | false)[] {
  const code = artikel.artikelcode?.trim() ?? ''
  if (code === '') return ['ART-0002']
  const { artikelcodeSoort, artikelcodeMaxLengte } = administration.companyInfo
  const holder = administration.artikelen.lookUp('Artikelcode', code)?.[0]
  return [
    artikelcodeSoort === 'Numeriek' && !/^\d+$/.test(code) && 'ART-0003',
    artikelcodeMaxLengte !== null && code.length > artikelcodeMaxLengte && 'ART-0004',
    holder !== undefined && holder.id !== artikel.id && 'ART-0005',
  ]
}

function checkSupplier(administration: Administration, artikel: Artikel): ErrorCode | null {
  if (artikel.relatie === null) return null
  const supplier = administration.relaties.get(artikel.relatie.id)
  if (supplier === undefined) return 'ART-0016'
  if (supplier.relatiesoort?.every((kind) => kind === 'Klant')) return 'ART-0017'
  return supplier.nonactief === true ? 'ART-0018' : null
}

function checkGroup(administration: Administration, artikel: Artikel): ErrorCode | null {
  if (artikel.artikelOmzetgroep === null) return 'ART-0008'
  return administration.artikelomzetgroepen.get(artikel.artikelOmzetgroep.id) === undefined ? 'ART-0009' : null
}

/** Throws a Refusal with every broken rule. */
export function checkArtikel(administration: Administration, artikel: Artikel, before: Artikel | null): void {
  refuseIfAny([
    before?.artikelcode === textLineCode && 'ART-0015',
    ...checkCode(administration, artikel),
    (artikel.omschrijving?.trim() ?? '') === '' && 'ART-0006',
    tooLong(artikel.omschrijving, 250) && 'ART-0007',
    checkGroup(administration, artikel),
    checkSupplier(administration, artikel),
  ])
}

/** Throws a Refusal where the article is still needed. Looks through all orders: removing is rare. */
export function checkArtikelRemoval(administration: Administration, artikel: Artikel): void {
  const orders = Iterator.from(administration.verkooporders.values())
  const others = Iterator.from(administration.artikelen.values())
  refuseIfAny([
    artikel.artikelcode === textLineCode && 'ART-0015',
    artikel.voorraadControle === true && (artikel.technischeVoorraad ?? 0) !== 0 && 'ART-0010',
    orders.some((order) => (order.regels ?? []).some((regel) => regel.artikel?.id === artikel.id)) && 'ART-0011',
    others.some((other) => (other.subartikelen ?? []).some((part) => part.id === artikel.id)) && 'ART-0012',
  ])
}
