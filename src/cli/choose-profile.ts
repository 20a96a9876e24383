// Which profile a command is about: the one that is named, or the only one there is (PROF-3).
import { SettingsWrong } from '../core/failures.ts'
import type { ProfileId } from '../core/ids.ts'
import { type Program, profileOf } from '../runs/program.ts'
import type { Profile } from '../store/store.ts'
import type { Console } from './console.ts'

/** Throws SettingsWrong 'profile.none', 'profile.several', 'profile.unknown'. */
export async function chooseProfile(console: Console, program: Program): Promise<Profile> {
  if (console.profile !== null) return profileOf(program, console.profile as ProfileId)
  const profiles = await program.store.profiles.list()
  const [only, second] = profiles
  if (only === undefined) throw new SettingsWrong('profile.none', 'no profile yet')
  if (second !== undefined) {
    const names = profiles.map((profile) => profile.id).join(', ')
    throw new SettingsWrong('profile.several', 'several profiles', { profiles: names })
  }
  return only
}
