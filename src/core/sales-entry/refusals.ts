// Which ledger accounts SnelStart refuses in which cell of the matrix (or for gift cards and differences), before it does so:
// account function, VAT kinds, rate code, cost centre (BOE-0008, 0022, 0061, 0080, 0082; reference/snelstart.md A7, A8, A10).
import type { LedgerAccount } from '../administration.ts'
import type { Text } from '../text.ts'
import { type Cell, isOss, lineKindOf, type VatColumn } from './matrix.ts'

/** Functions of revenue accounts, and the columns that each is for. Other functions (Diversen …) are free. */
const columnsOfFunction: Readonly<Record<string, readonly VatColumn[]>> = {
  VerkopenOmzetHoog: ['high'],
  VerkopenOmzetLaag: ['low'],
  VerkopenOmzetOverig: ['other'],
  VerkopenBtwVrij: ['exempt', 'zero'],
  VerkopenOmzetOnbelastVerlegd: ['zero'],
  VerkopenExportBuitenEU: ['zero'],
  VerkopenExportBinnenEU: ['reversed'],
  DienstverleningBinnenEU: ['reversed'],
  InstallatieTeleverkoopBinnenEUgeen: ['SR', 'RRH', 'RRL', 'SRR', 'PR'],
}

/** Accounts that SnelStart books on by itself. */
const ownFunctions = /^(Dagboek|BtwAfte?Dragen|BtwTeVorderen)/i
const euFunctions: readonly string[] = ['VerkopenExportBinnenEU', 'DienstverleningBinnenEU']

/** Why an account cannot stand in a cell; null: it can. */
export function cellRefusal(cell: Cell, account: LedgerAccount): Text | null {
  return accountRefusal(account) ?? functionRefusal(cell, account) ?? kindRefusal(lineKindOf(cell.vat), account)
}

/** Why an account cannot take amounts without VAT that are no revenue (gift cards, differences); null: it can. */
export function freeAccountRefusal(account: LedgerAccount): Text | null {
  const refused = accountRefusal(account) ?? kindRefusal('none', account)
  if (refused !== null) return refused
  return columnsOfFunction[account.ledgerFunction] === undefined ? null : reasons.revenue
}

function accountRefusal(account: LedgerAccount): Text | null {
  if (account.inactive) return reasons.inactive
  if (ownFunctions.test(account.ledgerFunction)) return reasons.own
  return account.costCentreRequired ? reasons.costCentre : null
}

function functionRefusal({ vat, region }: Cell, { ledgerFunction, vatRateCode }: LedgerAccount): Text | null {
  if (isOss(vat)) {
    const right = ledgerFunction === 'InstallatieTeleverkoopBinnenEUgeen' && vatRateCode === vat
    return right ? null : reasons.oneStopShop
  }
  if (vat === 'reversed') return euFunctions.includes(ledgerFunction) ? null : reasons.reversed
  const columns = columnsOfFunction[ledgerFunction]
  if (columns === undefined) return null
  if (euFunctions.includes(ledgerFunction)) return reasons.eu
  if (!columns.includes(vat)) return reasons.otherKind
  const abroad = ledgerFunction === 'VerkopenExportBuitenEU'
  return abroad && region !== 'world' ? reasons.world : null
}

const kindRefusal = (kind: ReturnType<typeof lineKindOf>, { vatKinds }: LedgerAccount): Text | null =>
  vatKinds.length === 0 || vatKinds.includes(kind) ? null : reasons.otherKind

const reasons = {
  inactive: {
    nl: 'Deze rekening staat in SnelStart op non-actief.',
    en: 'This account is inactive in SnelStart.',
  },
  own: {
    nl: 'Op deze rekening boekt SnelStart zelf (debiteuren of btw).',
    en: 'SnelStart books on this account by itself (debtors or VAT).',
  },
  costCentre: {
    nl: 'Deze rekening vraagt een kostenplaats, en die heeft een weborder niet.',
    en: 'This account asks for a cost centre, which a web order does not have.',
  },
  revenue: {
    nl: 'Dit is een omzetrekening; hier hoort een rekening die niet in de btw-aangifte komt.',
    en: 'This is a revenue account; an account outside the VAT return belongs here.',
  },
  oneStopShop: {
    nl: 'Hier hoort een rekening voor televerkopen binnen de EU met dit tarief (OSS).',
    en: 'An account for distance sales inside the EU with this rate (one-stop shop) belongs here.',
  },
  reversed: {
    nl: 'Hier hoort een rekening voor leveringen of diensten binnen de EU; anders ontbreekt de verkoop in de ICP-opgave.',
    en: 'An account for supplies or services inside the EU belongs here; otherwise the sale is missing from the EC sales list.',
  },
  eu: {
    nl: 'Deze rekening is voor klanten met een btw-nummer in een ander EU-land; hij hoort bij ‘btw verlegd’.',
    en: 'This account is for customers with a VAT number in another EU country; it belongs under ‘reverse-charged’.',
  },
  otherKind: {
    nl: 'Deze rekening is in SnelStart voor een andere btw-soort.',
    en: 'This account is for another VAT kind in SnelStart.',
  },
  world: {
    nl: 'Deze rekening is voor verkopen buiten de EU.',
    en: 'This account is for sales outside the EU.',
  },
} as const satisfies Readonly<Record<string, Text>>
