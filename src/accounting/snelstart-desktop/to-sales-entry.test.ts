import { describe, expect, test } from 'vitest'
import type { LedgerAccount, SalesEntryDocument, SalesEntryLine } from '../../core/administration.ts'
import type { CalendarDate, RemoteId } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { toEntry } from './to-sales-entry.ts'

const account = (number: string, ledgerFunction: string, changes: Partial<LedgerAccount> = {}): LedgerAccount => ({
  id: `id-${number}` as RemoteId,
  number,
  name: `Rekening ${number}`,
  ledgerFunction,
  vatKinds: [],
  costCentreRequired: false,
  inactive: false,
  vatRateCode: null,
  ...changes,
})
const journal = account('1300', 'DagboekVerkoop')
const accounts = [
  journal,
  account('1671', 'BtwAfTeDragenHoog'),
  account('1670', 'BtwAfteDragenLaag'),
  account('8000', 'VerkopenOmzetHoog'),
  account('8010', 'VerkopenOmzetLaag'),
  account('8050', 'VerkopenOmzetOnbelastVerlegd'),
  account('8900', 'VerkopenOmzetHoog', { inactive: true }),
]
const accountName = (ledgerId: RemoteId): string => `Naam van ${ledgerId}`
const around = { customerCode: 20_045, accounts, journal, accountName }

const line = (
  number: string,
  amountExcl: string,
  vatKind: SalesEntryLine['vatKind'],
  description = 'Omzet',
): SalesEntryLine => ({
  ledgerId: `id-${number}` as RemoteId,
  description,
  amountExcl: decimal(amountExcl),
  vatKind,
  origin: { kind: 'turnover', ref: '' },
})
const document: SalesEntryDocument = {
  invoiceNumber: '1001',
  date: '2026-11-20' as CalendarDate,
  description: 'Webshop-order 1001',
  documentNumber: '',
  paymentTermDays: 14,
  markUnread: true,
  totalIncl: decimal('230'),
  lines: [line('8000', '100', 'high'), line('8010', '100', 'low', 'Boek')],
  vat: [
    { kind: 'high', amount: decimal('21') },
    { kind: 'low', amount: decimal('9') },
  ],
}

/** 'debit/credit account (VAT kind) description'. */
const rows = (given: SalesEntryDocument) =>
  toEntry(given, around).lines.map(
    ({ account: number, debit, credit, vatId, description }) =>
      `${number}: ${debit} / ${credit} (${vatId}) ${description}`,
  )

describe('FIN-1 a sales entry as a whole journal entry', () => {
  test('FIN-4 debtor, revenue and VAT, each on its account, balanced to the cent', () => {
    expect(rows(document)).toEqual([
      '1300: 230.00 / 0.00 (0) Webshop-order 1001',
      '8000: 0.00 / 100.00 (2) Omzet',
      '8010: 0.00 / 100.00 (1) Boek',
      '1671: 0.00 / 21.00 (0) Webshop-order 1001',
      '1670: 0.00 / 9.00 (0) Webshop-order 1001',
    ])
  })

  test('FIN-3 the debtor’s line alone names customer and invoice; the entry is marked unread', () => {
    const entry = toEntry(document, around)
    expect(entry).toMatchObject({ journal: 1300, marking: 1, paymentTermDays: 14, date: '2026-11-20' })
    expect(entry.lines.map(({ customerCode, invoiceNumber }) => [customerCode, invoiceNumber])).toEqual([
      [20_045, '1001'],
      ...Array.from({ length: 4 }, () => [null, '']),
    ])
    expect(toEntry({ ...document, markUnread: false }, around).marking).toBe(0)
  })

  test('a credit stands on the other side', () => {
    const credit = {
      ...document,
      totalIncl: decimal('-121'),
      lines: [line('8000', '-100', 'high')],
      vat: [{ kind: 'high' as const, amount: decimal('-21') }],
    }
    expect(rows(credit)).toEqual([
      '1300: 0.00 / 121.00 (0) Webshop-order 1001',
      '8000: 100.00 / 0.00 (2) Omzet',
      '1671: 21.00 / 0.00 (0) Webshop-order 1001',
    ])
  })

  test('VAT that is reversed is no line: it is 0', () => {
    const reversed = {
      ...document,
      totalIncl: decimal('100'),
      lines: [line('8050', '100', 'none')],
      vat: [{ kind: 'reversed' as const, amount: decimal('0') }],
    }
    expect(rows(reversed)).toHaveLength(2)
  })

  test('FIN-4 what does not balance is never sent', () => {
    expect(() => toEntry({ ...document, totalIncl: decimal('230.01') }, around)).toThrow('out of balance')
  })

  test('FIN-2 an account that is gone or inactive is refused by its name, a missing VAT account by its function, without words of SnelStart', () => {
    const on = (number: string) => () => toEntry({ ...document, lines: [line(number, '100', 'high')] }, around)
    for (const number of ['9999', '8900']) {
      const gone = { code: 'desktop.ledgerGone', reasons: [], context: { account: `Naam van id-${number}` } }
      expect(on(number)).toThrow(expect.objectContaining(gone))
    }
    const other = { ...document, vat: [{ kind: 'other' as const, amount: decimal('30') }] }
    const missing = { code: 'desktop.vatAccountMissing', reasons: [], context: { function: 'BtwAfTeDragenOverig' } }
    expect(() => toEntry(other, around)).toThrow(expect.objectContaining(missing))
  })
})
