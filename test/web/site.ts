// The real service with the demo's shop and administration behind it, on a folder and a port of its own: what the tests of the
// page and its screenshots look at.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountingKind } from '../../src/accounting/accounting.ts'
import { commandFailures } from '../../src/cli/command-failures.ts'
import type { Scene } from '../../src/cli/demo.ts'
import type { Instant, ProfileId } from '../../src/core/ids.ts'
import { startDemoScene } from '../../src/demo-scene.ts'
import { openProgram } from '../../src/main.ts'
import { usualTuning } from '../../src/runs/context.ts'
import { importOrders } from '../../src/runs/import-orders.ts'
import { hashPassword } from '../../src/runs/passwords.ts'
import { type Program, profileOf, withParts } from '../../src/runs/program.ts'
import { serveProgram } from '../../src/serve-program.ts'
import type { Product, ProfileSettings } from '../../src/store/store.ts'
import { addHistory } from './history.ts'

export const owner = { name: 'Jan', password: 'een lang wachtwoord' } as const

export type Site = {
  readonly url: string
  readonly program: Program
  readonly scene: Scene
  readonly folder: string
  /** As it was shown when the first secret was kept. */
  readonly recoveryCode: string
  readonly stop: () => Promise<void>
}

type SiteOptions = {
  /** 'nothing': as on the first start; 'empty': set up, never run; 'filled': after an import, with orders that wait. */
  readonly as: 'nothing' | 'empty' | 'filled'
  readonly profiles?: number
  /** What the orders become; absent: sales orders. */
  readonly product?: Product
  readonly bookkeeper?: string
  /** Four weeks of orders beside those of the import. */
  readonly history?: boolean
  /** The key of the secrets is gone since. */
  readonly lostKey?: boolean
  /** What takes the place of the kinds of administration that there are. */
  readonly accountings?: (usual: readonly AccountingKind[]) => readonly AccountingKind[]
  /** Of the maker of licences; base64. */
  readonly licenceKey?: string
}

export async function startSite(options: SiteOptions): Promise<Site> {
  const { as, profiles = 1, product = 'order', bookkeeper, history = false, lostKey = false } = options
  const folder = mkdtempSync(join(tmpdir(), 'sc-site-'))
  const codes: string[] = []
  const open = (): Program => {
    const opened = openProgram(folder, { keySource: 'file', onRecoveryCode: (code) => void codes.push(code) })
    const accountings = options.accountings?.(opened.accountings) ?? opened.accountings
    return { ...opened, accountings, licenceKey: options.licenceKey ?? opened.licenceKey }
  }
  let program = open()
  const scene = await startDemoScene()
  if (as !== 'nothing') {
    await addUser(program, owner.name, 'owner')
    if (bookkeeper !== undefined) await addUser(program, bookkeeper, 'bookkeeper')
    for (let number = 1; number <= profiles; number += 1)
      await addProfile(program, String(number), scene, { named: profiles > 1, product })
  }
  const [recoveryCode = ''] = codes.splice(0)
  if (as === 'filled') await importOnce(program)
  if (history) await addHistory(program, '1' as ProfileId)
  if (lostKey) {
    await program.store.close()
    rmSync(join(folder, 'secrets.key'))
    program = open()
  }
  const serving = await serveProgram(
    program,
    { host: null, port: 0 },
    {
      folder,
      version: '0.1.0',
      failures: commandFailures,
      machine: { platform: 'none', home: folder, env: {}, run: async () => ({ code: 127, stdout: '', stderr: '' }) },
      launch: { node: process.execPath, nodeFlags: [], script: '', args: [] },
      takeRecoveryCode: () => codes.pop() ?? null,
      report: (error) => console.error(error),
    },
  )
  return {
    url: serving.url,
    program,
    scene,
    folder,
    recoveryCode,
    stop: async () => {
      await serving.stop()
      await program.store.close()
      await scene.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const nowOf = (program: Program): Instant => new Date(program.clock()).toISOString() as Instant

async function addUser(program: Program, name: string, role: 'owner' | 'bookkeeper'): Promise<void> {
  const passwordHash = await hashPassword(owner.password)
  await program.store.users.add({ id: `user-${name}`, name, role, createdAt: nowOf(program), passwordHash })
}

async function addProfile(
  program: Program,
  id: string,
  scene: Scene,
  { named, product }: { readonly named: boolean; readonly product: Product },
): Promise<void> {
  const { shopKind, accountingKind } = scene
  await program.store.profiles.add({
    id: id as ProfileId,
    description: named ? `Winkel ${id}` : '',
    shopKind,
    accountingKind,
    product,
    settings: scene.settings satisfies ProfileSettings,
    createdAt: nowOf(program),
  })
  for (const [name, value] of Object.entries(scene.secrets))
    await program.store.secrets.set(id as ProfileId, name, value, nowOf(program))
}

async function importOnce(program: Program): Promise<void> {
  const profile = await profileOf(program, '1' as ProfileId)
  const open = { signal: new AbortController().signal, progress: () => {}, at: () => {}, tuning: usualTuning }
  await withParts(program, profile, open, (run) => importOrders(run))
}
