// The command line as a whole: one command runs, and one place turns a failure into one clear sentence and an exit code (0 all
// well, 1 some orders wait with a problem, 2 could not run; also when it was stopped with Ctrl+C).
import { Command, CommanderError } from 'commander'
import { ConnectionFailed, Failure, SettingsWrong } from '../core/failures.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import type { Language } from '../core/text.ts'
import type { Senders } from '../runs/alerts/channels.ts'
import { chooseLanguage } from './choose-language.ts'
import { commandFailures } from './command-failures.ts'
import type { Commands } from './commands.ts'
import { addAlertCommands } from './commands-alerts.ts'
import { addArticleCommands } from './commands-articles.ts'
import { addFileCommands } from './commands-files.ts'
import { addOwnCommands, type OwnCommands } from './commands-own.ts'
import { addKeyCommands, addProfileCommands, addSettingsCommands } from './commands-setting-up.ts'
import { addStockCommands } from './commands-stock.ts'
import { addConnectionCommands, addImportCommands, addOrderCommands } from './commands-working.ts'
import type { Console, ExitCode } from './console.ts'
import { helpIn } from './help.ts'
import { addMachineCommands, type MachineParts } from './machine-commands.ts'
import { tellUsageError } from './usage-errors.ts'
import { tellFailure } from './words.ts'

export type GlobalOptions = {
  readonly data: string | null
  readonly lang: Language
  readonly json: boolean
  readonly profile: string | null
}

export type CliParts = {
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly console: (options: GlobalOptions) => Console
  readonly own: OwnCommands
  readonly machine: MachineParts
  /** How alerts leave this machine. */
  readonly senders: () => Promise<Senders>
  /** Help and version. */
  readonly print: (text: string) => void
  readonly error: (text: string) => void
  /** Texts for the failures of every adapter. */
  readonly messages: FailureCatalogue
}

/** Runs one command; never throws. */
export async function runCli(args: readonly string[], parts: CliParts): Promise<ExitCode> {
  const { language, wrong } = chooseLanguage(args, parts.env)
  let exit: ExitCode = 0
  const help: string[] = []
  const root = new Command('s-connect')
  const options = (): GlobalOptions => {
    const { data, json, profile } = root.opts<{ data?: string; json: boolean; profile?: string }>()
    return { data: data ?? null, lang: language, json, profile: profile ?? null }
  }
  const run: Commands['run'] = async (work) => {
    const console = parts.console(checkOptions(options()))
    try {
      exit = await work(console)
    } catch (error) {
      // What breaks because a person stopped it is no failure of a connection.
      console.signal.throwIfAborted()
      throw error
    }
  }
  build({ root, language, run }, parts, help)
  try {
    if (wrong !== null) throw new SettingsWrong('input.language', 'unknown language', { asked: wrong })
    await root.parseAsync([...args], { from: 'user' })
    return exit
  } catch (error) {
    // No command at all: that is a question for help, not a mistake.
    if (error instanceof CommanderError && error.code === 'commander.help') parts.print(help.join('').trimEnd())
    // Where commander itself stopped, or the language is wrong, its options may not have been read.
    return tellError(error, parts, { ...options(), json: options().json || args.includes('--json') })
  }
}

function checkOptions(options: GlobalOptions): GlobalOptions {
  if (options.data?.trim() === '') throw new SettingsWrong('input.dataFolder', 'no data folder')
  return options
}

function build(commands: Commands, parts: CliParts, help: string[]): void {
  const { root, language } = commands
  const say = (nl: string, en: string): string => ({ nl, en })[language]
  // Before the commands: each takes these over from the root.
  root
    .exitOverride()
    .configureHelp(helpIn(language))
    .configureOutput({
      writeOut: (text) => parts.print(text.trimEnd()),
      writeErr: (text) => void help.push(text),
      outputError: () => {},
    })
    .helpOption('-h, --help', say('deze uitleg', 'this explanation'))
    .helpCommand(say('help [opdracht]', 'help [command]'), say('uitleg van een opdracht', 'explanation of a command'))
    .version(parts.version, '-V, --version', say('het versienummer', 'the version number'))
    .description(
      say(
        'Koppelt een webshop aan SnelStart: elke order één keer, tot op de cent.',
        'Links a webshop to SnelStart: every order once, to the cent.',
      ),
    )
    .option(
      say('--data <map>', '--data <folder>'),
      say('gegevensmap (ook S_CONNECT_DATA)', 'data folder (also S_CONNECT_DATA)'),
    )
    .option('--lang <nl|en>', say('taal (ook S_CONNECT_LANG)', 'language (also S_CONNECT_LANG)'))
    .option('--json', say('JSON voor programma’s, één per regel', 'JSON for programs, one per line'), false)
    .option(
      say('--profile <nummer>', '--profile <number>'),
      say('welk profiel, als er meer dan één is', 'which profile, where there is more than one'),
    )
    .addHelpText(
      'after',
      say(
        '\nUitgang: 0 alles in orde, 1 er wachten orders met een melding, 2 het kon niet of is gestopt.',
        '\nExit code: 0 all well, 1 orders wait with a problem, 2 it could not run or was stopped.',
      ),
    )
  addProfileCommands(commands)
  addSettingsCommands(commands)
  addConnectionCommands(commands)
  addImportCommands(commands)
  addStockCommands(commands)
  addArticleCommands(commands)
  addOrderCommands(commands)
  addFileCommands(commands)
  addKeyCommands(commands)
  addOwnCommands(commands, parts.own)
  addAlertCommands(commands, parts.senders)
  addMachineCommands(commands, parts.machine)
}

const wasStopped = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

function tellError(error: unknown, parts: CliParts, { lang, json }: GlobalOptions): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return 0
    report(parts, json, { error: 'input.usage', text: tellUsageError(error, lang) })
    return 2
  }
  const failure =
    error instanceof Failure
      ? error
      : {
          code: wasStopped(error) ? 'stopped' : 'bug',
          message: error instanceof Error ? error.message : String(error),
          context: {},
        }
  const text = tellFailure({ ...commandFailures, ...parts.messages }, failure, lang)
  const sent = error instanceof ConnectionFailed ? { sent: error.sent } : {}
  report(parts, json, { error: failure.code, text, ...sent })
  return 2
}

const report = (parts: CliParts, json: boolean, told: { error: string; text: string; sent?: boolean }): void =>
  parts.error(json ? JSON.stringify(told) : told.text)
