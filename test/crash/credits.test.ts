// BEY-3 under kill: a refunded order that was made is credited exactly once, wherever the process dies and whatever answer is cut.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { creditPointNames } from '../../src/runs/points.ts'
import { guest, mugOrder } from '../support/scene.ts'
import type { ChildJob, ChildReport } from './child.ts'
import { jobFor, startChild } from './matrix.ts'
import { type CrashScene, startCrashScene } from './scene.ts'

const points = [
  'read.pageRead',
  'read.pageStored',
  ...creditPointNames,
  'decide.done',
  'salesOrder.beforeIntend',
  'salesOrder.intended',
  'salesOrder.answered',
  'salesOrder.settled',
] as const

const order = mugOrder(601, guest('Anna'), { lines: [{ article: 1, quantity: 2 }] })

/** Sales orders with this number, credits included, by reference and total. */
const held = ({ simulator }: CrashScene): readonly string[] =>
  simulator
    .state()
    .verkooporders.filter(({ betalingskenmerk }) => String(betalingskenmerk).startsWith('601'))
    .map((made) => `${made.betalingskenmerk} ${Number(made.totaalInclusiefBtw).toFixed(2)}`)

async function start(folder: string, scene: CrashScene, dieAt: ChildJob['dieAt']): Promise<ChildReport | null> {
  const job = jobFor(scene, dieAt)
  const sales = { ...job.settings.sales, cancellations: 'creditOrder' }
  return startChild(folder, { ...job, settings: { ...job.settings, sales } })
}

async function creditUnder(point: (typeof points)[number], cut: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-crash-'))
  const scene = await startCrashScene('order')
  try {
    scene.shop.put(order)
    await start(folder, scene, null)
    scene.shop.put({ ...order, statusId: '7' })
    if (cut) {
      const match = { method: 'POST', path: '/v2/verkooporders' }
      scene.simulator.addFault({ match, times: 1, action: { cutAfterCommit: true } })
    }
    const died = (await start(folder, scene, { point, nth: 1 })) === null
    for (let again = 0; again < 2; again++) await start(folder, scene, null)
    return { died, held: held(scene) }
  } finally {
    await scene.shop.stop()
    await scene.simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

test.each(points)(
  'BEY-3 a credit is made once when the process is killed at %s',
  async (point) => {
    const result = await creditUnder(point, !point.startsWith('salesOrder'))
    expect(result).toEqual({ died: true, held: ['601 26.00', '601-C1 -26.00'] })
  },
  120_000,
)
