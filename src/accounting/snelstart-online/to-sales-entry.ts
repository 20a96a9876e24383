// Our sales entry → SnelStart's verkoopboeking. Pure: everything was decided before, this only says it in SnelStart's words.
import type { EntryVatKind, SalesEntryDocument, VatKind } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import { exactNumber } from './exact-json.ts'
import type { RawRecord } from './to-customer.ts'

// Two vocabularies on purpose: a line says Hoog where its row of VAT says VerkopenHoog (reference A7); mixed up, the
// booking is refused (BOE-0082).
const lineKinds: Readonly<Record<VatKind, string>> = { none: 'Geen', low: 'Laag', high: 'Hoog', other: 'Overig' }
const rowKinds: Readonly<Record<EntryVatKind, string>> = {
  low: 'VerkopenLaag',
  high: 'VerkopenHoog',
  other: 'VerkopenOverig',
  reversed: 'VerkopenVerlegd',
}

/** Body of POST /verkoopboekingen. The sales journal is implied: there is no field for it. */
export function toVerkoopboeking(customerId: RemoteId, document: SalesEntryDocument): RawRecord {
  return {
    factuurnummer: document.invoiceNumber,
    klant: { id: customerId },
    factuurdatum: `${document.date}T00:00:00`,
    factuurbedrag: exactNumber(document.totalIncl),
    omschrijving: document.description,
    ...(document.documentNumber === '' ? {} : { boekstuk: document.documentNumber }),
    ...(document.paymentTermDays === null ? {} : { betalingstermijn: document.paymentTermDays }),
    markering: document.markUnread,
    boekingsregels: document.lines.map((line) => ({
      grootboek: { id: line.ledgerId },
      omschrijving: line.description,
      bedrag: exactNumber(line.amountExcl),
      btwSoort: lineKinds[line.vatKind],
    })),
    btw: document.vat.map(({ kind, amount }) => ({ btwSoort: rowKinds[kind], btwBedrag: exactNumber(amount) })),
  }
}
