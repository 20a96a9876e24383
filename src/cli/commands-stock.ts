// `stock`, as it stands on the command line: for shops that take stock.
import { type Commands, mostListed, whole, wordsOf } from './commands.ts'
import { stockChanges, stockCommand, stockProblemsCommand } from './stock.ts'

export function addStockCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const text = [
    say('--text <tekst>', '--text <text>'),
    say('alleen artikelen met dit in de code of de naam', 'only articles with this in their code or name'),
  ] as const
  const limit = [
    say('--limit <aantal>', '--limit <count>'),
    say('hoogstens zoveel (gewoonlijk 50)', 'at most so many (usually 50)'),
    whole(commands, 1, mostListed),
    50,
  ] as const
  const stock = root
    .command('stock')
    .description(say('voorraad naar de webshop', 'stock to the shop'))
    .helpCommand(false)
  stock
    .command('export', { isDefault: true })
    .description(
      say(
        'orders importeren en daarna de voorraad exporteren, of met --preview laten zien wat er zou veranderen',
        'import orders and then export stock, or with --preview show what would change',
      ),
    )
    .option('--preview', say('alleen laten zien, niets schrijven', 'only show, write nothing'), false)
    .option(
      '--whole',
      say('eerst de hele voorraad van de webshop lezen', 'read the whole stock of the shop first'),
      false,
    )
    .option(...text)
    .option(...limit)
    .action((given: { preview: boolean; whole: boolean; text?: string; limit: number }) =>
      run((console) => stockCommand(console, { ...given, text: given.text ?? '' })),
    )
  stock
    .command('changes')
    .description(say('wat er is gewijzigd, en waarom; nieuwste eerst', 'what was changed, and why; newest first'))
    .option(...text)
    .option(...limit)
    .action((given: { text?: string; limit: number }) =>
      run((console) => stockChanges(console, { ...given, text: given.text ?? '' })),
    )
  stock
    .command('problems')
    .description(say('artikelen waarvan de voorraad niet wordt geëxporteerd', 'articles whose stock is not exported'))
    .option(...text)
    .option(...limit)
    .action((given: { text?: string; limit: number }) =>
      run((console) => stockProblemsCommand(console, { ...given, text: given.text ?? '' })),
    )
}
