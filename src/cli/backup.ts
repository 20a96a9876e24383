// `backup FILE`: a whole copy of the database, also while the service runs.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsWrong } from '../core/failures.ts'
import { formatDecimal } from '../core/format.ts'
import { decimal } from '../core/money.ts'
import { instantOf } from '../runs/context.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'

/** `file` may be a folder: then the copy gets a name with the time in it. Throws SettingsWrong 'backup.exists', StoreFailed. */
export async function backup(console: Console, file: string): Promise<ExitCode> {
  const program = await console.program()
  const path = nameFor(file, program.clock())
  if (existsSync(path)) throw new SettingsWrong('backup.exists', 'the file exists', { file: path })
  await program.store.backup(path)
  const { size } = statSync(path)
  if (console.json) console.printJson({ file: path, bytes: size })
  else console.print(told(console, path, size))
  return 0
}

function nameFor(file: string, now: number): string {
  if (!(existsSync(file) && statSync(file).isDirectory())) return file
  return join(file, `s-connect-${instantOf(now).slice(0, 19).replace(/:/g, '-')}.db`)
}

function told(console: Console, path: string, bytes: number): string {
  const size = formatDecimal(decimal((bytes / 1_000_000).toFixed(1)), console.language)
  return inLanguage(
    console,
    `Back-up gemaakt: ${path} (${size} MB). De sleutel van wachtwoorden zit er niet in; bewaar daarvoor de herstelcode.`,
    `Backup made: ${path} (${size} MB). The key of the passwords is not in it; keep the recovery code for that.`,
  )
}
