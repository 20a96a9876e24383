// SNEL-2: the list of SQL Servers that the settings offer. It is a help, never a condition: a name may always be typed.
import type { Text } from '../../../core/text.ts'
import { findServers as findOnNetwork } from '../../../net/sql-browser.ts'
import type { Offer } from '../../accounting.ts'

/** Names as SQL Server writes them, sorted; the note says why there are none. Never throws. `by`: one Browser instead of all of the
 *  network. */
export async function findServers(
  signal: AbortSignal,
  by: { readonly timeoutMs?: number; readonly address?: string; readonly port?: number } = {},
): Promise<Offer> {
  try {
    const options = await findOnNetwork({ timeoutMs: 2_000, ...by }, signal)
    return { options, note: options.length === 0 ? nobody : null }
  } catch (error) {
    return { options: [], note: toNote(error) }
  }
}

const nobody: Text = {
  nl: 'Er meldde zich geen SQL-server. Vul de naam zelf in, of start op de server de service SQL Server Browser en laat UDP-poort 1434 toe.',
  en: 'No SQL server answered. Fill in the name yourself, or start the service SQL Server Browser on the server and allow UDP port 1434.',
}

const toNote = (error: unknown): Text => {
  const why = error instanceof Error ? error.message : String(error)
  return {
    nl: `Zoeken op het netwerk lukt niet (${why}). Vul de naam van de SQL-server zelf in.`,
    en: `Searching the network does not work (${why}). Fill in the name of the SQL server yourself.`,
  }
}
