// What the commands are declared with: where they hang, the language of their words, and how their numbers are read.
import { type Command, InvalidArgumentError } from 'commander'
import type { Language } from '../core/text.ts'
import type { Console, ExitCode } from './console.ts'
import type { SettingSource } from './set-setting.ts'

export type Commands = {
  readonly root: Command
  readonly language: Language
  /** Makes what commander calls of what a command is. */
  readonly run: (work: (console: Console) => Promise<ExitCode>) => Promise<void>
}

/** The words in the language that was chosen. */
export const wordsOf =
  ({ language }: Pick<Commands, 'language'>) =>
  (nl: string, en: string): string =>
    ({ nl, en })[language]

/** Reads a whole number from `min` to `max`; anything else is a mistake that says what would do. */
export const whole =
  (commands: Commands, min: number, max: number) =>
  (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) return number
    const say = wordsOf(commands)
    throw new InvalidArgumentError(
      say(`kies een getal van ${min} tot en met ${max}`, `choose a number from ${min} to ${max}`),
    )
  }

/** For counts that have no limit of their own. */
export const mostListed = 100_000_000

/** `set KEY [VALUE]` below `parent`: the value as an argument, from standard input, from the environment, or asked for. */
export function addSetCommand(
  commands: Commands,
  parent: Command,
  description: string,
  set: (console: Console, key: string, source: SettingSource) => Promise<ExitCode>,
): void {
  const say = wordsOf(commands)
  parent
    .command(say('set <sleutel> [waarde]', 'set <key> [value]'))
    .description(description)
    .option('--stdin', say('lees de waarde van de standaardinvoer', 'read the value from standard input'), false)
    .option(
      say('--from-env <naam>', '--from-env <name>'),
      say('neem de waarde uit deze omgevingsvariabele', 'take the value from this environment variable'),
    )
    .action((key: string, value: string | undefined, given: { stdin: boolean; fromEnv?: string }) =>
      commands.run((console) =>
        set(console, key, { value: value ?? null, stdin: given.stdin, fromEnv: given.fromEnv ?? null }),
      ),
    )
}
