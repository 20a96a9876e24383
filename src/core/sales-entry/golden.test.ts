// A file that a bookkeeper can read and check by hand: each order as the shop has it, and the entry that SnelStart gets.
import { expect, test } from 'vitest'
import { tell } from '../format.ts'
import type { CountryCode, ShopOrderId } from '../ids.ts'
import { type Decimal, decimal, toFixed } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { address, orderOf } from '../sales-order/testing/orders.ts'
import { entryProblems } from './problems.ts'
import { decideEntry, type EntryCase } from './testing/administration.ts'
import { bookingOf } from './testing/booking.ts'

const business = { customer: { country: 'DE' as CountryCode, hasVatNumber: true } }
const consumer = { customer: { country: 'DE' as CountryCode } }
const foreignVat = { ...consumer, company: { foreignVat: true } }
const american = { customer: { country: 'US' as CountryCode } }
const swiss = { ...address, country: 'CH' as CountryCode }
const mugs = { price: '12.10', qty: '3' }
const part = (percent: string, amountExcl: string, vatAmount: string) => ({
  vatPercent: decimal(percent),
  amountExcl: decimal(amountExcl),
  vatAmount: decimal(vatAmount),
})
const splitShipping = {
  code: 'shipping',
  kind: 'shipping' as const,
  title: 'Verzenden',
  amountExcl: decimal('5'),
  amountIncl: decimal('5.81'),
  parts: [part('21', '3', '0.63'), part('9', '2', '0.18')],
  vatKnown: true,
}

const examples: readonly [title: string, given: EntryCase][] = [
  [
    'Eén artikel met hoge btw en verzendkosten, prijzen incl.',
    { order: { priceEntry: 'incl', lines: [mugs], charges: [{ kind: 'shipping', amount: '4.95' }] } },
  ],
  [
    'Hoog en laag, korting en betalingskosten; betalingskosten hebben geen eigen rekening',
    {
      order: {
        lines: [{ price: '40' }, { price: '10', percent: '9' }],
        charges: [
          { kind: 'discount', amount: '-4' },
          { kind: 'payment', amount: '0.50' },
        ],
      },
    },
  ],
  [
    'Verzendkosten gesplitst over twee tarieven',
    {
      order: {
        lines: [{ price: '30' }, { price: '20', percent: '9' }],
        chargesAsTold: [splitShipping],
        vat: [
          { vatPercent: decimal('21'), baseExcl: decimal('33'), vatAmount: decimal('6.93'), title: '' },
          { vatPercent: decimal('9'), baseExcl: decimal('22'), vatAmount: decimal('1.98'), title: '' },
        ],
        totalIncl: decimal('63.91'),
        totalInclUnrounded: decimal('63.91'),
      },
    },
  ],
  [
    'Twee keer 10,004 zijn 20,01 en niet 20,00: de cent die overblijft gaat naar de eerste rekening',
    { order: { lines: [{ price: '10.004' }, { price: '10.004', percent: '9' }] } },
  ],
  [
    'Betaald met een cadeaubon: de omzet en de btw blijven heel',
    { order: { lines: [{ price: '50' }], charges: [{ kind: 'giftCard', amount: '-25', percent: null }] } },
  ],
  [
    'Cadeaubon verkocht, naast een artikel',
    { order: { lines: [{ price: '10' }, { price: '25', percent: '0', kind: 'giftCardSold' }] } },
  ],
  [
    'Een uitbreiding gaf € 5,00 korting buiten de btw om',
    { order: { lines: [{ price: '50' }], extra: { amount: '-5', percent: '0' } } },
  ],
  [
    'Een uitbreiding gaf 10 % korting, met btw',
    { order: { lines: [{ price: '50' }], extra: { amount: '-5', percent: '21' } } },
  ],
  [
    'Bedrijf in Duitsland met btw-nummer: btw verlegd',
    {
      order: { lines: [{ price: '100', percent: '0' }], charges: [{ kind: 'shipping', amount: '10', percent: '0' }] },
      known: business,
    },
  ],
  ['Consument in Duitsland, zonder OSS: Nederlandse btw', { order: { lines: [{ price: '100' }] }, known: consumer }],
  [
    'Consument in Duitsland, met OSS: Duitse btw',
    {
      order: {
        lines: [
          { price: '100', percent: '19' },
          { price: '10', percent: '7' },
        ],
        charges: [{ kind: 'shipping', amount: '8', percent: '19' }],
      },
      known: foreignVat,
    },
  ],
  ['Klant in de Verenigde Staten: export', { order: { lines: [{ price: '80', percent: '0' }] }, known: american }],
  [
    'Nederlandse klant laat naar Zwitserland sturen, zonder btw: export',
    { order: { lines: [{ price: '80', percent: '0' }], deliveryAddress: swiss } },
  ],
  [
    'Kleineondernemersregeling: alles vrijgesteld',
    { order: { lines: [{ price: '80', percent: '0' }] }, known: { company: { smallBusinessScheme: true } } },
  ],
  [
    'Vrijgesteld artikel naast een belast artikel',
    { order: { lines: [{ price: '80', percent: '0' }, { price: '10' }] }, settings: { untaxed: 'exempt' } },
  ],
  [
    'Creditorder: alles negatief, met het nummer van het origineel',
    {
      order: {
        creditOf: '998' as ShopOrderId,
        lines: [{ price: '12.10', qty: '-3' }],
        charges: [{ kind: 'shipping', amount: '-4.95' }],
        priceEntry: 'incl',
      },
    },
  ],
  [
    'Lage btw buiten Nederland: de rekening van Nederland',
    { order: { lines: [{ price: '10', percent: '9' }] }, known: american },
  ],
  [
    '0 % aan een consument in de EU: geen rekening, en geen die er voor de aangifte op lijkt',
    { order: { lines: [{ price: '10', percent: '0' }] }, known: consumer },
  ],
  [
    'Btw van de webshop volgt niet uit de regels',
    {
      order: {
        lines: [{ price: '10' }],
        vat: [{ vatPercent: decimal(21), baseExcl: decimal(10), vatAmount: decimal('2.50'), title: '' }],
      },
    },
  ],
]

