// One situation per message of a sales entry: the same order as in situations.ts, in a profile that books in the ledger.

import type { Seed } from '../../src/accounting/snelstart-online/fake.ts'
import type { CurrencyCode } from '../../src/core/ids.ts'
import { decimal } from '../../src/core/money.ts'
import type { Charge, ShopOrder, VatAmount } from '../../src/core/order.ts'
import type { Situation } from './situation.ts'

const entry = (situation: Situation): Situation => ({ ...situation, product: 'bookkeeping' })
const changed = (change: (order: ShopOrder) => ShopOrder): Situation => entry({ change })
const chosen = (choices: Situation['choices']): Situation => entry({ choices: choices ?? {} })

/** Every line and cost at another rate; the shop's own VAT along with it. */
const atRate =
  (percent: string) =>
  (order: ShopOrder): ShopOrder => {
    const vatPercent = decimal(percent)
    const vatOf = (incl: string): string => (Number(incl) - Number(incl) / (1 + Number(percent) / 100)).toFixed(4)
    const incl = [...order.lines.map((line) => line.totalIncl), ...order.charges.map((charge) => charge.amountIncl)]
    const exclOf = (amount: string) => decimal((Number(amount) - Number(vatOf(amount))).toFixed(4))
    const total = incl.reduce((sum, amount) => sum + Number(vatOf(amount)), 0)
    const vat: VatAmount = {
      vatPercent,
      baseExcl: decimal((Number(order.totalIncl) - total).toFixed(4)),
      vatAmount: decimal(total.toFixed(4)),
      title: `${percent} %`,
    }
    return {
      ...order,
      lines: order.lines.map((line) => ({ ...line, vatPercent, totalExcl: exclOf(line.totalIncl) })),
      charges: order.charges.map(
        (charge): Charge => ({
          ...charge,
          amountExcl: exclOf(charge.amountIncl),
          parts: [{ vatPercent, amountExcl: exclOf(charge.amountIncl), vatAmount: decimal(vatOf(charge.amountIncl)) }],
        }),
      ),
      vat: [vat],
    }
  }

const relation = { relatiecode: 900, relatiesoort: ['Klant'], naam: 'Piet Anders' }
const taken = (klant: NonNullable<Seed['relaties']>[number]) => ({
  relaties: [klant],
  verkoopboekingen: [{ factuurnummer: '1001', factuurdatum: '2026-03-01T00:00:00', klant: 900, factuurbedrag: 99 }],
})
const belgian = { country: 'BE', postcode: '9000', city: 'Gent' } as const
const oneStopShop = { companyInfo: { factureerBuitenlandsBtw: true, factureerBuitenlandsBtwRanges: [] } }

export const entrySituations: Readonly<Record<string, Situation>> = {
  'entry.zero': changed((order) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, totalIncl: decimal(0), totalExcl: decimal(0) })),
    charges: [],
    vat: [],
    totalIncl: decimal(0),
    totalInclUnrounded: decimal(0),
  })),
  'entry.currency': changed((order) => ({ ...order, currency: 'USD' as CurrencyCode })),
  'entry.invoiceNumber': chosen({ invoicePrefix: 'WEBWINKEL-ORDERNUMMER-' }),
  'entry.descriptionShortened': chosen({ entryDescription: 'Webshop-order {ordernummer} '.repeat(20) }),
  'entry.documentShortened': entry({
    choices: { documentNumber: 'paymentReference' },
    change: (order) => ({ ...order, payment: { ...order.payment, reference: 'tr_WDqYK6vllg-0123456789-abcdef' } }),
  }),
  'entry.totalDifference': changed((order) => ({
    ...order,
    totalIncl: decimal('17.5'),
    totalInclUnrounded: decimal('17.5'),
  })),
  'entry.cellEmpty': chosen({ ledgerMatrix: {} }),
  'entry.ledgerMissing': entry({ choices: { giftCardLedger: '' }, change: withGiftCard }),
  'entry.ledgerUnknown': chosen({ ledgerMatrix: { 'turnover.high.nl': '8999' } }),
  'entry.ledgerRefused': chosen({ ledgerMatrix: { 'turnover.high.nl': '8010' } }),
  'entry.ossLedger': entry({
    person: belgian,
    seed: { companyInfo: { ...oneStopShop.companyInfo, buitenlandseBtwGrootboek: null } },
  }),
  'entry.vatUnknown': changed((order) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, vatPercent: null })),
  })),
  'entry.rateUnknown': changed(atRate('13')),
  'entry.ossRate': entry({ person: belgian, seed: oneStopShop, change: atRate('13') }),
  'entry.reverseMixed': entry({
    person: belgian,
    choices: { recognition: 'email' },
    seed: {
      relaties: [
        {
          ...{ relatiecode: 500, relatiesoort: ['Klant'], naam: 'Anna Jansen', email: 'anna@voorbeeld.example' },
          vestigingsAdres: { straat: 'Kade 1', postcode: '9000', plaats: 'Gent', land: 'BE' },
          btwNummer: 'BE0411905847',
        },
      ],
    },
    change: (order) => ({
      ...order,
      charges: order.charges.map(
        (charge): Charge => ({
          ...charge,
          amountExcl: charge.amountIncl,
          parts: [{ vatPercent: decimal(0), amountExcl: charge.amountIncl, vatAmount: decimal(0) }],
        }),
      ),
    }),
  }),
  'entry.smallBusiness': entry({
    seed: {
      companyInfo: {
        kleineOndernemersregeling: {
          isKleineOndernemersRegelingActief: true,
          maximaalBedragVolledigeVerrekening: 0,
          maximaalBedragKleineOndernemersRegeling: 0,
        },
      },
    },
  }),
  // A cent in the total and another in the VAT: more than the one rate of this order may bear.
  'entry.rounding': changed((order) => ({
    ...order,
    totalIncl: decimal('16.01'),
    totalInclUnrounded: decimal('16.01'),
    vat: order.vat.map((vat) => ({ ...vat, vatAmount: decimal('2.7669') })),
  })),
  'entry.vatDiffers': changed((order) => ({
    ...order,
    vat: order.vat.map((vat) => ({ ...vat, vatAmount: decimal('2.40') })),
  })),
  'write.unknown.salesEntry': entry({ fault: ['POST verkoopboekingen', { cutBefore: true }] }),
  'write.numberTakenBy': entry({ seed: taken(relation) }),
  // A relation that is no customer is not among those that S-Connect knows.
  'write.numberTaken': entry({ seed: taken({ ...relation, relatiesoort: ['Leverancier'] }) }),
}

function withGiftCard(order: ShopOrder): ShopOrder {
  const amount = decimal('-5')
  const giftCard: Charge = {
    code: 'voucher',
    kind: 'giftCard',
    title: 'Cadeaubon ABC',
    amountExcl: amount,
    amountIncl: amount,
    parts: [{ vatPercent: decimal(0), amountExcl: amount, vatAmount: decimal(0) }],
    vatKnown: true,
  }
  const totalIncl = decimal('11')
  return { ...order, charges: [...order.charges, giftCard], totalIncl, totalInclUnrounded: totalIncl }
}
