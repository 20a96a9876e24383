// 'Aansluiting SnelStart – Artikelen': how articles are found and made (ART-1 … ART-3).
import { field, settingsOf } from './field.ts'
import { stockFields } from './stock.ts'

const group = 'articles'

export const articleFields = {
  articleCodeField: field.text({
    nl: 'Veld artikelcode',
    en: 'Article code field',
    spec: 'ART-1',
    group,
    optionsFrom: 'articleFields',
    default: '',
    help: {
      nl: 'Het veld in SnelStart waarin de artikelcode van de webshop staat. Leeg: de artikelcode zelf; anders de naam van een extra veld (bijvoorbeeld EAN).',
      en: 'The field in SnelStart that holds the shop’s article code. Empty: the article code itself; else the name of a custom field (an EAN, say).',
    },
  }),
  revenueGroup: field.text({
    nl: 'Omzetgroep',
    en: 'Revenue group',
    spec: 'ART-2',
    group,
    optionsFrom: 'revenueGroups',
    when: { key: 'articleHandling', is: ['add', 'addAndUpdate'] },
    help: {
      nl: 'Voor artikelen die S-Connect aanmaakt. Bestaande artikelen veranderen er niet door.',
      en: 'For articles that S-Connect makes. Existing articles are not changed by it.',
    },
  }),
  revenueGroupLow: field.text({
    nl: 'Omzetgroep laag tarief',
    en: 'Revenue group, low rate',
    spec: 'ART-2',
    group,
    optionsFrom: 'revenueGroups',
    when: { key: 'articleHandling', is: ['add', 'addAndUpdate'] },
    help: {
      nl: 'Voor nieuwe artikelen die in de webshop het lage tarief hebben. Leeg: zulke artikelen worden niet gemaakt maar gemeld.',
      en: 'For new articles with the low rate in the shop. Empty: such articles are not made but reported.',
    },
  }),
  revenueGroupNone: field.text({
    nl: 'Omzetgroep geen btw',
    en: 'Revenue group, no VAT',
    spec: 'ART-2',
    group,
    optionsFrom: 'revenueGroups',
    when: { key: 'articleHandling', is: ['add', 'addAndUpdate'] },
    help: {
      nl: 'Voor nieuwe artikelen zonder btw in de webshop (Nederlandse klant). Leeg: zulke artikelen worden niet gemaakt maar gemeld.',
      en: 'For new articles without VAT in the shop (Dutch customer). Empty: such articles are not made but reported.',
    },
  }),
  articleHandling: field.choice({
    nl: 'Verwerking artikelen',
    en: 'Handling of articles',
    spec: 'ART-3',
    group,
    default: 'add',
    help: {
      nl: 'Wat S-Connect doet met artikelen uit de orders.',
      en: 'What S-Connect does with the articles on the orders.',
    },
    choices: [
      {
        value: 'add',
        nl: 'Alleen toevoegen',
        en: 'Add only',
        help: {
          nl: 'Onbekende artikelen worden aangemaakt; bestaande blijven zoals ze zijn.',
          en: 'Unknown articles are made; existing ones stay as they are.',
        },
      },
      {
        value: 'addAndUpdate',
        nl: 'Toevoegen en bijwerken',
        en: 'Add and update',
        help: {
          nl: 'Ook omschrijving en prijs worden bijgewerkt, voor de artikelen op de orders.',
          en: 'Description and price are updated as well, for the articles on the orders.',
        },
      },
      {
        value: 'manual',
        nl: 'Handmatig',
        en: 'Manual',
        help: {
          nl: 'Er wordt niets aangemaakt of veranderd; een onbekend artikel wordt de standaard artikelcode.',
          en: 'Nothing is made or changed; an unknown article becomes the default article code.',
        },
      },
    ],
  }),
  ...stockFields,
} as const

export const articleSettings = settingsOf(articleFields)
