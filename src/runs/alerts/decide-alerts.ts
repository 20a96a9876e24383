// When somebody is told that something is wrong (BEY-6): at once when it begins or grows, at most once an hour per kind, and
// once when it is well again. Pure; each channel has a memory of its own, so that a failing one does not silence the other.
import type { ProfileId } from '../../core/ids.ts'
import type { Text } from '../../core/text.ts'

export const alertKinds = ['taskFailed', 'ordersWait', 'planStalled'] as const
export type AlertKind = (typeof alertKinds)[number]

export type Trouble = {
  readonly kind: AlertKind
  readonly profile: ProfileId
  /** What is the matter, as one sentence. */
  readonly text: Text
  /** What it is made of (a failure's code, orders); one that was not told before is news. */
  readonly marks: readonly string[]
}

export type Alert = {
  readonly kind: AlertKind
  readonly state: 'trouble' | 'well'
  /** Everything of this kind that is wrong now; empty when it is well again. */
  readonly troubles: readonly Trouble[]
}

/** Per kind: when it was last told (ms), and what was told; `told` null: that it is well, or nothing ever. */
export type AlertMemory = {
  readonly [Kind in AlertKind]?: { readonly at: number; readonly told: readonly string[] | null }
}

const hourMs = 3_600_000
/** What stays wrong is told again after this long, even if nothing about it is new. */
const remindMs = 24 * hourMs

/** What to tell now. `wanted`: kinds that are switched on; one that is switched off is never told, not even as well again. */
export function decideAlerts(
  nowMs: number,
  troubles: readonly Trouble[],
  memory: AlertMemory,
  wanted: readonly AlertKind[],
): readonly Alert[] {
  return wanted.flatMap((kind): Alert[] => {
    const ofKind = troubles.filter((trouble) => trouble.kind === kind)
    const last = memory[kind]
    if (ofKind.length === 0) return last?.told ? [{ kind, state: 'well', troubles: [] }] : []
    return mayTell(nowMs, ofKind, last) ? [{ kind, state: 'trouble', troubles: ofKind }] : []
  })
}

function mayTell(nowMs: number, troubles: readonly Trouble[], last: AlertMemory[AlertKind]): boolean {
  if (last === undefined) return true
  // A clock that was set back must not silence anything for longer than the hour.
  const agoMs = nowMs < last.at ? hourMs : nowMs - last.at
  if (agoMs < hourMs) return false
  const told = new Set(last.told ?? [])
  return agoMs >= remindMs || keysOf(troubles).some((key) => !told.has(key))
}

const keysOf = (troubles: readonly Trouble[]): readonly string[] =>
  troubles.flatMap(({ profile, marks }) => marks.map((mark) => `${profile}/${mark}`))

/** The memory once `alert` was told. 'Well again' keeps the time of the trouble before it: a fault that comes and goes is told
 *  at most once an hour all the same. */
export function rememberAlert(memory: AlertMemory, { kind, state, troubles }: Alert, nowMs: number): AlertMemory {
  const at = state === 'trouble' ? nowMs : (memory[kind]?.at ?? nowMs)
  return { ...memory, [kind]: { at, told: state === 'trouble' ? keysOf(troubles) : null } }
}
