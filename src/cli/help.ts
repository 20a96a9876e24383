// Help in the chosen language: commander's own words around ours.
import { type Command, Help } from 'commander'
import type { Language } from '../core/text.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Gegevens:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Global Options:': 'Opties van elke opdracht:',
}
const placeholders = (text: string): string =>
  text.replace('[options]', '[opties]').replace('[command]', '[opdracht]').replace('<command>', '<opdracht>')

const base = new Help()

/** For `configureHelp`. Defaults are named in the descriptions where they matter, so commander's '(default: …)' is left out. */
export function helpIn(language: Language): Partial<Help> {
  const common: Partial<Help> = {
    showGlobalOptions: true,
    sortSubcommands: false,
    optionDescription: (option) => option.description,
  }
  if (language === 'en') return common
  return {
    ...common,
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command: Command) => placeholders(base.commandUsage(command)),
    subcommandTerm: (command: Command) => placeholders(base.subcommandTerm(command)),
  }
}
