// Why the stock of an article or variant is not, or was not, written.
import { problem } from './problem.ts'

export const stockProblems = {
  'mijnwebwinkel.stockUnlimited': problem(
    'STOCK-3',
    'Dit artikel staat in Mijnwebwinkel op onbeperkte voorraad.',
    'This article has unlimited stock in MyOnlineStore.',
    'Zet er in Mijnwebwinkel een aantal bij om de voorraad te laten bijhouden.',
    'Give it a number in MyOnlineStore to have its stock kept up to date.',
  ),
  'mijnwebwinkel.variantWithoutCode': problem(
    'STOCK-3',
    'Deze variant heeft geen eigen artikelcode (SKU), zodat niet te zien is welk artikel in SnelStart het is.',
    'This variant has no article code (SKU) of its own, so it cannot be told which article in SnelStart it is.',
    'Houd de voorraad van deze variant in Mijnwebwinkel zelf bij.',
    'Keep the stock of this variant in MyOnlineStore yourself.',
  ),
  'mijnwebwinkel.stockArticleGone': problem(
    'STOCK-3',
    'Het artikel is niet meer in Mijnwebwinkel.',
    'The article is no longer in MyOnlineStore.',
    'Niets: bij de volgende keer wordt de lijst opnieuw gelezen.',
    'Nothing: the list is read again next time.',
  ),
  'mijnwebwinkel.stockRefused': problem(
    'STOCK-3',
    'Mijnwebwinkel weigert deze voorraad: {said}',
    'MyOnlineStore refuses this stock: {said}',
    'Controleer het artikel in Mijnwebwinkel.',
    'Check the article in MyOnlineStore.',
  ),
  'mijnwebwinkel.stockNotTaken': problem(
    'STOCK-3',
    'Mijnwebwinkel nam {quantity} niet over en houdt {taken} aan.',
    'MyOnlineStore did not take {quantity} and keeps {taken}.',
    'Controleer het artikel in Mijnwebwinkel.',
    'Check the article in MyOnlineStore.',
  ),
  'mijnwebwinkel.stockForbidden': problem(
    'STOCK-3',
    'De sleutel mag wel lezen, maar geen voorraad wijzigen.',
    'The key may read, but not change stock.',
    'Geef de token in Mijnwebwinkel bij Instellingen > API ook het recht om artikelen te wijzigen.',
    'Give the token in MyOnlineStore at Settings > API the right to change articles as well.',
  ),
}
