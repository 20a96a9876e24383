// A table that a bookkeeper can read and check: for each order who it was booked on, how that was found, and what is said.
import { expect, test } from 'vitest'
import type { CustomerChoices } from '../choices.ts'
import type { CountryCode } from '../ids.ts'
import type { ShopOrder } from '../order.ts'
import { fillIn } from '../text.ts'
import { buildCustomerIndex } from './customer-index.ts'
import { decideCustomer } from './decide-customer.ts'
import { nearMissTexts } from './near-misses.ts'
import { customerProblems } from './problems.ts'
import { emailGroup, sampleCard, sampleChoices, sampleOrder } from './samples.ts'

const cards = [
  sampleCard(10021, {
    name: 'Jansen B.V.',
    email: 'info@jansen.nl',
    vatNumber: 'NL004495445B01',
    cocNumber: '12345678',
  }),
  sampleCard(10022, { name: 'Jansen Filiaal Zuid', postcode: '5611 AA', email: 'info@jansen.nl' }),
  sampleCard(10030, {
    name: 'Café Müller',
    postcode: 'D-10115',
    country: 'DE',
    invoiceEmail: emailGroup('rechnung@muller.de'),
  }),
  sampleCard(10040, { name: 'De Vries', postcode: '9876 ZX', email: 'devries@oud.nl', inactive: true }),
  sampleCard(99999, { name: 'Webshopklant', postcode: '1000 AA' }),
]
const of = (email: string, company: string, postcode: string, country = 'NL') => ({
  customer: { email },
  invoice: { company, postcode, country: country as CountryCode },
})

const orders: readonly [title: string, order: ShopOrder, choices?: Partial<CustomerChoices>][] = [
  ['Klantcode op de order', sampleOrder({ ...of('x@y.nl', '', '1111 AA'), customer: { code: '10022' } })],
  ['Twee klanten met dit e-mailadres, één op deze postcode', sampleOrder(of('info@jansen.nl', 'Jansen', '5611AA'))],
  [
    'Hetzelfde, maar alleen op e-mailadres',
    sampleOrder(of('info@jansen.nl', 'Jansen', '5611AA')),
    { recognition: 'email' },
  ],
  [
    'Onbekend e-mailadres, bekend btw-nummer',
    sampleOrder({
      ...of('inkoop@jansen.nl', 'Jansen BV', '7777 AA'),
      customer: { email: 'inkoop@jansen.nl', vatNumber: '004495445B01' },
    }),
  ],
  [
    'Naam anders geschreven, zelfde land en postcode',
    sampleOrder(of('chef@muller.de', 'CAFE MULLER GmbH', '10115', 'DE')),
  ],
  ['Bekende klant op non-actief', sampleOrder(of('devries@oud.nl', 'De Vries', '9876 ZX'))],
  [
    'Nieuwe klant met een typefout in het btw-nummer',
    sampleOrder({ ...of('a@b.nl', 'Jansn BV', '1234AB'), customer: { email: 'a@b.nl', vatNumber: 'NL004495446B01' } }),
  ],
  [
    'Handmatig: onbekend wordt de standaardklant',
    sampleOrder(of('a@b.nl', 'Niemand', '3333 AA')),
    { customerHandling: 'manual', defaultCustomerCode: '99999' },
  ],
  ['Op klantcode, en die ontbreekt', sampleOrder(of('a@b.nl', 'Niemand', '3333 AA')), { recognition: 'code' }],
  [
    'E-mailadres klopt, postcode niet',
    sampleOrder(of('rechnung@muller.de', 'Café Müller', '20095', 'DE')),
    { recognition: 'emailAndPostcode' },
  ],
]

function tell([title, order, choices = {}]: (typeof orders)[number]): string {
  const all = sampleChoices(choices)
  const lookUp = (id: string) => cards.find((card) => card.id === id) ?? null
  const decision = decideCustomer(order, all, buildCustomerIndex(cards), lookUp)
  const facts = { number: '10479', customer: order.invoiceAddress?.company || 'Piet Bakker', amount: '€ 121,00' }
  const said = decision.ok ? decision.value.warnings : [decision.problem]
  return [
    `## ${title}`,
    `Herkenning: ${all.recognition}, verwerking: ${all.customerHandling}`,
    ...decision.steps.map((step) => `${step.decided ? '→' : ' '} ${step.text.nl} [${step.spec}]`),
    ...said.map(({ code, data }) => `! ${fillIn(customerProblems[code].text.nl, { ...data, ...facts })}`),
    ...decision.nearMisses.map(
      ({ code, name, why }) => `~ ${code} ${name} ${nearMissTexts[why as keyof typeof nearMissTexts].nl}`,
    ),
  ].join('\n')
}

test('CUST-1 … CUST-5 the examples for bookkeepers are as they were checked', async () => {
  await expect(`${orders.map(tell).join('\n\n')}\n`).toMatchFileSnapshot('recognition.golden.md')
})
