// A small chart of accounts for the tests, and books that need no more than it.
import type { AdministrationLists, LedgerAccount, VatKind } from '../../administration.ts'
import type { BookkeepingChoices } from '../../choices.ts'
import type { RemoteId } from '../../ids.ts'
import type { SalesEntryPlan } from '../../plan.ts'
import { knownWith } from '../../sales-order/testing/administration.ts'
import { type OrderSketch, orderOf } from '../../sales-order/testing/orders.ts'
import { decideSalesEntry, type EntryDecision } from '../decide-sales-entry.ts'
import type { EntryKnown } from '../known.ts'

export const account = (
  number: number,
  name: string,
  ledgerFunction: string,
  vatKinds: readonly VatKind[] = ['none'],
  changes: Partial<LedgerAccount> = {},
): LedgerAccount => ({
  id: `ledger-${number}` as RemoteId,
  number: String(number),
  name,
  ledgerFunction,
  vatKinds,
  costCentreRequired: false,
  inactive: false,
  vatRateCode: null,
  ...changes,
})

export const ledgerAccounts: readonly LedgerAccount[] = [
  account(1300, 'Debiteuren', 'DagboekVerkoop'),
  account(1671, 'Btw af te dragen hoog', 'BtwAfTeDragenHoog'),
  account(1680, 'Buitenlandse btw', 'Diversen'),
  account(1850, 'Cadeaubonnen', 'Diversen'),
  account(4900, 'Betalingsverschillen', 'Diversen'),
  account(8000, 'Omzet hoog', 'VerkopenOmzetHoog', ['high']),
  account(8010, 'Omzet laag', 'VerkopenOmzetLaag', ['low']),
  account(8030, 'Omzet vrijgesteld', 'VerkopenBtwVrij'),
  account(8050, 'Omzet verlegd', 'VerkopenOmzetOnbelastVerlegd'),
  account(8060, 'Omzet buiten de EU', 'VerkopenExportBuitenEU'),
  account(8070, 'Omzet binnen de EU', 'VerkopenExportBinnenEU'),
  account(8100, 'Televerkopen standaard', 'InstallatieTeleverkoopBinnenEUgeen', ['none'], { vatRateCode: 'SR' }),
  account(8101, 'Televerkopen verlaagd', 'InstallatieTeleverkoopBinnenEUgeen', ['none'], { vatRateCode: 'RRH' }),
  account(8400, 'Verzendkosten', 'VerkopenOmzetHoog', ['high']),
  account(8420, 'Betalingskosten', 'VerkopenOmzetHoog', ['high']),
  account(8900, 'Verleende kortingen hoog', 'VerkopenOmzetHoog', ['high']),
  account(8999, 'Oude omzet', 'VerkopenOmzetHoog', ['high'], { inactive: true }),
]

export const bookChoices: BookkeepingChoices = {
  ledgerMatrix: {
    'turnover.high.nl': '8000',
    'turnover.low.nl': '8010',
    'turnover.zero.nl': '8050',
    'turnover.exempt.nl': '8030',
    'turnover.reversed.eu': '8070',
    'turnover.zero.world': '8060',
    'shipping.high.nl': '8400',
    'discount.high.nl': '8900',
  },
  untaxed: 'zero',
  giftCardLedger: '1850',
  differenceLedger: '4900',
  invoicePrefix: '',
  entryDescription: 'Webshop-order {ordernummer}',
  documentNumber: 'empty',
  entryTermDays: null,
  markUnread: true,
}

export type EntryCase = {
  readonly order: OrderSketch
  readonly settings?: Partial<BookkeepingChoices>
  readonly known?: Parameters<typeof knownWith>[0]
  readonly ledgers?: AdministrationLists['ledgerAccounts']
}

export function entryKnown({ known, ledgers }: Pick<EntryCase, 'known' | 'ledgers'>): EntryKnown {
  const company = { foreignVatLedgerId: 'ledger-1680' as RemoteId, ...known?.company }
  const base = knownWith({ ...known, company })
  return { ...base, lists: { ...base.lists, ledgerAccounts: ledgers ?? ledgerAccounts } }
}

export const decideEntry = (given: EntryCase): EntryDecision =>
  decideSalesEntry(orderOf(given.order), { ...bookChoices, ...given.settings }, entryKnown(given))

/** The plan; throws where there is none, with the problem in the message. */
export function entryPlan(given: EntryCase): SalesEntryPlan {
  const decision = decideEntry(given)
  if (decision.kind !== 'plan') throw new Error(`no plan but ${JSON.stringify(decision)}`)
  return decision.plan
}
