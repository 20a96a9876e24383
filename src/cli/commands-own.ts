// `demo` and `simulator`, as they stand on the command line.
import { type Commands, whole, wordsOf } from './commands.ts'
import type { Console, ExitCode } from './console.ts'

/** Commands that need concrete parts (simulator, sample shop); main.ts gives them. */
export type OwnCommands = {
  readonly demo: (console: Console, options: { keep: boolean }) => Promise<ExitCode>
  readonly simulator: (
    console: Console,
    options: { port: number; seed: string | null; latencyMs: number; faults: string | null },
  ) => Promise<ExitCode>
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
    .action((given: { keep: boolean }) => run((console) => own.demo(console, given)))
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
