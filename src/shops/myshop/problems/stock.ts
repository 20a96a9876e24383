// Why stock cannot be read, or was not written.
import { problem } from './problem.ts'

export const stockProblems = {
  'myshop.notAList': problem(
    'STOCK-3',
    'Productlijst {list} van myShop is niet te lezen ({reason}).',
    'Product list {list} of myShop cannot be read ({reason}).',
    'Kijk het nummer bij ‘Productlijst voor voorraad’ na.',
    'Check the number at ‘Product list for stock’.',
  ),
  'myshop.listColumns': problem(
    'STOCK-3',
    'Productlijst {list} heeft geen kolom met productcode of geen kolom met voorraad.',
    'Product list {list} has no column with product codes or no column with stock.',
    'Zet in myShop de kolommen productid en stock in deze lijst.',
    'Put the columns productid and stock into this list in myShop.',
  ),
  'myshop.stockUnknown': problem(
    'STOCK-3',
    'myShop houdt van dit product geen voorraad bij.',
    'myShop keeps no stock of this product.',
    'Vul in myShop een voorraad in om die te laten bijhouden.',
    'Fill in a stock in myShop to have it kept up to date.',
  ),
  'myshop.stockRefused': problem(
    'STOCK-3',
    'myShop nam de voorraad van product {product} niet aan.',
    'myShop did not take the stock of product {product}.',
    'Kijk het product in myShop na. Weigert myShop elk product, kijk dan de sleutel na.',
    'Check the product in myShop. If myShop refuses every product, check the key.',
  ),
}
