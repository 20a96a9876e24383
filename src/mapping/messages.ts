// The words for everything that can be wrong with a file or with one order in it. Every shop that is read from files has them
// among its messages.
import type { FailureCatalogue } from '../core/problem.ts'

const check = {
  nl: 'Kijk de order na in de webshop. Klopt hij daar, pas dan de veldindeling aan (Koppeling webshop, tabblad Veldindeling).',
  en: 'Check the order in the webshop. If it is right there, change the mapping (webshop connection, tab Mapping).',
}
const otherFile = {
  nl: 'Sla het bestand opnieuw op of vraag de webshop om een nieuw bestand, en probeer het nog eens.',
  en: 'Save the file again or ask the webshop for a new one, and try once more.',
}

export const mappingMessages: FailureCatalogue = {
  'mapping.noNumber': {
    spec: 'SHOP-6',
    text: { nl: 'Een order in het bestand heeft geen ordernummer.', en: 'An order in the file has no order number.' },
    todo: check,
  },
  'mapping.noDate': {
    spec: 'SHOP-6',
    text: { nl: 'De order heeft geen datum.', en: 'The order has no date.' },
    todo: check,
  },
  'mapping.noTotal': {
    spec: 'SALE-9',
    text: { nl: 'De order heeft geen totaalbedrag.', en: 'The order has no total.' },
    todo: check,
  },
  'mapping.noPrice': {
    spec: 'SALE-9',
    text: { nl: 'Orderregel ‘{article}’ heeft geen prijs.', en: 'Order line ‘{article}’ has no price.' },
    todo: check,
  },
  'mapping.notAnAmount': {
    spec: 'SHOP-6',
    text: { nl: 'Bij {what} staat ‘{value}’; dat is geen bedrag.', en: '{what} holds ‘{value}’, which is no amount.' },
    todo: check,
  },
  'mapping.notADate': {
    spec: 'SHOP-6',
    text: {
      nl: 'Bij {what} staat ‘{value}’; dat is geen datum in een van de vormen {patterns}.',
      en: '{what} holds ‘{value}’, which is no date in any of the forms {patterns}.',
    },
    todo: check,
  },
  'mapping.notACurrency': {
    spec: 'SHOP-6',
    text: { nl: 'De valuta ‘{value}’ is geen valutacode.', en: 'The currency ‘{value}’ is no currency code.' },
    todo: check,
  },
  'mapping.statusUnknown': {
    spec: 'SHOP-6',
    text: {
      nl: 'S-Connect weet niet wat orderstatus ‘{status}’ betekent.',
      en: 'S-Connect does not know what order status ‘{status}’ means.',
    },
    todo: {
      nl: 'Zet de status bij ‘statuses’ in de veldindeling, of kies bij Orderstatussen welke u wilt inlezen.',
      en: 'Put the status under ‘statuses’ in the mapping, or choose under Order statuses which you want to read.',
    },
  },
  'mapping.lineWithoutRate': {
    spec: 'SALE-9',
    text: {
      nl: 'Van orderregel ‘{article}’ staat nergens het btw-tarief.',
      en: 'The VAT rate of order line ‘{article}’ is nowhere to be found.',
    },
    todo: check,
  },
  'mapping.chargeRateGuessed': {
    spec: 'SALE-8',
    text: {
      nl: 'Van ‘{charge}’ staat de btw niet in het bestand; ze is verdeeld zoals de artikelen.',
      en: 'The file does not tell the VAT of ‘{charge}’; it was divided as the articles are.',
    },
    todo: {
      nl: 'Vergelijk de btw van deze order met de webshop.',
      en: 'Compare the VAT of this order with the webshop.',
    },
  },
  'mapping.brokenXml': {
    spec: 'SHOP-6',
    text: {
      nl: 'Bestand {file} is geen geldige XML: regel {line}, teken {column} ({error}).',
      en: 'File {file} is not valid XML: line {line}, column {column} ({error}).',
    },
    todo: otherFile,
  },
  'mapping.brokenCsv': {
    spec: 'SHOP-6',
    text: {
      nl: 'Regel {line} van bestand {file} kan niet worden gelezen ({error}).',
      en: 'Line {line} of file {file} cannot be read ({error}).',
    },
    todo: otherFile,
  },
  'mapping.brokenJson': {
    spec: 'SHOP-6',
    text: { nl: 'Bestand {file} is geen geldige JSON ({error}).', en: 'File {file} is not valid JSON ({error}).' },
    todo: otherFile,
  },
  'mapping.noColumn': {
    spec: 'SHOP-6',
    text: {
      nl: 'Bestand {file} heeft geen kolom ‘{column}’. Wel: {columns}.',
      en: 'File {file} has no column ‘{column}’. It has: {columns}.',
    },
    todo: {
      nl: 'Pas de veldindeling aan, of exporteer de orders met deze kolom.',
      en: 'Change the mapping, or export the orders with this column.',
    },
  },
  'mapping.noList': {
    spec: 'SHOP-6',
    text: {
      nl: 'In bestand {file} staat geen lijst van orders op de plaats ‘{records}’.',
      en: 'File {file} has no list of orders at ‘{records}’.',
    },
    todo: {
      nl: 'Pas ‘records’ in de veldindeling aan.',
      en: 'Change ‘records’ in the mapping.',
    },
  },
  'mapping.tooLarge': {
    spec: 'SHOP-6',
    text: {
      nl: 'Order {place} van bestand {file} is groter dan een order kan zijn.',
      en: 'Order {place} of file {file} is larger than any order can be.',
    },
    todo: {
      nl: 'Kijk of ‘records’ in de veldindeling één order aanwijst, en niet de hele lijst.',
      en: 'See whether ‘records’ in the mapping points at one order, and not at the whole list.',
    },
  },
  'mapping.fileTooLarge': {
    spec: 'SHOP-6',
    text: {
      nl: 'Bestand {file} is groter dan {megabytes} MB; zo groot wordt JSON niet gelezen.',
      en: 'File {file} is larger than {megabytes} MB; JSON that large is not read.',
    },
    todo: {
      nl: 'Exporteer minder orders tegelijk, of kies XML of CSV.',
      en: 'Export fewer orders at a time, or choose XML or CSV.',
    },
  },
  'mapping.wrong': {
    spec: 'SHOP-6',
    text: { nl: 'De veldindeling klopt niet: {issues}.', en: 'The mapping is not right: {issues}.' },
    todo: {
      nl: 'Verbeter de veldindeling. Wat erin mag staan, staat in docs/mapping.md.',
      en: 'Mend the mapping. What it may hold is described in docs/mapping.md.',
    },
  },
}
