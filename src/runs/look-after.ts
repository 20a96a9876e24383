// What the service looks after beside its tasks: telling people what is wrong (BEY-6), and keeping to the licence (PROF-4).
import { type AlertParts, tellAlerts } from './alerts/tell-alerts.ts'
import { applyLicence } from './licence.ts'
import type { Service } from './service/service.ts'
import type { Timers } from './service/turns.ts'

export type LookAfterParts = Pick<AlertParts, 'senders' | 'describe'> & {
  readonly service: Service
  readonly timers: Timers
  /** Where the page is. */
  readonly address: () => string
  readonly report: (error: unknown) => void
}

const alertsEveryMs = 60_000
/** Licences end with a day. */
const licenceEveryMs = 15 * 60_000

/** Begins at once. Gives what ends it, once nothing is being told any more. */
export function lookAfter(parts: LookAfterParts): () => Promise<void> {
  const { service } = parts
  const stop = new AbortController()
  const licence = repeat(parts, licenceEveryMs, () => applyLicence(service.program))
  const alerts = repeat(parts, alertsEveryMs, () => tell(parts, stop.signal))
  const unsubscribe = service.subscribe((event) => {
    if (event.type === 'status' && event.run !== null) alerts.now()
    if (event.type === 'settings' && event.part === null) licence.now()
  })
  licence.now()
  return async () => {
    unsubscribe()
    stop.abort()
    await Promise.all([licence.stop(), alerts.stop()])
  }
}

async function tell({ service, senders, describe, address }: LookAfterParts, signal: AbortSignal): Promise<void> {
  const { store, clock } = service.program
  const language = (await store.values.get('language')) === 'en' ? 'en' : 'nl'
  await tellAlerts({ store, clock, senders, describe, language, address: address(), signal })
}

type Repeated = { readonly now: () => void; readonly stop: () => Promise<void> }

/** Every so often and when asked, never twice at once; asked while at it, once more after it. */
function repeat({ timers, report }: LookAfterParts, everyMs: number, work: () => Promise<unknown>): Repeated {
  let cancel = timers.after(everyMs, () => now())
  let going: Promise<void> | null = null
  let again = false
  let ended = false
  const begin = async (): Promise<void> => {
    do {
      again = false
      await work().catch((error: unknown) => (ended ? undefined : report(error)))
    } while (again && !ended)
    going = null
    if (!ended) cancel = timers.after(everyMs, () => now())
  }
  const now = (): void => {
    if (ended) return
    cancel()
    again = going !== null
    going ??= begin()
  }
  return {
    now,
    stop: async () => {
      ended = true
      cancel()
      await going
    },
  }
}
