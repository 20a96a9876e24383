// What the HTTP API works with; main.ts fills it in.
import type { FailureCatalogue } from '../core/problem.ts'
import type { Senders } from '../runs/alerts/channels.ts'
import type { Autostart, Launch } from '../runs/autostart/launch.ts'
import type { Service } from '../runs/service/service.ts'

export type ApiParts = {
  readonly service: Service
  readonly version: string
  /** The built page. It may be missing; the API then says so instead. */
  readonly webFolder: string
  /** Texts for what goes wrong outside the adapters: settings, the store, this machine. */
  readonly failures: FailureCatalogue
  /** A recovery code that came into being and was not shown yet; giving it forgets it. */
  readonly takeRecoveryCode: () => string | null
  readonly autostart: Autostart
  /** What is to be started at log-in. */
  readonly launch: Launch
  /** How alerts leave this machine. */
  readonly senders: Senders
  /** Where the page is. */
  readonly address: () => string
  /** Told what went wrong inside, for the one who runs the service; never sent to a browser. */
  readonly report: (error: unknown) => void
}
