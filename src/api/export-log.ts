// The log as a spreadsheet (USE-3): everything that was asked for, in bounded memory, a row per line of the log.
import type { Language, Text } from '../core/text.ts'
import type { Program } from '../runs/program.ts'
import { makeSpreadsheet } from '../runs/spreadsheet.ts'
import type { StoredLogEntry } from '../store/store.ts'
import { logViewer } from './views/order.ts'

const headings: readonly Text[] = [
  { nl: 'Datum', en: 'Date' },
  { nl: 'Tijd', en: 'Time' },
  { nl: 'Profiel', en: 'Profile' },
  { nl: 'Order', en: 'Order' },
  { nl: 'Niveau', en: 'Level' },
  { nl: 'Informatie', en: 'Information' },
]
const levels: Readonly<Record<StoredLogEntry['level'], Text>> = {
  normal: { nl: 'normaal', en: 'normal' },
  extended: { nl: 'uitgebreid', en: 'extended' },
}

type Options = { readonly language: Language; readonly zone: string | null }

/** The file in pieces. A zone that nobody knows is this machine's. */
export function exportLog(
  program: Program,
  pages: AsyncIterable<readonly StoredLogEntry[]>,
  { language, zone }: Options,
): AsyncIterable<Uint8Array> {
  return makeSpreadsheet({ nl: 'Informatie', en: 'Information' }[language], rowsOf(program, pages, language, zone))
}

async function* rowsOf(
  program: Program,
  pages: AsyncIterable<readonly StoredLogEntry[]>,
  language: Language,
  zone: string | null,
): AsyncIterable<readonly (readonly string[])[]> {
  yield [headings.map((heading) => heading[language])]
  const names = new Map((await program.store.profiles.list()).map(({ id, description }) => [id as string, description]))
  const moment = createMoment(zone)
  const view = logViewer(program)
  for await (const page of pages)
    yield page.map((entry) => [
      ...moment(entry.at),
      names.get(entry.profile) || entry.profile,
      entry.order ?? '',
      levels[entry.level][language],
      view(entry).text[language],
    ])
}

/** '2026-11-20' and '14:05:09', which sort as text. */
function createMoment(zone: string | null): (at: string) => readonly [string, string] {
  const options = { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const
  const format = new Intl.DateTimeFormat('sv-SE', { ...options, ...(isZone(zone) ? { timeZone: zone } : {}) })
  return (at) => {
    const [day = '', time = ''] = format.format(new Date(at)).split(' ')
    return [day, time]
  }
}

function isZone(zone: string | null): zone is string {
  return zone !== null && (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone))
}
