// What SnelStart checks when a relation is saved (reference/snelstart.md A7, A8), all errors at once.
import type { Administration } from '../administration.ts'
import { isEmptyAdres } from '../complete.ts'
import { type ErrorCode, refuseIfAny } from '../refusal.ts'
import type { Adres, EmailVersturen, Relatie } from '../shapes/relation.ts'
import { checkVatNumber } from './vat-number.ts'

type Found = ErrorCode | null | false

export const tooLong = (text: string | null, max: number): boolean => text !== null && text.length > max
const isFilled = (text: string | null): text is string => text !== null && text.trim() !== ''

const emailForm = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/
const isEmailList = (text: string): boolean => text.split(';').every((part) => emailForm.test(part.trim()))

function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain)) return false
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

function checkKind(relatie: Relatie, before: Relatie | null): Found[] {
  const kinds = relatie.relatiesoort ?? []
  const same = before !== null && [...kinds].sort().join() === [...(before.relatiesoort ?? [])].sort().join()
  return [
    kinds.length === 0 && 'REL-0001',
    kinds.includes('Eigen') && !before?.relatiesoort?.includes('Eigen') && 'REL-0048',
    kinds.includes('Klant') && kinds.includes('Leverancier') && !same && 'REL-0065',
    before !== null && kinds.length > 0 && !same && 'REL-0064',
  ]
}

function checkCode(administration: Administration, relatie: Relatie): Found {
  if (relatie.relatiecode === null) return null
  const holder = administration.relaties.lookUp('Relatiecode', relatie.relatiecode)?.[0]
  return holder !== undefined && holder.id !== relatie.id && 'REL-0008'
}

function checkEstablishment(administration: Administration, adres: Adres | null): Found[] {
  if (adres === null) return []
  const incomplete =
    !isEmptyAdres(adres) && [adres.straat, adres.postcode, adres.plaats].some((text) => !isFilled(text))
  return [
    tooLong(adres.straat, 50) && 'REL-0020',
    tooLong(adres.postcode, 25) && 'REL-0021',
    tooLong(adres.plaats, 50) && 'REL-0022',
    tooLong(adres.contactpersoon, 50) && 'REL-0023',
    adres.land !== null && administration.landen.get(adres.land.id) === undefined && 'REL-0055',
    incomplete && 'REL-0060',
  ]
}

function checkCorrespondence(administration: Administration, adres: Adres | null): Found[] {
  if (adres === null) return []
  return [
    tooLong(adres.straat, 50) && 'REL-0025',
    tooLong(adres.postcode, 25) && 'REL-0026',
    tooLong(adres.plaats, 50) && 'REL-0027',
    tooLong(adres.contactpersoon, 50) && 'REL-0028',
    adres.land !== null && administration.landen.get(adres.land.id) === undefined && 'REL-0056',
  ]
}

function checkEmailGroup(group: EmailVersturen | null, missing: ErrorCode, invalid: ErrorCode): Found[] {
  const given = [group?.email ?? null, group?.ccEmail ?? null].filter(isFilled)
  return [
    group?.shouldSend === true && !isFilled(group.email) && missing,
    given.some((text) => !isEmailList(text)) && invalid,
    given.some((text) => text.length > 250) && 'REL-0068',
  ]
}

function checkEmails(relatie: Relatie): Found[] {
  return [
    relatie.email !== null && isFilled(relatie.email) && !isEmailList(relatie.email) && 'REL-0061',
    tooLong(relatie.email, 250) && 'REL-0068',
    ...checkEmailGroup(relatie.offerteEmailVersturen, 'REL-0029', 'REL-0030'),
    ...checkEmailGroup(relatie.bevestigingsEmailVersturen, 'REL-0031', 'REL-0032'),
    ...checkEmailGroup(relatie.factuurEmailVersturen, 'REL-0033', 'REL-0034'),
    ...checkEmailGroup(relatie.aanmaningEmailVersturen, 'REL-0038', 'REL-0039'),
    ...checkEmailGroup(relatie.offerteAanvraagEmailVersturen, 'REL-0089', 'REL-0090'),
    ...checkEmailGroup(relatie.bestellingEmailVersturen, 'REL-0096', 'REL-0097'),
  ]
}

function checkInvoiceRelation(administration: Administration, relatie: Relatie): Found {
  if (relatie.factuurRelatie === null) return null
  const other = administration.relaties.get(relatie.factuurRelatie.id)
  if (other === undefined) return 'REL-0017'
  return other.relatiesoort?.includes('Klant') ? null : 'REL-0018'
}

function checkNumbers(administration: Administration, relatie: Relatie): Found[] {
  const { btwNummer, kvkNummer, iban, oin, krediettermijn, vestigingsAdres } = relatie
  const land = administration.landen.get(vestigingsAdres?.land?.id)?.landcode ?? null
  return [
    krediettermijn !== null && (krediettermijn < -365 || krediettermijn > 1000) && 'REL-0003',
    kvkNummer !== null && isFilled(kvkNummer) && !/^[A-Za-z0-9 .]{1,12}$/.test(kvkNummer) && 'REL-0006',
    iban !== null && isFilled(iban) && !isIban(iban) && 'REL-0009',
    oin !== null && isFilled(oin) && !/^\d{20}$/.test(oin) && 'REL-0086',
    btwNummer !== null && isFilled(btwNummer) ? checkVatNumber(administration, btwNummer, land) : null,
  ]
}

/** `relatie` is completed already; `before` is the stored one on a change. Throws a Refusal with every broken rule. */
export function checkRelatie(administration: Administration, relatie: Relatie, before: Relatie | null): void {
  refuseIfAny([
    ...checkKind(relatie, before),
    (!isFilled(relatie.naam) || tooLong(relatie.naam, 50)) && 'REL-0007',
    checkCode(administration, relatie),
    tooLong(relatie.telefoon, 25) && 'REL-0012',
    tooLong(relatie.mobieleTelefoon, 25) && 'REL-0013',
    tooLong(relatie.websiteUrl, 100) && 'REL-0015',
    checkInvoiceRelation(administration, relatie),
    ...checkEstablishment(administration, relatie.vestigingsAdres),
    ...checkCorrespondence(administration, relatie.correspondentieAdres),
    ...checkEmails(relatie),
    ...checkNumbers(administration, relatie),
  ])
}
