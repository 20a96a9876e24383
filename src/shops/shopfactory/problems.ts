// Everything that can be wrong on the way to the orders of a ShopFactory shop; what can be wrong in a file has its own words
// (src/mapping).
import type { FailureCatalogue } from '../../core/problem.ts'
import { mappingMessages } from '../../mapping/index.ts'

const askMaker = {
  nl: 'Kijk het adres na bij Koppeling webshop, of vraag het aan de leverancier van uw winkel.',
  en: 'Check the address at the webshop connection, or ask the maker of your shop for it.',
}

export const shopFactoryProblems = {
  ...mappingMessages,
  'shopfactory.noFolder': {
    spec: 'SHOP-6',
    text: {
      nl: 'De map {folder} bestaat niet, of S-Connect mag er niet in lezen.',
      en: 'The folder {folder} does not exist, or S-Connect may not read in it.',
    },
    todo: {
      nl: 'Maak de map of kies een andere bij Koppeling webshop.',
      en: 'Make the folder or choose another at the webshop connection.',
    },
  },
  'shopfactory.noUploads': {
    spec: 'SHOP-6',
    text: { nl: 'Hier kan geen bestand worden bewaard.', en: 'No file can be kept here.' },
    todo: { nl: 'Kies bij Orders ophalen een map.', en: 'Choose a folder at Fetch orders.' },
  },
  'shopfactory.noFiles': {
    spec: 'SHOP-9',
    text: { nl: 'Er is nog geen orderbestand.', en: 'There is no order file yet.' },
    todo: {
      nl: 'Geef een bestand bij Uitvoering (Bestand inlezen), of zet er een in de map.',
      en: 'Give a file under Runs (Read a file), or put one into the folder.',
    },
  },
  'shopfactory.noOrders': {
    spec: 'SHOP-9',
    text: {
      nl: 'In {file} is geen enkele order herkend ({count} niet begrepen).',
      en: 'Not one order was recognised in {file} ({count} not understood).',
    },
    todo: {
      nl: 'Probeer het bestand bij Koppeling webshop met de veldindeling, en pas die aan.',
      en: 'Try the file with the mapping at the webshop connection, and change the mapping.',
    },
  },
  'shopfactory.login': {
    spec: 'SHOP-6',
    text: { nl: 'De gebruikersnaam of het wachtwoord is geweigerd.', en: 'The user name or the password was refused.' },
    todo: {
      nl: 'Vul ze opnieuw in bij Koppeling webshop, zoals u ermee inlogt bij GlobeCharge.',
      en: 'Type them again at the webshop connection, as you log in to GlobeCharge with them.',
    },
  },
  'shopfactory.status': {
    spec: 'SHOP-6',
    text: {
      nl: 'Het adres van de orders antwoordt met fout {status}.',
      en: 'The address of the orders answers with error {status}.',
    },
    todo: askMaker,
  },
  'shopfactory.webPage': {
    spec: 'SHOP-6',
    text: {
      nl: 'Het adres geeft een webpagina in plaats van orders, vaak omdat er eerst moet worden ingelogd.',
      en: 'The address gives a web page instead of orders, often because one has to log in first.',
    },
    todo: {
      nl: 'Kies bij Inloggen de andere manier, of vraag het adres aan de leverancier van uw winkel.',
      en: 'Choose the other way at Log in, or ask the maker of your shop for the address.',
    },
  },
  'shopfactory.redirect': {
    spec: 'SHOP-6',
    text: { nl: 'Het adres verwijst door naar {address}.', en: 'The address redirects to {address}.' },
    todo: { nl: 'Vul dat adres in bij Koppeling webshop.', en: 'Fill in that address at the webshop connection.' },
  },
  'shopfactory.unreachable': {
    spec: 'SHOP-6',
    text: { nl: 'Het adres van de orders is niet te bereiken.', en: 'The address of the orders cannot be reached.' },
    todo: {
      nl: 'S-Connect probeert het bij de volgende keer weer. Blijft het zo, kijk dan het adres en uw verbinding na.',
      en: 'S-Connect tries again next time. If it stays so, check the address and your connection.',
    },
  },
  'shopfactory.startAt': {
    spec: 'SHOP-6',
    text: {
      nl: 'Bij ShopFactory begint S-Connect bij een ordernummer, niet bij een datum.',
      en: 'With ShopFactory S-Connect begins at an order number, not at a date.',
    },
    todo: {
      nl: 'Vul bij Algemeen ‘Vanaf ordernummer’ in en maak ‘Vanaf datum/tijd’ leeg.',
      en: 'Fill in ‘From order number’ under General and empty ‘From date/time’.',
    },
  },
  'shopfactory.number': {
    spec: 'SHOP-6',
    text: { nl: 'Ordernummer ‘{number}’ is geen getal.', en: 'Order number ‘{number}’ is no number.' },
    todo: {
      nl: 'ShopFactory nummert met gehele getallen; kijk de veldindeling of het ordernummer na.',
      en: 'ShopFactory counts in whole numbers; check the mapping or the order number.',
    },
  },
} satisfies FailureCatalogue
