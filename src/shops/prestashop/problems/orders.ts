// What can be wrong with, or odd in, one order.
import { problem } from './problem.ts'

/** An order that cannot be understood: it waits with this reason. */
export const orderProblems = {
  'prestashop.badOrder': problem(
    'SHOP-5',
    'De order is niet te lezen (bij {where}).',
    'The order cannot be read (at {where}).',
    'Meld het met het uitgebreide logboek.',
    'Report it with the extended log.',
  ),
  'prestashop.badNumber': problem(
    'SHOP-5',
    'Een bedrag of aantal van de order is geen getal ({column}).',
    'An amount or quantity of the order is no number ({column}).',
    'Open de order in PrestaShop en sla hem opnieuw op.',
    'Open the order in PrestaShop and save it again.',
  ),
  'prestashop.noDate': problem(
    'SHOP-5',
    'De order heeft geen datum.',
    'The order has no date.',
    'Laat de datum van de order in PrestaShop herstellen.',
    'Have the date of the order mended in PrestaShop.',
  ),
  'prestashop.noCurrency': problem(
    'SHOP-5',
    'De valuta van de order is onbekend ({currency}).',
    'The currency of the order is unknown ({currency}).',
    'Zet de valuta in PrestaShop terug, bij Internationaal, Lokalisatie.',
    'Put the currency back in PrestaShop, under International, Localization.',
  ),
  'prestashop.noSlip': problem(
    'BEY-3',
    'De creditnota {slip} staat niet meer bij de order.',
    'The credit slip {slip} is no longer with the order.',
    'Controleer de order in PrestaShop.',
    'Check the order in PrestaShop.',
  ),
  'prestashop.slipLineUnknown': problem(
    'BEY-3',
    'De creditnota noemt een regel ({line}) die niet meer in de order staat.',
    'The credit slip names a line ({line}) that is no longer in the order.',
    'Maak de creditorder in SnelStart met de hand.',
    'Make the credit order in SnelStart by hand.',
  ),
}

/** Odd, but readable: shown with the order. */
export const orderNotes = {
  'prestashop.statusUnknown': problem(
    'SHOP-5',
    'De winkel kent status {status} van deze order niet; de order is als verkoop gelezen.',
    'The shop does not know status {status} of this order; the order was read as a sale.',
    'Klopt dat niet, kies dan de orderstatussen.',
    'If that is wrong, choose the order statuses.',
  ),
  'prestashop.splitShipping': problem(
    'SALE-8',
    'Deze order is een deel van een gesplitst winkelmandje: van de € {whole} verzendkosten hoort € {own} bij deze order.',
    'This order is a part of a split basket: € {own} of the € {whole} shipping costs belongs to this order.',
    'Niets: zo telt het totaal op.',
    'Nothing: that is how the total adds up.',
  ),
  'prestashop.splitPayment': problem(
    'SALE-9',
    'Voor {number} is € {paid} betaald, de orders ervan samen zijn € {orders}. PrestaShop trekt een vaste korting van elke order van een gesplitst mandje af.',
    '€ {paid} was paid for {number}, its orders together are € {orders}. PrestaShop takes a fixed voucher off each order of a split basket.',
    'Vergelijk de orders van dit mandje met de betaling.',
    'Compare the orders of this basket with the payment.',
  ),
  'prestashop.discountWithoutVoucher': problem(
    'SALE-8',
    'De order heeft € {amount} korting die bij geen kortingsbon staat; de btw is over de regels verdeeld.',
    'The order has € {amount} discount that no voucher accounts for; its VAT was spread over the lines.',
    'Controleer de korting in PrestaShop.',
    'Check the discount in PrestaShop.',
  ),
  'prestashop.vouchersTooLarge': problem(
    'SALE-8',
    'De kortingsbonnen zijn samen € {amount} meer dan de korting van de order; het totaal van de order geldt.',
    'The vouchers together are € {amount} more than the discount of the order; the order’s total counts.',
    'Controleer de korting in PrestaShop.',
    'Check the discount in PrestaShop.',
  ),
  'prestashop.centInVoucher': problem(
    'SALE-9',
    'PrestaShop rondde de kortingsbonnen € {amount} anders af dan het totaal; dat is bij de laatste bon geteld.',
    'PrestaShop rounded the vouchers € {amount} differently from the total; that was counted with the last voucher.',
    'Niets: het totaal is wat de klant betaalde.',
    'Nothing: the total is what the customer paid.',
  ),
  'prestashop.roundingCent': problem(
    'SALE-9',
    'De regels verschillen door afronding € {amount} van het totaal.',
    'The lines differ from the total by € {amount} through rounding.',
    'Het verschil gaat naar het artikel voor het totaalverschil.',
    'The difference goes to the article for the order total difference.',
  ),
  'prestashop.feeInTotal': problem(
    'SALE-8',
    'Het totaal is € {amount} hoger dan de regels. Waarschijnlijk een toeslag van een betaalmodule, die PrestaShop nergens apart bewaart; gelezen als betalingskosten.',
    'The total is € {amount} more than the lines. Probably a fee of a payment module, which PrestaShop keeps nowhere by itself; read as payment costs.',
    'Klopt dat niet, boek de order dan met de hand.',
    'If that is wrong, book the order by hand.',
  ),
  'prestashop.totalHasMore': problem(
    'SALE-9',
    'Het totaal is € {amount} hoger dan de regels en kosten. Waarschijnlijk een toeslag van een module.',
    'The total is € {amount} more than lines and costs. Probably a surcharge of a module.',
    'Het verschil gaat naar het artikel voor het totaalverschil.',
    'The difference goes to the article for the order total difference.',
  ),
  'prestashop.totalHasLess': problem(
    'SALE-9',
    'Het totaal is € {amount} lager dan de regels en kosten. Waarschijnlijk een korting of tegoed van een module.',
    'The total is € {amount} less than lines and costs. Probably a discount or credit of a module.',
    'Het verschil gaat naar het artikel voor het totaalverschil.',
    'The difference goes to the article for the order total difference.',
  ),
  'prestashop.lineVatUnknown': problem(
    'SHOP-5',
    'Van {lines} regel(s) staat het btw-tarief niet in de order en past het bedrag bij geen tarief.',
    'On {lines} line(s) the order has no VAT rate and the amount fits none.',
    'Controleer de btw van deze producten in PrestaShop.',
    'Check the VAT of these products in PrestaShop.',
  ),
  'prestashop.chargeVatGuessed': problem(
    'SALE-8',
    'Het btw-tarief van ‘{title}’ staat niet in de order; het is uit de bedragen afgeleid.',
    'The order does not tell the VAT rate of ‘{title}’; it was taken from the amounts.',
    'Vergelijk de btw van deze order met de factuur van PrestaShop.',
    'Compare the VAT of this order with PrestaShop’s invoice.',
  ),
  'prestashop.vatDiffers': problem(
    'SHOP-5',
    'De winkel rekende € {shop} btw, de regels en kosten geven € {ours}.',
    'The shop charged € {shop} VAT, lines and costs give € {ours}.',
    'Vergelijk de btw van deze order met PrestaShop.',
    'Compare the VAT of this order with PrestaShop.',
  ),
  'prestashop.slipDiscount': problem(
    'BEY-3',
    'Op de creditnota is € {amount} korting verrekend; de btw is over de regels verdeeld.',
    'The credit slip settles € {amount} of discount; its VAT was spread over the lines.',
    'Vergelijk de creditorder met de creditnota in PrestaShop.',
    'Compare the credit order with the credit slip in PrestaShop.',
  ),
}
