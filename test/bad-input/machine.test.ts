// What this machine can do to us: a full disk, a folder without the right to write, two processes at once, data of a newer
// version. Each is one clear sentence on the command line, and nothing is lost or doubled.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import type { Point } from '../../src/runs/points.ts'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { createKeyKeeper } from '../../src/store/secrets/key-keeper.ts'
import { type Database, openDatabase } from '../../src/store/sqlite/database.ts'
import { migrate } from '../../src/store/sqlite/migrate.ts'
import { createStore } from '../../src/store/sqlite/open.ts'
import { guest, mugOrder, type Scene, type SceneOptions, seedArticle, startScene } from '../support/scene.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})
const seed = { artikelen: [seedArticle('ART-0001', 'Mok', 1), seedArticle('VERZ', 'Verzendkosten', 8)] }
async function begin(options: SceneOptions): Promise<Scene> {
  const scene = await startScene({ simulator: { seed }, ...options })
  scenes.push(scene)
  return scene
}
const orders = (count: number) => Array.from({ length: count }, (_, index) => mugOrder(index + 1, guest('Anna')))

describe('a full disk', () => {
  /** A scene whose database may grow no more once `fill` is called, and again after `free`. */
  async function onSmallDisk(options: SceneOptions) {
    let database: Database | null = null
    const openStore = (folder: string) => {
      database = openDatabase(join(folder, 'small.db'), { busyTimeoutMs: 100 })
      migrate(database, migrations, join(folder, 'copy'))
      const openKeeper = async () => createKeyKeeper({ folder, randomBytes, keychain: null })
      return createStore(database, { openKeeper, randomBytes, onRecoveryCode: () => {} })
    }
    const scene = await begin({ ...options, openStore })
    return {
      scene,
      // The size it has now is as large as it may become.
      fill: () => database?.script('pragma max_page_count = 1'),
      free: () => database?.script('pragma max_page_count = 1000000'),
    }
  }

  test('BEY-1 while orders are read: nothing is half in, and they come once there is room', async () => {
    const { scene, fill, free } = await onSmallDisk({ orders: orders(300) })
    const at = (point: Point): void => {
      if (point === 'read.pageRead') fill()
    }
    await expect(stoppedBy(scene.import({ at }))).resolves.toBe('store.full')
    expect(scene.writes()).toEqual([])
    free()
    expect(await scene.import()).toMatchObject({ read: { added: 300 }, written: { done: 300 }, stoppedBy: null })
    expect(scene.simulator.state().verkooporders).toHaveLength(300)
  })

  test('BEY-1 just after SnelStart made an order: it is found back, not made again', async () => {
    const { scene, fill, free } = await onSmallDisk({ orders: orders(20), tuning: { ordersAtOnce: 1 } })
    let seen = 0
    const at = (point: Point): void => {
      if (point === 'salesOrder.answered' && ++seen === 5) fill()
    }
    await expect(stoppedBy(scene.import({ at }))).resolves.toBe('store.full')
    expect(scene.simulator.state().verkooporders.length).toBeGreaterThanOrEqual(5)
    free()
    scene.clock.advance(3 * 60_000)
    expect(await scene.import()).toMatchObject({ stoppedBy: null })
    const references = scene.simulator.state().verkooporders.map((made) => made.betalingskenmerk)
    expect([references.length, new Set(references).size]).toEqual([20, 20])
  })

  /** A run on a full disk may not even be able to log why it stopped; either way the reason comes out. */
  const stoppedBy = (running: ReturnType<Scene['import']>): Promise<string | undefined> =>
    running.then(
      (result) => result.stoppedBy?.code,
      (error: { code?: string }) => error.code,
    )
})

type Ended = { readonly code: number; readonly out: string; readonly error: string }
const program = join(import.meta.dirname, '../../src/s-connect.js')

/** The command line on the folder of a scene. `asNobody`: without root's right to write everywhere. */
function run(scene: Scene, args: readonly string[], { asNobody = false } = {}): Promise<Ended> {
  const rights = asNobody && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  return new Promise((resolve) => {
    const all = [program, ...args, '--data', scene.folder, '--lang', 'en']
    execFile(process.execPath, all, { ...rights, timeout: 30_000 }, (failure, out, error) =>
      resolve({ code: failure === null ? 0 : Number(failure.code ?? -1), out, error }),
    )
  })
}

/** One sentence or two, no stack trace, nothing of the inside. */
function expectClear({ code, out, error }: Ended, words: RegExp): void {
  expect([code, `${out}${error}`]).toEqual([2, expect.stringMatching(words)])
  expect(`${out}${error}`).not.toMatch(/\n\s+at |node:internal|\.ts:\d/)
}

describe('on the command line', () => {
  test('PLAN-4 two imports at once on one data folder: one works, the other says that it is busy', async () => {
    const scene = await begin({ orders: orders(3), realClock: true })
    scene.fault('POST relaties', { delayMs: 4000 })
    const first = run(scene, ['import'])
    await expect.poll(() => scene.writes().length, { timeout: 15_000 }).toBeGreaterThan(0)
    const second = await run(scene, ['import'])
    expectClear(second, /busy|another|already/i)
    expect((await first).code).toBe(0)
    expect(scene.simulator.state().verkooporders).toHaveLength(3)
  }, 40_000)

  test('PLAN-4 two imports started at the same moment make every order once', async () => {
    const scene = await begin({ orders: orders(10), realClock: true })
    const ended = await Promise.all([run(scene, ['import']), run(scene, ['import'])])
    expect(ended.map(({ code }) => code).toSorted()).toContain(0)
    const references = scene.simulator.state().verkooporders.map((made) => made.betalingskenmerk)
    expect([references.length, new Set(references).size]).toEqual([10, 10])
  }, 40_000)

  test('BEY-1 a data folder that is read-only is said to be so', async () => {
    const scene = await begin({ orders: orders(1), realClock: true })
    await scene.program.store.close()
    const path = join(scene.folder, 's-connect.db')
    if (process.getuid?.() === 0) for (const one of [scene.folder, path]) chownSync(one, 65_534, 65_534)
    chmodSync(path, 0o444)
    chmodSync(scene.folder, 0o555)
    const ended = await run(scene, ['import'], { asNobody: true })
    chmodSync(scene.folder, 0o755)
    expectClear(ended, /read-only|right|write/i)
    expect(scene.writes()).toEqual([])
  }, 40_000)

  test('BEY-1 data of a newer version are left as they are, and said to be newer', async () => {
    const scene = await begin({ orders: orders(1), realClock: true })
    await scene.program.store.close()
    const path = join(scene.folder, 's-connect.db')
    const database = new DatabaseSync(path)
    database.exec('pragma user_version = 9999; pragma wal_checkpoint(truncate); pragma journal_mode = delete')
    database.close()
    const before = readFileSync(path)
    expectClear(await run(scene, ['import']), /newer/i)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(scene.writes()).toEqual([])
  }, 40_000)
})
