// Why stock cannot be written: to the shop at all, or to one article.
import { problem } from './problem.ts'

export const stockProblems = {
  'prestashop.stockNotAllowed': problem(
    'STOCK-1',
    'De winkel staat niet toe dat S-Connect voorraad schrijft.',
    'The shop does not allow S-Connect to write stock.',
    'Zet in de module S-Connect de schakelaar voor voorraad aan; met een API-sleutel: vink stock_availables aan voor PUT.',
    'Switch stock on in the module S-Connect; with an API key: tick stock_availables for PUT.',
  ),
  'prestashop.stockManagementOff': problem(
    'STOCK-1',
    'Het voorraadbeheer staat in PrestaShop uit.',
    'Stock management is switched off in PrestaShop.',
    'Zet in PrestaShop bij Winkelinstellingen, Producten het voorraadbeheer aan.',
    'Enable stock management in PrestaShop under Shop parameters, Product settings.',
  ),
  'prestashop.stockAdvanced': problem(
    'STOCK-1',
    'Dit artikel volgt het geavanceerde voorraadbeheer (magazijnen) van PrestaShop.',
    'This article follows PrestaShop’s advanced stock management (warehouses).',
    'Zet geavanceerd voorraadbeheer uit voor dit artikel.',
    'Switch advanced stock management off for this article.',
  ),
  'prestashop.stockPack': problem(
    'STOCK-1',
    'De voorraad van dit pakket volgt uit die van de artikelen erin.',
    'The stock of this pack follows from that of the articles in it.',
    'Niets: werk de voorraad van de losse artikelen bij.',
    'Nothing: keep the stock of the articles in it.',
  ),
  'prestashop.stockVirtual': problem(
    'STOCK-1',
    'Dit artikel is virtueel (een download of dienst) en heeft geen voorraad.',
    'This article is virtual (a download or service) and has no stock.',
    'Niets, of zet in SnelStart de voorraadcontrole van dit artikel uit.',
    'Nothing, or switch stock control off for this article in SnelStart.',
  ),
  'prestashop.stockUnknown': problem(
    'STOCK-1',
    'De winkel heeft dit artikel niet meer.',
    'The shop no longer has this article.',
    'Niets: bij de volgende keer leest S-Connect de artikelen van de winkel opnieuw.',
    'Nothing: next time S-Connect reads the shop’s articles anew.',
  ),
  'prestashop.stockAmbiguous': problem(
    'STOCK-1',
    'Dit artikel heeft combinaties; de voorraad hoort bij elke combinatie.',
    'This article has combinations; stock belongs to each combination.',
    'Geef elke combinatie in PrestaShop haar eigen artikelcode.',
    'Give each combination its own reference in PrestaShop.',
  ),
  'prestashop.stockInvalid': problem(
    'STOCK-1',
    'De winkel neemt dit aantal niet aan: {detail}',
    'The shop does not take this quantity: {detail}',
    'Controleer de voorraad van dit artikel in SnelStart.',
    'Check the stock of this article in SnelStart.',
  ),
  'prestashop.stockFailed': problem(
    'STOCK-1',
    'Het schrijven van de voorraad mislukte in de winkel: {detail}',
    'Writing the stock failed in the shop: {detail}',
    'S-Connect probeert het de volgende keer opnieuw.',
    'S-Connect tries again next time.',
  ),
}
