// `profile`, `settings` and `key`, as they stand on the command line. What a command does stands in the file of its name.
import { addSetCommand, type Commands, wordsOf } from './commands.ts'
import { renewKey, restoreKey } from './key.ts'
import { listKinds } from './kinds.ts'
import { addProfile, listProfiles, removeProfile, showProfile } from './profile.ts'
import { setSetting } from './set-setting.ts'
import { showSettings } from './settings.ts'

export function addProfileCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const profile = root
    .command('profile')
    .description(
      say(
        'profielen: elk koppelt één webshop aan één administratie',
        'profiles: each links one shop to one administration',
      ),
    )
    .helpCommand(false)
  profile
    .command('list', { isDefault: true })
    .description(say('alle profielen', 'all profiles'))
    .action(() => run(listProfiles))
  profile
    .command('kinds')
    .description(
      say('de soorten webshop en administratie die er zijn', 'the kinds of shop and of administration that there are'),
    )
    .action(() => run(listKinds))
  profile
    .command('add')
    .description(say('een profiel maken', 'make a profile'))
    .option(
      say('--shop <soort>', '--shop <kind>'),
      say(
        'soort webshop (gewoonlijk opencart; zie profile kinds)',
        'kind of shop (usually opencart; see profile kinds)',
      ),
      'opencart',
    )
    .option(
      say('--accounting <soort>', '--accounting <kind>'),
      say(
        'soort administratie (gewoonlijk snelstart-online; zie profile kinds)',
        'kind of administration (usually snelstart-online; see profile kinds)',
      ),
      'snelstart-online',
    )
    .option(
      say('--product <soort>', '--product <kind>'),
      say(
        'wat een order wordt: order (verkooporder, gewoonlijk) of bookkeeping (verkoopboeking)',
        'what an order becomes: order (sales order, usually) or bookkeeping (sales entry)',
      ),
      'order',
    )
    .option(
      say('--description <tekst>', '--description <text>'),
      say('eigen omschrijving', 'a description of your own'),
      '',
    )
    .action((given: { shop: string; accounting: string; product: string; description: string }) =>
      run((console) => addProfile(console, given)),
    )
  profile
    .command('show')
    .description(say('het profiel met zijn aantallen orders', 'the profile with its numbers of orders'))
    .action(() => run(showProfile))
  profile
    .command('remove')
    .description(
      say(
        'het profiel verwijderen met zijn orders, instellingen en sleutels; in SnelStart verandert niets',
        'remove the profile with its orders, settings and keys; nothing changes in SnelStart',
      ),
    )
    .option('--yes', say('ja, ik weet het zeker', 'yes, I am sure'), false)
    .action((given: { yes: boolean }) => run((console) => removeProfile(console, given)))
}

export function addSettingsCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const settings = root.command('settings').description(say('instellingen', 'settings')).helpCommand(false)
  settings
    .command('show', { isDefault: true })
    .description(say('alle instellingen met hun waarde', 'all settings with their values'))
    .option('--help-texts', say('ook de uitleg en de keuzes', 'with explanation and choices'), false)
    .action((given: { helpTexts: boolean }) => run((console) => showSettings(console, { all: given.helpTexts })))
  addSetCommand(
    commands,
    settings,
    say('een instelling zetten; naar een geheime wordt gevraagd', 'set one; for a secret one you are asked'),
    setSetting,
  )
}

export function addKeyCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const key = root
    .command('key')
    .description(say('de sleutel van opgeslagen wachtwoorden en sleutels', 'the key of stored passwords and keys'))
    .helpCommand(false)
  key
    .command('restore')
    .description(
      say(
        'de sleutel terugzetten met de herstelcode (er wordt om gevraagd)',
        'put the key back with the recovery code (asked for)',
      ),
    )
    .option('--stdin', say('lees de code van de standaardinvoer', 'read the code from standard input'), false)
    .action((given: { stdin: boolean }) => run((console) => restoreKey(console, given)))
  key
    .command('renew')
    .description(
      say(
        'een nieuwe sleutel maken; alle opgeslagen wachtwoorden en sleutels zijn dan weg',
        'make a new key; all stored passwords and keys are gone then',
      ),
    )
    .option('--yes', say('ja, ik weet het zeker', 'yes, I am sure'), false)
    .action((given: { yes: boolean }) => run((console) => renewKey(console, given)))
}
