import { expect, test } from 'vitest'
import { address } from '../sales-order/testing/orders.ts'
import { decideEntry } from './testing/administration.ts'

const nowhere = { ...address, country: null, countryName: '' }
const order = (percent: string) => ({
  lines: [{ price: '10', percent }],
  invoiceAddress: nowhere,
  deliveryAddress: null,
})
const unknown = { customer: { country: null } }

test('FIN-2 without VAT and without a country an order waits: it could be an export', () => {
  expect(decideEntry({ order: order('0'), known: unknown })).toMatchObject({
    kind: 'problem',
    problem: { code: 'address.countryMissing', data: { whichNl: 'factuuradres' } },
  })
})

test('with Dutch VAT, or with a country on the customer card, it does not matter', () => {
  expect(decideEntry({ order: order('21'), known: unknown }).kind).toBe('plan')
  expect(decideEntry({ order: order('0') })).not.toMatchObject({ problem: { code: 'address.countryMissing' } })
})
