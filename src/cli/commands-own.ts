// `demo`, `serve` and `simulator`, as they stand on the command line.
import { type Commands, whole, wordsOf } from './commands.ts'
import type { Console, ExitCode } from './console.ts'
import type { ServeOptions } from './serve.ts'

/** Commands that need concrete parts (simulator, sample shop); main.ts gives them. */
export type OwnCommands = {
  readonly demo: (console: Console, options: { keep: boolean; serve: boolean }) => Promise<ExitCode>
  readonly simulator: (
    console: Console,
    options: { port: number; seed: string | null; latencyMs: number; faults: string | null },
  ) => Promise<ExitCode>
  /** `data`: the folder that was asked for, or null. */
  readonly serve: (console: Console, options: ServeOptions, data: string | null) => Promise<ExitCode>
}

export function addOwnCommands(commands: Commands, own: OwnCommands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  root
    .command('demo')
    .description(
      say(
        'de hoofdtaak zien lopen, met een voorbeeldwinkel en een nagebootst SnelStart',
        'see the main job run, with a sample shop and an imitated SnelStart',
      ),
    )
    .option('--keep', say('bewaar de gegevensmap van de demo', 'keep the demo’s data folder'), false)
    .option(
      '--no-serve',
      say(
        'zonder de pagina; dan eindigt de demo vanzelf, net als waar geen terminal is',
        'without the page; the demo then ends by itself, as it does where there is no terminal',
      ),
    )
    .action((given: { keep: boolean; serve: boolean }) => run((console) => own.demo(console, given)))
  root
    .command('serve')
    .description(
      say(
        'de dienst met de pagina: draait door en importeert vanzelf',
        'the service with the page: runs on and imports by itself',
      ),
    )
    .option(say('--host <adres>', '--host <address>'), say('adres om op te luisteren', 'address to listen on'))
    .option(
      say('--port <poort>', '--port <port>'),
      say('poort (gewoonlijk 4780)', 'port (usually 4780)'),
      whole(commands, 0, 65_535),
      4780,
    )
    .option('--open', say('open de pagina in de browser', 'open the page in the browser'), false)
    .action((given: { host?: string; port: number; open: boolean }) => {
      const { data } = root.opts<{ data?: string }>()
      return run((console) => own.serve(console, { ...given, host: given.host ?? null }, data ?? null))
    })
  root
    .command('simulator')
    .description(
      say(
        'het nagebootste SnelStart Online alleen, om tegen te ontwikkelen',
        'the imitated SnelStart Online alone, to develop against',
      ),
    )
    .option(
      say('--port <poort>', '--port <port>'),
      say(
        'poort op deze computer (gewoonlijk 4781; 0 is een vrije)',
        'port on this computer (usually 4781; 0 is a free one)',
      ),
      whole(commands, 0, 65_535),
      4781,
    )
    .option(say('--seed <bestand>', '--seed <file>'), say('JSON met gegevens', 'JSON with data'))
    .option(
      '--latency <ms>',
      say('vertraging van elk antwoord in milliseconden', 'delay of each answer in milliseconds'),
      whole(commands, 0, 600_000),
      0,
    )
    .option(say('--faults <bestand>', '--faults <file>'), say('JSON met storingen', 'JSON with faults'))
    .action((given: { port: number; seed?: string; latency: number; faults?: string }) =>
      run((console) =>
        own.simulator(console, {
          port: given.port,
          seed: given.seed ?? null,
          latencyMs: given.latency,
          faults: given.faults ?? null,
        }),
      ),
    )
}
