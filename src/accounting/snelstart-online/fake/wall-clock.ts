// SnelStart's own clock: instants never go back, and are written as Dutch wall-clock time without a zone. So an hour in
// October occurs twice, as it does for real users (that the zone is Dutch is a guess: reference/snelstart.md A4).

const hourMs = 3_600_000

/** 01:00 UTC on the last Sunday of a month (0-based), when European summer time begins and ends. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1))
  return lastDay.getTime() - lastDay.getUTCDay() * 24 * hourMs
}

/** `2026-02-03T14:05:48.12`: no zone, trailing zeros of the fraction dropped. */
export function toDutchWallClock(instantMs: number): string {
  const year = new Date(instantMs).getUTCFullYear()
  const summer = instantMs >= lastSunday(year, 2) && instantMs < lastSunday(year, 9)
  const text = new Date(instantMs + (summer ? 2 : 1) * hourMs).toISOString().slice(0, -1)
  return text.replace(/\.?0+$/, '')
}

/** A reader of the clock that never goes back. */
export function monotonic(clock: () => number): () => number {
  let latest = Number.NEGATIVE_INFINITY
  return () => {
    latest = Math.max(latest, clock())
    return latest
  }
}
