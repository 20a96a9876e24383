// How much does a browser load before the first page is there? Built anew into a folder of its own, so that the one in use stays.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

type Bundle = {
  /** Gzipped: the document and all that it asks for, and what that asks for, until 'Uitvoering' can be drawn. */
  readonly firstPageKb: number
}

/** What vite writes about each file: https://vite.dev/guide/backend-integration. `imports`: loaded together with it. */
type Manifest = Readonly<
  Record<string, { file: string; isEntry?: true; imports?: readonly string[]; css?: readonly string[] }>
>

/** Dutch, the language that the page has unless told otherwise; English is no longer. */
const words = 'src/text/nl.ts'
const config = join(import.meta.dirname, '../web/vite.config.ts')
const kb = (bytes: number): number => Number((bytes / 1000).toFixed(1))

/** `tell` is given each file with its size. Throws where the chart is loaded with the first page. */
export async function run({ tell = (_line: string) => {} } = {}): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bundle-'))
  try {
    await build({ configFile: config, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, manifest: true } })
    const files = await firstFiles(folder)
    if (files.some((file) => file.includes('chart'))) throw new Error('the chart is loaded with the first page')
    const sizes = await Promise.all(files.map((file) => gzippedBytes(join(folder, file))))
    for (const [index, file] of files.entries()) tell(`${file} ${kb(sizes[index] ?? 0)} kB`)
    return { firstPageKb: kb(sizes.reduce((sum, size) => sum + size, 0)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const gzippedBytes = async (path: string): Promise<number> => gzipSync(await readFile(path)).length

/** What stands beside the document, the program with all that it cannot begin without, and the words of one language. */
async function firstFiles(folder: string): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = new Set(
    (await readdir(folder, { withFileTypes: true })).filter((at) => at.isFile()).map((at) => at.name),
  )
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true)
  const waiting = [...entries, words]
  const seen = new Set(waiting)
  for (const name of waiting) {
    const found = manifest[name]
    if (found === undefined) throw new Error(`the build has no ${name}`)
    const { file, imports = [], css = [] } = found
    for (const each of [file, ...css]) files.add(each)
    for (const next of imports) {
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
  return [...files]
}
