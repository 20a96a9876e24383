// What the shop's own web service says when it does not do what is asked.
import { problem } from './problem.ts'

export const webserviceProblems = {
  'prestashop.noApiKey': problem(
    'SHOP-5',
    'Er is nog geen API-sleutel.',
    'There is no API key yet.',
    'Maak in PrestaShop bij Geavanceerde instellingen, Webservice een sleutel en vul die hier in.',
    'Make a key in PrestaShop under Advanced parameters, Webservice, and enter it here.',
  ),
  'prestashop.apiOff': problem(
    'SHOP-5',
    'De webservice van de winkel staat uit.',
    'The web service of the shop is switched off.',
    'Zet in PrestaShop bij Geavanceerde instellingen, Webservice de webservice aan.',
    'Enable the web service in PrestaShop under Advanced parameters, Webservice.',
  ),
  'prestashop.apiKeyDropped': problem(
    'SHOP-5',
    'De API-sleutel komt niet aan: de webserver laat hem weg.',
    'The API key does not arrive: the web server drops it.',
    'Vraag uw webhost om de kop Authorization door te geven aan PHP.',
    'Ask your web host to pass the Authorization header on to PHP.',
  ),
  'prestashop.apiKeyShape': problem(
    'SHOP-5',
    'De API-sleutel heeft niet 32 tekens.',
    'The API key does not have 32 characters.',
    'Neem de sleutel helemaal over uit PrestaShop.',
    'Copy the whole key from PrestaShop.',
  ),
  'prestashop.apiKeyWrong': problem(
    'SHOP-5',
    'De winkel kent deze API-sleutel niet, of de sleutel staat uit.',
    'The shop does not know this API key, or the key is disabled.',
    'Controleer de sleutel in PrestaShop bij Geavanceerde instellingen, Webservice.',
    'Check the key in PrestaShop under Advanced parameters, Webservice.',
  ),
  'prestashop.apiRight': problem(
    'SHOP-5',
    'De API-sleutel mag {resource} niet gebruiken ({method}).',
    'The API key may not use {resource} ({method}).',
    'Vink in PrestaShop bij de sleutel {resource} aan voor {method}.',
    'Tick {resource} for {method} at the key in PrestaShop.',
  ),
  'prestashop.apiField': problem(
    'SHOP-5',
    'De webservice van deze PrestaShop kent een veld of filter van {resource} niet: {detail}',
    'The web service of this PrestaShop does not know a field or filter of {resource}: {detail}',
    'Gebruik de module S-Connect in plaats van de webservice.',
    'Use the module S-Connect instead of the web service.',
  ),
  'prestashop.apiResource': problem(
    'SHOP-5',
    'De webservice van deze PrestaShop heeft {resource} niet.',
    'The web service of this PrestaShop does not have {resource}.',
    'Gebruik de module S-Connect in plaats van de webservice.',
    'Use the module S-Connect instead of the web service.',
  ),
  'prestashop.apiRefused': problem(
    'SHOP-5',
    'De webservice weigert {resource}: {detail}',
    'The web service refuses {resource}: {detail}',
    'Meld het met het uitgebreide logboek.',
    'Report it with the extended log.',
  ),
}
