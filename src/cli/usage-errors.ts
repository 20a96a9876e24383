// What commander says about a command line that it cannot read, as one sentence in the chosen language. Commander itself has
// English only; its code tells what kind of mistake it is, and what it puts between quotes is what the user typed.
import type { CommanderError } from 'commander'
import type { Language, Text } from '../core/text.ts'
import { fillIn } from '../core/text.ts'

const sentences: Readonly<Record<string, Text>> = {
  'commander.unknownCommand': { nl: 'Er is geen opdracht ‘{value}’.', en: 'There is no command ‘{value}’.' },
  'commander.unknownOption': { nl: 'Er is geen optie ‘{value}’.', en: 'There is no option ‘{value}’.' },
  'commander.missingArgument': { nl: 'Er ontbreekt iets: <{value}>.', en: 'Something is missing: <{value}>.' },
  'commander.optionMissingArgument': {
    nl: 'Bij ‘{value}’ ontbreekt de waarde.',
    en: 'The value of ‘{value}’ is missing.',
  },
  'commander.missingMandatoryOptionValue': { nl: 'Geef ook ‘{value}’ op.', en: 'Give ‘{value}’ as well.' },
  'commander.invalidArgument': {
    nl: '‘{value}’ kan niet bij ‘{option}’: {reason}.',
    en: '‘{value}’ will not do for ‘{option}’: {reason}.',
  },
  'commander.excessArguments': {
    nl: 'Dit hoort er niet bij: {excess}.',
    en: 'This does not belong there: {excess}.',
  },
}
const other: Text = { nl: 'Deze opdrachtregel is niet te lezen.', en: 'This command line cannot be read.' }
const suggestion: Text = { nl: ' Bedoelde u {names}?', en: ' Did you mean {names}?' }
const seeHelp: Text = { nl: ' Kijk met --help wat er kan.', en: ' See --help for what there is.' }

const invalid = /option '(.*?)' argument '(.*)' is invalid\. (.*)$/s
const hint = /\n\(Did you mean (?:one of )?([^)]*)\?\)$/

/** `reason` of an invalid argument comes from our own check and is in the right language already. */
export function tellUsageError(
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
  language: Language,
): string {
  const said = message.replace(hint, '')
  const [, option = '', value = '', reason = ''] = invalid.exec(said) ?? []
  const data =
    code === 'commander.invalidArgument'
      ? { option, value, reason }
      : { value: /'(.*)'/s.exec(said)?.[1] ?? '', excess: /but got \d+: (.*)\.$/s.exec(said)?.[1] ?? '' }
  const sentence = fillIn((sentences[code] ?? other)[language], data)
  const meant = hint.exec(message)?.[1]
  return sentence + (meant === undefined ? seeHelp[language] : fillIn(suggestion[language], { names: meant }))
}
