// The words for a licence that cannot be used, or that is too small for what was asked.
import type { FailureCatalogue, FailureText } from '../problem.ts'

const text = (spec: string, [nl, en]: [string, string], [todoNl, todoEn]: [string, string]): FailureText => ({
  spec,
  text: { nl, en },
  todo: { nl: todoNl, en: todoEn },
})

const askMaker: [string, string] = [
  'Vraag de leverancier om een nieuw licentiebestand. Er is niets gewijzigd.',
  'Ask the supplier for a new licence file. Nothing was changed.',
]

export const licenceMessages = {
  'licence.unreadable': text(
    'PROF-4',
    ['Dit is geen licentiebestand van S-Connect (bij {place}).', 'This is no licence file of S-Connect (at {place}).'],
    [
      'Kies het bestand dat u van de leverancier kreeg. Er is niets gewijzigd.',
      'Choose the file that the supplier sent you. Nothing was changed.',
    ],
  ),
  'licence.newerFormat': text(
    'PROF-4',
    ['Dit licentiebestand is voor een nieuwere versie van S-Connect.', 'This licence file is for a newer S-Connect.'],
    [
      'Installeer de laatste versie en lees de licentie opnieuw in. Er is niets gewijzigd.',
      'Install the newest version and load the licence again. Nothing was changed.',
    ],
  ),
  'licence.signature': text(
    'PROF-4',
    [
      'De handtekening van deze licentie klopt niet; het bestand is veranderd of niet van de leverancier.',
      'The signature of this licence is not right; the file was changed or is not from the supplier.',
    ],
    askMaker,
  ),
  'licence.otherProduct': text(
    'PROF-4',
    [
      'Deze licentie van {holder} is voor {product}, niet voor S-Connect.',
      'This licence of {holder} is for {product}, not for S-Connect.',
    ],
    askMaker,
  ),
  'licence.expired': text(
    'PROF-4',
    ['Deze licentie van {holder} gold tot en met {until}.', 'This licence of {holder} counted until {until}.'],
    askMaker,
  ),
  'licence.full': text(
    'PROF-2',
    [
      'Uw licentie laat {most} profiel(en) toe, en die zijn er al.',
      'Your licence allows {most} profile(s), and they exist already.',
    ],
    [
      'Lees een licentie voor meer profielen in, of verwijder er een.',
      'Load a licence for more profiles, or remove one.',
    ],
  ),
  'licence.kind': text(
    'PROF-2',
    [
      'Uw licentie geldt niet voor profielen van de soort {kind}.',
      'Your licence does not cover profiles of the kind {kind}.',
    ],
    ['Lees een licentie in waarin deze soort staat.', 'Load a licence that names this kind.'],
  ),
  'licence.paused': text(
    'PROF-4',
    [
      'Profiel {profile} staat op pauze: het valt buiten uw licentie. Alle orders en instellingen zijn bewaard.',
      'Profile {profile} is paused: it is outside your licence. All its orders and settings are kept.',
    ],
    ['Lees een licentie voor meer profielen in.', 'Load a licence for more profiles.'],
  ),
  'licence.keyUnusable': text(
    'PROF-4',
    ['{file} is geen Ed25519-sleutel om mee te ondertekenen.', '{file} is no Ed25519 key to sign with.'],
    ['Geef een privésleutel in PEM-vorm.', 'Give a private key in PEM form.'],
  ),
  'licence.keyOther': text(
    'PROF-4',
    [
      'De sleutel in {file} hoort niet bij deze versie van S-Connect; een licentie ermee zou worden geweigerd.',
      'The key in {file} does not belong to this S-Connect; a licence made with it would be refused.',
    ],
    ['Gebruik de sleutel van de maker.', 'Use the maker’s key.'],
  ),
} as const satisfies FailureCatalogue
