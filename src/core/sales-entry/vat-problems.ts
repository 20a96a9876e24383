// What can be the matter with the VAT of a sales entry (FIN-4).
import type { ProblemCatalogue } from '../problem.ts'

export const entryVatProblems = {
  'entry.vatUnknown': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het btw-tarief van ‘{what}’ is uit de webshop niet op te maken.',
      en: 'Order {number} of {customer} ({amount}): the VAT rate of ‘{what}’ cannot be told from the shop.',
    },
    todo: {
      nl: 'Boek deze order zelf in SnelStart, en sluit hem hier af.',
      en: 'Book this order in SnelStart yourself, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.rateUnknown': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop rekende {vatPercent}% btw; zo’n tarief heeft SnelStart niet op {date}.',
      en: 'Order {number} of {customer} ({amount}): the shop charged {vatPercent}% VAT; SnelStart has no such rate on {date}.',
    },
    todo: {
      nl: 'Is dit btw van een ander EU-land, zet dan in SnelStart ‘buitenlandse btw factureren’ aan; dat werkt alleen met SnelStart Online. Boek deze order anders zelf in SnelStart, en sluit hem hier af.',
      en: 'If this is VAT of another EU country, switch ‘invoice foreign VAT’ on in SnelStart; that works with SnelStart Online only. Else book this order in SnelStart yourself, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.ossRate': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop rekende {vatPercent}% btw, maar in SnelStart gelden voor {country} (OSS): {rates}.',
      en: 'Order {number} of {customer} ({amount}): the shop charged {vatPercent}% VAT, but SnelStart has for {country} (one-stop shop): {rates}.',
    },
    todo: {
      nl: 'Stel in de webshop het btw-tarief van dit land in, en boek deze order zelf in SnelStart.',
      en: 'Set the VAT rate of this country in the shop, and book this order in SnelStart yourself.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.reverseMixed': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft voor een EU-klant met btw-nummer zowel regels met als zonder btw; SnelStart boekt dat niet in één boeking.',
      en: 'Order {number} of {customer} ({amount}) has lines with and without VAT for an EU customer with a VAT number; SnelStart does not book that in one entry.',
    },
    todo: {
      nl: 'Boek deze order zelf in SnelStart als twee boekingen, en sluit hem hier af.',
      en: 'Book this order in SnelStart yourself as two entries, and dismiss it here.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.smallBusiness': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop rekende {vatPercent}% btw, maar in SnelStart staat de kleineondernemersregeling aan.',
      en: 'Order {number} of {customer} ({amount}): the shop charged {vatPercent}% VAT, but the small-business scheme is on in SnelStart.',
    },
    todo: {
      nl: 'Zet in de webshop de btw uit, of in SnelStart de kleineondernemersregeling.',
      en: 'Switch VAT off in the shop, or the small-business scheme in SnelStart.',
    },
    setting: null,
    level: 'problem',
  },
  'entry.vatDiffers': {
    spec: 'FIN-4',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop noemt € {shopVat} btw ({vatPercent}%), uit de regels volgt € {computedVat}.',
      en: 'Order {number} of {customer} ({amount}): the shop states € {shopVat} VAT ({vatPercent}%), the lines give € {computedVat}.',
    },
    todo: {
      nl: 'Kijk de btw van deze order na in de webshop, en boek hem zelf in SnelStart.',
      en: 'Check the VAT of this order in the shop, and book it in SnelStart yourself.',
    },
    setting: null,
    level: 'problem',
  },
} as const satisfies ProblemCatalogue
