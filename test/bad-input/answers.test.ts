// Answers that are no answers, from the shop and from SnelStart: each is told in words, and what waits is lost nor doubled.
import { afterEach, describe, expect, test } from 'vitest'
import { messagesOf } from '../../src/runs/program.ts'
import type { Misbehaviour } from '../../src/shops/opencart/fake.ts'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../support/scene.ts'
import { type GoBetween, startGoBetween } from './go-between.ts'

const started: (Scene | GoBetween)[] = []
const kept = <Started extends Scene | GoBetween>(one: Started): Started => {
  started.push(one)
  return one
}
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop()
})

const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
const zoe = mugOrder(1, guest('Zoë', { email: 'zoe@voorbeeld.example' }))
const begin = async (options: SceneOptions = {}): Promise<Scene> =>
  kept(await startScene({ simulator: { seed }, orders: [zoe], ...options }))

/** It has words in both languages, and the next run does everything once. */
async function expectRecovery(scene: Scene, code: string | undefined): Promise<void> {
  const text = messagesOf(scene.program)[code ?? '']
  expect([code, text?.text.nl, text?.text.en, text?.todo.nl]).not.toContain(undefined)
  scene.clock.advance(3 * 60_000)
  expect(await scene.import()).toMatchObject({ stoppedBy: null })
  expect(scene.made(1)).toHaveLength(1)
  expect(scene.simulator.state().relaties.filter(({ email }) => email)).toMatchObject([{ naam: 'Zoë Jansen' }])
}

describe('from the shop', () => {
  test.each([
    ['broken JSON', 'brokenJson'],
    ['half an answer', 'half'],
    ['a line that is cut', 'cutLine'],
    ['an answer that is far too large', 'tooLarge'],
    ['nothing at all', 'empty'],
    ['another page', 'homePage'],
  ] satisfies [string, Misbehaviour][])('BEY-1 %s stops reading with its own words', async (_what, way) => {
    const scene = await begin()
    scene.shop.misbehave(way)
    const result = await scene.import()
    expect(result).toMatchObject({ read: { added: 0 }, written: { done: 0 } })
    scene.shop.misbehave(null)
    await expectRecovery(scene, result.stoppedBy?.code)
  })

  test('BEY-1 a page of ten megabytes is read', async () => {
    const orders = Array.from({ length: 60 }, (_, index) =>
      mugOrder(index + 1, guest('Zoë', { email: 'zoe@voorbeeld.example' }), { comment: 'lang '.repeat(35_000) }),
    )
    const scene = await begin({ orders })
    expect(await scene.import()).toMatchObject({ read: { added: 60 }, written: { done: 60 }, stoppedBy: null })
  })

  test('BEY-1 letters in another charset than the shop says are not taken for a name', async () => {
    const scene = await begin()
    const toLatin1 = ({ body }: { body: Buffer }) => ({ body: Buffer.from(body.toString('utf8'), 'latin1') })
    const between = kept(await startGoBetween(scene.shop.url, toLatin1))
    const rightUrl = scene.shop.memory.endpointUrl
    const set = (url: string) => scene.program.store.secrets.set(scene.profile, 'memory.endpointUrl', url, '' as never)
    await scene.set('shop', { shopUrl: between.url })
    await set(rightUrl.replace(/http:\/\/[^/]+/, between.url))
    const result = await scene.import()
    expect(result).toMatchObject({ read: { added: 0 }, written: { done: 0 } })
    await scene.set('shop', { shopUrl: scene.shop.url })
    await set(rightUrl)
    await expectRecovery(scene, result.stoppedBy?.code)
  })
})

describe('from SnelStart', () => {
  test.each([
    ['another page', { garbage: true }],
    ['half an answer', { halfAnswer: true }],
    ['an answer of 20 MB', { bigAnswer: 20 * 1024 * 1024 }],
    ['JSON of another shape', { status: 200, body: [{ id: 5 }] }],
  ] as const)('BEY-1 %s when customers are read stops the run with its own words', async (_what, action) => {
    const scene = await begin()
    scene.fault('GET relaties', action, { times: 'always' })
    const result = await scene.import()
    expect([result.stoppedBy === null, scene.writes()]).toEqual([false, []])
    scene.simulator.clearFaults()
    await expectRecovery(scene, result.stoppedBy?.code)
  })

  test('BEY-1 an answer of seven megabytes is read', async () => {
    const scene = await begin()
    scene.fault('GET relaties', { bigAnswer: 7 * 1024 * 1024 })
    expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
  })

  test.each(['relaties', 'verkooporders'])(
    'BEY-1 a useless answer to what was posted to %s is looked up, not repeated',
    async (what) => {
      const scene = await begin()
      scene.fault(`POST ${what}`, { status: 200, body: { hello: 'world' }, commit: true })
      expect(await scene.import()).toMatchObject({ written: { done: 1 }, stoppedBy: null })
      await expectRecovery(scene, 'write.unknown.salesOrder')
    },
  )

  test('BEY-1 letters in another charset than SnelStart says do not become a customer’s name', async () => {
    const scene = await begin({ orders: [] })
    await scene.typeIn({
      relaties: [{ relatiecode: 5, relatiesoort: ['Klant'], naam: 'Zoë Jansen', email: zoe.person.email }],
    })
    const toLatin1 = ({ body }: { body: Buffer }) => ({ body: Buffer.from(body.toString('utf8'), 'latin1') })
    const between = kept(await startGoBetween(scene.simulator.url, toLatin1))
    await scene.set('accounting', { apiUrl: `${between.url}/v2` })
    const result = await scene.import()
    expect(result.stoppedBy?.code).toBe('snelstart.unreadable')
    await scene.set('accounting', { apiUrl: scene.simulator.apiUrl })
    scene.shop.put(zoe)
    await expectRecovery(scene, result.stoppedBy?.code)
  })

  test('BEY-1 another charset that SnelStart does say is read as such', async () => {
    const scene = await begin()
    await scene.typeIn({
      relaties: [{ relatiecode: 5, relatiesoort: ['Klant'], naam: 'Zoë Jansen', email: zoe.person.email }],
    })
    const between = kept(
      await startGoBetween(scene.simulator.url, ({ body }) => ({
        type: 'application/json; charset=iso-8859-1',
        body: Buffer.from(body.toString('utf8'), 'latin1'),
      })),
    )
    await scene.set('accounting', { apiUrl: `${between.url}/v2` })
    expect(await scene.import()).toMatchObject({ written: { done: 1, newCustomers: 0 }, stoppedBy: null })
  })
})
