// The words for what goes wrong with alerts, copies, starting with the system, and passwords.
import type { FailureCatalogue, FailureText } from '../core/problem.ts'

const text = (spec: string, [nl, en]: [string, string], [todoNl, todoEn]: [string, string]): FailureText => ({
  spec,
  text: { nl, en },
  todo: { nl: todoNl, en: todoEn },
})

const nothingChanged = (nl: string, en: string): [string, string] => [
  `${nl} Er is niets gewijzigd.`,
  `${en} Nothing was changed.`,
]

export const machineFailures = {
  'backup.exists': text(
    'BEY-1',
    ['{file} bestaat al.', '{file} exists already.'],
    ['Kies een andere naam, of een map.', 'Choose another name, or a folder.'],
  ),
  'restore.noFile': text(
    'BEY-1',
    ['Het bestand {file} is er niet.', 'There is no file {file}.'],
    ['Controleer de naam en de map.', 'Check the name and the folder.'],
  ),
  'restore.same': text(
    'BEY-1',
    ['{file} is de database die S-Connect nu gebruikt.', '{file} is the database that S-Connect uses now.'],
    nothingChanged('Kies een back-up.', 'Choose a backup.'),
  ),
  'restore.notOurs': text(
    'BEY-1',
    ['{file} is geen back-up van S-Connect.', '{file} is no backup of S-Connect.'],
    nothingChanged('Kies een ander bestand.', 'Choose another file.'),
  ),
  'restore.newer': text(
    'BEY-1',
    ['{file} is gemaakt door een nieuwere versie van S-Connect.', '{file} was made by a newer S-Connect.'],
    nothingChanged('Installeer eerst die versie.', 'Install that version first.'),
  ),
  'restore.damaged': text(
    'BEY-1',
    ['{file} is beschadigd of niet compleet.', '{file} is damaged or not complete.'],
    nothingChanged('Kies een andere back-up.', 'Choose another backup.'),
  ),
  'restore.running': text(
    'PLAN-4',
    ['Er wordt nu een profiel uitgevoerd (proces {holder}).', 'A profile is being run now (process {holder}).'],
    nothingChanged(
      'Stop S-Connect en probeer het over een minuut opnieuw.',
      'Stop S-Connect and try again in a minute.',
    ),
  ),
  'restore.inUse': text(
    'BEY-1',
    ['S-Connect draait nog met deze gegevensmap.', 'S-Connect is still running with this data folder.'],
    nothingChanged('Stop S-Connect eerst.', 'Stop S-Connect first.'),
  ),
  'alerts.off': text(
    'BEY-6',
    [
      'U krijgt nu geen berichten: e-mail en webhook staan uit.',
      'You are told nothing now: e-mail and webhook are off.',
    ],
    [
      'Zet er een aan met ‘s-connect alerts set email ja’ of ‘s-connect alerts set webhook ja’.',
      'Switch one on with ‘s-connect alerts set email yes’ or ‘s-connect alerts set webhook yes’.',
    ],
  ),
  'autostart.unwritable': text(
    'PLAN-3',
    ['{path} kan niet worden geschreven.', '{path} cannot be written.'],
    ['Geef schrijfrechten op die map.', 'Allow writing in that folder.'],
  ),
  'autostart.refused': text(
    'PLAN-3',
    ['{program} weigert: {said}', '{program} refuses: {said}'],
    ['Vraag uw systeembeheerder of dit mag.', 'Ask your system administrator whether this is allowed.'],
  ),
  'autostart.unknownSystem': text(
    'PLAN-3',
    ['Op {platform} kan S-Connect zichzelf niet laten starten.', 'On {platform} S-Connect cannot have itself started.'],
    ['Laat uw systeem ‘s-connect serve’ starten.', 'Have your system start ‘s-connect serve’.'],
  ),
  'user.none': text(
    'USE-1',
    ['Er is nog geen gebruiker.', 'There is no user yet.'],
    [
      'Open de pagina van S-Connect; daar kiest u het eerste wachtwoord.',
      'Open S-Connect’s page; there you choose the first password.',
    ],
  ),
  'user.unknown': text(
    'USE-1',
    ['Er is geen gebruiker ‘{name}’.', 'There is no user ‘{name}’.'],
    ['Kies een van: {names}.', 'Choose one of: {names}.'],
  ),
  'user.several': text(
    'USE-1',
    [
      'Er zijn meer gebruikers; het is niet duidelijk welke u bedoelt.',
      'There are several users; it is not clear which one you mean.',
    ],
    ['Kies een van: {names}.', 'Choose one of: {names}.'],
  ),
  'password.short': text(
    'USE-1',
    ['Dit wachtwoord is te kort.', 'This password is too short.'],
    ['Gebruik minstens {characters} tekens.', 'Use at least {characters} characters.'],
  ),
  'password.long': text(
    'USE-1',
    ['Dit wachtwoord is te lang.', 'This password is too long.'],
    ['Gebruik hoogstens {characters} tekens.', 'Use at most {characters} characters.'],
  ),
  'password.differs': text(
    'USE-1',
    ['De twee wachtwoorden zijn niet gelijk.', 'The two passwords are not the same.'],
    ['Probeer het opnieuw.', 'Try again.'],
  ),
} as const satisfies FailureCatalogue
