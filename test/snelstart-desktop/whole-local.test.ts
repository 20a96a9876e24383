// SnelStart Lokaal through the whole program: its database by the Windows helper, its writing by the Gateway.
import { expect, onTestFinished, test } from 'vitest'
import { connectAccounting, profileOf } from '../../src/runs/program.ts'
import { describeWith } from '../support/fixtures.ts'
import { guest, mugOrder } from '../support/scene.ts'
import { sampleAdministration } from './sample.ts'
import { startWhole } from './whole-scene.ts'

describeWith({ servers: ['mono'] }, 'SnelStart Lokaal', () => {
  test('SNEL-1 SNEL-3 is read by the helper from the file in the folder, and an order is written into it once', async () => {
    const scene = await startWhole({
      administration: sampleAdministration({ customers: 20, articles: 10, stocked: 5 }),
      local: true,
      orders: [mugOrder(1, guest('Anna'))],
    })
    onTestFinished(scene.stop)
    await scene.import()
    await scene.import()
    const { state, problem, remoteNumber } = await scene.entry(1)
    expect([state, problem]).toEqual(['done', null])
    expect(scene.rows('tblVerkoopOrder')).toMatchObject([
      { fldBetalingskenmerk: '1', fldOrdernummer: Number(remoteNumber), fldKostenBedragA: '6.0000' },
    ])
    const connection = await connectAccounting(scene.program, await profileOf(scene.program, scene.profile))
    const legs = await Array.fromAsync(connection.test(new AbortController().signal))
    await connection.close()
    expect(legs.map(({ leg, ok }) => [leg, ok])).toEqual([
      // Linux has no C:\SnelStart; the rest is told apart from it.
      ['folder', false],
      ...['gatewaySystem', 'gatewayHelper', 'gatewayLibrary', 'gatewayOpen'].map((leg) => [leg, true]),
    ])
  })
})
