// `articles`, as it stands on the command line: for shops that tell their articles.
import { articlesCommand } from './articles.ts'
import { type Commands, wordsOf } from './commands.ts'

export function addArticleCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const articles = root
    .command('articles')
    .description(say('artikelen van de webshop in SnelStart', 'the shop’s articles in SnelStart'))
    .helpCommand(false)
  articles
    .command('sync', { isDefault: true })
    .description(
      say(
        'artikelen synchroniseren, of met --preview laten zien wat er zou gebeuren',
        'synchronise articles, or with --preview show what would happen',
      ),
    )
    .option(
      '--preview',
      say('alleen laten zien, niets in SnelStart maken', 'only show, make nothing in SnelStart'),
      false,
    )
    .action((given: { preview: boolean }) => run((console) => articlesCommand(console, given)))
}
