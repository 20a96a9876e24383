// A dozen invented orders: every kind of sale that the shop system knows, for the demo, the end-to-end tests and our own.
import type { FakeOrder } from './orders.ts'
import { bakery, chloe, emily, jan, mueller, sanne } from './people.ts'

const at = (day: number, time: string): string => `2026-03-${String(day).padStart(2, '0')} ${time}:00`

/** Number → what about it is of interest, in the order of the list below. */
export const demoOrders = (): readonly FakeOrder[] => [
  // A consumer with shipping costs.
  { number: 1001, placed: at(2, '09:15'), person: jan, lines: [{ sku: 'ART-0001', quantity: 2 }], shipping: '6.95' },
  // Two rates: shipping and discount spread over both.
  {
    ...{ number: 1002, placed: at(2, '10:40'), person: sanne, shipping: '6.95', discountPercent: '10' },
    lines: [
      { sku: 'ART-0001', quantity: 1 },
      { sku: 'ART-0002', quantity: 3 },
    ],
    discountcode: 'lente10',
  },
  // A business with a customer number, options and payment costs.
  {
    ...{ number: 1003, placed: at(3, '08:05'), person: bakery, payment: '1.95', reference: 'PO 4711' },
    lines: [{ sku: 'ART-0005', quantity: 4, options: ['Kleur: Rood', 'Borduring: Het Hoekje'] }],
    comment: 'Graag vóór vrijdag.',
  },
  // Belgium, delivered elsewhere, JSON numbers as in the official example.
  {
    ...{ number: 1004, placed: at(4, '21:33'), person: chloe, delivery: jan, shipping: '9.50', plainNumbers: true },
    lines: [{ sku: 'ART-0001', quantity: 1 }],
  },
  // A business elsewhere in the EU: reverse charge.
  {
    ...{ number: 1005, placed: at(5, '11:00'), person: mueller, strategy: 'reverse_charged_vat', shipping: '12.00' },
    lines: [{ sku: 'ART-0003', quantity: 1 }],
  },
  // Outside the EU.
  {
    ...{ number: 1006, placed: at(6, '16:20'), person: emily, strategy: 'zero_percent', shipping: '15.00' },
    lines: [{ sku: 'ART-0001', quantity: 6 }],
  },
  // Paid with a gift card.
  {
    ...{ number: 1007, placed: at(7, '12:12'), person: jan, gateway: ['paynl', 'webshop_giftcard'] },
    lines: [{ sku: 'ART-0002', quantity: 1 }],
  },
  // Not paid yet.
  {
    ...{ number: 1008, placed: at(8, '13:30'), person: sanne, status: 1, paymentStatus: 'pending' },
    lines: [{ sku: 'ART-0001', quantity: 1 }],
  },
  // Cancelled: not imported.
  {
    ...{ number: 1009, placed: at(8, '14:00'), person: jan, status: 5, paymentStatus: 'voided' },
    lines: [{ sku: 'ART-0003', quantity: 1 }],
  },
  // Credits of one order each, as they may come: with positive and with negative amounts.
  {
    ...{ number: 1010, placed: at(9, '09:00'), person: jan, status: 10, creditOf: 1001, creditSign: 'positive' },
    lines: [{ sku: 'ART-0001', quantity: 1 }],
  },
  {
    ...{ number: 1011, placed: at(9, '09:30'), person: sanne, status: 10, creditOf: 1002, creditSign: 'negative' },
    lines: [{ sku: 'ART-0002', quantity: 3 }],
    discountPercent: '10',
  },
  // Picked up in the shop, archived.
  {
    ...{ number: 1012, placed: at(10, '17:45'), person: bakery, status: 6, archived: true },
    lines: [{ sku: 'ART-0007', quantity: 10 }],
    discountPercent: '5',
  },
]
