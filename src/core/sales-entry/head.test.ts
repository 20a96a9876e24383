// FIN-1 and FIN-3: the head of the entry, from its settings.
import { describe, expect, test } from 'vitest'
import type { ShopOrderId, ShopOrderNumber } from '../ids.ts'
import { orderOf } from '../sales-order/testing/orders.ts'
import { decideSalesEntry } from './decide-sales-entry.ts'
import { bookChoices, decideEntry, entryKnown, entryPlan } from './testing/administration.ts'

const order = {
  lines: [{ price: '10' }],
  payment: { code: 'ideal', method: 'iDEAL', reference: 'tr_8', paidAmount: null },
  invoiceNumber: 'F2026-7',
}

describe('the head of the entry', () => {
  test('FIN-1 the invoice number is the order number with the profile’s prefix, 25 characters at most', () => {
    expect(entryPlan({ order, settings: { invoicePrefix: 'W-' } }).document.invoiceNumber).toBe('W-1001')
    const number = '1'.repeat(25) as ShopOrderNumber
    expect(entryPlan({ order: { ...order, number } }).document.invoiceNumber).toHaveLength(25)
    expect(decideEntry({ order: { ...order, number }, settings: { invoicePrefix: 'W' } }).kind).toBe('problem')
  })

  test.each([
    ['{ordernummer} {naam} {betaalwijze} {betalingskenmerk}', '1001 Jan de Vries iDEAL tr_8'],
    ['{number} {name} {payment} {reference} {date}', '1001 Jan de Vries iDEAL tr_8 2026-03-02'],
    ['{onbekend}', '{onbekend}'],
    ['', '1001'],
  ])('the description %s becomes %s', (entryDescription, description) => {
    expect(entryPlan({ order, settings: { entryDescription } }).document.description).toBe(description)
  })

  test('a credit order names its original once, as it was booked where that is known', () => {
    const credit = orderOf({ ...order, creditOf: '998' as ShopOrderId, lines: [{ price: '10', qty: '-1' }] })
    const describe = (entryDescription: string, booked: string | null) => {
      const known = { ...entryKnown({}), invoiceNumberOf: () => booked }
      const decision = decideSalesEntry(credit, { ...bookChoices, invoicePrefix: 'W-', entryDescription }, known)
      return decision.kind === 'plan' ? decision.plan.document.description : decision.kind
    }
    expect(describe('Order {ordernummer}', 'W-990')).toBe('Order 1001 (credit op W-990)')
    expect(describe('Credit van {origineel}', null)).toBe('Credit van W-998')
  })

  test.each([
    ['empty', ''],
    ['orderNumber', '1001'],
    ['paymentReference', 'tr_8'],
    ['shopInvoice', 'F2026-7'],
  ] as const)('document number %s is ‘%s’', (documentNumber, expected) => {
    expect(entryPlan({ order, settings: { documentNumber } }).document.documentNumber).toBe(expected)
  })

  test('the payment term is that of the setting, else of the customer card', () => {
    expect(entryPlan({ order, settings: { entryTermDays: 14 } }).document.paymentTermDays).toBe(14)
    expect(entryPlan({ order }).document.paymentTermDays).toBeNull()
  })

  test('FIN-3 marked as unread only where the administration can', () => {
    expect(entryPlan({ order }).document.markUnread).toBe(true)
    const { capabilities } = entryKnown({})
    const known = { capabilities: { ...capabilities, markUnread: false } }
    expect(entryPlan({ order, known }).document.markUnread).toBe(false)
  })
})
