// What can be the matter with the articles of an order (ART-1 … ART-3), with what to do. `{number}`, `{customer}` and `{amount}`
// are filled in by the caller.
import { type ProblemCatalogue, stop } from '../problem.ts'

export const articleProblems = {
  'article.ambiguous': {
    spec: 'ART-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): meer artikelen in SnelStart hebben {code} in het veld {field}: {codes}.',
      en: 'Order {number} of {customer} ({amount}): several articles in SnelStart have {code} in the field {field}: {codes}.',
    },
    todo: {
      nl: 'Geef in SnelStart elk artikel een eigen waarde in dit veld, en probeer de order opnieuw.',
      en: 'Give each article in SnelStart a value of its own in this field, and retry the order.',
    },
    setting: 'articleCodeField',
    level: 'problem',
  },
  'article.inactive': {
    spec: 'ART-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} ({description}) is in SnelStart niet actief.',
      en: 'Order {number} of {customer} ({amount}): article {code} ({description}) is not active in SnelStart.',
    },
    todo: {
      nl: 'Maak het artikel in SnelStart weer actief, en probeer de order opnieuw.',
      en: 'Make the article active again in SnelStart, and retry the order.',
    },
    setting: null,
    level: 'problem',
  },
  'article.codeNotNumeric': {
    spec: 'ART-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} kan niet worden aangemaakt, want uw administratie heeft numerieke artikelcodes.',
      en: 'Order {number} of {customer} ({amount}): article {code} cannot be made, because your administration has numeric article codes.',
    },
    todo: {
      nl: 'Sta in SnelStart alfanumerieke artikelcodes toe, of geef het artikel in de webshop een code van alleen cijfers.',
      en: 'Allow alphanumeric article codes in SnelStart, or give the article a code of digits only in the shop.',
    },
    setting: 'articleHandling',
    level: 'problem',
  },
  'article.codeTooLong': {
    spec: 'ART-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} kan niet worden aangemaakt, want de code is langer dan {limit} tekens.',
      en: 'Order {number} of {customer} ({amount}): article {code} cannot be made, because the code is longer than {limit} characters.',
    },
    todo: {
      nl: 'Maak de artikelcodes in SnelStart langer, of geef het artikel in de webshop een kortere code.',
      en: 'Allow longer article codes in SnelStart, or give the article a shorter code in the shop.',
    },
    setting: 'articleHandling',
    level: 'problem',
  },
  'article.codeTaken': {
    spec: 'ART-1',
    text: {
      nl: 'Order {number} van {customer} ({amount}): geen artikel heeft {code} in het veld {field}, maar de artikelcode {code} bestaat al in SnelStart.',
      en: 'Order {number} of {customer} ({amount}): no article has {code} in the field {field}, but the article code {code} exists in SnelStart already.',
    },
    todo: {
      nl: 'Vul in SnelStart bij artikel {code} het veld {field}, en probeer de order opnieuw.',
      en: 'Fill in the field {field} of article {code} in SnelStart, and retry the order.',
    },
    setting: 'articleCodeField',
    level: 'problem',
  },
  'article.revenueGroupMissing': {
    spec: 'ART-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} bestaat nog niet in SnelStart, en er is geen omzetgroep ingesteld om het aan te maken.',
      en: 'Order {number} of {customer} ({amount}): article {code} is not in SnelStart yet, and no revenue group is set to make it with.',
    },
    todo: {
      nl: 'Kies bij Artikelen een omzetgroep, of maak het artikel in SnelStart.',
      en: 'Choose a revenue group under Articles, or make the article in SnelStart.',
    },
    setting: 'revenueGroup',
    level: 'problem',
  },
  'article.revenueGroupUnknown': {
    spec: 'ART-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de omzetgroep {group}, nodig om artikel {code} aan te maken, bestaat niet in SnelStart.',
      en: 'Order {number} of {customer} ({amount}): the revenue group {group}, needed to make article {code}, does not exist in SnelStart.',
    },
    todo: {
      nl: 'Kies bij Artikelen een omzetgroep uit de lijst.',
      en: 'Choose a revenue group from the list under Articles.',
    },
    setting: 'revenueGroup',
    level: 'problem',
  },
  'article.revenueGroupVat': {
    spec: 'ART-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): nieuw artikel {code} heeft in de webshop {vatPercent}% btw, en geen van de ingestelde omzetgroepen geeft dat tarief.',
      en: 'Order {number} of {customer} ({amount}): new article {code} has {vatPercent}% VAT in the shop, and none of the revenue groups set gives that rate.',
    },
    todo: {
      nl: 'Kies bij Artikelen ook een omzetgroep voor dit tarief (laag tarief of geen btw), of maak het artikel in SnelStart.',
      en: 'Choose a revenue group for this rate as well (low rate or no VAT) under Articles, or make the article in SnelStart.',
    },
    setting: 'revenueGroupLow',
    level: 'problem',
  },
  'article.vatAbroad': {
    spec: 'ART-2',
    text: {
      nl: 'Order {number} van {customer} ({amount}): nieuw artikel {code} heeft in de webshop {vatPercent}% btw, maar SnelStart rekent dat bij geen omzetgroep voor deze klant (land {country}).',
      en: 'Order {number} of {customer} ({amount}): new article {code} has {vatPercent}% VAT in the shop, but SnelStart charges that with no revenue group for this customer (country {country}).',
    },
    todo: {
      nl: 'Controleer het land van de klant in SnelStart, de instelling voor buitenlandse btw daar, ‘Laag tarief in andere EU-landen’ hier, en de btw in de webshop. Werkt u niet met SnelStart Online, voer de order dan zelf in SnelStart in, en sluit hem hier af.',
      en: 'Check the country of the customer in SnelStart, the setting for foreign VAT there, ‘Reduced rate in other EU countries’ here, and the VAT in the shop. If you do not work with SnelStart Online, enter the order in SnelStart yourself, and dismiss it here.',
    },
    setting: 'foreignReducedRate',
    level: 'problem',
  },
  'article.descriptionShortened': {
    spec: 'ART-3',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de omschrijving van artikel {code} is ingekort tot {limit} tekens.',
      en: 'Order {number} of {customer} ({amount}): the description of article {code} was shortened to {limit} characters.',
    },
    todo: {
      nl: 'Geef het artikel in de webshop zo nodig een kortere naam.',
      en: 'Give the article a shorter name in the shop if need be.',
    },
    setting: null,
    level: 'warning',
  },
} as const satisfies ProblemCatalogue

export type ArticleProblemCode = keyof typeof articleProblems

/** As `stop`, with codes of this catalogue only. */
export const stopArticle = <Code extends ArticleProblemCode>(code: Code, data: Readonly<Record<string, string>>) =>
  stop(code, data)
