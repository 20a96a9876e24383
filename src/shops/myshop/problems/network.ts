// The network, and answers that are none.
import { problem } from './problem.ts'

export const networkProblems = {
  'myshop.timeout': problem(
    'SHOP-4',
    'myShop gaf niet op tijd antwoord.',
    'myShop did not answer in time.',
    'Niets: bij de volgende keer gaat het verder waar het was.',
    'Nothing: next time it goes on where it was.',
  ),
  'myshop.nameUnknown': problem(
    'SHOP-4',
    'Het adres {url} bestaat niet of deze computer heeft geen internet.',
    'The address {url} does not exist or this computer has no internet.',
    'Controleer de internetverbinding.',
    'Check the internet connection.',
  ),
  'myshop.unreachable': problem(
    'SHOP-4',
    'Op {url} is geen verbinding te maken.',
    'No connection can be made to {url}.',
    'Controleer of een firewall S-Connect tegenhoudt.',
    'Check whether a firewall stops S-Connect.',
  ),
  'myshop.certificate': problem(
    'SHOP-4',
    'Het certificaat van {url} is niet te vertrouwen ({cause}).',
    'The certificate of {url} cannot be trusted ({cause}).',
    'Controleer de datum en tijd van deze computer.',
    'Check the date and time of this computer.',
  ),
  'myshop.broken': problem(
    'SHOP-4',
    'De verbinding met myShop werd verbroken.',
    'The connection with myShop was broken off.',
    'Niets: bij de volgende keer gaat het verder waar het was.',
    'Nothing: next time it goes on where it was.',
  ),
  'myshop.serverError': problem(
    'SHOP-4',
    'myShop meldt een storing (antwoord {status}).',
    'myShop reports a failure (answer {status}).',
    'Wacht; er gaat niets verloren. Duurt het langer dan een dag, vraag dan myShop.',
    'Wait; nothing is lost. If it takes longer than a day, ask myShop.',
  ),
  'myshop.status': problem(
    'SHOP-4',
    'Op {url} antwoordt niet de koppeling van myShop (antwoord {status}).',
    'At {url} it is not the interface of myShop that answers (answer {status}).',
    'Kijk het adres van de koppeling na.',
    'Check the address of the interface.',
  ),
  'myshop.redirect': problem(
    'SHOP-4',
    'Het adres van de koppeling verwijst door naar {to}.',
    'The address of the interface redirects to {to}.',
    'Vul {to} in als adres van de koppeling, als dat van myShop is.',
    'Enter {to} as the address of the interface, if it belongs to myShop.',
  ),
  'myshop.webPage': problem(
    'SHOP-4',
    'myShop gaf een gewone webpagina in plaats van gegevens.',
    'myShop gave an ordinary web page instead of data.',
    'Probeer het later; er is waarschijnlijk onderhoud.',
    'Try later; there is probably maintenance.',
  ),
  'myshop.tooLarge': problem(
    'SHOP-4',
    'myShop geeft meer orders in één keer dan S-Connect aanneemt.',
    'myShop gives more orders at once than S-Connect accepts.',
    'Kies bij Vanaf datum/tijd een later moment.',
    'Choose a later moment at From date/time.',
  ),
}
