// What the commands are declared with: where they hang, the language of their words, and how their numbers are read.
import { type Command, InvalidArgumentError } from 'commander'
import type { Language } from '../core/text.ts'
import type { Console, ExitCode } from './console.ts'

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
