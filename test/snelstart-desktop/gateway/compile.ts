// Compiles the Windows helper and the stand-in Gateway with Mono, once per machine and set of sources, into the system's
// folder for temporary files. Safe when several test processes want it at once.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const bridge = join(import.meta.dirname, '../../../bridges/snelstart-gateway')
const helperSources = globSync('*.cs', { cwd: bridge })
  .toSorted()
  .map((name) => join(bridge, name))
const standInSources = [
  ...globSync('*.cs', { cwd: import.meta.dirname })
    .toSorted()
    .map((name) => join(import.meta.dirname, name)),
  join(bridge, 'Json.cs'),
]

const helperOptions = ['-langversion:5', '-platform:x86', '-optimize+', '-warnaserror+', '-r:System.Data.dll']

/** The path of the helper's program. */
export const compileHelper = (): Promise<string> => compileOnce('helper.exe', helperOptions, helperSources)

/** `without`: members that this 'older version' has not; each stands in an `#if !NO_…` of the stand-in. */
export const compileStandIn = (without: readonly string[]): Promise<string> =>
  compileOnce(
    'SnelStartGateWay.dll',
    ['-langversion:5', '-target:library', '-warnaserror+', ...without.map((member) => `-define:NO_${member}`)],
    standInSources,
  )

async function compileOnce(name: string, options: readonly string[], sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(options.join(' '))
  for (const source of sources) hash.update(readFileSync(source))
  const root = join(tmpdir(), 's-connect-gateway-tests')
  const folder = join(root, hash.digest('hex').slice(0, 20))
  const made = join(folder, name)
  if (existsSync(made)) return made
  mkdirSync(root, { recursive: true })
  const own = mkdtempSync(join(root, 'making-'))
  await promisify(execFile)('mcs', [...options, `-out:${join(own, name)}`, ...sources])
  try {
    renameSync(own, folder)
  } catch (error) {
    // Another process was first.
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(made)) throw error
  }
  return made
}
