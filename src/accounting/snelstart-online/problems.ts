// What the user reads when SnelStart Online fails or refuses: one cause and one action per failure code.
import type { FailureCatalogue } from '../../core/problem.ts'

/** Texts by failure code. Places come from the failure's context: {scope}, {reasons}, {country}, {field}, {longest}. */
export const snelStartMessages: FailureCatalogue = {
  'snelstart.clientKeyRefused': {
    spec: 'SNEL-5',
    text: { nl: 'SnelStart weigert de koppelsleutel.', en: 'SnelStart refuses the client key.' },
    todo: {
      nl: 'Maak in SnelStart Web onder Instellingen, Koppelingen een nieuwe koppelsleutel en vul die in.',
      en: 'Make a new client key in SnelStart Web under Settings, Connections and fill it in.',
    },
  },
  'snelstart.subscriptionKeyRefused': {
    spec: 'SNEL-5',
    text: { nl: 'SnelStart weigert de abonnementssleutel.', en: 'SnelStart refuses the subscription key.' },
    todo: {
      nl: 'Vul de abonnementssleutel uit het ontwikkelaarsportaal van SnelStart opnieuw in. Een ontwikkelsleutel verloopt na 90 dagen.',
      en: 'Fill in the subscription key from SnelStart’s developer portal again. A development key expires after 90 days.',
    },
  },
  'snelstart.tokenRefused': {
    spec: 'SNEL-5',
    text: {
      nl: 'SnelStart weigert de toegang, ook na opnieuw aanmelden.',
      en: 'SnelStart refuses access, even after logging in again.',
    },
    todo: {
      nl: 'Controleer in SnelStart Web of de koppeling nog bestaat, en maak anders een nieuwe koppelsleutel.',
      en: 'Check in SnelStart Web whether the connection still exists, else make a new client key.',
    },
  },
  'snelstart.scopeMissing': {
    spec: 'SNEL-6',
    text: { nl: 'De koppelsleutel mist het recht {scope}.', en: 'The client key lacks the right {scope}.' },
    todo: {
      nl: 'Maak in SnelStart Web een koppelsleutel die dit recht wel heeft en vul die in.',
      en: 'Make a client key in SnelStart Web that has this right and fill it in.',
    },
  },
  'snelstart.unreachable': {
    spec: 'SNEL-6',
    text: { nl: 'SnelStart is niet te bereiken.', en: 'SnelStart cannot be reached.' },
    todo: {
      nl: 'Controleer de internetverbinding van deze computer. S-Connect probeert het vanzelf opnieuw.',
      en: 'Check the internet connection of this computer. S-Connect tries again by itself.',
    },
  },
  'snelstart.loginUnavailable': {
    spec: 'SNEL-6',
    text: {
      nl: 'Aanmelden bij SnelStart lukt nu niet: er komt geen goed antwoord.',
      en: 'Logging in at SnelStart does not work now: no proper answer comes.',
    },
    todo: {
      nl: 'Wacht tot SnelStart weer antwoordt. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait until SnelStart answers again. S-Connect tries again by itself.',
    },
  },
  'snelstart.noAnswer': {
    spec: 'SNEL-6',
    text: { nl: 'SnelStart gaf geen volledig antwoord.', en: 'SnelStart gave no complete answer.' },
    todo: {
      nl: 'U hoeft niets te doen. S-Connect probeert het vanzelf opnieuw.',
      en: 'You need do nothing. S-Connect tries again by itself.',
    },
  },
  'snelstart.tooLarge': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart gaf een antwoord dat te groot is om te verwerken.',
      en: 'SnelStart gave an answer that is too large to handle.',
    },
    todo: {
      nl: 'Controleer of het adres van de API klopt. Blijft het zo, meld het dan bij de makers van S-Connect.',
      en: 'Check whether the address of the API is right. If it stays so, report it to the makers of S-Connect.',
    },
  },
  'snelstart.serverError': {
    spec: 'SNEL-6',
    text: { nl: 'SnelStart meldt een storing.', en: 'SnelStart reports a fault of its own.' },
    todo: {
      nl: 'Wacht tot de storing voorbij is. S-Connect probeert het vanzelf opnieuw.',
      en: 'Wait until the fault is over. S-Connect tries again by itself.',
    },
  },
  'snelstart.rateLimited': {
    spec: 'SNEL-6',
    text: { nl: 'SnelStart meldt te veel aanvragen.', en: 'SnelStart reports too many requests.' },
    todo: {
      nl: 'Verlaag het aantal aanvragen per minuut of per uur als dit vaker voorkomt. S-Connect gaat later vanzelf verder.',
      en: 'Lower the requests per minute or per hour if this happens often. S-Connect goes on by itself later.',
    },
  },
  'snelstart.doubt': {
    spec: 'BEY-1',
    text: {
      nl: 'Onbekend of SnelStart dit heeft vastgelegd: de verbinding viel weg voor het antwoord.',
      en: 'It is unknown whether SnelStart stored this: the connection was lost before the answer.',
    },
    todo: {
      nl: 'Laat S-Connect het nakijken. Er wordt niets dubbel geschreven.',
      en: 'Let S-Connect look it up. Nothing is written twice.',
    },
  },
  'snelstart.cancelled': {
    spec: 'BEY-1',
    text: {
      nl: 'Gestopt voordat er iets naar SnelStart ging.',
      en: 'Stopped before anything went to SnelStart.',
    },
    todo: { nl: 'Voer de taak opnieuw uit.', en: 'Run the task again.' },
  },
  'snelstart.unreadable': {
    spec: 'SNEL-6',
    text: {
      nl: 'Het antwoord is niet te lezen: het is kapot of komt niet van de SnelStart-API.',
      en: 'The answer cannot be read: it is broken or does not come from the SnelStart API.',
    },
    todo: {
      nl: 'Controleer of een proxy of firewall tussen deze computer en SnelStart staat, en of het adres van de API klopt.',
      en: 'Check whether a proxy or firewall stands between this computer and SnelStart, and whether the address of the API is right.',
    },
  },
  'snelstart.unexpectedShape': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart antwoordt in een vorm die S-Connect niet kent ({place}).',
      en: 'SnelStart answers in a form that S-Connect does not know ({place}).',
    },
    todo: { nl: 'Installeer de laatste versie van S-Connect.', en: 'Install the latest version of S-Connect.' },
  },
  'snelstart.pageRepeats': {
    spec: 'SNEL-6',
    text: {
      nl: 'SnelStart geeft steeds dezelfde bladzijde van een lijst.',
      en: 'SnelStart keeps giving the same page of a list.',
    },
    todo: {
      nl: 'Probeer het later opnieuw. Blijft het zo, meld het dan bij SnelStart.',
      en: 'Try again later. If it stays so, report it to SnelStart.',
    },
  },
  'snelstart.notFound': {
    spec: 'BEY-1',
    text: { nl: 'SnelStart kent dit gegeven niet meer.', en: 'SnelStart no longer knows this record.' },
    todo: {
      nl: 'Controleer of de klant of het artikel in SnelStart is verwijderd en probeer de order opnieuw.',
      en: 'Check whether the customer or article was removed in SnelStart and retry the order.',
    },
  },
  'snelstart.refused': {
    spec: 'BEY-1',
    text: { nl: 'SnelStart weigert dit: {reasons}', en: 'SnelStart refuses this: {reasons}' },
    todo: {
      nl: 'Herstel wat SnelStart noemt en probeer de order opnieuw.',
      en: 'Correct what SnelStart names and retry the order.',
    },
  },
  'snelstart.vatNumberRefused': {
    spec: 'CUST-5',
    text: { nl: 'SnelStart weigert het btw-nummer: {reasons}', en: 'SnelStart refuses the VAT number: {reasons}' },
    todo: {
      nl: 'Controleer het btw-nummer bij de klant en vul het in SnelStart aan.',
      en: 'Check the VAT number with the customer and add it in SnelStart.',
    },
  },
  'snelstart.codeTaken': {
    spec: 'CUST-5',
    text: { nl: 'Deze code is in SnelStart al in gebruik.', en: 'This code is already in use in SnelStart.' },
    todo: {
      nl: 'Probeer de order opnieuw: S-Connect zoekt eerst wie de code heeft.',
      en: 'Retry the order: S-Connect first looks who has the code.',
    },
  },
  'snelstart.countryUnknown': {
    spec: 'SALE-4',
    text: {
      nl: 'De landenlijst van SnelStart bevat het land {country} niet.',
      en: 'The list of countries in SnelStart does not hold the country {country}.',
    },
    todo: {
      nl: 'Controleer het land op het adres van de order in de webshop.',
      en: 'Check the country on the address of the order in the shop.',
    },
  },
  'snelstart.tooLong': {
    spec: 'SALE-5',
    text: {
      nl: 'Een omschrijving is langer dan de {longest} tekens die SnelStart toelaat.',
      en: 'A description is longer than the {longest} characters that SnelStart allows.',
    },
    todo: { nl: 'Kort de omschrijving in de webshop in.', en: 'Shorten the description in the shop.' },
  },
  'snelstart.referenceFilterRefused': {
    spec: 'SALE-2',
    text: {
      nl: 'SnelStart kan niet op betalingskenmerk zoeken; alleen de orders van de laatste {days} dagen zijn vergeleken.',
      en: 'SnelStart cannot search by payment reference; only the orders of the last {days} days were compared.',
    },
    todo: {
      nl: 'Let zelf op oudere orders met hetzelfde betalingskenmerk.',
      en: 'Watch for older orders with the same payment reference yourself.',
    },
  },
  'snelstart.customFieldNotWritten': {
    spec: 'ART-1',
    text: {
      nl: 'Artikel {code} is gemaakt, maar extra veld {field} kon niet worden gevuld: {reason}',
      en: 'Article {code} was made, but custom field {field} could not be filled: {reason}',
    },
    todo: { nl: 'Vul het extra veld in SnelStart zelf in.', en: 'Fill in the custom field in SnelStart yourself.' },
  },
  'snelstart.waiting': {
    spec: 'USE-2',
    text: {
      nl: 'Wacht {seconds} seconden: het aantal aanvragen bij SnelStart is bereikt.',
      en: 'Waiting {seconds} seconds: the number of requests at SnelStart was reached.',
    },
    todo: { nl: 'U hoeft niets te doen.', en: 'You need do nothing.' },
  },
}
