// One order per code of the catalogue of sales entries, with the message that a user reads.
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '../ids.ts'
import { decimal } from '../money.ts'
import type { Problem, ProblemText } from '../problem.ts'
import { orderOf } from '../sales-order/testing/orders.ts'
import { fillIn, type Language } from '../text.ts'
import { entryProblems } from './problems.ts'
import { decideEntry, type EntryCase } from './testing/administration.ts'

const order = { lines: [{ price: '10' }] }
const germanBusiness = { customer: { country: 'DE' as CountryCode, hasVatNumber: true } }
const germanConsumer = { customer: { country: 'DE' as CountryCode } }
const vat = (amount: string) => [
  { vatPercent: decimal(21), baseExcl: decimal(10), vatAmount: decimal(amount), title: '' },
]
const oddShipping = orderOf({ ...order, charges: [{ kind: 'shipping', amount: '5' }] }).charges.map((charge) => ({
  ...charge,
  parts: charge.parts.map((part) => ({ ...part, vatPercent: null })),
}))
const foreignVat = { company: { foreignVat: true } }

const gallery: Readonly<Record<string, EntryCase>> = {
  'entry.zero': { order: { lines: [{ price: '0' }] } },
  'entry.currency': { order: { ...order, currency: 'USD' as never } },
  'entry.invoiceNumber': { order, settings: { invoicePrefix: 'WEBWINKEL-VAN-DE-HEER-JANSEN-' } },
  'entry.descriptionShortened': { order, settings: { entryDescription: '{ordernummer} '.repeat(60) } },
  'entry.documentShortened': {
    order: { ...order, payment: { code: '', method: '', reference: 'tr_'.repeat(12), paidAmount: null } },
    settings: { documentNumber: 'paymentReference' },
  },
  'entry.totalDifference': {
    order: { ...order, extra: { amount: '-5', percent: '0' } },
    settings: { differenceLedger: '' },
  },
  'entry.rounding': { order: { lines: [{ price: '0.004', qty: '1' }], totalIncl: decimal('0.01') } },
  'entry.cellEmpty': { order, settings: { ledgerMatrix: {} } },
  'entry.ledgerMissing': {
    order: { ...order, charges: [{ kind: 'giftCard', amount: '-5', percent: null }] },
    settings: { giftCardLedger: '' },
  },
  'entry.ledgerUnknown': { order, settings: { ledgerMatrix: { 'turnover.high.nl': '8123' } } },
  'entry.ledgerRefused': { order, settings: { ledgerMatrix: { 'turnover.high.nl': '8010' } } },
  'entry.ossLedger': {
    order: { lines: [{ price: '10', percent: '19' }] },
    known: { ...germanConsumer, company: { foreignVat: true, foreignVatLedgerId: null } },
  },
  'entry.vatUnknown': { order: { ...order, chargesAsTold: oddShipping } },
  'entry.rateUnknown': { order: { lines: [{ price: '10', percent: '19' }] } },
  'entry.ossRate': { order, known: { ...germanConsumer, ...foreignVat } },
  'entry.reverseMixed': { order: { lines: [{ price: '10' }, { price: '10', percent: '0' }] }, known: germanBusiness },
  'entry.smallBusiness': { order, known: { company: { smallBusinessScheme: true } } },
  'entry.vatDiffers': { order: { ...order, vat: vat('1') } },
}

/** What was said of an order, whether it stopped it or not. */
function said(given: EntryCase): readonly Problem[] {
  const decision = decideEntry(given)
  if (decision.kind === 'problem') return [decision.problem]
  return decision.kind === 'skip' ? [decision.reason] : decision.plan.warnings
}

const catalogue: Readonly<Record<string, ProblemText>> = entryProblems

describe('every message', () => {
  test.each(Object.keys(catalogue))('%s is given by an order, and no place in its words stays empty', (code) => {
    const given = said(gallery[code] ?? { order })
    const found = given.find((each) => each.code === code)
    expect(found, JSON.stringify(given)).toBeDefined()
    const data = { ...found?.data, number: '1001', customer: 'Jan de Vries', amount: '€ 12,10' }
    for (const language of ['nl', 'en'] satisfies Language[]) {
      const words = [catalogue[code]!.text[language], catalogue[code]!.todo[language]].map((text) => fillIn(text, data))
      expect(words.join(' ')).not.toMatch(/[{}]/)
      expect(words[0]).toContain('1001')
    }
  })

  test('the level says whether the entry is made', () => {
    for (const [code, given] of Object.entries(gallery)) {
      expect([code, decideEntry(given).kind === 'problem']).toEqual([code, catalogue[code]?.level === 'problem'])
    }
  })
})
