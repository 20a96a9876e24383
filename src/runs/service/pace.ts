// How fast a step goes, and so how long it still takes. Measured over the last minutes, because SnelStart's limit makes the pace
// uneven. Pure: the time comes in.
import type { Phase, Progress } from '../context.ts'

type Sample = { readonly at: number; readonly done: number }
export type Pace = { readonly phase: Phase; readonly samples: readonly Sample[] }

const windowMs = 3 * 60_000
const betweenSamplesMs = 1000
/** Before this, the first orders tell too little. */
const tooEarlyMs = 3000

/** A new phase is measured anew. */
export function measure(pace: Pace | null, { phase, done }: Progress, at: number): Pace {
  const now = { at, done }
  if (pace === null || pace.phase !== phase || done < (pace.samples.at(-1)?.done ?? 0)) return { phase, samples: [now] }
  // The last sample is always the newest news; those before it stand a second apart.
  const before = pace.samples.slice(0, -1)
  const last = pace.samples.at(-1) ?? now
  const kept = at - (before.at(-1)?.at ?? Number.NEGATIVE_INFINITY) < betweenSamplesMs ? before : [...before, last]
  return { phase, samples: [...kept.filter((sample) => at - sample.at <= windowMs), now] }
}

/** `at`: now; a step from which nothing is heard becomes slower. */
export function paceOf(
  pace: Pace | null,
  total: number | null,
  at: number,
): { readonly perMinute: number | null; readonly secondsLeft: number | null } {
  const first = pace?.samples[0]
  const last = pace?.samples.at(-1)
  if (first === undefined || last === undefined || at - first.at < tooEarlyMs || last.done <= first.done)
    return { perMinute: null, secondsLeft: null }
  const perMs = (last.done - first.done) / (at - first.at)
  const left = total === null ? null : Math.max(0, total - last.done)
  return { perMinute: perMs * 60_000, secondsLeft: left === null ? null : Math.ceil(left / perMs / 1000) }
}
