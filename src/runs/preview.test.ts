// BEY-2: the preview says what the import then writes, and writes nothing itself.
import { afterEach, expect, test } from 'vitest'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../../test/support/scene.ts'
import { isEntryPlan, type SalesOrderPlan } from '../core/plan.ts'
import { demoOrders } from '../shops/opencart/fake.ts'

const scenes: Scene[] = []
const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

async function begin(orders: Parameters<typeof startScene>[0] = {}): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, ...orders })
  scenes.push(scene)
  return scene
}

test('BEY-2 the preview makes no call that writes, and the import then writes exactly what it showed', async () => {
  const scene = await begin({ orders: demoOrders(), settings: { sales: { discountArticle: 'ART-0001' } } })
  const shown = await scene.preview()
  expect(scene.writes()).toEqual([])
  expect(shown.length).toBeGreaterThan(5)
  expect((await scene.entries()).every((entry) => entry.state === 'waiting')).toBe(true)
  await scene.import()
  for (const { entry, decision } of shown) {
    const after = await scene.entry(entry.number)
    if (decision?.kind !== 'plan' || isEntryPlan(decision.plan)) {
      expect([entry.number, after.state]).toEqual([entry.number, decision?.kind === 'skip' ? 'skipped' : 'problem'])
      continue
    }
    const [made, second] = scene.made(entry.number)
    expect([entry.number, after.state, second]).toEqual([entry.number, 'done', undefined])
    expect([entry.number, linesOf(made)]).toEqual([entry.number, planned(decision.plan)])
    expect([entry.number, made?.totaalInclusiefBtw]).toEqual([entry.number, Number(decision.plan.expected.totalIncl)])
  }
})

type Line = readonly [description: string, quantity: number, price: number]
const planned = ({ document }: SalesOrderPlan): Line[] =>
  document.lines.map((line) => [line.description, Number(line.quantity), Number(line.unitPrice)])
const linesOf = (made: ReturnType<Scene['made']>[number] | undefined): Line[] =>
  (made?.regels ?? []).map((line) => [line.omschrijving ?? '', line.aantal ?? 0, line.stuksprijs ?? 0])

test('BEY-2 one order is shown whatever its state, and again after it was made', async () => {
  const scene = await begin({ orders: [mugOrder(1, guest('Anna')), mugOrder(2, guest('Bram'))] })
  expect((await scene.preview('2')).map(({ entry }) => entry.number)).toEqual(['2'])
  await scene.import()
  const writes = scene.writes().length
  const [again] = await scene.preview('1')
  expect(again).toMatchObject({
    entry: { state: 'done' },
    decision: { kind: 'plan', plan: { customer: { action: 'use' } } },
  })
  expect(await scene.preview('9')).toEqual([])
  expect(scene.writes()).toHaveLength(writes)
})
