// The words for what can be wrong with a file that somebody gives.
import type { FailureCatalogue } from '../core/problem.ts'

export const givenFileFailures = {
  'files.notHere': {
    spec: 'SHOP-6',
    text: { nl: 'Deze webshop wordt niet uit bestanden gelezen.', en: 'This webshop is not read from files.' },
    todo: {
      nl: 'Geef het bestand bij het profiel van een webshop die dat wel wordt.',
      en: 'Give the file to the profile of a webshop that is.',
    },
  },
  'files.tooLarge': {
    spec: 'SHOP-6',
    text: { nl: 'Het bestand is groter dan {megabytes} MB.', en: 'The file is larger than {megabytes} MB.' },
    todo: { nl: 'Exporteer minder orders tegelijk.', en: 'Export fewer orders at a time.' },
  },
  'files.name': {
    spec: 'SHOP-6',
    text: { nl: '‘{name}’ is geen orderbestand.', en: '‘{name}’ is no order file.' },
    todo: {
      nl: 'Kies een bestand dat eindigt op .xml, .csv, .txt of .json.',
      en: 'Choose a file that ends in .xml, .csv, .txt or .json.',
    },
  },
  'files.unreadable': {
    spec: 'SHOP-6',
    text: { nl: 'Het bestand {file} kan niet worden gelezen.', en: 'The file {file} cannot be read.' },
    todo: {
      nl: 'Kijk of het bestaat en of u het mag lezen.',
      en: 'See whether it exists and whether you may read it.',
    },
  },
} satisfies FailureCatalogue
