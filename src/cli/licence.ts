// `licence issue|show|read`: what the maker hands out, and what this installation has (PROF-2, PROF-4).
import { readFile, writeFile } from 'node:fs/promises'
import { SettingsWrong } from '../core/failures.ts'
import { formatDay } from '../core/format.ts'
import type { CalendarDate } from '../core/ids.ts'
import { type Licence, ourProduct } from '../core/licence/licence-file.ts'
import { applyLicence, issueLicence, type LicenceStanding, loadLicence, todayOf } from '../runs/licence.ts'
import { commandFailures } from './command-failures.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { tellFailure } from './words.ts'

export type IssueOptions = {
  readonly key: string
  readonly holder: string
  readonly profiles: number
  readonly kinds: readonly string[]
  readonly until: string
  /** null: to standard output. */
  readonly out: string | null
}

/** For the maker. Throws SettingsWrong 'licence.keyUnusable', 'licence.keyOther', 'licence.unreadable' (an impossible field). */
export async function issue(
  console: Console,
  options: IssueOptions,
  parts: { readonly licenceKey: string; readonly clock: () => number },
): Promise<ExitCode> {
  const { holder, profiles, kinds, until, out } = options
  const issued = todayOf(parts.clock())
  const licence: Licence = { holder, product: ourProduct, profiles, kinds, issued, until: until as CalendarDate }
  const pem = await readText(options.key)
  const text = issueLicence(licence, { pem, file: options.key, licenceKey: parts.licenceKey })
  if (out !== null) await writeFile(out, text)
  if (console.json) console.printJson(JSON.parse(text))
  else console.print(out === null ? text.trimEnd() : `${inLanguage(console, 'Bewaard', 'Saved')}: ${out}`)
  return 0
}

/** 'Licentie inlezen'. Throws SettingsWrong with the reason; then nothing has changed. */
export async function readLicence(console: Console, file: string): Promise<ExitCode> {
  const program = await console.program()
  show(console, await loadLicence(program, await readText(file)))
  return 0
}

export async function showLicence(console: Console): Promise<ExitCode> {
  show(console, await applyLicence(await console.program()))
  return 0
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT')
      throw new SettingsWrong('input.fileMissing', 'no such file', { file }, error)
    throw new SettingsWrong('input.fileUnreadable', 'the file cannot be read', { file }, error)
  }
}

function show(console: Console, standing: LicenceStanding): void {
  const { licence, problem, running, surplus } = standing
  if (console.json) {
    console.printJson({ licence, problem, running, paused: surplus })
    return
  }
  if (problem !== null)
    console.print(
      tellFailure(commandFailures, { ...problem, message: problem.code, context: problem.data }, console.language),
    )
  console.print(
    licence === null
      ? inLanguage(console, 'Zonder licentie: één profiel.', 'Without a licence: one profile.')
      : table(licenceRows(console, licence)),
  )
  if (surplus.length > 0)
    console.print(
      inLanguage(
        console,
        `Op pauze, omdat ze buiten de licentie vallen: profiel ${surplus.join(', ')}. Alles is bewaard.`,
        `Paused, because they are outside the licence: profile ${surplus.join(', ')}. Everything is kept.`,
      ),
    )
}

function licenceRows(console: Console, { holder, profiles, kinds, until }: Licence): string[][] {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  return [
    [say('Op naam van', 'Holder'), holder],
    [say('Profielen', 'Profiles'), String(profiles)],
    [say('Soorten', 'Kinds'), kinds.length === 0 ? say('alle', 'all') : kinds.join(', ')],
    [say('Geldig tot en met', 'Valid until'), formatDay(until, console.language)],
  ]
}
