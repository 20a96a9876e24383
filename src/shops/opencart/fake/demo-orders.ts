// A dozen invented orders for the demo: known and new customers, options, discounts, abroad, and one that does not add up.
import type { FakeOrder, FakePerson } from './orders.ts'

const at = (day: number, time: string): string => `2026-03-${String(day).padStart(2, '0')} ${time}:00`

const jan: FakePerson = {
  customerId: 0,
  firstName: 'Jan',
  lastName: 'de Vries',
  email: 'jan.devries@voorbeeld.example',
  street: 'Dorpsstraat 12',
  postcode: '1011 AB',
  city: 'Amsterdam',
  country: 'NL',
}
const bakery: FakePerson = {
  ...{
    customerId: 2,
    firstName: 'Truus',
    lastName: "'t Hoekje",
    email: 'inkoop@bakkerijhoekje.example',
    code: '20045',
  },
  company: "Bakkerij 't Hoekje B.V.",
  vatNumber: 'NL001234567B01',
  street: 'Industrieweg 100',
  postcode: '2521 CK',
  city: "'s-Gravenhage",
  country: 'NL',
}
const sanne: FakePerson = {
  customerId: 3,
  firstName: 'Sanne',
  lastName: 'Bakker & Zn',
  email: 'sanne@voorbeeld.example',
  street: 'Kerkstraat 7 bis',
  postcode: '3511 LX',
  city: 'Utrecht',
  country: 'NL',
}
const chloe: FakePerson = {
  customerId: 0,
  firstName: 'Chloé',
  lastName: 'Van den Broeck',
  email: 'chloe@vandenbroeck.example',
  street: 'Meir 1',
  postcode: '2000',
  city: 'Antwerpen',
  country: 'BE',
}
const mueller: FakePerson = {
  customerId: 0,
  firstName: 'Jürgen',
  lastName: 'Müller',
  email: 'j.mueller@beispiel.example',
  street: 'Hauptstraße 5',
  postcode: '50667',
  city: 'Köln',
  country: 'DE',
}
const belgianFirm: FakePerson = {
  customerId: 4,
  firstName: 'Luc',
  lastName: 'Peeters',
  email: 'luc@peeters-horeca.example',
  code: '30077',
  company: 'Peeters Horeca NV',
  vatNumber: 'BE0123456749',
  withoutVat: true,
  street: 'Gentsesteenweg 200',
  postcode: '9300',
  city: 'Aalst',
  country: 'BE',
}
const eve: FakePerson = {
  customerId: 0,
  firstName: 'Eve',
  lastName: 'Smith',
  email: 'eve@smith.example',
  street: '10 High Street',
  postcode: 'SW1A 1AA',
  city: 'London',
  country: 'GB',
}

const shippingExcl = '4.9587'

/** In the order of placing. Order 1009 has a total that its rows do not explain; order 1010 is cancelled. */
export const demoOrders = (): readonly FakeOrder[] => [
  {
    id: 1001,
    added: at(2, '10:15'),
    person: jan,
    shippingExcl,
    lines: [
      { article: 1, quantity: 2 },
      { article: 2, quantity: 3 },
    ],
  },
  {
    id: 1002,
    added: at(2, '11:40'),
    person: bakery,
    shippingExcl,
    lines: [
      { article: 1, quantity: 12 },
      { article: 3, quantity: 1 },
    ],
  },
  {
    id: 1003,
    added: at(3, '16:05'),
    person: sanne,
    shippingExcl,
    comment: 'Graag "snel" & netjes inpakken',
    lines: [
      {
        article: 5,
        quantity: 2,
        options: [
          ['Maat', 'XXL'],
          ['Kleur', 'Blauw & wit'],
        ],
      },
    ],
  },
  {
    id: 1004,
    added: at(3, '23:34'),
    person: sanne,
    shippingExcl,
    couponPercent: '10',
    lines: [
      { article: 1, quantity: 1 },
      { article: 4, quantity: 2 },
    ],
  },
  {
    id: 1005,
    added: at(4, '09:00'),
    person: chloe,
    shippingExcl,
    lines: [
      { article: 1, quantity: 1 },
      { article: 2, quantity: 2 },
    ],
  },
  { id: 1006, added: at(4, '09:30'), person: mueller, shippingExcl, lines: [{ article: 4, quantity: 1 }] },
  { id: 1007, added: at(5, '14:00'), person: belgianFirm, shippingExcl, lines: [{ article: 3, quantity: 2 }] },
  {
    id: 1008,
    added: at(5, '15:20'),
    person: eve,
    shippingExcl,
    currency: { code: 'GBP', rate: '0.85612000' },
    lines: [{ article: 1, quantity: 1 }],
  },
  {
    id: 1009,
    added: at(6, '08:10'),
    person: jan,
    shippingExcl,
    unexplained: '-2.5000',
    lines: [{ article: 6, quantity: 33 }],
  },
  { id: 1010, added: at(6, '08:45'), person: jan, shippingExcl, statusId: '7', lines: [{ article: 1, quantity: 1 }] },
  {
    id: 1011,
    added: at(6, '12:00'),
    person: jan,
    shippingExcl,
    giftCardUsed: '25.0000',
    lines: [{ article: 1, quantity: 3 }],
  },
  {
    id: 1012,
    added: at(7, '19:45'),
    person: bakery,
    shippingExcl,
    paymentFeeExcl: '2.0661',
    lines: [
      { article: 2, quantity: 10 },
      { article: 6, quantity: 4 },
    ],
  },
]
