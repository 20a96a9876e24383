// The mirror of the administration (design 4): whole once a day, changes in between, and never half of one.
import { afterEach, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../../test/support/scene.ts'
import { tryOut } from '../accounting/snelstart-online/fake/try-out.ts'
import type { Point } from './points.ts'

const scenes: Scene[] = []
const relation = (relatiecode: number, naam: string) => ({ relatiecode, naam, relatiesoort: ['Klant'] })
const seed = {
  artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)],
  relaties: [relation(1, 'Een'), relation(2, 'Twee')],
}
async function begin(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, ...options })
  scenes.push(scene)
  return scene
}
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

const hour = 3_600_000

async function names({ program, profile }: Scene): Promise<string[]> {
  const found: string[] = []
  for await (const rows of program.store.mirror.stream(profile, 'customers'))
    found.push(...rows.map((row) => (row.data as { name: string }).name))
  return found.filter((name) => name !== 'Klant onbekend').toSorted()
}

const questions = ({ simulator }: Scene, from: number): string[] =>
  simulator
    .calls()
    .slice(from)
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/v2/relaties'))
    .map(({ path }) => (decodeURIComponent(path).includes('ModifiedOn ge') ? 'changes' : 'whole'))

test('is read whole the first time and after a day, and by its changes in between', async () => {
  const scene = await begin()
  await scene.import()
  const from = scene.simulator.calls().length
  scene.clock.advance(hour)
  await scene.import()
  scene.clock.advance(22 * hour)
  await scene.import()
  scene.clock.advance(2 * hour)
  await scene.import()
  expect(questions(scene, from)).toEqual(['changes', 'changes', 'whole'])
})

test('what is changed or added in SnelStart is known at the next run', async () => {
  const scene = await begin()
  await scene.import()
  scene.clock.advance(hour)
  await scene.typeIn({ relaties: [relation(3, 'Drie'), { ...relation(1, 'Eén'), modifiedOn: null }] })
  await scene.import()
  expect(await names(scene)).toEqual(['Drie', 'Eén', 'Twee'])
})

test('what was changed a moment before the last reading is not missed', async () => {
  const scene = await begin()
  await scene.import()
  // Written with a clock that runs two minutes behind the highest mark that was seen.
  const behind = new Date(scene.clock.now() - 2 * 60_000 + hour).toISOString().replace('Z', '')
  await scene.typeIn({ relaties: [{ ...relation(3, 'Drie'), modifiedOn: behind }] })
  await scene.import()
  expect(await names(scene)).toContain('Drie')
})

test('a customer removed in SnelStart is gone after the next whole reading', async () => {
  const scene = await begin()
  await scene.import()
  const removed = scene.simulator.state().relaties.find(({ relatiecode }) => relatiecode === 2)
  expect((await (await tryOut(scene.simulator)).ask('DELETE', `/relaties/${removed?.id}`)).status).toBeLessThan(300)
  scene.clock.advance(hour)
  await scene.import()
  expect(await names(scene)).toEqual(['Een', 'Twee'])
  scene.clock.advance(24 * hour)
  await scene.import()
  expect(await names(scene)).toEqual(['Een'])
})

test('a reading that breaks off between two pages leaves the mirror as it was, and the next begins anew', async () => {
  const relaties = Array.from({ length: 1200 }, (_, index) => relation(index + 10, `Klant ${index}`))
  const scene = await begin({ simulator: { seed: { ...seed, relaties } } })
  await scene.import()
  const removed = scene.simulator.state().relaties.find(({ relatiecode }) => relatiecode === 10)
  await (await tryOut(scene.simulator)).ask('DELETE', `/relaties/${removed?.id}`)
  scene.clock.advance(25 * hour)
  let pages = 0
  const at = (point: Point): void => {
    if (point === 'mirror.pageStored' && ++pages === 2) throw new Error('the power goes')
  }
  await expect(scene.import({ at })).rejects.toThrow('the power goes')
  expect(await names(scene)).toHaveLength(1200)
  await scene.import()
  expect(await names(scene)).toHaveLength(1199)
})

test('SnelStart being away stops the run before anything is decided on old knowledge', async () => {
  const scene = await begin({ orders: [mugOrder(1, guest('Anna'))] })
  scene.fault('GET relaties', { status: 503 }, { times: 'always' })
  const result = await scene.import()
  expect(result).toMatchObject({ read: { added: 0 }, stoppedBy: { code: 'snelstart.serverError' } })
  expect(scene.writes()).toEqual([])
})
