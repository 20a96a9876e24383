// The commands about this installation rather than its orders: licence, copies, starting with the system, password.
import { Argument, type Command, InvalidArgumentError } from 'commander'
import type { Language } from '../core/text.ts'
import type { Launch, Machine } from '../runs/autostart/launch.ts'
import { autostart } from './autostart.ts'
import { backup } from './backup.ts'
import type { Console, ExitCode } from './console.ts'
import { issue, readLicence, showLicence } from './licence.ts'
import { resetPassword } from './password.ts'
import { type Restore, restore } from './restore.ts'

/** What only the composition root knows. `data`: the folder that was asked for, or null. */
export type MachineParts = {
  readonly licenceKey: string
  readonly clock: () => number
  readonly machine: Machine
  readonly launch: (data: string | null) => Launch
  readonly restore: (data: string | null) => Restore
}

type Commands = {
  readonly root: Command
  readonly language: Language
  readonly run: (work: (console: Console) => Promise<ExitCode>) => Promise<void>
}
type Say = (nl: string, en: string) => string

export function addMachineCommands(commands: Commands, parts: MachineParts): void {
  const say: Say = (nl, en) => ({ nl, en })[commands.language]
  const data = (): string | null => commands.root.opts<{ data?: string }>().data ?? null
  addLicenceCommands(commands, say, parts)
  addCopyCommands(commands, say, (console, file) => restore(console, file, parts.restore(data())))
  const { root, run } = commands
  root
    .command('autostart')
    .description(say('met het systeem mee starten, zonder venster', 'start with the system, without a window'))
    .addArgument(new Argument('[on|off|status]').choices(['on', 'off', 'status']).default('status'))
    .action((wanted: 'on' | 'off' | 'status') =>
      run((console) => autostart(console, wanted, { machine: parts.machine, launch: parts.launch(data()) })),
    )
  root
    .command('password')
    .description(say('wachtwoorden van de pagina', 'passwords of the page'))
    .helpCommand(false)
    .command(say('reset [gebruiker]', 'reset [user]'))
    .description(
      say('een nieuw wachtwoord zetten als het oude vergeten is', 'set a new password when the old one is forgotten'),
    )
    .option(
      '--stdin',
      say('lees het wachtwoord van de standaardinvoer', 'read the password from standard input'),
      false,
    )
    .action((name: string | undefined, { stdin }: { stdin: boolean }) =>
      run((console) => resetPassword(console, { name: name ?? null, stdin })),
    )
}

function addLicenceCommands({ root, run }: Commands, say: Say, parts: MachineParts): void {
  const licence = root.command('licence').description(say('de licentie', 'the licence')).helpCommand(false)
  licence
    .command('show', { isDefault: true })
    .description(say('welke licentie er is, en wat ze toelaat', 'which licence there is, and what it allows'))
    .action(() => run(showLicence))
  licence
    .command(say('read <bestand>', 'read <file>'))
    .description(say('een licentiebestand inlezen', 'load a licence file'))
    .action((file: string) => run((console) => readLicence(console, file)))
  licence
    .command('issue')
    .description(say('een licentiebestand maken; alleen voor de maker', 'make a licence file; for the maker only'))
    .requiredOption(
      say('--key <bestand>', '--key <file>'),
      say('privésleutel (PEM, Ed25519)', 'private key (PEM, Ed25519)'),
    )
    .requiredOption(say('--holder <naam>', '--holder <name>'), say('op naam van', 'holder'))
    .requiredOption(
      say('--profiles <aantal>', '--profiles <count>'),
      say('aantal profielen', 'number of profiles'),
      count(say),
    )
    .requiredOption(
      say('--until <dag>', '--until <day>'),
      say('laatste geldige dag, 2027-12-31', 'last valid day, 2027-12-31'),
      day(say),
    )
    .option(
      say('--kind <soorten...>', '--kind <kinds...>'),
      say('alleen deze soorten: opencart, opencart/order …', 'only these kinds: opencart, opencart/order …'),
      [],
    )
    .option(say('--out <bestand>', '--out <file>'), say('schrijf naar dit bestand', 'write to this file'))
    .action((given: { key: string; holder: string; profiles: number; until: string; kind: string[]; out?: string }) =>
      run((console) => issue(console, { ...given, kinds: given.kind, out: given.out ?? null }, parts)),
    )
}

function addCopyCommands(
  { root, run }: Commands,
  say: Say,
  restoreFile: (console: Console, file: string) => Promise<ExitCode>,
): void {
  root
    .command(say('backup <bestand>', 'backup <file>'))
    .description(
      say(
        'een kopie van alle gegevens maken, ook terwijl S-Connect draait',
        'copy all data, also while S-Connect runs',
      ),
    )
    .action((file: string) => run((console) => backup(console, file)))
  root
    .command(say('restore <bestand>', 'restore <file>'))
    .description(
      say(
        'een kopie terugzetten; wat er staat, wordt ernaast bewaard',
        'put a copy back; what is there is kept beside it',
      ),
    )
    .action((file: string) => run((console) => restoreFile(console, file)))
}

const count =
  (say: Say) =>
  (text: string): number => {
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
    throw new InvalidArgumentError(say('kies een getal vanaf 1', 'choose a number from 1'))
  }

const day =
  (say: Say) =>
  (text: string): string => {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
    if (at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)) return text
    throw new InvalidArgumentError(say('kies een dag als 2027-12-31', 'choose a day such as 2027-12-31'))
  }
