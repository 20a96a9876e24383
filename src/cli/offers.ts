// `lists sqlServers` and `lists administrations`: what a setting can be filled with, looked for with what is saved so far; and
// what the chosen kind of administration cannot do on this machine.
import { SettingsWrong } from '../core/failures.ts'
import { offerChoices } from '../runs/offer-choices.ts'
import { accountingKindOf, type Program } from '../runs/program.ts'
import { offeredLists } from '../settings/field.ts'
import type { Profile } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import type { Console, ExitCode } from './console.ts'
import { say } from './words.ts'

/** Exit code 1 where nothing was found. Throws SettingsWrong 'input.list'. */
export async function showOffer(console: Console, asked: string): Promise<ExitCode> {
  const list = offeredLists.find((known) => known === asked)
  if (list === undefined)
    throw new SettingsWrong('input.list', 'no such list', { list: asked, lists: offeredLists.join(', ') })
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const { options, note } = await offerChoices(program, profile, { list, values: {} }, console.signal)
  const told = note?.[console.language] ?? (options.length === 0 ? say('nothingFound', console.language) : null)
  if (console.json) console.printJson({ list, options, note: told })
  else {
    for (const option of options) console.print(option)
    if (told !== null) console.warn(told)
  }
  return options.length === 0 ? 1 : 0
}

/** Said before anything is tried; nothing where all can be done here. */
export function warnOfObstacle(console: Console, program: Program, profile: Profile): void {
  const obstacle = accountingKindOf(program, profile).obstacle?.() ?? null
  if (obstacle !== null) console.warn(`${say('notice', console.language)} ${obstacle[console.language]}`)
}
