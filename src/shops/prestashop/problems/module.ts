// What our own module in the shop can say, or its absence.
import { problem } from './problem.ts'

export const moduleProblems = {
  'prestashop.noToken': problem(
    'SHOP-5',
    'Er is nog geen token.',
    'There is no token yet.',
    'Klik op het slotje om een token te maken, en vul hetzelfde token in PrestaShop in bij de module S-Connect (security key).',
    'Press the lock to make a token, and enter the same token in PrestaShop, in the module S-Connect (security key).',
  ),
  'prestashop.tokenShape': problem(
    'SHOP-5',
    'Dit is geen token van S-Connect: dat heeft 64 tekens, cijfers en de letters a tot en met f.',
    'This is no token of S-Connect: that has 64 characters, digits and the letters a to f.',
    'Klik op het slotje om een token te maken.',
    'Press the lock to make a token.',
  ),
  'prestashop.moduleMissing': problem(
    'SHOP-5',
    'De winkel antwoordt, maar de module S-Connect is er niet.',
    'The shop answers, but the module S-Connect is not there.',
    'Installeer de module S-Connect in PrestaShop, bij Modules, en zet haar aan.',
    'Install the module S-Connect in PrestaShop, under Modules, and enable it.',
  ),
  'prestashop.moduleDisabled': problem(
    'SHOP-5',
    'De module S-Connect staat in PrestaShop uit.',
    'The module S-Connect is disabled in PrestaShop.',
    'Zet de module S-Connect aan in PrestaShop, bij Modules.',
    'Enable the module S-Connect in PrestaShop, under Modules.',
  ),
  'prestashop.moduleNoKey': problem(
    'SHOP-5',
    'In de module S-Connect is nog geen security key ingevuld.',
    'No security key has been entered in the module S-Connect yet.',
    'Vul het token van S-Connect in PrestaShop in, bij de instellingen van de module S-Connect.',
    'Enter the token of S-Connect in PrestaShop, in the settings of the module S-Connect.',
  ),
  'prestashop.wrongKey': problem(
    'SHOP-5',
    'Het token is niet gelijk aan de security key in de module S-Connect.',
    'The token is not the same as the security key in the module S-Connect.',
    'Maak met het slotje een nieuw token en vul dat ook in PrestaShop in.',
    'Make a new token with the lock and enter it in PrestaShop as well.',
  ),
  'prestashop.answerSignature': problem(
    'SHOP-5',
    'Het antwoord draagt niet de handtekening van de module S-Connect.',
    'The answer does not carry the signature of the module S-Connect.',
    'Zet in de winkel uit wat antwoorden verandert (een module of webserver die pagina’s verkleint).',
    'Switch off in the shop whatever changes answers (a module or web server that minifies pages).',
  ),
  'prestashop.clock': problem(
    'SHOP-5',
    'De klok van deze computer en die van de webshop verschillen meer dan vijf minuten.',
    'The clocks of this computer and of the webshop differ by more than five minutes.',
    'Zet de klok van deze computer op automatisch gelijkzetten.',
    'Set the clock of this computer to adjust automatically.',
  ),
  'prestashop.replayed': problem(
    'SHOP-5',
    'De winkel kreeg dezelfde vraag twee keer.',
    'The shop received the same question twice.',
    'S-Connect probeert het opnieuw; blijft het zo, meld het.',
    'S-Connect tries again; if it stays so, report it.',
  ),
  'prestashop.oldModule': problem(
    'SHOP-5',
    'De module S-Connect in de winkel is te oud ({version}).',
    'The module S-Connect in the shop is too old ({version}).',
    'Installeer in PrestaShop de module die bij deze versie van S-Connect hoort.',
    'Install in PrestaShop the module that belongs to this version of S-Connect.',
  ),
  'prestashop.multishopAll': problem(
    'SHOP-5',
    'De installatie heeft meer winkels, en dit webadres hoort niet bij één ervan.',
    'The installation has several shops, and this web address does not belong to one of them.',
    'Vul als webadres het adres van één winkel in, zoals het in PrestaShop bij Multistore staat.',
    'Enter as web address that of one shop, as it stands in PrestaShop under Multistore.',
  ),
  'prestashop.moduleFailed': problem(
    'SHOP-5',
    'In de module S-Connect ging iets mis: {detail}',
    'Something went wrong in the module S-Connect: {detail}',
    'Meld het met het uitgebreide logboek.',
    'Report it with the extended log.',
  ),
}
