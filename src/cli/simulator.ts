// `simulator`: the SnelStart simulator alone, so that any SnelStart client can be pointed at it.
import { readFile } from 'node:fs/promises'
import { SettingsWrong } from '../core/failures.ts'
import type { Console, ExitCode } from './console.ts'

export type SimulatorParts<Seed, Faults> = {
  readonly start: (options: {
    port: number
    latencyMs: number
    seed?: Seed
    faults?: Faults
  }) => Promise<RunningSimulator>
  /** Both throw an error whose message names the place and the cause. */
  readonly parseSeed: (value: unknown) => Seed
  readonly parseFaults: (value: unknown) => Faults
}

export type RunningSimulator = {
  readonly url: string
  readonly apiUrl: string
  readonly tokenUrl: string
  readonly clientKey: string
  readonly subscriptionKeys: { readonly primary: string; readonly secondary: string }
  readonly stop: () => Promise<void>
}

type Options = {
  readonly port: number
  readonly seed: string | null
  readonly latencyMs: number
  readonly faults: string | null
}

/** Runs until it is stopped (Ctrl+C, SIGTERM). Throws SettingsWrong 'input.fileMissing', 'input.fileUnreadable',
 *  'input.fileNoJson', 'input.fileContent', 'input.portTaken', 'input.portDenied'. */
export async function simulator<Seed, Faults>(
  console: Console,
  options: Options,
  parts: SimulatorParts<Seed, Faults>,
): Promise<ExitCode> {
  const { port, latencyMs } = options
  const seed = options.seed === null ? {} : { seed: await readJson(options.seed, parts.parseSeed) }
  const faults = options.faults === null ? {} : { faults: await readJson(options.faults, parts.parseFaults) }
  const running = await startOrTell(() => parts.start({ port, latencyMs, ...seed, ...faults }), options)
  tell(console, running)
  await stopped(console.signal)
  await running.stop()
  return 0
}

async function readJson<Value>(file: string, parse: (value: unknown) => Value): Promise<Value> {
  const text = await readText(file)
  try {
    return parse(JSON.parse(text))
  } catch (error) {
    throw error instanceof SyntaxError ? notJson(file, error) : badContent(file, error)
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const isMissing = (error as { code?: string }).code === 'ENOENT'
    if (isMissing) throw new SettingsWrong('input.fileMissing', 'no such file', { file }, error)
    throw new SettingsWrong('input.fileUnreadable', 'the file cannot be read', { file }, error)
  }
}

function notJson(file: string, error: SyntaxError): SettingsWrong {
  const [, line, column] = /line (\d+) column (\d+)/.exec(error.message) ?? []
  const place =
    line === undefined
      ? { nl: '', en: '' }
      : { nl: ` (regel ${line}, teken ${column})`, en: ` (line ${line}, character ${column})` }
  return new SettingsWrong('input.fileNoJson', 'no JSON', { file, ...place }, error)
}

const causes: readonly (readonly [RegExp, string])[] = [
  [/expected a list/, 'hier hoort een lijst'],
  [/expected an object|a seed is a JSON object/, 'hier hoort een object'],
  [/unknown (?:field|part) '([^']*)'/, 'er is geen onderdeel ‘$1’'],
  [/there is no '([^']*)' in (\w+)/, 'er is geen ‘$1’ in $2'],
  [/is no regular expression/, 'dat is geen reguliere expressie'],
]

/** The parsers name the place and the cause in English; for Dutch the causes that we know are put in words, else the place alone. */
function badContent(file: string, error: unknown): SettingsWrong {
  const en = error instanceof Error ? error.message : String(error)
  const place = /^([\w.[\]]+): /.exec(en)?.[1]
  const [sign, words] = causes.find(([each]) => each.test(en)) ?? []
  const cause =
    sign === undefined
      ? undefined
      : (words ?? '').replace('$1', sign.exec(en)?.[1] ?? '').replace('$2', sign.exec(en)?.[2] ?? '')
  const nl = [place, cause].filter((part) => part !== undefined).join(': ') || 'de inhoud is niet te begrijpen'
  return new SettingsWrong('input.fileContent', 'not understood', { file, nl, en }, error)
}

async function startOrTell(start: () => Promise<RunningSimulator>, { port, seed }: Options): Promise<RunningSimulator> {
  try {
    return await start()
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string }
    if (code === 'EADDRINUSE') throw new SettingsWrong('input.portTaken', 'port taken', { port }, error)
    if (code === 'EACCES') throw new SettingsWrong('input.portDenied', 'port denied', { port }, error)
    // A seed that refers to what it does not hold is only found out while it is loaded.
    if (name === 'SeedWrong') throw badContent(seed ?? '', error)
    throw error
  }
}

function tell(console: Console, { url, apiUrl, tokenUrl, clientKey, subscriptionKeys }: RunningSimulator): void {
  if (console.json) {
    console.printJson({ url, apiUrl, tokenUrl, clientKey, subscriptionKeys })
    return
  }
  const nl = console.language === 'nl'
  console.print(
    nl
      ? `De simulator van SnelStart Online draait; stop hem met Ctrl+C.`
      : `The simulator of SnelStart Online is running; stop it with Ctrl+C.`,
  )
  console.print(`  API    ${apiUrl}`)
  console.print(`  Token  ${tokenUrl}`)
  console.print(`  ${nl ? 'Koppelsleutel' : 'Client key'}  ${clientKey}`)
  console.print(
    `  ${nl ? 'Abonnementssleutels' : 'Subscription keys'}  ${subscriptionKeys.primary}  ${subscriptionKeys.secondary}`,
  )
  console.print(`  ${nl ? 'Meekijken' : 'Look inside'}  ${url}/_simulator/calls  ${url}/_simulator/state`)
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
