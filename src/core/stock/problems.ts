// What is said about stock: articles that cannot be exported, and why nothing is.
import type { FailureCatalogue } from '../problem.ts'
import { fillIn, type Text } from '../text.ts'
import type { StockProblem } from './match-lines.ts'

export type StockText = { readonly text: Text; readonly todo: Text }

/** By code; `{code}` and `{name}` are the article's, `{reason}` what the shop says. */
export const stockProblems = {
  'stock.unknownInShop': {
    text: {
      nl: 'Artikel {code} ({name}) uit SnelStart staat niet in de webshop; de voorraad ervan wordt niet geëxporteerd.',
      en: 'Article {code} ({name}) of SnelStart is not in the shop; its stock is not exported.',
    },
    todo: {
      nl: 'Verkoopt u het artikel in de webshop, vul daar dan dezelfde code in. Anders hoeft u niets te doen.',
      en: 'If you sell the article in the shop, fill in the same code there. Else there is nothing to do.',
    },
  },
  'stock.unknownInSnelStart': {
    text: {
      nl: 'Artikel {code} ({name}) uit de webshop staat niet in SnelStart; de voorraad in de webshop blijft zoals hij is.',
      en: 'Article {code} ({name}) of the shop is not in SnelStart; its stock in the shop stays as it is.',
    },
    todo: {
      nl: 'Maak het artikel in SnelStart aan, of verbeter de code in de webshop.',
      en: 'Make the article in SnelStart, or mend the code in the shop.',
    },
  },
  'stock.doubleInShop': {
    text: {
      nl: 'Code {code} ({name}) staat {count} keer in de webshop; van geen van die artikelen wordt de voorraad geëxporteerd.',
      en: 'Code {code} ({name}) is in the shop {count} times; the stock of none of these articles is exported.',
    },
    todo: {
      nl: 'Geef elk artikel en elke combinatie in de webshop een eigen code.',
      en: 'Give every article and every combination in the shop a code of its own.',
    },
  },
  'stock.doubleInSnelStart': {
    text: {
      nl: 'Code {code} ({name}) hoort in SnelStart bij meer dan één artikel; de voorraad wordt niet geëxporteerd.',
      en: 'Code {code} ({name}) belongs to more than one article in SnelStart; the stock is not exported.',
    },
    todo: {
      nl: 'Laat de code in SnelStart bij één artikel staan.',
      en: 'Leave the code with one article in SnelStart.',
    },
  },
  'stock.inactive': {
    text: {
      nl: 'Artikel {code} ({name}) staat in SnelStart op non-actief; de voorraad wordt niet geëxporteerd.',
      en: 'Article {code} ({name}) is inactive in SnelStart; its stock is not exported.',
    },
    todo: {
      nl: 'Zet het artikel in SnelStart weer actief, of haal het uit de webshop.',
      en: 'Make the article active again in SnelStart, or take it out of the shop.',
    },
  },
  'stock.noCode': {
    text: {
      nl: '‘{name}’ heeft in de webshop geen code; de voorraad wordt niet geëxporteerd.',
      en: '‘{name}’ has no code in the shop; its stock is not exported.',
    },
    todo: {
      nl: 'Vul in de webshop de code in die het artikel in SnelStart heeft.',
      en: 'Fill in, in the shop, the code that the article has in SnelStart.',
    },
  },
  'stock.notManaged': {
    text: {
      nl: 'Van artikel {code} ({name}) kan de voorraad in de webshop niet worden geschreven: {reason}',
      en: 'The stock of article {code} ({name}) cannot be written in the shop: {reason}',
    },
    todo: {
      nl: 'Pas het artikel in de webshop aan als u de voorraad ervan uit SnelStart wilt.',
      en: 'Change the article in the shop if you want its stock from SnelStart.',
    },
  },
  'stock.refused': {
    text: {
      nl: 'De webshop weigerde de voorraad van artikel {code} ({name}): {reason}',
      en: 'The shop refused the stock of article {code} ({name}): {reason}',
    },
    todo: {
      nl: 'Verhelp in de webshop wat er staat. S-Connect probeert het bij de volgende keer opnieuw.',
      en: 'Mend in the shop what it says. S-Connect tries again next time.',
    },
  },
  'stock.orderNotUnderstood': {
    text: {
      nl: 'Order {number} is niet te begrijpen, dus is niet bekend welke artikelen erin zitten. Tot hij klaar is, wordt voorraad alleen verlaagd en niet verhoogd.',
      en: 'Order {number} cannot be understood, so it is not known which articles it holds. Until it is settled, stock is only lowered and not raised.',
    },
    todo: {
      nl: 'Handel de order af bij ‘Orders’.',
      en: 'Settle the order under ‘Orders’.',
    },
  },
} as const satisfies Readonly<Record<string, StockText>>

/** `shopWords`: of the shop's own codes, which a problem may give as its reason. */
export function tellStockProblem({ code, about, data }: StockProblem, shopWords: FailureCatalogue): StockText {
  const words: StockText | undefined = (stockProblems as Readonly<Record<string, StockText>>)[code]
  if (words === undefined) return { text: { nl: `${code} ${about}`, en: `${code} ${about}` }, todo: { nl: '', en: '' } }
  const reason = shopWords[data['reason'] ?? '']?.text
  const tell = (text: Text, language: 'nl' | 'en'): string =>
    fillIn(text[language], reason === undefined ? data : { ...data, reason: fillIn(reason[language], data) })
  const both = (text: Text): Text => ({ nl: tell(text, 'nl'), en: tell(text, 'en') })
  return { text: both(words.text), todo: both(words.todo) }
}
