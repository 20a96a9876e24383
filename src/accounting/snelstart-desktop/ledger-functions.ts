// The functions of ledger accounts by their numbers, under the names that SnelStart Online gives them (reference/snelstart.md,
// A7), which is what the core knows them by; and the VAT kind that each is for.
import type { VatKind } from '../../core/administration.ts'

const names = new Map<number, string>([
  [0, 'Diversen'],
  [1, 'DagboekKas'],
  [2, 'DagboekBank'],
  [3, 'DagboekGiro'],
  [4, 'DagboekVerkoop'],
  [5, 'DagboekInkoop'],
  [7, 'DagboekMemoriaal'],
  [8, 'DagboekBalans'],
  [10, 'VerkopenOmzetOnbelastVerlegd'],
  [11, 'VerkopenOmzetLaag'],
  [12, 'VerkopenOmzetHoog'],
  [13, 'VerkopenOmzetOverig'],
  [15, 'VerkopenBtwVrij'],
  [21, 'BtwAfteDragenLaag'],
  [22, 'BtwAfTeDragenHoog'],
  [23, 'BtwAfTeDragenOverig'],
  [24, 'BtwAfTeDragenVerlegdVerkopen'],
  [25, 'BtwTeVorderenVerlegd'],
  [34, 'InkopenVraagPosten'],
  [41, 'BtwTeVorderenLaag'],
  [42, 'BtwTeVorderenHoog'],
  [43, 'BtwTeVorderenOverig'],
  [44, 'BtwAfTeDragenVerlegdInkopen'],
  [45, 'BtwTeVorderenVerlegdInkopen'],
  [80, 'VerkopenExportBinnenEU'],
  [81, 'VerkopenExportBuitenEU'],
  [82, 'OninbareVorderingen'],
  [83, 'HerrekeningCorrecties'],
  [84, 'InstallatieTeleverkoopBinnenEUgeen'],
  [88, 'DienstverleningBinnenEU'],
  [100, 'KredietbeperkingVerkopen'],
  [101, 'KredietbeperkingInkopen'],
  [102, 'Betalingskorting'],
  [110, 'TussenrekeningBetalingen'],
  [111, 'OnbekendeBetalingen'],
  [112, 'Kruisposten'],
  [120, 'ContanteBetaling'],
  [121, 'ElectronischeBetaling'],
  [130, 'Winstboeking'],
])

/** The sales journal: the account of the debtors. */
export const salesJournalFunction = 4

/** `listed`: what tblGrootboekFunctie says; for a number that we do not know. */
export const ledgerFunctionName = (number: number | null, listed: ReadonlyMap<number, string>): string =>
  number === null ? '' : (names.get(number) ?? listed.get(number) ?? `Functie${number}`)

const kinds = new Map<number, VatKind>([
  [10, 'none'],
  [11, 'low'],
  [12, 'high'],
  [13, 'other'],
  [15, 'none'],
  [80, 'none'],
  [81, 'none'],
  [88, 'none'],
])

/** Empty: every kind. The desktop's tables do not list them; they follow from the function. */
export function vatKindsOfFunction(number: number | null): readonly VatKind[] {
  const kind = number === null ? undefined : kinds.get(number)
  return kind === undefined ? [] : [kind]
}
