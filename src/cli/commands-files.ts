// `files`, as it stands on the command line: for shops that are read from files.
import { type Commands, wordsOf } from './commands.ts'
import { addFile, listFiles, removeFile, tryFile } from './files.ts'

export function addFileCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const files = root
    .command('files')
    .description(say('orderbestanden van de webshop', 'order files of the webshop'))
    .helpCommand(false)
  files
    .command('list', { isDefault: true })
    .description(say('bestanden die zijn gegeven', 'files that were given'))
    .action(() => run(listFiles))
  files
    .command(say('add <bestand>', 'add <file>'))
    .description(say('een bestand klaarzetten om te importeren', 'make a file ready to be imported'))
    .action((file: string) => run((console) => addFile(console, file)))
  files
    .command(say('remove <naam>', 'remove <name>'))
    .description(say('een gegeven bestand weghalen', 'take a given file away'))
    .action((name: string) => run((console) => removeFile(console, name)))
  files
    .command(say('try <bestand>', 'try <file>'))
    .description(
      say(
        'laten zien welke orders de veldindeling erin leest, en wat ze laat liggen',
        'show which orders the mapping reads in it, and what it leaves lying',
      ),
    )
    .option(say('--mapping <bestand>', '--mapping <file>'), say('een andere veldindeling', 'another mapping'))
    .action((file: string, given: { mapping?: string }) =>
      run((console) => tryFile(console, file, given.mapping ?? null)),
    )
}
