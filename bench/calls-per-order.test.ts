import { expect, test } from 'vitest'
import { run } from './calls-per-order.ts'

test('an order of a known customer with known articles costs one call, and the mirror halves the calls over all', async () => {
  const { known, overall, withoutMirror } = await run({ orders: 60 })
  expect(known).toBe(1)
  expect(overall).toBeLessThanOrEqual(1.6)
  expect(withoutMirror / overall).toBeGreaterThan(2)
}, 60_000)
