// The administrations of a folder (SNEL-3): one `.mdb` file each in the MDB kind, one `.mdf` file each in the Lokaal kind. The
// name of an administration is its file's name without the ending, blanks and dots included.
import { readdir } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { ConnectionFailed, type FailureContext, SettingsWrong } from '../../../core/failures.ts'

export type FolderKind = 'mdb' | 'local'

const endings: Readonly<Record<FolderKind, string>> = { mdb: '.mdb', local: '.mdf' }

/** What SQL LocalDB keeps for itself in the folder of an instance. */
const systemNames = /^(master|model|msdbdata|tempdb(_mssql_\d+)?)$/i

/** Names of the administrations in the folder, in Dutch order; empty: there are none. Throws SettingsWrong
 *  ('desktop.folderNotAbsolute', 'desktop.folderMissing', 'desktop.folderUnreadable') or ConnectionFailed (a share that is away). */
export async function listAdministrations(folder: string, kind: FolderKind): Promise<readonly string[]> {
  return (await readFiles(folder, kind)).map(({ name }) => name)
}

/** The path of an administration's file; capitals do not matter, nor an ending that was typed with the name. null with the
 *  names that are there instead. Throws as listAdministrations does. */
export async function findAdministration(
  folder: string,
  kind: FolderKind,
  administration: string,
): Promise<{ readonly path: string | null; readonly found: readonly string[] }> {
  const files = await readFiles(folder, kind)
  const wanted = administration.trim()
  const short = nameOf(wanted, kind) ?? wanted
  const same = (one: string) => (file: { readonly name: string }) => file.name.toLowerCase() === one.toLowerCase()
  const file =
    files.find(({ name }) => name === wanted) ?? files.find(same(wanted)) ?? files.find(same(short.trim())) ?? null
  return {
    path: file === null ? null : pathsOf(folder).join(folder.trim(), file.file),
    found: files.map(({ name }) => name),
  }
}

type AdministrationFile = { readonly name: string; readonly file: string }

async function readFiles(folder: string, kind: FolderKind): Promise<readonly AdministrationFile[]> {
  const path = folder.trim()
  if (!pathsOf(path).isAbsolute(path))
    throw new SettingsWrong('desktop.folderNotAbsolute', 'the folder is no whole path', { folder: path })
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw failureOf(error, path)
  })
  return entries
    .filter((entry) => !entry.isDirectory())
    .flatMap((entry) => {
      const name = nameOf(entry.name, kind)
      return name === null || (kind === 'local' && systemNames.test(name)) ? [] : [{ name, file: entry.name }]
    })
    .toSorted((one, other) => dutchOrder.compare(one.name, other.name))
}

const dutchOrder = new Intl.Collator('nl', { numeric: true })

/** null: the file is no administration of this kind. */
function nameOf(file: string, kind: FolderKind): string | null {
  const ending = endings[kind]
  const isOne = file.length > ending.length && file.toLowerCase().endsWith(ending)
  return isOne ? file.slice(0, -ending.length) : null
}

/** A path with backslashes or a drive's letter is one of Windows, wherever this program runs. */
const pathsOf = (folder: string) => (/\\|^[a-z]:/i.test(folder) || process.platform === 'win32' ? win32 : posix)

function failureOf(error: NodeJS.ErrnoException, folder: string): Error {
  const context: FailureContext = { folder, said: error.code ?? error.message }
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SettingsWrong('desktop.folderMissing', 'the folder is not there', context, error)
    case 'EACCES':
    case 'EPERM':
      return new SettingsWrong('desktop.folderUnreadable', 'the folder may not be read', context, error)
    default:
      return new ConnectionFailed('desktop.folderUnreachable', 'the folder could not be read', {
        sent: false,
        context,
        cause: error,
      })
  }
}
