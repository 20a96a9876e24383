// An administration of the MDB kind as a Database: one `.mdb` file in a folder, read with mdb-reader while SnelStart may have it
// open (SNEL-3, SNEL-7).
import { setImmediate } from 'node:timers/promises'
import {
  ConnectionFailed,
  Failure,
  type FailureContext,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../../../core/failures.ts'
import { findAdministration } from '../../discovery/administrations.ts'
import type { Ask, Cell, Database, Row } from '../database.ts'
import { hashTables } from './fingerprint.ts'
import { noPages, type Pages } from './pages.ts'
import { type KeyedRow, scan } from './scan.ts'
import { readMoment, type SnapshotParts } from './snapshot.ts'
import { openView, type View } from './view.ts'

export type MdbPlace = {
  readonly folder: string
  /** The file's name without '.mdb'. */
  readonly administration: string
}

const pageRows = 500

/** A file that keeps still but cannot be understood may be in the middle of a change: it gets this long. */
const settleMs = [200, 500, 1000]

/** Nothing is opened yet, and the file never stays open. Every find sees what was in the file when it began. Throws the codes of
 *  messages.ts: SettingsWrong (missing, forbidden, password, no administration, too large), ConnectionFailed with `sent` false
 *  (busy, locked, unreachable) or UnexpectedAnswer (damaged). */
export function openMdb(place: MdbPlace, parts: SnapshotParts): Database {
  let [pages, view, calls] = [noPages, null as View | null, 0]
  const context = { folder: place.folder.trim(), administration: place.administration.trim() }

  const look = async (signal: AbortSignal): Promise<View> => {
    const path = await locate(place, context)
    const { default: Reader } = await import('mdb-reader')
    const found = await readMoment(path, pages, parts, context, signal)
    if (view === null || found !== pages) {
      pages = found
      view = null
      view = openView(Reader, found, context)
    }
    return view
  }

  /** Works on the file as it is, again when it cannot be understood. */
  const attempt = async <Result>(work: (look: Look) => Promise<Result>, signal: AbortSignal): Promise<Result> => {
    const seen = new Set<Pages>()
    for (let tries = 0; ; tries++) {
      try {
        return await work(() => look(signal))
      } catch (error) {
        if (!mayBeHalf(error) || signal.aborted) throw error
        seen.add(pages)
        const waitMs = settleMs[tries]
        if (waitMs === undefined) throw notUnderstood(error, seen.size > 1, context)
        await parts.sleep(waitMs, signal)
      }
    }
  }

  return {
    schema: (signal) => {
      calls += 1
      return attempt(async (now) => (await now()).schema, signal)
    },
    read(ask, signal) {
      calls += 1
      return readRows(ask, (work) => attempt(work, signal), signal)
    },
    fingerprint: (tables, signal) => {
      calls += 1
      return attempt(async (now) => hashTables(await now(), tables), signal)
    },
    describe: (signal) => {
      calls += 1
      return attempt(async (now) => describe(await now(), await locate(place, context)), signal)
    },
    calls: () => calls,
    close: async () => {
      pages = noPages
      view = null
    },
  }
}

type Look = () => Promise<View>
type Attempt = <Result>(work: (look: Look) => Promise<Result>) => Promise<Result>

/** From one moment of the file; where that turns out not to be understood, what is left comes from a later one. */
async function* readRows(ask: Ask, attempt: Attempt, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  const given = new Set<Cell>()
  let isLater = false
  let windows: Iterator<readonly KeyedRow[]> | null = null
  for (;;) {
    signal.throwIfAborted()
    const { value, done } = await attempt(async (look) => {
      windows ??= scan(await look(), ask)
      try {
        return windows.next()
      } catch (error) {
        windows = null
        isLater = true
        throw error
      }
    })
    if (done === true) return
    const rows = isLater ? value.filter(({ key }) => !given.has(key)) : value
    for (const { key } of rows) given.add(key)
    for (let from = 0; from < rows.length; from += pageRows)
      yield rows.slice(from, from + pageRows).map(({ row }) => row)
    // Decoding keeps the processor for itself: others get their turn.
    await setImmediate()
  }
}

async function locate(place: MdbPlace, context: FailureContext): Promise<string> {
  const { path, found } = await findAdministration(place.folder, 'mdb', place.administration)
  if (path !== null) return path
  const names = found.length === 0 ? '–' : found.map((name) => `‘${name}’`).join(', ')
  throw new SettingsWrong('desktop.mdbMissing', 'the file is not there', { ...context, found: names })
}

/** Whatever mdb-reader throws, and a file of half pages; never a failure of another kind. */
const mayBeHalf = (error: unknown): boolean =>
  error instanceof Failure ? error.code === 'desktop.mdbDamaged' : error instanceof Error && error.name !== 'AbortError'

const notUnderstood = (error: unknown, hasChanged: boolean, context: FailureContext): Failure =>
  hasChanged
    ? new ConnectionFailed('desktop.mdbBusy', 'the file kept changing', { sent: false, context, cause: error })
    : new UnexpectedAnswer('desktop.mdbDamaged', 'the file cannot be understood', context, error)

/** In words that are the same in every language. */
function describe({ pages: { size } }: View, path: string): string {
  const administration = path.replace(/^.*[\\/]/, '').replace(/\.mdb$/i, '')
  return `‘${administration}’ (Access 2000/2003, ${Math.round(size / 1024)} kB)`
}
