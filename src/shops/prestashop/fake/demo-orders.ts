// The stand-in's own orders: one of each kind that a shop has.
import type { FakeLine, FakeOrder, FakePerson } from './orders.ts'

const sanne: FakePerson = { id: 1, firstName: 'Sanne', lastName: 'de Vries', email: 'sanne@voorbeeld.example' }
const bakery: FakePerson = {
  ...{ id: 2, firstName: 'Piet', lastName: 'Bakker', email: 'inkoop@bakker.example', company: 'Bakkerij Bakker B.V.' },
  vatNumber: 'NL001234567B01',
}

const coffee: FakeLine = {
  product: 20,
  name: 'Koffiebonen 1 kg',
  code: 'KOF-1000',
  quantity: 2,
  unitExcl: '15.137615',
  rate: '9',
}
const water: FakeLine = {
  ...{ product: 22, combination: 40, name: 'Fles water (Inhoud:1 liter)', code: 'WAT-1L', quantity: 6 },
  ...{ unitExcl: '0.991736', rate: '21' },
}
const mug: FakeLine = {
  ...{ product: 35, name: 'Mok met eigen tekst', code: 'MOK-TXT', quantity: 1, unitExcl: '10.702479', rate: '21' },
  typed: [
    ['Tekst', 'Voor Oma & Opa'],
    ['Kleur', 'Rood'],
  ],
}
const screws: FakeLine = {
  product: 30,
  name: 'Schroef M3',
  code: 'SCHR-M3',
  quantity: 1000,
  unitExcl: '0.033058',
  rate: '21',
}

const shippingExcl = '5.743802'

export const demoOrders = (): readonly FakeOrder[] => [
  { id: 101, added: '2026-03-02 10:00:00', person: sanne, lines: [coffee, water], shippingExcl },
  { id: 102, added: '2026-03-02 11:00:00', person: bakery, lines: [screws, mug], shippingExcl, state: '10' },
  {
    id: 103,
    added: '2026-03-03 09:00:00',
    person: sanne,
    lines: [coffee, mug],
    shippingExcl,
    vouchers: [{ code: 'TIEN', percent: '10' }],
  },
  {
    ...{ id: 104, added: '2026-03-03 10:00:00', person: sanne, lines: [coffee, water], shippingExcl },
    vouchers: [
      { code: 'VIJF', amountIncl: '5' },
      { code: 'GRATIS', freeShipping: true },
    ],
  },
  { id: 105, added: '2026-03-04 10:00:00', person: sanne, lines: [mug], shippingExcl, wrappingExcl: '2.479339' },
  { id: 106, added: '2026-03-04 11:00:00', person: sanne, lines: [coffee, water], shippingExcl, feeExcl: '1.611570' },
  { id: 107, added: '2026-03-05 10:00:00', person: sanne, lines: [coffee], shippingExcl, unexplained: '-2.50' },
  { id: 108, added: '2026-03-05 11:00:00', person: sanne, lines: [coffee], state: '6' },
  { id: 109, added: '2026-03-06 10:00:00', person: sanne, lines: [coffee, water], refunded: 1, shippingExcl },
  { id: 110, added: '2026-03-06 11:00:00', person: sanne, lines: [coffee, screws], roundType: '3', shippingExcl },
  {
    id: 111,
    added: '2026-03-07 10:00:00',
    person: sanne,
    lines: [coffee, mug],
    currency: { code: 'GBP', rate: '0.850000' },
  },
]
