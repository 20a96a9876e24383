// The part of the catalogue that is about totals and VAT as a whole (SALE-5, SALE-9); gathered in problems.ts.
import type { ProblemCatalogue } from '../problem.ts'

export const totalProblems = {
  'sale.totalDifference': {
    spec: 'SALE-9',
    text: {
      nl: 'Order {number} van {customer} ({amount}): het totaal is € {difference} anders dan de regels en kosten samen. Waarschijnlijk is dat {causeNl}.',
      en: 'Order {number} of {customer} ({amount}): the total differs by € {difference} from lines and costs together. Probably this is {causeEn}.',
    },
    todo: {
      nl: 'Vul bij ‘Verschil ordertotaal’ het artikel in waarop zulke bedragen komen.',
      en: 'Fill in the article for such amounts at ‘Order total difference’.',
    },
    setting: 'differenceArticle',
    level: 'problem',
  },
  'sale.vatDiffers': {
    spec: 'SALE-9',
    text: {
      nl: 'Order {number} van {customer} ({amount}): de webshop heeft € {shopVat} btw van {vatPercent}%, uit de regels volgt € {computedVat}.',
      en: 'Order {number} of {customer} ({amount}): the shop has € {shopVat} VAT of {vatPercent}%, the lines give € {computedVat}.',
    },
    todo: {
      nl: 'Is het een afronding, vul dan bij ‘Verschil ordertotaal’ artikelen in met {vatPercent}% en zonder btw; controleer anders de btw van deze order in de webshop.',
      en: 'If it is a rounding, fill in articles with {vatPercent}% and without VAT at ‘Order total difference’; else check the VAT of this order in the shop.',
    },
    setting: 'differenceArticle',
    level: 'problem',
  },
  'sale.rounding': {
    spec: 'SALE-9',
    text: {
      nl: 'Order {number} van {customer} ({amount}): door afronding van de btw blijft er € {difference} over die op geen enkele regel past.',
      en: 'Order {number} of {customer} ({amount}): by the rounding of VAT € {difference} is left that fits on no line.',
    },
    todo: {
      nl: 'Vul bij ‘Verschil ordertotaal’ ook een artikel zonder btw in; daar komt zo’n cent op.',
      en: 'Fill in an article without VAT as well at ‘Order total difference’; such a cent goes there.',
    },
    setting: 'differenceArticle',
    level: 'problem',
  },
  'sale.totalByChoice': {
    spec: 'SALE-5',
    text: {
      nl: 'Order {number} van {customer} ({amount}): met de prijzen van SnelStart is het totaal € {total}, in de webshop € {shopTotal}.',
      en: 'Order {number} of {customer} ({amount}): with SnelStart’s prices the total is € {total}, in the shop € {shopTotal}.',
    },
    todo: {
      nl: 'Dit volgt uit ‘Alleen artikelcode en aantal’. Moet het totaal van de webshop gelden, kies dan een andere verwerking van de orderregels.',
      en: 'This follows from ‘Article code and quantity only’. If the shop’s total must hold, choose another way of handling order lines.',
    },
    setting: 'orderLines',
    level: 'warning',
  },
} as const satisfies ProblemCatalogue
