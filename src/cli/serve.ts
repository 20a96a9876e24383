// `serve`: the program that runs by itself, with its page. Ends on SIGTERM or Ctrl+C, after the effect that a run is in.
import type { Program } from '../runs/program.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'

export type Serving = {
  readonly url: string
  /** Others than this machine can reach it. */
  readonly open: boolean
  /** Resolves when everything has come to rest. */
  readonly stop: () => Promise<void>
}

export type ServeOptions = { readonly host: string | null; readonly port: number; readonly open: boolean }

export type ServeParts = {
  /** Throws where the port, the address or the data folder is not to be had. */
  readonly start: (program: Program, options: Pick<ServeOptions, 'host' | 'port'>) => Promise<Serving>
  readonly openBrowser: (url: string) => Promise<void>
}

export async function serve(console: Console, options: ServeOptions, parts: ServeParts): Promise<ExitCode> {
  const serving = await parts.start(await console.program(), options)
  if (console.json) console.printJson({ url: serving.url })
  else
    console.print(inLanguage(console, `S-Connect draait op ${serving.url}`, `S-Connect is running at ${serving.url}`))
  if (serving.open) console.warn(openWarning(console))
  if (options.open) await parts.openBrowser(serving.url)
  await stopped(console.signal)
  await serving.stop()
  return 0
}

const openWarning = (console: Console): string =>
  inLanguage(
    console,
    'Let op: iedereen in uw netwerk kan deze pagina openen, en wachtwoorden gaan onversleuteld over de lijn. Zet er een proxy met TLS (https) voor.',
    'Note: everyone in your network can open this page, and passwords travel in the clear. Put a proxy with TLS (https) before it.',
  )

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
