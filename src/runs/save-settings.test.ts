import { afterEach, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import { profileOf } from './program.ts'
import { saveSettings } from './save-settings.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

test.each([
  ['accounting', 'administration', true],
  ['accounting', 'server', true],
  ['accounting', 'encryption', false],
  ['customers', 'administration', false],
] as const)(
  'SNEL-1 where the setting %s.%s changed, what is kept of the administration is forgotten: %s',
  async (part, key, forgets) => {
    const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
    const scene = await startScene({ simulator: { seed }, orders: [mugOrder(1, guest('Anna'))] })
    scenes.push(scene)
    await scene.import()
    const { store } = scene.program
    const kept = async () => {
      const kinds = ['lists', 'customers', 'articles'] as const
      const states = await Promise.all(kinds.map((kind) => store.mirror.state(scene.profile, kind)))
      return states.map(({ wholeAt }) => wholeAt !== null)
    }
    expect(await kept()).toEqual([true, true, true])
    const profile = await profileOf(scene.program, scene.profile)
    const values = { ...profile.settings[part], [key]: 'another' }
    await saveSettings(store, profile, part, values, 'test', '2026-03-02T12:00:00.000Z' as never)
    expect(await kept()).toEqual([!forgets, !forgets, !forgets])
  },
)