const euro = (amount: Decimal): string => toFixed(amount, 2)

function shopSide(order: ShopOrder): readonly string[] {
  const lines = order.lines.map(
    (line) =>
      `${line.quantity} × ${line.description}: excl. ${euro(line.totalExcl)}, incl. ${euro(line.totalIncl)} (${line.vatPercent}%)`,
  )
  const charges = order.charges.map(
    ({ title, amountExcl, amountIncl }) => `${title}: excl. ${euro(amountExcl)}, incl. ${euro(amountIncl)}`,
  )
  const vat = order.vat.map(({ vatPercent, vatAmount }) => `btw ${vatPercent}%: ${euro(vatAmount)}`)
  return [...lines, ...charges, ...vat, `totaal ${euro(order.totalIncl)}`]
}

function booksSide(given: EntryCase): readonly string[] {
  const decision = decideEntry(given)
  if (decision.kind === 'plan')
    return [`omschrijving: ${decision.plan.document.description}`, ...bookingOf(decision.plan.document)]
  const { code, data } = decision.kind === 'problem' ? decision.problem : decision.reason
  const words = entryProblems[code as keyof typeof entryProblems].text
  return [tell(words, { ...data, number: '1001', customer: 'Jan de Vries', amount: 'het bedrag' }, 'nl')]
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

test('golden examples: from order to entry, line by line', async () => {
  const parts = examples.map(
    ([title, given]) =>
      `## ${title}\n\nWebshop\n\n${list(shopSide(orderOf(given.order)))}\n\nSnelStart\n\n${list(booksSide(given))}\n`,
  )
  const head =
    '# Van order naar boeking\n\nGemaakt door golden.test.ts. Regels staan excl. btw; regels en btw samen zijn het totaal.\n'
  await expect([head, ...parts].join('\n')).toMatchFileSnapshot('entries.golden.md')
})
