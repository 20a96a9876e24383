// The settings, the ticket, the signature, and where reading begins.
import { problem } from './problem.ts'

export const shopProblems = {
  'myshop.badUrl': problem(
    'SHOP-4',
    'Het adres van de koppeling ({url}) is geen internetadres.',
    'The address of the interface ({url}) is not a web address.',
    'Vul https://www.mijnwinkel.nl/RPC/ in bij Adres van de koppeling.',
    'Enter https://www.mijnwinkel.nl/RPC/ as the address of the interface.',
  ),
  'myshop.notSecure': problem(
    'SHOP-4',
    'Het adres van de koppeling ({url}) is niet versleuteld; uw orders zouden leesbaar over internet gaan.',
    'The address of the interface ({url}) is not encrypted; your orders would travel readably over the internet.',
    'Laat het adres met https:// beginnen.',
    'Let the address begin with https://.',
  ),
  'myshop.recipe': problem(
    'SHOP-4',
    'De eigen volgorde van de ondertekening is niet ingevuld.',
    'The order of one’s own for the signature is not filled in.',
    'Vul bij Eigen volgorde de delen in, of kies bij Ondertekening ‘Zelf uitzoeken’.',
    'Fill in the parts, or choose ‘Find out’ at Signature.',
  ),
  'myshop.startNumber': problem(
    'SHOP-1',
    '‘{number}’ is geen ordernummer van myShop.',
    '‘{number}’ is not an order number of myShop.',
    'Vul bij Vanaf ordernummer alleen cijfers in.',
    'Enter digits only as the order number to start from.',
  ),
  'myshop.shopRefused': problem(
    'SHOP-4',
    'myShop kent winkelnummer {shop} niet, of laat deze winkel niet koppelen.',
    'myShop does not know shop number {shop}, or does not let this shop be linked.',
    'Kijk het winkelnummer na, en of in myShop bij Koppelingen > Eigen koppelingen ‘Orders ophalen’ aan staat.',
    'Check the shop number, and that ‘Orders ophalen’ is on in myShop under Koppelingen > Eigen koppelingen.',
  ),
  'myshop.signatureRefused': problem(
    'SHOP-4',
    'myShop weigert de vraag: de sleutel of de ondertekening klopt niet.',
    'myShop refuses the question: the key or the signature is not right.',
    'Vul de sleutel opnieuw in en klik op ‘Verbinding testen’; die probeert alle ondertekeningen. Staat in myShop een vast IP-adres, kijk dan of dat van deze computer is.',
    'Type the key again and press the test of the connection, which tries all signatures. If a fixed IP address is set in myShop, check that it is that of this computer.',
  ),
  'myshop.noTicket': problem(
    'SHOP-4',
    'myShop gaf geen kaartje waarmee S-Connect een vraag kan stellen.',
    'myShop gave no ticket with which S-Connect can ask a question.',
    'Kijk het adres van de koppeling na. Klopt het, probeer het dan later.',
    'Check the address of the interface. If it is right, try later.',
  ),
  'myshop.noneRecognised': problem(
    'SHOP-9',
    'Van {count} orders is er geen een begrepen.',
    'Not one of {count} orders was understood.',
    'Probeer een export van myShop met Bestand proberen, en pas de veldindeling aan.',
    'Try an export of myShop with Try a file, and change the mapping.',
  ),
  'myshop.asked': problem('SHOP-4', 'Gevraagd aan myShop: {call}.', 'Asked myShop: {call}.', 'Niets.', 'Nothing.'),
  'myshop.recipeFound': problem(
    'SHOP-4',
    'myShop nam de ondertekening ‘{recipe}’ aan.',
    'myShop took the signature ‘{recipe}’.',
    'Niets.',
    'Nothing.',
  ),
}
