// What SnelStart's own sentences mean. PRESUMED, all of it: nobody has published the Gateway's texts, so these are the words that
// such a sentence would hold in Dutch or English. A sentence that is not recognised is shown as it is, and nothing is built on it.
import type { RefusalMeaning } from '../../../core/failures.ts'

export type KnownTrouble =
  | 'rightMissing'
  | 'moduleMissing'
  | 'licence'
  | 'wrongVersion'
  | 'otherUser'
  | 'fileLocked'
  | 'noAdministration'
  | 'loginRefused'

type Sentence = {
  readonly says: RegExp
  readonly means: KnownTrouble
  /** 'opening': such words mean something else when they are about one record ('artikel is in gebruik'). */
  readonly heard: 'opening' | 'anywhere'
}

/** The first that fits counts. */
const sentences: readonly Sentence[] = [
  {
    says: /module\b.{0,30}\bintegratie|integratie.?module|integration module/i,
    means: 'moduleMissing',
    heard: 'anywhere',
  },
  { says: /\b(geen|onvoldoende|niet de(ze)?|mist)\b.{0,30}\brecht(en)?\b/i, means: 'rightMissing', heard: 'anywhere' },
  {
    says: /\bniet (bevoegd|geautoriseerd|gemachtigd)|access denied|not authori[sz]ed|permission/i,
    means: 'rightMissing',
    heard: 'anywhere',
  },
  {
    says: /(geen|ongeldige|verlopen) licentie|licentie.{0,30}(verlopen|ongeldig|ontbreekt|niet)|licen[cs]e.{0,30}(expired|invalid|missing|not)|abonnement.{0,20}(verlopen|beëindigd|opgezegd)/i,
    means: 'licence',
    heard: 'anywhere',
  },
  {
    says: /(verkeerde|onjuiste|andere|nieuwere|oudere|hogere|lagere) versie|versie .{0,40}(niet ondersteund|komt niet overeen|wordt niet)/i,
    means: 'wrongVersion',
    heard: 'opening',
  },
  {
    says: /(wrong|newer|older|different) version|version .{0,40}(not supported|mismatch)|geconverteerd|converteren/i,
    means: 'wrongVersion',
    heard: 'opening',
  },
  {
    says: /\b(al|reeds|nog) (aangemeld|ingelogd)|already logged (in|on)|ander apparaat|andere gebruiker|another user/i,
    means: 'otherUser',
    heard: 'opening',
  },
  {
    says: /in gebruik|vergrendeld|\blocked\b|exclusief|exclusively|being used by another process/i,
    means: 'fileLocked',
    heard: 'opening',
  },
  {
    says: /wachtwoord|password|gebruikersnaam|login failed|aanmelden mislukt|inloggen mislukt/i,
    means: 'loginRefused',
    heard: 'opening',
  },
  {
    says: /niet gevonden|bestaat niet|not found|does not exist|could not find/i,
    means: 'noAdministration',
    heard: 'opening',
  },
]

/** What is wrong, where these words tell; null: they do not. */
export const findTrouble = (text: string, opening: boolean): KnownTrouble | null =>
  sentences.find(({ says, heard }) => (opening || heard === 'anywhere') && says.test(text))?.means ?? null

const refusals: readonly { readonly says: RegExp; readonly means: RefusalMeaning }[] = [
  { says: /btw.?(identificatie)?.?nummer|\bvat.?(number|id)/i, means: 'vatNumber' },
  {
    says: /bestaat (al|reeds)|(al|reeds) (aanwezig|in gebruik|bekend)|already exists|komt al voor|is niet uniek/i,
    means: 'codeTaken',
  },
  {
    says: /niet.?actief|non.?actief|inactie[fv]|inactive|geblokkeerd|bestaat niet|niet gevonden|is onbekend|onbekende? (klant|relatie|artikel|order|sjabloon)|is verwijderd|not found/i,
    means: 'stale',
  },
]

/** What a refusal means for the one who writes. */
export const meaningOf = (text: string): RefusalMeaning =>
  refusals.find(({ says }) => says.test(text))?.means ?? 'other'
