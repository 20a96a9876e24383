import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { ownNetworks } from './own-networks.ts'

test('SNEL-2 somebody in a network of this computer is plausible, somebody from outside is not', () => {
  const { contains, broadcasts } = ownNetworks()
  const own = Object.values(networkInterfaces()).flatMap((ones) => ones ?? [])
  for (const { address } of own.filter(({ family }) => family === 'IPv4'))
    expect([address, contains(address)]).toEqual([address, true])
  expect(['127.0.0.1', '203.0.113.9', '8.8.8.8', 'rubbish', '::1'].map(contains)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(broadcasts).toContain('255.255.255.255')
  for (const broadcast of broadcasts) expect(broadcast).toMatch(/^\d{1,3}(\.\d{1,3}){3}$/)
})
