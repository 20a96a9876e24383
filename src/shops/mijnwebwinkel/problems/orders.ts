// What can be wrong with, or odd in, one order.
import { problem } from './problem.ts'

/** An order that cannot be understood: it waits with this reason. */
export const orderProblems = {
  'mijnwebwinkel.badOrder': problem(
    'SHOP-7',
    'De order is niet te lezen (bij {where}).',
    'The order cannot be read (at {where}).',
    'Meld het met het uitgebreide logboek.',
    'Report it with the extended log.',
  ),
  'mijnwebwinkel.badNumber': problem(
    'SHOP-7',
    'Een bedrag of aantal van de order is geen getal ({line}).',
    'An amount or quantity of the order is no number ({line}).',
    'Controleer deze regel van de order in Mijnwebwinkel.',
    'Check this line of the order in MyOnlineStore.',
  ),
  'mijnwebwinkel.noDate': problem(
    'SHOP-7',
    'De order heeft geen geldige datum.',
    'The order has no valid date.',
    'Controleer de order in Mijnwebwinkel.',
    'Check the order in MyOnlineStore.',
  ),
  'mijnwebwinkel.noCurrency': problem(
    'SHOP-7',
    'De valuta van de order is onbekend.',
    'The currency of the order is unknown.',
    'Stel in Mijnwebwinkel de valuta van de winkel in.',
    'Set the currency of the shop in MyOnlineStore.',
  ),
  'mijnwebwinkel.contextUnknown': problem(
    'SHOP-7',
    'De instellingen van de winkel zijn nog niet gelezen.',
    'The settings of the shop have not been read yet.',
    'Lees de orders in; daarna lukt het.',
    'Read the orders in; then it works.',
  ),
}

/** Odd, but readable: shown with the order. */
export const orderNotes = {
  'mijnwebwinkel.statusUnknown': problem(
    'SHOP-7',
    'De betekenis van status {status} is niet af te leiden; de order is als verkoop gelezen.',
    'The meaning of status {status} cannot be told; the order was read as a sale.',
    'Klopt dat niet, kies dan de orderstatussen.',
    'If that is wrong, choose the order statuses.',
  ),
  'mijnwebwinkel.paymentFailed': problem(
    'SHOP-7',
    'De betaling van deze order is niet gelukt ({status}).',
    'The payment of this order did not succeed ({status}).',
    'Annuleer de order in Mijnwebwinkel, of kies alleen de orderstatussen die betaald betekenen.',
    'Cancel the order in MyOnlineStore, or choose only the order statuses that mean paid.',
  ),
  'mijnwebwinkel.lineTypeUnknown': problem(
    'SALE-8',
    'Regel {title} (soort {type}) is gelezen als {kind}.',
    'Line {title} (type {type}) was read as {kind}.',
    'Klopt dat niet, kies dan bij Soort van orderregels wat {type} is.',
    'If that is wrong, choose at Kind of order lines what {type} is.',
  ),
  'mijnwebwinkel.lineSplit': problem(
    'SHOP-7',
    'Artikelregel {line} heeft meer dan één btw-tarief en is per tarief een regel geworden.',
    'Article line {line} has more than one VAT rate and became a line per rate.',
    'Controleer deze regel in SnelStart.',
    'Check this line in SnelStart.',
  ),
  'mijnwebwinkel.linesDoNotAddUp': problem(
    'SALE-9',
    'De regels tellen op tot € {shown}, het totaal is € {total}.',
    'The lines add up to € {shown}, the total is € {total}.',
    'Het verschil gaat naar het artikel voor het totaalverschil; controleer de order in Mijnwebwinkel.',
    'The difference goes to the article for the order total difference; check the order in MyOnlineStore.',
  ),
  'mijnwebwinkel.vatDiffers': problem(
    'FIN-4',
    'De btw van {percent} % is volgens de winkel € {shop}, volgens de regels € {lines}.',
    'The VAT of {percent} % is € {shop} by the shop, € {lines} by the lines.',
    'Vergelijk de btw van deze order met Mijnwebwinkel.',
    'Compare the VAT of this order with MyOnlineStore.',
  ),
  'mijnwebwinkel.vatDoubled': problem(
    'FIN-4',
    'De winkel gaf voor deze order de btw dubbel; de helft is genomen.',
    'The shop gave the VAT of this order twice; half of it was taken.',
    'Controleer de btw van deze order.',
    'Check the VAT of this order.',
  ),
  'mijnwebwinkel.reverseWithoutNumber': problem(
    'FIN-4',
    'De btw is verlegd, maar de klant heeft geen btw-nummer ingevuld.',
    'The VAT is reverse-charged, but the customer gave no VAT number.',
    'Vraag de klant om het btw-nummer en zet het op de klantkaart in SnelStart.',
    'Ask the customer for the VAT number and put it on the customer card in SnelStart.',
  ),
}
