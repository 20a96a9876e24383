// 'Fill from SnelStart's standard accounts': proposals for the cells of the matrix, by account function first, then by name and
// number. Cells that fall back rightly (fallback.ts) are left empty; nothing is proposed that SnelStart would refuse.
import type { LedgerAccount } from '../administration.ts'
import type { Text } from '../text.ts'
import { type Cell, type CellKey, cellWords, isOss, keyOf, type OssCode, ossCodes, type RevenueKind } from './matrix.ts'
import { cellRefusal } from './refusals.ts'

export type Proposal = { readonly cell: CellKey; readonly ledger: string; readonly why: Text }

/** Cells that a standard chart has accounts for, with the functions that fit, best first. */
const wanted: readonly (readonly [vat: Cell['vat'], region: Cell['region'], functions: readonly string[]])[] = [
  ['high', 'nl', ['VerkopenOmzetHoog']],
  ['low', 'nl', ['VerkopenOmzetLaag']],
  ['other', 'nl', ['VerkopenOmzetOverig']],
  ['exempt', 'nl', ['VerkopenBtwVrij']],
  ['reversed', 'eu', ['VerkopenExportBinnenEU', 'DienstverleningBinnenEU']],
  ['zero', 'world', ['VerkopenExportBuitenEU']],
  ...ossCodes.map((code): readonly [OssCode, 'eu', readonly string[]] => [
    code,
    'eu',
    ['InstallatieTeleverkoopBinnenEUgeen'],
  ]),
]

/** What an account is for by its name; turnover is what is none of these. */
const names: Readonly<Record<Exclude<RevenueKind, 'turnover'>, RegExp>> = {
  shipping: /verzend|vracht|porto|bezorg|transport/i,
  payment: /betaal|betaling|transactie|administratiekosten|orderkosten/i,
  discount: /korting/i,
}

/** At most one account per cell, in the order of the matrix; the lowest number where several fit. */
export function standardFill(ledgerAccounts: readonly LedgerAccount[]): readonly Proposal[] {
  const inOrder = ledgerAccounts.toSorted((a, b) => Number(a.number) - Number(b.number))
  const kinds: readonly RevenueKind[] = ['turnover', 'shipping', 'payment', 'discount']
  return kinds.flatMap((kind) =>
    wanted.flatMap(([vat, region, functions]) => {
      const cell: Cell = { kind, vat, region }
      const account = functions
        .flatMap((name) => inOrder.filter(({ ledgerFunction }) => ledgerFunction === name))
        .find((each) => kindByName(each) === kind && cellRefusal(cell, each) === null)
      return account === undefined ? [] : [propose(cell, account)]
    }),
  )
}

function kindByName({ name }: LedgerAccount): RevenueKind {
  const found = Object.entries(names).find(([, pattern]) => pattern.test(name))
  return (found?.[0] as RevenueKind | undefined) ?? 'turnover'
}

function propose(cell: Cell, { number, name, vatRateCode }: LedgerAccount): Proposal {
  const words = cellWords(cell)
  const code = isOss(cell.vat) ? ` (${vatRateCode})` : ''
  return {
    cell: keyOf(cell),
    ledger: number,
    why: {
      nl: `${number} ${name} is in SnelStart bedoeld voor ${words.nl}${code}`,
      en: `SnelStart means ${number} ${name} for ${words.en}${code}`,
    },
  }
}
