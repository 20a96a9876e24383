// The part of the catalogue that is about lines and their articles (SALE-5 … SALE-7, SALE-10); gathered in problems.ts.
import type { ProblemCatalogue } from '../problem.ts'

export const lineProblems = {
  'sale.lineVat': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} heeft in de webshop {shopPercent}% btw, SnelStart rekent {percent}%.',
      en: 'Order {number} of {customer} ({amount}): article {code} has {shopPercent}% VAT in the shop, SnelStart charges {percent}%.',
    },
    todo: {
      nl: 'Geef het artikel in SnelStart een omzetgroep met het juiste tarief, of verbeter de btw in de webshop.',
      en: 'Give the article in SnelStart a revenue group with the right rate, or correct the VAT in the shop.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.lineVatAbroad': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop rekent {shopPercent}% btw over artikel {code}, maar SnelStart rekent {percent}% voor deze klant (land {country}, {vatNumberNl} btw-nummer).',
      en: 'Order {number} of {customer} ({amount}): the shop charges {shopPercent}% VAT on article {code}, but SnelStart charges {percent}% for this customer (country {country}, {vatNumberEn} VAT number).',
    },
    todo: {
      nl: 'Controleer het land en het btw-nummer van de klant in SnelStart, de instelling voor buitenlandse btw daar, en de btw in de webshop.',
      en: 'Check the country and VAT number of the customer in SnelStart, the setting for foreign VAT there, and the VAT in the shop.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.articleGroup': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het btw-tarief van artikel {code} is niet te bepalen, want de omzetgroep of het tarief is niet bekend.',
      en: 'Order {number} of {customer} ({amount}): the VAT rate of article {code} cannot be told, because its revenue group or the rate is not known.',
    },
    todo: {
      nl: 'Geef het artikel in SnelStart een omzetgroep, en probeer de order opnieuw.',
      en: 'Give the article a revenue group in SnelStart, and retry the order.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.settingArticleEmpty': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}), en daarvoor is geen artikelcode ingesteld.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}), and no article code is set for that.',
    },
    todo: {
      nl: 'Vul bij Verkopen een artikelcode in voor ‘{settingNl}’.',
      en: 'Fill in an article code for ‘{settingEn}’ under Sales.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.settingArticleUnknown': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}), en het artikel {codes} daarvoor bestaat niet in SnelStart.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}), and the article {codes} for that does not exist in SnelStart.',
    },
    todo: {
      nl: 'Verbeter de artikelcode bij ‘{settingNl}’, of maak dit artikel in SnelStart.',
      en: 'Correct the article code at ‘{settingEn}’, or make this article in SnelStart.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.settingArticleInactive': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}), en het artikel {codes} daarvoor is in SnelStart niet actief.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}), and the article {codes} for that is not active in SnelStart.',
    },
    todo: {
      nl: 'Maak het artikel in SnelStart weer actief, of kies een ander bij ‘{settingNl}’.',
      en: 'Make the article active again in SnelStart, or choose another at ‘{settingEn}’.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.chargeVat': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}) met {shopPercent}% btw, en geen van de artikelen {codes} heeft dat tarief.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}) with {shopPercent}% VAT, and none of the articles {codes} has that rate.',
    },
    todo: {
      nl: 'Voeg bij ‘{settingNl}’ een artikel met {shopPercent}% btw toe, gescheiden door een komma.',
      en: 'Add an article with {shopPercent}% VAT at ‘{settingEn}’, separated by a comma.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.chargeVatUnknown': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}) met een btw-bedrag dat bij geen tarief past.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}) with a VAT amount that fits no rate.',
    },
    todo: {
      nl: 'Controleer de btw-instelling van deze kosten in de webshop; voer de order zelf in als hij zo moet blijven.',
      en: 'Check the VAT set-up of these costs in the shop; enter the order yourself if it must stay so.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.costTypesMissing': {
    spec: 'SALE-8',
    text: {
      nl: 'Order {number} van {customer} ({amount}) heeft {whatNl} (€ {part}) op een kostensoort, en die kent deze soort administratie niet.',
      en: 'Order {number} of {customer} ({amount}) has {whatEn} (€ {part}) on a cost type, which this kind of administration does not have.',
    },
    todo: {
      nl: 'Vul bij ‘{settingNl}’ een artikelcode in.',
      en: 'Fill in an article code at ‘{settingEn}’.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.quantityDecimals': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het aantal {quantity} van artikel {code} heeft meer decimalen dan SnelStart bewaart ({decimals}).',
      en: 'Order {number} of {customer} ({amount}): the quantity {quantity} of article {code} has more decimals than SnelStart keeps ({decimals}).',
    },
    todo: {
      nl: 'Stel in SnelStart meer decimalen in voor artikelaantallen, en probeer de order opnieuw.',
      en: 'Set more decimals for article quantities in SnelStart, and retry the order.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.quantityZero': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} heeft aantal 0 en toch een bedrag (€ {part}).',
      en: 'Order {number} of {customer} ({amount}): article {code} has quantity 0 and yet an amount (€ {part}).',
    },
    todo: {
      nl: 'Verbeter de order in de webshop, of voer hem zelf in SnelStart in.',
      en: 'Correct the order in the shop, or enter it in SnelStart yourself.',
    },
    setting: null,
    level: 'problem',
  },
  'sale.priceFromAccounting': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de prijs van artikel {code} moet uit SnelStart komen, en daar is geen prijs bekend.',
      en: 'Order {number} of {customer} ({amount}): the price of article {code} must come from SnelStart, and no price is known there.',
    },
    todo: {
      nl: 'Geef het artikel in SnelStart een verkoopprijs, of neem de prijs uit de webshop over.',
      en: 'Give the article a sales price in SnelStart, or take over the price of the shop.',
    },
    setting: 'orderLines',
    level: 'problem',
  },
  'sale.recipeModeUnknown': {
    spec: 'SALE-6',
    text: {
      nl: 'Order {number} van {customer} ({amount}): artikel {code} kan een recept hebben, en deze soort administratie laat niet zien wanneer het geplaatst moet worden.',
      en: 'Order {number} of {customer} ({amount}): article {code} may have a recipe, and this kind of administration does not show when it is to be placed.',
    },
    todo: {
      nl: 'Kies bij SnelStart-recepten ‘nooit’ of ‘altijd uitklappen’.',
      en: 'Choose ‘never’ or ‘always expand’ at SnelStart recipes.',
    },
    setting: 'recipes',
    level: 'problem',
  },
  'sale.componentUnknown': {
    spec: 'SALE-6',
    text: {
      nl: 'Order {number} van {customer} ({amount}): onderdeel {component} van het recept van artikel {code} is niet bekend of niet actief.',
      en: 'Order {number} of {customer} ({amount}): component {component} of the recipe of article {code} is not known or not active.',
    },
    todo: {
      nl: 'Verbeter het recept in SnelStart, en probeer de order opnieuw.',
      en: 'Correct the recipe in SnelStart, and retry the order.',
    },
    setting: 'recipes',
    level: 'problem',
  },
  'sale.lineDescriptionShortened': {
    spec: 'SALE-7',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de omschrijving van een orderregel is ingekort tot {limit} tekens: {full}',
      en: 'Order {number} of {customer} ({amount}): the description of an order line was shortened to {limit} characters: {full}',
    },
    todo: {
      nl: 'Lees de volledige tekst zo nodig in de webshop.',
      en: 'Read the whole text in the shop if need be.',
    },
    setting: 'productOptions',
    level: 'warning',
  },
} as const satisfies ProblemCatalogue
