// Files that people give for a profile (an export of the shop): kept in a folder of their own until they are removed, so that an
// order can be read again. Which of them were read, the shop's cursor knows.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SettingsWrong } from '../core/failures.ts'
import type { Instant, ProfileId } from '../core/ids.ts'
import { instantOf } from './context.ts'
import { type Program, profileOf, shopKindOf } from './program.ts'

export type GivenFile = { readonly name: string; readonly bytes: number; readonly givenAt: Instant }

const mostBytes = 1024 * 1024 * 1024

/** Throws SettingsWrong 'files.notHere' where the profile's shop is not read from files. */
async function folderOf(program: Program, id: ProfileId): Promise<string> {
  const profile = await profileOf(program, id)
  const folder = program.uploads?.(profile.id)
  if (folder === undefined || shopKindOf(program, profile).capabilities.files !== true)
    throw new SettingsWrong('files.notHere', 'this shop is not read from files')
  return folder
}

/** A file of the same name is replaced, whole or not at all. Throws SettingsWrong 'files.notHere', 'files.tooLarge', 'files.name'. */
export async function giveFile(
  program: Program,
  id: ProfileId,
  name: string,
  source: AsyncIterable<Uint8Array>,
): Promise<GivenFile> {
  const folder = await folderOf(program, id)
  const safe = safeName(name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const begun = join(folder, `.${program.randomHex(8)}.part`)
  let bytes = 0
  try {
    await pipeline(
      async function* () {
        for await (const part of source) {
          bytes += part.length
          if (bytes > mostBytes) throw new SettingsWrong('files.tooLarge', 'too large', { megabytes: 1024 })
          yield part
        }
      },
      createWriteStream(begun, { mode: 0o600 }),
    )
    await rename(begun, join(folder, safe))
  } finally {
    await rm(begun, { force: true })
  }
  return { name: safe, bytes, givenAt: instantOf(program.clock()) }
}

/** Newest first. */
export async function listGiven(program: Program, id: ProfileId): Promise<readonly GivenFile[]> {
  const folder = await folderOf(program, id)
  const names = await readdir(folder).catch(() => [] as string[])
  const found = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        const facts = await stat(join(folder, name)).catch(() => null)
        return facts?.isFile() === true ? [{ name, bytes: facts.size, givenAt: instantOf(facts.mtimeMs) }] : []
      }),
  )
  return found.flat().toSorted((a, b) => b.givenAt.localeCompare(a.givenAt))
}

/** Safe to repeat. */
export async function removeGiven(program: Program, id: ProfileId, name: string): Promise<void> {
  await rm(join(await folderOf(program, id), safeName(name)), { force: true })
}

/** Letters, digits and a few signs: a name can neither lead out of its folder nor be hidden in it. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const safe = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^\.+/, '')
    .trim()
    .slice(-120)
  if (!/\.(xml|csv|txt|json)$/i.test(safe)) throw new SettingsWrong('files.name', 'not an order file', { name: safe })
  return safe
}
