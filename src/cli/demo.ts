// `demo`: the main job on invented data, from nothing to what was made, what waits and why, and then its page (BEY-9).
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProfileId } from '../core/ids.ts'
import { instantOf } from '../runs/context.ts'
import { importOrders } from '../runs/import-orders.ts'
import { type Program, profileOf, withParts } from '../runs/program.ts'
import type { ProfileSettings } from '../store/store.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { openParts } from './import.ts'
import { printLog } from './log.ts'
import { report } from './report.ts'
import type { Serving } from './serve.ts'
import { serveDemo } from './serve-demo.ts'

/** Both sides, running, and a profile's settings between them. */
export type Scene = {
  readonly shopKind: string
  readonly accountingKind: string
  readonly settings: ProfileSettings
  readonly secrets: Readonly<Record<string, string>>
  readonly addresses: { readonly shop: string; readonly accounting: string }
  /** How many calls the accounting side has had. */
  readonly calls: () => number
  readonly stop: () => Promise<void>
}

export type DemoParts = {
  readonly startScene: () => Promise<Scene>
  readonly openProgram: (folder: string) => Promise<Program>
  /** Opens the page on the demo's data; null: nobody is there to look at it, so the demo ends by itself. */
  readonly serve: ((program: Program, folder: string) => Promise<Serving>) | null
}

/** Exit code 0 although an order waits: in the demo that is what is to be seen. */
export async function demo(console: Console, options: { keep: boolean }, parts: DemoParts): Promise<ExitCode> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-demo-'))
  const scene = await parts.startScene()
  const program = await parts.openProgram(folder)
  try {
    const profile = await addDemoProfile(program, scene)
    tellScene(console, scene)
    const startedAt = program.clock()
    const result = await withParts(program, profile, openParts(console), (run) => importOrders(run))
    console.clearProgress()
    console.signal.throwIfAborted()
    await printLog(console, program, profile.id)
    console.print('')
    const exit = await report(console, program, profile, { result, startedAt })
    tellNext(console, options.keep ? folder : null, scene)
    const { serve } = parts
    if (serve !== null && exit !== 2) await serveDemo(console, program, (opened) => serve(opened, folder))
    return exit === 2 ? 2 : 0
  } finally {
    await program.store.close()
    await scene.stop()
    if (!options.keep) await rm(folder, { recursive: true, force: true })
  }
}

async function addDemoProfile(program: Program, scene: Scene) {
  const id = '1' as ProfileId
  const at = instantOf(program.clock())
  const { shopKind, accountingKind, settings } = scene
  await program.store.profiles.add({
    id,
    description: '',
    shopKind,
    accountingKind,
    product: 'order',
    settings,
    createdAt: at,
  })
  for (const [name, value] of Object.entries(scene.secrets)) await program.store.secrets.set(id, name, value, at)
  return profileOf(program, id)
}

function tellScene(console: Console, { addresses }: Scene): void {
  const nl = `Voorbeeldwinkel op ${addresses.shop} en een nagebootst SnelStart op ${addresses.accounting}.\nAlles hierin is verzonnen; er gaat niets naar buiten.\n`
  const en = `A sample shop at ${addresses.shop} and an imitated SnelStart at ${addresses.accounting}.\nAll of it is invented; nothing leaves this machine.\n`
  console.print(inLanguage(console, nl, en))
}

/** What to try next: with the demo's own orders where they were kept, else how to keep them. */
function tellNext(console: Console, folder: string | null, scene: Scene): void {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  const rows: readonly (readonly [string, string])[] =
    folder === null
      ? [
          [
            's-connect demo --keep',
            say('hetzelfde, en bewaar de orders om te bekijken', 'the same, keeping the orders to look at'),
          ],
          ['s-connect profile add', say('uw eigen webshop koppelen', 'link your own shop')],
          ['s-connect simulator', say('alleen het nagebootste SnelStart', 'only the imitated SnelStart')],
        ]
      : [
          ['orders list --all', say('alle orders', 'all orders')],
          ['orders show 1009', say('waarom deze order wacht', 'why this order waits')],
          ['orders show 1007', say('hoe een klant werd herkend', 'how a customer was recognised')],
          ['log --extended', say('elke stap', 'every step')],
          ['settings show', say('de instellingen van de demo', 'the settings of the demo')],
        ].map(([command = '', what = '']) => [`s-connect --data ${folder} ${command}`, what] as const)
  console.print(`\n${say('Vragen aan SnelStart', 'Calls to SnelStart')}: ${scene.calls()}`)
  console.print(`\n${say('Probeer nu', 'Try next')}:`)
  console.print(table(rows.map(([command, what]) => [`  npx ${command}`, what])))
}
