// A sales entry as text: each ledger account with its amount, the VAT, the total, so that a bookkeeper can check it by eye.
import type { EntryVatKind, VatKind } from '../core/administration.ts'
import { formatAmount, formatDay } from '../core/format.ts'
import type { SalesEntryPlan } from '../core/plan.ts'
import type { Language } from '../core/text.ts'
import { type AccountsById, viewEntry } from '../core/view/entry-view.ts'
import type { InboxEntry } from '../store/store.ts'
import { table } from './console.ts'
import { customerText } from './order-text.ts'
import { type Label, say } from './words.ts'

const vatLabels: Readonly<Record<VatKind | EntryVatKind, Label>> = {
  none: 'vatNone',
  low: 'vatLow',
  high: 'vatHigh',
  other: 'vatOther',
  reversed: 'vatReversed',
}

/** Lines of text. */
export function entryText(
  plan: SalesEntryPlan,
  { order }: InboxEntry,
  accounts: AccountsById,
  language: Language,
): string[] {
  const entry = viewEntry(plan.document, order, accounts)
  const money = (value: Parameters<typeof formatAmount>[0]): string => formatAmount(value, 'EUR', language)
  const lines = entry.lines.map((line) => [
    `    ${line.account}`,
    line.accountName,
    line.description,
    money(line.amountExcl),
    say(vatLabels[line.vatKind], language),
  ])
  const vat = entry.vat.map(({ kind, amount }) => [
    `    ${say('vat', language)}`,
    say(vatLabels[kind], language),
    '',
    money(amount),
    '',
  ])
  return [
    `  ${say('customer', language)}: ${customerText(plan, language)}`,
    `  ${say('salesEntry', language)} ${entry.invoiceNumber}, ${formatDay(entry.date, language)}: ${entry.description}`,
    table([...lines, ...vat], [3]),
    `    ${say('total', language)} ${money(entry.totalIncl)}`,
  ]
}
