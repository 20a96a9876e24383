// Saving settings, with what follows from it: a start point that was changed counts from the next run on, another administration is
// read anew, and the log tells which settings changed (never their values: some are secret).
import type { Instant } from '../core/ids.ts'
import type { Profile, SettingsPart, Store } from '../store/store.ts'

/** Settings of the kinds on the desktop. */
const whichAdministration: ReadonlySet<string> = new Set(['server', 'folder', 'administration'])

/** Replaces one part of a profile's settings. `values` are checked and hold no secrets. `by`: who changed them, for the history. */
export async function saveSettings(
  store: Store,
  profile: Profile,
  part: SettingsPart,
  values: Readonly<Record<string, unknown>>,
  by: string,
  at: Instant,
): Promise<void> {
  const before = profile.settings[part]
  const changed = [...new Set([...Object.keys(before), ...Object.keys(values)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(values[key]),
  )
  if (changed.length === 0) return
  await store.profiles.saveSettings(profile.id, part, values, by, at)
  // SHOP-1: the cursor would else go on where it was, and a new start point would do nothing. What was read before is known.
  if (part === 'general' && changed.some((key) => key.startsWith('startAt'))) await store.inbox.resetCursor(profile.id)
  // Another administration may use the same ids for others: of SnelStart on the desktop they are small numbers.
  if (part === 'accounting' && changed.some((key) => whichAdministration.has(key)))
    await store.mirror.forget(profile.id)
  // What one shop was told says nothing of what another has.
  if (part === 'shop') await store.stock.forget(profile.id)
  const keys = changed.map((key) => `${part}.${key}`).join(', ')
  await store.log.add([
    { at, profile: profile.id, level: 'normal', order: null, code: 'settings.changed', data: { keys } },
  ])
}
