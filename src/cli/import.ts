// `import [--preview]`: the main job, or what it would write.
import { SettingsWrong } from '../core/failures.ts'
import { type Progress, usualTuning } from '../runs/context.ts'
import { importOrders } from '../runs/import-orders.ts'
import { readAccounts } from '../runs/ledger-accounts.ts'
import { requireLicensed } from '../runs/licence.ts'
import { preview } from '../runs/preview.ts'
import { type Program, withParts } from '../runs/program.ts'
import type { Profile } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import type { Console, ExitCode } from './console.ts'
import { decisionText } from './decision-text.ts'
import { catalogueOf, headline } from './order-text.ts'
import { report } from './report.ts'
import { say } from './words.ts'

/** Throws SettingsWrong 'input.orderWithoutPreview', 'order.unknownNumber'. */
export async function importCommand(
  console: Console,
  options: { preview: boolean; read: boolean; order: string | null },
): Promise<ExitCode> {
  if (options.order !== null && !options.preview)
    throw new SettingsWrong('input.orderWithoutPreview', 'one order is previewed, not imported')
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  await requireLicensed(program, profile.id)
  if (options.preview) return showPreview(console, program, profile, options)
  const startedAt = program.clock()
  const open = openParts(console)
  const tellStopping = (): void => console.warn(say('stopping', console.language))
  console.signal.addEventListener('abort', tellStopping, { once: true })
  // The first answer can take a while where a connection has to be tried again.
  console.progress(say('phaseMirror', console.language), 0, null)
  try {
    const result = await withParts(program, profile, open, (parts) => importOrders(parts, { read: options.read }))
    console.clearProgress()
    console.signal.throwIfAborted()
    return await report(console, program, profile, { result, startedAt })
  } finally {
    console.clearProgress()
    console.signal.removeEventListener('abort', tellStopping)
  }
}

/** What a run of the command line is given besides the profile's own parts. */
export const openParts = (console: Console) => ({
  signal: console.signal,
  progress: progressOf(console),
  at: () => {},
  tuning: usualTuning,
})

function progressOf(console: Console): (progress: Progress) => void {
  const names = {
    settle: 'phaseSettle',
    mirror: 'phaseMirror',
    read: 'phaseRead',
    write: 'phaseWrite',
    stock: 'phaseStock',
  } as const
  return ({ phase, done, total }) => console.progress(say(names[phase], console.language), done, total)
}

async function showPreview(
  console: Console,
  program: Program,
  profile: Profile,
  options: { read: boolean; order: string | null },
): Promise<ExitCode> {
  const { language } = console
  const catalogue = catalogueOf(program)
  const accounts = await readAccounts(program.store, profile)
  let problems = 0
  const ask = { read: options.read, number: options.order }
  const count = await withParts(program, profile, openParts(console), (parts) =>
    preview(parts, ask, ({ entry, decision }) => {
      if (decision?.kind !== 'plan' && decision?.kind !== 'skip') problems += 1
      console.clearProgress()
      if (console.json)
        console.printJson({ number: entry.number, state: entry.state, decision, problem: entry.problem })
      else
        console.print(
          [headline(entry, language), ...decisionText(catalogue, entry, decision, language, accounts), ''].join('\n'),
        )
    }),
  )
  console.clearProgress()
  if (count === 0 && options.order !== null)
    throw new SettingsWrong('order.unknownNumber', 'no such order', { number: options.order })
  console.print(say(count === 0 ? 'previewNothing' : 'preview', language))
  return problems > 0 ? 1 : 0
}
