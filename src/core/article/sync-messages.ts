// What the log says of 'Artikelen synchroniseren': what was made and changed, and, once for each article, why not.
import type { Text } from '../text.ts'

export const syncMessages: Readonly<Record<string, Text>> = {
  'articles.end': {
    nl: 'Artikelen synchroniseren is klaar: {read} gelezen, {made} gemaakt, {updated} bijgewerkt, {problems} met een melding.',
    en: 'Synchronising articles is done: {read} read, {made} made, {updated} updated, {problems} with a message.',
  },
  'articles.stopped': {
    nl: 'Artikelen synchroniseren is gestopt: {message}',
    en: 'Synchronising articles has stopped: {message}',
  },
  'articles.updated': {
    nl: 'Artikel {code} bijgewerkt: {changes}.',
    en: 'Article {code} updated: {changes}.',
  },
  'articles.missing': {
    nl: 'Artikel {code} ({name}) staat niet in SnelStart. Voeg het daar toe, of kies bij ‘Verwerking artikelen’ dat S-Connect dit doet.',
    en: 'Article {code} ({name}) is not in SnelStart. Add it there, or let S-Connect do so under ‘Handling of articles’.',
  },
  'articles.noCode': {
    nl: 'Artikel ‘{name}’ heeft in de webshop geen artikelcode. Geef het er een.',
    en: 'Article ‘{name}’ has no article code in the shop. Give it one.',
  },
  'articles.double': {
    nl: 'Artikelcode {code} komt in de webshop vaker voor; alleen ‘{first}’ is gebruikt, niet ‘{name}’. Geef elk artikel een eigen code.',
    en: 'Article code {code} occurs more than once in the shop; only ‘{first}’ was used, not ‘{name}’. Give each article a code of its own.',
  },
  'articles.ambiguous': {
    nl: 'Artikel {code} ({name}): meer artikelen in SnelStart hebben deze code in het veld {field}: {codes}. Geef elk artikel daar een eigen waarde.',
    en: 'Article {code} ({name}): several articles in SnelStart have this code in the field {field}: {codes}. Give each a value of its own there.',
  },
  'articles.inactive': {
    nl: 'Artikel {code} ({name}) is in SnelStart niet actief. Maak het daar weer actief als u het nog verkoopt.',
    en: 'Article {code} ({name}) is not active in SnelStart. Make it active again there if you still sell it.',
  },
  'articles.codeNotNumeric': {
    nl: 'Artikel {code} ({name}) kan niet worden aangemaakt, want uw administratie heeft numerieke artikelcodes. Sta in SnelStart alfanumerieke codes toe, of geef het in de webshop een code van alleen cijfers.',
    en: 'Article {code} ({name}) cannot be made, because your administration has numeric article codes. Allow alphanumeric codes in SnelStart, or give it a code of digits only in the shop.',
  },
  'articles.codeTooLong': {
    nl: 'Artikel {code} ({name}) kan niet worden aangemaakt, want de code is langer dan {limit} tekens. Maak de artikelcodes in SnelStart langer, of geef het in de webshop een kortere code.',
    en: 'Article {code} ({name}) cannot be made, because the code is longer than {limit} characters. Allow longer codes in SnelStart, or give it a shorter code in the shop.',
  },
  'articles.codeTaken': {
    nl: 'Artikel {code} ({name}): geen artikel heeft deze code in het veld {field}, maar de artikelcode bestaat al in SnelStart. Vul daar het veld {field} in.',
    en: 'Article {code} ({name}): no article has this code in the field {field}, but the article code exists in SnelStart already. Fill in the field {field} there.',
  },
  'articles.revenueGroupMissing': {
    nl: 'Artikel {code} ({name}) kan niet worden aangemaakt, want er is geen omzetgroep gekozen. Kies er een bij Artikelen.',
    en: 'Article {code} ({name}) cannot be made, because no revenue group is chosen. Choose one under Articles.',
  },
  'articles.revenueGroupUnknown': {
    nl: 'Artikel {code} ({name}) kan niet worden aangemaakt, want omzetgroep {group} bestaat niet in SnelStart. Kies een andere bij Artikelen.',
    en: 'Article {code} ({name}) cannot be made, because revenue group {group} does not exist in SnelStart. Choose another under Articles.',
  },
  'articles.revenueGroupVat': {
    nl: 'Artikel {code} ({name}) kan niet worden aangemaakt, want er is geen omzetgroep met {vatPercent}% btw gekozen. Kies er een bij Artikelen.',
    en: 'Article {code} ({name}) cannot be made, because no revenue group with {vatPercent}% VAT is chosen. Choose one under Articles.',
  },
  'articles.refused': {
    nl: 'SnelStart weigerde artikel {code} ({name}): {reason} Verhelp wat SnelStart noemt; verandert het artikel in de webshop, dan probeert S-Connect het opnieuw.',
    en: 'SnelStart refused article {code} ({name}): {reason} Mend what SnelStart names; when the article changes in the shop, S-Connect tries again.',
  },
}
