// The running service put together: beside main.ts, because it too knows every real part. Loaded only when it is to serve, so
// that other commands start without it.
import { fileURLToPath } from 'node:url'
import { catalogueOfFailures, tellAsText } from './api/errors.ts'
import { startServer } from './api/server.ts'
import type { ServeOptions, Serving } from './cli/serve.ts'
import type { FailureCatalogue } from './core/problem.ts'
import { giveBackMemoryOnce } from './give-back-memory.ts'
import { createAutostart } from './runs/autostart/autostart.ts'
import type { Launch, Machine } from './runs/autostart/launch.ts'
import { lookAfter } from './runs/look-after.ts'
import type { Program } from './runs/program.ts'
import { createService } from './runs/service/service.ts'
import { realTimers } from './runs/service/turns.ts'
import { createSenders } from './senders.ts'
import { holdFolder } from './store/sqlite/index.ts'

export type ServeProgramParts = {
  readonly folder: string
  readonly version: string
  readonly machine: Machine
  readonly launch: Launch
  readonly failures: FailureCatalogue
  readonly takeRecoveryCode: () => string | null
  readonly report: (error: unknown) => void
}

/** Throws StoreFailed 'store.served' and what `startServer` throws; then nothing goes on. */
export async function serveProgram(
  opened: Program,
  options: Pick<ServeOptions, 'host' | 'port'>,
  parts: ServeProgramParts,
): Promise<Serving> {
  const { version, failures, launch, takeRecoveryCode, report } = parts
  const letGo = holdFolder(parts.folder)
  try {
    const service = createService(opened, { clock: opened.clock, timers: realTimers, report })
    const senders = createSenders()
    const autostart = createAutostart(parts.machine)
    const webFolder = fileURLToPath(new URL('../web/dist', import.meta.url))
    const api = { service, version, webFolder, failures, takeRecoveryCode, autostart, launch, senders, report }
    const server = await startServer(api, options)
    await service.start()
    giveBackMemoryOnce()
    const words = catalogueOfFailures(api)
    const endLooking = lookAfter({
      service,
      senders,
      timers: realTimers,
      address: () => server.url,
      describe: (failure, language) => tellAsText(words, failure, language),
      report,
    })
    const stop = async (): Promise<void> => {
      await server.close()
      await Promise.all([service.stop(), endLooking()])
      letGo()
    }
    return { url: server.url, open: server.open, stop }
  } catch (error) {
    letGo()
    throw error
  }
}
