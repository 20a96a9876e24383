// Compiles the Windows helper where it was not shipped as a program: once per set of sources, with the C# compiler of the .NET
// Framework, which stands on every Windows that runs SnelStart.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SettingsWrong } from '../../../core/failures.ts'

/** Where it is, or why it is not. */
export type Compiled = { readonly path: string } | { readonly reason: SettingsWrong }

type Places = {
  /** The folder with the sources. */
  readonly bridge: string
  /** Where the program may be put. */
  readonly data: string
  /** %WINDIR%. */
  readonly windows: string
}

/** SnelStart's library is 32-bit, so the helper is; that compiler knows C# 5. */
const options = ['/nologo', '/target:exe', '/platform:x86', '/optimize+', '/codepage:65001']
const references = ['System.Data.dll']

const longestMs = 120_000
const longestSaid = 500

/** The name holds a hash of the sources: a new version compiles anew. Safe to repeat, also by two programs at once. */
export async function compileHelper({ bridge, data, windows }: Places): Promise<Compiled> {
  const sources = await findSources(bridge)
  if (sources.length === 0) return { reason: missing('gateway.helperMissing', bridge) }
  try {
    const path = join(data, `snelstart-gateway-${await hashOf(sources)}.exe`)
    if (await isThere(path)) return { path }
    const compiler = join(windows, 'Microsoft.NET', 'Framework', 'v4.0.30319', 'csc.exe')
    if (!(await isThere(compiler))) return { reason: missing('gateway.compilerMissing', compiler) }
    await compile(compiler, sources, path, data)
    return { path }
  } catch (error) {
    const said = saidBy(error)
    return { reason: new SettingsWrong('gateway.notCompiled', said, { path: data, said }, error) }
  }
}

const missing = (code: string, path: string): SettingsWrong => new SettingsWrong(code, `not there: ${path}`, { path })

/** In a folder of its own first: a compiler that is stopped half-way leaves nothing that looks like the program. */
async function compile(compiler: string, sources: readonly string[], path: string, data: string): Promise<void> {
  await mkdir(data, { recursive: true })
  const folder = await mkdtemp(join(data, 'compiling-'))
  try {
    const made = join(folder, 'snelstart-gateway.exe')
    const wanted = [...options, ...references.map((name) => `/reference:${name}`), `/out:${made}`, ...sources]
    await promisify(execFile)(compiler, wanted, { timeout: longestMs, windowsHide: true, cwd: folder })
    await rename(made, path).catch(async (error: unknown) => {
      // Another program was first, and runs it.
      if (!(await isThere(path))) throw error
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findSources(bridge: string): Promise<readonly string[]> {
  // No folder, no sources.
  const names = await readdir(bridge).catch((): string[] => [])
  return names
    .filter((name) => name.endsWith('.cs'))
    .toSorted()
    .map((name) => join(bridge, name))
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update([...options, ...references].join(' '))
  for (const source of sources) hash.update(await readFile(source)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** The compiler complains on its standard output. */
function saidBy(error: unknown): string {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : ''
  const text = output === '' && error instanceof Error ? error.message : output
  return text.replace(/\s+/g, ' ').slice(0, longestSaid)
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
