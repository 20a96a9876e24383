// What people install in their shop, packed from a folder of `bridges`: always the same bytes for the same files.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type ZipEntry, zip } from '../runs/zip.ts'

const bridgesFolder = join(import.meta.dirname, '../../bridges')

/** The zip of `bridges/<folder>`, with one folder in it of that name, and the version that its PHP names. */
export async function makeBridgeZip(
  folder: string,
): Promise<{ readonly fileName: string; readonly pieces: AsyncIterable<Uint8Array> }> {
  const root = join(bridgesFolder, folder)
  const name = basename(folder)
  const main = await readFile(join(root, `${name}.php`), 'utf8')
  const version = /->version = '([0-9.]+)'/.exec(main)?.[1] ?? '0'
  return { fileName: `${name}-${version}.zip`, pieces: zip(entriesOf(root, name)) }
}

async function* entriesOf(root: string, name: string): AsyncIterable<ZipEntry> {
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of files) {
    const path = file.slice(root.length + 1).replaceAll('\\', '/')
    yield { name: `${name}/${path}`, content: await readFile(file) }
  }
}
