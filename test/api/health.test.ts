// What those ask who watch over the machine.
import { expect, test } from 'vitest'
import { instantOf } from '../../src/runs/context.ts'
import { send, startApi } from './api-scene.ts'

test('BEY-6 the service tells anybody that it is well, and with 503 that it is not', async () => {
  const { url, scene } = await startApi()
  const health = async () => {
    const { status, json } = await send(url, 'GET', '/health', {})
    return { status, json }
  }
  expect(await health()).toEqual({
    status: 200,
    json: { status: 'ok', version: '0.1.0', uptimeSeconds: 0, checks: { store: 'ok', scheduler: 'ok' } },
  })
  const { store } = scene.program
  const nextAt = instantOf(scene.clock.now())
  await store.tasks.savePlan({ profile: scene.profile, task: 'importOrders', interval: '15m', nextAt, paused: false })
  // Nobody started its scheduler.
  scene.clock.advance(11 * 60_000)
  expect(await health()).toMatchObject({
    status: 503,
    json: { status: 'failing', uptimeSeconds: 660, checks: { store: 'ok', scheduler: 'late' } },
  })
})
