// What can be wrong with, or odd in, one order.
import { problem } from './problem.ts'

/** An order that cannot be understood: it waits with this reason. */
export const orderProblems = {
  'opencart.badOrder': problem(
    'SHOP-3',
    'De order is niet te lezen (bij {where}).',
    'The order cannot be read (at {where}).',
    'Meld het met het uitgebreide logboek.',
    'Report it with the extended log.',
  ),
  'opencart.badNumber': problem(
    'SHOP-3',
    'Een bedrag of aantal van de order is geen getal ({article}).',
    'An amount or quantity of the order is no number ({article}).',
    'Sla de order in OpenCart opnieuw op.',
    'Save the order in OpenCart again.',
  ),
  'opencart.noDate': problem(
    'SHOP-3',
    'De order heeft geen datum.',
    'The order has no date.',
    'Geef de order in OpenCart een datum.',
    'Give the order a date in OpenCart.',
  ),
  'opencart.noCurrency': problem(
    'SHOP-3',
    'De valuta van de order is onbekend ({currency}).',
    'The currency of the order is unknown ({currency}).',
    'Stel in OpenCart de standaardvaluta van de winkel in.',
    'Set the default currency of the shop in OpenCart.',
  ),
  'opencart.incomplete': problem(
    'SHOP-3',
    'De order was nog niet helemaal weggeschreven.',
    'The order had not been written completely yet.',
    'Niets: bij de volgende keer wordt hij opnieuw gelezen. Blijft hij zo, sla hem in OpenCart opnieuw op.',
    'Nothing: it is read again next time. If it stays so, save it again in OpenCart.',
  ),
  'opencart.noTaxSetup': problem(
    'SALE-1',
    'De winkel heeft geen btw-instellingen; of deze prijzen btw bevatten, staat er niet bij.',
    'The shop has no tax set-up; whether these prices contain VAT is not stored.',
    'Kies bij Orders zonder btw wat er geldt.',
    'Choose at Orders without VAT what applies.',
  ),
  'opencart.contextUnknown': problem(
    'SHOP-3',
    'De instellingen van de winkel zijn nog niet gelezen.',
    'The settings of the shop have not been read yet.',
    'Lees de orders in; daarna lukt het.',
    'Read the orders in; then it works.',
  ),
}

/** Odd, but readable: shown with the order. */
export const orderNotes = {
  'opencart.statusUnknown': problem(
    'SHOP-3',
    'De betekenis van status {status} is niet af te leiden; de order is als verkoop gelezen.',
    'The meaning of status {status} cannot be told; the order was read as a sale.',
    'Klopt dat niet, kies dan de orderstatussen.',
    'If that is wrong, choose the order statuses.',
  ),
  'opencart.rowUnknown': problem(
    'SALE-8',
    'Regel {title} ({row}) is gelezen als {kind}.',
    'Row {title} ({row}) was read as {kind}.',
    'Klopt dat niet, kies dan bij Soort van totaalregels.',
    'If that is wrong, choose at Kind of total rows.',
  ),
  'opencart.costsAfterVat': problem(
    'SALE-8',
    'Over {title} ({row}) rekende de winkel geen btw, doordat die regel na de btw komt.',
    'The shop charged no VAT on {title} ({row}), because that row comes after the VAT.',
    'Zet in OpenCart de volgorde van die regel vóór de belasting.',
    'Put that row before the tax in the sort order in OpenCart.',
  ),
  'opencart.lineVatUnknown': problem(
    'SHOP-3',
    'Van {lines} regel(s) past de btw bij geen bekend tarief.',
    'On {lines} line(s) the VAT fits no known rate.',
    'Controleer de btw-instellingen van deze producten in OpenCart.',
    'Check the tax set-up of these products in OpenCart.',
  ),
  'opencart.vatNotExplained': problem(
    'SHOP-3',
    'De btw-regels van de order volgen niet uit de regels en kosten.',
    'The VAT rows of the order do not follow from its lines and costs.',
    'Vergelijk de btw van deze order met OpenCart.',
    'Compare the VAT of this order with OpenCart.',
  ),
  'opencart.rowsDoNotAddUp': problem(
    'SALE-9',
    'De regels tellen op tot € {shown}, het totaal is € {total}.',
    'The rows add up to € {shown}, the total is € {total}.',
    'Het verschil gaat naar het artikel voor het totaalverschil.',
    'The difference goes to the article for the order total difference.',
  ),
  'opencart.totalsDiffer': problem(
    'SALE-9',
    'De totaalregel is € {shown}, het totaal van de order € {total}.',
    'The total row is € {shown}, the total of the order € {total}.',
    'Controleer de order in OpenCart.',
    'Check the order in OpenCart.',
  ),
  'opencart.currencyChanged': problem(
    'SHOP-3',
    'De order is in {currency}; de winkel rekent nu in {today}.',
    'The order is in {currency}; the shop now counts in {today}.',
    'Controleer of de winkel van standaardvaluta is veranderd.',
    'Check whether the shop changed its default currency.',
  ),
  'opencart.vatInsidePrices': problem(
    'SALE-1',
    'De btw ({percent} %) is uit de prijzen gehaald, zoals ingesteld.',
    'The VAT ({percent} %) was taken out of the prices, as set.',
    'Niets, als dat zo hoort.',
    'Nothing, if that is right.',
  ),
  'opencart.variantHasOwnCode': problem(
    'SHOP-3',
    'De gekozen variant van {article} heeft een eigen code: {variant}.',
    'The chosen variant of {article} has a code of its own: {variant}.',
    'Zet Code van de gekozen variant aan om die te gebruiken.',
    'Switch Code of the chosen variant on to use it.',
  ),
}
