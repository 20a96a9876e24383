// `files`: give a file of orders, list and remove them, and try one with the mapping.
import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { SettingsWrong } from '../core/failures.ts'
import { fillIn } from '../core/text.ts'
import { type Mapping, readMapping, type TriedOrder, tryOut } from '../mapping/index.ts'
import { giveFile, listGiven, removeGiven } from '../runs/given-files.ts'
import { messagesOf, shopKindOf } from '../runs/program.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'

/** Throws SettingsWrong 'files.unreadable', 'files.name', 'files.notHere'. */
export async function addFile(console: Console, file: string): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const given = await giveFile(program, profile.id, basename(file), await open(file))
  if (console.json) console.printJson(given)
  else
    console.print(
      inLanguage(
        console,
        `${given.name} staat klaar; ‘s-connect import’ leest het.`,
        `${given.name} is ready; ‘s-connect import’ reads it.`,
      ),
    )
  return 0
}

export async function listFiles(console: Console): Promise<ExitCode> {
  const program = await console.program()
  const files = await listGiven(program, (await chooseProfile(console, program)).id)
  if (console.json) for (const file of files) console.printJson(file)
  else
    console.print(
      table(
        files.map(({ name, bytes, givenAt }) => [
          givenAt.slice(0, 16).replace('T', ' '),
          `${Math.ceil(bytes / 1024)} kB`,
          name,
        ]),
      ),
    )
  return 0
}

export async function removeFile(console: Console, name: string): Promise<ExitCode> {
  const program = await console.program()
  await removeGiven(program, (await chooseProfile(console, program)).id, name)
  return 0
}

/** Exit code 1 where an order cannot be read or does not add up. Throws SettingsWrong 'mapping.wrong', 'files.notHere'. */
export async function tryFile(console: Console, file: string, document: string | null): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const { mapping } = shopKindOf(program, profile)
  if (mapping === undefined) throw new SettingsWrong('files.notHere', 'this shop is not read from files')
  const own = String(profile.settings.shop[mapping.setting] ?? '')
  const text =
    document === null
      ? own.trim() || mapping.builtIn()
      : await readFile(document, 'utf8').catch(() => unreadable(document))
  const result = await tryOut(await open(file), parsed(text), { limit: 100, name: basename(file) })
  if (console.json) console.printJson(result)
  else {
    const words = messagesOf(program)
    const told = ({ reason }: TriedOrder): string =>
      reason === null ? '' : fillIn(words[reason.code]?.text[console.language] ?? reason.code, reason.data)
    const rows = result.orders.map((tried) => [
      tried.number,
      tried.order?.totalIncl ?? '',
      wrongWith(console, tried) ?? told(tried),
    ])
    console.print(table(rows))
    if (result.unused.length > 0) console.print(`\n${inLanguage(console, 'Niet gebruikt:', 'Not used:')}`)
    console.print(table(result.unused.map(({ path, times, example }) => [path, `${times}×`, example])))
  }
  return result.orders.every((tried) => tried.reason === null && tried.difference === null) ? 0 : 1
}

function wrongWith(console: Console, { reason, difference, vatDifferences }: TriedOrder): string | null {
  if (reason !== null) return null
  if (difference !== null) return inLanguage(console, `verschil ${difference}`, `difference ${difference}`)
  const rates = vatDifferences.map(({ vatPercent, difference: by }) => `${vatPercent} %: ${by}`).join(', ')
  return rates === ''
    ? inLanguage(console, 'klopt', 'right')
    : inLanguage(console, `btw-verschil ${rates}`, `VAT difference ${rates}`)
}

function parsed(text: string): Mapping {
  const read = readMapping(text)
  if (read.ok) return read.mapping
  throw new SettingsWrong('mapping.wrong', 'the mapping is not right', { issues: read.issues.slice(0, 5).join('; ') })
}

async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  await access(file).catch(() => unreadable(file))
  return createReadStream(file)
}

function unreadable(file: string): never {
  throw new SettingsWrong('files.unreadable', 'the file cannot be read', { file })
}
